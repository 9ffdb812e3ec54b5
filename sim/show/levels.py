"""Who puts it right: closed cases by hazard and by the level that did it."""

from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from sim.measures.tables import Watched
from sim.show.labels import label, titled
from sim.show.style import LEVEL_COLOURS, SOFT, Style, settings

LEAST_WRITTEN = 0.07
"""Shares below this are drawn without their number."""

DARK_LEVELS = ("spot", "grid", "department", "joint")


def draw_levels(runs: Sequence[Watched], hazards: Mapping[str, Any], style: Style) -> Figure:
    """Return a bar per hazard, divided by level, all replications together; `hazards` gives titles and order."""
    counts = count_levels(runs)
    order = [name for name in hazards if name in counts.index]
    counts = counts.reindex(order)
    with mpl.rc_context(settings(style)):
        figure = Figure(figsize=(8.4, 0.9 + 0.27 * max(len(counts), 1)), layout="constrained")
        axes = figure.subplots()
        _draw_bars(axes, counts, style)
        axes.set_yticks(range(len(order)), [titled(hazards, name, style.language) for name in order])
        _tidy(axes, counts)
        if order:
            figure.legend(
                loc="outside upper center", ncols=len(LEVEL_COLOURS), handlelength=1, columnspacing=1.2
            )
        return figure


def count_levels(runs: Sequence[Watched]) -> pd.DataFrame:
    """Return the closed cases of the window that somebody did: a row per hazard, a column per level."""
    cases = pd.concat([run.closed[["hazard", "level"]] for run in runs])
    done = cases[cases["level"].isin(list(LEVEL_COLOURS))]
    counts = pd.crosstab(done["hazard"], done["level"])
    return counts.reindex(columns=list(LEVEL_COLOURS), fill_value=0)


def _draw_bars(axes: Axes, counts: pd.DataFrame, style: Style) -> None:
    shares = counts.div(counts.sum(axis=1), axis=0)
    left = pd.Series(0.0, shares.index)
    rows = range(len(shares))
    for level, colour in LEVEL_COLOURS.items():
        share = shares[level]
        axes.barh(rows, share, left=left, height=0.76, color=colour, label=label(level, style.language))
        for row, part, start in zip(rows, share, left, strict=True):
            if part >= LEAST_WRITTEN:
                ink = "white" if level in DARK_LEVELS else "black"
                axes.text(start + part / 2, row, f"{part:.0%}", ha="center", va="center", color=ink, size=7)
        left = left + share


def _tidy(axes: Axes, counts: pd.DataFrame) -> None:
    for row, total in enumerate(counts.sum(axis=1)):
        axes.annotate(
            f"{total:,}", (1, row), xytext=(5, 0), textcoords="offset points", va="center", color=SOFT, size=8
        )
    axes.set_xlim(0, 1)
    axes.invert_yaxis()
    axes.grid(visible=False)
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.tick_params(length=0)
    axes.xaxis.set_major_formatter(PercentFormatter(1))
