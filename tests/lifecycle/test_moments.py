"""Moments at which little decides: limits that are looked at before they pass, jobs in line, reports to verify."""

from __future__ import annotations

import pytest

from sim.kinds import NOBODY, Clock, JobKind
from sim.lifecycle import grid_leader, station, street
from sim.lifecycle.hooks import dispatching, working
from sim.lifecycle.oversight import supervisor
from sim.lifecycle.things import Case, Job, Server, Station
from tests.lifecycle.recording import Recording
from tests.lifecycle.test_cases import Patch, calls, desk


@pytest.mark.parametrize(("overdue", "whistles", "due"), [(0, 1, 500), (1, 0, NOBODY)])
def test_the_street_may_whistle_before_the_first_limit_only(
    monkeypatch: Patch, overdue: int, whistles: int, due: int
) -> None:
    blown, reminded = (calls(monkeypatch, supervisor, name) for name in ("whistle_for", "remind"))
    calls(monkeypatch, supervisor.assessment, "closes_on_paper", answer=False)
    case = Case(issue=0, limit=500, overdue=overdue)
    supervisor.on_limit(desk(), case)
    assert (len(blown), len(reminded), case.due_limit) == (whistles, 1 - whistles, due)


@pytest.mark.parametrize(("limit", "due"), [(500, 500), (80, 100)], ids=["it runs on", "it passes at once"])
def test_a_limit_is_not_extended_once_hands_have_come(limit: int, due: int) -> None:
    case = Case(issue=0, limit=limit, arrived=90, asks_extension=1)
    supervisor.extend(desk(), case)
    assert (case.extended, case.limit, case.due_limit) == (0, limit, due)


@pytest.mark.parametrize(("rank", "moves"), [(69, 1), (70, 0), (71, 0)])
def test_a_job_moves_forward_in_line_only_to_a_lower_rank(monkeypatch: Patch, rank: int, moves: int) -> None:
    """One that stays is not entered again: a part that is passed over twice would be put back without end."""
    joined = calls(monkeypatch, station, "join_line")
    monkeypatch.setattr(working, "rank", lambda plan, *of: rank)
    job = Job(case=0, rank=70)
    station.hasten(Recording(plan=None, cases=[Case()]), Station(), job, 1)
    assert (len(joined), job.rank) == (moves, min(rank, 70))


def test_all_parts_that_were_passed_over_are_in_line_again(monkeypatch: Patch) -> None:
    jobs = [Job(slot=slot) for slot in range(3)]
    line = [0, 1, 2]
    monkeypatch.setattr(station, "first_in_line", lambda sim, place, clock: line[0] if line else NOBODY)
    monkeypatch.setattr(station, "leave_line", lambda sim, place, clock: line.pop(0))
    monkeypatch.setattr(station, "hands_for", lambda sim, place, job: NOBODY)
    monkeypatch.setattr(station.parts, "of_several", lambda sim, job: True)
    monkeypatch.setattr(station, "join_line", lambda sim, place, job: line.append(job.slot))
    station.take_from(Recording(jobs=jobs), Station(), Clock.CASES.value)
    assert sorted(line) == [0, 1, 2]


@pytest.mark.parametrize(("opens", "taken"), [(100, 4), (130, NOBODY)])
def test_one_on_duty_takes_up_a_job_when_open_for_it(monkeypatch: Patch, opens: int, taken: int) -> None:
    monkeypatch.setattr(station, "opens", lambda sim, server, clock: 100 if clock == Clock.DUTY else opens)
    monkeypatch.setattr(station.parts, "may_do", lambda sim, server, job: True)
    sim = Recording(now=100, servers=[Server(number=4, job=NOBODY)])
    monkeypatch.setattr(station, "called_from_work", lambda sim, place, job: NOBODY)
    assert station.hands_for(sim, Station(first_server=0, servers=1), Job(clock=Clock.AGREED)) == taken


def test_hands_on_duty_come_before_those_at_home_and_hands_called_from_work_too(monkeypatch: Patch) -> None:
    on_duty, called = {4: False, 5: True}, [NOBODY]
    monkeypatch.setattr(station, "opens", lambda sim, server, clock: 100)
    monkeypatch.setattr(station, "is_on_duty", lambda sim, server: on_duty[server.number])
    monkeypatch.setattr(station, "called_from_work", lambda sim, place, job: called[0])
    monkeypatch.setattr(station.parts, "may_do", lambda sim, server, job: True)
    sim = Recording(now=100, servers=[Server(number=4, job=NOBODY), Server(number=5, job=NOBODY)])
    two, job = Station(first_server=0, servers=2), Job(clock=Clock.ANY)
    assert station.hands_for(sim, two, job) == 5
    on_duty[5] = False
    assert station.hands_for(sim, two, job) == 4
    called[0] = 9
    assert station.hands_for(sim, two, job) == 9
    assert station.hands_for(sim, two, Job(clock=Clock.CASES)) == 4, "nobody is called from work for one like it"


@pytest.mark.parametrize("worker", [3, NOBODY])
def test_a_report_is_verified_first_where_there_is_a_worker(monkeypatch: Patch, worker: int) -> None:
    given, filed = calls(monkeypatch, street, "give"), calls(monkeypatch, street, "file")
    calls(monkeypatch, grid_leader, "worker_at", answer=worker)
    calls(monkeypatch, dispatching, "verified_first", answer=True)
    case = Case(issue=0)
    street.file_report(desk(), case)
    there = worker != NOBODY
    assert (case.verified, case.finder) == (int(there), worker)
    assert given == ([(worker, case, JobKind.VERIFY, 0)] if there else []), "it is no check of the finder's own work"
    assert len(filed) == int(not there)
