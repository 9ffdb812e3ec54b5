"""What a difference shows, in plain words that speak of its uncertainty, and whether a warm-up was long enough."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Literal, cast

from sim.measures.catalogue import MEASURES
from sim.measures.statistics.warmup import Settled
from sim.show.text.numbers import number_text, points_text, unit_name
from sim.words import Language, label

Row = Mapping[Any, Any]
"""A row of the table of differences (sim.study.kinds.pairs.differences)."""

Sense = Literal["better", "worse", "neutral", "open", "put_in", "unmeasured"]
"""What a difference means: better, worse, neither though there is one, not known to be there; or no finding, being put
in or following from what nobody has measured."""

DECIDED = ("sure", "likely", "exact")
"""Verdicts that say that there is a difference."""

NO_FINDING = ("put_in", "unmeasured")
"""Verdicts on differences that are no findings."""

LONGEST_UNIT = 12
"""Signs; longer units are not repeated in a sentence."""


def sense(row: Row) -> Sense:
    """Return what a difference means for those concerned, by the direction that its measure calls better."""
    better = MEASURES[row["measure"]].better
    if row["verdict"] in NO_FINDING:
        return cast(Sense, row["verdict"])
    if row["verdict"] not in DECIDED:
        return "open"
    if better is None:
        return "neutral"
    return "better" if (row["difference"] < 0) == (better == "lower") else "worse"


def verdict_text(row: Row, language: Language) -> str:
    """Return the verdict on a row of the table of differences as a short sentence."""
    unit, change = row["unit"], row["difference"]
    if row["verdict"] in ("single", "put_in") and not abs(change) > 0:
        return label(f"verdict_{row['verdict']}_same", language)
    ends = sorted((abs(row["low"]), abs(row["high"]))) if not math.isnan(row["low"]) else [math.nan, math.nan]
    words = {
        "direction": label(_direction(change, unit), language),
        "amount": amount(change, unit, language),
        "least": plain_amount(ends[0], unit),
        "most": plain_amount(ends[1], unit),
        "bound": amount(ends[1], unit, language),
        "fall": _end(row["low"], unit, language),
        "rise": _end(row["high"], unit, language),
        "n": row["pairs"],
        "not_reached": row["not_reached"],
    }
    return label(f"verdict_{row['verdict']}", language).format(**words)


def _direction(change: float, unit: str) -> str:
    if unit == "h":
        return "sooner" if change < 0 else "later"
    return "lower" if change < 0 else "higher"


def _end(value: float, unit: str, language: Language) -> str:
    """Return one end of an interval in words: `3.2 h sooner`."""
    if math.isnan(value):
        return ""
    return label("by_direction", language).format(
        amount=amount(value, unit, language), direction=label(_direction(value, unit), language)
    )


def amount(value: float, unit: str, language: Language) -> str:
    """Return the size of a difference with its unit: hours, points of a percentage, or what else there is."""
    if unit == "share":
        return f"{plain_amount(value, unit)} {label('points', language)}"
    name = "" if unit == "ratio" else unit_name(unit, language)
    return f"{plain_amount(value, unit)} {name}" if name and len(name) <= LONGEST_UNIT else plain_amount(value, unit)


def plain_amount(value: float, unit: str) -> str:
    """Return the size of a difference as a number alone; of shares in points of a percentage."""
    if unit == "share" and not math.isnan(value):
        return points_text(abs(value))
    return number_text(abs(value), "")


def signed(value: float, unit: str) -> str:
    """Return a difference with its sign; of shares in points of a percentage."""
    if math.isnan(value):
        return number_text(value, unit)
    size = plain_amount(value, unit)
    if size.startswith("<"):  # nearer to zero than is told
        return "0"
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return f"{sign}{size}"


def signed_interval(row: Row) -> str:
    """Return the interval of a difference, a dash if there is none."""
    if math.isnan(row["low"]):
        return number_text(math.nan, "")
    return f"{signed(row['low'], row['unit'])} … {signed(row['high'], row['unit'])}"


def percent(value: float) -> str:
    """Return a relative difference in percent with its sign, one decimal below ten and two below a tenth; `0 %` for
    what is less than they show."""
    if math.isnan(value):
        return number_text(math.nan, "")
    size = abs(100 * value)
    told = f"{size:,.{0 if size >= 9.95 else 1 if size >= 0.095 else 2}f}"
    if not float(told.replace(",", "")):
        return "0 %"
    return f"{'+' if value > 0 else '−'}{told} %"


def warmup_verdict(found: Settled, warmup_days: float, language: Language) -> str:
    """Return in a sentence whether a warm-up was long enough."""
    cut = found.longest()
    if cut is None:
        return label("warmup_unsettled", language).format(given=f"{warmup_days:.0f}")
    name = "warmup_short" if found.beyond(warmup_days) else "warmup_enough"
    return label(name, language).format(given=f"{warmup_days:.0f}", cut=f"{cut:.0f}")
