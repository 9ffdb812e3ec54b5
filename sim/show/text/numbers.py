"""Numbers as a report writes them: rounded to what they can bear, shares in percent."""

import math
from decimal import Decimal

from sim.words import Language, words

ABSENT = "–"
_DIGITS, _MOST_DECIMALS, _POINT_DECIMALS = 3, 4, 2


def number_text(value: float, unit: str) -> str:
    """Return a number with three significant digits, whole from 100 on; shares in percent; NaN a dash."""
    if math.isnan(value):
        return ABSENT
    if unit == "share":
        return f"{points_text(value)} %"
    return _rounded(value)


def points_text(share: float) -> str:
    """Return a share, or a difference of two, in points of a percentage: three digits, two decimals at most."""
    return _rounded(100 * share, _POINT_DECIMALS)


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


def _rounded(value: float, most: int = _MOST_DECIMALS) -> str:
    """Return a number with as many decimals as three digits need but at most `most`, and a true minus sign;
    what is nearer to zero than these show is said to be less."""
    magnitude = math.floor(math.log10(abs(value))) if value else 0
    decimals = min(max(_DIGITS - 1 - magnitude, 0), most)
    least = 10.0**-decimals
    if 0 < abs(value) < least / 2:
        return f"< {least:.{decimals}f}" if value > 0 else f"> −{least:.{decimals}f}"
    return f"{value:,.{decimals}f}".replace("-", "−")


def setting_text(value: float | str) -> str:
    """Return the value of a factor as text, numbers with four digits."""
    return value if isinstance(value, str) else plainly(value, max(4, len(str(int(value)))))


def plainly(value: float, digits: int = 6) -> str:
    """Return a number with so many digits, without an exponent: `0.00005`."""
    return f"{Decimal(f'{value:.{digits}g}'):f}"
