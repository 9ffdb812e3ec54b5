"""Corners in which a wrong model shows: what must not follow from more grids, more patrol, more demand, or a whistle.

Each test names the claim that it would refute. Numbers are those of a tenth of the district, or of the teaching case.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pytest

from sim.kinds import NOBODY, CaseState, Level, Source
from sim.plan.window import Window
from tests.engines.runs import Ran, ran
from tests.plain import PLAIN

HOUR = 3_600_000.0
FEW_WEEKS = ("run.warmup=2 weeks", "run.length=3 weeks", "run.followup=2 weeks")
TENTH = "jiancaoping-tenth"
WORKERS = "staff.grid_workers.count="
OLD, NEW = (54, 83)
"""Grids of a tenth of the district before and after: 515 and 800 x 8 / 77."""
FULL = 1.8
"""Demand at which the crews of a tenth, rounded up, are as busy as the district's: 0.7 of their time for cases."""


def tenth(*sets: str, replication: int = 0) -> Ran:
    return ran(*PLAIN, *FEW_WEEKS, *sets, preset=TENTH, replication=replication)


def square(*sets: str, replication: int = 0) -> Ran:
    return ran(*PLAIN, *FEW_WEEKS, *sets, replication=replication)


@cache
def demand(factor: float) -> Ran:
    """A tenth of the district with all rates multiplied, the crews being the same; 1 is what the scenario says."""
    hazards = ran(*PLAIN, *FEW_WEEKS, preset=TENTH).scenario.hazards
    rates = {name: factor * hazard.rate.value for name, hazard in hazards.items()}
    return tenth(*(f"hazards.{name}.rate={rate:.9f} per resident per year" for name, rate in rates.items()))


def window(run: Ran) -> tuple[int, int]:
    return run.plan.run.warmup, run.plan.run.window


def cohort(run: Ran) -> pd.DataFrame:
    """Issues that occurred in the window and came to be."""
    opens, closes = window(run)
    return run.issues[run.issues["occurred"].between(opens, closes) & (run.issues["state"] <= 2)]


def reported(run: Ran) -> pd.DataFrame:
    """Cases reported in the window."""
    opens, closes = window(run)
    return run.cases[run.cases["reported"].between(opens, closes)]


def never_seen(run: Ran) -> float:
    """Share of issues that nobody ever knew of."""
    return float((cohort(run)["detected"] == NOBODY).mean())


def days_to_detect(run: Ran, *hazards: str) -> float:
    """Mean days for which an issue was open and unknown, those never known counted to their end."""
    issues = cohort(run)
    if hazards:
        issues = issues[issues["hazard"].isin([run.hazard(name) for name in hazards])]
    ended = issues["ended"].where(issues["ended"] != NOBODY, run.plan.run.end)
    known = issues["detected"].where(issues["detected"] != NOBODY, ended)
    return float((known - issues["occurred"]).mean() / HOUR / 24.0)


def hours_to_close(run: Ran, source: Source) -> float:
    cases = reported(run)
    done = cases[(cases["source"] == source) & (cases["state"] == CaseState.CLOSED)]
    return float((done["closed"] - done["reported"]).mean() / HOUR)


def on_time(run: Ran) -> float:
    """Share of the cases of the window that were claimed done within their limit, of those not shelved."""
    cases = reported(run)
    due = cases[(cases["shelved"] == 0) & (cases["state"] != CaseState.CANCELLED) & (cases["registered"] != NOBODY)]
    return float(((due["state"] == CaseState.CLOSED) & (due["claimed"] <= due["limit"])).mean())


def utilisation(run: Ran) -> np.ndarray:
    """Busy part of the time for cases: of all desks, of the street teams, of departments with cases of their own."""
    stations, opened = run.plan.stations, Window(run.plan).open_ms()
    busy = run.outcome.stations["busy"] - run.outcome.stations["displaced"]
    handling = np.isin(stations["unit"], np.unique(run.plan.options["unit"])) & (stations["level"] > 0)
    by_unit = np.bincount(stations["unit"][handling], busy[handling])
    return np.asarray(by_unit[by_unit > 0] / np.bincount(stations["unit"][handling], opened[handling])[by_unit > 0])


def finds_per_hour(run: Ran) -> float:
    opens, closes = window(run)
    finds = run.rows("found_on_patrol")["time_ms"].between(opens, closes).sum()
    return float(finds / (run.outcome.stations["patrolled"].sum() / HOUR))


def still_open(run: Ran) -> int:
    """Cases open at the end of the window."""
    _, closes = window(run)
    cases = run.cases
    closed = cases["closed"].where(cases["state"] != CaseState.OPEN, run.plan.run.end + 1)
    return int(((cases["reported"] < closes) & (closed >= closes)).sum())


# -- grids and workers ---------------------------------------------------------------------------------------------


def test_grids_alone_change_little() -> None:
    """Refutes: redrawing 515 grids into 800 finds things sooner, the 837 workers being the same."""
    old, new = (tenth(f"grids.count={grids}") for grids in (OLD, NEW))
    assert days_to_detect(new) == pytest.approx(days_to_detect(old), rel=0.10)
    assert never_seen(new) == pytest.approx(never_seen(old), abs=0.03)
    assert len(reported(new)) == pytest.approx(len(reported(old)), rel=0.05)
    for source in (Source.PATROL, Source.RESIDENT):
        assert hours_to_close(new, source) == pytest.approx(hours_to_close(old, source), rel=0.10)


def test_workers_find_more_with_diminishing_returns() -> None:
    """Refutes: finds rise in proportion to workers. 515 and 837 are 54 and 87 of a tenth; as many more are 120."""
    runs = [tenth(f"{WORKERS}{count}") for count in (54, 87, 120)]
    seen, found = [1.0 - never_seen(run) for run in runs], [finds_per_hour(run) for run in runs]
    assert seen[0] < seen[1] < seen[2]
    assert seen[2] - seen[1] < seen[1] - seen[0]
    assert found[0] > found[1] > found[2]
    assert (1.0 - never_seen(runs[1])) / seen[0] < 1.0 + (87 / 54 - 1.0) / 3.0


def test_more_workers_do_not_mend_faster_what_departments_do() -> None:
    """Refutes: closing times improve more than detection did, with departments unchanged."""
    few, many = (tenth(f"{WORKERS}{count}") for count in (54, 87))
    sooner = days_to_detect(few) / days_to_detect(many)
    faster = hours_to_close(few, Source.RESIDENT) / hours_to_close(many, Source.RESIDENT)
    assert sooner > 1.0
    assert faster < sooner


# -- patrol --------------------------------------------------------------------------------------------------------


def test_the_stock_is_exhausted_by_patrol() -> None:
    """Refutes: finds per hour are a constant of workers (837 x 3 h x 250 d x 1.3 = 1.8 finds a resident and year)."""
    base, more = square(), square("mechanisms.patrol.target=3.5 h", "mechanisms.patrol.speed=3.4 km/h")
    walked = [run.outcome.stations["patrolled"].sum() for run in (base, more)]
    assert walked[1] > 1.15 * walked[0]
    found = [len(run.rows("found_on_patrol")) for run in (base, more)]
    passes = 2.0 * walked[1] / walked[0]
    assert found[1] > found[0]
    assert found[1] / found[0] < 0.6 * passes
    assert finds_per_hour(more) < finds_per_hour(base)


def test_patrol_changes_what_is_known_and_not_what_occurs() -> None:
    """Refutes: more patrol cuts the number of issues. Primary ones are the same, and what is mended may come back."""
    base, none = square(), square("mechanisms.patrol.enabled=false")
    for run in (base, none):
        assert len(run.rows("found_on_patrol")) == 0 or run is base
    first = [run.issues[(run.issues["generation"] == 0) & (run.issues["occurred"] >= 0)] for run in (base, none)]
    assert set(first[0]["root"]) == set(first[1]["root"])
    assert len(cohort(base)) == pytest.approx(len(cohort(none)), rel=0.15)
    assert len(cohort(base)) >= len(cohort(none))
    assert never_seen(base) < never_seen(none)


def test_nobody_patrols_at_night_without_night_rosters() -> None:
    """Refutes: gains at night from workers with office hours."""
    base = square()
    found = base.rows("found_on_patrol", "found_on_visit")["time_ms"] % (24 * HOUR) / HOUR
    assert ((found >= 8.5) & (found <= 18.0)).all()
    for hour in range(24):
        if not 8 <= hour < 18:
            assert not ((found >= hour) & (found < hour + 1)).any()


# -- demand --------------------------------------------------------------------------------------------------------


def test_two_fifths_more_demand_is_more_than_crews_can_do() -> None:
    """Refutes: on time near 100 % at demand x 1.4."""
    base, more = demand(FULL), demand(1.4 * FULL)
    assert 0.6 < utilisation(base).mean() < 0.8
    full = [int((utilisation(run) > 0.9).sum()) for run in (base, more)]
    assert full[1] >= 4
    assert full[1] > full[0]
    assert still_open(more) > 1.5 * still_open(base)
    assert on_time(more) < 0.85 * on_time(base)


def test_half_the_demand_leaves_crews_idle() -> None:
    base, half = tenth(), demand(0.5)
    assert utilisation(half).mean() == pytest.approx(utilisation(base).mean() / 2.0, rel=0.2)
    assert utilisation(half).max() < 0.6


# -- whistle and volunteers ----------------------------------------------------------------------------------------


def test_a_whistle_takes_hours_from_elsewhere() -> None:
    """Refutes: a whistle that improves everything and displaces nothing."""
    assert tenth().outcome.stations["displaced"].sum() > 0


def test_volunteers_do_a_few_cases_in_a_hundred_at_most() -> None:
    """Refutes: volunteers above a few per cent of cases."""
    cases = reported(tenth())
    closed = cases[cases["state"] == CaseState.CLOSED]
    share = (closed["level"] == Level.MEMBERS).mean()
    assert 0.0 < share < 0.04


def test_seven_hours_are_elapsed_and_not_worked() -> None:
    """Refutes: mean handling of 7 h read as service time, which all workers together could not give."""
    base = tenth()
    jobs = base.jobs[base.jobs["started"] != NOBODY]
    worked = jobs.groupby("case")["busy"].sum().mean() / HOUR
    assert worked < 2.0
    assert hours_to_close(base, Source.PATROL) > 4.0 * worked


def on_time_of_supply(crews: int, share: float, in_hand: str) -> float:
    """Share of the closed cases of the utilities of a tenth of the district that were in time."""
    unit = "departments.utilities"
    run = tenth(f"{unit}.crews={crews}", f"{unit}.share={share}", f"mechanisms.queueing.in_hand={in_hand}")
    number = run.plan.units["department"].tolist().index(list(run.scenario.departments).index("utilities"))
    own = run.cases[(run.cases["unit"] == number) & (run.cases["closed"] != NOBODY)]
    return float((own["claimed"] <= own["limit"]).mean())


def test_how_hours_are_divided_over_crews_matters_only_if_work_in_hand_stops() -> None:
    whole, divided = on_time_of_supply(8, 0.5, "goes_on"), on_time_of_supply(16, 0.25, "goes_on")
    assert abs(whole - divided) < 0.03
    assert on_time_of_supply(8, 0.5, "stops") - on_time_of_supply(16, 0.25, "stops") > 0.1
