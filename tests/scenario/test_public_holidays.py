"""Public holidays: China's are those announced, and years of a run without any are told."""

from __future__ import annotations

import pytest

from sim.scenario.checks.public_holidays import (
    all_holidays_are_named,
    holidays_of_china,
    runs_without_holidays,
    years_without_holidays,
)
from sim.scenario.load import load


@pytest.mark.parametrize("year", [2024, 2025])
def test_chinas_holidays_are_those_of_the_presets(year: int) -> None:
    """Those of 2025 were copied from the notice of the State Council's General Office by hand."""
    calendar = load("jiancaoping").scenario.calendar
    found = holidays_of_china(year)
    assert found is not None
    assert list(found.holidays) == [day for day in calendar.holidays if day.year == year]
    assert list(found.workdays) == [day for day in calendar.workdays if day.year == year]


def test_years_that_nobody_has_announced_are_not_reckoned() -> None:
    assert holidays_of_china(2099) is None
    assert holidays_of_china(1999) is None


@pytest.mark.parametrize(
    ("sets", "years"),
    [
        (["run.start=2025-10-01", "run.warmup=0 d", "run.length=92 days", "run.followup=0 d"], []),  # to 31 December
        (["run.start=2025-10-01", "run.warmup=0 d", "run.length=92 days", "run.followup=1 d"], [2026]),
        (["run.start=2027-03-01"], [2027]),
        (["run.start=2027-03-01", "calendar.holidays=[]"], []),
    ],
    ids=["named", "the last day", "none that year", "none at all"],
)
def test_years_of_the_run_without_a_holiday_are_told(sets: list[str], years: list[int]) -> None:
    scenario = load("village-square", sets).scenario
    assert years_without_holidays(scenario) == years
    told = [doubt.figures["years"] for doubt in runs_without_holidays(scenario)]
    assert told == [str(year) for year in years]


@pytest.mark.parametrize(
    ("holidays", "told"),
    [
        (
            "[2025-01-01, 2025-01-28, 2025-02-04]",
            {"days_off": "2025-01-29...02-03", "days_worked": "2025-01-26, 2025-02-08"},
        ),
        ("[2024-05-01]", {}),
        ("[]", {}),
    ],
    ids=["two of eight", "none that year", "none at all"],
)
def test_days_that_a_calendar_forgets_are_told(holidays: str, told: dict[str, str]) -> None:
    period = ["run.start=2025-01-20", "run.warmup=0 d", "run.length=20 days", "run.followup=0 d"]
    scenario = load("village-square", [*period, f"calendar.holidays={holidays}", "calendar.workdays=[]"]).scenario
    assert {doubt.kind: doubt.figures["days"] for doubt in all_holidays_are_named(scenario)} == told
