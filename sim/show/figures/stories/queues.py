"""Who waits for whom: jobs in line by unit over the weeks."""

from collections.abc import Mapping
from typing import Any

import matplotlib.dates as mdates
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from sim.measures.stations.unit_loads import unit_names
from sim.show.figures.style import LINE_COLOURS, Style, drawn_in
from sim.show.text.warnings import unit_of
from sim.words import label

MOST = 7
"""Units drawn, the longest queues first; more cannot be told apart."""
DASHES = ("-", "--", "-.", ":")


def queues_over_time(queues: pd.DataFrame, stations: pd.DataFrame) -> pd.DataFrame:
    """Return the jobs that wait for each unit (columns) week by week (index), all its stations together.

    By the tables `queues` and `stations` of a run, in the mean of the replications; the longest queues first.
    """
    units = stations[["replication", "station"]].assign(unit=unit_names(stations))
    joined = queues.merge(units, on=["replication", "station"])
    sums = joined.groupby(["replication", "at", "unit"], observed=True)["waiting"].sum()
    table = sums.groupby(level=["at", "unit"], observed=True).mean().unstack("unit").fillna(0.0)
    return table[table.mean().sort_values(ascending=False, kind="stable").index]


def draw_queues(table: pd.DataFrame, document: Mapping[str, Any], style: Style) -> Figure:
    """Return the figure of `queues_over_time`, of those units for which anything waits; `document` has the titles."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 3.0), layout="constrained")
        axes = figure.subplots()
        shown = [name for name in table.columns if table[name].max() > 0][:MOST]
        for index, name in enumerate(shown):
            axes.plot(
                table.index.to_numpy(),
                table[name].to_numpy(),
                color=LINE_COLOURS[index],
                linestyle=DASHES[index % len(DASHES)],
                linewidth=1.6 if index < len(DASHES) else 1.0,
                label=unit_of(str(name), document, style.language),
            )
        axes.set_ylim(bottom=0)
        axes.set_ylabel(label("queues_axis", style.language))
        axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=6))
        axes.yaxis.set_major_formatter("{x:,.0f}")
        axes.xaxis.set_major_formatter(mdates.DateFormatter("%m-%d"))
        if shown:
            figure.legend(loc="outside right upper", handlelength=2.6)
        return figure
