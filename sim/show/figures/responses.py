"""How measures respond to factors: lines over one factor, or over two; with more, one factor at a time."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.measures.studies import Factors, Varied
from sim.show.figures.style import INK, LINE_COLOURS, SOFT, Style, drawn_in, scale_of
from sim.show.text.measure_text import measure_name, measure_unit
from sim.show.text.numbers import unit_name
from sim.show.text.study_titles import factor_axis, value_text
from sim.words import Language

IN_LINES = 2
"""With no more factors than this, means are drawn as lines with intervals; with more, one factor at a time."""

ACROSS = 3
WIDTH, HEIGHT = 2.9, 2.2
"""Panels side by side, and the size of one, in inches."""

TICK = 16
"""Signs of a value on one line below an axis."""

TITLE = {"en": 32, "zh": 17}
"""Signs of a measure's name on one line above a panel."""

UNIT_WIDTH = 26
"""Signs of a unit on one line beside an axis."""

FEW = 8
"""A spread of points with more values of a factor than this is drawn as points, not as levels."""


def draw_responses(table: pd.DataFrame, factors: Factors, measures: Sequence[str], style: Style) -> Figure:
    """Return a panel per measure over one or two factors, else one per measure and factor.

    `table` has a row per point and measure: a column for each factor, and mean, low and high of the measure.
    """
    few = len(factors) <= IN_LINES
    across = ACROSS if few else len(factors)
    panels = [(measure, name) for measure in measures for name in (list(factors)[:1] if few else factors)]
    with drawn_in(style):
        down = -(-len(panels) // across)
        figure = Figure(figsize=(WIDTH * min(across, len(panels)), HEIGHT * down), layout="constrained")
        for index, (measure, name) in enumerate(panels):
            axes = figure.add_subplot(down, min(across, len(panels)), index + 1)
            rows = table[table["measure"] == measure]
            if few:
                _draw_lines(axes, rows, list(factors))
            else:
                _draw_effect(axes, rows, name)
            if not pd.api.types.is_numeric_dtype(rows[name]):
                _name_levels(axes, rows[name], factors[name], style.language)
            if few and len(factors) > 1 and index == 0:
                _legend(axes, rows, *list(factors.items())[1], style.language)
            _label(axes, measure, factors[name], style.language)
        return figure


def _label(axes: Axes, measure: str, factor: Varied, language: Language) -> None:
    axes.set_title(fill(measure_name(measure, language), TITLE[language]), fontsize=8)
    unit = measure_unit(measure)
    axes.yaxis.set_major_formatter(scale_of(measure))
    axes.set_ylabel(fill(unit_name(unit, language), UNIT_WIDTH), fontsize=7)
    axes.set_xlabel(factor_axis(factor, language), fontsize=8)
    axes.tick_params(labelsize=7)


def _legend(axes: Axes, rows: pd.DataFrame, name: str, factor: Varied, language: Language) -> None:
    """Tell the lines of `_draw_lines` apart; names that begin with an underscore too, which matplotlib would hide."""
    if axes.containers:
        values = [value_text(factor, value, language) for value in sorted(rows[name].unique())]
        title = factor_axis(factor, language)
        axes.legend(axes.containers, values, title=title, fontsize=6, title_fontsize=6)


def _draw_lines(axes: Axes, rows: pd.DataFrame, names: Sequence[str]) -> None:
    """Draw means with intervals over the first factor, a line for each value of the second."""
    if len(names) == 1:
        _draw_line(axes, rows, names[0], LINE_COLOURS[0])
        return
    for index, (_, group) in enumerate(rows.groupby(names[1], sort=True)):
        _draw_line(axes, group, names[0], LINE_COLOURS[index % len(LINE_COLOURS)])


def _draw_line(axes: Axes, rows: pd.DataFrame, name: str, colour: str) -> None:
    rows = rows if rows[name].dtype == object else rows.sort_values(name)
    error = np.nan_to_num(np.array([rows["mean"] - rows["low"], rows["high"] - rows["mean"]], dtype=np.float64))
    axes.errorbar(
        _positions(rows[name]),
        rows["mean"].to_numpy(),
        error,
        color=colour,
        marker="o",
        markersize=3,
        linewidth=1.2,
        elinewidth=0.8,
        capsize=2,
    )


def _positions(values: pd.Series) -> np.ndarray:
    """Return where values stand on the horizontal axis: numbers on a scale, words side by side."""
    if pd.api.types.is_numeric_dtype(values):
        return values.to_numpy(dtype=np.float64)
    words = list(dict.fromkeys(values))
    return np.array([words.index(value) for value in values], dtype=np.float64)


def _name_levels(axes: Axes, values: pd.Series, factor: Varied, language: Language) -> None:
    """Write on the horizontal axis what words stand where."""
    words = list(dict.fromkeys(values))
    told = [fill(value_text(factor, value, language), TICK) for value in words]
    axes.set_xticks(range(len(words)), told)
    axes.set_xlim(-0.4, len(words) - 0.6)


def _draw_effect(axes: Axes, rows: pd.DataFrame, name: str) -> None:
    """Draw each point's mean over one factor, and the mean of all points at each of its values if they are few."""
    x = _positions(rows[name])
    axes.plot(x, rows["mean"].to_numpy(), ".", color=SOFT, alpha=0.5, markersize=3)
    if len(np.unique(x)) <= FEW:
        means = rows["mean"].groupby(x).mean()
        axes.plot(means.index, means.to_numpy(), "-o", color=INK, markersize=3, linewidth=1.2)
