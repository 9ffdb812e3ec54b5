"""Hours, days and dates: rosters open at some time, calendars say one thing of a day, profiles fit theirs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from sim.language.contradiction import Contradiction, Doubt, Path
from sim.language.units import HOUR_MS
from sim.said import said, said_by
from sim.scenario.hours import DAY, DAYS, clock_time, parse_days, parse_hours, parse_monthly, parse_week
from sim.scenario.models import Scenario
from sim.scenario.staff import Shifts

PROFILE_LENGTHS = {"hours": 24, "weekdays": 7, "months": 12}


def rosters_open(scenario: Scenario) -> Iterator[Contradiction]:
    """A roster is always open, or by its shifts."""
    for name, roster in scenario.rosters.items():
        path = ("rosters", name)
        if roster.always and roster.shifts:
            yield Contradiction(path, "says both `always` and `shifts`; say one of them")
        elif not roster.always and not roster.shifts:
            yield Contradiction(path, "is never open", allowed="say `always: true` or give shifts")


def shifts_open(scenario: Scenario) -> Iterator[Contradiction]:
    """Every shift has hours on some day, written so that they can be read."""
    for name, roster in scenario.rosters.items():
        for number, shifts in enumerate(roster.shifts):
            yield from _week_faults(("rosters", name, "shifts", number, "week"), shifts)
            yield from _date_faults(("rosters", name, "shifts", number), shifts)


def _date_faults(path: Path, shifts: Shifts) -> Iterator[Contradiction]:
    """Tell of dates on which nobody would ever work: they end before they begin, or fall on days without hours."""
    if shifts.since is not None and shifts.until is not None and shifts.until <= shifts.since:
        yield Contradiction(
            (*path, "until"),
            "not after `since`, so nobody ever works",
            allowed=said("after {since}", since=shifts.since),
        )
    if shifts.monthly is None:
        return
    try:
        days = parse_monthly(shifts.monthly)
        hours = parse_week(shifts.week)
    except ValueError as error:
        if not list(_week_faults(path, shifts)):
            yield Contradiction((*path, "monthly"), said_by(error))
        return
    for _, weekday in days:
        if not hours[weekday]:
            allowed = said("give {days} hours in `week`, or name another day", days=DAYS[weekday])
            yield Contradiction(
                (*path, "monthly"), said("falls on {days}, which has no hours", days=DAYS[weekday]), allowed=allowed
            )


def _week_faults(path: Path, shifts: Shifts) -> Iterator[Contradiction]:
    if not shifts.week:
        yield Contradiction(path, "is never open", allowed="write like {mon-fri: '08:30-12:00 14:00-18:00'}")
    for days, hours in shifts.week.items():
        try:
            parse_days(days)
        except ValueError as error:
            yield Contradiction((*path, days), said_by(error), of_key=True)
        try:
            periods = parse_hours(hours)
        except ValueError as error:
            yield Contradiction((*path, days), said_by(error))
            continue
        if any(after[0] < before[1] for before, after in pairwise(periods)):
            yield Contradiction((*path, days), "periods overlap")


def nights_are_meant(scenario: Scenario) -> Iterator[Doubt]:
    """No shift of more than half a day ends on the next one: its ends are more likely exchanged."""
    for name, roster in scenario.rosters.items():
        for number, shifts in enumerate(roster.shifts):
            for days, hours in shifts.week.items():
                for opening, closing in parse_hours(hours):
                    if DAY < closing < opening + DAY and closing - opening > DAY / 2:
                        figures: dict[str, float | str] = {
                            "opens": clock_time(opening),
                            "closes": clock_time(closing - DAY),
                            "hours": (closing - opening) / HOUR_MS,
                        }
                        yield Doubt(("rosters", name, "shifts", number, "week", days), "night", figures)


def waking_hours_are_apart(scenario: Scenario) -> Iterator[Contradiction]:
    """The hours in which issues are noticed can be read, and do not overlap, not even with the next day's."""
    yield from _overlaps(("mechanisms", "reporting", "awake"), scenario.mechanisms.reporting.awake)
    for name, hazard in scenario.hazards.items():
        if hazard.awake is not None:
            yield from _overlaps(("hazards", name, "awake"), hazard.awake)


def _overlaps(path: Path, hours: str) -> Iterator[Contradiction]:
    try:
        periods = parse_hours(hours)
    except ValueError as error:
        yield Contradiction(path, said_by(error))
        return
    opening, closing = periods[0]
    if any(after[0] < before[1] for before, after in pairwise([*periods, (opening + DAY, closing + DAY)])):
        yield Contradiction(path, "periods overlap")


def shocks_have_hours(scenario: Scenario) -> Iterator[Contradiction]:
    """The hours of a shock can be read, do not overlap, and end by midnight."""
    for number, shock in enumerate(scenario.shocks):
        if shock.hours is not None:
            path = ("shocks", number, "hours")
            faults = list(_overlaps(path, shock.hours))
            yield from faults
            if not faults and parse_hours(shock.hours)[-1][1] > DAY:
                yield Contradiction(path, "must end by midnight; say another shock for the days after")


def stewards_walk_in_open_hours(scenario: Scenario) -> Iterator[Contradiction]:
    """Stewards walk no longer in a week than their roster is open on any of its shifts."""
    stewards = scenario.mechanisms.stewards
    roster = scenario.rosters.get(stewards.roster)
    if not stewards.weekly_hours() or roster is None or not roster.shifts:
        return
    try:
        open_ms = max(sum(b - a for day in parse_week(shifts.week) for a, b in day) for shifts in roster.shifts)
    except ValueError:
        return  # told where the hours stand
    if stewards.hours.value > open_ms:
        hours = said("{hours:g} h", hours=open_ms / HOUR_MS)
        message = said("roster {roster!r} is open {hours} a week", roster=stewards.roster, hours=hours)
        yield Contradiction(("mechanisms", "stewards", "hours"), message, allowed=said("at most {hours}", hours=hours))


def days_are_off_or_on(scenario: Scenario) -> Iterator[Contradiction]:
    """No date is both a holiday and a working day."""
    holidays = set(scenario.calendar.holidays)
    for number, day in enumerate(scenario.calendar.workdays):
        if day in holidays:
            yield Contradiction(("calendar", "workdays", number), "is a holiday too; take it out of one list")


def profiles_fit(scenario: Scenario) -> Iterator[Contradiction]:
    """A profile has a weight for each of its hours, days or months; none is negative, and not all are zero."""
    for kind, length in PROFILE_LENGTHS.items():
        for name, weights in getattr(scenario.profiles, kind).items():
            path = ("profiles", kind, name)
            if len(weights) != length:
                yield Contradiction(
                    path,
                    said("has {weights} weights", weights=len(weights)),
                    allowed=said("give {length}", length=length),
                )
            for number, weight in enumerate(weights):
                if not 0 <= weight < math.inf:
                    yield Contradiction((*path, number), "a weight is a number from 0")
            if not any(weights):
                yield Contradiction(path, "all weights are 0")
