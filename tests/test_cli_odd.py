"""The command line given odd words: what it found, what is allowed, the nearest right word, and exit code 2."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.record.store import write_manifest

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


@pytest.mark.parametrize("name", ["Whistle", "wistle", "WHISTLE"])
def test_a_mechanism_is_found_whatever_its_capitals(gridgov: Command, name: str) -> None:
    code, _, err = gridgov("mechanisms", name)
    assert (code, "did you mean 'whistle'?" in err) == (2, True)
