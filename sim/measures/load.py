"""What those who work carry: backlog, utilisation, the worker's day, and what other work gives way."""

from functools import partial

import pandas as pd

from sim.measures.duration import STREAMS, in_brackets, of_stream, suffix
from sim.measures.measure import Measure, define, measure
from sim.measures.office import HOURS_PER_WORKING_DAY
from sim.measures.tables import Watched, share, times

KINDS = {
    "worker": "grid workers",
    "community": "community desks",
    "street": "street teams",
    "department": "departments",
    "members": "party members",
}
_WORKER_DAY = ("busy_h", "patrol_h", "visit_h", "desk_h", "line_h")


def backlog_mean(watched: Watched, stream: str) -> float:
    """Return the time average over the window of the number of open registered cases of a stream (see
    STREAMS)."""
    cases = of_stream(watched.every_registered, stream)
    open_days = watched.overlap_days(times(cases, "registered_at"), times(cases, "closed_at"))
    return share(open_days.sum(), watched.days)


def utilisation(watched: Watched, kind: str, of: str) -> float:
    """Return the hours of jobs of a kind of station over its hours in column `of`, in the window."""
    stations = _of_kind(watched, kind)
    return share(stations["busy_h"].sum(), stations[of].sum())


@measure(
    "share",
    None,
    label="Busiest department, of its time for cases",
    caution="The highest of several is high by chance too; look at which department it is.",
)
def utilisation_department_max(watched: Watched) -> float:
    """Highest utilisation among the departments: hours of jobs over hours for cases in the window."""
    hours = _of_kind(watched, "department").groupby("name")[["busy_h", "open_h"]].sum()
    hours = hours[hours["open_h"] > 0]
    return float((hours["busy_h"] / hours["open_h"]).max()) if len(hours) else float("nan")


@measure(
    "share",
    None,
    label="Worker's day accounted for",
    caution="Above about 0.9 something gives way; the rest is slack, not idleness.",
)
def worker_day_share(watched: Watched) -> float:
    """Hours of grid workers on cases, patrol, visits, desk and line tasks in the window, over their hours
    on duty."""
    workers = _of_kind(watched, "worker")
    return share(workers[list(_WORKER_DAY)].sum().sum(), workers["duty_h"].sum())


@measure(
    "h per worker-day",
    None,
    label="Case work of a worker",
    caution="Travel included. A worker-day is 7.5 hours on duty.",
)
def worker_case_h(watched: Watched) -> float:
    """Hours of case work of grid workers in the window, per 7.5 hours on duty."""
    return _per_worker_day(watched, "busy_h")


@measure(
    "h per worker-day",
    None,
    label="Patrol of a worker",
    caution="What was left for patrol after cases, visits, desk and line; a target is not an outcome.",
)
def worker_patrol_h(watched: Watched) -> float:
    """Hours of patrol of grid workers in the window, per 7.5 hours on duty."""
    return _per_worker_day(watched, "patrol_h")


@measure(
    "h per week",
    "lower",
    label="Line duty displaced",
    caution="The price of whistles that no closing time shows.",
)
def displaced_h_per_week(watched: Watched) -> float:
    """Hours of line duty displaced by whistles in the window, all units, per week."""
    return float(watched.stations["displaced_h"].sum()) / watched.weeks


@measure(
    "h per week",
    None,
    label="Hours of party members",
    caution="Unpaid hours are not free: they are somebody's evenings.",
)
def member_h_per_week(watched: Watched) -> float:
    """Hours that party members gave to cases in the window, per week."""
    return float(_of_kind(watched, "members")["busy_h"].sum()) / watched.weeks


def _of_kind(watched: Watched, kind: str) -> pd.DataFrame:
    return watched.stations[watched.stations["kind"] == kind]


def _per_worker_day(watched: Watched, column: str) -> float:
    workers = _of_kind(watched, "worker")
    return share(workers[column].sum(), workers["duty_h"].sum() / HOURS_PER_WORKING_DAY)


def _backlog_measure(stream: str) -> Measure:
    return define(
        f"backlog_mean{suffix(stream)}",
        "cases",
        "lower",
        partial(backlog_mean, stream=stream),
        label=f"Backlog{in_brackets(stream)}",
        definition=f"Time average over the window of the number of {STREAMS[stream]} registered and not"
        " closed; cases from before the window count, and a reopened case counts from its registration on.",
        caution="Counts cases that wait for appointments and materials: it need not be a lack of people.",
    )


def _utilisation_measure(kind: str, *, of_duty: bool) -> Measure:
    who, of = KINDS[kind], "all duty" if of_duty else "time for cases"
    return define(
        f"utilisation_{'of_duty_' if of_duty else ''}{kind}",
        "share",
        None,
        partial(utilisation, kind=kind, of="duty_h" if of_duty else "open_h"),
        label=f"{who.capitalize()}, busy of {of}",
        definition=f"Hours of jobs of {who} in the window, travel included, over their hours"
        f" {'on duty' if of_duty else 'for cases'}.",
        caution="A mean hides the busiest; queues grow steeply above about 0.85.",
    )


MEASURES = (
    *(_backlog_measure(stream) for stream in STREAMS),
    *(_utilisation_measure(kind, of_duty=False) for kind in KINDS),
    utilisation_department_max,
    *(_utilisation_measure(kind, of_duty=True) for kind in KINDS),
    worker_day_share,
    worker_case_h,
    worker_patrol_h,
    displaced_h_per_week,
    member_h_per_week,
)
