"""The memory of a run: the plan and all tables laid out for the kernel, and made larger when the kernel asks for it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.engines.compiled.clock import BLOCK
from sim.engines.compiled.layout import CALENDAR_AT, EVENT, LOG_ROW, NODE, blank_of, layout_of
from sim.engines.compiled.store import KernelStore
from sim.engines.compiled.tables import WORD
from sim.kinds import NOBODY
from sim.lifecycle.authority.trouble_spot import TroubleSpot
from sim.lifecycle.eyes.look import Look
from sim.lifecycle.grid_worker import ACTIVITIES
from sim.lifecycle.joint_work.summons import Summons
from sim.lifecycle.station import CLOCKS
from sim.lifecycle.things import (
    Case,
    DoneJob,
    Issue,
    Job,
    Mark,
    Resident,
    Server,
    Station,
    Walk,
)
from sim.plan.plan import CALENDARS, Plan
from sim.plan.window import counts_of
from sim.scenario.hours import DAY

TABLES = {
    "issues": "issue_count", "states": "issue_count", "looks": "look_count", "cases": "case_count", "jobs": "job_top",
    "summonses": "summons_count", "nodes": "node_top", "heap": "scheduled", "later": "later_top",
    "jobs_done": "done_count", "log": "rows",
}  # fmt: skip
"""Tables that grow, with what counts their rows."""
BLANK = {"issue": Issue, "case": Case, "job": Job, "summons": Summons}
"""Things that come to be while a run goes on, by the name of their blank record."""
LINE, LARGE_PAGE = 64, 1 << 21
"""Bytes of a line of the processor's cache, and of a large page of memory."""
LEAST_PIECE = 1 << 25
"""Bytes of a piece of memory at least: a smaller one glibc may take from what was freed, and then clears all of it."""
MARGIN, STARTS = 1024, 8
"""Rows that any event may add at most: so many, and so many for each server, since one event may start jobs at all."""


def lay_out(plan: Plan, keep_log: bool) -> KernelStore:
    """Lay out the memory of a run on a plan.

    Tables are given more room than most runs need: what is never written to costs no memory, growing means a copy.
    """
    stations, workers = len(plan.stations), int(plan.stations["walks"].sum())
    issues, looks = len(plan.root), len(plan.eyes) + 1 if len(plan.eyes) else 0
    margin = MARGIN + STARTS * len(plan.servers)
    days = int(plan.run.end // DAY) + 1
    tables = _in_one_piece(_tables(plan, issues, margin, looks, days, keep_log))
    return KernelStore(
        {
            "plan": _plan(plan, tables.pop("first_resident")),
            **dict.fromkeys(
                ("now", "rows", "begun", "ended", "next", "issue_count", "case_count", "job_count",
                 "pending", "scheduled", "done_count", "summons_count", "involved", "consultations", "month", "marked",
                 "counted", "trust_of", "look_count"), 0
            ),
            "free_later": BLOCK,
            "later_top": BLOCK * days,
            **dict.fromkeys(("free_job", "job_top", "free_node", "node_top"), 1),
            "trust_before": 0.0,
            "trust_now": 0.0,
            "reporters_before": 0.0,
            "reporters_now": 0.0,
            "margin": margin,
            "today": NOBODY,
            "keep_log": int(keep_log),
            "last": issues,
            **{f"blank_{name}": blank_of(thing) for name, thing in BLANK.items()},
            "stations": _stations(plan),
            "servers": _servers(plan),
            "walks": _blanks(Walk, workers),
            "left": np.zeros(workers * ACTIVITIES, dtype=np.int64),
            "lines": np.full(stations * CLOCKS, NOBODY),
            "marks": np.zeros(2 * stations, dtype=layout_of(Mark)),
            "queues": np.zeros(counts_of(plan.run) * stations, dtype=np.int32),
            "looks_each": looks,
            "days": np.full(days, NOBODY),
            "gathered": np.zeros(plan.most_crews, dtype=CALENDAR_AT),
            **tables,
        }
    )  # fmt: skip


def _tables(
    plan: Plan, issues: int, margin: int, looks: int, days: int, keep_log: bool
) -> dict[str, tuple[int, np.dtype[Any]]]:
    """Rows and record type of each table, for so many issues of the world."""
    return {
        "first_resident": (len(plan.first_resident), np.dtype(np.int32)),
        "homes_met": (len(plan.first_resident) - 1, np.dtype(np.int8)),
        "taken": (len(plan.sites) * -(-len(plan.hazards) // WORD), np.dtype(np.int64)),
        "met": (int(plan.first_resident[-1]), np.dtype(np.int32)),
        "residents": (int(plan.first_resident[-1]), layout_of(Resident)),
        "issues": (2 * issues + margin, layout_of(Issue)),
        "states": (2 * issues + margin, np.dtype(np.int8)),
        "looks": (2 * issues * looks + margin, layout_of(Look)),
        "places": (_places(plan), layout_of(TroubleSpot)),
        "cases": (2 * issues + margin, layout_of(Case)),
        "jobs": (issues + margin, layout_of(Job)),
        "summonses": (issues // 8 + margin, layout_of(Summons)),
        "nodes": (2 * issues + margin, NODE),
        "heap": (issues + margin, EVENT),
        "later": (issues + BLOCK * days + margin, EVENT),
        "jobs_done": (4 * issues + margin, layout_of(DoneJob)),
        "log": (16 * issues + margin if keep_log else 1, LOG_ROW),
    }


def _places(plan: Plan) -> int:
    """Number of pairs of a site and a hazard of which anything is kept: all if anybody warns of repeats, else none."""
    warned = plan.mechanisms["platform"].warned_from != NOBODY
    return len(plan.sites) * len(plan.hazards) if warned else 1


def enlarge(sim: KernelStore) -> bool:
    """Double each table that might not hold what the next event adds; whether there was one."""
    grown = False
    for table, count in TABLES.items():
        if table == "log" and not sim["keep_log"]:
            continue
        if sim[count] + sim["margin"] > len(sim[table]):
            larger = _in_one_piece({table: (2 * len(sim[table]), sim[table].dtype)})[table]
            larger[: len(sim[table])] = sim[table]
            sim[table] = larger
            grown = True
    return grown


def _in_one_piece(tables: dict[str, tuple[int, np.dtype[Any]]]) -> dict[str, NDArray[Any]]:
    """So many records of zeros of each type, by name, one table after the other in one piece of memory.

    Each begins at a line of the processor's cache, the piece at a large page. Numpy asks the system for large pages
    where a piece is large: so a handful of page faults bring in what takes thousands else.
    """
    starts = np.cumsum([0, *(-(-count * dtype.itemsize // LINE) * LINE for count, dtype in tables.values())])
    memory = np.zeros(max(starts[-1], LEAST_PIECE) + LARGE_PAGE, dtype=np.uint8)
    starts += -memory.ctypes.data % LARGE_PAGE
    return {
        name: memory[start : start + count * dtype.itemsize].view(dtype)
        for start, (name, (count, dtype)) in zip(starts, tables.items(), strict=False)
    }


def _plan(plan: Plan, first_resident: NDArray[Any]) -> KernelStore:
    """The plan as rules read it: arrays by name, single numbers as records, a calendar for each server at the end.

    The first residents of households, asked for at random, are copied to where tables are.
    """
    calendars = _calendars(plan)
    fields: dict[str, Any] = {name: value for name, value in vars(plan).items() if isinstance(value, np.ndarray)}
    fields["calendars"] = calendars
    fields["base_units"] = plan.base_units
    first_resident[:] = plan.first_resident
    fields["first_resident"] = first_resident
    for name in CALENDARS:
        fields[name] = calendars[getattr(plan, name)]
    for name, values in {"run": plan.run, "staff": plan.staff, **plan.mechanisms}.items():
        fields[name] = KernelStore(vars(values))
    fields["draw"] = _single(plan.draw)
    return KernelStore(fields)


def _calendars(plan: Plan) -> Any:
    """The calendars of the plan, each with the interval that was asked for last."""
    calendars = np.zeros(len(plan.calendars), dtype=CALENDAR_AT)
    calendars["first"], calendars["last"] = plan.calendars["first"], plan.calendars["last"]
    calendars["at"] = calendars["first"]
    return calendars


def _single(values: SimpleNamespace) -> np.void:
    """One record of the states that streams of random numbers start from."""
    items = vars(values).items()
    record: np.void = np.array([tuple(value for _, value in items)], dtype=[(name, "u8") for name, _ in items])[0]
    return record


def _blanks(thing: type[Any], count: int) -> Any:
    """So many things to which nothing has happened yet."""
    return np.repeat(blank_of(thing), count)


def _stations(plan: Plan) -> Any:
    stations = _blanks(Station, len(plan.stations))
    stations["number"] = np.arange(len(stations))
    for name in set(plan.stations.dtype.names or ()) & set(stations.dtype.names or ()):
        stations[name] = plan.stations[name]
    return stations


def _servers(plan: Plan) -> Any:
    servers = _blanks(Server, len(plan.servers))
    servers["number"] = np.arange(len(servers))
    servers["station"] = np.repeat(np.arange(len(plan.stations)), plan.stations["servers"])
    servers["x"], servers["y"] = plan.stations["x"][servers["station"]], plan.stations["y"][servers["station"]]
    for name in ("cases", "duty", "always"):
        servers[name] = plan.servers[name]
    return servers
