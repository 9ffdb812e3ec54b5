"""The parts of a study's report, in one language: sentences, figures and tables, each with the words beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from sim.measures.studies import Factors
from sim.show.figures.style import Style
from sim.show.text.labels import in_language
from sim.show.text.numbers import ABSENT, number_text, unit_name
from sim.show.text.study_titles import value_text
from sim.words import Language, label

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class StudyFigure(NamedTuple):
    """A figure: the name of its file, title, note below, and what draws it."""

    name: str
    title: str
    note: str
    draw: Callable[[Style], Figure]


class StudyTable(NamedTuple):
    """A table as text: title, headings, a row of cells for each row, and a note below (empty if there is none)."""

    title: str
    headings: Sequence[str]
    rows: Sequence[tuple[str, ...]]
    note: str = ""


@dataclass(frozen=True)
class StudyPage:
    """What a report says of a study: the answer in sentences, then figures and tables, then what to keep in mind."""

    answer: Sequence[str] = ()
    figures: Sequence[StudyFigure] = ()
    tables: Sequence[StudyTable] = ()
    notes: Sequence[str] = ()


def labels(language: Language, *names: str) -> tuple[str, ...]:
    """Return some labels in a language."""
    return tuple(label(name, language) for name in names)


def difference_unit(unit: str, language: Language) -> str:
    """Return the unit of a difference: that of shares is a point of a percentage."""
    return label("points", language) if unit == "share" else unit_name(unit, language)


def number(value: float) -> str:
    """Return a number without a unit, a dash if there is none."""
    return ABSENT if np.isnan(value) else number_text(value, "")


def settings_text(factors: Factors, values: Sequence[float | str], language: Language) -> str:
    """Return values of factors beside their titles: `Workers 60, Speed 2`."""
    told = [
        f"{in_language(factor.title, language)} {value_text(factor, value, language)}"
        for factor, value in zip(factors.values(), values, strict=True)
    ]
    return label("comma", language).join(told)
