"""The schedule: short runs together, long ones alone, a bounded number at once, and what a death brings."""

from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Any

import pytest

from sim.study.execution.executors import Crew
from sim.study.execution.provenance import numbers_digest
from sim.study.execution.schedule import DEATHS, NothingFinishes, Schedule, carried_out
from sim.study.execution.units import ENDED_EARLY, OtherCode, Run, Unit, carry_out
from sim.study.files.points import Point, Result
from tests.study.execution.evaluations import Drawn

POINTS = [Point(number, str(number), "village-square") for number in range(40)]
DRAWS = partial(carry_out, Drawn(), code=numbers_digest())
RUNS: list[Run] = [(point, replication) for point in POINTS for replication in range(25)]


class Here(Executor):
    """Does everything at once in this process, but for the units with a cursed point, which break it."""

    def __init__(self, cursed: int | None = None) -> None:
        self.cursed = cursed
        self.at_work, self.most, self.sizes = 0, 0, list[int]()

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        unit: Unit = args[0]
        self.sizes.append(len(unit.runs))
        future: Future[Any] = Future()
        if any(point.number == self.cursed for point, _ in unit.runs):
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def crew(executor: Executor, slots: int = 2) -> Crew:
    return Crew(executor, lambda: slots, (BrokenProcessPool,))


def numbers(results: list[Result]) -> list[tuple[int, int]]:
    return sorted((result.point, result.replication) for result in results)


def lengths(run_s: float, runs: list[Run] = RUNS) -> list[int]:
    """Return the number of runs in each unit, if every run takes so long."""
    schedule, sizes = Schedule(runs), []
    while schedule:
        unit = schedule.next(2)
        sizes.append(len(unit.runs))
        schedule.learn([Result(0, 0, seconds=run_s)])
    return sizes


def test_every_run_is_handed_out_once() -> None:
    schedule, given = Schedule(RUNS), list[Run]()
    while schedule:
        given += schedule.next(2).runs
    assert len(given) == len(set(given)) == len(RUNS)


def test_points_of_one_replication_go_together() -> None:
    schedule = Schedule(RUNS)
    schedule.learn([Result(0, 0, seconds=0.05)])
    assert {replication for _, replication in schedule.next(2).runs} == {0}


def test_short_runs_go_in_large_units_and_long_ones_alone() -> None:
    assert max(lengths(0.01)) == 100
    assert max(lengths(0.1)) == 10
    assert set(lengths(20.0)) == {1}


def test_longer_runs_go_together_if_they_share_a_world() -> None:
    elsewhere = [
        (Point(number, str(number), "village-square", (f"hazards.litter.rate={number}",)), replication)
        for number in range(40)
        for replication in range(25)
    ]
    assert max(lengths(2.0)) == 5
    assert set(lengths(2.0, elsewhere)) == {1}


def test_points_with_one_world_follow_each_other() -> None:
    worlds = ["run.seed=1", "run.seed=2"]
    points = [Point(n, str(n), "village-square", (worlds[n % 2], f"grids.count={n}")) for n in range(8)]
    schedule, order = Schedule([(point, 0) for point in points]), list[int]()
    while schedule:
        order += [point.number for point, _ in schedule.next(1).runs]
    assert order == [0, 2, 4, 6, 1, 3, 5, 7]


def test_units_shrink_towards_the_end_so_that_all_end_together() -> None:
    assert lengths(0.01)[-4:] == [1, 1, 1, 1]


def test_one_slow_start_does_not_count() -> None:
    schedule = Schedule(RUNS)
    for seconds in (3.0, 0.01, 0.01):
        schedule.learn([Result(0, 0, seconds=seconds)])
    assert len(schedule.next(2).runs) == 100


def test_a_crew_carries_out_all_of_it() -> None:
    found = [r for results in carried_out(crew(Here()), DRAWS, RUNS) for r in results]
    assert numbers(found) == sorted((point.number, replication) for point, replication in RUNS)
    assert not any(result.error for result in found)


def test_who_kills_workers_is_found_among_others_and_given_up() -> None:
    executor = Here(cursed=7)
    found = [r for results in carried_out(crew(executor), DRAWS, RUNS) for r in results]
    assert numbers(found) == sorted((point.number, replication) for point, replication in RUNS)
    assert {result.point for result in found if result.error == ENDED_EARLY} == {7}
    assert {result.error for result in found if result.point != 7} == {None}


def test_a_unit_is_tried_again_before_it_is_given_up() -> None:
    schedule = Schedule(RUNS[:1])
    unit = schedule.next(1)
    for _ in range(DEATHS - 1):
        assert schedule.bury(unit) == []
        unit = schedule.next(1)
    assert [result.error for result in schedule.bury(unit)] == [ENDED_EARLY]
    assert not schedule


def test_when_nothing_ever_finishes_the_study_stops_and_says_so() -> None:
    class Cursed(Here):
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.set_exception(BrokenProcessPool())
            return future

    found: list[Result] = []
    with pytest.raises(NothingFinishes, match="workers=1"):
        for results in carried_out(crew(Cursed()), DRAWS, RUNS):
            found += results
    assert len(found) == DEATHS - 1


def test_a_worker_with_other_code_is_refused() -> None:
    with pytest.raises(OtherCode, match="other code"):
        carry_out(Drawn(), Unit(tuple(RUNS[:1])), "of another day")
