"""Walks and leaders, part by part: who covers whom, who is chosen for a job, what is planned for a period."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sim.kinds import NEVER, NOBODY
from sim.lifecycle import grid_leader, grid_worker
from sim.lifecycle.things import Case, Issue, Station, Walk
from tests.lifecycle.recording import Recording


def period(covered: int, patrol: int = 1_000) -> Any:
    return SimpleNamespace(period=3, before=5, slack_permille=300, patrol=patrol, visits=70, cover=40, covered=covered)


def walkers(count: int) -> Recording:
    plan = SimpleNamespace(patrol=SimpleNamespace(keep_permille=250))
    return Recording(plan=plan, walks=[Walk() for _ in range(count)], left=[0] * 5 * count)


def test_a_period_begins_with_what_is_planned_for_it() -> None:
    sim = walkers(2)
    grid_worker.begin_period(sim, 1, period(NOBODY))
    assert [grid_worker.left_of(sim, 1, activity) for activity in range(5)] == [5, 250, 70, 750, 40]
    assert [grid_worker.left_of(sim, 0, activity) for activity in range(5)] == [0] * 5
    assert (sim.walks[1].period, sim.walks[1].covers) == (3, NOBODY)


def test_a_beat_is_covered_until_its_coverer_begins_another_period() -> None:
    sim = walkers(3)
    grid_worker.begin_period(sim, 0, period(2))
    assert (sim.walks[0].covers, sim.walks[2].coverer) == (2, 0)
    grid_worker.begin_period(sim, 0, period(NOBODY))
    assert (sim.walks[0].covers, sim.walks[2].coverer) == (NOBODY, NOBODY)


def test_a_beat_that_another_covers_meanwhile_stays_covered() -> None:
    sim = walkers(3)
    grid_worker.begin_period(sim, 0, period(2))
    grid_worker.begin_period(sim, 1, period(2))
    grid_worker.begin_period(sim, 0, period(NOBODY))
    assert sim.walks[2].coverer == 1


@pytest.mark.parametrize(
    ("walking", "now", "find", "due"),
    [
        (1, 50, 80, 80),
        (1, 50, 100, 100),  # at the last moment of the stint
        (1, 50, 120, 200),  # too late for it
        (1, 50, NEVER, 200),
        (1, 150, 100, 200),  # the stint is over, and nothing is due in the past
        (0, 50, 80, 200),  # who does not walk comes upon nothing
    ],
)
def test_a_worker_is_due_at_the_next_find_of_the_stint_or_when_another_begins(
    monkeypatch: pytest.MonkeyPatch, walking: int, now: int, find: int, due: int
) -> None:
    """The stint ends at 100, the next one begins at 200."""
    monkeypatch.setattr(grid_worker, "next_find", lambda sim, number: find)
    sim = Recording(now=now, walks=[Walk(walking=walking, until=100)], stations=[Station()], opens=[200])
    grid_worker.plan_next(sim, 0)
    assert sim.stations[0].due_duty == due


def community(opens: list[int], waiting: list[int], **own: Any) -> Recording:
    area = SimpleNamespace(first_worker=0, workers=len(opens))
    plan = SimpleNamespace(communities=[area], staff=SimpleNamespace(rebalance_after=10))
    stations = [SimpleNamespace(waiting=jobs) for jobs in waiting]
    sim = Recording(plan=plan, stations=stations, opens=opens, **own)
    sim.add(Issue(community=0))
    return sim


@pytest.fixture(autouse=True)
def field(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are in the field when `opens` says."""
    monkeypatch.setattr(grid_worker, "in_field_at", lambda sim, number, t: max(sim.opens[number], t))


@pytest.mark.parametrize(
    ("opens", "waiting", "wanted", "chosen"),
    [
        ([10, 0, 0], [5, 0, 0], 0, 0),  # back within the time that a leader lets pass
        ([11, 4, 3], [0, 0, 9], 0, 2),  # else who is in the field first, however much waits there
        ([11, 3, 3], [0, 2, 1], 0, 2),  # of two alike, who has fewer jobs waiting
        ([11, 3, 3], [0, 2, 2], 0, 1),  # of two alike in this too, the lower number
        ([40, 50, 60], [9, 0, 0], 0, 0),  # nobody is there sooner
        ([11, 3, 3], [0, 1, 2], 0, 1),
        ([11, 5, 3], [0, 0, 1], 0, 2),
    ],
)
def test_a_leader_gives_the_job_to_whom(opens: list[int], waiting: list[int], wanted: int, chosen: int) -> None:
    sim = community(opens, waiting)
    assert grid_leader.worker_for(sim, Case(issue=0, number=4), wanted) == chosen
    assert [(row[0], row[-1]) for row in sim.rows] == ([] if chosen == wanted else [(grid_leader.REASSIGNED, chosen)])


def test_without_workers_there_is_nobody() -> None:
    sim = community([], [])
    assert grid_leader.worker_for(sim, Case(issue=0), 0) == NOBODY
    assert grid_leader.worker_for(community([0], [0]), Case(issue=0), NOBODY) == NOBODY
