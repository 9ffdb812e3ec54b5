"""Calendars in the making: intervals collected and numbered, then laid end to end in three arrays."""

import numpy as np
from numpy.typing import NDArray

from sim.lifecycle.intervals import NEVER
from sim.lifecycle.plan import CALENDAR, Records

Intervals = NDArray[np.int64]
"""Shape (n, 2): opening and closing, ms, in order and apart."""
ALWAYS: Intervals = np.array([[0, NEVER // 2]], dtype=np.int64)


class Calendars:
    """Collects the calendars of a plan."""

    def __init__(self) -> None:
        self._parts: list[Intervals] = []
        self._bounds: list[tuple[int, int]] = []
        self._size = 0

    def add(self, intervals: Intervals) -> int:
        """Number of a new calendar with these intervals (empty ones left out by the caller)."""
        self._parts.append(intervals.reshape(-1, 2))
        self._bounds.append((self._size, self._size + len(intervals)))
        self._size += len(intervals)
        return len(self._bounds) - 1

    def bounds(self, number: int) -> tuple[int, int]:
        """First and past-the-last interval of a calendar."""
        return self._bounds[number]

    @property
    def size(self) -> int:
        """Intervals collected so far."""
        return self._size

    def lower(self) -> tuple[Records, Intervals, Intervals, Intervals]:
        """Calendars, and the arrays opens, closes, worked of all intervals; worked starts at 0 in each calendar."""
        every = np.concatenate(self._parts)
        length = every[:, 1] - every[:, 0]
        before = np.cumsum(length) - length
        for first, last in self._bounds:
            if last > first:
                before[first:last] -= before[first]
        return np.array(self._bounds, dtype=CALENDAR), every[:, 0].copy(), every[:, 1].copy(), before
