"""The cells of the table of the first pages: values, differences and money as text."""

from __future__ import annotations

import math

from sim.measures.catalogue import MEASURES
from sim.show.pages.brief.parts import BriefCell, Figures
from sim.show.text.money import money, signed_money
from sim.show.text.numbers import ABSENT, number_text, unit_name
from sim.show.text.verdicts import DECIDED, NO_FINDING, Row, percent, sense, signed
from sim.words import Language, label

_MARKS = {"exact": "cell_sure", "likely": "cell_likely", "none": "cell_none", "same": "cell_same",
          "unclear": "cell_open", "single": "cell_single", "undefined": "cell_undefined",
          "censored": "cell_undefined", "put_in": "put_in", "unmeasured": "unmeasured"}  # fmt: skip

ABOUT = 0.001
"""Part of the base's price below which a difference of price is none."""


def cell(row: Row, language: Language) -> BriefCell:
    """Return what a row of differences says in its cell; of what is not decided the interval is told alone."""
    certain = bool(row.get("certain"))
    mark = "cell_sure" if certain else _MARKS.get(row["verdict"])
    change, interval = in_table(row)
    told = certain or row["verdict"] in (*DECIDED, *NO_FINDING, "single")
    no_finding = label(row["verdict"], language) if certain and row["verdict"] in NO_FINDING else ""
    return BriefCell(
        number_text(row["other"], MEASURES[row["measure"]].unit),
        change if told else "",
        "" if certain else interval,
        label(mark, language) if mark else "",
        sense(row),
        row["verdict"] in ("sure", "exact"),
        no_finding,
        figures(row, told=told),
    )


def figures(row: Row, *, told: bool) -> Figures:
    """Return the numbers that a cell tells; of what is not decided no difference, but its interval."""
    parts = ("difference", "low", "high")
    if row["unit"] == "share":
        change, low, high = (100 * row[part] for part in parts)
    elif not math.isnan(row["relative"]):
        change, low, high = (100 * row[part] for part in ("relative", "relative_low", "relative_high"))
    else:
        change, low, high = (row[part] for part in parts)
    flat = row["low"] == row["high"]
    return Figures(
        number(row["other"]),
        number(change) if told else None,
        None if flat else number(low),
        None if flat else number(high),
    )


def change_unit(row: Row, language: Language) -> str:
    """Return the unit of the difference of a row: points of a percentage, percent of the base, or the measure's."""
    if row["unit"] == "share":
        return label("points", language)
    return unit_name(row["unit"], language) if math.isnan(row["relative"]) else "%"


def number(value: float) -> float | None:
    """Return a number, None if there is none."""
    return float(value) if math.isfinite(value) else None


def in_table(row: Row) -> tuple[str, str]:
    """Return a difference and its interval as short as a table has room for: in percent of the base, of shares in
    points (which the row's label says), else in the unit."""
    if row["unit"] == "share":
        change, low, high = (_points(row[part]) for part in ("difference", "low", "high"))
    elif not math.isnan(row["relative"]):
        change, low, high = (percent(row[part]) for part in ("relative", "relative_low", "relative_high"))
        low = low.removesuffix(" %")
    else:
        change, low, high = (signed(row[part], row["unit"]) for part in ("difference", "low", "high"))
    flat = math.isnan(row["low"]) or row["low"] == row["high"]
    return change, "" if flat else f"{low} … {high}"


def _points(share: float) -> str:
    """Return a difference of shares in points, with two decimals below ten."""
    points = 100 * share
    if math.isnan(points):
        return ABSENT
    size = f"{abs(points):.{2 if abs(points) < 9.995 else 1}f}"
    return f"{'+' if points > 0 else '−'}{size}" if float(size) else "0"


def change_and_interval(row: Row, language: Language) -> tuple[str, str]:
    """Return a difference with its unit, and its interval, as they stand in a sentence."""
    change, interval = in_table(row)
    if row["unit"] == "share":
        points = label("points", language)
        return f"{change} {points}", f"{interval} {points}" if interval else ""
    if math.isnan(row["relative"]):
        return f"{change} {unit_name(row['unit'], language)}".rstrip(), interval
    return change, interval


def about_the_same(cost: Row) -> bool:
    """Say whether two prices of a year differ by less than a leader would ask about, such as what rounding leaves."""
    return bool(abs(cost["difference"]) < ABOUT * abs(cost["base"]))


def cost_cell(row: Row | None, language: Language) -> BriefCell:
    """Return the cost of a variant and what it is beside that of the base."""
    if row is None:
        return BriefCell(ABSENT)
    if row["difference"] == 0:
        same = label("same_price", language)
        return BriefCell(money(row["other"], language), same, figures=Figures(number(row["other"]), 0.0))
    change = signed_money(row["difference"], language)
    told = Figures(number(row["other"]), number(row["difference"]))
    return BriefCell(money(row["other"], language), change, sense="neutral", figures=told)


def benefit_cell(row: Row | None, cost: Row | None, language: Language) -> BriefCell:
    """Return what a million yuan more a year changes of a measure, in percent of the base or in its unit."""
    if row is None or cost is None or about_the_same(cost) or cost["difference"] < 0:
        cheaper = cost is not None and not about_the_same(cost)
        return BriefCell(label("saves" if cheaper else "same_price", language))
    millions = cost["difference"] / 1e6
    by_part = not math.isnan(row["relative"])
    start = "relative_" if by_part else ""
    parts = [row["relative" if by_part else "difference"], row[f"{start}low"], row[f"{start}high"]]
    in_points = 100 if by_part or row["unit"] == "share" else 1
    numbers = [part * in_points / millions for part in parts]
    change, low, high = map(_small, numbers)
    # A difference that is small enough to be called none is not small for each million: it is not decided.
    mark = "cell_open" if row["verdict"] == "none" else _MARKS.get(row["verdict"])
    unit = " %" if by_part else ""
    told, ranged = row["verdict"] in (*DECIDED, *NO_FINDING), row["low"] < row["high"]
    return BriefCell(
        "",
        f"{change}{unit}" if told else "",
        f"{low} … {high}{unit}" if ranged else "",
        label(mark, language) if mark else "",
        sense(row),
        row["verdict"] in ("sure", "exact"),
        figures=Figures(None, number(numbers[0]) if told else None, *(map(number, numbers[1:]) if ranged else ())),
    )


def _small(value: float) -> str:
    """Return a number with its sign and two decimals."""
    if math.isnan(value):
        return ABSENT
    return f"{'+' if value > 0 else '−'}{abs(value):,.2f}" if round(value, 2) else "0"
