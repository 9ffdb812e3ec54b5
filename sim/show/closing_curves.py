"""How long cases stay open: the share closed over time, by hazard and stream."""

from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator, PercentFormatter

from sim.measures.duration import from_registration, of_stream
from sim.measures.survival import Durations, quantile, share_ended
from sim.measures.tables import Watched
from sim.show.labels import label, titled
from sim.show.style import LINE_COLOURS, STREAM_COLOURS, Style, settings

CORNERS = 300
"""Most corners of a drawn curve; more cannot be seen."""

FIRST_H, LAST_H = 0.25, 24.0 * 90
TICKS = {"15 min": 0.25, "1 h": 1, "4 h": 4, "1 d": 24, "1 wk": 168, "4 wk": 672}
TICKS_ZH = {"15 分": 0.25, "1 时": 1, "4 时": 4, "1 天": 24, "1 周": 168, "4 周": 672}
LEAST_CASES = 20
"""Hazards with fewer cases than this in a stream are left out: their curve would show chance."""


def draw_curves(runs: Sequence[Watched], hazards: Mapping[str, Any], style: Style) -> Figure:
    """Return a panel per stream with a curve per hazard, all replications pooled; `hazards` gives their titles."""
    with mpl.rc_context(settings(style)):
        figure = Figure(figsize=(8.4, 3.9), layout="constrained")
        panels = figure.subplots(1, 2, sharey=True)
        for axes, stream in zip(panels, STREAM_COLOURS, strict=True):
            curves = _by_hazard(runs, stream)
            _draw_panel(
                axes, {titled(hazards, name, style.language): curve for name, curve in curves.items()}
            )
            axes.set_title(label(stream, style.language))
            _time_axis(axes, TICKS_ZH if style.language == "zh" else TICKS)
            axes.set_xlabel(label("time_since_registration", style.language))
        panels[0].set_ylabel(label("share_closed", style.language))
        return figure


def readable_hours(hours: float) -> str:
    """Return hours in the unit that reads best: minutes, hours or days; a dash for NaN."""
    if np.isnan(hours):
        return "–"
    if hours < 1:
        return f"{hours * 60:.0f} min"
    return f"{hours:.0f} h" if hours < 48 else f"{hours / 24:.0f} d"


def _by_hazard(runs: Sequence[Watched], stream: str) -> dict[str, Durations]:
    """Return the durations to closing of each hazard of a stream, the quickest median first."""
    names = sorted({str(name) for run in runs for name in of_stream(run.registered, stream)["hazard"]})
    curves = {name: _pooled(runs, stream, name) for name in names}
    known = {name: curve for name, curve in curves.items() if curve.hours.size >= LEAST_CASES}
    return dict(sorted(known.items(), key=lambda item: np.nan_to_num(quantile(item[1], 0.5), nan=np.inf)))


def _pooled(runs: Sequence[Watched], stream: str, hazard: str) -> Durations:
    parts = [from_registration(run, "closed_at", stream, hazard) for run in runs]
    return Durations(np.concatenate([p.hours for p in parts]), np.concatenate([p.ended for p in parts]))


def _draw_panel(axes: Axes, curves: Mapping[str, Durations]) -> None:
    for index, (title, curve) in enumerate(curves.items()):
        hours, ended = share_ended(curve)
        shown = (
            np.unique(np.linspace(0, hours.size - 1, CORNERS).astype(int)) if hours.size else np.empty(0, int)
        )
        x = np.concatenate(([FIRST_H], np.maximum(hours[shown], FIRST_H)))
        y = np.concatenate(([0.0], ended[shown]))
        dashes = "-" if index < len(LINE_COLOURS) else "--"
        colour = LINE_COLOURS[index % len(LINE_COLOURS)]
        text = f"{title} ({readable_hours(quantile(curve, 0.5))})"
        axes.step(x, y, where="post", color=colour, linestyle=dashes, linewidth=1.5, label=text)
    if curves:
        axes.legend(
            loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=2, handlelength=1.4, columnspacing=1.2
        )


def _time_axis(axes: Axes, ticks: Mapping[str, float]) -> None:
    axes.set_xscale("log")
    axes.set_xlim(FIRST_H, LAST_H)
    axes.set_ylim(0, 1)
    axes.xaxis.set_major_locator(FixedLocator(list(ticks.values())))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xticks(list(ticks.values()), list(ticks))
    axes.yaxis.set_major_formatter(PercentFormatter(1))
