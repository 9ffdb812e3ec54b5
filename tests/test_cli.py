"""The command line: what it prints, where, and with which exit code."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import sim
from sim.console import HEADLINES
from sim.describe import mechanism_names
from sim.measures.catalogue import MEASURES
from sim.words import label, words

Command = Callable[..., tuple[int, str, str]]

SMALL = """\
extends: village-square
name: small
run: {warmup: 2 days, length: 5 days, followup: 3 days, replications: 2}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def broken(folder: Path, text: str) -> Path:
    path = folder / "broken.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_version(gridgov: Command) -> None:
    assert gridgov("--version") == (0, f"gridgov {sim.__version__}\n", "")


def test_check_counts_what_is_in_good_scenarios(gridgov: Command) -> None:
    code, out, err = gridgov("check", "village-square", "jiancaoping-515")
    assert code == 0
    assert all(": warning: " in line for line in err.splitlines())
    assert [line.split(":")[0] for line in out.splitlines()] == ["ok  village-square", "ok  jiancaoping-515"]


HANDS_OF_26_000 = """\
extends: village-square
name: town
population: {households: 46154, residents: 120000}
territory: {streets: 5, communities: 19, area: 14.5 km2, places: 3185}
grids: {count: 194}
run: {warmup: 2 days, length: 5 days, followup: 3 days, replications: 1}
"""


def test_hands_for_another_number_of_residents_are_warned_of_and_refuse_nothing(
    gridgov: Command, tmp_path: Path
) -> None:
    town = tmp_path / "town.yaml"
    town.write_text(HANDS_OF_26_000, encoding="utf-8")
    code, out, err = gridgov("check", town)
    assert (code, out.startswith(f"ok  {town}")) == (0, True)
    told = err.splitlines()
    assert f"{town}:3:44: population.residents: warning: more work than hours" in "\n".join(told)
    assert any("departments.utilities.crews: warning: " in line and "crews would do (now 5)" in line for line in told)
    code, out, err = gridgov("run", town, "--out", tmp_path / "result", "--quiet", "--workers", 1)
    assert code == 0
    assert [line for line in err.splitlines() if ": warning: " in line] == told
    page = (tmp_path / "result" / "report.html").read_text("utf-8")
    assert page.index("more work than hours") < page.index(label("key_figures", "en"))


def test_a_new_file_in_chinese_has_its_comments_and_sources_in_chinese(
    gridgov: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRIDGOV_LANG", "zh")
    assert gridgov("new", "small")[0] == gridgov("new", "town", "--residents", 40_000)[0] == 0
    monkeypatch.delenv("GRIDGOV_LANG")
    assert gridgov("new", "english", "--residents", 40_000)[0] == 0
    for name in ("small", "town"):
        comments = re.findall("^#.*|source: .*", (tmp_path / f"{name}.yaml").read_text("utf-8"), re.MULTILINE)
        assert all(re.search("[\u4e00-\u9fff]", line) for line in comments)
    assert sim.load("small.yaml").scenario.grids.count.value == 42
    town, english = (sim.load(f"{name}.yaml").scenario for name in ("town", "english"))
    assert town.population.residents.source == "选定"
    assert town.staff.grid_workers.count.value == english.staff.grid_workers.count.value


@pytest.mark.parametrize("residents", ["3000", "12万人"])
def test_a_new_town_of_any_size_has_hands_enough(
    gridgov: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, residents: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert gridgov("new", "town", "--residents", residents)[0] == 0
    code, _, err = gridgov("check", "town.yaml")
    assert (code, err) == (0, "")
    small, town = (sim.load(name).scenario for name in ("village-square", "town.yaml"))
    for of in (
        lambda it: it.population.residents.value / it.territory.area.value,
        lambda it: it.population.residents.value / it.population.households.value,
        lambda it: it.population.households.value / it.grids.count.value,
    ):
        assert of(town) == pytest.approx(of(small), rel=0.05)


def test_check_tells_what_a_run_needs(gridgov: Command) -> None:
    code, out, _ = gridgov("check", "village-square")
    assert code == 0
    assert re.search(r"5 replications; about \d+ s on .*process.*, 0\.\d GB of memory\)", out)


def test_what_can_never_end_is_refused_before_it_begins(gridgov: Command, tmp_path: Path) -> None:
    code, _, err = gridgov("run", "village-square", "--replications", 10**12, "--out", tmp_path / "r")
    assert code == 2
    assert "1,000,000,000,000 runs would take about" in err
    assert "at most 366 days" in err
    assert not (tmp_path / "r").exists()


def test_check_tells_all_problems_of_all_files(gridgov: Command, tmp_path: Path, small: Path) -> None:
    wrong = broken(tmp_path, "extends: village-square\nrun:\n  lenght: 4 weeks\n  warmup: 4 weks\n")
    code, out, err = gridgov("check", wrong, small, tmp_path / "absent.yaml")
    assert code == 2
    assert out.startswith(f"ok  {small}")
    for told in ("broken.yaml:3:3", "length", "broken.yaml:4:11", "weeks", "absent.yaml"):
        assert told in err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("run", "vilage-square"), "village-square"),
        (("run", "village-square", "--set", "grids.cout=9"), "count"),
        (("run", "village-square", "--seed", "x"), "--seed"),
        (("run",), "scenario"),
        (("mechanisms", "wistle"), "whistle"),
        (("report", "."), "manifest.json"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(
    gridgov: Command, words: tuple[str, ...], expected: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = gridgov(*words)
    assert (code, out) == (2, "")
    assert expected in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_check_goes_on_after_an_odd_file(gridgov: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sim.scenario import load

    def fail(path: str, sets: object = ()) -> None:
        raise ZeroDivisionError(path)

    odd = broken(tmp_path, "kind: [x]")
    code, out, err = gridgov("check", odd, "village-square")
    assert (code, out.count("ok  ")) == (2, 1)
    assert "no such kind of study (found a list)" in err
    monkeypatch.setattr(load, "load", fail)
    code, _, err = gridgov("check", "village-square", "weihai")
    assert (code, err.count("unexpected ZeroDivisionError")) == (1, 2)


def test_what_nobody_foresaw_is_one_line(gridgov: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("sim.scenario.schema.render_schema", fail)
    code, out, err = gridgov("schema")
    assert (code, out) == (1, "")
    assert err == "unexpected ZeroDivisionError: by nothing; `gridgov --debug ...` shows the traceback\n"


def test_schema_is_json_for_editors(gridgov: Command) -> None:
    code, out, _ = gridgov("schema")
    assert code == 0
    assert {"extends", "grids", "hazards"} <= json.loads(out)["properties"].keys()


def test_mechanisms_are_listed_and_told(gridgov: Command) -> None:
    code, out, _ = gridgov("mechanisms")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == mechanism_names()
    code, out, _ = gridgov("mechanisms", "whistle")
    assert code == 0
    assert "mechanisms.whistle.comes: a share, e.g. 0.3\n    Probability" in out
    assert "mechanisms.whistle.kinds.ordinary.arrive: a duration" in out
    code, out, _ = gridgov("mechanisms", "assessment")
    assert "mechanisms.assessment.weight: a share, e.g. 0.3 (else 0)" in out
    assert "mechanisms.assessment.target: a share, e.g. 0.3 (else unsaid)" in out
    assert "(else 0 min)" in out
    code, out, _ = gridgov("mechanisms", "reporting")
    assert "mechanisms.reporting.after_fix: a number, e.g. 1.5 (else unsaid)\n" in out
    assert "mechanisms.reporting.company.share: a share, e.g. 0.3\n" in out, "sections that may be left unsaid too"


def test_a_new_scenario_is_a_good_one_and_never_replaces_another(
    gridgov: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert gridgov("new", "mine")[0] == 0
    assert gridgov("check", "mine.yaml")[0] == 0
    code, _, err = gridgov("new", "mine")
    assert (code, err) == (2, "mine.yaml exists already; give another name, or --overwrite to replace it\n")
    assert gridgov("new", "mine", "--title", "长河区", "--overwrite")[0] == 0
    mine = sim.load("mine.yaml").scenario
    assert (mine.title.en, mine.title.zh) == ("长河区", "长河区")
    assert "teaching case" in mine.about.en and "教学案例" in mine.about.zh
    assert gridgov("new", "town", "--residents", 120_000)[0] == 0
    about = sim.load("town.yaml").scenario.about
    assert "120,000 residents" in about.en and "120,000 人" in about.zh and "四个社区" not in about.zh


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("new", "mine", "--residents", "十二万"), "residents: '十二万': expected a number first, in digits"),
        (("new", "mine", "--residents", "999"), "residents: 999 is out of range: at least 1,000"),
        (("new", "--template", "town.csv"), "town.csv: a workbook ends in .xlsx"),
        (("compare", "village-square", "grids.count=40"), "stands after a colon; did you mean ':grids.count=40'?"),
    ],
)
def test_what_is_typed_another_way_is_told(
    gridgov: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, _, err = gridgov(*words)
    assert code == 2
    assert said in " ".join(err.split())
    assert not list(tmp_path.iterdir())


def test_run_prints_headlines_and_writes_a_result(gridgov: Command, small: Path, tmp_path: Path) -> None:
    out_folder = tmp_path / "result"
    code, out, err = gridgov("run", small, "--set", "grids.count=40", "--out", out_folder, "--workers", 1)
    assert code == 0
    assert " engine: " in err
    assert len([line for line in err.splitlines() if ": warning: " not in line]) == 1
    for name in HEADLINES:
        assert " ".join(words("en").measures[name].label.split()[:2]) in out
    assert str(out_folder / "report.html") in out
    assert max(map(len, out.splitlines())) <= max(100, len(str(out_folder)) + 30)
    manifest = json.loads((out_folder / "manifest.json").read_text("utf-8"))
    assert (manifest["complete"], manifest["replications"], manifest["engine"]) == (True, 2, err.split()[0])
    assert sorted(file.name for file in out_folder.iterdir() if file.is_dir()) in ([], ["figures"])

    code, out, err = gridgov("run", small, "--out", out_folder)
    assert (code, out) == (2, "")
    assert "--overwrite" in err


def test_run_prints_json_that_does_not_depend_on_workers(gridgov: Command, small: Path, tmp_path: Path) -> None:
    summaries = []
    for workers in (1, 2):
        options = ("--seed", 7, "--out", tmp_path / str(workers), "--workers", workers, "--no-report")
        code, out, _ = gridgov("run", small, "--json", *options)
        assert code == 0
        assert json.loads(out)["report"] is None
        assert not (tmp_path / str(workers) / "report.html").exists()
        summaries.append(json.loads(out)["summary"])
    assert summaries[0] == summaries[1]
    assert {row["measure"] for row in summaries[0]} == set(MEASURES)


def test_an_interrupted_run_says_so_and_is_taken_up_again(gridgov: Command, small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "result"
    words = ("run", str(small), "--engine", "reference", "--replications", "5", "--no-report", "--out", str(folder))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what is begun in the background would ignore it
    process = subprocess.Popen([sys.executable, "-m", "sim", *words, "--workers", "2"], stderr=subprocess.PIPE)
    while not list(folder.glob("unfinished/*/[0-9]")) and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode().splitlines()[-1].startswith("interrupted")
    assert not (folder / "manifest.json").exists()
    finished = {part.name: part.stat().st_ino for part in folder.glob("unfinished/*/[0-9]")}
    assert 0 < len(finished) < 5

    assert gridgov("report", folder)[0] == 2
    assert gridgov(*words, "--seed", 99)[0] == 2
    assert gridgov(*words, "--workers", 1)[0] == 0
    assert not (folder / "unfinished").exists()


def test_the_language_can_be_set_once(gridgov: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "town.xlsx").write_text("no workbook", encoding="utf-8")
    monkeypatch.setenv("GRIDGOV_LANG", "zh")
    code, _, err = gridgov("new", "mine", "--from-excel", "town.xlsx")
    assert (code, "Excel" in err and "not a workbook" not in err) == (2, True)
    assert "GRIDGOV_LANG" in gridgov("run", "--help")[1]
