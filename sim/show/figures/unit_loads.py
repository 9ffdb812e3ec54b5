"""Who is busy: utilisation of hours for cases by unit and by station, and of all duty; the busiest above."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from sim.measures.stations.unit_loads import UnitUse
from sim.plan.offered.load import MOST
from sim.show.figures.style import INK, LINE_COLOURS, SOFT, STREAM_COLOURS, Style, drawn_in
from sim.show.text.warnings import unit_of
from sim.words import Language, label

DOTS_SHARE = 0.62
"""Part of a bar's height over which the dots of its stations are spread, so that they do not hide each other."""


def draw_unit_loads(units: Sequence[UnitUse], document: Mapping[str, Any], style: Style) -> Figure:
    """Return a bar per unit with a dot per station; `document` is the scenario, which has the titles."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 1.1 + 0.27 * max(len(units), 1)), layout="constrained")
        axes = figure.subplots()
        _draw(axes, units, style.language)
        axes.set_yticks(range(len(units)), [unit_of(unit.name, document, style.language) for unit in units])
        if units:
            figure.legend(loc="outside upper right", ncols=3, handlelength=1, columnspacing=1.2)
        return figure


def _draw(axes: Axes, units: Sequence[UnitUse], language: Language) -> None:
    at = np.arange(len(units))
    shares = np.nan_to_num([unit.of_cases for unit in units])
    axes.barh(
        at, shares, height=0.76, color=STREAM_COLOURS["street_order"], alpha=0.35, label=label("of_cases", language)
    )
    x = np.array([value for unit in units if unit.stations > 1 for value in unit.by_station])
    y = np.concatenate([_spread(row, unit) for row, unit in enumerate(units)] or [np.empty(0)])
    axes.plot(x, y, ".", color=STREAM_COLOURS["street_order"], markersize=3, label=label("single_stations", language))
    of_duty = np.nan_to_num([unit.of_duty for unit in units])
    axes.plot(
        of_duty, at, "|", color=LINE_COLOURS[1], markersize=11, markeredgewidth=2, label=label("of_duty", language)
    )
    axes.axvline(MOST, color=INK, linewidth=0.8, linestyle=(0, (4, 3)))
    for row, unit in enumerate(units):
        told = f"{np.nan_to_num(unit.of_cases):.0%}"
        right = axes.get_yaxis_transform()
        axes.annotate(told, (1, row), (5, 0), right, "offset points", va="center", color=SOFT, size=8)
    axes.set_xlim(0, max(1.0, *shares.tolist(), *x.tolist(), *of_duty.tolist()) * 1.04 if units else 1.0)
    axes.invert_yaxis()
    axes.margins(y=0.02)
    axes.grid(visible=False, axis="y")
    axes.spines[["left", "bottom"]].set_visible(False)
    axes.tick_params(length=0)
    axes.xaxis.set_major_formatter(PercentFormatter(1))


def _spread(row: int, unit: UnitUse) -> "np.ndarray[Any, Any]":
    """Return the height of each dot of a unit: side by side within its bar; none where it has one station."""
    count = len(unit.by_station) if unit.stations > 1 else 0
    return row + DOTS_SHARE * ((np.arange(count) * 0.618) % 1.0 - 0.5)
