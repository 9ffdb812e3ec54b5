"""Where cases go: who found them, the way they took, who did it, and how they stand at the end, with their numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from sim.measures.tables import Watched
from sim.show.figures.style import INK, LINE_COLOURS, Style, drawn_in
from sim.words import Language, label

STAGES = ("source", "way", "done_by", "end")
"""What is told of a case, from the left to the right."""
WAYS = ("straight", "returned", "sent_back", "reopened")
"""Ways that a case took, each but the first for what happened at least once; the last of them that is true counts."""
BAR, GAP, LINE = 0.04, 0.02, 0.052
"""Width of a bar, room between two, and height of a line of text, of the whole."""
BESIDE = 0.75
"""Room for the texts of the last stage, right of its bars as everywhere: left of them they met those of the stage
before."""

HALO = withStroke(linewidth=2, foreground="white", alpha=0.8)
"""What keeps texts readable on bands."""


class Bar(NamedTuple):
    """A bar of the figure: its stage and name, where it begins and ends from above, and how many cases it is."""

    stage: int
    name: str
    top: float
    bottom: float
    cases: int


def case_flow(runs: Sequence[Watched]) -> pd.DataFrame:
    """Return how many registered cases of the window there are of each kind, replications together.

    Columns: STAGES and `cases`. `done_by` is the level that closed it, or `nobody`; `end` is fixed, not_fixed,
    found_gone or open.
    """
    parts = [run.registered.frame("source", "level", "outcome", "state", "returns", "sent_back", "reopened")
             for run in runs]  # fmt: skip
    cases = pd.concat(parts, ignore_index=True)
    way = pd.Series("straight", index=cases.index)
    for name, column in zip(WAYS[1:], ("returns", "sent_back", "reopened"), strict=True):
        way = way.mask(cases[column] > 0, name)
    closed = (cases["state"] == "closed").to_numpy(dtype=bool)
    kinds = pd.DataFrame(
        {
            "source": cases["source"].astype(str),
            "way": way,
            "done_by": cases["level"].astype(str).where(closed).replace("", None).fillna("nobody"),
            "end": cases["outcome"].astype(str).where(closed, "open"),
        }
    )
    return kinds.groupby(list(STAGES), sort=False).size().rename("cases").reset_index()


def draw_flow(flow: pd.DataFrame, style: Style) -> Figure:
    """Return the figure of a `case_flow`: a column of bars for each stage, with bands between them as wide as cases."""
    with drawn_in(style):
        figure = Figure(figsize=(8.4, 4.4), layout="constrained")
        axes = figure.subplots()
        bars = {stage: _bars(flow, at) for at, stage in enumerate(STAGES)}
        for left, right in pairwise(STAGES):
            _bands(axes, flow, bars[left], bars[right])
        for stage in STAGES:
            _told(axes, list(bars[stage].values()), style.language)
        for at, stage in enumerate(STAGES):
            axes.text(at, -0.03, label(f"flow_{stage}", style.language), ha="left", va="bottom", weight="bold")
        axes.set_xlim(-0.02, len(STAGES) - 1 + BAR + BESIDE)
        axes.set_ylim(1.1, -0.1)
        axes.set_axis_off()
        return figure


def _bars(flow: pd.DataFrame, at: int) -> dict[str, Bar]:
    """Return the bars of a stage by name, the ways in their order and all else the most cases first."""
    stage = STAGES[at]
    counts = flow.groupby(stage, sort=False)["cases"].sum()
    order = [name for name in WAYS if name in counts] if stage == "way" else list(counts.sort_values()[::-1].index)
    room = 1.0 - GAP * (len(order) - 1)
    found, top = {}, 0.0
    for name in order:
        height = room * float(counts[name]) / float(counts.sum())
        found[str(name)] = Bar(at, str(name), top, top + height, int(counts[name]))
        top += height + GAP
    return found


def _bands(axes: Axes, flow: pd.DataFrame, left: Mapping[str, Bar], right: Mapping[str, Bar]) -> None:
    if not left:
        return
    from_stage, to_stage = (STAGES[next(iter(its.values())).stage] for its in (left, right))
    pairs = flow.groupby([from_stage, to_stage])["cases"].sum()
    starts, ends = ({name: bar.top for name, bar in its.items()} for its in (left, right))
    for a in left.values():
        for b in right.values():
            cases = int(pairs.get((a.name, b.name), 0))
            if not cases:
                continue
            out, into = ((bar.bottom - bar.top) * cases / bar.cases for bar in (a, b))
            colour = LINE_COLOURS[list(left).index(a.name) % len(LINE_COLOURS)]
            _band(axes, (a.stage + BAR, starts[a.name], out), (b.stage, ends[b.name], into), colour)
            starts[a.name] += out
            ends[b.name] += into


def _band(axes: Axes, start: tuple[float, float, float], end: tuple[float, float, float], colour: str) -> None:
    """Draw a band from one place to another, each told by x, its top and its height."""
    (x, top, height), (x2, top2, height2) = start, end
    middle = (x + x2) / 2
    corners = [
        (x, top), (middle, top), (middle, top2), (x2, top2),
        (x2, top2 + height2), (middle, top2 + height2), (middle, top + height), (x, top + height), (x, top),
    ]  # fmt: skip
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    axes.add_patch(PathPatch(Path(corners, codes), facecolor=colour, edgecolor="white", alpha=0.4, linewidth=0.4))


def _told(axes: Axes, bars: Sequence[Bar], language: Language) -> None:
    """Draw the bars of a stage with their names and numbers beside them, lines of text never closer than their
    height."""
    lowest = -LINE
    for bar in bars:
        axes.add_patch(Rectangle((bar.stage, bar.top), BAR, bar.bottom - bar.top, color=INK, linewidth=0))
        y = max((bar.top + bar.bottom) / 2, lowest + LINE)
        lowest = y
        x = bar.stage + BAR + 0.015
        text = f"{label(f'flow_{bar.name}', language)} {bar.cases:,}"
        axes.text(x, y, text, ha="left", va="center", size=8, path_effects=[HALO])
