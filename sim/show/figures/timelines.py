"""Single issues in two variants: what became of each, side by side on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch

from sim.measures.tables import NEVER_OPEN
from sim.show.figures.cause_bars import group_name
from sim.show.figures.style import SOFT, Style, drawn_in
from sim.show.text.numbers import ABSENT
from sim.words import Language, label

KEY = ["replication", "root"]
"""What names a primary issue in a result."""

MOMENTS = (
    "occurred_at",
    "detected_at",
    "reported_at",
    "registered_at",
    "dispatched_at",
    "whistled_at",
    "arrived_at",
    "claimed_at",
    "closed_at",
    "ended_at",
)
"""What may happen to an issue and its first case, in the usual order."""

SPANS = {"span_unknown": "#d9dee4", "span_waiting": "#e39b52", "span_handled": "#2e8b74"}
DAY = pd.Timedelta(1, "D")
LANE = 0.34


class Pair(NamedTuple):
    """An issue as two variants had it: its name and change in days, and its rows there."""

    name: str
    days: float
    replication: int
    base: pd.Series[Any]
    other: pd.Series[Any]


def pairs(changed: pd.DataFrame, variant: str, hazards: Mapping[str, Any], language: Language) -> list[Pair]:
    """Return the issues of the table `changed` that belong to a variant, in their order."""
    own = changed[changed["variant"] == variant]
    found = []
    for _, rows in own.groupby(KEY, sort=False):
        sides = {bool(row["side"] == variant): row for _, row in rows.iterrows()}
        if len(sides) == 2:
            row = sides[True]
            name = label("issue_n", language).format(
                hazard=group_name("hazard", row["hazard"], hazards, language),
                community=row["community"],
                replication=row["replication"],
            )
            found.append(Pair(name, row["days"], int(row["replication"]), sides[False], row))
    return found


def draw_timelines(issues: list[Pair], titles: tuple[str, str], end: pd.Timestamp, style: Style) -> Figure:
    """Return two lanes for each issue, that of the base above; `end` is when the runs ended."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 1.0 + 0.52 * max(len(issues), 1)), layout="constrained")
        axes = figure.subplots()
        for at, issue in enumerate(issues):
            for row, shift in ((issue.base, -LANE / 2), (issue.other, LANE / 2)):
                _draw_lane(axes, at + shift * 1.1, row, end, style.language)
        lanes = [at + shift * 1.1 for at in range(len(issues)) for shift in (-LANE / 2, LANE / 2)]
        sides = [label(name, style.language) for name in ("base_column", "other_column")]
        axes.set_yticks(lanes, sides * len(issues), size=7)
        for at, issue in enumerate(issues):
            axes.annotate(issue.name, (0, at - LANE * 1.1), (2, 1), textcoords="offset points", size=7.5, color=SOFT)
        axes.set_ylim(len(issues) - 0.45, -0.75)
        axes.set_xlim(left=0)
        axes.grid(visible=False, axis="y")
        axes.spines["left"].set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.set_xlabel(label("days_since", style.language))
        _legend(figure, titles, style.language)
        return figure


def _draw_lane(axes: Axes, y: float, row: pd.Series[Any], end: pd.Timestamp, language: Language) -> None:
    if row["state"] in NEVER_OPEN:
        words = label(row["state"], language)
        axes.annotate(words, (0, y), (4, 0), textcoords="offset points", va="center", size=7, color=SOFT)
        return
    start = row["occurred_at"]
    for span, first, last in _spans(row, end):
        begin, stop = (first - start) / DAY, (last - start) / DAY
        axes.barh(y, stop - begin, left=begin, height=LANE, color=SPANS[span], linewidth=0)
    if pd.notna(row["closed_at"]):
        axes.plot((row["closed_at"] - start) / DAY, y, marker="|", color="black", markersize=9, markeredgewidth=1.4)
    if pd.isna(row["ended_at"]):
        axes.plot((end - start) / DAY, y, marker=">", color=SOFT, markersize=5, clip_on=False)


def _spans(row: pd.Series[Any], end: pd.Timestamp) -> Iterator[tuple[str, pd.Timestamp, pd.Timestamp]]:
    """Yield what an issue went through until it ended or the run did: unknown, known and waiting, handled."""
    stop = end if pd.isna(row["ended_at"]) else row["ended_at"]
    known = min(_or(row["detected_at"], stop), stop)
    handled = min(max(_or(row["arrived_at"], stop), known), stop)
    yield "span_unknown", row["occurred_at"], known
    yield "span_waiting", known, handled
    yield "span_handled", handled, stop


def _or(moment: pd.Timestamp, otherwise: pd.Timestamp) -> pd.Timestamp:
    return otherwise if pd.isna(moment) else moment


def _sides(titles: tuple[str, str], language: Language) -> list[str]:
    """Return which variant stands behind the letter of each lane."""
    letters = (label(name, language) for name in ("base_column", "other_column"))
    named = label("setting_of", language)
    return [named.format(entry=letter, title=title) for letter, title in zip(letters, titles, strict=True)]


def _legend(figure: Figure, titles: tuple[str, str], language: Language) -> None:
    handles: list[Any] = [Patch(color=colour) for colour in SPANS.values()]
    handles.append(mpl.lines.Line2D([], [], color="black", marker="|", linestyle="", markersize=9))
    handles.append(mpl.lines.Line2D([], [], color=SOFT, marker=">", linestyle="", markersize=5))
    words = [label(name, language) for name in (*SPANS, "mark_closed", "mark_open")]
    blank = Patch(alpha=0)
    figure.legend(
        [*handles, blank, blank],
        [*words, *_sides(titles, language)],
        loc="outside upper left",
        ncols=5,
        handlelength=1.2,
        columnspacing=1.2,
    )


def moment_rows(issue: Pair, language: Language) -> list[tuple[str, str, str]]:
    """Return a row for each moment that either variant knows: its name, and when it was in each."""
    return [
        (label(name, language), _written(issue.base[name]), _written(issue.other[name]))
        for name in MOMENTS
        if pd.notna(issue.base[name]) or pd.notna(issue.other[name])
    ]


def _written(moment: pd.Timestamp) -> str:
    return ABSENT if pd.isna(moment) else f"{moment:%Y-%m-%d %H:%M}"
