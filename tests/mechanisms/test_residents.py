"""Residents differ, come together and learn: who reports, how soon, and what of it follows from which number."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sim.lifecycle.hooks import noticing
from sim.lifecycle.things import Issue
from sim.plan.lower import lower
from sim.scenario.load import load
from sim.world import outcomes

BRIEF = ("run.stock=empty", "run.warmup=0 days", "run.length=1 day", "run.followup=0 days")


def view(*sets: str) -> SimpleNamespace:
    """The plan of a day of the teaching case, as rules read it."""
    return lower(load("village-square", [*BRIEF, *sets]).scenario, 0)[0].readable()


def issue_in(plan: Any, community: int, number: int, notices: int = 0) -> Issue:
    """An issue of the first hazard in a community, so many possible reports later."""
    root = (community << 40) | number
    site = outcomes.site_of(plan, plan.hazards[0], plan.communities[community], root)
    return Issue(key=root, community=community, site=site, notices=notices)


# -- who -------------------------------------------------------------------------------------------------------------


def test_readier_communities_report_sooner_in_proportion() -> None:
    """Factors lie at most the ratio apart and have the mean 1 over residents; the wait goes with their inverse."""
    sets = ("territory.communities=40", "territory.places=400", "mechanisms.reporting.awake=00:00-24:00")
    even, uneven = view(*sets), view(*sets, "population.inclination_ratio=3")
    factor = np.array([area.readiness for area in uneven.communities])
    assert 2 < factor.max() / factor.min() <= 3
    firsts = [uneven.first_resident[area.first_home - uneven.communities[0].first_home] for area in uneven.communities]
    residents = np.diff([*firsts, uneven.first_resident[-1]])
    assert np.average(factor, weights=residents) == pytest.approx(1)
    for community in (int(factor.argmin()), int(factor.argmax())):
        waits = [
            noticing.next_notice(plan, plan.hazards[0]._replace(notice_gap=1e6), issue_in(plan, community, 5), 0)
            for plan in (even, uneven)
        ]
        assert waits[0] / waits[1] == pytest.approx(factor[community], rel=1e-4)


def test_regulars_make_the_share_of_reports_that_is_written() -> None:
    """One in 100 residents makes three in ten of the possible reports, all of one stretch by the same household."""
    plan = view("mechanisms.reporting.regulars={share: 0.3, one_in: 100}")
    area = plan.communities[0]
    homes = [noticing.household(plan, area, issue_in(plan, 0, n)) for n in range(6000)]
    assert area.stretches == pytest.approx(area.homes * 2.6 / 100, rel=0.1)
    busiest = np.sort(np.bincount(homes, minlength=area.homes))[-area.stretches :]
    chance = area.stretches / area.homes  # a regular's household is near some issues too
    assert busiest.sum() / 6000 == pytest.approx(0.3 + 0.7 * chance, abs=0.02)
    who = {noticing.reporter_among(plan, issue_in(plan, 0, n), 3) for n in range(50)}
    assert who == {0, 1, 2}, "others are anybody of their household"
