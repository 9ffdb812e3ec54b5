"""Potential outcomes: shares are those that the scenario says, and an issue's key alone decides."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sim.plan.lower import lower
from sim.scenario.load import load
from sim.world import outcomes
from tests.engines.runs import variant
from tests.plain import PLAIN

COUNT = 4000
BRIEF = ("run.stock=empty", "run.warmup=0 days", "run.length=1 day", "run.followup=0 days")


@pytest.fixture(scope="module")
def view() -> SimpleNamespace:
    return variant("base").view


def keys(hazard: int) -> list[int]:
    return [(hazard << 32) | ordinal for ordinal in range(COUNT)]


def near(share: float, expected: float) -> bool:
    return bool(abs(share - expected) <= 4.5 * (expected * (1 - expected) / COUNT) ** 0.5 + 1e-12)


def test_keys_name_community_hazard_and_generation() -> None:
    root = (5 << 40) | (3 << 32) | 77
    assert (outcomes.root_community(root), outcomes.root_hazard(root)) == (5, 3)
    assert outcomes.issue_key(root, 2) == root + 2 * 2**56
    assert outcomes.issue_key(root, outcomes.GENERATIONS) < 2**63


@pytest.mark.parametrize("name", ["litter", "trading", "estate", "dispute"])
def test_shares_of_healing_recurring_and_units(view: SimpleNamespace, name: str) -> None:
    written: Any = variant("base").scenario.hazards[name]
    number = variant("base").hazard(name)
    hazard = view.hazards[number]
    heals = np.array([outcomes.healing_time(view, hazard, key) for key in keys(number)])
    recurs = np.array([outcomes.recurrence_time(view, hazard, key) for key in keys(number)])
    assert near((heals >= 0).mean(), written.heals.share.value)
    assert near((recurs >= 0).mean(), written.recurs.share.value)
    mean = written.heals.after.mean()
    assert heals[heals >= 0].mean() == pytest.approx(mean, rel=4.5 / ((heals >= 0).sum()) ** 0.5)
    options = np.bincount([outcomes.true_option(view, hazard, key) for key in keys(number)])[hazard.first_option :]
    for count, handling in zip(options, written.handled_by.values(), strict=True):
        assert near(count / COUNT, handling.share.value)


def test_joint_issues_need_the_numbers_of_departments_that_are_written(view: SimpleNamespace) -> None:
    number = variant("base").hazard("illegal_bldg")
    hazard, lead = view.hazards[number], 0
    joint = [key for key in keys(number) if outcomes.is_joint(view, hazard, key)]
    assert near(len(joint) / COUNT, 0.7)
    needs = [outcomes.joint_departments(view, hazard, key, lead) for key in joint]
    assert all(need & 1 for need in needs)
    sizes = np.bincount([need.bit_count() for need in needs], minlength=5) / len(needs)
    assert sizes[2:5] == pytest.approx([0.55, 0.30, 0.15], abs=0.05)
    others = [view.members[m].department for m in range(hazard.first_member, hazard.first_member + hazard.members)]
    asked = np.array([sum(need >> d & 1 for need in needs) for d in others if d != lead])
    assert asked == pytest.approx(asked.mean(), rel=0.25), "all named departments are needed alike"


def test_sites_are_of_the_kind_and_community(view: SimpleNamespace) -> None:
    for name, is_home in (("litter", False), ("estate", True)):
        number = variant("base").hazard(name)
        hazard = view.hazards[number]
        for c, community in enumerate(view.communities):
            sites = [outcomes.site_of(view, hazard, community, (c << 40) | key) for key in keys(number)[:500]]
            first, count = (
                (community.first_home, community.homes) if is_home else (community.first_place, community.places)
            )
            assert first <= min(sites)
            assert max(sites) < first + count
            assert len(set(sites)) > min(count, 500) * 0.4


def test_later_attempts_hold_work_of_their_own(view: SimpleNamespace) -> None:
    work = [outcomes.work_content(view, 0, 7, attempt) for attempt in range(5)]
    assert len(set(work)) == 5


@pytest.mark.parametrize("spread", [0.5, 1.5])
def test_chronic_places_have_the_spread_that_is_written(spread: float) -> None:
    """Two issues of a hazard meet at a place with probability (1 + cv^2) / places: the mean of squared rates."""
    places, issues = 500, 3000
    plan = lower(load("village-square", [*PLAIN, *BRIEF, f"territory.place_spread={spread}"]).scenario, 0)[0].readable()
    here = SimpleNamespace(first_place=7, places=places, first_home=0, homes=1)
    found = [outcomes.site_of(plan, plan.hazards[0], here, root) for root in range(issues)]
    counts = np.bincount(found, minlength=7 + places)[7:]
    assert len(counts) == places, "all are places of the community"
    together = (counts * (counts - 1)).sum() / (issues * (issues - 1)) * places
    assert together == pytest.approx(1 + spread**2, rel=0.1)
    other = np.bincount([outcomes.site_of(plan, plan.hazards[1], here, root) for root in range(issues)])[7:]
    assert abs(np.corrcoef(counts, np.resize(other, places))[0, 1]) < 0.2, "each hazard has worst places of its own"


def test_places_are_alike_where_nothing_is_said_of_them() -> None:
    """An even spread: two issues meet at a place with probability 1 / places."""
    view = lower(load("village-square", [*PLAIN, *BRIEF]).scenario, 0)[0].readable()
    here = SimpleNamespace(first_place=0, places=500, first_home=0, homes=1)
    counts = np.bincount([outcomes.site_of(view, view.hazards[0], here, root) for root in range(3000)], minlength=500)
    assert (counts * (counts - 1)).sum() / (3000 * 2999) * 500 == pytest.approx(1, rel=0.1)
