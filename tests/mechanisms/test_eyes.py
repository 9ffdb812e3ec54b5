"""Other eyes: corners of stewards, platform and talks, and what their channels do by the formula."""

from __future__ import annotations

import copy
from functools import cache
from math import exp, log
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sim.chance.draws import uniform
from sim.kinds import NOBODY, Source
from sim.language.checks import LEAST_REPEAT_MS
from sim.language.units import HOUR_MS
from sim.lifecycle.things import Issue
from sim.mechanisms.contract import Charge, Taken
from sim.mechanisms.eyes import platform, proxies, stewards, talks
from sim.mechanisms.eyes.channel import Places, finding_rate, gap_before, mark_number
from sim.scenario.load import load
from sim.scenario.models import Scenario
from tests.engines.runs import Ran, run

EVENING = "rosters.evening={shifts: [{share: 1, week: {mon-sun: '18:00-21:00'}, holidays: true}]}"
SMALL = (
    "population.households=60",
    "population.residents=156",
    "territory.places=30",
    "mechanisms.party_members.members=40",
    "hazards.litter.rate=3000 per 1000 residents per year",
    "hazards.litter.fixed_on_the_spot=0.5",
    "run.warmup=0 days",
    "run.length=2 weeks",
    "run.followup=1 week",
    EVENING,
)
WALK = {"enabled": True, "count": 150, "hours": "20 h", "roster": "evening"}
CAMERAS = {"enabled": True, "covered": 0.5, "sees": "60 per hour", "hazards": ["litter"]}
TALK = {"enabled": True, "cadres": 150, "sessions": 365, "roster": "evening"}
CALL = {"enabled": True, "count": 20, "calls": 60, "tells": 0.5, "roster": "evening"}
WARN = {"enabled": True, "warns": True, "repeats": 3, "within": "4 days"}
PLACES = Places(
    np.array([300.0, 100.0]), np.array([10.0, 10.0]), np.array([5000.0, 0.0]), lambda roster: 21.0 * HOUR_MS
)


@cache
def _plain() -> dict[str, Any]:
    document: dict[str, Any] = load("village-square", SMALL).document
    return document


def hamlet(**sections: dict[str, Any]) -> Scenario:
    """A hamlet with some sections of its mechanisms set."""
    document = copy.deepcopy(_plain())
    for section, own in sections.items():
        document["mechanisms"].setdefault(section, {}).update(own)
    return Scenario.model_validate(document)


@cache
def plain() -> Ran:
    return run(hamlet())


@cache
def walked() -> Ran:
    return run(hamlet(stewards=WALK))


# -- corners -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sections",
    [{"stewards": WALK | {"count": 0}}, {"stewards": WALK | {"active": 0}}, {"platform": {"enabled": True}},
     {"platform": CAMERAS | {"covered": 0}}, {"talks": TALK | {"cadres": 0}}, {"talks": TALK | {"enabled": False}},
     {"proxies": CALL | {"count": 0}}, {"proxies": CALL | {"tells": 0}},
     {"platform": WARN, "prevention": {"enabled": True, "roots": {"hazards": ["litter"], "cut": 0}}}],
)  # fmt: skip
def test_of_nothing_the_log_is_that_of_today(sections: dict[str, dict[str, Any]]) -> None:
    assert run(hamlet(**sections)).log.equals(plain().log)


def test_stewards_who_act_on_nothing_change_no_row() -> None:
    assert run(hamlet(stewards=WALK | {"notes": 0})).log.equals(plain().log)


def test_nothing_is_found_outside_the_roster() -> None:
    found = walked().rows("seen_by_channel", "fixed_at_once")
    hours = found["time_ms"] % (24 * HOUR_MS) / HOUR_MS
    assert len(found) > 5
    assert hours.between(18.0, 21.0).all()


def test_what_is_fixed_at_once_has_no_case_and_the_rest_is_checked() -> None:
    ran = walked()
    fixed = ran.rows("fixed_at_once")
    assert len(fixed) and (fixed["case"] == NOBODY).all()
    cases = ran.cases[ran.cases["source"] == Source.STEWARD]
    assert set(ran.rows("checked")["case"]) & set(cases.index)
    ended = ran.issues[ran.issues["fixed_by"] == 7]
    assert len(ended) == len(fixed) and (ended["detected_by"] == Source.STEWARD).any()


def test_stewards_who_fix_nothing_report_all() -> None:
    assert not len(run(hamlet(stewards=WALK | {"do_now": 0})).rows("fixed_at_once"))


def test_under_cameras_without_bound_patrols_find_none() -> None:
    """A camera sees within a minute on average: patrols are quicker once in a long while."""
    watched = run(hamlet(platform=CAMERAS | {"covered": 1}))
    before, after = (
        (ran.cases["source"] == Source.PATROL)[ran.cases["hazard"] == ran.hazard("litter")].mean()
        for ran in (plain(), watched)
    )
    assert before > 0.3
    assert after < before / 5


def test_cameras_look_at_the_same_part_of_the_places() -> None:
    ran = run(hamlet(platform=CAMERAS))
    seen = ran.cases[ran.cases["source"] == Source.CAMERA]
    sites = set(ran.issues["site"].to_numpy()[seen["issue"]].tolist())
    assert sites
    assert all(uniform(ran.plan.draw.looked_at, site, Source.CAMERA) < 0.5 for site in sites)


def test_a_platform_that_sorts_all_sends_nothing_to_wrong_units() -> None:
    wrong = {"dispatch": {"wrong_unit": 0.3}}
    assert len(run(hamlet(**wrong)).rows("returned"))
    assert not len(run(hamlet(**wrong, platform={"enabled": True, "sorting": 0})).rows("returned"))


def test_who_reports_more_easily_reports_more() -> None:
    eased = run(hamlet(platform={"enabled": True, "ease": 1.5}))
    assert len(eased.rows("reported")) > 1.15 * len(plain().rows("reported"))


def test_talks_find_what_nobody_reports() -> None:
    silent = {"reporting": {"enabled": False}, "patrol": {"enabled": False}}
    heard = run(hamlet(**silent, talks=TALK)).rows("seen_by_channel")
    assert len(heard) and set(heard["value"]) == {Source.TALK}
    assert not len(run(hamlet(**silent)).rows("registered"))


def test_proxies_report_for_those_who_do_not_and_for_homes_without_patrols() -> None:
    silent = {"reporting": {"enabled": False}, "patrol": {"enabled": False}}
    called = run(hamlet(**silent, proxies=CALL))
    heard = called.rows("seen_by_channel")
    assert len(heard) and set(heard["value"]) == {Source.PROXY}
    hours = heard["time_ms"] % (24 * HOUR_MS) / HOUR_MS
    assert hours.between(18.0, 21.0).all()
    assert not len(called.rows("rated", "chased")), "nobody reported it"


# -- formulas ----------------------------------------------------------------------------------------------------------


def eye(source: int, gap: float, **own: float) -> Any:
    """A plan of one hazard and one community that has a channel with a mean gap (ms)."""
    row = SimpleNamespace(**{"source": source, "covered": 1.0, "notes": 0.5, "open_part": 0.25, "mechanism": 3, **own})
    draw = SimpleNamespace(passes=3, looked_at=5)
    return SimpleNamespace(eyes=[row], gaps=[gap], hazards=[0], communities=[0], draw=draw)


def test_a_gap_is_the_mean_times_minus_the_log_of_its_mark() -> None:
    for j in (0, 1, 7):
        mark = uniform(3, 11, mark_number(Source.STEWARD, j))
        assert gap_before(eye(3, 1e9), 0, Issue(key=11), j) == round(-log(mark) * 1e9)
    assert gap_before(eye(3, 1e9), 0, Issue(key=11), 0) != gap_before(eye(4, 1e9), 0, Issue(key=11), 0)


def test_a_channel_may_never_come_and_comes_again_after_a_minute_at_least() -> None:
    assert gap_before(eye(3, 0.0), 0, Issue(key=11), 0) == NOBODY
    assert gap_before(eye(3, 1e9, covered=0.0), 0, Issue(key=11), 0) == NOBODY
    assert gap_before(eye(3, 1.0), 0, Issue(key=11), 0) < 20
    assert gap_before(eye(3, 1.0), 0, Issue(key=11), 1) == LEAST_REPEAT_MS


def test_the_stock_is_found_at_the_rate_of_what_is_acted_on_in_open_time() -> None:
    assert finding_rate(eye(3, 1000.0), Issue()) == pytest.approx(0.5 * 0.25 / 1000.0)
    assert finding_rate(eye(3, 0.0), Issue()) == 0.0


def test_stewards_pass_as_often_as_their_walking_lasts() -> None:
    """40 stewards, half active, 8 h a week at 2.5 km/h walk 400 km a week; three quarters of them in a community with
    5 km of way pass it 60 times in its 21 open hours."""
    walking = {"count": 40, "active": 0.5, "hours": "8 h", "speed": "2.5 km/h"}
    scenario = hamlet(stewards=WALK | walking)
    channel = stewards.eyes(scenario, PLACES)
    assert channel is not None
    for number, hazard in enumerate(scenario.hazards.values()):
        seen = hazard.seen_per_pass.value
        assert channel.gaps[number, 0] == pytest.approx(21 * HOUR_MS / (60 * seen) if seen else 0.0)
    assert not channel.gaps[:, 1].any(), "where there is no way nobody walks"


def test_a_session_hears_of_what_those_present_know() -> None:
    scenario = hamlet(talks=TALK | {"cadres": 146, "sessions": 5, "present": 10, "tells": 0.2})
    channel = talks.eyes(scenario, PLACES)
    assert channel is not None
    for number, hazard in enumerate(scenario.hazards.values()):
        known = min(hazard.noticed.value * (1 - hazard.reports.value) * 7 / 300, 1.0)
        rate = 0.75 * 146 * 5 / 2 / (365 / 7) * (1 - exp(-10 * 0.2 * known))
        assert channel.gaps[number, 0] == pytest.approx(21 * HOUR_MS / rate if rate else 0.0)


def test_a_call_finds_what_is_in_the_home_and_what_those_there_know() -> None:
    """32 calls a week, three quarters of them in a community of 300 residents, 2.6 at home."""
    scenario = hamlet(proxies=CALL | {"count": 4, "calls": 8, "tells": 0.2})
    channel = proxies.eyes(scenario, PLACES)
    assert channel is not None
    for number, hazard in enumerate(scenario.hazards.values()):
        known = min(hazard.noticed.value * (1 - hazard.reports.value) * 7 / 300, 1.0)
        chance = 0.2 * 2.6 / 300 if hazard.place == "home" else 1 - exp(-2.6 * 0.2 * known)
        assert channel.gaps[number, 0] == pytest.approx(21 * HOUR_MS / (24 * chance) if chance else 0.0)


def test_they_are_charged_to_those_who_pay_with_hours_and_yuan() -> None:
    scenario = hamlet(
        stewards=WALK | {"count": 30, "support": "15 min", "cost": "600 yuan"},
        platform=CAMERAS | {"finds": 365, "alarms": 2, "look": "2 min", "camera_cost": "1500 yuan"},
        talks=TALK | {"cadres": 365, "sessions": 4, "support": "30 min", "cost": "100 yuan"},
        proxies=CALL | {"count": 4, "calls": 6, "length": "20 min", "hours_of": "grid_workers", "cost": "90 yuan"},
    )
    assert list(stewards.support(scenario)) == [Charge("community_desks", 7.5, Taken.CASES)]
    assert stewards.yearly_cost(scenario) == 30 * 600
    number = scenario.territory.places.value / 2
    (charge,) = platform.false_alarms(scenario)
    assert charge.hours == pytest.approx(number * 7 * 2 * 2 / 60)
    assert platform.yearly_cost(scenario) == number * 1500
    (charge,) = talks.support(scenario)
    assert charge.hours == pytest.approx(7 * 2 * 0.5)
    assert talks.yearly_cost(scenario) == pytest.approx(730 * 100)
    assert list(proxies.hours_taken(scenario)) == [Charge("grid_workers", 8.0, Taken.FIELD)]
    assert proxies.yearly_cost(scenario) == 4 * 90
