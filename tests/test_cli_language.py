"""With `--lang zh`, or GRIDGOV_LANG, the command says in Chinese what is wrong; names, paths and values stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]

AS_WRITTEN = re.compile(
    r"gridgov [a-z]+|'[^']*'|`[^`]*`|\{[^{}]*\}|\[[^\[\]]*\]|(?:[\w/-]+\.)+\w+|extends: \S+"
    r"|YAML|UTF-8|CSV|JSON|Sobol|--[\w-]+|GB"
)
"""What stays as it is: what is quoted, paths, names of formats and options."""

BROKEN = {
    "a unit": (
        "run: {length: 4 weks}",
        "第 2 行第 15 列：run.length：未知的单位 'weks'（填的是 '4 weks'）；时长的写法如",
    ),
    "a key": ("run: {lenght: 4 weeks}", "run.lenght：未知的键 'lenght'；此处可用的键为 followup、length、replications"),
    "a nearest word": ("hazards: {noise: {months: sumer}}", "没有这样的月份分布（填的是 'sumer'）"),
    "a date": ("run: {start: 45355}", "应填日期，例如 2026-01-31（填的是 45355）；是否应为 '2024-03-04'？"),
    "no such day": ("run: {start: 2024-02-31}", "run.start：没有这一天（填的是 '2024-02-31'）"),
    "YAML cut off": ("grids: {count: 50", "第 3 行第 1 列：文件没有写完：花括号中的键值：应为 ',' 或 '}'"),
    "a tab": ("run:\n\tlength: 4 weeks", "YAML 写法有误：此处不能以字符 '\\t' 开头；缩进请用空格，不用制表符"),
    "full-width signs": ("run： {length： 4 weeks}", "全角符号在 YAML 中只是文字：'：' 应为 ': '"),
    "money over budget": (
        "mechanisms: {funding: {enabled: true}, stewards: {enabled: true, count: 9, roster: office}}",
        "，而经费只有 0 元；请减少费用、增加收入，或写 `deficit: true`",
    ),
    "crews without hours": ("rosters: {office: {shifts: []}}", "没有任何在岗时间；请写 `always: true`，或写明 shifts"),
    "hours overdrawn": (
        "mechanisms: {all_purpose_grid: {enabled: true, head: 30 h}}",
        "mechanisms.all_purpose_grid：community_desks 的条线工作每周被占用 1,260 小时；最多 270 小时",
    ),
    "a distribution": (
        "population: {trust: {lognormal: {median: 0.5}}}",
        "不能由 median 给出（填的是 一组键和值）；lognormal 的参数为 {median, p90} 或 {mean, cv}",
    ),
    "a word of few": (
        "mechanisms: {funding: {formula: fair}}",
        "此处没有这个词（填的是 'fair'）；可用 'even' 或 'need'",
    ),
    "a bound": ("run: {replications: 0}", "run.replications：不能小于 1（填的是 0）"),
    "a circle": ("extends: a.yaml", "extends 形成循环：a.yaml -> a.yaml"),
    "all sections missing": ("name: x", "缺少 'title'、'run'、'calendar'、'rosters'、"),
    "a study of a kind": ("kind: swep", "没有这种研究（填的是 'swep'）；可用 compare、sweep、"),
    "a study's factor": (
        "kind: sweep\nname: s\ntitle: s\nscenario: village-square\nreplications: 3\nmeasures: [closing_medain_h]\n"
        "factors: {b: {path: run.length, range: [5 h, 3 h]}}",
        "factors.b.range：第一端必须小于第二端",
    ),
}
WHOLE = ("extends:", "name:", "kind:")


def in_english(said: str) -> list[str]:
    """Return words of English in a text, beside what is quoted, paths and names alone."""
    left = AS_WRITTEN.sub("", said)
    return re.findall(r"[A-Za-z]{2,}(?: +[A-Za-z]{2,})+", left)


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GRIDGOV_LANG", raising=False)


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_wrong_in_a_file_is_told_in_chinese(gridgov: Command, kind: str) -> None:
    text, said = BROKEN[kind]
    Path("a.yaml").write_text(
        text if text.startswith(WHOLE) else f"extends: village-square\n{text}\n", encoding="utf-8"
    )
    code, out, err = gridgov("--lang", "zh", "check", "a.yaml")
    assert (code, out) == (2, "")
    assert said in err
    assert in_english(err) == []
    assert all(re.match(r"a\.yaml 第 \d+ 行第 \d+ 列：", line) for line in err.splitlines())


def test_what_is_hardly_meant_is_told_in_chinese(gridgov: Command) -> None:
    text = "extends: village-square\nrun: {start: 2030-03-01}\nterritory: {area: 0.3 km2}\n"
    Path("a.yaml").write_text(text, encoding="utf-8")
    code, out, err = gridgov("check", "a.yaml", "--lang", "zh")
    assert code == 0
    assert re.match(r"ok  a\.yaml：教学案例.*（16 类问题、15 个部门、重复 5 次；\d 个进程，约需 .* GB 内存）\n", out)
    assert "a.yaml 第 3 行第 19 列：territory.area：提示：每平方公里 86,667 名居民" in err
    assert "；我国 2030 年的节假日尚未公布或尚不清楚" in err
    assert in_english(out + err) == []


COMMANDS = {
    "run nosuch": "nosuch：没有这个文件（填的是 'nosuch'）；可以是文件，或下列预置情景之一：",
    "run village-square --set grids.cuont=4": "grids.cuont：未知的键 'cuont'；此处可用的键为 cost、count、",
    "run village-square --set x": "--set x：应写成 路径=值，例如 grids.count=800",
    "compare village-square": "比较至少需要两个情景，例如 gridgov compare",
    "compare village-square :run.seed=5": "只有同一世界中的方案才能配对：随机种子、时期、地域、人口",
    "compare village-square :grids.count=40 --until x=3": "--until：'x'：没有这个指标",
    "compare village-square :grids.count=40 --equal-cost staff.x": "在 'staff.x' 处没有数，可用的如 staff.",
    "study nosuch.yaml": "nosuch.yaml：没有这个文件（填的是 'nosuch.yaml'）",
    "explain nosuch --case 1": "nosuch 不是文件夹",
    "cases .": "中没有 manifest.json：它不是结果文件夹，或运行曾被中断。",
    "report . --whole": "--whole 须与 --pdf 同用",
    "new two-words!": "'two-words!' 不能用作名称：应为一个词，只含文字、数字、'-'、'_' 和 '.'",
    "holidays 1990": "1990 年的法定节假日尚不清楚",
    "mechanisms whistl": "错误：值不对：没有机制 'whistl'；有 ",
    "run --sed 4": "用 'gridgov run --help' 查看说明。\n\n错误：没有选项 --sed（相近的有：",
    "run": "错误：缺少参数 'scenario'。",
    "runn": "错误：没有命令 'runn'。是否应为 'run'？",
    "run village-square --seed x": "错误：'--seed' 的值不对：应填整数",
    "new x --residents 5": "错误：值不对：常住人口：5 超出范围：至少 1,000",
    "run village-square --engine foo": "'--engine' 的值不对：'foo' 不在可用的值之中：'auto', 'reference', ",
}


@pytest.mark.parametrize("words", COMMANDS)
def test_what_a_command_refuses_is_told_in_chinese(
    gridgov: Command, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRIDGOV_LANG", "zh")
    code, _, err = gridgov(*words.split())
    assert code == 2
    assert COMMANDS[words] in err
    assert in_english(err.partition("错误：")[2] or err) == []


def test_a_taken_folder_is_told_of_in_chinese(gridgov: Command) -> None:
    Path("mine").mkdir()
    Path("mine", "letter.txt").write_text("mine", encoding="utf-8")
    tiny = ("--set", "run.length=1 day", "--set", "run.warmup=0 h", "--set", "run.followup=0 h", "--replications", "1")
    to = ("--engine", "reference", "--out", "mine", "--lang", "zh")
    code, _, err = gridgov("run", "village-square", *tiny, *to, "--quiet")
    assert (code, err.splitlines()[-1]) == (2, "mine 不是空文件夹；请另选一个文件夹，或加上 --overwrite")


def test_english_stays_where_no_language_is_asked_for(gridgov: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    english = (2, "", "nosuch.yaml: no such file (found 'nosuch.yaml')\n")
    assert gridgov("study", "nosuch.yaml") == english
    assert gridgov("--lang", "zh", "study", "nosuch.yaml")[2].startswith("nosuch.yaml：没有")
    assert gridgov("study", "nosuch.yaml") == english
    monkeypatch.setenv("GRIDGOV_LANG", "zh")
    assert gridgov("--lang=en", "study", "nosuch.yaml") == english


def test_the_language_said_before_a_command_is_that_of_its_labels_too(gridgov: Command) -> None:
    chinese = gridgov("mechanisms", "--seeds", "--lang", "zh")[1]
    assert gridgov("--lang", "zh", "mechanisms", "--seeds")[1] == chinese
    assert gridgov("--lang", "zh", "mechanisms", "--seeds", "--lang", "en")[1] != chinese
