"""Open cases over time, by stream, with the watched window."""

from collections.abc import Sequence

import matplotlib.dates as mdates
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from sim.measures.duration import of_stream
from sim.measures.office import Times
from sim.measures.rows import Rows
from sim.measures.tables import Watched, times
from sim.show.figures.style import RULE, SOFT, STREAM_COLOURS, Style, drawn_in
from sim.words import label

STEP, WEEK = np.timedelta64(6, "h"), np.timedelta64(7, "D")
MOST_DATES = 12
HEADROOM = 1.12
"""Height of the axis over the highest curve, for the legend."""


def draw_backlog(runs: Sequence[Watched], style: Style) -> Figure:
    """Return the number of open registered cases of each stream over the whole run, replications together."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 2.9), layout="constrained")
        axes = figure.subplots()
        _shade_window(axes, runs[0], label("window", style.language))
        at = _moments(runs)
        for stream, colour in STREAM_COLOURS.items():
            counts = np.array([open_cases(of_stream(run.every_registered, stream), at) for run in runs])
            axes.plot(at, counts.mean(axis=0), color=colour, linewidth=1.6, label=label(stream, style.language))
            axes.fill_between(at, counts.min(axis=0), counts.max(axis=0), color=colour, alpha=0.2, linewidth=0)
        _tidy(axes, at)
        axes.set_ylabel(label("open_cases", style.language))
        axes.legend(loc="upper left", ncols=2)
        return figure


def open_cases(cases: Rows, at: Times) -> NDArray[np.int64]:
    """Return how many cases are registered and not closed at each moment; reopened ones count throughout."""
    return _by(times(cases, "registered_at"), at) - _by(times(cases, "closed_at"), at)


def _by(happened: Times, at: Times) -> NDArray[np.int64]:
    return np.searchsorted(np.sort(happened[~np.isnat(happened)]), at, side="right").astype(np.int64)


def _moments(runs: Sequence[Watched]) -> Times:
    """Return moments from the first registration to the end of the run, at equal steps."""
    firsts = [times(run.every_registered, "registered_at").min() for run in runs if len(run.every_registered)]
    moments: Times = np.arange(min(firsts, default=runs[0].start), runs[0].stop, STEP)
    return moments


def _shade_window(axes: Axes, run: Watched, text: str) -> None:
    start, end = mdates.date2num([run.start, run.end])
    axes.axvspan(start, end, color=RULE, alpha=0.5, linewidth=0)
    middle = ((start + end) / 2, 0.04)
    axes.annotate(text, middle, xycoords=("data", "axes fraction"), ha="center", va="bottom", color=SOFT, size=8)


def _tidy(axes: Axes, at: Times) -> None:
    """Date the time axis at whole weeks from the start of the run, and count cases from zero."""
    weeks = int((at[-1] - at[0]) / WEEK)
    days = np.arange(at[0].astype("datetime64[D]"), at[-1], max(1, -(-weeks // MOST_DATES)) * WEEK)
    axes.set_xticks(days, [np.datetime_as_string(day, "D")[5:] for day in days])
    axes.set_xlim(at[0], at[-1])
    axes.yaxis.set_major_formatter("{x:,.0f}")
    axes.set_ylim(0, HEADROOM * axes.get_ylim()[1])
