"""Hooks decide as they say, on plans made of a few numbers: limits, factors, kinds of jobs, first come."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import uniform
from sim.chance.variates import CONSTANT
from sim.kinds import Clock, JobKind
from sim.lifecycle.hooks import checking, dispatching, noticing, whistling, working
from sim.lifecycle.things import Case, Issue, Job, Server, Station
from sim.mechanisms import MECHANISMS
from sim.scenario.load import load

MINUTE, HOUR = 60_000, 3_600_000
ALWAYS, NEVER_DRAWN = 1.0, 0.0


class Draws:
    """A stream for every purpose, each another."""

    def __getattr__(self, purpose: str) -> int:
        return sum(map(ord, purpose))


def constant(ms: float, working_time: int = 0) -> Any:
    return SimpleNamespace(kind=CONSTANT, a=ms, b=0.0, c=0.0, first=0, count=0, upto=1.0, working=working_time)


@cache
def off() -> dict[str, Any]:
    """The mechanisms that a scenario may leave out, as rules read those that it leaves out."""
    there = load("village-square", ["territory.communities=8"]).scenario
    left_out = {each.section: each.parameters() for each in MECHANISMS if not each.required}
    return {name: SimpleNamespace(**own.lower(DistributionTable(), there)) for name, own in left_out.items()}


def plan(*times: float, **own: Any) -> Any:
    """A plan whose table of distributions has these constants (ms), by number."""
    always = SimpleNamespace(first=0, last=1)
    hours = {"opens": [0], "closes": [1 << 60], "worked": [0], "working": always, "calendars": [always], "paces": [0]}
    table = {"variates": [constant(ms) for ms in times], "eyes": [], "departments": [0] * 8}
    return SimpleNamespace(draw=Draws(), **{**table, **hours, **off(), **own})


def station(**own: Any) -> Station:
    return Station(number=0, **own)


# -- noticing --------------------------------------------------------------------------------------------------------


def test_a_patrol_sees_on_its_next_pass_what_it_surely_sees() -> None:
    beat = SimpleNamespace(lap=1000)
    at_half = plan(sites=[SimpleNamespace(lap_part=0.5)])
    surely = SimpleNamespace(seen=1.0)
    assert noticing.seen(at_half, surely, Issue(), beat, 0, 0, 1.0) == 500
    assert noticing.seen(at_half, surely, Issue(), beat, 499, 0, 1.0) == 500
    assert noticing.seen(at_half, surely, Issue(), beat, 500, 0, 1.0) == 1500


@pytest.mark.parametrize(("seen", "lap"), [(0.0, 1000), (1.0, 0)])
def test_what_nobody_sees_or_passes_has_no_reading(seen: float, lap: int) -> None:
    none = noticing.seen(plan(), SimpleNamespace(seen=seen), Issue(), SimpleNamespace(lap=lap), 0, 0, 1.0)
    assert none == noticing.NO_READING
    hazard, beat = SimpleNamespace(revealed=seen), SimpleNamespace(visit_lap=lap, familiar=1.0)
    assert noticing.revealed(plan(), hazard, Issue(), beat, 0, 0) == noticing.NO_READING


def test_no_household_tells_everything_however_familiar() -> None:
    """The chance is cut at 0.95: some first visits reveal nothing though chance times familiarity is above 1."""
    homes = plan(sites=[SimpleNamespace(visit_part=0.0, group=0)], groups=[SimpleNamespace(at_home=1.0)])
    told, beat = SimpleNamespace(revealed=0.9), SimpleNamespace(visit_lap=10, familiar=5.0)
    readings = [noticing.revealed(homes, told, Issue(key=key), beat, 5, 0) for key in range(400)]
    later = sum(reading > 10 for reading in readings)
    assert 5 <= later <= 45


def test_an_old_issue_was_reported_at_a_rate_or_at_once() -> None:
    """At a rate r it is unreported at an age a with probability exp(-r a): the draw is found again in the moment."""
    old = Issue(key=5, occurred=-1000)
    towns = [SimpleNamespace(readiness=ready, inclined=inclined) for ready, inclined in ((1.0, 1.0), (6.0, 0.5))]
    mean, readier = (plan(communities=[town]) for town in towns)
    rate = SimpleNamespace(at_once=0, reported_rate=1.0 / 400, mended_after=70.4)
    mark = uniform(Draws().stock, 5, 0)
    assert noticing.reported_then(mean, rate, old, 0.0, 99) + 1000 == round(-np.log(mark) * 400)
    assert noticing.reported_then(readier, rate, old, 0.0, 99) + 1000 == round(-np.log(mark) * 400 / 3)
    never = {"reported_rate": 0.0}
    assert noticing.reported_then(mean, SimpleNamespace(at_once=1, **never), old, 0.0, 99) == -1000
    assert noticing.reported_then(mean, SimpleNamespace(at_once=0, **never), old, 0.0, 99) == 99
    assert noticing.mended_then(plan(), rate, old, -500) == -430


def test_odometers_ran_before_the_start_in_the_hours_of_the_week() -> None:
    """All rounds of a week of this shift were walked in the second hour before the start, a tenth of the time."""
    steps = [9.0, *(0.0, 0.0), *[1.0] * 167]
    weeks, beat = plan(rounds_before=steps), SimpleNamespace(week=1)
    week, hour = 168 * 3_600_000, 3_600_000
    ages = {hour: 0, 3 * hour // 2: week // 20, 2 * hour: week // 10, week: week // 10, week + 2 * hour: week // 5}
    for age, walked in ages.items():
        assert noticing.odometer_then(weeks, beat, Issue(occurred=-age), 0.1) == pytest.approx(-walked, abs=1)


def test_an_old_issue_heals_at_its_time() -> None:
    healing = plan(500.0)
    heals, never = SimpleNamespace(heals_share=1.0, heals_after=0), SimpleNamespace(heals_share=0.0, heals_after=-1)
    assert noticing.healed_at(healing, never, Issue(occurred=7), 99) == 99
    assert noticing.healed_at(healing, heals, Issue(occurred=-499), 99) == 1


def test_a_helper_comes_forward_in_the_hours_of_the_pool() -> None:
    pool, area = SimpleNamespace(calendar=0), SimpleNamespace(member_gap=0.0)
    hours = plan(calendars=[SimpleNamespace(first=0, last=1)])
    assert noticing.member_comes_at(hours, area, pool, station(community=0), 40) == 40


# -- dispatch --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("verifies", "verified", "first"), [(1, 1, True), (0, 1, False), (1, 0, False)])
def test_reports_are_verified_where_both_say_so(verifies: int, verified: int, first: bool) -> None:
    rules = plan(dispatch=SimpleNamespace(verifies=verifies))
    assert dispatching.verified_first(rules, SimpleNamespace(verified=verified), Case()) is first


def test_a_case_is_shelved_once_at_most() -> None:
    rules = plan(dispatch=SimpleNamespace(shelved=ALWAYS))
    assert dispatching.shelved(rules, Case())
    assert not dispatching.shelved(rules, Case(shelved=1))


def test_mistakes_name_another_unit_of_the_base_organisation() -> None:
    always = plan(base_units=3, dispatch=SimpleNamespace(wrong_unit=ALWAYS))
    never = plan(base_units=3, dispatch=SimpleNamespace(wrong_unit=NEVER_DRAWN))
    assert {dispatching.unit_named(always, Case(key=key), 1) for key in range(40)} == {0, 2}
    assert {dispatching.unit_named(never, Case(key=key), 1) for key in range(40)} == {1}


def test_who_is_in_charge_and_called_is_what_the_world_says() -> None:
    options = plan(options=[SimpleNamespace(unit=unit, first_row=0, rows=0) for unit in (4, 7)])
    assert dispatching.in_charge(options, Issue(option=1), Case()) == 7
    assert dispatching.called(options, Issue(needs=0b101)) == 0b101


# -- work ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "verified", "begun"),
    [(JobKind.CHECK, 0, True), (JobKind.HANDLE, 1, True), (JobKind.HANDLE, 0, False), (JobKind.VERIFY, 1, False)],
)
def test_what_was_begun_goes_before_what_is_new(kind: JobKind, verified: int, begun: bool) -> None:
    rules = plan(queueing=SimpleNamespace(begun_first=1, ageing=100))
    assert working.rank(rules, 1000, 3, Case(verified=verified), kind) == (1200 if begun else 1300)


@pytest.mark.parametrize(
    ("goes_on", "after_hours", "walks", "begun_as", "clock"),
    [
        (1, 0, 0, Clock.CASES, Clock.DUTY),  # to the end of duty
        (1, 1, 0, Clock.CASES, Clock.ANY),  # until it is done
        (0, 0, 0, Clock.CASES, Clock.CASES),
        (1, 1, 1, Clock.CASES, Clock.CASES),  # who walks has no line duty that could lend hours
        (1, 1, 0, Clock.DUTY, Clock.DUTY),  # what uses other hours keeps to them
    ],
)
def test_what_is_in_hand_goes_on_as_long_as_its_crew_is_asked_to(
    goes_on: int, after_hours: int, walks: int, begun_as: Clock, clock: Clock
) -> None:
    rules = plan(queueing=SimpleNamespace(goes_on=goes_on, after_hours=after_hours))
    assert working.clock_in_hand(rules, station(walks=walks), Job(clock=begun_as)) == clock


def test_a_slower_crew_takes_longer_for_the_same_work() -> None:
    rules = plan(servers=[SimpleNamespace(pace=pace, tenures=0) for pace in (1.0, 1.5)])
    assert [working.at_own_pace(rules, Job(server=server), 1000, 0) for server in (0, 1)] == [1000, 1500]


def test_a_trip_is_the_way_over_the_speed_or_drawn_or_no_time() -> None:
    def trips(**own: Any) -> int:
        record = SimpleNamespace(**{"travel": -1, "speed": 0.0, "detour": 1.5, **own})
        job = Job(x=300.0, y=400.0)
        return working.trip_time(plan(7000.0, stations=[record]), station(), Server(), Case(), job)

    assert trips(speed=0.5) == 1500
    assert trips() == 0
    assert trips(travel=0, speed=0.5) == 7000


def test_crews_of_departments_have_trips_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    monkeypatch.setattr(working, "uniform", lambda stream, key, number: drawn.append(number) or 0.5)
    rules = plan(7000.0, stations=[SimpleNamespace(travel=0)])
    for department in range(3):
        for crew in range(64):
            working.trip_time(rules, station(), Server(), Case(), Job(department=department, crew=crew))
    assert len(set(drawn)) == len(drawn) == 3 * 64


SERVED = {
    JobKind.HANDLE: 2000, JobKind.TAKEN_UP: 900, JobKind.SPOT: 100 + 2 * 300, JobKind.BOOK: 100,
    JobKind.VERIFY: 40, JobKind.CHECK: 50, JobKind.AUDIT: 70, JobKind.MISSENT: 80,
}  # fmt: skip


def workshop() -> Any:
    """Work 1,000 ms at pace 2, spot work 300, booking 100, verifying 40, checking 50, auditing 70, looking at what is
    another's 80, a helper's task 900; rework 3."""
    return plan(
        1000.0, 300.0, 100.0, 40.0, 50.0, 900.0, 70.0, 0.0, 80.0,
        options=[SimpleNamespace(work=0)], pools=[SimpleNamespace(work=5)],
        stations=[SimpleNamespace(pace=2.0, pool=0)],
        patrol=SimpleNamespace(spot_work=1, booking=2), dispatch=SimpleNamespace(verify_work=3, return_work=8),
        ledger=SimpleNamespace(check_work=4, rework=3.0), assessment=SimpleNamespace(effort=0.0),
        inspection=SimpleNamespace(work=6), explanation=SimpleNamespace(minutes=7),
    )  # fmt: skip


@pytest.mark.parametrize("kind", SERVED)
def test_each_kind_of_job_holds_its_work(kind: JobKind) -> None:
    assert working.service(workshop(), None, station(), Issue(), Case(), kind) == SERVED[kind]


@pytest.mark.parametrize("again", [{"sent_back": 1}, {"reopened": 1}, {"sent_back": 1, "reopened": 1}])
def test_what_is_done_again_takes_its_factor(again: dict[str, int]) -> None:
    case = Case(**again)
    assert working.service(workshop(), None, station(), Issue(), case, JobKind.HANDLE) == 6000
    shop = workshop()
    shop.parts = [SimpleNamespace(work=work) for work in (0, 0, 0, 4)]
    hazard = SimpleNamespace(first_part=2)
    assert working.joint_service(shop, hazard, Issue(joint=1), case, 0, 1) == 150
    assert working.joint_service(shop, hazard, Issue(joint=1), Case(), 0, 1) == 50
    assert working.joint_service(shop, hazard, Issue(joint=0), Case(), 0, 1) == 1000


# -- joint work ------------------------------------------------------------------------------------------------------


def whistles(sign_after: float, contact_after: float, **own: Any) -> Any:
    rules = {"sign": [2, 3, 4], "contact": [5, 5, 5], "sign_after": 0, "contact_after": 1, **own}
    return plan(sign_after, contact_after, 60.0, 70.0, 80.0, 200.0, whistle=SimpleNamespace(**rules))


@pytest.mark.parametrize(("kind", "limit"), [(0, 60), (1, 70), (2, 80)])
def test_a_department_signs_within_the_limit_of_the_kind(kind: int, limit: int) -> None:
    assert whistling.signs_after(whistles(1000.0, 0.0), Case(), station(), 0, kind) == limit
    assert whistling.signs_after(whistles(50.0, 0.0), Case(), station(), 0, kind) == 50


def test_contact_comes_after_the_signature_and_within_its_limit() -> None:
    assert whistling.contacts_at(whistles(0.0, 30.0), Case(whistled=1000), station(), 0, 1100, 0) == 1130
    assert whistling.contacts_at(whistles(0.0, 500.0), Case(whistled=1000), station(), 0, 1100, 0) == 1200


@pytest.mark.parametrize(("servers", "load"), [(0, 1.0), (1, 1.0), (4, 0.25)])
def test_every_whistle_is_felt_by_crew(servers: int, load: float) -> None:
    rules = whistles(0.0, 0.0, fatigue_memory=100.0, by_hours=0)
    assert whistling.load_after(rules, station(servers=servers), 50, 1) == load
    assert whistling.load_after(rules, station(servers=servers), 50, 3) == 3 * load
    tired = station(servers=servers, load=2.0, load_at=50)
    assert whistling.load_after(rules, tired, 50, 1) == 2.0 + load


@pytest.mark.parametrize("servers", [1, 2])
def test_undivided_crews_feel_a_whistle_as_divided_ones(servers: int) -> None:
    rules = whistles(0.0, 0.0, fatigue_memory=100.0, by_hours=1)
    rules.stations = [SimpleNamespace(full_time=0.5)]
    assert whistling.load_after(rules, station(servers=servers), 50, 1) == 2.0


# -- checking --------------------------------------------------------------------------------------------------------


def test_who_checks_is_nobody_the_finder_or_another() -> None:
    def asked(checked: float, own: float) -> int:
        return checking.checker(plan(ledger=SimpleNamespace(checked=checked, own_checks=own)), Case())

    assert asked(NEVER_DRAWN, ALWAYS) == checking.NO_CHECK
    assert asked(ALWAYS, ALWAYS) == checking.CHECK_BY_FINDER
    assert asked(ALWAYS, NEVER_DRAWN) == checking.CHECK_BY_OTHER


@pytest.mark.parametrize(("own", "sees"), [(True, True), (False, False)])
def test_the_finder_and_another_see_with_chances_of_their_own(own: bool, sees: bool) -> None:
    rules = plan(ledger=SimpleNamespace(own_detects=ALWAYS, other_detects=NEVER_DRAWN))
    assert checking.check_sees(rules, Case(), own) is sees


@pytest.mark.parametrize("attempt", [0, 1, 2])
def test_a_false_claim_is_drawn_for_each_attempt(attempt: int) -> None:
    mark = uniform(Draws().claims_false, 5, 1000 + attempt)
    case = Case(key=5, token=1000, attempt=attempt)
    just_above, just_below = (plan(ledger=SimpleNamespace(false_claims=mark + d, hurried=0.0)) for d in (1e-9, -1e-9))
    assert not checking.truly_fixed(just_above, Issue(), case, station())
    assert checking.truly_fixed(just_below, Issue(), case, station())
    assert not checking.truly_fixed(just_below, Issue(unsolvable=1), case, station())


def test_a_rating_is_the_share_closed_in_time() -> None:
    assert checking.rating(None, station(closed=8, in_time=3)) == 375
