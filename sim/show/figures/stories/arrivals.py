"""When cases come in: a map of the hours of the week."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from sim.measures.office import Floats
from sim.measures.tables import Watched, times
from sim.show.figures.style import INK, Style, drawn_in
from sim.words import label

DAYS, HOURS = 7, 24
MONDAY = np.datetime64("1970-01-05T00:00", "ms")
HOUR = np.timedelta64(1, "h")


def arrivals(runs: Sequence[Watched]) -> pd.DataFrame:
    """Return how many cases are opened in each hour (columns, 0 to 23) of each day of the week (rows, 0 is Monday).

    Cases of the window, a week, in the mean of the replications.
    """
    counts = np.zeros(DAYS * HOURS)
    for run in runs:
        hours = ((times(run.cases, "reported_at") - MONDAY) // HOUR).astype(np.int64) % (DAYS * HOURS)
        counts += np.bincount(hours, minlength=DAYS * HOURS) / run.weeks
    return pd.DataFrame((counts / max(len(runs), 1)).reshape(DAYS, HOURS))


def draw_arrivals(table: pd.DataFrame, style: Style) -> Figure:
    """Return the figure of `arrivals`: darker where more come in, with the sum of each day at the right."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 2.6), layout="constrained")
        axes = figure.subplots()
        values: Floats = table.to_numpy(dtype=np.float64)
        shown = axes.imshow(values, cmap="Greys", vmin=0, aspect="auto")
        axes.set_yticks(range(DAYS), [label(f"weekday_{day}", style.language) for day in range(DAYS)])
        axes.set_xticks(range(0, HOURS, 2), [f"{hour:02}:00" for hour in range(0, HOURS, 2)])
        for day, total in enumerate(values.sum(axis=1)):
            axes.annotate(f"{total:,.0f}", (1, day), (5, 0), axes.get_yaxis_transform(), "offset points",
                          va="center", color=INK, size=8)  # fmt: skip
        axes.grid(visible=False)
        axes.tick_params(length=0)
        bar = figure.colorbar(shown, ax=axes, pad=0.06, aspect=14)
        bar.set_label(label("arrivals_axis", style.language), size=8)
        bar.outline.set_visible(False)
        return figure
