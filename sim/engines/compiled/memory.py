"""The memory of a run: the plan and all tables laid out for the kernel, and made larger when the kernel asks for it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.engines.compiled.clock import BLOCK
from sim.engines.compiled.eventlog import COMMUNITY, DEPARTMENT, MEMBERS, STREET, WORKER
from sim.engines.compiled.grid_worker import ACTIVITIES
from sim.engines.compiled.layout import (
    CALENDAR_AT,
    CASE,
    DONE_JOB,
    EVENT,
    ISSUE,
    JOB,
    LOG_ROW,
    MARK,
    NODE,
    RESIDENT,
    SERVER,
    STATION,
)
from sim.engines.compiled.layout import WORKER as WORKER_RECORD
from sim.engines.compiled.nature import WORD
from sim.engines.compiled.station import CLOCKS
from sim.engines.compiled.store import Store
from sim.kinds import NOBODY
from sim.plan.plan import DEPARTMENT as DEPARTMENT_LEVEL
from sim.plan.plan import GRID, Plan
from sim.scenario.hours import DAY

KINDS = (WORKER, COMMUNITY, STREET, DEPARTMENT, MEMBERS)
"""Kind of agent in the log of a station, by level."""
TABLES = {
    "issues": "issue_count", "states": "issue_count", "cases": "case_count", "jobs": "job_top", "nodes": "node_top",
    "heap": "scheduled", "later": "later_top", "jobs_done": "done_count", "log": "rows",
}  # fmt: skip
"""Tables that grow, with what counts their rows."""
LINE = 64
"""Bytes of a line of the processor's cache."""
MOST_CREWS = 64
"""Crews at a joint case, at most one of each department, which are bits of a word."""
MARGIN, STARTS = 1024, 8
"""Rows that any event may add at most: so many, and so many for each server, since one event may start jobs at all."""


def lay_out(plan: Plan, keep_log: bool) -> Store:
    """Lay out the memory of a run on a plan.

    Tables are given more room than most runs need: what is never written to costs no memory, growing means a copy.
    """
    stations, workers = len(plan.stations), int((plan.stations["level"] == GRID).sum())
    issues = len(plan.root)
    margin = MARGIN + STARTS * len(plan.servers)
    units = plan.units["level"]
    days = int(plan.settings.end // DAY) + 1
    return Store(
        {
            "plan": _plan(plan),
            **dict.fromkeys(
                ("now", "rows", "begun", "ended", "next", "issue_count", "case_count", "job_count",
                 "pending", "scheduled", "done_count", "involved", "consultations", "month", "marked", "trust_of"), 0
            ),
            "free_later": BLOCK,
            "later_top": BLOCK * days,
            **dict.fromkeys(("free_job", "job_top", "free_node", "node_top"), 1),
            "trust_before": 0.0,
            "trust_now": 0.0,
            "margin": margin,
            "today": NOBODY,
            "keep_log": int(keep_log),
            "last": issues,
            "grid_unit": int(np.argmax(units == GRID)),
            "department_units": np.flatnonzero(units == DEPARTMENT_LEVEL),
            "stations": _stations(plan),
            "servers": _servers(plan),
            "workers": _workers(workers),
            "left": np.zeros(workers * ACTIVITIES, dtype=np.int64),
            "lines": np.full(stations * CLOCKS, NOBODY),
            "marks": np.zeros(2 * stations, dtype=MARK),
            "taken": np.zeros(len(plan.sites) * -(-len(plan.hazards) // WORD), dtype=np.int64),
            "met": np.zeros(int(plan.first_resident[-1]), dtype=np.int32),
            "residents": _rows(int(plan.first_resident[-1]), RESIDENT),
            "issues": _rows(2 * issues + margin, ISSUE),
            "states": np.zeros(2 * issues + margin, dtype=np.int8),
            "cases": _rows(2 * issues + margin, CASE),
            "jobs": _rows(issues + margin, JOB),
            "nodes": _rows(2 * issues + margin, NODE),
            "heap": _rows(issues + margin, EVENT),
            "later": _rows(issues + BLOCK * days + margin, EVENT),
            "days": np.full(days, NOBODY),
            "gathered": np.zeros(MOST_CREWS, dtype=CALENDAR_AT),
            "jobs_done": _rows(4 * issues + margin, DONE_JOB),
            "log": _rows(16 * issues + margin if keep_log else 1, LOG_ROW),
        }
    )  # fmt: skip


def enlarge(sim: Store) -> bool:
    """Double each table that might not hold what the next event adds; whether there was one."""
    grown = False
    for table, count in TABLES.items():
        if table == "log" and not sim["keep_log"]:
            continue
        if sim[count] + sim["margin"] > len(sim[table]):
            larger = _rows(2 * len(sim[table]), sim[table].dtype)
            larger[: len(sim[table])] = sim[table]
            sim[table] = larger
            grown = True
    return grown


def _rows(count: int, dtype: np.dtype[Any]) -> NDArray[Any]:
    """So many records of zeros, the first at the start of a line of the processor's cache."""
    memory = np.zeros(count * dtype.itemsize + LINE, dtype=np.uint8)
    first = -memory.ctypes.data % LINE
    return memory[first : first + count * dtype.itemsize].view(dtype)


def _plan(plan: Plan) -> Store:
    """The plan as rules read it: arrays by name, single numbers as records, a calendar for each server at the end."""
    calendars = _calendars(plan)
    fields: dict[str, Any] = {name: value for name, value in vars(plan).items() if isinstance(value, np.ndarray)}
    fields["calendars"] = calendars
    for name in ("office", "awake", "off_hours"):
        fields[name] = calendars[getattr(plan.settings, name)]
    fields["first_resident"] = plan.first_resident.astype(np.int32)
    fields["settings"] = _single(plan.settings)
    fields["draw"] = _single(plan.draw, "u8")
    return Store(fields)


def _calendars(plan: Plan) -> Any:
    """The calendars of the plan, then those of the servers, each with the interval that was asked for last."""
    calendars = np.zeros(len(plan.calendars) + len(plan.servers), dtype=CALENDAR_AT)
    for bound in ("first", "last"):
        calendars[bound] = np.concatenate([plan.calendars[bound], plan.servers[bound]])
    calendars["at"] = calendars["first"]
    return calendars


def _single(values: SimpleNamespace, kind: str = "") -> np.void:
    """One record of single numbers: floats as they are, whole numbers as `i8` or the type given."""
    items = vars(values).items()
    layout = np.dtype([(name, kind or ("f8" if isinstance(value, float) else "i8")) for name, value in items])
    record: np.void = np.array([tuple(value for _, value in items)], dtype=layout)[0]
    return record


def _stations(plan: Plan) -> Any:
    stations = np.zeros(len(plan.stations), dtype=STATION)
    stations["number"] = np.arange(len(stations))
    stations["level"] = plan.stations["level"]
    stations["kind"] = np.array(KINDS)[plan.stations["level"]]
    for field in ("first_offer", "last_offer", "due_open", "due_duty", "due_evening"):
        stations[field] = NOBODY
    return stations


def _servers(plan: Plan) -> Any:
    servers = np.zeros(len(plan.servers), dtype=SERVER)
    servers["number"] = np.arange(len(servers))
    servers["station"] = np.repeat(np.arange(len(plan.stations)), plan.stations["servers"])
    servers["x"], servers["y"] = plan.stations["x"][servers["station"]], plan.stations["y"][servers["station"]]
    servers["cases"] = len(plan.calendars) + servers["number"]
    servers["duty"], servers["always"] = plan.servers["duty"], plan.servers["always"]
    for field in ("job", "due_done", "due_arrived"):
        servers[field] = NOBODY
    return servers


def _workers(count: int) -> Any:
    workers = np.zeros(count, dtype=WORKER_RECORD)
    for field in ("coverer", "covers", "sightings", "visits", "period", "stint"):
        workers[field] = NOBODY
    return workers
