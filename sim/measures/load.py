"""What those who work carry: backlog, utilisation, the worker's day, and what other work gives way."""

from functools import partial

import pandas as pd

from sim.kinds import StationKind, words
from sim.measures.duration import STREAMS, of_stream, suffix
from sim.measures.measure import Measure, measure
from sim.measures.office import HOURS_PER_WORKING_DAY
from sim.measures.tables import Watched, share, times

KINDS = words(StationKind)
"""The kinds of stations whose utilisation is measured."""
_WORKER_DAY = ("busy_h", "patrol_h", "visit_h", "desk_h", "line_h")


def backlog_mean(watched: Watched, stream: str) -> float:
    """Return the time average over the window of the number of open registered cases of a stream (see
    STREAMS)."""
    cases = of_stream(watched.every_registered, stream)
    open_days = watched.overlap_days(times(cases, "registered_at"), times(cases, "closed_at"))
    return share(open_days.sum(), watched.days)


def utilisation(watched: Watched, kind: str, of: str) -> float:
    """Return the hours of jobs of a kind of station over its hours in column `of`, in the window.

    Over the hours for cases (`open_h`) go the hours of jobs within them: not those that jobs took of regular work.
    """
    stations = _of_kind(watched, kind)
    hours = _within_cases(stations) if of == "open_h" else stations["busy_h"]
    return share(hours.sum(), stations[of].sum())


@measure("share", None)
def utilisation_department_max(watched: Watched) -> float:
    """Highest utilisation among the departments: hours of jobs in hours for cases over these hours in the window."""
    departments = _of_kind(watched, "department")
    hours = departments.assign(within=_within_cases(departments)).groupby("name")[["within", "open_h"]].sum()
    hours = hours[hours["open_h"] > 0]
    return float((hours["within"] / hours["open_h"]).max()) if len(hours) else float("nan")


@measure("share", None)
def worker_day_share(watched: Watched) -> float:
    """Hours of grid workers on cases, patrol, visits, desk and line tasks in the window, over their hours
    on duty."""
    workers = _of_kind(watched, "worker")
    return share(workers[list(_WORKER_DAY)].sum().sum(), workers["duty_h"].sum())


@measure("h per worker-day", None)
def worker_case_h(watched: Watched) -> float:
    """Hours of case work of grid workers in the window, per 7.5 hours on duty."""
    return _per_worker_day(watched, "busy_h")


@measure("h per worker-day", None)
def worker_patrol_h(watched: Watched) -> float:
    """Hours of patrol of grid workers in the window, per 7.5 hours on duty."""
    return _per_worker_day(watched, "patrol_h")


@measure("h per week", "lower")
def displaced_h_per_week(watched: Watched) -> float:
    """Hours of line duty displaced by whistles and emergencies in the window, all units, per week."""
    return float(watched.stations["displaced_h"].sum()) / watched.weeks


@measure("h per week", "lower")
def overtime_h_per_week(watched: Watched) -> float:
    """Hours that crews and workers gave to cases off duty in the window, all units, per week."""
    return float(watched.stations["overtime_h"].sum()) / watched.weeks


@measure("h per week", None)
def member_h_per_week(watched: Watched) -> float:
    """Hours that party members gave to cases in the window, per week."""
    return float(_of_kind(watched, "members")["busy_h"].sum()) / watched.weeks


def _within_cases(stations: pd.DataFrame) -> "pd.Series[float]":
    """Return the hours of jobs within the hours for cases, one for each station."""
    return stations["busy_h"] - stations["displaced_h"] - stations["overtime_h"]


def _of_kind(watched: Watched, kind: str) -> pd.DataFrame:
    return watched.stations[watched.stations["kind"] == kind]


def _per_worker_day(watched: Watched, column: str) -> float:
    workers = _of_kind(watched, "worker")
    return share(workers[column].sum(), workers["duty_h"].sum() / HOURS_PER_WORKING_DAY)


def _backlog_measure(stream: str) -> Measure:
    return Measure(f"backlog_mean{suffix(stream)}", "cases", "lower", partial(backlog_mean, stream=stream))


def _utilisation_measure(kind: str, *, of_duty: bool) -> Measure:
    name = f"utilisation_{'of_duty_' if of_duty else ''}{kind}"
    return Measure(name, "share", None, partial(utilisation, kind=kind, of="duty_h" if of_duty else "open_h"))


MEASURES = (
    *(_backlog_measure(stream) for stream in STREAMS),
    *(_utilisation_measure(kind, of_duty=False) for kind in KINDS),
    utilisation_department_max,
    *(_utilisation_measure(kind, of_duty=True) for kind in KINDS),
    worker_day_share,
    worker_case_h,
    worker_patrol_h,
    displaced_h_per_week,
    overtime_h_per_week,
    member_h_per_week,
)
