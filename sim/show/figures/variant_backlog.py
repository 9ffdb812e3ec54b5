"""Open cases over time, a line for each variant."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.figure import Figure

from sim.show.figures.style import INK, LINE_COLOURS, Style, drawn_in
from sim.words import label

DASHES = ("-", "--", "-.", ":")


def draw_variant_backlog(series: Mapping[str, pd.DataFrame], warmup_days: float, style: Style) -> Figure:
    """Return the open registered cases of variants, by title, over the days of the run (columns `day` and
    `open_cases`), in the mean of the replications; no more variants than there are colours."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 3.0), layout="constrained")
        axes = figure.subplots()
        for index, (title, frame) in enumerate(list(series.items())[: len(LINE_COLOURS)]):
            axes.plot(
                frame["day"],
                frame["open_cases"],
                DASHES[index % len(DASHES)],
                color=LINE_COLOURS[index],
                linewidth=1.6 if index < len(DASHES) else 1.0,
                label=title,
            )
        axes.axvline(warmup_days, color=INK, linewidth=0.8, linestyle=(0, (1, 2)))
        axes.set_xlim(left=0)
        axes.set_ylim(bottom=0)
        axes.set_xlabel(label("warmup_days", style.language))
        axes.set_ylabel(label("open_cases", style.language))
        axes.yaxis.set_major_formatter("{x:,.0f}")
        figure.legend(loc="outside upper left", ncols=2, handlelength=2.6)
        return figure
