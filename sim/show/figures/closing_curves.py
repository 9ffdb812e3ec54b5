"""How long cases stay open: the share closed over time, by hazard and stream."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import NullLocator, PercentFormatter

from sim.measures.duration import from_registration, of_stream
from sim.measures.office import Floats
from sim.measures.statistics.survival import Durations, Estimate, quantile, share_ended
from sim.measures.tables import Watched
from sim.show.figures.style import LINE_COLOURS, STREAM_COLOURS, Style, drawn_in
from sim.show.text.labels import title_of
from sim.words import Language, label

FIRST_H, LAST_H = 0.25, 24.0 * 90
HOURS = {"min": 1 / 60, "h": 1.0, "d": 24.0, "wk": 168.0}
TICKS = ((15, "min"), (1, "h"), (4, "h"), (1, "d"), (1, "wk"), (4, "wk"))

CORNERS = 300
"""Most corners of a drawn curve; more cannot be seen."""

LEAST_CASES = 20
"""Hazards with fewer cases than this in a stream are left out: a curve would show chance."""


def draw_curves(runs: Sequence[Watched], hazards: Mapping[str, Any], style: Style) -> Figure:
    """Return a panel per stream with a curve per hazard, replications pooled; `hazards` gives the titles."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 4.9), layout="constrained")
        panels, legends = figure.subplots(2, 2, height_ratios=(5, 2))
        for axes, below, stream in zip(panels, legends, STREAM_COLOURS, strict=True):
            for index, (hazard, curve) in enumerate(_by_hazard(runs, stream)):
                title = title_of(hazards.get(hazard, {}), hazard, style.language)
                half = readable_hours(quantile(curve, 0.5), style.language)
                _draw_curve(axes, curve, index, f"{title} ({half})")
            axes.set_title(label(stream, style.language))
            _time_axis(axes, style.language)
            below.set_axis_off()
            below.legend(handles=axes.lines, loc="upper left", handlelength=1.6, borderpad=0)
        panels[0].set_ylabel(label("share_closed", style.language))
        return figure


def undrawn(runs: Sequence[Watched], hazards: Mapping[str, Any]) -> list[str]:
    """Return the hazards, in the order of `hazards`, that have no curve: too few cases in every stream."""
    drawn = {hazard for stream in STREAM_COLOURS for hazard, _ in _by_hazard(runs, stream)}
    return [name for name in hazards if name not in drawn]


def readable_hours(hours: float, language: Language) -> str:
    """Return hours in the unit that reads best: minutes, hours or days; a dash for NaN."""
    if not np.isfinite(hours):
        return "–"
    unit = "min" if hours < 1 else "h" if hours < 2 * HOURS["d"] else "d"
    return f"{hours / HOURS[unit]:.0f} {label(unit, language)}"


def _by_hazard(runs: Sequence[Watched], stream: str) -> Iterator[tuple[str, Estimate]]:
    """Yield the hazards of a stream with the share of their cases closed by each hour, the quickest median first."""
    names = sorted({str(name) for run in runs for name in of_stream(run.registered, stream)["hazard"].unique()})
    curves = [(name, _pooled(runs, stream, name)) for name in names]
    known = [(name, share_ended(spans)) for name, spans in curves if spans.hours.size >= LEAST_CASES]
    yield from sorted(known, key=lambda item: np.nan_to_num(quantile(item[1], 0.5), nan=np.inf))


def _pooled(runs: Sequence[Watched], stream: str, hazard: str) -> Durations:
    parts = [from_registration(run, "closed_at", stream, hazard) for run in runs]
    return Durations(np.concatenate([p.hours for p in parts]), np.concatenate([p.ended for p in parts]))


def _draw_curve(axes: Axes, curve: Estimate, index: int, text: str) -> None:
    hours, ended = _thinned(*curve)
    colour = LINE_COLOURS[index % len(LINE_COLOURS)]
    dashes = "-" if index < len(LINE_COLOURS) else "--"
    x = np.concatenate(([FIRST_H], np.maximum(hours, FIRST_H)))
    y = np.concatenate(([0.0], ended))
    axes.step(x, y, where="post", color=colour, linestyle=dashes, linewidth=1.5, label=text)


def _thinned(hours: Floats, ended: Floats) -> tuple[Floats, Floats]:
    """Return at most CORNERS corners of a curve, its ends among them."""
    if hours.size <= CORNERS:
        return hours, ended
    kept = np.linspace(0, hours.size - 1, CORNERS).astype(np.int64)
    return hours[kept], ended[kept]


def _time_axis(axes: Axes, language: Language) -> None:
    axes.set_xscale("log")
    axes.set_xlim(FIRST_H, LAST_H)
    axes.set_ylim(0, 1)
    at = [count * HOURS[unit] for count, unit in TICKS]
    axes.set_xticks(at, [f"{count} {label(unit, language)}" for count, unit in TICKS])
    axes.xaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_major_formatter(PercentFormatter(1))
    axes.set_xlabel(label("time_since_registration", language))
