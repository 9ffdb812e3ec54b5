"""Running the reference engine: from a plan to an outcome."""

import gc
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.engines.reference.simulation import Simulation
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


def simulate(plan: Plan, keep_log: bool, heartbeat: Callable[[float], object] | None = None) -> Outcome:
    """Let a plan happen. `heartbeat` is told the share of the run that is done; what it raises ends the run."""
    end = plan.run.end
    sim = Simulation(plan, keep_log, None if heartbeat is None else lambda now: heartbeat(now / end))
    # nothing here is garbage before the end: looking for it would cost a third of the time
    gc.disable()
    try:
        sim.let_happen()
        return _outcome(sim)
    finally:
        gc.enable()
        sim.forget()


def _outcome(sim: Simulation) -> Outcome:
    stations = len(sim.stations)
    opened, closed = (_columns(STATION_COLUMNS, marks) for marks in (sim.marks[:stations], sim.marks[stations:]))
    hours = {name: closed[name] - opened[name] for name in STATION_COLUMNS}
    met = [sim.residents[number] for number in sim.met[: sim.involved]]
    states: NDArray[Any] = np.array(sim.states, dtype=np.int64)
    return Outcome(
        issues=_columns([name for name in ISSUE_COLUMNS if name != "state"], sim.issues) | {"state": states},
        cases=_columns(CASE_COLUMNS, sim.cases),
        jobs=_columns(JOB_COLUMNS, sim.jobs_done),
        stations=hours | {"waiting": closed["waiting"]},
        queues=np.array(sim.queues, dtype=np.int64).reshape(-1, stations),
        reporters=_columns(REPORTER_COLUMNS, [person for person in met if person.reports]),
        events=_log(sim) if sim.keep_log else None,
        rows=sim.rows,
        consultations=sim.consultations,
        involved=sim.trust_of,
        trust_before=sim.trust_before,
        trust_after=sim.trust_now,
        reporters_before=sim.reporters_before,
        reporters_after=sim.reporters_now,
    )


def _log(sim: Simulation) -> dict[str, Column]:
    rows = np.frombuffer(sim.log, dtype=np.int64).reshape(-1, len(LOG_COLUMNS))
    return {name: rows[:, i] for i, name in enumerate(LOG_COLUMNS)}


def _columns(names: Sequence[str], things: Sequence[Any]) -> dict[str, Column]:
    return {name: np.array([getattr(thing, name) for thing in things], dtype=np.int64) for name in names}
