"""Running the compiled engine: from a plan to an outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.engines.compiled import cache
from sim.engines.compiled.memory import enlarge, lay_out
from sim.engines.compiled.store import KernelStore
from sim.plan.plan import Plan
from sim.record.activities import LOG_COLUMNS
from sim.record.outcome import (
    CASE_COLUMNS,
    ISSUE_COLUMNS,
    JOB_COLUMNS,
    REPORTER_COLUMNS,
    STATION_COLUMNS,
    Column,
    Outcome,
)

STRETCHES = 100
"""Heartbeats of a run."""


def simulate(plan: Plan, keep_log: bool, heartbeat: Callable[[float], object] | None = None) -> Outcome:
    """Let a plan happen. `heartbeat` is told the share of the run that is done; what it raises ends the run.

    The kernel is taken from the cache; if it is not there, it is compiled first, in a process of its own.
    """
    advance = cache.kernel()
    sim = lay_out(plan, keep_log)
    stretch = 1
    while not sim["ended"]:
        advance(sim, plan.run.end * stretch // STRETCHES + 1)
        if not enlarge(sim):
            if heartbeat is not None:
                heartbeat(min(stretch / STRETCHES, 1.0))
            stretch += 1
    sim.let_go()
    return _outcome(sim, len(plan.stations))


def _outcome(sim: KernelStore, stations: int) -> Outcome:
    opened, closed = sim["marks"][:stations], sim["marks"][stations:]
    hours = {name: closed[name] - opened[name] for name in STATION_COLUMNS}
    return Outcome(
        issues=_issues(sim),
        cases=_columns(CASE_COLUMNS, sim["cases"][: sim["case_count"]]),
        jobs=_columns(JOB_COLUMNS, sim["jobs_done"][: sim["done_count"]]),
        stations=hours | {"waiting": closed["waiting"].copy()},
        queues=sim["queues"].astype(np.int64).reshape(-1, stations),
        reporters=_reporters(sim),
        events=_columns(LOG_COLUMNS, sim["log"][: sim["rows"]]) if sim["keep_log"] else None,
        rows=int(sim["rows"]),
        consultations=int(sim["consultations"]),
        involved=int(sim["trust_of"]),
        trust_before=float(sim["trust_before"]),
        trust_after=float(sim["trust_now"]),
        reporters_before=float(sim["reporters_before"]),
        reporters_after=float(sim["reporters_now"]),
    )


def _issues(sim: KernelStore) -> dict[str, Column]:
    count = sim["issue_count"]
    told = [name for name in ISSUE_COLUMNS if name != "state"]
    return _columns(told, sim["issues"][:count]) | {"state": sim["states"][:count]}


def _reporters(sim: KernelStore) -> dict[str, Column]:
    residents, met = sim["residents"], sim["met"][: sim["involved"]]
    reporters = met[residents["reports"][met] > 0]
    return {name: residents[name][reporters] for name in REPORTER_COLUMNS}


def _columns(names: Sequence[str], rows: NDArray[Any]) -> dict[str, Column]:
    """Columns of a table as they lie in memory: nothing is copied."""
    return {name: rows[name] for name in names}
