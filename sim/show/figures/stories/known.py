"""What is there and what is known of it: issues that occur, week by week, beside those that are ever found."""

from collections.abc import Sequence

import matplotlib.dates as mdates
import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from sim.measures.office import Times
from sim.measures.tables import Watched, times
from sim.show.figures.style import LINE_COLOURS, RULE, Style, drawn_in
from sim.words import label

WEEK = np.timedelta64(7 * 24 * 3600 * 1000, "ms")
COLUMNS = {"occurred": "-", "found": "--", "ended": ":"}
"""What is counted, with the line that it is drawn by."""


def true_and_known(runs: Sequence[Watched]) -> pd.DataFrame:
    """Return, for each whole week (its start is the index) from the opening of the window to the end of the run, how
    many issues occurred, were first found or reported, and ended (fixed or healed), in the mean of the replications."""
    start, stop = runs[0].start, runs[0].stop
    edges: Times = np.arange(start, stop + WEEK, WEEK)
    edges = edges[edges <= stop]
    moments = dict(zip(COLUMNS, ("occurred_at", "detected_at", "ended_at"), strict=True))
    counts = {
        name: np.mean([_counted(times(run.real_issues, column), edges) for run in runs], axis=0)
        for name, column in moments.items()
    }
    return pd.DataFrame(counts, index=pd.DatetimeIndex(edges[:-1]))


def _counted(at: Times, edges: Times) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    known = np.sort(at[~np.isnat(at)])
    return np.diff(np.searchsorted(known, edges, side="left"))


def draw_known(table: pd.DataFrame, style: Style) -> Figure:
    """Return the figure of `true_and_known`; what lies between the first two lines was found by nobody in time."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 2.8), layout="constrained")
        axes = figure.subplots()
        at = table.index.to_numpy()
        axes.fill_between(at, table["found"], table["occurred"], color=RULE, alpha=0.7, linewidth=0)
        for (name, dashes), colour in zip(COLUMNS.items(), LINE_COLOURS, strict=False):
            axes.plot(at, table[name].to_numpy(), dashes, color=colour, linewidth=1.6,
                      label=label(f"known_{name}", style.language))  # fmt: skip
        axes.set_ylim(bottom=0)
        axes.set_ylabel(label("known_axis", style.language))
        axes.yaxis.set_major_formatter("{x:,.0f}")
        axes.xaxis.set_major_formatter(mdates.DateFormatter("%m-%d"))
        figure.legend(loc="outside upper left", ncols=len(COLUMNS), handlelength=2.6)
        return figure
