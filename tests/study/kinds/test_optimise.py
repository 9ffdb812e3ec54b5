"""Optimisation: a planted best is found, the same one however the search is run, and the front is a front."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.show.pages.studies.page import answer_of
from sim.study.files.load import load_study
from sim.study.files.points import Point
from sim.study.kinds.optimise import finalists, front
from sim.study.kinds.search import Tried
from sim.study.kinds.study import StudyOptions, run_study
from tests.study.execution.functions import Staffing
from tests.study.files.studies import rows, write

ALONE = StudyOptions("reference", workers=1)
CHEAPEST = """\
kind: optimise
factors: {workers: {path: staff.grid_workers.count, range: [20, 120]}}
minimise: [yearly_cost]
subject_to: {detection_median_h: at most 10 h}
replications: 4
trials: 40
select: {tolerance: 5 %}
"""
"""600 / workers <= 10 h: 60 workers are the cheapest that meet it."""


@pytest.fixture(scope="module")
def cheapest(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("optimise")
    return run_study(load_study(write(folder, CHEAPEST)), folder / "out", ALONE, evaluate=Staffing())


def test_the_planted_best_is_found(cheapest) -> None:
    table = cheapest.tables["chosen"]
    winner = rows(table, point=cheapest.found.winner, measure="yearly_cost").iloc[0]
    workers = int(winner["workers"])
    assert 60 <= workers <= 63
    assert winner["mean"] == 60_000 * workers
    assert cheapest.found.confidence >= 0.9


def test_the_best_is_named_with_how_sure_that_is(cheapest) -> None:
    found = cheapest.found
    workers = int(rows(found.chosen, point=found.winner)["workers"].iloc[0])
    best, sure = answer_of(found, "en")
    assert f"Best of {found.trials.settings} settings tried: workers {workers}. " in best
    assert f"this is the best of {found.finalists} finalists" in sure
    assert f"网格员：数量 {workers}。" in answer_of(found, "zh")[0]


def test_finalists_are_judged_by_replications_that_the_search_has_not_seen(cheapest) -> None:
    import duckdb

    runs = duckdb.sql(f"from '{cheapest.folder}/runs.parquet'").df()
    finalist = set(cheapest.tables["chosen"]["point"])
    assert runs.loc[runs["replication"] >= 4, "point"].isin(finalist).all()
    assert (cheapest.tables["chosen"]["replications"] >= 10).all()


def test_the_search_is_the_same_again_and_is_not_run_again(cheapest, tmp_path: Path) -> None:
    again = run_study(load_study(write(tmp_path, CHEAPEST)), tmp_path / "out", ALONE, evaluate=Staffing())
    assert again.found.winner == cheapest.found.winner
    assert again.tables["chosen"].equals(cheapest.tables["chosen"])


def tried(number: int, *aims: float, excess: float = -1.0) -> tuple[Point, Tried]:
    return Point(number, str(number), "village-square"), Tried(aims, (excess,))


def test_the_front_holds_what_nothing_betters() -> None:
    points = [tried(0, 1, 5), tried(1, 2, 3), tried(2, 2, 4), tried(3, 3, 1), tried(4, 0, 0, excess=0.1)]
    assert [point.number for point in front(points)] == [0, 1, 3]


def test_finalists_keep_their_limits_first_and_then_come_near_them() -> None:
    points = [tried(0, 9), tried(1, 5, excess=0.2), tried(2, 1, excess=0.1), tried(3, 8)]
    assert [point.number for point in finalists(points, 3)] == [3, 0, 2]


def test_two_aims_give_a_front(tmp_path: Path) -> None:
    text = CHEAPEST.replace("minimise: [yearly_cost]", "minimise: [yearly_cost, detection_median_h]")
    text = text.replace("subject_to: {detection_median_h: at most 10 h}\n", "").replace("40", "16")
    done = run_study(load_study(write(tmp_path, text)), tmp_path / "out", ALONE, evaluate=Staffing(noise_h=0.0))
    costs = rows(done.tables["chosen"], measure="yearly_cost").sort_values("mean")["point"]
    hours = rows(done.tables["chosen"], measure="detection_median_h").sort_values("mean", ascending=False)["point"]
    assert set(done.found.front) == set(costs)
    assert list(costs) == list(hours), "what costs more is quicker, all along the front"
    assert len(costs) > 4
    assert f"{len(done.found.front)} of " in answer_of(done.found, "en")[0]
