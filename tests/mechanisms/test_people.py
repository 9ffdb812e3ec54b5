"""Zones, groups, coverage and stations for groups: at their corners runs are as they must be."""

from __future__ import annotations

import copy
from functools import cache
from typing import Any

import numpy as np
import pytest

from sim.kinds import NOBODY, Source
from sim.language.units import HOUR_MS
from sim.mechanisms.authority import special_groups
from sim.mechanisms.eyes import proxies, talks
from sim.mechanisms.eyes.channel import Places
from sim.plan.lower import lower
from sim.scenario.load import load
from sim.scenario.models import Scenario
from tests.engines.runs import Ran, run

SMALL = (
    "population.households=60",
    "population.residents=156",
    "territory.places=30",
    "mechanisms.party_members.members=40",
    "hazards.litter.rate=3000 per 1000 residents per year",
    "hazards.estate.rate=1500 per 1000 residents per year",
    "hazards.welfare.rate=1500 per 1000 residents per year",
    "mechanisms.dispatch.wrong_unit=0",
    "run.warmup=0 days",
    "run.length=2 weeks",
    "run.followup=1 week",
)
ZONES = {
    "market": {"title": "markets", "share": 0.4, "homes": 0.3},
    "village": {"title": "villages", "share": 0.5, "whole": True},
}
GROUPS = {
    "old": {"title": "old people", "share": 0.2, "zones": {"village": 0.6}},
    "veterans": {"title": "veterans", "share": 0.3},
}
STATION = {"enabled": True, "groups": ["veterans"], "crews": 2, "roster": "office"}


@cache
def _plain() -> dict[str, Any]:
    document: dict[str, Any] = load("village-square", SMALL).document
    return document


def hamlet(
    zones: dict[str, Any] = ZONES, groups: dict[str, Any] = GROUPS, own: str | None = None, **sections: dict[str, Any]
) -> Scenario:
    """A hamlet with zones and groups, the hazard of welfare perhaps a group's own, and sections of its mechanisms."""
    document = copy.deepcopy(_plain())
    document["territory"]["zones"], document["population"]["groups"] = zones, groups
    document["hazards"]["welfare"]["group"] = own
    for section, its in sections.items():
        document["mechanisms"].setdefault(section, {}).update(its)
    return Scenario.model_validate(document)


@cache
def plain() -> Ran:
    return run(hamlet(zones={}, groups={}))


@cache
def own() -> Ran:
    """Welfare befalls veterans alone."""
    return run(hamlet(own="veterans"))


def like(name: str, **values: object) -> dict[str, Any]:
    """Groups of which one has other numbers."""
    return GROUPS | {name: GROUPS[name] | values}


# -- corners -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "scenario",
    [
        hamlet(),
        hamlet(groups=like("old", inclination=1, at_home=1)),
        hamlet(coverage={"enabled": True, "covered": {"market": 1}}),
        hamlet(coverage={"enabled": False, "covered": {"market": 0}}),
        hamlet(special_groups=STATION),
    ],
    ids=["alike", "factors of 1", "all covered", "coverage off", "a station for what nobody has"],
)
def test_of_nothing_the_log_is_that_of_today(scenario: Scenario) -> None:
    assert run(scenario).log.equals(plain().log)


@pytest.mark.parametrize("its", [{"crews": 0, "visits": 12}, {"share": 0}, {"enabled": False}], ids=str)
def test_a_station_without_hands_or_cases_is_none(its: dict[str, Any]) -> None:
    assert run(hamlet(own="veterans", special_groups=STATION | its)).log.equals(own().log)


def test_what_is_not_covered_no_worker_finds() -> None:
    ran = run(hamlet(coverage={"enabled": True, "covered": {"market": 0}}))
    plan, ground, _ = lower(hamlet(coverage={"enabled": True, "covered": {"market": 0}}), 0)
    market = ground.zone == 1
    assert (plan.sites["beat"][market] == NOBODY).all() and (plan.sites["beat"][~market] >= 0).all()
    by = {here: ran.issues["detected_by"][market[ran.issues["site"]] == here].value_counts() for here in (True, False)}
    assert Source.PATROL not in by[True] and Source.VISIT not in by[True]
    assert by[False].get(Source.PATROL, 0) > 0
    assert by[True][Source.RESIDENT] > 0


def test_the_round_is_as_long_as_what_is_covered_and_a_larger_share_takes_in_more() -> None:
    def beats(share: float) -> tuple[Any, Any]:
        plan, ground, _ = lower(hamlet(coverage={"enabled": True, "covered": {"market": share}}), 0)
        return plan, ground.zone[: ground.places]

    (some, zone), (all_of_it, _) = beats(0.5), beats(1)
    places = len(zone)
    covered = some.sites["beat"][:places] >= 0
    assert 0 < (covered & (zone == 1)).sum() < (zone == 1).sum()
    few, _ = beats(0.2)
    assert (covered | (few.sites["beat"][:places] < 0)).all()
    for worker in range(len(some.beats)):
        of_worker = all_of_it.sites["beat"][:places] == worker
        part = covered[of_worker].mean() if of_worker.any() else 1.0
        assert some.beats["lap"][worker] == pytest.approx(all_of_it.beats["lap"][worker] * part, abs=1)


# -- groups ------------------------------------------------------------------------------------------------------------


def test_who_never_reports_never_does_and_the_others_do() -> None:
    ran = run(hamlet(groups=like("old", inclination=0)))
    plan, ground, _ = lower(hamlet(), 0)
    home = np.searchsorted(plan.first_resident, ran.rows("reported")["agent"], side="right") - 1
    group = ground.group[ground.places :][home]
    assert (group != 1).all() and len(group) > 10
    assert (ground.group == 1).any()


def test_a_group_has_its_channel() -> None:
    ran = run(hamlet(groups=like("old", channel="counter", share=1, zones={})))
    assert (ran.rows("reported")["value"] == 2).all()


def test_visits_reveal_more_to_who_is_at_home() -> None:
    silent = {"reporting": {"enabled": False}}
    found = [
        (run(hamlet(groups=like("old", share=1, zones={}, at_home=factor), **silent)).cases["source"] == Source.VISIT)
        for factor in (0, 1)
    ]
    assert found[0].sum() == 0 < found[1].sum()


def test_what_befalls_a_group_is_reported_from_the_household_that_it_befalls() -> None:
    ran, (plan, ground, _) = own(), lower(hamlet(own="veterans"), 0)
    rows = ran.rows("reported")
    issue = ran.issues.reset_index().merge(rows, on=["root", "generation"])
    issue = issue[issue["hazard"] == ran.hazard("welfare")]
    assert len(issue) > 3
    home = np.searchsorted(plan.first_resident, issue["agent"], side="right") - 1
    assert (ground.places + home == issue["site"]).all() and (ground.group[issue["site"]] == 2).all()


@pytest.mark.parametrize(
    ("ears", "section"), [(talks, {"talks": {"cadres": 150}}), (proxies, {"proxies": {"count": 5}})]
)
def test_sessions_and_calls_hear_more_where_groups_report_less(ears: Any, section: dict[str, dict[str, Any]]) -> None:
    scenario = hamlet(**{name: on | {"enabled": True, "roster": "off_hours"} for name, on in section.items()})
    here = Places(np.array([10_000.0]), np.array([10.0]), np.array([1.0]), lambda roster: 21.0 * HOUR_MS)
    ready, silent = (ears.eyes(scenario, here._replace(inclined=np.array([f]))) for f in (1.0, 0.0))
    assert ready is not None and silent is not None
    heard = ready.gaps > 0
    assert (silent.gaps[heard] <= ready.gaps[heard]).all() and (silent.gaps < ready.gaps).any()


# -- the station -------------------------------------------------------------------------------------------------------


def test_the_station_has_what_falls_to_departments_in_the_matters_of_its_groups() -> None:
    scenario = hamlet(own="veterans", special_groups=STATION)
    ran = run(scenario)
    plan, _, _ = lower(scenario, 0)
    station = plan.unit_names.index(special_groups.STATION_NAME)
    civil_affairs = plan.unit_names.index("civil_affairs")
    cases = ran.cases[ran.cases["hazard"] == ran.hazard("welfare")]
    falls = plan.options["unit"][ran.issues["option"].to_numpy()[cases["issue"]]] == civil_affairs
    assert falls.any() and (cases["unit"][falls & (cases["level"] >= 0)] == station).all()
    others = ran.cases[ran.cases["hazard"] != ran.hazard("welfare")]
    assert not (others["unit"] == station).any()


def test_visits_hear_of_the_matters_of_the_group_alone_and_take_hours() -> None:
    visits = STATION | {"visits": 366, "visit_time": "5 min"}
    ran = run(hamlet(own="veterans", reporting={"enabled": False}, special_groups=visits))
    found = ran.cases[ran.cases["source"] == Source.SERVICE]
    assert len(found) and (found["hazard"] == ran.hazard("welfare")).all()
    scenario = hamlet(own="veterans", special_groups=visits)
    section = scenario.mechanisms.special_groups
    homes = 60 * 0.3
    assert section.weekly_visits_h(scenario) == pytest.approx(homes * 366 * 5 / 60 / (365 / 7))
    duty = 2 * scenario.rosters["office"].weekly_hours(1)
    assert section.for_cases(scenario) == pytest.approx(1 - section.weekly_visits_h(scenario) / duty)


def test_crews_are_paid_for() -> None:
    scenario = hamlet(special_groups=STATION | {"cost": "140000 yuan"})
    assert special_groups.yearly_cost(scenario) == 2 * 140_000
    assert special_groups.yearly_cost(hamlet(special_groups={"cost": "140000 yuan"})) == 0
