"""How unequal communities fare: Lorenz curves, with Gini's coefficient (Lorenz 1905; Sen 1973)."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from sim.measures.fairness import gini
from sim.measures.office import Floats
from sim.show.figures.style import LINE_COLOURS, SOFT, Style, drawn_in
from sim.words import label

DASHES = ("-", "--", "-.")


def lorenz(values: Floats) -> tuple[Floats, Floats]:
    """Return the curve of values of shape (n,), none negative: shares of the communities, the least first, and what
    they have of the sum; both of shape (n + 1,), from 0 to 1."""
    ordered = np.sort(values)
    held = np.concatenate(([0.0], np.cumsum(ordered)))
    return np.linspace(0, 1, ordered.size + 1), held / held[-1] if held[-1] > 0 else np.linspace(0, 1, held.size)


def draw_lorenz(communities: Mapping[str, "pd.Series[float]"], style: Style) -> Figure:
    """Return a curve for each measure by name, of its values by community (NaN left out), and equality beside them."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 3.3), layout="constrained")
        axes = figure.subplots()
        axes.plot([0, 1], [0, 1], color=SOFT, linewidth=0.8, label=label("lorenz_equal", style.language))
        for (name, its), colour, dashes in zip(communities.items(), LINE_COLOURS, DASHES, strict=False):
            values: Floats = np.asarray(its.dropna(), dtype=np.float64)
            if not values.size:
                continue
            told = label("lorenz_line", style.language).format(
                measure=label(name, style.language), gini=f"{gini(values):.2f}"
            )
            axes.plot(*lorenz(values), dashes, color=colour, linewidth=1.6, label=told)
        axes.set_xlim(0, 1)
        axes.set_ylim(0, 1)
        axes.set_aspect("equal")
        axes.xaxis.set_major_formatter(PercentFormatter(1))
        axes.yaxis.set_major_formatter(PercentFormatter(1))
        axes.set_xlabel(label("lorenz_across", style.language))
        axes.set_ylabel(label("lorenz_up", style.language))
        figure.legend(loc="outside right upper", handlelength=2.6)
        return figure
