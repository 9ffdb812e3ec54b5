"""Charges lowered: which part of a unit's duty mechanisms take, day by day."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from sim.language.units import DAY_MS
from sim.mechanisms.contract import Taken
from sim.scenario.checks.charges import Booked, booked
from sim.scenario.models import Scenario

Days = NDArray[np.int64]
Parts = NDArray[np.float64]

LAST_DAY = 1 << 40
"""A day after every run."""


class DutyCharges:
    """The charges of a scenario by unit; days are counted from the start of the run."""

    def __init__(self, scenario: Scenario) -> None:
        self.start = scenario.run.start
        self.booked = booked(scenario)
        run = scenario.run
        first = int(run.warmup.value // DAY_MS)
        self.window = np.arange(first, first + max(int(run.length.value // DAY_MS), 1))

    def first_day(self, charge: Booked) -> int:
        """Day on which a charge begins, far before the start if it has no date."""
        return -LAST_DAY if charge.since is None else self._day(charge.since)

    def last_day(self, charge: Booked) -> int:
        """Day on which a charge has ended, far after the run if it has no date."""
        return LAST_DAY if charge.until is None else self._day(charge.until)

    def parts(self, unit: str, of: Taken, days: Days) -> Parts:
        """Part of the duty of each day, shape (n,), that is taken from something (below 0: given to it)."""
        total = np.zeros(len(days))
        for charge in self.booked:
            if charge.unit == unit and charge.of == of:
                total[(days >= self.first_day(charge)) & (days < self.last_day(charge))] += charge.part
        return total

    def lasting(self, unit: str, of: Taken) -> float:
        """Part of duty that is taken by charges that have always been there."""
        return float(sum(its.part for its in self.booked if (its.unit, its.of, its.since) == (unit, of, None)))

    def in_window(self, unit: str, of: Taken) -> float:
        """Part of duty that is taken in the mean of the days of the observation period."""
        return float(self.parts(unit, of, self.window).mean())

    def _day(self, day: date) -> int:
        return (day - self.start).days
