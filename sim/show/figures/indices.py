"""Sensitivity indices: a panel for each measure, a bar for each factor, the longest on top."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from sim.measures.studies import Factors
from sim.show.figures.style import INK, LINE_COLOURS, RULE, SOFT, Style, drawn_in
from sim.show.text.labels import in_language
from sim.show.text.measure_text import measure_name
from sim.words import label

ACROSS = 2
WIDTH, BAR, HEADING = 4.2, 0.24, 0.7
"""Panels side by side; width of one, height of a bar and of what stands above and below, in inches."""


def draw_indices(
    table: pd.DataFrame, factors: Factors, measures: Sequence[str], main: tuple[str, str], style: Style
) -> Figure:
    """Return a panel per measure; `main` names the index drawn as a bar and the one drawn as a dot.

    `table` has a row for each measure and factor; a column `<index>_half` is half an interval, and what is not `ranked`
    is grey, under a sentence that says so. Measures whose indices are undefined have no panel.
    """
    bar, dot = main
    drawn = [name for name in measures if table.loc[table["measure"] == name, bar].notna().all()]
    down = max(-(-len(drawn) // ACROSS), 1)
    with drawn_in(style):
        height = down * (HEADING + BAR * len(factors))
        figure = Figure(figsize=(WIDTH * ACROSS, height), layout="constrained")
        for index, measure in enumerate(drawn):
            axes = figure.add_subplot(down, ACROSS, index + 1)
            rows = table[table["measure"] == measure].sort_values(bar)
            places = np.arange(len(rows))
            colours = [LINE_COLOURS[0] if ranked else RULE for ranked in rows["ranked"]]
            axes.barh(places, rows[bar], xerr=rows[f"{bar}_half"], color=colours, alpha=0.8, error_kw={"lw": 0.8})
            if not rows["ranked"].all():
                axes.set_xlabel(label("cannot_rank_grey", style.language), fontsize=7)
            axes.plot(rows[dot], places, "o", color=INK, markersize=3, label=dot)
            axes.set_yticks(
                places, [in_language(factors[name].title, style.language) for name in rows["factor"]], fontsize=7
            )
            axes.axvline(0.0, color=SOFT, linewidth=0.7)
            axes.set_title(measure_name(measure, style.language), fontsize=8)
            axes.grid(visible=False, axis="y")
            axes.tick_params(axis="x", labelsize=7)
        return figure
