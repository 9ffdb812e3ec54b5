"""What the teaching case has in a row of the units: crews, their share for cases and their hours, in one cell."""

from __future__ import annotations

from sim.language.contradiction import Path
from sim.scenario.checks.parts import crews
from sim.scenario.hours import CHINESE_DAYS, DAYS
from sim.scenario.models import Scenario
from sim.scenario.staff import Shifts
from sim.workbook.layout import WORKERS, Both, Language
from sim.workbook.messages import COMMA

_EACH = Both("{number} in each place", "每处 {number} 组")
_SHARE = Both("{share:.2g} of duty for cases", "办案工时占 {share:.2g}")
_WORKERS = Both("{number} in all", "共 {number} 人")
_ALWAYS = Both("always", "全天候")
_PART = Both("{share:.0%}: {hours}", "{share:.0%}：{hours}")
_HOLIDAYS = Both("{hours}, holidays too", "{hours}，节假日上班")
_SEPARATOR = Both("; ", "；")


def of_unit(scenario: Scenario, path: Path, language: Language) -> str:
    """Return the crews, share and hours of the unit at a path, or how many grid workers there are and their hours."""
    if path == WORKERS.path:
        workers = scenario.staff.grid_workers
        parts, roster = [_WORKERS.of(language).format(number=workers.count.value)], workers.roster
    else:
        unit = dict(crews(scenario))[path]
        number = unit.in_all(1)
        parts = [_EACH.of(language).format(number=number), _SHARE.of(language).format(share=unit.share.value)]
        roster = unit.roster
    return _SEPARATOR.of(language).join([*parts, *_hours(scenario, roster, language)])


def _hours(scenario: Scenario, roster: str, language: Language) -> list[str]:
    """Return the shifts of a roster, each with its part of the crews if there are several."""
    its = scenario.rosters[roster]
    if its.always:
        return [_ALWAYS.of(language)]
    told = [_week(shifts, language) for shifts in its.shifts]
    if len(told) == 1:
        return told
    return [
        _PART.of(language).format(share=shifts.share.value, hours=hours)
        for shifts, hours in zip(its.shifts, told, strict=True)
    ]


def _week(shifts: Shifts, language: Language) -> str:
    hours = COMMA.of(language).join(f"{_days(days, language)} {hours}" for days, hours in shifts.week.items())
    return _HOLIDAYS.of(language).format(hours=hours) if shifts.holidays else hours


def _days(days: str, language: Language) -> str:
    """Return days as a roster writes them (`mon-fri`), in a language."""
    if language == "en":
        return days
    for english, chinese in zip(DAYS, CHINESE_DAYS, strict=True):
        days = days.replace(english, f"周{chinese}")
    return days.replace("-", "至").replace(",", "、")
