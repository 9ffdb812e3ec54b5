"""Was the warm-up long enough: the state of the district over the run, with what MSER-5 would cut."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from sim.measures.statistics.warmup import STATES, settled
from sim.show.figures.style import INK, LINE_COLOURS, Style, drawn_in
from sim.words import label

MOST_NAMED = 8
"""Variants drawn; more cannot be told apart."""


def draw_warmup(series: Mapping[str, pd.DataFrame], warmup_days: float, style: Style) -> Figure:
    """Return the states (sim.measures.statistics.warmup) of the runs named by title over time, one axes for each."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 2.7), layout="constrained")
        shown = list(series.items())[:MOST_NAMED]
        for axes, state in zip(figure.subplots(1, len(STATES)), STATES, strict=True):
            for (_, frame), colour in zip(shown, LINE_COLOURS, strict=False):
                axes.plot(frame["day"], frame[state], color=colour, linewidth=1.4)
                cut = getattr(settled(frame), state)
                if cut is not None:
                    axes.axvline(cut, color=colour, linewidth=1.2, linestyle=":")
            axes.axvline(warmup_days, color=INK, linewidth=1, linestyle="--")
            axes.set_title(label(f"state_{state}", style.language))
            axes.set_xlabel(label("warmup_days", style.language))
            axes.set_xlim(left=0)
            axes.set_ylim(bottom=0)
            axes.yaxis.set_major_formatter("{x:,.0f}")
        if len(shown) > 1:
            handles = [Line2D([], [], color=colour, linewidth=1.4) for colour in LINE_COLOURS[: len(shown)]]
            figure.legend(handles, [title for title, _ in shown], loc="outside upper left", ncols=2)
        return figure
