"""Checks of single quantities that several sections share."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.contradiction import Contradiction, Path
from sim.language.distribution import Distribution, DurationDistribution
from sim.language.quantity import Duration, Quantity
from sim.language.units import MINUTE_MS
from sim.said import said


def above_zero(quantity: Quantity, path: Path) -> Iterator[Contradiction]:
    """A number (in whatever unit) that divides, or that time is made of, is not 0."""
    if quantity.value == 0:
        yield Contradiction(path, "must be above zero")


LEAST_REPEAT_MS = int(MINUTE_MS)
"""Least time (ms) after which anything happens again: what repeats in no time never ends."""


def lasts(time: Duration | DurationDistribution, path: Path, why: str) -> Iterator[Contradiction]:
    """A time that repeats is a minute at least, on average and in each part of a mixture; `why` it repeats."""
    for part, inside in _parts(time):
        mean = part.mean() if isinstance(part, Distribution) else part.value
        if mean < LEAST_REPEAT_MS:
            yield Contradiction((*path, *inside), said("{why}; must be at least 1 min", why=said(why)))


def _parts(time: Duration | DurationDistribution) -> Iterator[tuple[Duration | Distribution, Path]]:
    """Yield a time, or the parts of which it is mixed, each with the way to it."""
    if not isinstance(time, Distribution) or time.kind != "mixture":
        yield time, ()
        return
    for number, (share, part) in enumerate(time.components):
        if share > 0:
            yield part, ("mixture", number, "of")


def on_the_calendar(quantity: object, path: Path) -> Iterator[Contradiction]:
    """A duration that passes by night too is not told in working time."""
    if getattr(quantity, "clock", "calendar") == "working":
        allowed = "write it like '3 days'"
        yield Contradiction(path, "runs on the calendar, not in working time", allowed=allowed)
