"""The command `gridgov study`: from a file to a folder, again without running anything twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.words import words
from tests.study.files.studies import write

Command = Callable[..., tuple[int, str, str]]

SWEEP = """\
kind: sweep
factors: {workers: {title: {en: Workers, zh: 网格员}, path: staff.grid_workers.count, values: [30, 44]}}
replications: 2
measures: [detection_median_h, yearly_cost]
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("study")


def test_a_study_is_run_reported_and_taken_up_again(gridgov: Command, place: Path) -> None:
    words = ("study", write(place, SWEEP), "--out", place / "out", "--engine", "reference", "--workers", 1, "--quiet")
    code, out, _ = gridgov(*words)
    assert code == 0
    assert "Workers from 30 to 44: " in out and f"report  {place / 'out' / 'report.html'}" in out
    results = (place / "out" / "results.parquet").read_bytes()
    runs = (place / "out" / "runs.parquet").read_bytes()
    code, out, _ = gridgov(*words, "--lang", "zh")
    assert code == 0 and "网格员从 30 到 44" in out
    assert (place / "out" / "results.parquet").read_bytes() == results
    assert (place / "out" / "runs.parquet").read_bytes() == runs, "nothing was run again"
    assert "参数扫描" in (place / "out" / "report.zh.html").read_text(encoding="utf-8")


def test_a_changed_study_is_refused_with_what_changed(gridgov: Command, place: Path) -> None:
    changed = write(place, SWEEP.replace("44", "42"))
    code, _, err = gridgov("study", changed, "--out", place / "out", "--engine", "reference", "--quiet")
    assert code == 2
    assert "factors.workers.values.1: was 44, is 42" in err and "--overwrite" in err


def test_check_takes_study_files_too(gridgov: Command, tmp_path: Path) -> None:
    code, out, _ = gridgov("check", write(tmp_path, SWEEP))
    assert code == 0 and "Small (sweep, 2 points, 4 runs; about " in out
    code, _, err = gridgov("check", write(tmp_path, SWEEP.replace("count", "cuont")))
    assert code == 2 and "did you mean 'count'?" in err


def test_variants_of_other_worlds_are_refused(gridgov: Command, tmp_path: Path) -> None:
    text = "kind: compare\nvariants: {a: {}, b: {set: {run.seed: 5}}}\n"
    code, _, err = gridgov("check", write(tmp_path, text))
    assert code == 2 and "run.seed" in err


def test_workers_here_and_a_cluster_are_not_both_named(gridgov: Command, tmp_path: Path) -> None:
    words = ("--scheduler", "tcp://head:8786", "--workers", 2, "--out", tmp_path / "out")
    code, out, err = gridgov("study", write(tmp_path, SWEEP), *words)
    assert (code, out) == (2, "")
    assert "name one" in err and not (tmp_path / "out").exists()


@pytest.mark.long  # writes a report of each variant, in both languages
def test_a_comparison_of_a_study_is_headed_by_the_measures_that_it_names(gridgov: Command, tmp_path: Path) -> None:
    text = (
        "kind: compare\nvariants: {a: {}, b: {set: {staff.grid_workers.count: 22}}}\n"
        "replications: 2\nmeasures: [whistles_per_1000_cases, detection_p90_h]\n"
    )
    given = ("--out", tmp_path / "out", "--engine", "reference", "--workers", 1, "--quiet")
    code, out, _ = gridgov("study", write(tmp_path, text), *given)
    assert code == 0 and "of the 2 key figures" in out
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    headline = page[page.index("<h2>Key figures</h2>") : page.index('id="forest"')]
    labels = [words("en").measures[name].label for name in ("whistles_per_1000_cases", "detection_p90_h")]
    assert headline.index(labels[0]) < headline.index(labels[1])
    assert headline.count('class="verdict"') == 2
