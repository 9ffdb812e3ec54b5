"""The simulation: what happens on site, and what is noted of it."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import grid_worker, joint, ledger, station, street
from sim.engines.compiled.rules import part
from sim.lifecycle import hooks
from sim.lifecycle.plan import GRID
from sim.lifecycle.states import JobKind, Level

BOOK, SPOT, VERIFY, HANDLE = JobKind.BOOK.value, JobKind.SPOT.value, JobKind.VERIFY.value, JobKind.HANDLE.value
PART, CHECK, CLAIMED = JobKind.PART.value, JobKind.CHECK.value, JobKind.CLAIMED.value


@part
def on_site(sim: Any, place: Any, job: Any) -> int:
    """A server has come to its job: ms of work it finds, or NOBODY if it waits for others."""
    case = sim.cases[job.case]
    if job.kind == PART:
        return joint.on_site(sim, job)
    if job.kind == HANDLE or job.kind == CLAIMED:
        street.arrived(sim, case)
        if not street.finds_issue(sim, case):
            return hooks.LOOK_MS
    issue = sim.issues[case.issue]
    record = sim.plan.stations[place.number]
    return hooks.service(sim.plan, sim.plan.hazards[issue.hazard], record, issue, case, job.kind)


@part
def on_job_done(sim: Any, place: Any, job: Any) -> None:
    """A server has done its job: the case goes on."""
    case = sim.cases[job.case]
    if job.kind == BOOK:
        street.file(sim, case)
    elif job.kind == SPOT:
        street.file_done(sim, case)
    elif job.kind == VERIFY:
        street.verified(sim, case)
    elif job.kind == CHECK:
        ledger.checked(sim, case, job.own_check != 0)
    elif job.kind == PART:
        joint.part_done(sim, case, job)
    else:
        ledger.claim(sim, case, Level.MEMBERS.value if job.kind == CLAIMED else place.level)


@part
def on_mark(sim: Any) -> None:
    """The window opens or closes: note the hours of all stations so far, and trust."""
    for number in range(len(sim.stations)):
        if sim.stations[number].level == GRID:
            grid_worker.bring_up_to_date(sim, number)
    for number in range(len(sim.stations)):
        place = sim.stations[number]
        mark = sim.marks[sim.marked * len(sim.stations) + number]
        station.hours_so_far(sim, place, mark)
        mark.waiting = place.waiting
        if place.level == GRID:
            mark.patrolled = sim.workers[number].patrolled
            mark.visited = sim.workers[number].visited
    sim.marked += 1
    sim.trust_of = sim.involved
    sim.trust_before = sim.trust_now = 0.0
    for slot in range(sim.involved):
        sim.trust_before += sim.residents[slot].first_trust
        sim.trust_now += sim.residents[slot].trust
