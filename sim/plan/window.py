"""The observation period: hours that stations have in it, from the plan alone."""

from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.plan.plan import Plan

Ms = NDArray[np.float64]
Numbers = NDArray[np.int64]
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
        run = self.plan.run
        arrived = np.where(jobs["arrived"] >= 0, jobs["arrived"], jobs["finished"])
        trips = (jobs["started"] >= 0) & (arrived > run.warmup) & (jobs["started"] < np.minimum(arrived, run.window))
        of = {name: jobs[name][trips] for name in ("station", "server", "started", "displaced", "overtime")}
        server = self.plan.servers[of["server"]]
        within = np.where(of["displaced"] > 0, server["duty"], server["cases"])
        calendar = np.where(of["overtime"] > 0, server["always"], within)
        start, end = np.maximum(of["started"], run.warmup), np.minimum(arrived[trips], run.window)
        travelled = np.bincount(of["station"], self._open_between(calendar, start, end), len(self.plan.stations))
        return travelled.astype(np.float64)

    def vacant_days(self) -> NDArray[np.float64]:
        """Days of the observation period on which posts are vacant, all of a station together."""
        plan, run = self.plan, self.plan.run
        days = np.zeros(len(plan.servers))
        of = np.repeat(np.arange(len(plan.servers)), plan.servers["tenures"])
        in_post = np.minimum(plan.left, run.window) - np.maximum(plan.hired, run.warmup)
        days[plan.servers["tenures"] > 0] = (run.window - run.warmup) / DAY
        days -= np.bincount(of, np.maximum(in_post, 0) / DAY, len(days))
        stations = np.repeat(np.arange(len(plan.stations)), plan.stations["servers"])
        return np.bincount(stations, days, len(plan.stations)).astype(np.float64)

    def newcomer_part(self, jobs: dict[str, Any], learning: float) -> NDArray[np.float64]:
        """Part of the hours of jobs ended in the observation period, by station, that hands did who took them up when
        they had been in post for less than `learning` (ms); 0 where none ended. `jobs` are the columns of an outcome.
        """
        plan, run = self.plan, self.plan.run
        ended = (jobs["started"] >= 0) & (jobs["finished"] >= run.warmup) & (jobs["finished"] < run.window)
        station, server, started, busy = (
            jobs[name][ended].astype(np.int64) for name in ("station", "server", "started", "busy")
        )
        of = np.repeat(np.arange(len(plan.servers)), plan.servers["tenures"])
        keys = of * CALENDAR_ROOM + plan.hired
        last = np.searchsorted(keys, server * CALENDAR_ROOM + started, side="right") - 1
        hired = plan.servers["first_tenure"][server] <= last
        new = (
            hired & (jobs["started"][ended] - plan.hired[np.maximum(last, 0)] < learning) if len(of) else hired & False
        )
        total = np.bincount(station, busy, len(plan.stations))
        by_new = np.bincount(station, busy * new, len(plan.stations))
        return np.divide(by_new, total, out=np.zeros(len(total)), where=total > 0)

    def _open_between(self, calendar: Numbers, start: Numbers, end: Numbers) -> Numbers:
        """Open time (ms) of calendars (numbers) between two moments (ms), shape (n,).

        As the difference of `sim.plan.intervals.worked_by`; most trips end in the interval in which they began.
        """
        plan = self.plan
        number = np.repeat(np.arange(len(plan.calendars)), plan.calendars["last"] - plan.calendars["first"])
        keys = number * CALENDAR_ROOM + plan.opens
        first, room = plan.calendars["first"][calendar], calendar * CALENDAR_ROOM

        def worked_by(at: Numbers, t: Numbers, rows: Any) -> Numbers:
            its = np.maximum(at, 0)
            worked = plan.worked[its] + np.minimum(t, plan.closes[its]) - plan.opens[its]
            return np.where(at < first[rows], 0, worked)

        at = np.searchsorted(keys, room + start, side="right") - 1
        ms = end - start
        rest = np.flatnonzero((at < first) | (end > plan.closes[np.maximum(at, 0)]))
        at_end = np.searchsorted(keys, room[rest] + end[rest], side="right") - 1
        ms[rest] = worked_by(at_end, end[rest], rest) - worked_by(at[rest], start[rest], rest)
        return ms

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
