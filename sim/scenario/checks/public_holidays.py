"""Public holidays: years of a run for which a scenario names none, and China's, as its government announced them.

Dates stand in scenarios, so that a result does not change with a library; `gridgov holidays` writes them to be copied
there. They are those of chinesecalendar, which follows the notices of the State Council's General Office, each November
for the next year, and knows the weekend days worked in exchange (调休); it refuses years not yet announced instead of
reckoning them.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sim.language.contradiction import Doubt
from sim.said import listed, said
from sim.scenario.models import Scenario


class PublicHolidays(NamedTuple):
    """The days of a year on which offices are closed by a public holiday, and the weekend days worked instead."""

    holidays: Sequence[date]
    workdays: Sequence[date]


def years_without_holidays(scenario: Scenario) -> list[int]:
    """Return the years that a run goes through and for which its calendar names no holiday, though it names others.

    A calendar without any holiday means to have none.
    """
    named = {day.year for day in scenario.calendar.holidays}
    years = range(scenario.run.start.year, last_day(scenario).year + 1)
    return [year for year in years if named and year not in named]


def days_not_named(scenario: Scenario) -> PublicHolidays:
    """Return the announced days off and worked that lie in a run and that its calendar does not name, of years of which
    it names some: a calendar that names none of a year is told of for itself."""
    calendar, run = scenario.calendar, scenario.run
    named = {day.year for day in calendar.holidays}
    first, last = run.start, last_day(scenario)
    closed: list[date] = []
    worked: list[date] = []
    for year in range(first.year, last.year + 1):
        known = holidays_of_china(year) if year in named else None
        if known is not None:
            said_of_both = {*calendar.holidays, *calendar.workdays}
            closed += [day for day in known.holidays if first <= day <= last and day not in said_of_both]
            worked += [day for day in known.workdays if first <= day <= last and day not in said_of_both]
    return PublicHolidays(closed, worked)


def last_day(scenario: Scenario) -> date:
    """Return the last day of a run."""
    run = scenario.run
    length = run.warmup.value + run.length.value + run.followup.value
    return run.start + timedelta(milliseconds=max(length - 1, 0))


def holidays_of_china(year: int) -> PublicHolidays | None:
    """Return the public holidays of a year as they were announced; None if they are not known."""
    from chinese_calendar import get_holiday_detail, is_workday

    days = [date(year, 1, 1) + timedelta(days=n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    try:
        closed = [day for day in days if get_holiday_detail(day)[1] is not None and not is_workday(day)]
        worked = [day for day in days if day.weekday() >= SATURDAY and is_workday(day)]
    except NotImplementedError:
        return None
    return PublicHolidays(closed, worked)


SATURDAY = 5


def runs_without_holidays(scenario: Scenario) -> Iterator[Doubt]:
    """A run goes through years of which the calendar knows the holidays."""
    years = [str(year) for year in years_without_holidays(scenario)]
    if years:
        yield Doubt(("calendar", "holidays"), "holidays", {"years": listed(years)}, _advice(years))


def all_holidays_are_named(scenario: Scenario) -> Iterator[Doubt]:
    """A calendar that names holidays of a year names all that are announced and lie in the run."""
    missing = days_not_named(scenario)
    for path, kind, days in (("holidays", "days_off", missing.holidays), ("workdays", "days_worked", missing.workdays)):
        if days:
            years = sorted({str(day.year) for day in days})
            yield Doubt(("calendar", path), kind, {"days": listed(_spans(days)), "count": len(days)}, _advice(years))


def _advice(years: Sequence[str]) -> str:
    known = [year for year in years if holidays_of_china(int(year)) is not None]
    if not known:
        return said("China's of {years} are not announced or not known", years=" ".join(years))
    return said("`gridgov holidays {years}` writes China's, for Excel with --table", years=" ".join(known))


def _spans(days: Sequence[date]) -> list[str]:
    """Return days, those that follow each other as a span."""
    spans: list[list[date]] = []
    for day in sorted(days):
        if spans and day - spans[-1][-1] == timedelta(days=1):
            spans[-1].append(day)
        else:
            spans.append([day])
    return [f"{span[0]}" if len(span) == 1 else f"{span[0]}...{span[-1]:%m-%d}" for span in spans]
