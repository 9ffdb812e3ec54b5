"""A tornado: how far each number moves the answer when it goes to the ends of its range, the widest on top."""

from __future__ import annotations

from collections.abc import Sequence

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.show.figures.style import INK, RULE, Style, drawn_in
from sim.show.text.measure_text import measure_axis
from sim.words import label

WIDTH, BAR, HEADING = 8.4, 0.2, 0.7
"""Width of the figure, height of a bar and of what stands above and below a panel, in inches."""

COLOURS = {"low": "#1f5f8b", "high": "#c8741a"}


def draw_tornado(table: pd.DataFrame, measures: Sequence[str], most: int, style: Style) -> Figure:
    """Return a panel for each measure with its `most` widest numbers.

    `table` has a row for each measure, path and end (low, high): difference, low, high (its interval), width, ranked.
    Numbers whose effect is not larger than its interval are grey. Measures that nothing moves have no panel.
    """
    moved = table.loc[table["width"] > 0, "measure"].unique()
    measures = [measure for measure in measures if measure in moved]
    panels = [_widest(table, measure, most) for measure in measures]
    heights = [HEADING] if not panels else [HEADING + BAR * panel["path"].nunique() for panel in panels]
    with drawn_in(style):
        figure = Figure(figsize=(WIDTH, sum(heights)), layout="constrained")
        all_axes = figure.subplots(max(len(panels), 1), 1, height_ratios=heights, squeeze=False)[:, 0]
        for axes, panel, measure in zip(all_axes, panels, measures, strict=False):
            _draw_panel(axes, panel, style)
            axes.set_title(measure_axis(measure, style.language), fontsize=9)
        return figure


def _widest(table: pd.DataFrame, measure: str, most: int) -> pd.DataFrame:
    rows = (
        table[table["measure"] == measure]
        .dropna(subset=["difference"])
        .sort_values("width", ascending=False, kind="stable")
    )
    return rows[rows["path"].isin(rows["path"].unique()[:most])]


def _draw_panel(axes: Axes, rows: pd.DataFrame, style: Style) -> None:
    paths = list(rows["path"].unique())[::-1]
    for end, group in rows.groupby("end"):
        places = np.array([paths.index(path) for path in group["path"]])
        colours = [COLOURS[str(end)] if ranked else RULE for ranked in group["ranked"]]
        half = np.nan_to_num((group["high"] - group["low"]).to_numpy() / 2)
        text = label(f"end_{end}", style.language)
        axes.barh(places, group["difference"], xerr=half, color=colours, height=0.7, label=text, error_kw={"lw": 0.7})
    axes.axvline(0.0, color=INK, linewidth=0.8)
    axes.set_yticks(range(len(paths)), paths, fontsize=7)
    axes.grid(visible=False, axis="y")
    axes.tick_params(axis="x", labelsize=7)
    if not rows["ranked"].all():
        axes.set_xlabel(label("cannot_rank_grey", style.language), fontsize=7)
    handles = [mpl.patches.Patch(color=COLOURS[end], label=label(f"end_{end}", style.language)) for end in COLOURS]
    axes.legend(handles=handles, loc="best", fontsize=7)
