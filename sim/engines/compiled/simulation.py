"""The simulation: what all ask of it, what happens on site, and what is noted."""

from __future__ import annotations

from typing import Any

from sim.chance.draws import uniform
from sim.engines.compiled import grid_worker, joint, ledger, resident, station, street
from sim.engines.compiled.part import part
from sim.kinds import NOBODY, Clock, JobKind, Level
from sim.lifecycle import hooks
from sim.plan.intervals import NEVER
from sim.plan.plan import GRID

BOOK, SPOT, VERIFY, HANDLE = JobKind.BOOK.value, JobKind.SPOT.value, JobKind.VERIFY.value, JobKind.HANDLE.value
PART, CHECK, CLAIMED = JobKind.PART.value, JobKind.CHECK.value, JobKind.CLAIMED.value


@part
def new_job(sim: Any, case: Any, kind: int) -> Any:
    """A job about a case, at its issue's place."""
    slot = sim.free_job
    job = sim.jobs[slot]
    if job.later > 0:
        sim.free_job = job.later
    else:
        sim.free_job = sim.job_top = slot + 1
    sim.job_count += 1
    site = sim.plan.sites[sim.issues[case.issue].site]
    job.slot = slot
    job.number = sim.job_count
    job.case = case.number
    job.kind = kind
    job.clock = Clock.CASES
    job.queued = sim.now
    job.x = site.x
    job.y = site.y
    job.own_check = job.offered = 0
    job.department = job.started = job.arrived = job.station = job.server = NOBODY
    job.next_part = job.earlier = job.later = NOBODY
    return job


@part
def new_case(sim: Any, issue: Any) -> Any:
    """A new case in the table, which is 0 wherever nothing was written yet."""
    case = sim.cases[sim.case_count]
    case.number = sim.case_count
    sim.case_count += 1
    case.issue = issue.slot
    case.key = issue.key
    case.reported = sim.now
    case.limit = NEVER
    case.channel = case.reporter = case.finder = case.unit = case.level = case.job = NOBODY
    case.registered = case.dispatched = case.responded = case.arrived = case.claimed = case.closed = NOBODY
    case.first_whistle = case.whistled = case.assembled = case.first_part = case.last_part = NOBODY
    case.due_hold = case.due_limit = case.due_step = case.due_contact = case.due_chase = NOBODY
    return case


@part
def reporter(sim: Any, issue: Any) -> int:
    """The resident who may report an issue next, living near; NOBODY where the household is empty."""
    plan = sim.plan
    home = home_of_reporter(plan, issue)
    first, last = plan.first_resident[home], plan.first_resident[home + 1]
    if first == last:
        return NOBODY
    number = first + int(uniform(plan.draw.reporter, issue.key, issue.notices) * (last - first))
    if not sim.residents[number].met:
        resident.enter(sim, number)
    return number


@part
def home_of_reporter(plan: Any, issue: Any) -> int:
    """Household, counted in the district, whose resident may report an issue next."""
    area = plan.communities[issue.community]
    return area.first_home - plan.communities[0].first_home + hooks.household(plan, issue)


@part
def expect_finds(sim: Any, issue: Any, hazard: Any) -> None:
    """Let all beats past an issue reckon when they come upon it."""
    beat, twin = sim.plan.sites[issue.site].beat, 0
    while beat != NOBODY:
        grid_worker.expect(sim, beat, issue, hazard, twin)
        beat, twin = sim.plan.beats[beat].twin, twin + 1


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
    for i in range(sim.involved):
        sim.trust_before += sim.residents[sim.met[i]].first_trust
        sim.trust_now += sim.residents[sim.met[i]].trust
