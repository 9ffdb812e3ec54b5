"""Checks of single quantities that several sections share."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.contradiction import Contradiction, Path
from sim.language.quantity import Quantity


def above_zero(quantity: Quantity, path: Path) -> Iterator[Contradiction]:
    """A number (in whatever unit) that divides, or that time is made of, is not 0."""
    if quantity.value == 0:
        yield Contradiction(path, "must be above zero")


def on_the_calendar(quantity: object, path: Path) -> Iterator[Contradiction]:
    """A duration that passes by night too is not told in working time."""
    if getattr(quantity, "clock", "calendar") == "working":
        allowed = "write it like '3 days'"
        yield Contradiction(path, "runs on the calendar, not in working time", allowed=allowed)
