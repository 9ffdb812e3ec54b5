"""Zones and groups: shares are those written, more of a share takes in others only, and rates stay the district's."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from sim.plan.lower import lower
from sim.scenario.load import load
from sim.scenario.models import Scenario
from sim.scenario.sizes import expected_issues
from sim.scenario.territory import exposed
from sim.world import outcomes
from sim.world.ground import Ground, build_ground
from sim.world.occurrences import draw_occurrences
from tests.plain import PLAIN

ZONES = "market: {title: markets, share: 0.2, homes: 0.05}, village: {title: villages, share: 0.25, whole: true}"
GROUPS = "old: {title: old people, share: 0.1, zones: {village: 0.7}}, veterans: {title: veterans, share: 0.05}"
BRIEF = ("run.stock=empty", "run.warmup=0 days", "run.length=2 weeks", "run.followup=0 days", "territory.communities=8")


OFTEN = "hazards.welfare.rate=2000 per 1000 residents per year"


def scenario(*sets: str, zones: str = ZONES, groups: str = GROUPS) -> Scenario:
    said = (f"territory.zones={{{zones}}}", f"population.groups={{{groups}}}")
    return load("village-square", [*PLAIN, *BRIEF, *said, *sets]).scenario


@cache
def ground(zones: str = ZONES, groups: str = GROUPS) -> Ground:
    return build_ground(scenario(zones=zones, groups=groups))


def near(share: float, expected: float, count: int) -> bool:
    return bool(abs(share - expected) <= 4.5 * (expected * (1 - expected) / count) ** 0.5)


def test_zones_have_their_shares_of_places_homes_and_communities() -> None:
    its = ground()
    in_village = its.zone == 2
    assert len(np.unique(its.community[in_village])) == 2, "a fourth of eight communities"
    assert set(np.unique(its.community[~in_village])).isdisjoint(its.community[in_village])
    for homes, expected in ((False, 0.2), (True, 0.05)):
        here = (its.sites.is_home == homes) & ~in_village
        assert near((its.zone[here] == 1).mean(), expected, int(here.sum()))


def test_a_larger_share_takes_in_others_and_leaves_those_that_were_in() -> None:
    before, after = ground(), ground(ZONES.replace("0.2,", "0.4,"))
    assert (after.zone[before.zone > 0] == before.zone[before.zone > 0]).all()
    assert (after.zone[: after.places] == 1).sum() > 1.5 * (before.zone[: before.places] == 1).sum()


def test_groups_are_households_with_the_shares_of_their_zone() -> None:
    its = ground()
    assert (its.group[: its.places] == 0).all()
    homes, in_village = its.sites.is_home, its.zone == 2
    for here, expected in ((homes & in_village, 0.7), (homes & ~in_village, 0.1)):
        assert near((its.group[here] == 1).mean(), expected, int(here.sum()))
    assert sum(int(its.members(number).sum()) for number in range(3)) == int(its.residents.sum())


def test_the_same_ground_without_zones_and_groups() -> None:
    """What zones and groups are drawn from moves nothing else."""
    bare = build_ground(scenario(zones="", groups=""))
    for name in ("x", "y", "community", "first_resident", "rate_factor"):
        assert (getattr(bare, name) == getattr(ground(), name)).all()
    assert not bare.zone.any() and not bare.group.any()


def _issues(its: Scenario, hazard: str) -> tuple[Any, Any]:
    plan, made, _ = lower(its, 0)
    number = list(its.hazards).index(hazard)
    view = plan.readable()
    roots = [root for root in plan.root.tolist() if outcomes.root_hazard(root) == number]
    areas = (view.communities[outcomes.root_community(root)] for root in roots)
    sites = [outcomes.site_of(view, view.hazards[number], area, root) for area, root in zip(areas, roots, strict=True)]
    return made, np.array(sites)


def test_a_zone_with_a_rate_of_its_own_has_so_many_times_as_many_issues() -> None:
    made, sites = _issues(scenario(zones=f"{ZONES[:-1]}, rates: {{litter: 0}}}}, fair: {{title: fairs, share: 0.1,"
                                         " rates: {litter: 5}}"), "litter")  # fmt: skip
    of_zone = np.bincount(made.zone[sites], minlength=4)
    places = np.bincount(made.zone[: made.places], minlength=4)
    each = of_zone / places
    assert of_zone[2] == 0, "a factor of nothing"
    assert each[3] / each[0] == pytest.approx(5, rel=0.2)
    assert each[1] / each[0] == pytest.approx(1, rel=0.2)


def test_the_rate_of_the_district_is_what_it_was_whatever_zones_say() -> None:
    rates = ZONES.replace("homes: 0.05", "homes: 0.05, rates: {litter: 5, estate: 0.2}")
    with_rates = scenario(zones=rates)
    numbers = [
        np.bincount(draw_occurrences(its, build_ground(its), lower(its, 0)[0].draw, 14 * 86_400_000).hazard)
        for its in (with_rates, scenario(zones=ZONES))
    ]
    for name in ("litter", "estate"):
        number = list(with_rates.hazards).index(name)
        assert numbers[0][number] == pytest.approx(numbers[1][number], rel=0.1)


def test_zones_whose_rates_are_alike_move_no_issue() -> None:
    plain = lower(scenario(zones="", groups=""), 0)[0]
    zoned = lower(scenario(), 0)[0]
    assert (plain.root == zoned.root).all() and (plain.time == zoned.time).all()
    assert (zoned.hazards["zones"] == -1).all() and not len(zoned.zone_rates)


@pytest.mark.parametrize("spread", ["null", "1.5"])
def test_what_befalls_a_group_is_at_its_homes_and_as_often_as_it_has_members(spread: str) -> None:
    its = scenario("hazards.welfare.group=old", OFTEN, f"territory.place_spread={spread}")
    made, sites = _issues(its, "welfare")
    assert len(sites) > 30
    assert (made.group[sites] == 1).all()
    members = int(made.members(1).sum())
    assert exposed(its, its.hazards["welfare"]) == pytest.approx(members, rel=0.1)
    expected = expected_issues(its)["hazards", "welfare", "rate"]
    assert len(sites) == pytest.approx(expected, abs=5 * expected**0.5 + 0.15 * expected)


def test_a_group_without_homes_has_no_issues() -> None:
    its = scenario("hazards.welfare.group=old", groups="old: {title: nobody, share: 0}")
    assert len(_issues(its, "welfare")[1]) == 0
