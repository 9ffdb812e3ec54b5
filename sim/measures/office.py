"""Working time between two moments, as limits and field reports count it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sim.language.units import HOUR_MS, WORKING_DAY_MS

HOURS_PER_WORKING_DAY = WORKING_DAY_MS / HOUR_MS
"""Hours of a working day, as scenarios count them."""
_HOUR = np.timedelta64(1, "h") / np.timedelta64(1, "ms")

Times = NDArray[np.datetime64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class OfficeHours:
    """The office's working hours: `intervals` of shape (n, 2), opening and closing, in order and apart.

    They must reach from the start to the end of a run, public holidays left out.
    """

    intervals: Times

    @classmethod
    def never(cls) -> "OfficeHours":
        """Return the hours of an office that is never open, for tables of which no working time is asked."""
        return cls(np.empty((0, 2), dtype="datetime64[ms]"))

    def between(self, start: Times, end: Times) -> Floats:
        """Return the working hours from each start to each end; NaN where one of them is missing."""
        return self._worked(end) - self._worked(start)

    @cached_property
    def _open_ms(self) -> Floats:
        return self.intervals[:, 0].astype("datetime64[ms]").astype(np.float64)

    @cached_property
    def _length_ms(self) -> Floats:
        return self.intervals[:, 1].astype("datetime64[ms]").astype(np.float64) - self._open_ms

    def _worked(self, at: Times) -> Floats:
        """Return the working hours before each moment, counted from the first opening."""
        moment = at.astype("datetime64[ms]")
        at_ms = moment.astype(np.float64)
        before = np.concatenate(([0.0], np.cumsum(self._length_ms)))
        interval = np.searchsorted(self._open_ms, at_ms, side="right") - 1
        last = np.maximum(interval, 0)
        within = np.clip(at_ms - self._open_ms[last], 0.0, self._length_ms[last])
        worked: Floats = np.where(np.isnat(moment), np.nan, (before[last] + within) / _HOUR)
        return worked
