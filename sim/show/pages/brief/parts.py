"""What the first two pages hold, as text of one language: pages, documents and workbooks are made of the same parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sim.show.text.verdicts import Sense
from sim.words import Language

Lines = Sequence[str]


class Figures(NamedTuple):
    """The numbers of a cell, for workbooks: the value (of shares a part), and the difference with the ends of its
    interval in the unit that the row names (percent, points, yuan); None for what is not told."""

    value: float | None = None
    change: float | None = None
    low: float | None = None
    high: float | None = None


class BriefCell(NamedTuple):
    """What a variant does in one row: its own value, the difference from the base, its interval, and a mark.

    `sense` and `sure` say how it is shown; `tag` is what else is known of the difference, such as where it comes from;
    `figures` are the numbers told as text.
    """

    value: str
    change: str = ""
    interval: str = ""
    mark: str = ""
    sense: Sense = "open"
    sure: bool = False
    tag: str = ""
    figures: Figures = Figures()


class BriefRow(NamedTuple):
    """A measure: its label and unit, the base's own value, and a cell for each variant; for workbooks the units of the
    value and of differences, and the value as a number (of shares a part)."""

    label: str
    unit: str
    base: str
    cells: Sequence[BriefCell]
    value_unit: str = ""
    change_unit: str = ""
    value: float | None = None


class RowGroup(NamedTuple):
    """Rows of which one direction is better, under a heading that says which, with its arrow."""

    title: str
    arrow: str
    rows: Sequence[BriefRow]


class AskedVariant(NamedTuple):
    """A variant in the question: its title, its price beside the base, and what was changed, in words."""

    title: str
    price: str
    changes: Lines


@dataclass(frozen=True)
class Brief:
    """The first two pages: heading, question, advice, warnings by title, the table with its columns, and notes."""

    language: Language
    kicker: str
    title: str
    asked: Lines
    variants: Sequence[AskedVariant]
    advice_title: str
    advice: Lines
    warnings: Sequence[tuple[str, Lines]]
    table_title: str
    columns: Lines
    groups: Sequence[RowGroup]
    notes: Lines
