"""Residents differ, come together and learn: who reports, how soon, and what of it follows from which number."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sim.chance.draws import uniform
from sim.chance.variates import UNIFORM
from sim.lifecycle.hooks import noticing
from sim.lifecycle.things import Issue
from sim.mechanisms import reporting
from sim.plan.lower import lower
from sim.scenario.load import load
from sim.world import outcomes
from tests.engines.quickest import simulate
from tests.plain import PLAIN

BRIEF = ("run.stock=empty", "run.warmup=0 days", "run.length=1 day", "run.followup=0 days")


def view(*sets: str) -> SimpleNamespace:
    """The plan of a day of the teaching case, as rules read it."""
    return lower(load("village-square", [*PLAIN, *BRIEF, *sets]).scenario, 0)[0].readable()


def issue_in(plan: Any, community: int, number: int, notices: int = 0) -> Issue:
    """An issue of the first hazard in a community, so many possible reports later."""
    root = (community << 40) | number
    site = outcomes.site_of(plan, plan.hazards[0], plan.communities[community], root)
    return Issue(key=root, community=community, site=site, notices=notices)


# -- who -------------------------------------------------------------------------------------------------------------


def test_readier_communities_report_sooner_in_proportion() -> None:
    """Factors lie at most the ratio apart and have the mean 1 over residents; the wait goes with their inverse."""
    sets = (
        "territory.communities=40",
        "staff.community_desks.total=40",
        "territory.places=400",
        "mechanisms.reporting.awake=00:00-24:00",
    )
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


@pytest.mark.parametrize(("homes", "stretches"), [(10, 3), (10, 10), (7, 1), (9, 4)])
def test_a_regular_lives_in_the_stretch_of_the_street_that_is_the_regulars(homes: int, stretches: int) -> None:
    """Stretches are as long as each other within a home; all of one have the same regular, who may be any of them."""
    plan, area = (
        SimpleNamespace(draw=SimpleNamespace(regular_home=1)),
        SimpleNamespace(homes=homes, stretches=stretches),
    )
    parts = [[rank for rank in range(homes) if rank * stretches // homes == part] for part in range(stretches)]
    assert {len(part) for part in parts} <= {homes // stretches, -(-homes // stretches)}
    for part in parts:
        regulars = [{reporting.regular_household(plan, area, town, rank) for rank in part} for town in range(200)]
        assert {len(of_town) for of_town in regulars} == {1}
        assert set.union(*regulars) == set(part)


NO_GROUP = SimpleNamespace(inclination=1.0, channel=-1)


def test_residents_are_drawn_each_once_by_number() -> None:
    """Trust, inclination and channel by the first draw of each for a resident."""
    even = SimpleNamespace(kind=UNIFORM, a=0.0, b=1.0, c=0.0, first=0, count=0, upto=1.0, working=0)
    plan = SimpleNamespace(
        draw=SimpleNamespace(trust=1, inclination=2, channel=3), variates=[even],
        reporting=SimpleNamespace(trust=0, inclination=0),
        channels=[SimpleNamespace(upto=u) for u in (1.0, 0.2, 0.7, 1.0)],
    )  # fmt: skip
    area = SimpleNamespace(first_channel=1, channels=3)
    for resident_number in range(20):
        assert reporting.first_trust(plan, resident_number) == uniform(1, resident_number, 0)
        assert reporting.inclination(plan, resident_number, NO_GROUP) == uniform(2, resident_number, 0)
        channel = int(np.searchsorted([0.2, 0.7], uniform(3, resident_number, 0), side="right"))
        assert reporting.preferred_channel(plan, area, resident_number, NO_GROUP) == channel
    own = SimpleNamespace(inclination=0.5, channel=2)
    assert reporting.inclination(plan, 3, own) == 0.5 * uniform(2, 3, 0)
    assert reporting.preferred_channel(plan, area, 3, own) == 2


# -- how soon --------------------------------------------------------------------------------------------------------

COMPANY = "mechanisms.reporting.company={share: 0.5, gap: 10 min}"


def test_company_brings_reports_together_and_makes_no_more_of_them() -> None:
    """Some gaps are short, the others as much longer, and the mean is as without. Of the reports made,
    one possible one in `highest`, half come in company: s = q / (q + (1 - q) highest)."""
    plan = view(COMPANY)
    hazard, keys, places = plan.hazards[0]._replace(notice_gap=4 * 3_600_000.0), range(3000), range(1, 5)
    gaps = np.array([[reporting.notice_gap(plan, hazard, issue_in(plan, 0, n), j, 1.0) for j in places] for n in keys])
    in_company = np.array([[reporting.in_company(plan, issue_in(plan, 0, n), j) for j in places] for n in keys])
    together, highest = in_company.mean(), plan.reporting.highest
    assert together / (together + (1 - together) * highest) == pytest.approx(0.5, abs=0.03)
    assert gaps[in_company].mean() == pytest.approx(600_000, rel=0.05)
    assert gaps.mean() == pytest.approx(hazard.notice_gap, rel=0.06)
    assert not any(reporting.in_company(plan, issue_in(plan, 0, n), 0) for n in keys), "the first is nobody's company"


def test_some_hazards_bring_more_company_than_others() -> None:
    plan = view(COMPANY, "hazards.noise.company=0.8", "hazards.litter.company=0")
    names = list(load("village-square", [*PLAIN, *BRIEF]).scenario.hazards)
    together = {name: plan.hazards[names.index(name)].together for name in ("litter", "parking", "noise")}
    h = plan.reporting.highest
    assert together == pytest.approx(
        {"litter": 0, "parking": 0.5 * h / (1 + 0.5 * (h - 1)), "noise": 0.8 * h / (1 + 0.8 * (h - 1))}
    )


def test_the_stock_knows_that_first_reports_come_later_in_company() -> None:
    """Waits until a first report at mean trust and inclination, one in `highest`, have the mean of the plan."""
    plan = view(COMPANY, "mechanisms.reporting.awake=00:00-24:00")
    hazard, waits = plan.hazards[0], []
    for n in range(1500):
        issue, t, j = issue_in(plan, 0, n), 0, 0
        t = reporting.notice_gap(plan, hazard, issue, 0, 1.0)
        while uniform(plan.draw.reports, issue.key, j) * plan.reporting.highest >= 1:
            j += 1
            t += reporting.notice_gap(plan, hazard, issue, j, 1.0)
        waits.append(t)
    alone = view("mechanisms.reporting.awake=00:00-24:00").hazards[0].reported_rate
    assert hazard.reported_rate == pytest.approx(0.5 * alone, rel=0.1)
    assert np.mean(waits) == pytest.approx(1 / hazard.reported_rate, rel=0.1)


def test_a_gap_is_shorter_where_people_are_readier_and_by_what_is_noticed_more() -> None:
    """At a third of the readiness and four times the notice, three quarters of the time."""
    area = SimpleNamespace(readiness=1 / 3)
    plan = SimpleNamespace(draw=SimpleNamespace(noticed=1), communities=[area])
    hazard, issue = SimpleNamespace(notice_gap=1e9, together=0.0), Issue(key=5)
    wait = -np.log(uniform(1, 5, 2)) * 1e9
    assert reporting.notice_gap(plan, hazard, issue, 2, 4.0) == pytest.approx(0.75 * wait)


# -- what they learn -------------------------------------------------------------------------------------------------


def test_a_community_hears_of_closings_in_proportion_to_who_tells() -> None:
    """Confidence c goes a part g of the way to 1 or 0 with each closing, once for each who reported it."""
    plan = view("mechanisms.reporting.neighbours={gain: 0.1, slope: 0.5}")
    mean = plan.reporting.trust_mean
    once = reporting.confidence_after(plan, 0.0, True, 1)
    assert once + mean == pytest.approx(mean + 0.1 * (1 - mean))
    assert reporting.confidence_after(plan, once, True, 1) == pytest.approx(
        reporting.confidence_after(plan, 0.0, True, 2)
    )
    assert reporting.confidence_after(plan, 0.0, False, 3) + mean == pytest.approx(mean * 0.9**3)
    assert reporting.confidence_after(view(), 0.2, True, 1) == 0.2, "unsaid: nobody hears"


def reported(*sets: str) -> int:
    """Reports in ten weeks of the teaching case, of the same possible ones whatever the sets say of learning."""
    weeks = ("run.stock=empty", "run.warmup=0 days", "run.length=10 weeks", "run.followup=0 days")
    plan = lower(load("village-square", [*PLAIN, *weeks, *sets]).scenario, 0)[0]
    return int(np.sum(simulate(plan, False).issues["reports"]))


def test_reports_rise_where_more_is_solved() -> None:
    """Three claims in four untrue, or none: where residents hear of it, the reports of the others differ more."""
    bad = "mechanisms.ledger.false_claims=0.75"
    deaf = ("mechanisms.reporting.trust_slope=0", "mechanisms.reporting.neighbours=null")
    hearing = ("mechanisms.reporting.trust_slope=0", "mechanisms.reporting.neighbours={gain: 0.1, slope: 1.5}")
    good = "mechanisms.ledger.false_claims=0"
    unmoved = reported(*deaf, good) / reported(*deaf, bad)
    assert reported(*hearing, good) / reported(*hearing, bad) > 1.2 * unmoved
