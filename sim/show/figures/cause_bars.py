"""What made the difference: the change of days open that each category and community adds, as bars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from sim.show.figures.forest import SENSE_COLOURS
from sim.show.figures.style import SOFT, Style, drawn_in
from sim.show.text.labels import title_of
from sim.words import Language, label

MOST = 12
"""Groups drawn of each kind: those with the largest change."""
KINDS = ("hazard", "community")


def draw_causes(causes: pd.DataFrame, hazards: Mapping[str, Any], style: Style) -> Figure:
    """Return the bars of one variant; `causes` are its rows of sim.study.kinds.causes.causes."""
    groups = {kind: largest(causes, "open", kind, MOST) for kind in KINDS}
    with drawn_in(style):
        height = 0.9 + 0.27 * max(map(len, groups.values()))
        figure = Figure(figsize=(8.4, height), layout="constrained")
        for axes, (kind, rows) in zip(figure.subplots(1, len(KINDS)), groups.items(), strict=True):
            _draw(axes, rows)
            names = [group_name(kind, name, hazards, style.language) for name in rows["name"]]
            axes.set_yticks(range(len(names)), names)
            axes.set_title(label(f"by_{kind}", style.language))
            axes.set_xlabel(label("weighted_days", style.language))
        return figure


def largest(causes: pd.DataFrame, quantity: str, kind: str, most: int) -> pd.DataFrame:
    """Return the groups of a kind that change a quantity most: falls first, then rises, each from the largest."""
    rows = causes[(causes["quantity"] == quantity) & (causes["by"] == kind)]
    chosen = rows.loc[rows["days"].abs().sort_values(ascending=False, kind="stable").index[:most]]
    return chosen.sort_values("days", kind="stable")


def group_name(kind: str, name: str, hazards: Mapping[str, Any], language: Language) -> str:
    """Return the name of a group as people know it."""
    if kind == "hazard":
        return title_of(hazards.get(name, {}), str(name), language)
    return label("community_n", language).format(n=name) if kind == "community" else label(str(name), language)


def _draw(axes: Axes, rows: pd.DataFrame) -> None:
    at = range(len(rows))
    colours = [SENSE_COLOURS["better" if days < 0 else "worse"] for days in rows["days"]]
    axes.barh(at, rows["days"], color=colours, height=0.7, alpha=0.8)
    axes.hlines(at, rows["low"], rows["high"], color="black", linewidth=1)
    axes.axvline(0, color=SOFT, linewidth=0.9)
    axes.invert_yaxis()
    axes.grid(visible=False, axis="y")
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.locator_params(axis="x", nbins=5)
