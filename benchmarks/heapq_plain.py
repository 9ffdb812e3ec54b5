"""The common dispatch model on a heap of the standard library."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from itertools import count

import spec
from dispatch import Dispatch, Issue


class HeapClock:
    """A heap of (time, number, handler, issue)."""

    def __init__(self) -> None:
        self.now = 0.0
        self.number = count()
        self.heap: list[tuple[float, int, Callable[[Issue], None], Issue]] = []

    def after(self, delay: float, handler: Callable[[Issue], None], issue: Issue) -> None:
        """Call the handler after a delay."""
        heappush(self.heap, (self.now + delay, next(self.number), handler, issue))

    def run(self, end: float) -> None:
        """Call handlers in the order of time until the end."""
        while self.heap[0][0] < end:
            self.now, _, handler, issue = heappop(self.heap)
            handler(issue)


def run(window: spec.Window, seed: int) -> spec.Tally:
    """One run."""
    clock = HeapClock()
    model = Dispatch(clock, window, seed)
    model.begin()
    clock.run(window.end)
    return model.tally


if __name__ == "__main__":
    spec.main(run)
