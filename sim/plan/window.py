"""The observation period: hours that stations have in it, from the plan alone."""

from types import SimpleNamespace

import numpy as np
from numpy.typing import NDArray

from sim.plan.plan import Plan

Ms = NDArray[np.float64]
DAY = 86_400_000


def counts_of(run: SimpleNamespace) -> int:
    """How often those who wait are counted: as the observation period opens, and after each whole day of it."""
    return int((run.window - run.warmup) // DAY) + 1


class Window:
    """Duty and open time (ms, all servers together), one for each station of a plan, in the observation period."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        start, end = plan.run.warmup, plan.run.window
        inside = np.minimum(plan.closes, end)
        inside -= np.maximum(plan.opens, start)
        np.maximum(inside, 0, out=inside)
        self._before = np.zeros(len(inside) + 1)
        np.cumsum(inside, out=self._before[1:])

    def duty_ms(self) -> Ms:
        """Time on duty."""
        return self._of_stations("duty")

    def open_ms(self) -> Ms:
        """Time for cases; of workers, in the field."""
        return self._of_stations("cases")

    def _of_stations(self, hours_of: str) -> Ms:
        calendars = self.plan.calendars[self.plan.servers[hours_of]]
        hours = self._before[calendars["last"]] - self._before[calendars["first"]]
        stations = self.plan.stations
        return np.add.reduceat(np.append(hours, 0.0), stations["first_server"]) * (stations["servers"] > 0)
