"""Occurrences: how many, when and where; no organisation, no other hazard and no longer run changes one of them."""

from __future__ import annotations

import copy
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sim.chance.draws import streams
from sim.kinds import IssueState
from sim.plan.lower import lower
from sim.scenario.load import load
from sim.scenario.models import Scenario
from sim.world import outcomes
from sim.world.ground import Ground, build_ground
from sim.world.occurrences import HISTORY_ORDINAL, Occurrences, draw_occurrences, primary_rate
from tests.engines.runs import REQUIRED, SHORT, Ran, ran, variant
from tests.plain import PLAIN

HOUR = 3_600_000
DAY = 24 * HOUR
YEAR = ("run.stock=empty", "run.start=2024-01-01", "run.warmup=0 days", "run.length=365 days", "run.followup=0 days")
WORLD = ["root", "occurred", "site", "hazard", "community", "work", "needs", "option", "dangerous", "joint"]
OTHERS = (*(f"no_{name}" for name in REQUIRED), "sequence_only", "many_grids", "few_workers", "nobody")


def world(scenario: Scenario, replication: int = 0) -> tuple[Ground, Occurrences]:
    run = scenario.run
    ground = build_ground(scenario)
    end = int(run.warmup.value + run.length.value + run.followup.value)
    return ground, draw_occurrences(scenario, ground, streams(scenario.territory.seed, run.seed, replication), end)


@cache
def year(*sets: str, replication: int = 0) -> tuple[Scenario, Ground, Occurrences]:
    scenario = load("village-square", [*PLAIN, *YEAR, *sets]).scenario
    return scenario, *world(scenario, replication)


def bent(**own: Any) -> tuple[Ground, Occurrences]:
    document = copy.deepcopy(load("village-square", [*PLAIN, *YEAR]).document)
    document.update(own)
    return world(Scenario.model_validate(document))


def number(name: str) -> int:
    return list(year()[0].hazards).index(name)


def primary(run: Ran) -> Any:
    issues = run.issues[run.issues["generation"] == 0]
    return issues[WORLD].sort_values("root", ignore_index=True)


# -- one world, many organisations ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OTHERS)
def test_no_mechanism_and_no_staff_changes_the_world(name: str) -> None:
    other = ran(*PLAIN, *SHORT, "mechanisms.whistle.way=sequence") if name == "sequence_only" else variant(name)
    assert primary(other).equals(primary(variant("base")))


def test_515_and_800_grids_have_the_same_world_and_other_outcomes() -> None:
    """Primary issues of the two presets are equal in time, place, category, work and needs; grids and beats differ."""
    brief = ("run.stock=empty", "run.warmup=0 days", "run.length=2 days", "run.followup=0 days")
    (old, _, old_grids), (new, _, new_grids) = (
        lower(load(f"jiancaoping-{grids}", brief).scenario, 0) for grids in (515, 800)
    )
    assert (old.root == new.root).all()
    assert (old.time == new.time).all()
    assert (old.sites["x"] == new.sites["x"]).all()
    assert (old_grids.of_site != new_grids.of_site).mean() > 0.9
    assert (old.beats["lap"] != new.beats["lap"]).any()
    ours = [root for root in old.root[::20].tolist() if outcomes.root_hazard(root) < len(old.hazards)]
    assert len(ours) > 50
    before, after = old.readable(), new.readable()
    assert [described(before, root) for root in ours] == [described(after, root) for root in ours]


def described(view: SimpleNamespace, root: int) -> tuple[Any, ...]:
    """What the world says of a primary issue."""
    hazard = view.hazards[outcomes.root_hazard(root)]
    community = view.communities[outcomes.root_community(root)]
    option = outcomes.true_option(view, hazard, root)
    lead = max(view.units[view.options[option].unit].department, 0)
    return (
        outcomes.site_of(view, hazard, community, root),
        outcomes.healing_time(view, hazard, root),
        outcomes.recurrence_time(view, hazard, root),
        outcomes.is_dangerous(view, hazard, root),
        outcomes.work_content(view, option, root, 0),
        outcomes.is_joint(view, hazard, root) and outcomes.joint_departments(view, hazard, root, lead),
    )


def test_outcomes_differ_between_organisations() -> None:
    few, many = variant("few_grids"), variant("base")
    assert not few.cases["closed"].equals(many.cases["closed"])


def test_a_longer_run_has_the_same_beginning() -> None:
    _, _, whole = year()
    _, half = world(load("village-square", [*PLAIN, *YEAR, "run.length=182 days"]).scenario)
    beginning = whole.time < 182 * DAY
    assert (whole.root[beginning] == half.root).all()
    assert (whole.time[beginning] == half.time).all()


def test_one_rate_changed_leaves_all_other_hazards() -> None:
    _, _, base = year()
    _, _, more = year("hazards.litter.rate=300 per 1000 residents per year")
    litter = number("litter")
    for part in ("time", "root"):
        assert (getattr(base, part)[base.hazard != litter] == getattr(more, part)[more.hazard != litter]).all()
    ours, theirs = base.root[base.hazard == litter], more.root[more.hazard == litter]
    assert len(theirs) > 1.7 * len(ours)
    assert set(ours) <= set(theirs), "a higher rate brings issues earlier and adds some; it renames none"


def test_prevention_removes_issues_and_reshuffles_none() -> None:
    without, base = variant("prevented"), variant("base")
    assert primary(without)[WORLD[:2]].equals(primary(base)[WORLD[:2]])
    issues = without.issues
    prevented, first = issues["state"] == IssueState.PREVENTED, issues["generation"] == 0
    litter, estate = (issues["hazard"] == without.hazard(name) for name in ("litter", "estate"))
    assert prevented[estate & first].all()
    assert prevented[litter & first].mean() == pytest.approx(0.4, abs=0.1)
    assert not prevented[~first].any()
    assert not prevented[~litter & ~estate].any()


def test_replications_and_seeds_have_worlds_of_their_own() -> None:
    first, second, other = year()[2], year(replication=1)[2], year("run.seed=77")[2]
    assert len({len(first.time), len(second.time), len(other.time)}) == 3
    assert len(np.intersect1d(first.time, second.time)) < 10


def test_a_stock_from_before_the_start_renumbers_nothing() -> None:
    _, _, empty = year()
    _, _, stocked = year("run.stock=stationary")
    later = stocked.time >= 0
    assert (stocked.root[later] == empty.root).all()
    assert (~later).sum() > 1000
    assert (stocked.ordinal[~later] >= HISTORY_ORDINAL).all()


# -- how many, when and where --------------------------------------------------------------------------------------


@pytest.mark.parametrize("hazard", ["litter", "noise", "estate", "welfare"])
def test_a_year_has_as_many_as_the_rate_says(hazard: str) -> None:
    """Within 4.5 standard errors; days vary by a factor of cv 0.25 that adds to the Poisson variance."""
    counts = []
    for replication in range(4):
        scenario, _, found = year(replication=replication)
        counts.append((found.hazard == number(hazard)).sum())
    expected = primary_rate(scenario.hazards[hazard]) * scenario.population.residents.value
    error = (expected / 4 + (0.25 * expected) ** 2 / 365 / 4) ** 0.5
    assert abs(np.mean(counts) - expected) < 4.5 * error


def per_day(found: Occurrences, hazard: str) -> Any:
    return np.bincount(found.time[found.hazard == number(hazard)] // DAY, minlength=365)


def test_days_vary_more_than_by_chance_alone() -> None:
    """Variance over mean of daily counts is 1 + cv2 x mean with the day factor, 1 without it (a Poisson process)."""
    _, _, varied = year()
    daily = per_day(varied, "litter")
    assert daily.var() / daily.mean() == pytest.approx(1.0 + 0.25**2 * daily.mean(), rel=0.25)
    scenario = load("village-square", [*PLAIN, *YEAR]).document
    _, even = bent(profiles={**scenario["profiles"], "day_spread": 0})
    daily = per_day(even, "litter")
    assert daily.var() / daily.mean() == pytest.approx(1.0, abs=4.5 * (2 / 365) ** 0.5)


def test_days_may_be_alike_good_or_bad_for_all_hazards() -> None:
    """Daily counts of two hazards have the covariance cv2 x mean x mean; without a common factor none."""
    _, _, apart = year()
    _, _, together = year("profiles.common_day_spread=0.4")
    for found, expected in ((apart, 0.0), (together, 0.4**2)):
        litter, noise = per_day(found, "litter"), per_day(found, "noise")
        season = np.convolve(noise, np.ones(31) / 31, "same")  # noise has months of its own
        covariance = np.mean((litter / litter.mean() - 1) * (noise / season - 1))
        assert covariance == pytest.approx(expected, abs=0.05)
    assert len(together.time) == pytest.approx(len(apart.time), rel=0.08)


@pytest.mark.parametrize(("hazard", "profile"), [("litter", "day"), ("trading", "meals_evening"), ("noise", "night")])
def test_hours_follow_the_profile(hazard: str, profile: str) -> None:
    scenario, _, found = year()
    hours = np.bincount(found.time[found.hazard == number(hazard)] % DAY // HOUR, minlength=24)
    weights = np.array(scenario.profiles.hours[profile], dtype=float)
    expected = hours.sum() * weights / weights.sum()
    assert (np.abs(hours - expected) <= 4.5 * np.sqrt(expected)).all()


def test_months_follow_the_profile() -> None:
    scenario, _, found = year()
    days = per_day(found, "utility")
    dates = [date.fromordinal(scenario.run.start.toordinal() + d) for d in range(365)]
    heating = np.array([d.month in (11, 12, 1, 2, 3) for d in dates])
    assert days[heating].mean() / days[~heating].mean() == pytest.approx(2.0 / 0.29, rel=0.15)


def test_a_shock_multiplies_its_days_and_no_others() -> None:
    _, _, base = year()
    shock = {"title": "Storm", "start": date(2024, 6, 10), "days": 5, "factors": {"facility": 12}}
    _, struck = bent(shocks=[shock])
    first = (date(2024, 6, 10) - date(2024, 1, 1)).days
    storm = slice(first, first + 5)
    before, during = per_day(base, "facility"), per_day(struck, "facility")
    assert (before[:first] == during[:first]).all()
    assert during[storm].sum() > 5 * max(before[storm].sum(), 1)
    assert during[first + 5 :].sum() == pytest.approx(before[first + 5 :].sum(), rel=0.25)
    assert (per_day(base, "litter") == per_day(struck, "litter")).all()


def test_a_storm_of_hours_leaves_the_other_hours_of_its_days() -> None:
    """Half past two to five in the afternoon: half of the hour from 14:00, and three hours whole."""
    shock = {"title": "Storm", "start": date(2024, 6, 10), "days": 5, "factors": {"facility": 400}}
    _, _, base = year()
    _, struck = bent(shocks=[shock | {"hours": "14:30-18:00"}])
    first = (date(2024, 6, 10) - date(2024, 1, 1)).days

    def by_hour(found: Occurrences) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        of = found.time[found.hazard == number("facility")]
        inside = (of >= first * DAY) & (of < (first + 5) * DAY)
        return np.bincount(of[inside] % DAY * 24 // DAY, minlength=24)

    usual, stormy = by_hour(base), by_hour(struck)
    assert stormy[:14].sum() + stormy[18:].sum() < 3 * max(usual.sum(), 1)
    assert stormy[14] / stormy[15:18].mean() == pytest.approx(0.5, rel=0.3)
    assert stormy[15:18].sum() > 100 * usual[15:18].mean()


def test_communities_get_their_part() -> None:
    _, ground, found = year()
    counts = np.bincount(found.community[found.hazard == number("litter")], minlength=4)
    expected = ground.residents * ground.rate_factor
    expected = expected / expected.sum() * counts.sum()
    assert (np.abs(counts - expected) <= 4.5 * np.sqrt(expected)).all()
    assert ground.rate_factor.std() > 0.05


def test_times_are_in_order_and_roots_unique() -> None:
    _, _, found = year()
    assert (np.diff(found.time) >= 0).all()
    assert len(np.unique(found.root)) == len(found.root)
    assert [outcomes.root_community(root) for root in found.root.tolist()] == found.community.tolist()
    assert [outcomes.root_hazard(root) for root in found.root.tolist()] == found.hazard.tolist()
