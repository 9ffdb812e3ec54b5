"""The points that a search tried, over two measures: those that meet the targets, and the ones singled out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
from matplotlib.figure import Figure

from sim.show.figures.style import INK, LINE_COLOURS, SOFT, Style, drawn_in, scale_of
from sim.show.text.measure_text import measure_axis

SIZE = (8.4, 4.2)
"""Width and height in inches."""


def draw_front(
    table: pd.DataFrame, measures: Sequence[str], targets: Mapping[str, float], ringed: Collection[int], style: Style
) -> Figure:
    """Return the points over two measures, with a line at each target.

    `table` has a row for each point: point, a column for each measure, and kept (whether the targets are met).
    """
    across, up = measures
    with drawn_in(style):
        figure = Figure(figsize=SIZE, layout="constrained")
        axes = figure.subplots()
        for kept, face in ((False, "none"), (True, LINE_COLOURS[0])):
            rows = table[table["kept"] == kept]
            axes.scatter(
                rows[across], rows[up], s=22, facecolor=face, edgecolor=LINE_COLOURS[0], linewidth=0.8, alpha=0.8
            )
        chosen = table[table["point"].isin(ringed)].sort_values(across)
        axes.plot(chosen[across], chosen[up], "-o", color=INK, markersize=10, markerfacecolor="none", linewidth=0.8)
        for measure, line in ((across, axes.axvline), (up, axes.axhline)):
            if measure in targets:
                line(targets[measure], color=SOFT, linewidth=0.8, linestyle="--")
        for measure, axis in ((across, axes.xaxis), (up, axes.yaxis)):
            axis.set_major_formatter(scale_of(measure))
        axes.set_xlabel(measure_axis(across, style.language))
        axes.set_ylabel(measure_axis(up, style.language))
        return figure
