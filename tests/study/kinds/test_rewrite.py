"""The report of a study written anew: from its folder alone, without running anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.record.store import IncompleteResult
from sim.study.files.load import load_study
from sim.study.kinds.rewrite import rewritten
from sim.study.kinds.study import StudyOptions, run_study
from tests.study.execution.functions import Staffing
from tests.study.files.studies import write

Command = Callable[..., tuple[int, str, str]]

SWEEP = """\
kind: sweep
about: Why?
factors:
  workers: {path: staff.grid_workers.count, values: [30, 44]}
  grids: {path: grids.count, values: [40, 42]}
replications: 3
measures: [detection_median_h, yearly_cost]
"""
OPTIMISE = """\
kind: optimise
factors: {workers: {path: staff.grid_workers.count, range: [20, 60]}}
minimise: [yearly_cost]
subject_to: {detection_median_h: at most 20 h}
trials: 8
replications: 2
select: {finalists: 2, at_least: 4, at_most: 8}
measures: [detection_median_h, yearly_cost]
"""
ASSUMPTIONS = """\
kind: assumptions
only: [mechanisms.patrol.speed]
variants:
  second: {set: {staff.grid_workers.count: 44}}
  first: {scenario: mine.yaml, set: {staff.grid_workers.count: 30}}
replications: 2
measures: [detection_median_h, yearly_cost]
"""
MINE = "extends: village-square\nname: mine\ntitle: Mine\nstaff: {grid_workers: {count: 31}}\n"


def finished(folder: Path, text: str) -> Path:
    """Return the folder of a finished study of this text, whose own files are gone since."""
    (folder / "mine.yaml").write_text(MINE, encoding="utf-8")
    run_study(load_study(write(folder, text)), folder / "out", StudyOptions("reference", 1), evaluate=Staffing())
    (folder / "mine.yaml").unlink()
    (folder / "study.yaml").unlink()
    return folder / "out"


@pytest.mark.parametrize("text", [SWEEP, OPTIMISE, ASSUMPTIONS], ids=["sweep", "optimise", "assumptions"])
def test_a_report_is_written_anew_from_the_folder_alone(tmp_path: Path, text: str) -> None:
    folder = finished(tmp_path, text)
    files = {path: path.read_bytes() for path in folder.iterdir() if path.suffix in (".html", ".csv", ".parquet")}
    assert rewritten(folder, "zh") == folder / "report.zh.html"
    page = (folder / "report.zh.html").read_text(encoding="utf-8")
    assert '<html lang="zh-CN">' in page and "<title>小" in page
    rewritten(folder, "en")
    assert {path: path.read_bytes() for path in files} == files


def test_titles_that_changed_since_are_in_it(tmp_path: Path) -> None:
    evaluate, options = Staffing(), StudyOptions("reference", 1)
    for about in ("Why?", "Why not?"):
        run_study(
            load_study(write(tmp_path, SWEEP.replace("Why?", about))), tmp_path / "out", options, evaluate=evaluate
        )
    assert "Why not?" in rewritten(tmp_path / "out", "en").read_text(encoding="utf-8")


def test_the_command_report_takes_studies_too(gridgov: Command, tmp_path: Path) -> None:
    folder = finished(tmp_path, SWEEP)
    code, out, _ = gridgov("report", folder, "--lang", "zh")
    assert (code, out.strip()) == (0, str(folder / "report.zh.html"))


def test_an_unfinished_study_has_no_report_yet(gridgov: Command, tmp_path: Path) -> None:
    folder = finished(tmp_path, SWEEP)
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"complete": true', '"complete": false'), encoding="utf-8")
    with pytest.raises(IncompleteResult):
        rewritten(folder, "en")
    code, out, err = gridgov("report", folder)
    assert (code, out) == (2, "")
    assert "not finished" in err


def test_damaged_files_are_told_with_the_way_out(gridgov: Command, tmp_path: Path) -> None:
    folder = finished(tmp_path, SWEEP)
    for name in ("manifest.json", "study.yaml", "results.parquet", "runs.parquet"):
        file = folder / name
        whole = file.read_bytes()
        for damaged in (b"", whole[: len(whole) // 2], bytes(len(whole))):
            file.write_bytes(damaged)
            code, out, err = gridgov("report", folder)
            assert (code, out) == (2, ""), f"{name}: {err}"
            assert str(file) in err and "--overwrite" in err
        file.write_bytes(whole)
