"""The book of hours as text: a column for each kind of staff, and a sentence for each mechanism that moves hours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sim.measures.stations.book import AFTER, BEFORE, Year
from sim.words import Language, label, words

SHOWN = 0.5
"""Hours of a year from which on a mechanism's own, or what it moves, are shown: less would be told as 0 h."""


class HoursTable(NamedTuple):
    """The book: kinds of staff that head its columns, its rows (the first cell says what hours go to), and what
    mechanisms move. Mechanisms are many and their names long, kinds of staff few: so only does it fit a page."""

    heads: list[str]
    rows: list[list[str]]
    moved: list[str]


def hours_table(years: Sequence[Year], language: Language) -> HoursTable:
    """Return the book of hours in words; hours of one worker or crew in a year."""
    names = list(dict.fromkeys(name for year in years for name in year.spent))
    charged = [name for name in names if name not in (*BEFORE, *AFTER)]
    names = [*BEFORE, *(name for name in charged if any(abs(year.spent[name]) > SHOWN for year in years)), *AFTER]
    rows = [
        *([part_text(name, language), *(_hours(year.spent.get(name, 0.0)) for year in years)] for name in names),
        [label("hours_rostered", language), *(_hours(year.rostered) for year in years)],
        [label("hours_overtime", language), *(_hours(year.overtime) for year in years)],
    ]
    heads = [label(f"hours_of_{year.kind}", language) for year in years]
    return HoursTable(heads, rows, [line for year in years for line in _moved(year, language)])


def part_text(name: str, language: Language) -> str:
    """Return what hours go to: a part of the book, or a mechanism by its section."""
    return label(f"hours_{name}", language) if name in (*BEFORE, *AFTER) else words(language).mechanisms[name]


def _moved(year: Year, language: Language) -> list[str]:
    """Return a line for each mechanism and kind of staff: what it takes from, and gives to, what."""
    lines = []
    for mechanism in dict.fromkeys(name for name, _ in year.moved):
        moved = {of: hours for (name, of), hours in year.moved.items() if name == mechanism}
        its = {of: hours for of, hours in moved.items() if abs(hours) > SHOWN}
        if not its:
            continue
        parts = [
            label("hours_taken" if hours > 0 else "hours_given", language).format(
                hours=_hours(abs(hours)), of=label(f"hours_from_{of}", language)
            )
            for of, hours in its.items()
        ]
        lines.append(
            label("hours_moved", language).format(
                mechanism=words(language).mechanisms[mechanism],
                kind=label(f"hours_of_{year.kind}", language),
                parts=label("comma", language).join(parts),
            )
        )
    return lines


def _hours(value: float) -> str:
    text = f"{value:,.0f}"
    return "0" if text == "-0" else text
