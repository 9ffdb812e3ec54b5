"""Queues that grow are told, and no others: against M/M/1 queues below and above what the server can do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

import sim
from sim.engines import simulate
from sim.measures.stations.queues import growing_queues
from sim.measures.statistics.growth import grows, growth
from tests.measures.frames import table

ONE_DESK = Path(sim.__file__).parent / "verify" / "scenarios" / "one-desk.yaml"
HOURS, WEEK = 168 * 26, 168


def mm1(load: float, seed: int) -> NDArray[np.float64]:
    """Numbers in an M/M/1 queue at the end of each of 26 weeks, one service an hour in the mean, from its start on."""
    chance = np.random.default_rng(seed)
    jumps = chance.exponential(1.0 / (1.0 + load), size=int(HOURS * (1 + load) * 1.2)).cumsum()
    up = chance.random(len(jumps)) < load / (1.0 + load)
    walk = np.concatenate([[0], np.cumsum(np.where(up, 1, -1))])
    waiting = walk - np.minimum.accumulate(walk)  # reflected at 0
    return waiting[np.searchsorted(jumps, np.arange(0, HOURS + 1, WEEK))].astype(np.float64)


def alarms(load: float, replications: int, tries: int = 200) -> float:
    """Share of runs that are told to grow."""
    told = 0
    for number in range(tries):
        weekly = np.stack([mm1(load, number * replications + r) for r in range(replications)])
        told += grows(growth(weekly), replications)
    return told / tries


@pytest.mark.parametrize("replications", [1, 5])
def test_a_queue_that_is_too_much_is_told_and_a_steady_one_is_not(replications: int) -> None:
    assert alarms(0.7, replications) == 0
    assert alarms(0.95, replications) <= 0.02
    assert alarms(1.2, replications) >= 0.99


def test_a_thousand_short_queues_raise_no_false_alarm_together() -> None:
    """A job more, fewer or neither each week, four weeks in eight replications: by chance some of a thousand rise."""
    chance = np.random.default_rng(3)
    alone = together = 0
    for _ in range(1_000):
        weekly = np.cumsum(chance.integers(-1, 2, (8, 5)), axis=1).astype(np.float64)
        alone += grows(growth(weekly), 8)
        together += grows(growth(weekly, 1_000), 8)
    assert alone > 20
    assert together == 0
    steep = np.arange(5.0) * 3 + chance.random((8, 5))
    assert grows(growth(steep, 1_000), 8)


def test_growth_is_jobs_a_week() -> None:
    weekly = np.array([mm1(1.2, seed) for seed in range(20)])
    found = growth(weekly)
    assert found is not None
    assert found.per_week == pytest.approx(0.2 * WEEK, rel=0.05)


def test_one_replication_among_several_and_short_runs_say_nothing() -> None:
    steep, flat = np.arange(10.0) * 50, np.zeros(10)
    assert not grows(growth(np.stack([steep, flat, flat, flat])), 4)
    assert growth(np.array([[0.0, 9.0]])) is None
    assert growth(np.array([[0.0, 9.0, 18.0]])) is None


@pytest.mark.parametrize(("rate", "told"), [(0.184, []), (0.3154, ["community 0"])], ids=["0.7", "1.2"])
def test_a_run_tells_its_queues(rate: float, told: list[str]) -> None:
    """One desk of M/M/1, 50 or 86 jobs of 20 minutes a day, eight weeks."""
    sets = [f"hazards.issue.rate={rate} per resident per year", "run.length=56 days", "run.replications=1"]
    tables = simulate(sim.load(ONE_DESK, sets), 0)
    queues = growing_queues(tables["queues"], tables["stations"])
    assert [queue.name for queue in queues] == told
    weekly = tables["queues"]
    assert len(weekly) == 9 * len(tables["stations"])
    last = weekly[weekly["at"] == weekly["at"].max()].sort_values("station")["waiting"]
    assert last.to_list() == tables["stations"]["queue_end"].to_list()


def test_the_steepest_comes_first() -> None:
    rows = [
        {"station": station, "at": f"2024-05-{1 + 7 * week:02}", "waiting": week * (station + 1), "replication": r}
        for r in (0, 1)
        for week in range(4)
        for station in (0, 1)
    ]
    stations = [{"station": station, "name": f"desk {station}", "replication": r} for r in (0, 1) for station in (0, 1)]
    found = growing_queues(table("queues", rows), table("stations", stations))
    assert [(queue.name, queue.per_week, queue.rising) for queue in found] == [("desk 1", 2.0, 2), ("desk 0", 1.0, 2)]
