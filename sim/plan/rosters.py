"""Rosters lowered to intervals: who is on duty when, and which part of it is for cases."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.chance.draws import uniforms
from sim.scenario.hours import DAY, DayRule, parse_week
from sim.scenario.models import Scenario

Periods = NDArray[np.int64]
"""Duty periods, shape (n, 3): opening and closing in ms since the start, and the day on which they begin."""


EVERY_DAY = DayRule()
HOUR, WEEK_HOURS = DAY // 24, 168
YEAR_DAYS, YEAR_SPAN = 365.0, 364
"""Days of a year, and the whole weeks by which a year's duty is reckoned."""


class DutyRosters:
    """Duty periods of every shift pattern of a scenario from its start over a number of days."""

    def __init__(self, scenario: Scenario, days: int) -> None:
        self.scenario = scenario
        self.days = days
        self.special = SpecialDays(frozenset(scenario.calendar.holidays), frozenset(scenario.calendar.workdays))
        self._year: DutyRosters | None = None

    def pattern(self, roster: str, crew: int, crews: int) -> Periods:
        """Shape (n, 3): a crew works the shifts in whose cumulative shares (crew + 0.5) / crews falls."""
        return self._periods(roster, self.scenario.rosters[roster].shift_of(crew, crews))

    def yearly_ms(self, roster: str, crew: int, crews: int) -> float:
        """Duty of a crew in a year, ms, by the first `YEAR_SPAN` days: the same however long the run is."""
        if self._year is None:
            self._year = DutyRosters(self.scenario, YEAR_SPAN)
        periods = self._year.pattern(roster, crew, crews)
        return float((periods[:, 1] - periods[:, 0]).sum()) * YEAR_DAYS / YEAR_SPAN

    def working(self) -> Periods:
        """Periods, shape (n, 3), of the working calendar, in which limits and working delays are counted."""
        return self.pattern(self.scenario.calendar.office, 0, 1)

    def _periods(self, roster: str, number: int) -> Periods:
        if number < 0:
            return around_the_clock(self.days)
        shifts = self.scenario.rosters[roster].shifts[number]
        special = self.special._replace(holidays=frozenset()) if shifts.holidays else self.special
        return of_week(tuple(shifts.week.items()), self.scenario.run.start, self.days, special, shifts.day_rule())


def rounds_before(scenario: Scenario) -> NDArray[np.float64]:
    """Part of a week's duty in the last 0, 1 .. 168 hours before the start, for each shift of the grid workers' roster.

    Shape (shifts x 169,), 0 to 1. A week without holidays; spread evenly where there is no shift or never any duty.
    """
    shifts = scenario.rosters[scenario.staff.grid_workers.roster].shifts
    return np.concatenate([_week_before(scenario, shift.week) for shift in shifts] or [_week_before(scenario, {})])


def _week_before(scenario: Scenario, week: Mapping[str, str]) -> NDArray[np.float64]:
    hours = np.arange(WEEK_HOURS + 1, dtype=np.float64)
    periods = of_week(tuple(week.items()), scenario.run.start, 7, SpecialDays(frozenset(), frozenset()))
    done = np.zeros(WEEK_HOURS + 1)
    for opening, closing, _ in periods.tolist():
        done += np.clip(hours * HOUR - opening, 0, closing - opening)
    done = done if done[-1] > 0 else hours
    return np.asarray(1.0 - done[::-1] / done[-1])


class SpecialDays(NamedTuple):
    """Days on which the week does not hold: holidays, when nobody works, and days worked like a weekday."""

    holidays: frozenset[date]
    workdays: frozenset[date]


@lru_cache(maxsize=64)
def around_the_clock(days: int) -> Periods:
    """Return periods of so many whole days, one after the other, shape (days, 3)."""
    day = np.arange(days, dtype=np.int64)
    return np.column_stack([day * DAY, (day + 1) * DAY, day])


@lru_cache(maxsize=256)
def of_week(
    week: tuple[tuple[str, str], ...], start: date, days: int, special: SpecialDays, rule: DayRule = EVERY_DAY
) -> Periods:
    """Return the periods, shape (n, 3), of a week's hours (as a scenario gives them) from a date over so many days.

    Only the dates of a rule are worked; a period belongs to the date on which it begins.

    They are kept, since all replications and many crews have the same; they must not be changed.
    """
    hours = parse_week(dict(week))
    rows = []
    for day in range(-1, days):
        if not rule.holds(start + timedelta(days=day)):
            continue
        for opening, closing in day_hours(hours, start + timedelta(days=day), special):
            begun, end = day * DAY + opening, day * DAY + closing
            if end > 0:
                rows.append((max(begun, 0), end, day))
    return _apart(rows)


def day_hours(week: Sequence[list[tuple[int, int]]], day: date, special: SpecialDays) -> list[tuple[int, int]]:
    """Return the periods of a date: none on holidays, those of a weekday on extra working days."""
    if day in special.holidays:
        return []
    if day in special.workdays and not week[day.weekday()]:
        return next((hours for hours in week if hours), [])
    return week[day.weekday()]


def _apart(rows: Iterable[tuple[int, int, int]]) -> Periods:
    """Periods sorted and joined where they overlap; those that touch stay two, each with its own day."""
    joined: list[list[int]] = []
    for opening, closing, day in sorted(rows):
        if joined and opening < joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], closing)
        else:
            joined.append([opening, closing, day])
    return np.array(joined, dtype=np.int64).reshape(-1, 3)


def blocks(periods: Periods, length: NDArray[np.int64], state: int, entity: int) -> NDArray[np.int64]:
    """One block in each period, shape (n, 2): of the given length (n, ms), its start drawn by (entity, opening)."""
    room = periods[:, 1] - periods[:, 0] - length
    u = uniforms(state, np.full(len(periods), entity, dtype=np.int64), periods[:, 0])
    start = periods[:, 0] + np.floor(u * (room + 1)).astype(np.int64)
    return np.column_stack([start, start + length])
