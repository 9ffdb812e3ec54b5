"""The commands `compare` and `explain`: what they print, and how they refuse."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., tuple[int, str, str]]

PERIOD = ("run.warmup=1 day", "run.length=3 days", "run.followup=2 days")
SETS = tuple(word for given in PERIOD for word in ("--set", given))
FEWER = ":staff.grid_workers.count=22"


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("compare") / "result"


@pytest.fixture
def compared(gridgov: Command, result: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what a comparison printed, made once; reports of its variants, which take longer than the runs, are left
    out."""
    printed = result.with_suffix(".txt")
    if not printed.exists():
        monkeypatch.setattr("sim.show.pages.report.write_report", lambda folder, language: folder / "report.html")
        options = ("--replications", 2, "--engine", "reference", "--workers", 1, "--out", result)
        code, out, _ = gridgov("compare", "village-square", FEWER, *SETS, *options)
        assert code == 0
        printed.write_text(out, encoding="utf-8")
    return printed.read_text(encoding="utf-8")


def test_compare_prints_verdicts_costs_and_the_gain_of_pairing(compared: str, result: Path) -> None:
    assert compared.startswith("A is Village square")
    assert "B is Grid workers: number 22" in compared
    for words in (
        "Detection, median",
        "Cost per resident",
        "in every replication",
        "“Narrower by” is the variance reduction by common random numbers",
    ):
        assert words in " ".join(compared.split())
    assert str(result / "report.html") in compared
    assert max(map(len, compared.splitlines())) <= max(100, len(str(result)) + 30)


def test_the_report_of_a_comparison_can_be_written_anew(gridgov: Command, compared: str, result: Path) -> None:
    code, out, _ = gridgov("report", result, "--lang", "zh")
    assert (code, out.strip()) == (0, str(result / "report.zh.html"))
    assert '<html lang="zh-CN">' in (result / "report.zh.html").read_text("utf-8")
    assert '<html lang="en">' in (result / "report.html").read_text("utf-8")


def test_explain_tells_one_case_beside_the_same_issue_elsewhere(gridgov: Command, compared: str, result: Path) -> None:
    variants = [result / "variants" / name for name in ("village-square", "grid_workers.count=22")]
    code, alone, _ = gridgov("explain", variants[0], "--case", 0)
    assert code == 0
    assert "min of work" in " ".join(alone.split())
    assert "a case is filed" in alone
    code, both, _ = gridgov("explain", variants[0], "--case", 0, "--against", variants[1])
    assert code == 0
    assert "village-square" in both and "22" in both
    code, zh, _ = gridgov("explain", variants[0], "--case", 0, "--lang", "zh")
    assert "立案" in zh


def test_a_case_that_is_not_there_is_refused(gridgov: Command, compared: str, result: Path) -> None:
    code, _, err = gridgov("explain", result / "variants" / "village-square", "--case", 999_999)
    assert code == 2
    assert "no case 999999" in err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("village-square",), "two scenarios"),
        (("village-square", ":run.seed=4"), "run.seed is 4"),
        (("village-square", ":staff.grid_wrokers.count=4"), "grid_workers"),
        (("village-square", FEWER, "--until", "detection_medain_h=5 %"), "detection_median_h"),
        (("village-square", FEWER, "--scheduler", "tcp://head:8786", "--workers", "2"), "name one"),
        (("village-square", FEWER, "--equal-cost", "mechanisms.whistle.comes"), "no cost"),
    ],
)
def test_what_cannot_be_compared_is_refused_before_anything_runs(
    gridgov: Command, words: tuple[str, ...], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = gridgov("compare", *words)
    assert (code, out) == (2, "")
    assert expected in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.long
def test_json_has_every_difference(gridgov: Command, tmp_path: Path) -> None:
    options = ("--replications", 2, "--engine", "reference", "--workers", 1, "--out", tmp_path / "r", "--json")
    code, out, _ = gridgov(
        "compare", "village-square", FEWER, *SETS, *options, "--equal-cost", "departments.housing.crews"
    )
    assert code == 0
    rows = {row["measure"]: row for row in json.loads(out)["differences"]}
    assert abs(rows["cost_per_resident_year"]["relative"]) < 0.01
    assert rows["detection_mean_h"]["pairs"] == 2


def test_a_precision_and_a_number_of_replications_are_not_asked_for_together(gridgov: Command) -> None:
    told = ("--until", "detection_median_h=50 %", "--replications", 2)
    code, _, err = gridgov("compare", "village-square", ":grids.count=60", *told)
    assert (code, "leave --replications out" in err) == (2, True)
