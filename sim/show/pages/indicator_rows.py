"""The tree of indicators of a scenario as a report tells it, each leaf with the value of its measure."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from sim.scenario.models import Indicators
from sim.show.pages.report_tables import all_figures
from sim.show.text.labels import about_text, in_language
from sim.words import Language, label


class IndicatorRow(NamedTuple):
    """An entry: how deep it stands (0: at the top), its title, and its measure with value, interval and unit.

    `holds` says that others stand in it; one that holds none and has no measure is not measured.
    """

    depth: int
    title: str
    holds: bool
    measure: str
    value: str
    interval: str
    unit: str


class IndicatorTree(NamedTuple):
    """The tree: what it is called, its rows, and what is said of its levels and of its source."""

    title: str
    rows: list[IndicatorRow]
    levels: list[str]
    source: str


def indicator_tree(summary: pd.DataFrame, document: Mapping[str, Any], language: Language) -> IndicatorTree | None:
    """Return the tree of a scenario document, None if it has none."""
    if not document.get("indicators"):
        return None
    tree = Indicators.model_validate(document["indicators"])
    figures = {figure.name: figure for figure in all_figures(summary, language)}
    holders = {entry.of for entry in tree.entries.values()}
    rows = []
    for name, depth, entry in tree.in_order():
        title = "" if entry.title is None else in_language(entry.title, language)
        figure = figures[entry.measure] if entry.measure is not None else None
        told = (figure.label, figure.mean, figure.interval, figure.unit) if figure else ("", "", "", "")
        rows.append(IndicatorRow(depth, title, name in holders, *told))
    return IndicatorTree(
        in_language(tree.title, language), rows, _levels(tree, language), about_text(tree.source, language)
    )


def _levels(tree: Indicators, language: Language) -> list[str]:
    """Return a line for each level: how many the source counts, and how many of them are named here."""
    lines = []
    for level, number in zip(tree.levels.values(), tree.named(), strict=True):
        count = number if level.count is None else level.count
        kind = "named" if number == count else "unnamed" if number == 0 else "partly"
        title = in_language(level.title, language)
        lines.append(label(f"indicator_level_{kind}", language).format(title=title, count=count, named=number))
    return lines
