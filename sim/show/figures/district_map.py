"""The map of the grids, coloured by a measure of `sim.measures.places`."""

from collections.abc import Mapping

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke
from numpy.typing import NDArray
from shapely import Geometry, Polygon, get_coordinates, point_on_surface, union_all

from sim.show.figures.style import INK, MAP_COLOURS, RULE, SOFT, Style, drawn_in, without_frame
from sim.words import Language, label

TRIM = (0.02, 0.98)
"""Quantiles at which the colours end, so that one odd grid does not make all others alike."""

MOST_NUMBERED = 100
"""With more communities than this their numbers would hide the map, and are left out."""

Outline = NDArray[np.float64]


def draw_map(grids: pd.DataFrame, values: Mapping[str, pd.Series], style: Style) -> Figure:
    """Return maps side by side, one per measure.

    `grids` is the table `map`; `values` gives for each measure (a column of `by_place`) its value by grid.
    Grids without a value are grey. Communities carry their numbers if there are at most MOST_NUMBERED.
    """
    outlines = [read_outline(text) for text in grids["outline"]]
    communities = communities_of(grids, outlines)
    with drawn_in(style):
        figure = Figure(figsize=(4.2 * len(values), 4.4), layout="constrained")
        for axes, (name, value) in zip(np.atleast_1d(figure.subplots(1, len(values))), values.items(), strict=True):
            by_grid = grids["grid"].map(value).to_numpy(dtype=np.float64)
            patches = _draw_grids(axes, outlines, by_grid)
            _draw_communities(axes, communities)
            axes.set_title(label(name, style.language))
            _scale_bar(axes)
            _colour_bar(axes, patches, name, style.language)
        return figure


def read_outline(text: str) -> Outline:
    """Return the corners of `x y, x y, ...` as an array of shape (n, 2), in metres."""
    return np.array([corner.split() for corner in text.split(",")], dtype=np.float64)


def communities_of(grids: pd.DataFrame, outlines: list[Outline]) -> dict[int, Geometry]:
    """Return the area of each community by its number: its grids together."""
    members = grids.reset_index(drop=True).groupby("community").indices
    return {
        int(str(number)): union_all([Polygon(outlines[row]).buffer(0) for row in rows])
        for number, rows in members.items()
    }


def _draw_grids(axes: Axes, outlines: list[Outline], by_grid: NDArray[np.float64]) -> PolyCollection:
    """Draw the grids coloured by their values, without a frame."""
    known = by_grid[~np.isnan(by_grid)]
    low, high = np.quantile(known, TRIM) if known.size else (0.0, 1.0)
    colours = mpl.colormaps[MAP_COLOURS].with_extremes(bad=RULE)
    patches = PolyCollection(outlines, cmap=colours, edgecolors="white", linewidths=0.25)
    patches.set_array(np.ma.masked_invalid(by_grid))
    patches.set_clim(low, high)
    axes.add_collection(patches)
    axes.autoscale_view()
    without_frame(axes)
    return patches


def _draw_communities(axes: Axes, communities: Mapping[int, Geometry]) -> None:
    """Draw the outer borders of the communities, and their numbers unless there are too many."""
    parts = [part for area in communities.values() for part in getattr(area, "geoms", [area])]
    rings = [np.asarray(part.exterior.coords) for part in parts if isinstance(part, Polygon)]
    axes.add_collection(PolyCollection(rings, facecolors="none", edgecolors=INK, linewidths=0.6))
    if len(communities) > MOST_NUMBERED:
        return
    halo = [withStroke(linewidth=2, foreground="white")]
    for number, area in communities.items():
        x, y = get_coordinates(point_on_surface(area))[0]
        axes.text(x, y, str(number), size=7, color=SOFT, ha="center", va="center", path_effects=halo)


def _colour_bar(axes: Axes, patches: PolyCollection, name: str, language: Language) -> None:
    """Draw the colour bar under a map, with the name of its measure and the unit."""
    is_share = name.endswith("_share")
    form = "{x:.0%}" if is_share else "{x:,.0f}"
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
    bar.set_label(f"{label(name, language)}, {'%' if is_share else label('hours', language)}")
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
