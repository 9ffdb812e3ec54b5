"""Pictures of two policies as SVG, written by hand: a library for figures would take longer than the simulation."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.demo.worlds import KNOWN, NOT_FIXED, UNKNOWN, Happened, mean_values
from sim.show.text.numbers import number_text
from sim.words import Language, label

INK, SOFT, RULE = "#1d2733", "#5d6b7a", "#d9dee4"
COLOURS = ("#1f5f8b", "#c8741a")
"""Policy A, policy B."""
SHADES = ("#f3f8f6", "#d5ebe4", "#aad7cb", "#74b9ac", "#3f9487", "#1c6d63")
"""Few days open to many."""
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 900.0, 264.0, 54.0, 12.0, 14.0, 48.0
"""Of the curves, in units of the picture, with the margins around them."""
WEEK = 7.0
MOST_WEEKS = 12
SPOTS = {UNKNOWN: "unknown", KNOWN: "known", NOT_FIXED: "not-fixed"}

Floats = NDArray[np.float64]


class ObservationDays(NamedTuple):
    """The observation period, in days since the start of the run."""

    start: float
    end: float


class Trace(NamedTuple):
    """A line over time: days since the start and counts then, shape (n,) each; its colour, and whether it is dashed."""

    day: Floats
    counts: Floats
    colour: str
    dashed: bool = False


def curves(base: Sequence[Happened], other: Sequence[Happened], span: ObservationDays, language: Language) -> str:
    """Return the open cases of both policies over time, and with dashes what nobody knows of, means over the worlds."""
    sides = zip((mean_values(base), mean_values(other)), COLOURS, strict=True)
    lines = [
        Trace(side["day"], side[name], colour, dashed)
        for side, colour in sides
        for name, dashed in (("unseen", True), ("open_cases", False))
    ]
    return _chart(lines, span, label("demo_queue", language), language)


def lines_at_departments(
    base: Sequence[Happened], other: Sequence[Happened], span: ObservationDays, language: Language
) -> str:
    """Return the jobs in line at the departments of both policies, week by week, means over the worlds."""
    sides = zip((mean_values(base), mean_values(other)), COLOURS, strict=True)
    lines = [Trace(side["counted"], side["waiting"], colour) for side, colour in sides]
    return _chart(lines, span, label("demo_waiting", language), language)


def _chart(lines: Sequence[Trace], span: ObservationDays, name: str, language: Language) -> str:
    """Return lines over the days of a run as a picture of a name (text), the observation period shaded."""
    top = nice(max(float(line.counts.max()) for line in lines))
    days = max(span.end, *(float(line.day[-1]) for line in lines))

    def x(day: Floats | float) -> Floats:
        return np.asarray(LEFT + (WIDTH - LEFT - RIGHT) * np.asarray(day) / days)

    def y(count: Floats | float) -> Floats:
        return np.asarray(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * np.asarray(count) / top)

    start, end = float(x(span.start)), float(x(span.end))
    parts = [
        f'<rect x="{start:.1f}" y="{TOP}" width="{end - start:.1f}" height="{HEIGHT - TOP - BOTTOM}" class="span"/>',
        f'<text x="{(LEFT + start) / 2:.1f}" y="{TOP + 16}" class="middle">',
        f"{escape(label('demo_warmup', language))}</text>",
    ]
    for part in range(5):
        level = top * part / 4
        parts.append(f'<path d="M{LEFT} {y(level):.1f}H{WIDTH - RIGHT}" class="rule"/>')
        parts.append(f'<text x="{LEFT - 6}" y="{y(level) + 5:.1f}" class="end">{level:,.0f}</text>')
    weeks = int(days // WEEK)
    for week in range(0, weeks + 1, max(1, -(-weeks // MOST_WEEKS))):
        parts.append(f'<text x="{x(week * WEEK):.1f}" y="{HEIGHT - 29}" class="middle">{week}</text>')
    parts.append(
        f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 8}" class="end">{escape(label("demo_weeks", language))}</text>'
    )
    for line in lines:
        points = " ".join(f"{a:.1f},{b:.1f}" for a, b in zip(x(line.day), y(line.counts), strict=True))
        dashes = ' stroke-dasharray="6 5"' if line.dashed else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{line.colour}" stroke-width="2.5"{dashes}/>')
    return (
        f'<svg viewBox="0 0 {WIDTH:g} {HEIGHT:g}" class="curves" role="img" aria-label="{escape(name, quote=True)}">'
        f"{''.join(parts)}</svg>"
    )


def nice(most: float) -> float:
    """Return a round number that is at least `most` (own unit), with four equal steps below it."""
    step = max(most, 1.0) / 4
    decade = 10.0 ** np.floor(np.log10(step))
    return 4 * float(next(part * decade for part in (1, 2, 2.5, 5, 10) if part * decade >= step - 1e-9))


def maps(base: Sequence[Happened], other: Sequence[Happened], language: Language) -> tuple[str, str, str]:
    """Return the maps of both policies and their key: grids by the days that their issues are open (all worlds), and
    the issues that are open when the observation period ends (the first world)."""
    shares = [_mean_days(outcomes) for outcomes in (base, other)]
    steps = steps_of(np.concatenate(shares))
    first, second = (_map(outcomes, days, steps) for outcomes, days in zip((base, other), shares, strict=True))
    return first, second, _key(steps, language)


def _mean_days(outcomes: Sequence[Happened]) -> Floats:
    """Return the days that an issue of each grid was open, mean over all worlds; NaN where there was none."""
    days, issues = (np.sum([getattr(its, name) for its in outcomes], axis=0) for name in ("days_open", "issues"))
    mean: Floats = np.divide(days, issues, out=np.full(len(days), np.nan), where=issues > 0)
    return mean


def steps_of(days: Floats) -> Floats:
    """Return the days between the shades of the map, shape (shades - 1,), so that most grids differ."""
    known = days[~np.isnan(days)]
    if not known.size:
        return np.arange(1.0, len(SHADES))
    low, high = np.quantile(known, (0.05, 0.95))
    steps: Floats = np.linspace(low, max(high, low + 0.1), len(SHADES) + 1)[1:-1]
    return steps


def _map(outcomes: Sequence[Happened], days: Floats, steps: Floats) -> str:
    ground, spots = outcomes[0].ground, outcomes[0].spots
    shade = np.searchsorted(steps, np.where(np.isnan(days), 0, days))
    areas = "".join(
        f'<polygon points="{escape(outline)}" fill="{SHADES[number]}"/>'
        for outline, number in zip(ground.outlines, shade, strict=True)
    )
    corners = np.array(
        [corner.split() for corner in chain(*(line.split(",") for line in ground.outlines))], dtype=float
    )
    (left, low), (right, high) = corners.min(axis=0), corners.max(axis=0)
    size = max(right - left, high - low)
    radius, edge = size / 130, size / 400
    marks = "".join(
        mark(kind, x, y, radius)
        for x, y, kind in sorted(zip(spots.x, spots.y, spots.kind.tolist(), strict=True), key=lambda spot: spot[2])
    )
    box = f"{left - edge:.0f} {-high - edge:.0f} {right - left + 2 * edge:.0f} {high - low + 2 * edge:.0f}"
    return (
        f'<svg viewBox="{box}" class="map" role="img" style="--edge:{edge:.1f}">'
        f'<g transform="scale(1,-1)">{areas}{marks}</g></svg>'
    )


def mark(kind: int, x: float, y: float, radius: float) -> str:
    """Return the mark of an issue at a place: a ring, a disc, or a lozenge where its case is closed and it is not, so
    that no colour is needed."""
    if kind != NOT_FIXED:
        return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.1f}" class="{SPOTS[kind]}"/>'
    half = 1.5 * radius
    outline = f"M{x:.0f} {y - half:.0f}l{half:.0f} {half:.0f} {-half:.0f} {half:.0f} {-half:.0f} {-half:.0f}z"
    return f'<path d="{outline}" class="{SPOTS[kind]}"/>'


def _key(steps: Floats, language: Language) -> str:
    """Return what shades and marks mean, as HTML."""
    named = [number_text(float(step), "d") for step in steps]
    texts = [f"< {named[0]}", *(f"{a}–{b}" for a, b in pairwise(named)), f"> {named[-1]}"]
    shades = "".join(
        f'<span><i style="background:{colour}"></i>{text}</span>' for colour, text in zip(SHADES, texts, strict=True)
    )
    marks = "".join(
        f'<span><svg viewBox="-5 -5 10 10" width="14" height="14" style="--edge:1.5">'
        f"{mark(kind, 0, 0, 3)}</svg>{escape(label(name, language))}</span>"
        for kind, name in ((UNKNOWN, "demo_unknown"), (KNOWN, "demo_known"), (NOT_FIXED, "demo_not_fixed"))
    )
    title = escape(label("demo_map", language))
    return f'<div class="key"><b>{title}</b>{shades}</div><div class="key">{marks}</div>'
