"""On site: what hands that have come to a job find there, and what follows for the case when the job is done."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, EventKind, JobKind, Performer
from sim.lifecycle import ledger, street
from sim.lifecycle.access import case_of, due, hazard_of, is_open, issue_of
from sim.lifecycle.authority import own_part, root_repair
from sim.lifecycle.hooks import dispatching, staging, working
from sim.lifecycle.joint_work import joint
from sim.lifecycle.log import write_as
from sim.lifecycle.oversight import inspection
from sim.lifecycle.services import part
from sim.lifecycle.stages import hearing
from sim.lifecycle.stages import property as company
from sim.record.activities import NUMBER

FOUND_GONE, MADE_SAFE = NUMBER["found_gone"], NUMBER["made_safe"]


@part
def on_site(sim: Any, station: Any, job: Any) -> int:
    """A server has come to its job: ms of work it finds, or NOBODY if it waits for others."""
    case = case_of(sim, job)
    if job.kind == JobKind.PART:
        return joint.on_site(sim, job)
    if job.kind == JobKind.OUTSIDE and not is_open(sim, issue_of(sim, case)):
        return working.LOOK_MS
    if job.kind == JobKind.STAGE:
        return staging.hearing_time(sim.plan, case)
    if job.kind == JobKind.HANDLE or job.kind == JobKind.TAKEN_UP:
        arrived(sim, case)
        if not finds_issue(sim, case):
            return working.LOOK_MS
        if job.left != NOBODY:
            return job.left
    issue = issue_of(sim, case)
    work = working.service(sim.plan, hazard_of(sim, issue), station, issue, case, job.kind)
    return working.at_own_pace(sim.plan, job, work, sim.now)


@part
def arrived(sim: Any, case: Any) -> None:
    """Hands are on site to handle a case; the first make a danger safe."""
    if case.arrived == NOBODY:
        case.arrived = sim.now
    street.responded(sim, case)
    issue = issue_of(sim, case)
    if case.safe == NOBODY and case.due_safe == NOBODY and is_open(sim, issue):
        ms = working.securing_time(sim.plan, issue, case)
        if ms != NOBODY:
            case.due_safe = due(sim, EventKind.SAFE, case, sim.now + ms)


@part
def made_safe(sim: Any, case: Any) -> None:
    """A dangerous issue does no harm any more, though it is not repaired."""
    case.due_safe = NOBODY
    case.safe = sim.now
    write_as(sim, MADE_SAFE, case, Performer.STREET, sim.now - case.reported)


@part
def finds_issue(sim: Any, case: Any) -> bool:
    """Whether those on site find the issue still there."""
    if is_open(sim, issue_of(sim, case)):
        return True
    case.found_gone = 1
    write_as(sim, FOUND_GONE, case, Performer.STREET, 0)
    return False


@part
def joint_work(sim: Any, case: Any, number: int, department: int) -> int:
    """Work (ms) that a crew of a department (number) has on site, as the part of that number in the case; a look if the
    issue is gone."""
    issue = issue_of(sim, case)
    if not is_open(sim, issue):
        return working.LOOK_MS
    return working.joint_service(sim.plan, hazard_of(sim, issue), issue, case, number, department)


@part
def on_job_done(sim: Any, station: Any, job: Any) -> None:
    """A server has done its job: the case goes on."""
    case = case_of(sim, job)
    if job.kind == JobKind.BOOK:
        street.file(sim, case)
    elif job.kind == JobKind.SPOT:
        street.file_done(sim, case)
    elif job.kind == JobKind.VERIFY:
        street.verified(sim, case)
    elif job.kind == JobKind.CHECK:
        ledger.checked(sim, case, job.own_check != 0)
    elif job.kind == JobKind.AUDIT:
        inspection.looked_at(sim, case, station)
    elif job.kind == JobKind.ROOT:
        root_repair.done(sim, case)
    elif job.kind == JobKind.OUTSIDE:
        company.done(sim, case)
    elif job.kind == JobKind.PART:
        joint.part_done(sim, case, station, job)
    elif job.kind == JobKind.MISSENT:
        street.looked_at(sim, case, job)
    elif job.kind == JobKind.STAGE:
        hearing.heard(sim, case, station)
    elif job.kind == JobKind.HANDLE and issue_of(sim, case).joint:
        own_part.done(sim, case, station)
    elif job.kind == JobKind.HANDLE and is_open(sim, issue_of(sim, case)) and dispatching.is_beyond(sim.plan, case):
        street.pass_on(sim, case)
    else:
        ledger.claim(sim, case, station, station.level)
