"""What is counted: for units until the month ends, of hours as the period opens or closes, of those who wait, of trust.

Counts are sums, so each is told from things that count differently.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sim.kinds import NOBODY, EventKind, Scope
from sim.lifecycle import hours, ledger, run
from sim.lifecycle.oversight import assessment
from sim.lifecycle.things import Case, Issue, Job, Mark, Resident, Server, Station
from tests.lifecycle.recording import Recording

# -- cases, for their units --------------------------------------------------------------------------------------------


def town() -> Recording:
    """A run with one unit of two stations, whose cases are the second community's."""
    plan = SimpleNamespace(units=[SimpleNamespace(scope=Scope.COMMUNITY, first_station=0)])
    sim = Recording(plan=plan, stations=[Station(), Station()])
    sim.add(Issue(community=1))
    return sim


def counted(station: Station) -> dict[str, int]:
    names = ("closed", "in_time", "missed", "called", "solved", "pleased", "untrue", "booked")
    return {name: getattr(station, name) for name in names if getattr(station, name)}


def test_closings_limits_and_answers_are_counted_where_the_case_was() -> None:
    sim, case = town(), Case(issue=0, unit=0)
    ledger.count(sim, case, True)
    ledger.count(sim, case, False)
    ledger.missed(sim, case)
    for solved, satisfied in ((True, False), (True, True), (False, False)):
        ledger.count_answer(sim, case, solved, satisfied)
    assert counted(sim.stations[1]) == {
        "closed": 2, "in_time": 1, "missed": 1, "called": 3, "solved": 2, "pleased": 1,
    }  # fmt: skip
    assert counted(sim.stations[0]) == {}


def test_of_a_case_that_was_sent_to_nobody_nothing_is_counted() -> None:
    sim, case = town(), Case(issue=0)
    ledger.count(sim, case, True)
    ledger.missed(sim, case)
    ledger.count_answer(sim, case, True, True)
    assert counted(sim.stations[0]) == counted(sim.stations[1]) == {}


@pytest.mark.parametrize("what", ["closed", "in_time", "missed", "called", "solved", "pleased", "untrue"])
def test_a_unit_has_the_counts_of_all_its_stations(what: str) -> None:
    stations = [Station(**{what: count}) for count in (2, 3, 7)]
    sim = Recording(plan=SimpleNamespace(rated_with=[0, 0, NOBODY]), stations=stations)
    for number in range(3):
        assessment.count_with_unit(sim, number)
    assert counted(stations[0]) == {what: 5}
    assert counted(stations[2]) == {what: 7}, "it belongs to no unit"
    for station in stations:
        assessment.begin_month(station)
        assert counted(station) == {}


def test_all_stations_of_a_unit_feel_what_it_feels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pressure moves with what the first of them scored, and effort wears off by the pressure that is new."""
    monkeypatch.setattr(assessment.rating, "pressure_after", lambda plan, unit, benchmark: 0.6)
    monkeypatch.setattr(assessment.rating, "novelty_after", lambda plan, unit: 1.0 - unit.pressure / 2.0)
    plan = SimpleNamespace(rated_with=[0, 0, NOBODY], assessment=SimpleNamespace(target=900))
    sim = Recording(plan=plan, stations=[Station(score=800), Station(), Station()])
    for number in range(3):
        assessment.move(sim, number)
    assert [(one.pressure, one.novelty) for one in sim.stations] == [(0.6, 0.7), (0.6, 0.7), (0.0, 1.0)]
    assert [row[-1] for row in sim.rows] == [8_000_600]


# -- hours -------------------------------------------------------------------------------------------------------------


def test_hours_so_far_are_those_of_jobs_ended_and_of_jobs_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two servers, one of whom has been at a job for 50 ms, of which 20 are lent by line duty and 10 off duty."""
    monkeypatch.setattr(hours, "taken", lambda sim, station, server, job: (50, 20, 10))
    servers = [Server(busy=1000, displaced=200, overtime=30), Server(busy=4000, displaced=500, overtime=60, job=0)]
    sim, mark = Recording(servers=servers, jobs=[Job()]), Mark()
    hours.so_far(sim, Station(first_server=0, servers=2), mark)
    assert (mark.busy, mark.displaced, mark.overtime) == (5050, 720, 100)


# -- those who wait ----------------------------------------------------------------------------------------------------


def test_those_who_wait_are_counted_each_day_and_when_the_period_closes() -> None:
    sim = Recording(plan=SimpleNamespace(run=SimpleNamespace(window=2 * run.DAY)), counted=0, queues=[0] * 6)
    for day, waiting in enumerate([(4, 1), (5, 2), (6, 3)]):
        sim.now, sim.stations = day * run.DAY, [Station(waiting=count) for count in waiting]
        run.on_count(sim)
    assert sim.queues == [4, 1, 5, 2, 6, 3]
    assert [(event[0], event[-1]) for event in sim.events] == [
        (EventKind.COUNT, run.DAY),
        (EventKind.COUNT, 2 * run.DAY),
    ]


# -- trust -------------------------------------------------------------------------------------------------------------


def test_trust_is_summed_over_those_involved_and_over_those_who_reported() -> None:
    """Of three residents met two have reported; one has not been met."""
    met = [(0.5, 0.75, 1), (0.25, 0.125, 0), (0.0, 0.0, 0), (0.125, 0.0625, 3)]
    people = [Resident(first_trust=first, trust=now, reports=reports) for first, now, reports in met]
    sim: Any = Recording(residents=people, met=[3, 0, 1, NOBODY], involved=3)
    for _ in range(2):  # what was noted before does not count
        run.note_trust(sim)
        assert sim.trust_of == 3
        assert (sim.trust_before, sim.trust_now) == (0.875, 0.9375)
        assert (sim.reporters_before, sim.reporters_now) == (0.625, 0.8125)
