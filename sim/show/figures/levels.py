"""Who puts it right: closed cases by hazard and by the level that did it; not those whose issue was gone."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from sim.measures.office import Floats
from sim.measures.tables import Watched
from sim.show.figures.style import LEVEL_COLOURS, SOFT, Style, drawn_in
from sim.show.text.labels import title_of
from sim.words import Language, label

LEAST_WRITTEN = 0.07
"""Shares below this are drawn without their number."""

DARK_LEVELS = ("spot", "grid", "department", "joint")
GAP = 0.7
"""Room between the streams, in bars."""


def draw_levels(runs: Sequence[Watched], hazards: Mapping[str, Any], style: Style) -> Figure:
    """Return a bar per hazard, divided by level, replications pooled; `hazards` gives the titles."""
    counts = count_levels(runs)
    streams = counts.index.get_level_values("stream")
    at = np.arange(len(counts)) + GAP * np.cumsum(streams != np.roll(streams, 1))
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 1.1 + 0.27 * max(len(counts), 1)), layout="constrained")
        axes = figure.subplots()
        _draw_bars(axes, counts, at, style.language)
        names = counts.index.get_level_values("hazard")
        axes.set_yticks(at, [title_of(hazards.get(name, {}), name, style.language) for name in names])
        _tidy(axes)
        if len(counts):
            figure.legend(loc="outside upper right", ncols=len(LEVEL_COLOURS), handlelength=1, columnspacing=1.2)
        return figure


def count_levels(runs: Sequence[Watched]) -> pd.DataFrame:
    """Return the closed cases of the window that somebody did: rows (stream, hazard), a column per level.

    The cases of all replications are added up; those whose issue was gone when somebody came are left out.
    Street order comes first, and within a stream the hazard with the most cases.
    """
    cases = pd.concat([run.closed.frame("stream", "hazard", "level", "outcome") for run in runs])
    done = cases[cases["level"].isin(list(LEVEL_COLOURS)) & (cases["outcome"] != "found_gone")]
    counts = done.groupby(["stream", "hazard"])["level"].value_counts().unstack(fill_value=0)
    counts = counts.reindex(columns=list(LEVEL_COLOURS), fill_value=0)
    order = counts.assign(total=counts.sum(axis=1)).sort_values(["stream", "total"], ascending=False)
    return counts.loc[order.index]


def _draw_bars(axes: Axes, counts: pd.DataFrame, at: Floats, language: Language) -> None:
    totals = counts.sum(axis=1)
    start = np.zeros(len(counts))
    for level, colour in LEVEL_COLOURS.items():
        shares = (counts[level] / totals).to_numpy(dtype=np.float64)
        axes.barh(at, shares, left=start, height=0.76, color=colour, label=label(level, language))
        ink = "white" if level in DARK_LEVELS else "black"
        for y, share, left in zip(at, shares, start, strict=True):
            if share >= LEAST_WRITTEN:
                axes.text(left + share / 2, y, f"{share:.0%}", ha="center", va="center", color=ink, size=7)
        start = start + shares
    for y, total in zip(at, totals, strict=True):
        axes.annotate(f"{total:,}", (1, y), (5, 0), textcoords="offset points", va="center", color=SOFT, size=8)


def _tidy(axes: Axes) -> None:
    axes.set_xlim(0, 1)
    axes.invert_yaxis()
    axes.margins(y=0.02)
    axes.grid(visible=False)
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.tick_params(length=0)
    axes.xaxis.set_major_formatter(PercentFormatter(1))
