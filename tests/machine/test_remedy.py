"""A program is told of arguments, whoever gives a command of options."""

from collections.abc import Callable
from pathlib import Path

import pytest

import sim
from sim.machine.remedy import asked_by_command, way_out
from sim.record.store import IncompleteResult
from sim.study.execution.folder import FolderTaken

Command = Callable[..., tuple[int, str, str]]


def test_who_asks_decides_and_only_as_long_as_it_lasts() -> None:
    with asked_by_command():
        assert way_out("--workers 1", "workers=1") == "--workers 1"
    assert way_out("--workers 1", "workers=1") == "workers=1"


def test_a_folder_in_use_is_told_of_in_python_and_in_the_shell(gridgov: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    code, _, err = gridgov("run", "village-square", "--out", tmp_path, "--quiet")
    assert (code, "add --overwrite" in err) == (2, True)
    with pytest.raises(FolderTaken, match=r"overwrite=True") as refused:
        sim.run(sim.load("village-square"), tmp_path)
    assert "--" not in str(refused.value)


def test_what_sim_variants_refuses_names_python() -> None:
    with pytest.raises(Exception, match=r"sim\.variants\(\[") as refused:
        sim.variants(["village-square"])
    assert "gridgov" not in str(refused.value)


def test_what_is_no_result_says_so_without_options(tmp_path: Path) -> None:
    with pytest.raises(IncompleteResult) as refused:
        sim.cases(tmp_path)
    assert "--" not in str(refused.value)
