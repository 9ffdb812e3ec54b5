"""Running the reference engine: from a plan to an outcome."""

import gc
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np

from sim.engines.outcome import CASE_COLUMNS, ISSUE_COLUMNS, JOB_COLUMNS, STATION_COLUMNS, Column, Outcome
from sim.engines.reference.entities import Case, Issue
from sim.engines.reference.simulation import DoneJob, Simulation
from sim.lifecycle.plan import Plan
from sim.lifecycle.states import NOBODY
from sim.world.outcomes import work_content


def simulate(plan: Plan, keep_log: bool, heartbeat: Callable[[float], object] | None = None) -> Outcome:
    """Let a plan happen. `heartbeat` is told the share of the run that is done, now and then; what it raises ends the run."""
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
        issues=_columns(ISSUE_COLUMNS, (_issue_row(simulation, issue) for issue in simulation.nature.issues)),
        cases=_columns(CASE_COLUMNS, map(_case_row, simulation.cases)),
        jobs=_columns(JOB_COLUMNS, map(_job_row, simulation.jobs_done)),
        stations={name: hours[:, i] for i, name in enumerate(STATION_COLUMNS)},
        events=simulation.log.table() if simulation.log.keep else None,
        rows=simulation.log.rows,
        consultations=simulation.nature.consultations,
        involved=involved,
        trust_before=before,
        trust_after=after,
    )


def _columns(names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> dict[str, Column]:
    table = np.array(list(rows), dtype=np.int64).reshape(-1, len(names))
    return {name: table[:, i].copy() for i, name in enumerate(names)}


def _issue_row(simulation: Simulation, issue: Issue) -> tuple[Any, ...]:
    work = work_content(simulation.plan, issue.option, issue.key, 0)
    return (
        issue.root, issue.generation, issue.hazard, issue.community, issue.site, issue.occurred, issue.state, issue.ended,
        issue.detected, issue.detected_by, issue.fixed_by, issue.dangerous, issue.option, issue.joint, issue.needs, work,
        issue.reports, issue.cases,
    )  # fmt: skip


def _case_row(case: Case) -> tuple[Any, ...]:
    issue = case.issue
    return (
        issue.root, issue.generation, issue.hazard, issue.community, issue.site, issue.joint, issue.occurred, issue.detected,
        issue.ended, case.source, case.channel, case.state, case.reported, case.registered, case.dispatched, case.responded,
        case.arrived, case.claimed, case.closed, case.limit, case.unit, case.level, case.dispatches, case.returns,
        case.sent_back, case.reopened, case.repeats, case.overdue, case.extended, case.shelved, case.chased,
        case.called_back, case.said_solved, case.satisfied, case.found_gone, case.whistles, case.first_whistle,
        case.assembled, case.assembled_late,
    )  # fmt: skip


def _job_row(done: DoneJob) -> tuple[Any, ...]:
    job, station, server, busy, displaced = done
    number = job.case.number if job.case is not None else NOBODY
    return (
        number, station, server, job.kind, job.queued, job.started, job.arrived, job.finished, busy, displaced,
    )  # fmt: skip
