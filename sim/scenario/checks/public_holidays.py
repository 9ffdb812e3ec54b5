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
    run, named = scenario.run, {day.year for day in scenario.calendar.holidays}
    length = run.warmup.value + run.length.value + run.followup.value
    last = run.start + timedelta(milliseconds=max(length - 1, 0))
    return [year for year in range(run.start.year, last.year + 1) if named and year not in named]


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
        advice = said("`gridgov holidays {years}` writes China's", years=" ".join(years))
        yield Doubt(("calendar", "holidays"), "holidays", {"years": listed(years)}, advice)
