"""Where factors of a sweep act together: a map of means for each measure and pair of factors that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import fill

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.measures.statistics.turns import means_of_pair
from sim.measures.studies import Factors, Varied
from sim.show.figures.style import INK, Style, drawn_in
from sim.show.text.measure_text import measure_name, measure_unit
from sim.show.text.numbers import number_text
from sim.show.text.study_titles import factor_axis, value_text
from sim.words import Language

ACROSS, WIDTH, HEIGHT = 2, 4.2, 2.6
DARK = 0.6
"""From here on, of the way from the least to the most, numbers are white."""
TICK = 16
"""Signs of a value on one line beside an axis."""
MOST = 12
"""Maps that are still read."""

Panel = tuple[str, tuple[str, str]]
"""A measure, and the two factors over which its means are drawn."""


def draw_interactions(table: pd.DataFrame, factors: Factors, panels: Sequence[Panel], style: Style) -> Figure:
    """Return maps of `means_of_pair` of a sweep's table of responses, with their numbers; darker is more."""
    across = min(ACROSS, len(panels))
    with drawn_in(style):
        figure = Figure(figsize=(WIDTH * across, HEIGHT * -(-len(panels) // across)), layout="constrained")
        for number, (measure, (down, over)) in enumerate(panels, start=1):
            axes = figure.add_subplot(-(-len(panels) // across), across, number)
            means = means_of_pair(table, measure, down, over)
            _map(axes, means, measure)
            axes.set_xticks(range(len(means.columns)), _ticks(factors[over], means.columns, style.language))
            axes.set_yticks(range(len(means.index)), _ticks(factors[down], means.index, style.language))
            axes.set_title(measure_name(measure, style.language), fontsize=8, wrap=True)
            axes.set_xlabel(factor_axis(factors[over], style.language), fontsize=8)
            axes.set_ylabel(factor_axis(factors[down], style.language), fontsize=8, wrap=True)
        return figure


def _ticks(factor: Varied, values: Iterable[float | str], language: Language) -> list[str]:
    return [fill(value_text(factor, value, language), TICK) for value in values]


def _map(axes: Axes, means: pd.DataFrame, measure: str) -> None:
    values = means.to_numpy(dtype=np.float64)
    axes.imshow(values, cmap="Greys", aspect="auto", alpha=0.75)
    least, most = values.min(), values.max()
    for (row, column), value in np.ndenumerate(values):
        colour = "white" if most > least and (value - least) / (most - least) > DARK else INK
        text = number_text(float(value), measure_unit(measure))
        axes.text(column, row, text, ha="center", va="center", color=colour, size=7)
    axes.grid(visible=False)
    axes.tick_params(labelsize=7, length=0)
