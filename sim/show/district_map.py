"""The map of the grids, coloured by a measure of `sim.measures.places`."""

from collections.abc import Mapping

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from numpy.typing import NDArray
from shapely import Polygon, union_all

from sim.show.labels import label
from sim.show.style import INK, MAP_COLOURS, RULE, SOFT, Style, settings, without_frame

TRIM = (0.02, 0.98)
"""Quantiles at which the colours end, so that one odd grid does not make all others alike."""

Outline = NDArray[np.float64]


def draw_map(grids: pd.DataFrame, values: Mapping[str, pd.Series], style: Style) -> Figure:
    """Return maps side by side, one per measure.

    `grids` is the table `map`; `values` gives for each measure (a column of `by_place`) its value by grid.
    Grids without a value are grey.
    """
    outlines = [read_outline(text) for text in grids["outline"]]
    borders = _community_borders(grids, outlines)
    with mpl.rc_context(settings(style)):
        figure = Figure(figsize=(4.2 * len(values), 4.4), layout="constrained")
        for axes, (name, value) in zip(np.atleast_1d(figure.subplots(1, len(values))), values.items(), strict=True):
            by_grid = grids["grid"].map(value).to_numpy(dtype=np.float64)
            _draw_one(axes, outlines, borders, by_grid, label(name, style.language))
        return figure


def read_outline(text: str) -> Outline:
    """Return the corners of `x y, x y, ...` as an array of shape (n, 2), in metres."""
    return np.array([corner.split() for corner in text.split(",")], dtype=np.float64)


def _community_borders(grids: pd.DataFrame, outlines: list[Outline]) -> list[Outline]:
    """Return the outer rings of the communities."""
    rings = []
    for _, members in grids.reset_index(drop=True).groupby("community"):
        area = union_all([Polygon(outlines[row]).buffer(0) for row in members.index])
        parts = getattr(area, "geoms", [area])
        rings += [np.asarray(part.exterior.coords) for part in parts if isinstance(part, Polygon)]
    return rings


def _draw_one(
    axes: Axes, outlines: list[Outline], borders: list[Outline], by_grid: NDArray[np.float64], title: str
) -> None:
    known = by_grid[~np.isnan(by_grid)]
    low, high = np.quantile(known, TRIM) if known.size else (0.0, 1.0)
    colours = mpl.colormaps[MAP_COLOURS].with_extremes(bad=RULE)
    patches = PolyCollection(outlines, cmap=colours, edgecolors="white", linewidths=0.25)
    patches.set_array(np.ma.masked_invalid(by_grid))
    patches.set_clim(low, high)
    axes.add_collection(patches)
    axes.add_collection(PolyCollection(borders, facecolors="none", edgecolors=INK, linewidths=0.6))
    axes.autoscale_view()
    without_frame(axes)
    axes.set_title(title)
    _scale_bar(axes)
    _colour_bar(axes, patches, as_percent=bool(known.size) and known.max() <= 1)


def _colour_bar(axes: Axes, patches: PolyCollection, *, as_percent: bool) -> None:
    form = "{x:.0%}" if as_percent else "{x:,.0f}"
    bar = axes.figure.colorbar(
        patches,
        ax=axes,
        orientation="horizontal",
        shrink=0.6,
        aspect=28,
        pad=0.02,
        format=form,
        extend="both",
    )
    bar.outline.set_visible(False)
    bar.ax.tick_params(length=0)


def _scale_bar(axes: Axes) -> None:
    """Draw a bar of a round length, about a fifth of the map's width, at its lower left."""
    (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
    decade = 10 ** np.floor(np.log10((right - left) / 5))
    length = max(step * decade for step in (1, 2, 5) if step * decade <= (right - left) / 5)
    y = bottom - 0.03 * (top - bottom)
    axes.plot([left, left + length], [y, y], color=SOFT, linewidth=2, solid_capstyle="butt")
    text = f"{length / 1000:g} km" if length >= 1000 else f"{length:g} m"
    axes.annotate(text, (left + length, y), xytext=(4, 0), textcoords="offset points", va="center", color=SOFT, size=8)
