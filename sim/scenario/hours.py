"""Hours and days as people write them in rosters, in English or Chinese."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from sim.language.chinese import half_width, unquoted
from sim.said import listed, said

MINUTE = 60_000
DAY = 24 * 60 * MINUTE

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CHINESE_DAYS = "一二三四五六日"
PERIOD = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")

ORDINALS = ("first", "second", "third", "fourth", "last")
"""Which of the days of a month that are of one weekday."""


class DayRule(NamedTuple):
    """Dates that hold: from one on, until before another, and on some days of the month, if these are given.

    `monthly` has the number of an ordinal (of `ORDINALS`) and a weekday (Monday 0) for each day.
    """

    since: date | None = None
    until: date | None = None
    monthly: tuple[tuple[int, int], ...] = ()

    def holds(self, day: date) -> bool:
        """Whether a date is among them."""
        if (self.since is not None and day < self.since) or (self.until is not None and day >= self.until):
            return False
        return not self.monthly or any(_is_of_month(day, *which) for which in self.monthly)


def _is_of_month(day: date, ordinal: int, weekday: int) -> bool:
    if day.weekday() != weekday:
        return False
    if ORDINALS[ordinal] == "last":
        return (day + timedelta(days=7)).month != day.month
    return (day.day - 1) // 7 == ordinal


def parse_monthly(text: str) -> tuple[tuple[int, int], ...]:
    """Return the ordinal and weekday (Monday 0) of each day of 'first thu' or 'first mon, last fri'.

    Raise ValueError with what is wrong.
    """
    found = []
    for part in re.split(r"\s*,\s*", half_width(text).strip().lower()):
        words = part.split()
        if len(words) != 2 or words[0] not in ORDINALS or words[1] not in DAYS:
            raise ValueError(said("'{part}' is no day of a month; write it like 'first thu' or 'last fri'", part=part))
        found.append((ORDINALS.index(words[0]), DAYS.index(words[1])))
    return tuple(found)


_TO = re.compile(r"\s*[-~\u2013\u2014至到]\s*")
"""What stands between the ends of a period or of a range of days."""


_ALL_DAY = re.compile(r"\s*(?:全天|全日|全天候|24\s*小时|24\s*h|all day|24 hours)\s*")


def parse_hours(text: str) -> list[tuple[int, int]]:
    """Return the periods of a day like '08:30-12:00 14:00-18:00' in order, in ms after midnight.

    One that crosses midnight ends after 24 h. Raise ValueError with what is wrong.
    """
    return list(_periods(text))


@lru_cache(maxsize=1024)  # the same rosters are read many times before a run begins
def _periods(text: str) -> tuple[tuple[int, int], ...]:
    periods = []
    if _ALL_DAY.fullmatch(unquoted(half_width(text)).casefold()):
        return ((0, DAY),)
    for part in re.split(r"[,;、\s]+", _TO.sub("-", unquoted(half_width(text)))):
        found = PERIOD.fullmatch(part.strip())
        if not found:
            raise ValueError(
                said("'{part}' is not a period; write it like '08:30-12:00', all day '0:00-24:00'", part=part)
            )
        h1, m1, h2, m2 = (int(x) for x in found.groups())
        opening, closing = (h1 * 60 + m1) * MINUTE, (h2 * 60 + m2) * MINUTE
        if max(m1, m2) > 59 or opening >= DAY or closing > DAY:
            raise ValueError(said("'{part}' names a time that no clock shows", part=part))
        periods.append((opening, closing if closing > opening else closing + DAY))
    return tuple(sorted(periods))


def clock_time(ms: int) -> str:
    """Return a time of the day (ms after midnight) as a clock shows it: 8:30."""
    hours, minutes = divmod(ms // MINUTE, 60)
    return f"{hours}:{minutes:02}"


def parse_days(text: str) -> list[int]:
    """Return the weekdays (Monday 0) of 'mon', 'mon-fri', 'sat,sun' or '周一至周五'; a range may pass Sunday.

    Raise ValueError with what is wrong.
    """
    return list(_weekdays(text))


@lru_cache(maxsize=1024)
def _weekdays(text: str) -> tuple[int, ...]:
    days: list[int] = []
    for part in re.split(r"\s*[,、]\s*", unquoted(half_width(text)).lower()):
        ends = [_in_english(end) for end in _TO.split(part)]
        if not all(end in DAYS for end in ends) or len(ends) > 2:
            raise ValueError(
                said("'{part}' is not a day or a range of days; days are {days}", part=part, days=listed(DAYS))
            )
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        days += [(first + i) % 7 for i in range((last - first) % 7 + 1)]
    return tuple(days)


def _in_english(day: str) -> str:
    """Return the English word of 周一 or 星期一, any other word as it is."""
    found = re.fullmatch("(?:周|星期|礼拜)([一二三四五六日天])", day)
    return DAYS[CHINESE_DAYS.index(found[1].replace("天", "日"))] if found else day


def parse_week(week: dict[str, str]) -> list[list[tuple[int, int]]]:
    """Return the periods of each weekday (Monday first) of a week as shifts write it."""
    periods: list[list[tuple[int, int]]] = [[] for _ in range(7)]
    for days, hours in week.items():
        for day in parse_days(days):
            periods[day] += parse_hours(hours)
    return [sorted(day) for day in periods]
