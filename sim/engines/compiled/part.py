"""The mark of a part: a function that the kernel is made of, beside the rules (`sim.chance.rule`).

Parts are written in Python and never run as such: the compiler finds them in `PARTS`. So a run, which needs the
compiled kernel and its memory only, does not wait for the compiler to be loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

PARTS: list[Callable[..., Any]] = []
"""Every part of the kernel, in the order of import."""


def part(function: F) -> F:
    """Enter the function in the list of parts and return it unchanged."""
    PARTS.append(function)
    return function


def fetch_ahead(rows: Any, index: int) -> None:
    """Have a row brought into the processor's cache while other work goes on; any index will do."""
