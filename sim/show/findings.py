"""What a study found, made to be shown: sentences, figures and tables, each with the words beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from matplotlib.ticker import EngFormatter, Formatter, FuncFormatter

from sim.measures.catalogue import MEASURES
from sim.measures.measure import Text
from sim.show.numbers import unit_name
from sim.show.style import Style
from sim.words import Language, words

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


class Chart(NamedTuple):
    """A figure: the name of its file, title, note below, and what draws it."""

    name: str
    title: Text
    note: Text
    draw: Callable[[Style], Figure]


class Listing(NamedTuple):
    """A table: the name of its file, title, note, headings, and its rows as text in a language.

    `frame` is the same in full and in numbers, for the file.
    """

    name: str
    title: Text
    note: Text
    headings: tuple[Text, ...]
    rows: Callable[[Language], list[tuple[str, ...]]]
    frame: pd.DataFrame


@dataclass(frozen=True)
class Findings:
    """What a study found: the answer in sentences, then figures and tables, then what to keep in mind."""

    answer: list[Text] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    listings: list[Listing] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


def measure_name(name: str, language: Language) -> str:
    """Return the label of a measure; its name if it is none of the simulator's."""
    return words(language).measures[name].label if name in MEASURES else name


def name_of(measure: str) -> Callable[[Language], str]:
    """Return what gives the label of a measure in a language."""
    return partial(measure_name, measure)


def measure_unit(name: str) -> str:
    """Return the unit of a measure, nothing if it is none of the simulator's."""
    return MEASURES[name].unit if name in MEASURES else ""


def measure_axis(name: str, language: Language) -> str:
    """Return a measure's label with its unit, for the axis of a figure; shares are drawn from 0 to 1."""
    unit = unit_name(measure_unit(name), language)
    return f"{measure_name(name, language)} ({unit})" if unit else measure_name(name, language)


def scale_of(measure: str) -> Formatter:
    """Return how an axis writes the values of a measure: shares in percent, large numbers by thousands (k, M)."""
    if measure_unit(measure) == "share":
        return FuncFormatter(lambda value, place: f"{100 * value:g} %")
    return EngFormatter(sep=" ")


def sentence(en: str, zh: str, **parts: Callable[[Language], str] | str) -> Text:
    """Return a sentence in both languages; parts that depend on the language are functions of it."""

    def filled(text: str, language: Language) -> str:
        return text.format(**{key: part if isinstance(part, str) else part(language) for key, part in parts.items()})

    return Text(filled(en, "en"), filled(zh, "zh"))
