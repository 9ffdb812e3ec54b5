"""Differences at a glance: relative differences of several measures with their intervals, as in a forest plot; those of
shares in points of a percentage, on the same axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib as mpl
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from sim.show.figures.style import LINE_COLOURS, RULE, SOFT, Style, drawn_in
from sim.show.text.verdicts import DECIDED, Row, sense
from sim.words import label, words

SENSE_COLOURS = {
    "better": "#1c6b4f",
    "worse": "#9c3d1e",
    "neutral": "#1f5f8b",
    "open": SOFT,
    "put_in": SOFT,
    "unmeasured": SOFT,
}
SPREAD = 0.62
"""Part of a row's height over which several variants are spread."""
NARROWEST, WIDEST = 0.05, 1.0
"""Least and greatest half-width of the figure, as relative difference or in points / 100."""


def draw_forest(
    differences: pd.DataFrame, measures: Sequence[str], titles: Mapping[str, str], base: str, style: Style
) -> Figure:
    """Return the relative differences of `measures`, of shares their points.

    `titles` are those of the variants, `base` what they are against.
    With one variant colours say better or worse, with several they tell the variants apart.
    """
    rows = _in_hundredths(differences[differences["measure"].isin(measures)])
    shown = [name for name in measures if name in set(rows["measure"])]
    limit = _limit(rows)
    with drawn_in(style):
        height = 1.1 + (0.26 + 0.1 * len(titles)) * max(len(shown), 1)
        figure = Figure(figsize=(8.4, height), layout="constrained")
        axes = figure.subplots()
        for number, variant in enumerate(titles):
            offset = SPREAD * ((number + 0.5) / len(titles) - 0.5)
            own = rows[rows["variant"] == variant].set_index("measure")
            for at, name in enumerate(shown):
                if name in own.index:
                    row = {**own.loc[name].to_dict(), "measure": name}
                    _draw(axes, at + offset, row, limit, LINE_COLOURS[number] if len(titles) > 1 else None)
        _tidy(axes, [words(style.language).measures[name].label for name in shown], limit)
        axes.set_xlabel(label("relative_axis", style.language).format(base=base))
        if len(titles) > 1:
            handles = [mpl.lines.Line2D([], [], color=c, marker="o", linewidth=2) for c in LINE_COLOURS[: len(titles)]]
            figure.legend(handles, list(titles.values()), loc="outside upper left", ncols=2)
        return figure


def _in_hundredths(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that can be drawn: shares with their differences (points / 100) in place of the relative ones."""
    share = (rows["unit"] == "share").to_numpy()
    ends = {"relative": "difference", "relative_low": "low", "relative_high": "high"}
    drawn = rows.assign(
        **{name: np.where(share, rows[of], rows[name]) for name, of in ends.items()},
        unpaired=rows["independent_half_width"] / np.where(share, 1.0, rows["base"].abs()),
    )
    return drawn[drawn["relative"].notna()]


def _limit(rows: pd.DataFrame) -> float:
    """Return the half-width that shows all means, and the intervals of the differences found, if the figure can."""
    found = rows[rows["verdict"].isin(DECIDED)]
    ends = pd.concat([rows["relative"], found["relative_low"], found["relative_high"]]).abs()
    widest = 1.15 * ends.max() if ends.notna().any() else NARROWEST
    return float(min(max(widest, NARROWEST), WIDEST))


def _draw(axes: Axes, y: float, row: Row, limit: float, colour: str | None) -> None:
    meaning = sense(row)
    ink = colour or SENSE_COLOURS[meaning]
    middle, low, high = row["relative"], row["relative_low"], row["relative_high"]
    unpaired = row["unpaired"]
    axes.plot(
        np.clip([middle - unpaired, middle + unpaired], -limit, limit), [y, y], color=RULE, linewidth=4.5, zorder=1
    )
    axes.plot(np.clip([low, high], -limit, limit), [y, y], color=ink, linewidth=2, zorder=2)
    for end, marker in ((low, "<"), (high, ">")):
        if abs(end) > limit:
            axes.plot(np.sign(end) * limit, y, marker=marker, color=ink, markersize=5, zorder=3, clip_on=False)
    if abs(middle) <= limit:
        face = ink if row["verdict"] in ("sure", "exact") else "white"
        axes.plot(middle, y, marker="o", color=ink, markerfacecolor=face, markersize=6, markeredgewidth=1.4, zorder=4)


def _tidy(axes: Axes, names: Sequence[str], limit: float) -> None:
    axes.axvline(0, color=SOFT, linewidth=0.9, zorder=1.5)
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.set_xlim(-limit, limit)
    axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=None))
    axes.grid(visible=False, axis="y")
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="y", length=0)
