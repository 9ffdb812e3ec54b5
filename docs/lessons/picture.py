"""Pictures of the lessons, in plain SVG: curves and dots over two axes, intervals above each other."""

from collections.abc import Sequence
from html import escape
from math import floor, log10
from typing import NamedTuple

import marimo as mo

COLOURS = ("#1f5f8b", "#c8741a", "#2e8b74", "#a33b4a", "#6b4c9a", "#4a4f55")
WIDE, TALL = 1000, 470
LEFT, RIGHT, TOP, BOTTOM = 70, 965, 64, 400


class Curve(NamedTuple):
    """A line through points, with a name at its end, or else in the legend."""

    name: str
    points: Sequence[tuple[float, float]]
    colour: str
    at_end: bool = False


class Dots(NamedTuple):
    """Single points, with a name in the legend; hollow ones are of another kind than full ones."""

    name: str
    points: Sequence[tuple[float, float]]
    colour: str
    hollow: bool = False


class Axis(NamedTuple):
    """An axis from zero: its title, where it ends, how far its ticks are apart and how they are written."""

    title: str
    end: float
    step: float
    written: str = "{:,.0f}"

    def ticks(self) -> list[tuple[float, str]]:
        """Return where ticks are, and what stands there."""
        places = [number * self.step for number in range(int(self.end / self.step + 1e-9) + 1)]
        return [(place, self.written.format(place)) for place in places]


def axis(title: str, most: float, written: str = "{:,.0f}", least_step: float = 0.0) -> Axis:
    """Return an axis that reaches beyond a number, with about five ticks at round numbers."""
    rough = most / 5
    power = 10 ** floor(log10(rough))
    step = max(least_step, next(size * power for size in (1, 2, 5, 10) if size * power >= rough))
    return Axis(title, most * 1.04, step, written)


def chart(across: Axis, up: Axis, drawn: Sequence[Curve | Dots], wall: tuple[float, str] | None = None) -> mo.Html:
    """Return curves and dots over two axes; `wall` is an upright line at a place, and what stands beside it."""

    def at(x: float, y: float) -> tuple[float, float]:
        return LEFT + (RIGHT - LEFT) * x / across.end, BOTTOM - (BOTTOM - TOP) * y / up.end

    parts = [f'<path d="M{LEFT} {TOP}V{BOTTOM}H{RIGHT}" fill="none" stroke="#5d6b7a"/>']
    for x, told in across.ticks():
        parts.append(f'<path d="M{at(x, 0)[0]:.0f} {BOTTOM}v6" stroke="#5d6b7a"/>')
        parts.append(f'<text x="{at(x, 0)[0]:.0f}" y="{BOTTOM + 26}" text-anchor="middle">{told}</text>')
    for y, told in up.ticks():
        parts.append(f'<path d="M{LEFT} {at(0, y)[1]:.0f}H{RIGHT}" stroke="#e3e7ec"/>')
        parts.append(f'<text x="{LEFT - 10}" y="{at(0, y)[1] + 6:.0f}" text-anchor="end">{told}</text>')
    parts.append(f'<text x="{RIGHT}" y="{TALL - 12}" text-anchor="end">{escape(across.title)}</text>')
    parts.append(f'<text x="8" y="{TOP - 18}">{escape(up.title)}</text>')
    if wall:
        parts.append(
            f'<path d="M{at(wall[0], 0)[0]:.0f} {TOP}V{BOTTOM}" stroke="#5d6b7a" stroke-dasharray="6 5"/>'
            f'<text x="{at(wall[0], 0)[0] + 8:.0f}" y="{TOP + 14}" fill="#5d6b7a">{escape(wall[1])}</text>'
        )
    ends = _apart([at(*it.points[-1])[1] for it in drawn if isinstance(it, Curve) and it.at_end])
    for it in drawn:
        if isinstance(it, Dots):
            parts.extend(_dot(*at(*point), it) for point in it.points)
            continue
        line = " ".join("{:.1f},{:.1f}".format(*at(*point)) for point in it.points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{it.colour}" stroke-width="3"/>')
        if it.at_end:
            x = at(*it.points[-1])[0] + 8
            parts.append(f'<text x="{x:.0f}" y="{ends.pop(0) + 6:.0f}" fill="{it.colour}">{escape(it.name)}</text>')
    parts.append(_legend([it for it in drawn if isinstance(it, Dots) or not it.at_end]))
    return mo.Html(f'<svg class="drawn" viewBox="0 0 {WIDE} {TALL}">{"".join(parts)}</svg>')


def _dot(x: float, y: float, its: Dots) -> str:
    fill = "#fff" if its.hollow else its.colour
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8" fill="{fill}" stroke="{its.colour}" stroke-width="3"/>'


def _apart(places: list[float], least: float = 24.0) -> list[float]:
    """Return places of labels moved down from each other as far as they would touch, in the same order."""
    moved, above = dict.fromkeys(range(len(places)), 0.0), float("-inf")
    for number in sorted(moved, key=places.__getitem__):
        above = moved[number] = max(places[number], above + least)
    over = max(0.0, above - BOTTOM)
    return [moved[number] - over for number in range(len(places))]


def _legend(drawn: Sequence[Curve | Dots]) -> str:
    """Return names with samples of what they stand for, in a line above the picture."""
    parts, x = [], 8.0
    for it in drawn:
        line = f'<path d="M{x:.0f} 14h28" stroke="{it.colour}" stroke-width="3"/>'
        parts.append(_dot(x + 14, 14, it) if isinstance(it, Dots) else line)
        parts.append(f'<text x="{x + 36:.0f}" y="20">{escape(it.name)}</text>')
        x += 66 + sum(18 if ord(letter) > 0x2E80 else 8.6 for letter in it.name)
    return "".join(parts)


def bars(rows: Sequence[tuple[str, float, str]]) -> mo.Html:
    """Return shares (name, share, what stands beside it) as bars above each other, whose frames are the whole."""
    drawn = "".join(
        f'<text x="230" y="{32 + 44 * n}" text-anchor="end">{escape(name)}</text>'
        f'<path d="M245 {12 + 44 * n}h500v28h-500z" fill="none" stroke="#c3cad2"/>'
        f'<path d="M245 {12 + 44 * n}h{500 * share:.0f}v28h-{500 * share:.0f}z" fill="{COLOURS[n % len(COLOURS)]}"/>'
        f'<text x="757" y="{32 + 44 * n}">{escape(told)}</text>'
        for n, (name, share, told) in enumerate(rows)
    )
    return mo.Html(f'<svg class="drawn" viewBox="0 0 {WIDE} {44 * len(rows) + 10}">{drawn}</svg>')


def intervals(rows: Sequence[tuple[str, float, float]], title: str) -> mo.Html:
    """Return intervals (name, low, high) above each other on one axis, with a line at zero."""
    low, high = min(0.0, *(row[1] for row in rows)), max(0.0, *(row[2] for row in rows))

    def x(at: float) -> float:
        return 290 + 640 * (at - low) / (high - low)

    drawn = "".join(
        f'<text x="250" y="{46 + 64 * n}" text-anchor="end">{escape(name)}</text>'
        f'<path d="M{x(start):.1f} {40 + 64 * n}H{x(end):.1f}" stroke="{COLOURS[n % len(COLOURS)]}" stroke-width="14"/>'
        f'<text x="{x(start):.1f}" y="{68 + 64 * n}" text-anchor="middle">{start:+.1f}</text>'
        f'<text x="{x(end):.1f}" y="{68 + 64 * n}" text-anchor="middle">{end:+.1f}</text>'
        for n, (name, start, end) in enumerate(rows)
    ).replace(">-", ">−")
    tall = 64 * len(rows) + 56
    zero = (
        f'<path d="M{x(0):.1f} 8V{tall - 44}" stroke="#5d6b7a" stroke-dasharray="6 5"/>'
        f'<text x="{x(0) + 6:.1f}" y="20" fill="#5d6b7a">0</text>'
    )
    axis_title = f'<text x="930" y="{tall - 12}" text-anchor="end">{escape(title)}</text>'
    return mo.Html(f'<svg class="drawn" viewBox="0 0 {WIDE} {tall}">{zero}{drawn}{axis_title}</svg>')
