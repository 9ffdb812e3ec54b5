"""The runner: every run once, whoever carries it out, and what one fails of stays with it."""

import json
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest

from sim.study.execution.folder import FolderTaken
from sim.study.execution.runner import Runner, StudyChanged
from sim.study.execution.store import PointChanged, StudyBusy
from sim.study.execution.units import ENDED_EARLY
from sim.study.files.points import Evaluate, Point
from tests.study.execution.evaluations import Drawn, Fails, Kills, Noted, values_of

STUDY = {"name": "trial", "factors": {"x": [1, 2, 3]}}
POINTS = [
    Point(n, f"p{n}", "village-square", (f"grids.count={n}",), (("x", float(n)), ("rule", "a"))) for n in range(3)
]
RUNS = [(point, replication) for point in POINTS for replication in range(5)]

DRAWN = Drawn()


def run(folder: Path, evaluate: Evaluate = DRAWN, workers: int = 1, study: dict[str, object] = STUDY) -> pd.DataFrame:
    with Runner(folder, study, evaluate, workers=workers) as runner:
        runner.need(RUNS)
        return runner.results()


def test_the_table_is_tidy_and_sorted(tmp_path: Path) -> None:
    table = run(tmp_path)
    assert list(table) == ["point", "replication", "measure", "value"]
    assert len(table) == len(RUNS) * 3
    assert table.equals(table.sort_values(["point", "replication", "measure"], ignore_index=True))
    one = table[(table["point"] == 2) & (table["replication"] == 3)].set_index("measure")["value"]
    assert one.to_dict() == values_of(2, 3)


def test_what_is_undefined_is_in_the_table_as_nan(tmp_path: Path) -> None:
    table = run(tmp_path)
    undefined = table[table["value"].isna()]
    assert set(undefined["measure"]) == {"sometimes"}
    assert set(undefined["replication"]) == {4}


def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path) -> None:
    for workers in (1, 3):
        run(tmp_path / str(workers), workers=workers)
    for name in ("results.parquet", "points.parquet", "points.csv"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "3" / name).read_bytes()


def test_nothing_is_run_twice(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    seen.mkdir()
    with Runner(tmp_path / "study", STUDY, Noted(seen), workers=2) as runner:
        runner.need(RUNS[:6])
        runner.need(RUNS[:9])
    run(tmp_path / "study", Noted(seen))
    assert Noted(seen).seen() == sorted((point.number, replication) for point, replication in RUNS)


def test_a_failing_point_is_recorded_and_stops_no_other(tmp_path: Path) -> None:
    with Runner(tmp_path, STUDY, Fails(1), workers=2) as runner:
        runner.need(RUNS)
        failures, results = runner.failures(), runner.results()
    assert failures["point"].tolist() == [1] * 5
    assert set(failures["error"]) == {"ValueError: no such district"}
    assert set(results["point"]) == {0, 2}
    points = pd.read_csv(tmp_path / "points.csv")
    assert points["finished"].tolist() == [5, 0, 5]
    assert points["failed"].tolist() == [0, 5, 0]


def test_a_point_that_kills_its_process_is_given_up_and_tried_again_another_day(tmp_path: Path) -> None:
    with Runner(tmp_path, STUDY, Kills(1), workers=2) as runner:
        runner.need((point, 0) for point in POINTS)
        assert runner.failures()["error"].tolist() == [ENDED_EARLY]
        assert set(runner.results()["point"]) == {0, 2}
    with Runner(tmp_path, STUDY, Drawn(), workers=1) as runner:
        runner.need((point, 0) for point in POINTS)
        assert runner.failures().empty
        assert set(runner.results()["point"]) == {0, 1, 2}


def test_points_carry_what_was_varied(tmp_path: Path) -> None:
    run(tmp_path)
    points = duckdb.sql(f"FROM '{tmp_path / 'points.parquet'}'").df()
    assert list(points) == ["point", "name", "base", "sets", "x", "rule", "finished", "failed", "error"]
    assert points["x"].tolist() == [0.0, 1.0, 2.0]
    assert points["rule"].tolist() == ["a"] * 3


def test_time_and_place_stand_in_a_table_of_their_own(tmp_path: Path) -> None:
    run(tmp_path, Drawn(0.01))
    runs = duckdb.sql(f"FROM '{tmp_path / 'runs.parquet'}'").df()
    assert len(runs) == len(RUNS)
    assert np.all(runs["seconds"] >= 0.01)
    assert runs["host"].nunique() == 1


def test_a_changed_study_is_refused_with_what_changed(tmp_path: Path) -> None:
    run(tmp_path)
    with pytest.raises(StudyChanged) as refused:
        run(tmp_path, study={"name": "trial", "factors": {"x": [1, 5, 3]}, "replications": 5})
    assert "factors.x.1: was 2, is 5" in str(refused.value)
    assert "replications: 5 is new" in str(refused.value)
    assert "overwrite=True" in str(refused.value)


def test_other_code_is_a_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path)
    monkeypatch.setattr("sim.study.execution.runner.numbers_digest", lambda: "of another day")
    with pytest.raises(StudyChanged, match=r"code: was [0-9a-f]+, is of another day"):
        run(tmp_path)


def test_overwriting_begins_afresh(tmp_path: Path) -> None:
    run(tmp_path, study={"name": "another"})
    with Runner(tmp_path, STUDY, Drawn(), workers=1, overwrite=True) as runner:
        assert runner.results().empty
        runner.need(RUNS[:1])
        assert len(runner.results()) == 3
    with Runner(tmp_path, STUDY, Drawn(), workers=1) as runner:
        assert len(runner.results()) == 3


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").touch()
    with pytest.raises(FolderTaken, match="not empty"):
        run(tmp_path)


def test_a_number_stands_for_one_point_only(tmp_path: Path) -> None:
    run(tmp_path)
    with Runner(tmp_path, STUDY, Drawn(), workers=1) as runner, pytest.raises(PointChanged, match="point 1"):
        runner.need([(Point(1, "p1", "village-square", ("grids.count=77",)), 0)])


def test_two_cannot_run_one_study(tmp_path: Path) -> None:
    from subprocess import run as call
    from sys import executable

    script = f"""
from pathlib import Path
from sim.study.execution.store import StudyStore
StudyStore(Path({str(tmp_path)!r}), {{}})
"""
    with Runner(tmp_path, STUDY, Drawn(), workers=1):
        other = call([executable, "-c", script], capture_output=True, text=True, check=False)
    assert StudyBusy.__name__ in other.stderr
    assert "another process" in other.stderr


def test_progress_counts_runs_and_failures(tmp_path: Path) -> None:
    seen: list[tuple[int, int, int]] = []
    with Runner(tmp_path, STUDY, Fails(1), workers=1, progress=lambda *numbers: seen.append(numbers)) as runner:
        runner.need(RUNS[:6])
        runner.need(RUNS)
    assert seen[0] == (0, 6, 0)
    assert (6, 15, 1) in seen
    assert seen[-1] == (15, 15, 5)
    assert seen == sorted(seen)


def test_the_manifest_says_whether_all_was_run(tmp_path: Path) -> None:
    def complete() -> object:
        return json.loads((tmp_path / "manifest.json").read_text())["complete"]

    with pytest.raises(KeyboardInterrupt), Runner(tmp_path, STUDY, Drawn(), workers=1) as runner:
        runner.need(RUNS[:3])
        raise KeyboardInterrupt
    assert complete() is False
    assert not (tmp_path / "results.parquet").exists()
    run(tmp_path)
    assert complete() is True
