"""Effects of a full design ranked: what each factor, and each pair of factors, does to a measure, largest first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.show.figures.style import LINE_COLOURS, RULE, SOFT, Style, drawn_in
from sim.show.text.measure_text import measure_name, measure_unit
from sim.show.text.numbers import unit_name
from sim.words import Language, label

ACROSS = 2
WIDTH, ROW, HEADING = 4.6, 0.2, 0.75
"""Panels side by side; width of one, height of a row and of what stands above and below, in inches."""
MOST, TICKS = 8, 5
"""Effects shown of each measure, the rest being smaller; numbers along its axis, about."""
PERCENT = 100.0


def draw_ranking(table: pd.DataFrame, measures: Sequence[str], style: Style) -> Figure:
    """Return a panel for each measure with its largest effects and their intervals, the largest on top.

    `table` has a row for each measure and effect: title, difference, low, high (of shares in parts), sure and put_in.
    Filled dots are sure, grey ones put in. Measures that nothing moves have no panel.
    """
    panels = [(name, _largest(table, name)) for name in measures]
    panels = [(name, rows) for name, rows in panels if len(rows)]
    down = max(-(-len(panels) // ACROSS), 1)
    with drawn_in(style):
        size = (WIDTH * ACROSS, down * (HEADING + ROW * max((len(rows) for _, rows in panels), default=0)))
        figure = Figure(figsize=size, layout="constrained")
        for index, (name, rows) in enumerate(panels, start=1):
            axes = figure.add_subplot(down, ACROSS, index)
            _draw_panel(axes, rows, PERCENT if measure_unit(name) == "share" else 1.0)
            axes.set_title(measure_name(name, style.language), fontsize=8, wrap=True)
            axes.set_xlabel(_unit(name, style.language), fontsize=7)
        return figure


def _unit(measure: str, language: Language) -> str:
    unit = measure_unit(measure)
    return label("points", language) if unit == "share" else unit_name(unit, language)


def _largest(table: pd.DataFrame, measure: str) -> pd.DataFrame:
    rows = table[(table["measure"] == measure) & table["difference"].notna() & (table["difference"] != 0.0)]
    order = rows["difference"].abs().sort_values(ascending=False, kind="stable").index
    return rows.loc[order[:MOST]]


def _draw_panel(axes: Axes, rows: pd.DataFrame, scale: float) -> None:
    axes.axvline(0.0, color=SOFT, linewidth=0.9)
    for at, row in enumerate(rows.to_dict("records")):
        ink = SOFT if row["put_in"] else LINE_COLOURS[0]
        ends = np.array([row["low"], row["high"]], dtype=np.float64) * scale
        axes.plot(ends, [at, at], color=RULE if row["put_in"] else ink, linewidth=1.6)
        face = ink if row["sure"] else "white"
        axes.plot(row["difference"] * scale, at, "o", color=ink, markerfacecolor=face, markersize=4.5)
    axes.set_yticks(range(len(rows)), list(rows["title"]), fontsize=7)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.grid(visible=False, axis="y")
    axes.tick_params(axis="y", length=0)
    axes.tick_params(axis="x", labelsize=7)
    axes.locator_params(axis="x", nbins=TICKS)
