"""The observation period: hours that stations have in it, from the plan alone."""

from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.plan.plan import Plan

Ms = NDArray[np.float64]
DAY = 86_400_000
CALENDAR_ROOM = 1 << 42
"""Room (ms, 139 years) for the times of a calendar in the number by which its intervals are found."""


def counts_of(run: SimpleNamespace) -> int:
    """How often those who wait are counted: as the observation period opens, and after each whole day of it."""
    return int((run.window - run.warmup) // DAY) + 1


class Window:
    """Duty and open time (ms, all servers together), one for each station of a plan, in the observation period."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._before = self._inside(plan.run.warmup, plan.run.window)

    def duty_ms(self) -> Ms:
        """Time on duty."""
        return self._of_stations("duty", self._before)

    def rostered_ms(self) -> Ms:
        """Time that would be on duty if nobody were absent."""
        return self._of_stations("rostered", self._before)

    def open_ms(self) -> Ms:
        """Time for cases; of workers, in the field."""
        return self._of_stations("cases", self._before)

    def duty_between(self, since: int, until: int) -> Ms:
        """Time on duty between two moments (ms) of the observation period."""
        run = self.plan.run
        return self._of_stations("duty", self._inside(int(max(since, run.warmup)), int(min(until, run.window))))

    def travel_ms(self, jobs: dict[str, Any]) -> Ms:
        """Time of trips in the observation period, of jobs that have ended; `jobs` are the columns of an outcome.

        On the clock that a job used: always if it took overtime, duty if it displaced line duty, else for cases.
        """
        plan, run = self.plan, self.plan.run
        server = plan.servers[jobs["server"]]
        within = np.where(jobs["displaced"] > 0, server["duty"], server["cases"])
        calendar = np.where(jobs["overtime"] > 0, server["always"], within)
        arrived = np.where(jobs["arrived"] >= 0, jobs["arrived"], jobs["finished"])
        start, end = (np.clip(at, run.warmup, run.window) for at in (jobs["started"], arrived))
        ms = np.where(jobs["started"] >= 0, self._worked_by(calendar, end) - self._worked_by(calendar, start), 0)
        travelled = np.bincount(jobs["station"], weights=np.maximum(ms, 0), minlength=len(plan.stations))
        return travelled.astype(np.float64)

    def _worked_by(self, calendar: NDArray[np.int64], t: NDArray[np.int64]) -> NDArray[np.int64]:
        """Open time of calendars (numbers) before moments (ms), shape (n,), as `sim.plan.intervals.worked_by`."""
        plan = self.plan
        number = np.repeat(np.arange(len(plan.calendars)), plan.calendars["last"] - plan.calendars["first"])
        at = np.searchsorted(number * CALENDAR_ROOM + plan.opens, calendar * CALENDAR_ROOM + t, side="right") - 1
        before = at < plan.calendars["first"][calendar]
        at = np.maximum(at, 0)
        return np.where(before, 0, plan.worked[at] + np.minimum(t, plan.closes[at]) - plan.opens[at])

    def _inside(self, start: int, end: int) -> Ms:
        """Open time (ms) between two moments of all intervals before each, shape (intervals + 1,)."""
        inside = np.minimum(self.plan.closes, end)
        inside -= np.maximum(self.plan.opens, start)
        np.maximum(inside, 0, out=inside)
        before = np.zeros(len(inside) + 1)
        np.cumsum(inside, out=before[1:])
        return before

    def _of_stations(self, hours_of: str, before: Ms) -> Ms:
        calendars = self.plan.calendars[self.plan.servers[hours_of]]
        hours = before[calendars["last"]] - before[calendars["first"]]
        stations = self.plan.stations
        return np.add.reduceat(np.append(hours, 0.0), stations["first_server"]) * (stations["servers"] > 0)
