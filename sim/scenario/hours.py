"""Hours and days as people write them in rosters."""

import re

DAY = 86_400_000
MINUTE = 60_000

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PERIOD = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")


def parse_hours(text: str) -> list[tuple[int, int]]:
    """Periods of a day like '08:30-12:00 14:00-18:00' as ms after midnight; one past midnight ends after 24 h.

    Raises ValueError with what is wrong.
    """
    periods = []
    for part in re.split(r"[,;\s]+", re.sub(r"\s*-\s*", "-", text.strip())):
        found = PERIOD.fullmatch(part.strip())
        if not found:
            raise ValueError(f"'{part}' is not a period; write it like '08:30-12:00'")
        h1, m1, h2, m2 = (int(x) for x in found.groups())
        if max(h1, h2) > 24 or max(m1, m2) > 59:
            raise ValueError(f"'{part}' names an hour that does not exist")
        opening, closing = (h1 * 60 + m1) * MINUTE, (h2 * 60 + m2) * MINUTE
        periods.append((opening, closing if closing > opening else closing + DAY))
    return periods


def parse_days(text: str) -> list[int]:
    """Weekdays (Monday 0) of 'mon', 'mon-fri' or 'sat,sun'; a range may pass Sunday. Raises ValueError."""
    days: list[int] = []
    for part in re.split(r"\s*,\s*", text.strip().lower()):
        ends = part.split("-")
        if not all(end in DAYS for end in ends) or len(ends) > 2:
            raise ValueError(f"'{part}' is not a day or a range of days; days are {', '.join(DAYS)}")
        first, last = DAYS.index(ends[0]), DAYS.index(ends[-1])
        days += [(first + i) % 7 for i in range((last - first) % 7 + 1)]
    return days


def parse_week(week: dict[str, str]) -> list[list[tuple[int, int]]]:
    """Periods of each weekday (Monday first) of the week of some shifts."""
    periods: list[list[tuple[int, int]]] = [[] for _ in range(7)]
    for days, hours in week.items():
        for day in parse_days(days):
            periods[day] += parse_hours(hours)
    return [sorted(day) for day in periods]
