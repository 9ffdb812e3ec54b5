"""Small parts of the lifecycle, each on things made by hand: the board of tasks, sets, units, months, whose hours."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sim.kinds import NOBODY, Clock, JobKind, Performer, Scope, StationKind
from sim.lifecycle import access, beat, community, grid_leader, grid_worker, ledger, party_members
from sim.lifecycle import station as stations
from sim.lifecycle.hooks import noticing
from sim.lifecycle.joint_work import departments, whistle
from sim.lifecycle.oversight import supervisor
from sim.lifecycle.things import Case, Issue, Job, Server, Station, Walk
from sim.mechanisms.whistle import EMERGENCY_WHISTLE, ORDINARY_WHISTLE
from tests.lifecycle.recording import Recording

# -- the board of small tasks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "clock", "small", "can"),
    [
        (JobKind.HANDLE, Clock.CASES, 1, True),
        (JobKind.HANDLE, Clock.CASES, 0, False),
        (JobKind.HANDLE, Clock.DUTY, 1, False),
        (JobKind.CHECK, Clock.CASES, 1, False),
        (JobKind.VERIFY, Clock.CASES, 1, False),
    ],
)
def test_only_small_handling_in_the_time_for_cases_can_be_taken_up(
    kind: JobKind, clock: Clock, small: int, can: bool
) -> None:
    sim = Recording(plan=SimpleNamespace(hazards=[SimpleNamespace(small=small)]), cases=[Case(issue=0)])
    sim.add(Issue(hazard=0))
    assert community.can_be_taken_up(sim, Job(kind=kind, clock=clock, case=0)) is can


def offered(count: int) -> tuple[Recording, Station, list[Job]]:
    jobs = [Job(slot=slot, number=slot + 1, queued=10 * slot) for slot in range(count)]
    sim, place = Recording(jobs=jobs), Station()
    for job in jobs:
        community.offer(sim, place, job)
    return sim, place, jobs


def chain(place: Station, jobs: list[Job]) -> list[int]:
    """Slots on the board of a station, followed in both directions."""
    forward, slot = [], place.first_offer
    while slot != NOBODY:
        forward.append(slot)
        slot = jobs[slot].later
    backward, slot = [], place.last_offer
    while slot != NOBODY:
        backward.append(slot)
        slot = jobs[slot].earlier
    assert forward == backward[::-1]
    return forward


@pytest.mark.parametrize(("taken", "left"), [(0, [1, 2]), (1, [0, 2]), (2, [0, 1])])
def test_a_task_can_be_taken_from_anywhere_on_the_board(taken: int, left: list[int]) -> None:
    sim, place, jobs = offered(3)
    community.call_in(sim, place, jobs[taken])
    assert chain(place, jobs) == left
    community.call_in(sim, place, jobs[taken])  # it is not there any more
    assert chain(place, jobs) == left
    community.offer(sim, place, jobs[taken])
    assert chain(place, jobs) == [*left, taken]


def test_a_board_can_be_emptied() -> None:
    sim, place, jobs = offered(1)
    community.call_in(sim, place, jobs[0])
    assert (place.first_offer, place.last_offer, jobs[0].offered) == (NOBODY, NOBODY, 0)


@pytest.mark.parametrize(
    ("desk", "worker", "other", "oldest"),
    [
        (None, None, None, NOBODY),
        ((5, 1), None, None, 0),
        (None, (5, 1), None, 1),
        ((5, 1), (4, 2), (6, 3), 1),
        ((5, 9), (5, 2), (5, 3), 1),
        ((3, 9), (5, 2), (5, 3), 0),
        (None, (5, 2), (3, 8), 2),
    ],
)
def test_the_oldest_small_task_of_desk_and_workers(
    desk: tuple[int, int] | None, worker: tuple[int, int] | None, other: tuple[int, int] | None, oldest: int
) -> None:
    tasks = (desk, worker, other)
    jobs = [Job(slot=slot, queued=task[0], number=task[1]) if task else None for slot, task in enumerate(tasks)]
    boards = [Station(first_offer=slot if task else NOBODY) for slot, task in enumerate(tasks)]
    area = SimpleNamespace(desk=2, first_worker=0, workers=2)
    sim = Recording(plan=SimpleNamespace(communities=[area]), jobs=jobs, stations=[*boards[1:], boards[0]])
    assert community.small_task(sim, 0) == oldest


@pytest.mark.parametrize("taken", [0, 1, 2])
def test_a_task_that_is_withdrawn_is_on_the_board_no_more(taken: int) -> None:
    sim, place, jobs = offered(3)
    place.waiting, sim.cases, sim.free_job = 3, [Case()], lambda job: None
    for job in jobs:
        job.case = job.station = 0
    stations.withdraw(sim, place, jobs[taken])
    assert chain(place, jobs) == [slot for slot in range(3) if slot != taken]
    assert place.waiting == 2


@pytest.mark.parametrize(
    ("gap", "servers", "comes"),
    [(2.0, 1, 57), (0.0, 1, NOBODY), (2.0, 0, NOBODY)],
    ids=["one does", "nobody is ready to", "less than half a member"],
)
def test_members_come_forward_where_there_are_some_who_are_ready_to(
    monkeypatch: pytest.MonkeyPatch, gap: float, servers: int, comes: int
) -> None:
    monkeypatch.setattr(noticing, "member_comes_at", lambda plan, area, pool, members, now: now + 7)
    area = SimpleNamespace(member_gap=gap)
    sim = Recording(now=50, plan=SimpleNamespace(communities=[area], pools=[None], stations=[SimpleNamespace(pool=0)]))
    pool = Station(community=0, servers=servers)
    party_members.look_ahead(sim, pool)
    assert (pool.due_evening, pool.evenings) == (comes, int(comes != NOBODY))


# -- sets, units, months ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("bits", "first", "size"), [(0b1, 0, 1), (0b110, 1, 2), (0b101000, 3, 2)])
def test_sets_of_departments(bits: int, first: int, size: int) -> None:
    assert departments.first_department(bits) == first
    assert departments.size_of(bits) == size
    assert [d for d in range(8) if departments.has(bits, d)] == [d for d in range(8) if bits >> d & 1]
    assert departments.size_of(0) == 0


@pytest.mark.parametrize(
    ("scope", "beat_there", "number"),
    [
        (Scope.GRID, 3, 3),
        (Scope.GRID, NOBODY, 30),
        (Scope.COMMUNITY, 3, 101),
        (Scope.STREET, 3, 102),
        (Scope.DISTRICT, 3, 100),
    ],
)
def test_the_station_of_a_unit_where_an_issue_is(scope: Scope, beat_there: int, number: int) -> None:
    plan = SimpleNamespace(
        units=[None, SimpleNamespace(scope=scope, first_station=100)],
        sites=[SimpleNamespace(beat=beat_there)],
        communities=[None, SimpleNamespace(desk=30, street=2)],
    )
    sim = Recording(plan=plan)
    sim.add(Issue(community=1, site=0))
    assert ledger.station_of_unit(sim, Case(issue=0, unit=1)) == number


def test_closings_are_counted_until_the_month_ends() -> None:
    kinds = (StationKind.WORKER, StationKind.DEPARTMENT, StationKind.DEPARTMENT)
    places = [Station(kind=kind, closed=4, in_time=1) for kind in kinds]
    places[2].closed = places[2].in_time = 0
    plan = SimpleNamespace(
        months=[500, 900],
        rated_with=[NOBODY, 1, 2],
        assessment=SimpleNamespace(weight=0.0),
        street_powers=SimpleNamespace(weight=0.0),
    )
    sim = Recording(plan=plan, stations=places, month=1)
    supervisor.on_month(sim)
    assert sim.rows == [(supervisor.UNIT_RATED, NOBODY, NOBODY, NOBODY, Performer.SUPERVISOR, 1, 250)]
    assert [(place.closed, place.in_time) for place in places] == [(0, 0)] * 3
    assert [event[-1] for event in sim.events] == [900] and sim.month == 2
    supervisor.expect_month_end(sim)
    assert len(sim.events) == 1


@pytest.mark.parametrize(("worker", "other"), [(10, 11), (11, 12), (12, 10)])
def test_the_colleague_next_to_a_worker(worker: int, other: int) -> None:
    assert grid_leader.other_than(None, SimpleNamespace(first_worker=10, workers=3), worker) == other


@pytest.mark.parametrize(("workers", "worker", "other"), [(1, 10, 10), (0, 10, NOBODY), (3, NOBODY, NOBODY)])
def test_a_worker_alone_and_nobody(workers: int, worker: int, other: int) -> None:
    assert grid_leader.other_than(None, SimpleNamespace(first_worker=10, workers=workers), worker) == other


# -- hours -----------------------------------------------------------------------------------------------------------


def test_each_clock_has_its_calendar() -> None:
    sim = Recording(plan=SimpleNamespace(calendars=["for cases", "duty", "any"]))
    server = Server(cases=0, duty=1, always=2)
    assert [access.calendar_of(sim, server, clock) for clock in (Clock.CASES, Clock.DUTY, Clock.ANY)] == [
        "for cases",
        "duty",
        "any",
    ]


@pytest.mark.parametrize(
    ("whistles", "kind", "agreed_after", "clock"),
    [
        (2, ORDINARY_WHISTLE, 9, Clock.DUTY),
        (3, ORDINARY_WHISTLE, 9, Clock.ANY),
        (1, ORDINARY_WHISTLE, 1, Clock.DUTY),
        (2, ORDINARY_WHISTLE, 1, Clock.AGREED),
        (3, ORDINARY_WHISTLE, 0, Clock.AGREED),
        (1, EMERGENCY_WHISTLE, 0, Clock.ANY),
    ],
)
def test_a_whistle_uses_hours_on_duty_until_it_is_escalated(
    monkeypatch: pytest.MonkeyPatch, whistles: int, kind: int, agreed_after: int, clock: Clock
) -> None:
    monkeypatch.setattr(whistle, "kind_of", lambda sim, case: kind)
    sim = Recording(plan=SimpleNamespace(whistle=SimpleNamespace(attempts=2, agreed_after=agreed_after)))
    assert whistle.hours_of(sim, Case(whistles=whistles)) == clock


@pytest.mark.parametrize(
    ("activity", "turned"),
    [
        (grid_worker.BEFORE, (0, 0, 0, 0, 0)),
        (grid_worker.KEEP, (9, 0, 0, 9, 0)),
        (grid_worker.VISITS, (0, 9, 0, 0, 9)),
        (grid_worker.REST, (9, 0, 0, 9, 0)),
        (grid_worker.COVER, (0, 0, 9, 9, 0)),
    ],
)
def test_time_spent_turns_the_odometer_of_its_activity(activity: int, turned: tuple[int, ...]) -> None:
    own, neighbour = Walk(covers=1), Walk()
    grid_worker.spend(Recording(walks=[own, neighbour]), own, activity, 9)
    assert (own.odometer, own.visit_odometer, neighbour.odometer, own.patrolled, own.visited) == turned


def test_all_beats_on_a_round_reckon_each_with_its_position(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(beat, "expect", lambda sim, number, issue, position: told.append((number, position)))
    rounds = [SimpleNamespace(next_on_round=after) for after in (NOBODY, 4, 0, NOBODY, 2)]
    sim: Any = Recording(plan=SimpleNamespace(sites=[SimpleNamespace(beat=1)], beats=rounds))
    beat.expect_finds(sim, Issue(site=0))
    assert told == [(1, 0), (4, 1), (2, 2), (0, 3)]


def test_a_job_waits_from_joining_to_being_taken_up() -> None:
    assert not stations.in_queue(Job())
    assert stations.in_queue(Job(station=2))
    assert not stations.in_queue(Job(station=2, server=0))
