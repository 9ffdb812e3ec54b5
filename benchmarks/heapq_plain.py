"""The common dispatch model on a heap of the standard library."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count
from typing import Any

import spec
from dispatch import Dispatch


class HeapClock:
    """A heap of (time, number, handler, what it is about)."""

    def __init__(self) -> None:
        self.now = 0.0
        self.number = count()
        self.heap: list[tuple[float, int, Callable[[Any], None], Any]] = []

    def after(self, delay: float, handler: Callable[[Any], None], what: Any) -> None:
        """Call the handler after a delay."""
        heappush(self.heap, (self.now + delay, next(self.number), handler, what))

    def run(self, end: float) -> None:
        """Call handlers in the order of time until the end."""
        while self.heap[0][0] < end:
            self.now, _, handler, what = heappop(self.heap)
            handler(what)


def run(window: spec.Window, seed: int) -> spec.Tally:
    """One run."""
    clock = HeapClock()
    model = Dispatch(clock, window, seed)
    model.begin()
    clock.run(window.end)
    return model.tally


if __name__ == "__main__":
    spec.main(run)
