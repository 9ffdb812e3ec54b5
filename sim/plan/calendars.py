"""Calendars in the making: intervals collected and numbered, then laid end to end."""

import numpy as np
from numpy.typing import NDArray

from sim.kinds import NEVER
from sim.plan.plan import CALENDAR, INTERVAL, Records

Intervals = NDArray[np.int64]
"""Shape (n, 2): opening and closing, ms, in order and apart."""
ALWAYS: Intervals = np.array([[0, NEVER // 2]], dtype=np.int64)


def joined(intervals: Intervals) -> Intervals:
    """The same hours with intervals that touch made one, shape (m, 2), m <= n, ms."""
    apart = np.ones(len(intervals) + 1, dtype=bool)
    apart[1:-1] = intervals[1:, 0] > intervals[:-1, 1]
    return np.column_stack([intervals[apart[:-1], 0], intervals[apart[1:], 1]])


class Calendars:
    """Collects the calendars of a plan."""

    def __init__(self) -> None:
        self._parts: list[Intervals] = []
        self._bounds: list[tuple[int, int]] = []
        self._size = 0

    def add(self, intervals: Intervals) -> int:
        """Number of a new calendar with these intervals, shape (n, 2), ms (empty ones left out by the caller)."""
        self._parts.append(intervals.reshape(-1, 2))
        self._bounds.append((self._size, self._size + len(intervals)))
        self._size += len(intervals)
        return len(self._bounds) - 1

    def bounds(self, number: int) -> tuple[int, int]:
        """First and past-the-last interval (numbers) of a calendar (number)."""
        return self._bounds[number]

    def lower(self) -> tuple[Records, Records]:
        """A row for each calendar and all intervals (ms), laid end to end; `worked` starts at 0 in each calendar."""
        intervals = np.empty(self._size, dtype=INTERVAL)
        intervals["opens"], intervals["closes"] = np.concatenate(self._parts).T
        length = intervals["closes"] - intervals["opens"]
        before = np.cumsum(length) - length
        bounds = np.array(self._bounds, dtype=CALENDAR)
        filled = bounds[bounds["last"] > bounds["first"]]
        intervals["worked"] = before - np.repeat(before[filled["first"]], filled["last"] - filled["first"])
        return bounds, intervals
