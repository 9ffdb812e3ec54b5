"""Rosters: weekly hours, holidays and extra working days, nights, shares of crews, and blocks for cases."""

from __future__ import annotations

import copy
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.plan.rosters import DutyRosters, Periods, blocks
from sim.scenario.load import load
from sim.scenario.models import Scenario

HOUR = 3_600_000
DAY = 24 * HOUR
MONDAY = date(2024, 5, 6)


def duty(shifts: list[dict[str, Any]], days: int = 14, holidays: Any = (), workdays: Any = ()) -> DutyRosters:
    """The duty of a roster called `test` from a Monday on."""
    document = copy.deepcopy(load("village-square").document)
    document["run"]["start"] = MONDAY
    document["calendar"].update(holidays=list(holidays), workdays=list(workdays))
    document["rosters"]["test"] = {"shifts": shifts} if shifts else {"always": True}
    return DutyRosters(Scenario.model_validate(document), days)


def in_hours(periods: Periods) -> list[tuple[float, float]]:
    return [(a / HOUR, b / HOUR) for a, b, _ in periods.tolist()]


OFFICE = {"share": 1, "week": {"mon-fri": "08:30-12:00 14:00-18:00"}}


def test_a_week() -> None:
    periods = duty([OFFICE], days=7).pattern("test", 0, 1)
    assert in_hours(periods)[:2] == [(8.5, 12.0), (14.0, 18.0)]
    assert len(periods) == 10
    assert set(periods[:, 2].tolist()) == {0, 1, 2, 3, 4}


def test_holidays_are_off_unless_the_shift_works_them() -> None:
    wednesday = date(2024, 5, 8)
    off = duty([OFFICE], 7, holidays=[wednesday]).pattern("test", 0, 1)
    on = duty([{**OFFICE, "holidays": True}], 7, holidays=[wednesday]).pattern("test", 0, 1)
    assert 2 not in off[:, 2]
    assert 2 in on[:, 2]


def test_an_extra_working_day_has_the_hours_of_a_weekday() -> None:
    saturday = date(2024, 5, 11)
    periods = duty([OFFICE], 7, workdays=[saturday]).pattern("test", 0, 1)
    assert in_hours(periods)[-2:] == [(5 * 24 + 8.5, 5 * 24 + 12.0), (5 * 24 + 14.0, 5 * 24 + 18.0)]


def test_shifts_hold_within_their_dates_and_on_their_days_of_the_month() -> None:
    dated = {**OFFICE, "since": date(2024, 5, 8), "until": date(2024, 5, 10)}
    assert set(duty([dated]).pattern("test", 0, 1)[:, 2].tolist()) == {2, 3}
    monthly = {**OFFICE, "monthly": "first thu, last mon"}
    days = duty([monthly], 62).pattern("test", 0, 1)[:, 2]  # 6 May and 61 days on: to 6 July
    worked = sorted({(MONDAY + timedelta(days=int(day))).isoformat() for day in days})
    assert worked == ["2024-05-27", "2024-06-06", "2024-06-24", "2024-07-04"]


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    periods = duty([{"share": 1, "week": {"sun": "22:00-06:00", "tue": "22:00-06:00"}}], days=7).pattern("test", 0, 1)
    assert in_hours(periods) == [(0.0, 6.0), (46.0, 54.0), (166.0, 174.0)]
    assert periods[:, 2].tolist() == [-1, 1, 6]


def test_overlapping_shifts_of_two_days_are_one_period() -> None:
    periods = duty([{"share": 1, "week": {"mon": "20:00-04:00", "tue": "02:00-08:00"}}], days=7).pattern("test", 0, 1)
    assert in_hours(periods) == [(20.0, 32.0)]


@pytest.mark.parametrize("shifts", [[], [{"share": 1, "week": {"mon-sun": "00:00-24:00"}}]])
def test_always_is_a_duty_period_a_day(shifts: list[dict[str, Any]]) -> None:
    """Otherwise a share of duty would be one block of the whole run, and an absence all of it."""
    periods = duty(shifts, days=5).pattern("test", 0, 1)
    assert in_hours(periods) == [(24.0 * d, 24.0 * (d + 1)) for d in range(5)]


def test_crews_work_the_shifts_by_their_shares() -> None:
    roster = load("village-square").scenario.rosters["supply"]
    for crews in (5, 8, 76):
        worked = np.bincount([roster.shift_of(crew, crews) for crew in range(crews)], minlength=4)
        expected = [shifts.share.value * crews for shifts in roster.shifts]
        assert (np.abs(worked - expected) <= 1).all()


@given(st.floats(0.01, 1.0), st.integers(0, 1000))
def test_a_block_lies_in_its_period(share: float, entity: int) -> None:
    periods = np.array([(8 * HOUR, 12 * HOUR, 0), (14 * HOUR, 18 * HOUR, 0), (DAY, DAY + HOUR, 1)], dtype=np.int64)
    length = ((periods[:, 1] - periods[:, 0]) * share).astype(np.int64)
    placed = blocks(periods, length, 12345, entity)
    assert (placed[:, 0] >= periods[:, 0]).all()
    assert (placed[:, 1] <= periods[:, 1]).all()
    assert (placed[:, 1] - placed[:, 0] == length).all()


def test_blocks_are_spread_over_their_periods() -> None:
    periods = np.array([(d * DAY, d * DAY + 8 * HOUR, d) for d in range(400)], dtype=np.int64)
    placed = blocks(periods, np.full(400, 4 * HOUR), 99, 3)
    shift = (placed[:, 0] - periods[:, 0]) / (4 * HOUR)
    assert 0.0 <= shift.min() < 0.05
    assert 0.95 < shift.max() <= 1.0
    assert abs(shift.mean() - 0.5) < 4.5 * (1 / 12 / 400) ** 0.5
