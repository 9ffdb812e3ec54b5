"""Parts of a case of departments: the job of one crew each, as many of a department as the case needs, and who has done
them.

Those that are asked for together are a chain of jobs from the case's `first_part`. What is done stays in it until all
is, so that no crew does two of them.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, JobKind
from sim.lifecycle import station
from sim.lifecycle.access import case_of, hazard_of, issue_of
from sim.lifecycle.hooks import dispatching
from sim.lifecycle.joint_work.departments import has
from sim.lifecycle.services import part


@part
def crews_of(sim: Any, case: Any, department: int) -> int:
    """Crews that a case needs of a department (number)."""
    issue = issue_of(sim, case)
    return dispatching.crews_called(sim.plan, hazard_of(sim, issue), issue, department)


@part
def crews_of_all(sim: Any, case: Any, departments: int) -> int:
    """Crews that a case needs of a set of departments (bits)."""
    crews = 0
    for department in range(len(sim.plan.departments)):
        if has(departments, department):
            crews += crews_of(sim, case, department)
    return crews


@part
def new_part(sim: Any, case: Any, department: int, crew: int, clock: int) -> Any:
    """Part of a crew of a department (numbers) in a case, on a clock (number): the last in the chain."""
    job = station.make_job(sim, case, JobKind.PART)
    job.department = department
    job.crew = crew
    job.clock = clock
    if case.first_part == NOBODY:
        case.first_part = job.slot
    else:
        sim.jobs[case.last_part].next_part = job.slot
    case.last_part = job.slot
    return job


@part
def of_several(sim: Any, job: Any) -> bool:
    """Whether a job is a part in a case that needs several crews of its department."""
    return job.kind == JobKind.PART and crews_of(sim, case_of(sim, job), job.department) > 1


@part
def may_do(sim: Any, server: Any, job: Any) -> bool:
    """Whether a server may take up a job: of the parts of a case only one, and none of a meeting that breaks up."""
    if job.kind != JobKind.PART:
        return True
    slot = case_of(sim, job).first_part
    allowed = slot != NOBODY
    while slot != NOBODY:
        if sim.jobs[slot].server == server.number:
            allowed = False
        slot = sim.jobs[slot].next_part
    return allowed


@part
def is_done(sim: Any, job: Any) -> bool:
    """Whether a part in a chain is done: a server has had it and has it no more."""
    return job.server != NOBODY and sim.servers[job.server].job != job.slot


@part
def still_to_do(sim: Any, case: Any, department: int) -> int:
    """Number of parts of a department (number) in the chain of a case that are not done."""
    count = 0
    slot = case.first_part
    while slot != NOBODY:
        job = sim.jobs[slot]
        count += job.department == department and not is_done(sim, job)
        slot = job.next_part
    return count


@part
def end(sim: Any, case: Any) -> None:
    """Let go of the parts in the chain of a case, if all are done."""
    slot = case.first_part
    while slot != NOBODY:
        if not is_done(sim, sim.jobs[slot]):
            return
        slot = sim.jobs[slot].next_part
    slot = case.first_part
    case.first_part = case.last_part = NOBODY
    while slot != NOBODY:
        job = sim.jobs[slot]
        slot = job.next_part
        station.forget(sim, job)


@part
def hasten(sim: Any, case: Any, department: int, priority: int) -> None:
    """Give the waiting parts of a department (number) another class (number)."""
    slot = case.first_part
    while slot != NOBODY:
        job = sim.jobs[slot]
        if job.department == department and station.in_queue(job):
            station.hasten(sim, sim.stations[job.station], job, priority)
        slot = job.next_part
