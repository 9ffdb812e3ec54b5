"""The command line given odd words: what it found, what is allowed, the nearest right word, and exit code 2."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sim.record.store import write_manifest
from sim.scenario.source import parse
from sim.study.files.variants import variants_from

Command = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("words", [("run", "village-square"), ("check", "village-square"), ("new", "mine")])
def test_a_folder_that_is_there_no_more_is_told(gridgov: Command, words: tuple[str, ...], here: Path) -> None:
    here.rmdir()
    assert gridgov(*words) == (
        2,
        "",
        "the folder in which this command was given is there no more; go to another one\n",
    )
    here.mkdir()


@pytest.fixture
def results(here: Path) -> None:
    """A folder of each kind: of a comparison, with a run in it, and of a study."""
    for name, kind in (("compared/variants/a", None), ("compared", "comparison"), ("asked", "study")):
        (here / name).mkdir(parents=True, exist_ok=True)
        write_manifest(here / name, {"kind": kind} if kind else {}, [])
    (here / "file").touch()
    (here / "empty").mkdir()


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ("compared", "compared holds a comparison, not a run; name one of its runs: compared/variants/a"),
        ("asked", "asked holds a study, not a run; its runs keep no tables of their own"),
        ("compare", "compare is no folder; did you mean 'compared'?"),
        ("nothing", "nothing is no folder"),
        ("file", "file is a file, not a result folder"),
        ("empty", "empty has no manifest.json: it is no result folder, or its run was interrupted."),
    ],
)
def test_a_story_is_told_of_runs_only(gridgov: Command, results: None, result: str, said: str) -> None:
    assert gridgov("explain", result, "--case", 0) == (2, "", f"{said}\n")
    if " holds " not in said:
        assert gridgov("report", result) == (2, "", f"{said}\n")


TINY = """\
extends: village-square
name: tiny
title: Tiny
run: {warmup: 1 day, length: 1 day, followup: 1 day, replications: 1}
"""


@pytest.fixture
def tiny(here: Path) -> Path:
    """A scenario that is run in a moment."""
    path = here / "tiny.yaml"
    path.write_text(TINY, encoding="utf-8")
    return path


@pytest.mark.parametrize("given", ["mine", "mine.yaml", "mine.yml"])
def test_the_ending_of_a_new_file_is_never_doubled(gridgov: Command, given: str, here: Path) -> None:
    assert gridgov("new", given) == (
        0,
        "mine.yaml written; try: gridgov check mine.yaml, then: gridgov run mine.yaml\n",
        "",
    )
    assert [path.name for path in here.iterdir()] == ["mine.yaml"]
    assert 'name: "mine"\n' in (here / "mine.yaml").read_text("utf-8")


def test_a_new_file_with_a_presets_name_says_what_that_name_stands_for(gridgov: Command) -> None:
    code, _, err = gridgov("new", "weihai")
    assert (code, err) == (0, "a preset has this name too: without its ending, weihai stands for the preset\n")


def test_holidays_are_written_as_part_of_a_calendar_and_those_not_known_are_named(gridgov: Command) -> None:
    code, out, err = gridgov("holidays", 2025, 2099)
    written = parse(out, "holidays").data
    assert (code, err) == (2, "the public holidays of 2099 are not known\n")
    assert set(written) == {"holidays", "workdays"}
    assert {"2025-01-01", "2025-10-01"} <= set(written["holidays"])
    assert "2025-01-26" in written["workdays"]
    assert gridgov("holidays", 2025)[:2] == (0, out)
    rows = gridgov("holidays", 2025, "--table", "--lang", "zh")[1].splitlines()
    assert rows[:3] == ["2025-01-01\t休", "2025-01-26\t班", "2025-01-28\t休"]
    assert len(rows) == len(written["holidays"]) + len([day for day in written["workdays"] if day[:4] == "2025"])
    assert gridgov("holidays", 2099) == (2, "", err)


def test_one_is_not_told_as_many(gridgov: Command, tiny: Path) -> None:
    assert ", 1 replication; about" in gridgov("check", tiny)[1]
    text = TINY.replace("replications: 1", "replications: 2")
    tiny.write_text(text, encoding="utf-8")
    assert ", 2 replications; about" in gridgov("check", tiny)[1]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--until", "closing_median_h=0 %"), "--until: '0 %': must be above zero. Written like '5 %'"),
        (
            ("--until", "closing_median_h"),
            "--until closing_median_h: expected MEASURE=WIDTH, e.g. 'closing_median_h=2 %'",
        ),
        (("--until", "closing_medain_h=1 h"), "did you mean 'closing_median_h'?"),
        (("--equal-cost", "staff.grid_workers.count"), "differs from tiny in nothing but staff.grid_workers.count"),
        (
            ("--equal-cost", "staff.grid_workers.cuont"),
            "has no number at 'staff.grid_workers.cuont'; did you mean 'count'?",
        ),
        (("--equal-cost", ""), "has no number at '', such as staff.grid_workers.count"),
        (("--equal-cost", "calendar.holidays.²"), "has no number at 'calendar.holidays.²'"),
        (("--equal-cost", "calendar.holidays." + "9" * 5_000), "has no number at"),
    ],
)
def test_what_a_comparison_cannot_do_is_refused(
    gridgov: Command, tiny: Path, options: tuple[str, ...], said: str, here: Path
) -> None:
    code, out, err = gridgov("compare", tiny, ":staff.grid_workers.count=20", *options)
    assert (code, out) == (2, "")
    assert said in err
    assert list(here.iterdir()) == [tiny]


def test_variants_with_one_title_are_told_apart(tiny: Path) -> None:
    told = [variant.titles() for variant in variants_from([str(tiny), str(tiny), ":grids.count=30", str(tiny)])]
    assert [its["en"] for its in told] == ["Tiny", "Tiny (2)", "Grids: number 30", "Tiny (3)"]
    assert len({its["zh"] for its in told}) == 4


STUDY = """\
name: asked
title: Asked
kind: sweep
scenario: tiny.yaml
measures: [yearly_cost, detection_median_h]
factors: {grids: {path: grids.count, values: [30]}}
replications: {until: {detection_median_h: 0.001 %}, at_least: 3, at_most: 3}
"""


def test_a_study_of_one_point_tells_what_it_is_there_and_what_is_not_as_precise_as_asked_and_home_is_home(
    gridgov: Command, tiny: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(here / "home"))
    (here / "asked.yaml").write_text(STUDY, encoding="utf-8")
    words = ("study", "asked.yaml", "--out=~/one", "--engine", "reference", "--workers", 1, "--quiet")
    code, out, _ = gridgov(*words)
    assert (code, (here / "home" / "one" / "manifest.json").is_file()) == (0, True)
    spent = "The budget of replications was spent before these were as precise as asked: Detection, median."
    assert spent in out
    assert "One point only, grids 30: Cost of a year " in out and "; Detection, median " in out
    assert spent in (here / "home" / "one" / "report.html").read_text(encoding="utf-8")
    code, out, err = gridgov(*words, "--json")
    assert (code, json.loads(out)["result"]) == (0, str(here / "home" / "one"))
    assert spent in err
    assert not (here / "~").exists()


def test_a_tilde_that_the_shell_left_is_the_home_of_the_user(
    gridgov: Command, tiny: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(here / "home"))
    code, out, _ = gridgov("run", tiny, "--out=~/mine", "--engine", "reference", "--no-report", "--json")
    assert (code, json.loads(out)["result"]) == (0, str(here / "home" / "mine"))
    assert (here / "home" / "mine" / "manifest.json").is_file()
    assert not (here / "~").exists()


@pytest.mark.parametrize("name", ["Whistle", "wistle", "WHISTLE"])
def test_a_mechanism_is_found_whatever_its_capitals(gridgov: Command, name: str) -> None:
    code, _, err = gridgov("mechanisms", name)
    assert (code, "did you mean 'whistle'?" in err) == (2, True)
