"""Numbers as a report writes them: rounded to what they can bear, shares in percent."""

import math

from sim.measures.chinese import CHINESE_UNITS
from sim.show.style import Language

ABSENT = "–"
_DIGITS = 3
_WHOLE_FROM = 100


def written(value: float, unit: str) -> str:
    """Return a number with three significant digits, whole numbers from 100 on; shares in percent; a dash for NaN."""
    if math.isnan(value):
        return ABSENT
    if unit == "share":
        return f"{_rounded(100 * value)} %"
    return _rounded(value)


def unit_name(unit: str, language: Language) -> str:
    """Return the unit to stand beside written numbers: nothing for shares, which carry their percent sign."""
    if unit == "share":
        return ""
    return CHINESE_UNITS.get(unit, unit) if language == "zh" else unit


def interval(low: float, high: float, unit: str) -> str:
    """Return an interval, a dash if it is undefined."""
    if math.isnan(low) or math.isnan(high):
        return ABSENT
    return f"{written(low, unit)} {ABSENT} {written(high, unit)}"


def _rounded(value: float) -> str:
    if abs(value) >= _WHOLE_FROM:
        return f"{value:,.0f}"
    decimals = _DIGITS - 1 - (math.floor(math.log10(abs(value))) if value else 0)
    return f"{round(value, decimals):.{max(min(decimals, 2), 0)}f}" if abs(value) >= 0.1 or not value else f"{value:.2g}"
