"""A comparison from end to end: same worlds, whole folders, taken up where it stopped."""

import json
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from sim.record.beside import read_beside
from sim.record.store import IncompleteResult, read_results
from sim.study.execution.folder import FolderTaken
from sim.study.files.refused import Refused
from sim.study.files.variants import OtherWorld, variants_from
from sim.study.kinds import comparison
from sim.study.kinds.comparison import Comparison, asked, compare
from sim.study.kinds.run import RunOptions, run
from tests.study.execution.faults import cluster

SETS = ["run.warmup=1 day", "run.length=3 days", "run.followup=2 days", "run.replications=3"]
WORDS = ["village-square", ":staff.grid_workers.count=22"]
FAST = RunOptions(workers=1)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("comparison") / "result"


@pytest.fixture
def without_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the reports, which take longer than the runs."""
    monkeypatch.setattr("sim.show.pages.report.write_report", lambda folder, language: folder / "report.html")
    monkeypatch.setattr(
        "sim.study.kinds.comparison.write_comparison_report", lambda folder, language: folder / "report.html"
    )


@pytest.fixture(scope="module")
def done(folder: Path) -> Comparison:
    return compare(variants_from(WORDS, SETS), folder, FAST)


def test_fewer_workers_find_later_at_less_cost(done: Comparison) -> None:
    rows = done.differences.set_index("measure")
    assert rows.loc["detection_mean_h", "difference"] > 0
    assert rows.loc["never_reported_share", "difference"] > 0
    assert rows.loc["cost_per_resident_year", "verdict"] == "put_in"
    assert rows.loc["cost_per_resident_year", "low"] == rows.loc["cost_per_resident_year", "high"] < 0
    assert done.replications == 3


def test_each_variant_has_the_folder_of_a_run(done: Comparison, folder: Path, tmp_path: Path) -> None:
    (first, _) = variants_from(WORDS, SETS)
    alone = run(first.loaded, tmp_path / "alone", replace(FAST, report=False))
    beside = read_results(folder / "variants" / "village-square")
    assert_frame_equal(alone.summary, beside.tables["summary"], check_dtype=False)
    assert (folder / "variants" / "village-square" / "report.html").is_file()
    assert not (folder / "unfinished").exists()


def test_the_folder_says_what_it_is_and_notices_changes(done: Comparison, folder: Path) -> None:
    found = read_beside(folder)
    assert found.manifest["kind"] == "comparison"
    (_, other) = found.manifest["variants"]
    assert other["changes"] == [{"path": "staff.grid_workers.count", "base": 44, "other": 22}]
    assert set(found.tables) == {"measures", "differences", "causes", "changed", "growing", "pairs", "same", "states"}
    with (folder / "causes.csv").open("a") as file:
        file.write(" ")
    with pytest.raises(IncompleteResult, match=r"causes\.csv"):
        read_beside(folder)


def test_a_result_is_not_replaced_unasked(done: Comparison, folder: Path) -> None:
    with pytest.raises(FolderTaken):
        compare(variants_from(WORDS, SETS), folder, FAST)


@pytest.mark.usefixtures("without_reports")
def test_the_number_of_workers_changes_nothing(done: Comparison, tmp_path: Path) -> None:
    again = compare(variants_from(WORDS, SETS), tmp_path / "two", RunOptions(workers=2))
    assert_frame_equal(again.differences, done.differences)
    assert_frame_equal(again.causes, done.causes)


@pytest.mark.long
@pytest.mark.skipif(find_spec("distributed") is None, reason="needs Dask")
@pytest.mark.usefixtures("without_reports")
def test_a_cluster_gives_the_same_tables(
    done: Comparison, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the folder of the workers is another
    with cluster(2) as made:
        options = RunOptions(scheduler=made.address)
        again = compare(variants_from(WORDS, SETS), Path("far"), options)
    assert_frame_equal(again.differences, done.differences)
    assert_frame_equal(again.causes, done.causes)
    near, far = (read_results(top / "variants" / "village-square").tables for top in (folder, tmp_path / "far"))
    assert near.keys() == far.keys()
    for name in near:
        assert_frame_equal(near[name], far[name])


@pytest.mark.usefixtures("without_reports")
def test_what_was_finished_is_not_run_again(done: Comparison, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[tuple[int, int]] = []
    whole = comparison.ReplicationJob.run

    def counted(job: Any, replication: int, heartbeat: Any) -> None:
        runs.append((replication, int(job.loaded.scenario.staff.grid_workers.count.value)))
        if len(runs) == 4:
            raise KeyboardInterrupt
        whole(job, replication, heartbeat)

    monkeypatch.setattr(comparison.ReplicationJob, "run", counted)
    with pytest.raises(KeyboardInterrupt):
        compare(variants_from(WORDS, SETS), tmp_path / "cut", FAST)
    again = compare(variants_from(WORDS, SETS), tmp_path / "cut", FAST)
    assert runs == [(0, 44), (0, 22), (1, 44), (1, 22), (1, 22), (2, 44), (2, 22)]
    assert_frame_equal(again.differences, done.differences)


@pytest.mark.long
@pytest.mark.usefixtures("without_reports")
def test_more_replications_are_run_until_the_difference_is_known(tmp_path: Path) -> None:
    variants, question = asked(variants_from(WORDS, SETS), ["never_reported_share=3 points"], None)
    found = compare(variants, tmp_path / "until", FAST, question=question)
    row = found.differences.set_index("measure").loc["never_reported_share"]
    assert found.replications > 3
    assert (row["high"] - row["low"]) / 2 <= 0.03
    document = json.loads((tmp_path / "until" / "variants" / "village-square" / "manifest.json").read_text("utf-8"))
    assert document["replications"] == found.replications


def test_what_cannot_be_paired_or_understood_is_refused_before_anything_runs(tmp_path: Path) -> None:
    with pytest.raises(OtherWorld):
        compare(variants_from(["village-square", ":run.seed=3"], SETS), tmp_path / "other", FAST)
    with pytest.raises(Refused, match="detection_median_h"):
        asked(variants_from(WORDS), ["detection_medain_h=5 %"], None)
    assert list(tmp_path.iterdir()) == []


def test_measures_stand_there_by_variant(done: Comparison, folder: Path) -> None:
    measures = pd.read_csv(folder / "measures.csv")
    assert measures.groupby("variant")["replication"].nunique().to_dict() == {
        "grid_workers.count=22": 3,
        "village-square": 3,
    }
