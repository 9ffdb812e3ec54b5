"""The memory of a run: the plan and all tables laid out for the kernel, and made larger when the kernel asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.engines.compiled.clock import BLOCK, SPAN_BITS
from sim.engines.compiled.layout import CALENDAR_AT, EVENT, EVENTS, LOG_ROW, NODE, blank_of, layout_of, narrow
from sim.engines.compiled.pieces import Piece, Table
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

TABLES = {
    "issues": "issue_count", "states": "issue_count", "looks": "look_count", "cases": "case_count", "jobs": "job_top",
    "summonses": "summons_count", "nodes": "node_top", "heap": "scheduled", "later": "later_top",
    "jobs_done": "done_count", "log": "rows",
}  # fmt: skip
"""Tables that grow, with what counts their rows."""
WRITTEN_FIRST = {"first_resident", "met", "issues", "states", "cases", "summonses", "heap", "jobs_done", "log"}
"""Tables of which each row is written whole before it is read."""
EIGHTHS = 3
"""Issues are given room by eighths, as a power of 2, so that replications of a scenario have tables alike."""
NAMES = ("stations", "servers")
"""Records of the plan whose whole numbers only name and count things."""
BLANK = {"issue": Issue, "case": Case, "job": Job, "summons": Summons}
"""Things that come to be while a run goes on, by the name of their blank record."""
MARGIN, STARTS = 1024, 8
"""Rows that any event may add at most: so many, and so many for each server, since one event may start jobs at all."""


class RunStore(KernelStore):
    """The memory of a run: its plan, numbers and tables, the larger of which lie in a piece."""

    def __init__(self, fields: Mapping[str, Any], piece: Piece) -> None:
        """Fields by name, among them the tables of a piece."""
        super().__init__(fields)
        self._piece = piece

    def let_go(self) -> None:
        """Say that the run has ended: its piece serves the next one, once nobody looks at its tables."""
        # One row more, since the newest issue may have been taken back; of the heap the count is that of now.
        self._piece.let_go({name: int(self[count]) + 1 for name, count in TABLES.items() if name != "heap"})


def lay_out(plan: Plan, keep_log: bool) -> RunStore:
    """Lay out the memory of a run on a plan.

    Tables are given more room than most runs need: what is never written to costs no memory, growing means a copy.
    """
    stations, workers = len(plan.stations), int(plan.stations["walks"].sum())
    issues, looks = len(plan.root), len(plan.eyes) + 1 if len(plan.eyes) else 0
    margin = EVENTS * (MARGIN + STARTS * len(plan.servers))
    spans = int(plan.run.end >> SPAN_BITS) + 1
    piece = Piece(_tables(plan, _with_room(issues), margin, looks, spans, keep_log), WRITTEN_FIRST)
    tables = piece.tables()
    return RunStore(
        {
            "plan": _plan(plan, tables.pop("first_resident")),
            **dict.fromkeys(
                ("now", "rows", "begun", "ended", "next", "issue_count", "case_count", "job_count",
                 "pending", "scheduled", "done_count", "summons_count", "involved", "consultations", "month", "marked",
                 "counted", "trust_of", "look_count"), 0
            ),
            "free_later": BLOCK,
            "later_top": BLOCK * spans,
            **dict.fromkeys(("free_job", "job_top", "free_node", "node_top"), 1),
            "trust_before": 0.0,
            "trust_now": 0.0,
            "reporters_before": 0.0,
            "reporters_now": 0.0,
            "margin": margin,
            "span": NOBODY,
            "keep_log": int(keep_log),
            "last": issues,
            **{f"blank_{name}": blank_of(thing) for name, thing in BLANK.items()},
            "stations": _stations(plan),
            "servers": _servers(plan),
            "walks": _blanks(Walk, workers),
            "left": np.zeros(workers * ACTIVITIES, dtype=np.int32),
            "lines": np.full(stations * CLOCKS, NOBODY, dtype=np.int32),
            "marks": np.zeros(2 * stations, dtype=layout_of(Mark)),
            "queues": np.zeros(counts_of(plan.run) * stations, dtype=np.int32),
            "looks_each": looks,
            "spans": np.full(spans, NOBODY),
            "gathered": np.zeros(plan.most_crews, dtype=CALENDAR_AT),
            **tables,
        },
        piece,
    )  # fmt: skip


def _tables(plan: Plan, issues: int, margin: int, looks: int, spans: int, keep_log: bool) -> dict[str, Table]:
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
        "later": (issues + BLOCK * spans + margin, EVENT),
        "jobs_done": (4 * issues + margin, layout_of(DoneJob)),
        "log": (16 * issues + margin if keep_log else 1, LOG_ROW),
    }


def _with_room(issues: int) -> int:
    """So many issues or some more: the next number of which no more than the four first bits are set."""
    step = 1 << max(issues.bit_length() - 1 - EIGHTHS, 0)
    return -(-issues // step) * step


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
            larger = np.zeros(2 * len(sim[table]), dtype=sim[table].dtype)
            larger[: len(sim[table])] = sim[table]
            sim[table] = larger
            grown = True
    return grown


def _plan(plan: Plan, first_resident: NDArray[Any]) -> KernelStore:
    """The plan as rules read it: arrays by name, single numbers as records, a calendar for each server at the end.

    The first residents of households, asked for at random, are copied to where tables are.
    """
    calendars = _calendars(plan)
    fields: dict[str, Any] = {name: value for name, value in vars(plan).items() if isinstance(value, np.ndarray)}
    for name in NAMES:
        fields[name] = narrow(fields[name])
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
