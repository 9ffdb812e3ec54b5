"""Hours of staff that no engine counts: what mechanisms take in the observation period, and what desk and line keep."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.kinds import NEVER
from sim.language.units import DAY_MS, HOUR_MS, WORKING_DAY_MS
from sim.mechanisms.contract import Taken
from sim.scenario.checks.charges import Booked, booked, called_by_charges
from sim.scenario.models import Scenario

Hours = NDArray[np.float64]
"""Hours in the observation period, shape (stations,), all servers together."""


class StaffHours:
    """Hours by station of a scenario's plan (sim.plan); `window` tells the hours of duty that stations have."""

    def __init__(self, scenario: Scenario, plan: Any, window: Any) -> None:
        self.scenario, self.plan, self.window = scenario, plan, window

    @cached_property
    def booked(self) -> list[tuple[Booked, NDArray[np.int64], Hours]]:
        """Every charge with the stations (numbers) that it is charged to, and the hours of each of them."""
        return list(self._booked())

    def _booked(self) -> Iterator[tuple[Booked, NDArray[np.int64], Hours]]:
        charges = booked(self.scenario)
        names = [called_by_charges(name) for name in self.plan.unit_names]
        unit = np.array([names[u] if u >= 0 else "" for u in self.plan.stations["unit"]]) if charges else np.zeros(0)
        duty: dict[tuple[float, float], Hours] = {}  # of few spans, and each is a walk over all intervals of the plan
        for charge in charges:
            since = 0 if charge.since is None else (charge.since - self.scenario.run.start).days * DAY_MS
            until = NEVER if charge.until is None else (charge.until - self.scenario.run.start).days * DAY_MS
            if (since, until) not in duty:
                duty[since, until] = self.window.duty_between(since, until) / HOUR_MS
            its = np.flatnonzero(unit == charge.unit)
            yield charge, its, duty[since, until][its] * charge.part

    def charged(self) -> Hours:
        """Hours that mechanisms have for themselves: what they take less what they give."""
        total = np.zeros(len(self.plan.stations))
        for of in Taken:
            total += self._taken(of)
        return total

    def desk_and_line(self, workers: NDArray[np.bool_]) -> tuple[Hours, Hours]:
        """Hours of desk work and of line tasks; of `workers` (a flag for each station) only.

        They give way where they do not fit into the duty period, and to what mechanisms take of them.
        """
        of, duty = self.scenario.staff.grid_workers, self.window.duty_ms() / HOUR_MS
        forms = self.scenario.mechanisms.assessment.forms_ms()
        indoors = np.where(workers, duty - self.window.open_ms() / HOUR_MS - self.charged(), 0.0)
        desk = duty * (of.desk.value + forms) - self._taken(Taken.DESK) * WORKING_DAY_MS
        line = duty * of.line.value - self._taken(Taken.LINE) * WORKING_DAY_MS
        both = desk + line
        part = np.divide(desk, both, out=np.zeros(len(duty)), where=both > 0)
        return indoors * part, indoors * (1.0 - part)

    def _taken(self, of: Taken) -> Hours:
        """Hours that mechanisms take from something."""
        total = np.zeros(len(self.plan.stations))
        for charge, stations, hours in self.booked:
            total[stations] += hours if charge.of == of else 0.0
        return total
