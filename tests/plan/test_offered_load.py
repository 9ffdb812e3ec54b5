"""Offered load: where theory knows it, as crews and rates change it, and how many crews would do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import sim
from sim.plan.doubts import doubts
from sim.plan.offered.load import MOST, UnitLoad, offered_loads
from sim.world.ground import build_ground, inhabitants

ONE_DESK = Path(sim.__file__).parent / "verify" / "scenarios" / "one-desk.yaml"


def load_of(unit: str, scenario: str | Path = "village-square", *sets: str) -> UnitLoad:
    return next(it for it in offered_loads(sim.load(scenario, sets).scenario) if it.name == unit)


def kinds(*sets: str, scenario: str = "village-square") -> list[tuple[str, str]]:
    return [(doubt.kind, str(doubt.path[-1])) for doubt in doubts(sim.load(scenario, sets).scenario)]


def test_the_load_of_a_queue_that_theory_knows() -> None:
    """48 jobs of 20 minutes a day for one crew that is always there."""
    assert load_of("community", ONE_DESK).load == pytest.approx(2 / 3, rel=0.005)


def test_work_and_hours_of_a_department_by_hand() -> None:
    """Consumers: 40 per 1,000 residents and year; 60 % stay until they are told of, of those who give up after 10 days
    the chance is 0.07 / (0.07 + 0.1): 0.765 in all. 0.97 of them go to market supervision, 20 min of travel and
    lognormal work of 90 min at the median and 240 at the 90th percentile (mean 121) for those still there, about nine
    in ten; 3.3 % of these once more."""
    unit = load_of("market_supervision")
    cases = 26_000 * 0.040 * 0.765 * 0.97
    singles = cases * (20 + 0.9 * 121 + 0.9 * 0.034 * (20 + 0.7 * 121)) / 60
    assert unit.work_h.sum() == pytest.approx(singles, rel=0.12)  # it also joins others
    weeks, holidays = 365 / 7, 13  # in the first year of the run, less the weekend days worked
    assert unit.hours_h.sum() == pytest.approx(3 * 0.5 * 7.5 * (5 * weeks - holidays), rel=0.03)


def test_load_follows_work_and_hours() -> None:
    base = load_of("utilities").load
    assert load_of("utilities", "village-square", "departments.utilities.crews=10").load == pytest.approx(
        base / 2, rel=0.1
    )
    assert (
        load_of("utilities", "village-square", "hazards.utility.rate=140 per 1000 residents per year").load > 1.7 * base
    )
    assert load_of("utilities", "village-square", "departments.utilities.share=0.25").load == pytest.approx(
        2 * base, rel=0.02
    )


def test_several_crews_of_a_department_hold_as_many_parts() -> None:
    """Planning has no work but its part in joint cases about illegal building."""
    crews, parts = "departments.planning.crews=2", "hazards.illegal_bldg.joint.parts={planning: {crews: 2}}"
    assert load_of("planning", "village-square", crews, parts).work_h.sum() == pytest.approx(
        2 * load_of("planning", "village-square", crews).work_h.sum()
    )


def test_looks_at_what_was_sent_wrongly_by_hand() -> None:
    """Of ten dispatches one is wrong: a ninth of a look for each case, by any of 18 units but the right one;
    planning is never the right one, market supervision is so for the 0.765 x 0.97 of 40 consumers per 1,000 residents
    that the test above counts."""

    def looks(unit: str) -> float:
        with_looks = load_of(unit, "village-square", "mechanisms.dispatch.return_work=2 h").work_h
        return float((with_looks - load_of(unit).work_h).sum()) / 2

    consumers = 26_000 * 0.040 * 0.765 * 0.97
    assert looks("planning") - looks("market_supervision") == pytest.approx(consumers / 9 / 18, rel=0.05)
    units = ("grid", "community", *sim.load("village-square").scenario.staff.street_teams)
    everybody = (*units, *sim.load("village-square").scenario.departments)
    assert sum(map(looks, everybody)) == pytest.approx(18 * looks("planning"))


@pytest.mark.parametrize("rate", [100, 400])
def test_as_many_crews_as_are_told_would_do_and_one_less_would_not(rate: int) -> None:
    more = f"hazards.estate.rate={rate} per 1000 residents per year"
    desks = load_of("community", "village-square", more)
    for path, many, in_all in (("total", desks.enough, 1), ("crews", desks.each, 4)):
        told = [
            f"staff.community_desks.{path}={many:g}",
            *(["staff.community_desks.crews=null"] if path == "total" else []),
        ]
        assert load_of("community", "village-square", more, *told).loads.max() <= MOST
        less = [told[0].replace(f"={many:g}", f"={many - 1:g}"), *told[1:]]
        if many > 4 / in_all:
            assert load_of("community", "village-square", more, *less).loads.max() > MOST


def test_work_is_shared_out_as_issues_are() -> None:
    scenario = sim.load("jiancaoping-tenth").scenario
    ground, people = build_ground(scenario), inhabitants(scenario)
    assert np.array_equal(ground.residents, people.residents)
    assert np.array_equal(ground.street, people.street)
    assert ground.rate_factor == pytest.approx(people.rate_factor)
    desks = load_of("community", "jiancaoping-tenth")
    issues = ground.residents * ground.rate_factor
    assert desks.work_h / desks.work_h.sum() == pytest.approx(issues / issues.sum())


def test_what_is_doubtful_is_told_at_its_path() -> None:
    alike = ["staff.community_desks.crews=4"]
    assert kinds(*alike) == []
    assert kinds(*alike, "population.households=4000") == [("household", "residents")]
    assert kinds(*alike, "territory.area=0.3 km2")[0] == ("density", "area")
    assert kinds(*alike, "run.start=2027-03-01") == [("holidays", "holidays")]
    assert kinds(*alike, "departments.housing.crews=1") == [("load", "crews")]
    assert kinds("staff.community_desks.crews=1") == [("load_places", "crews")]
    assert kinds(*alike, "staff.grid_workers.count=1")[0] == ("workers", "count")


def test_a_month_that_is_watched_is_told_if_the_year_hides_it() -> None:
    winter = ["staff.community_desks.crews=4", "departments.utilities.crews=3", "run.length=4 weeks"]
    assert kinds(*winter, "run.start=2024-05-01") == []
    assert kinds(*winter, "run.start=2024-11-04") == [("season", "crews")]


def test_hands_of_a_much_larger_place_are_told() -> None:
    few = ["population.residents=2600", "population.households=1000", "territory.area=0.3 km2"]
    assert ("more", "residents") in kinds(*few)
