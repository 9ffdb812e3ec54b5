"""Running the reference engine: from a plan to an outcome."""

import gc
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

import numpy as np

from sim.engines.outcome import CASE_COLUMNS, ISSUE_COLUMNS, JOB_COLUMNS, STATION_COLUMNS, Column, Outcome
from sim.engines.reference.simulation import Simulation
from sim.plan.plan import Plan

JOB_PATHS = {"case": "case.number", "station": "station.number", "server": "server.number"}
"""Where the columns of a job are found that are not attributes of it by name."""


def simulate(plan: Plan, keep_log: bool, heartbeat: Callable[[float], object] | None = None) -> Outcome:
    """Let a plan happen.

    `heartbeat` is told the share of the run that is done, 0 to 1, now and then; what it raises ends the run.
    """
    simulation = Simulation(plan, keep_log, heartbeat)
    # nothing here is garbage before the end: looking for it would cost a third of the time
    gc.disable()
    try:
        simulation.run()
        return _outcome(simulation)
    finally:
        gc.enable()
        simulation.forget()


def _outcome(simulation: Simulation) -> Outcome:
    opened, closed = simulation.marks
    involved, before, after = simulation.trust_marks[1]
    hours = np.array(closed) - np.array(opened)
    hours[:, -1] = np.array(closed)[:, -1]
    return Outcome(
        issues=_table(ISSUE_COLUMNS, simulation.nature.issues, {}),
        cases=_cases(simulation),
        jobs=_table(JOB_COLUMNS, simulation.jobs_done, JOB_PATHS),
        stations={name: hours[:, i] for i, name in enumerate(STATION_COLUMNS)},
        events=simulation.log.table() if simulation.log.keep else None,
        rows=simulation.log.rows,
        consultations=simulation.nature.consultations,
        involved=involved,
        trust_before=before,
        trust_after=after,
    )


def _cases(simulation: Simulation) -> dict[str, Column]:
    row_of = {issue: row for row, issue in enumerate(simulation.nature.issues)}
    rows = np.array([row_of[case.issue] for case in simulation.cases], dtype=np.int64)
    return {"issue": rows} | _table([name for name in CASE_COLUMNS if name != "issue"], simulation.cases, {})


def _table(names: Sequence[str], things: Sequence[object], paths: Mapping[str, str]) -> dict[str, Column]:
    """Columns of whole numbers: of each thing the attribute of that name, or the one on the path given for the name."""
    getters = {name: attrgetter(paths.get(name, name)) for name in names}
    return {name: np.array([get(thing) for thing in things], dtype=np.int64) for name, get in getters.items()}
