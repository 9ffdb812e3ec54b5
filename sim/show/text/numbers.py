"""Numbers as a report writes them: rounded to what they can bear, shares in percent."""

import math

from sim.words import Language, words

ABSENT = "–"
_DIGITS = 3


def number_text(value: float, unit: str) -> str:
    """Return a number with three significant digits, whole from 100 on; shares in percent; NaN a dash."""
    if math.isnan(value):
        return ABSENT
    if unit == "share":
        return f"{_rounded(100 * value)} %"
    return _rounded(value)


def unit_name(unit: str, language: Language) -> str:
    """Return the unit to stand beside written numbers: nothing for shares, which carry their percent sign."""
    if unit == "share":
        return ""
    return words(language).units.get(unit, unit)


def with_unit(value: float, unit: str, language: Language) -> str:
    """Return a number as written, with its unit if it has one."""
    return f"{number_text(value, unit)} {unit_name(unit, language)}".rstrip()


def interval(low: float, high: float, unit: str) -> str:
    """Return an interval, a dash if it is undefined."""
    if math.isnan(low) or math.isnan(high):
        return ABSENT
    return f"{number_text(low, unit)} {ABSENT} {number_text(high, unit)}"


def _rounded(value: float) -> str:
    """Return a number with as many decimals as three digits need, and a true minus sign."""
    magnitude = math.floor(math.log10(abs(value))) if value else 0
    return f"{value:,.{max(_DIGITS - 1 - magnitude, 0)}f}".replace("-", "−")


def setting_text(value: float | str) -> str:
    """Return the value of a factor as text, numbers with four digits."""
    return value if isinstance(value, str) else f"{value:.{max(4, len(str(int(value))))}g}"
