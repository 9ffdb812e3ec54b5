"""Joint work: how a street brings several departments to a case: by whistle, in turn, or under a lead department."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import ledger, simulation, station, street
from sim.engines.compiled.clock import schedule
from sim.engines.compiled.department import answers_whistle
from sim.engines.compiled.eventlog import DEPARTMENT, STREET, SUPERVISOR, write_case
from sim.engines.compiled.part import part
from sim.kinds import NOBODY, Clock, JobKind, Kind, Level, Step
from sim.lifecycle import hooks
from sim.mechanisms.queueing import URGENT
from sim.mechanisms.whistle import EMERGENCY, LEAD, SEQUENCE, WHISTLE, arrive_limit, whistle_kind
from sim.plan.intervals import after, finish_together
from sim.record.activities import NUMBER

DIAGNOSED, WHISTLE_BLOWN, SIGNED = NUMBER["diagnosed"], NUMBER["whistle_blown"], NUMBER["signed"]
SUMMONED, FAILED_TO_COME, ASSEMBLED = NUMBER["summoned"], NUMBER["failed_to_come"], NUMBER["assembled"]
CREWS_LEFT, ESCALATED, PART_DONE = NUMBER["crews_left"], NUMBER["escalated"], NUMBER["part_done"]
PART_RETURNED, QUEUED = NUMBER["part_returned"], NUMBER["queued"]
CASES, DUTY, ANY = Clock.CASES.value, Clock.DUTY.value, Clock.ANY.value


@part
def first_of(departments: int) -> int:
    """First department of a set."""
    first = 0
    while not departments >> first & 1:
        first += 1
    return first


@part
def size_of(departments: int) -> int:
    """Number of departments of a set."""
    size = 0
    while departments:
        departments &= departments - 1
        size += 1
    return size


@part
def diagnose(sim: Any, case: Any) -> None:
    """The street begins to see that it needs several departments."""
    street.next_step(sim, case, Step.DIAGNOSED.value, after(sim.plan, sim.now, sim.plan.settings.diagnosis))


@part
def diagnosed(sim: Any, case: Any) -> None:
    """It is clear who is needed; the procedure runs, then the departments are called."""
    issue = sim.issues[case.issue]
    case.dispatches += 1
    if case.dispatched == NOBODY:
        case.dispatched = sim.now
    street.write_as(sim, DIAGNOSED, case, STREET, issue.needs)
    case.unit = sim.department_units[first_of(issue.needs)]
    if case.reporter != NOBODY and case.responded == NOBODY:
        street.expect_contact(sim, case)
    over = hooks.procedure_over(sim.plan, sim.plan.hazards[issue.hazard], case, sim.now)
    street.next_step(sim, case, Step.BLOW.value, over)


@part
def start(sim: Any, case: Any) -> None:
    """Call the departments in the way of this organisation."""
    way = sim.plan.settings.way
    if way == WHISTLE:
        blow(sim, case)
    elif way == SEQUENCE:
        case.waiting = sim.issues[case.issue].needs
        next_in_sequence(sim, case)
    else:
        ask_all(sim, case)


# -- by whistle ----------------------------------------------------------------------------------------------------


@part
def summon_late(sim: Any, case: Any) -> None:
    """Whistle for one department whose case is twice overdue, instead of letting it wait."""
    job = sim.jobs[case.job]
    station.withdraw(sim, sim.stations[job.station], job)
    case.summons = 1 << sim.plan.units[case.unit].department
    blow(sim, case)


@part
def blow(sim: Any, case: Any) -> None:
    """Blow the whistle: each department signs, then contacts the street; the meeting is after the last of them."""
    case.whistles += 1
    case.whistled = sim.now
    if case.first_whistle == NOBODY:
        case.first_whistle = sim.now
    if case.summons == 0:
        case.summons = sim.issues[case.issue].needs
    case.priority = min(case.priority, URGENT)
    street.write_as(sim, WHISTLE_BLOWN, case, STREET, case.whistles)
    kind = kind_of(sim, case)
    ready = sim.now
    for department in range(len(sim.department_units)):
        if case.summons >> department & 1:
            signed = sim.now + hooks.signs_after(sim.plan, case, department, kind)
            if kind != EMERGENCY:
                signed = hooks.contacts_at(sim.plan, case, department, signed, kind)
            ready = max(ready, signed)
    street.next_step(sim, case, Step.CALL.value, ready)


@part
def kind_of(sim: Any, case: Any) -> int:
    """Kind of the whistles for a case."""
    return whistle_kind(sim.plan.hazards[sim.issues[case.issue].hazard])


@part
def called(sim: Any, case: Any) -> None:
    """All have signed and been in contact: the meeting is fixed."""
    kind = kind_of(sim, case)
    for department in range(len(sim.department_units)):
        if case.summons >> department & 1:
            write_of(sim, SIGNED, case, department, hooks.signs_after(sim.plan, case, department, kind))
    at = sim.now if kind == EMERGENCY else after(sim.plan, sim.now, sim.plan.settings.notice)
    street.next_step(sim, case, Step.MEET.value, at)


@part
def meet(sim: Any, case: Any) -> None:
    """The hour of the meeting: each department that comes sends a crew."""
    case.first_part = case.last_part = NOBODY
    case.waiting = case.summons
    clock = hours_of(sim, case)
    for department in range(len(sim.department_units)):
        if case.summons >> department & 1:
            comes = answers_whistle(sim, sim.stations[station_of(sim, department)], case, department)
            write_of(sim, SUMMONED if comes else FAILED_TO_COME, case, department, 0)
            if comes:
                new_part(sim, case, department, clock)
    case.due_hold = schedule(sim, Kind.HOLD.value, case.number, case.number, patience(sim, case, NOBODY))
    slot = case.first_part
    while slot != NOBODY:
        job = sim.jobs[slot]
        slot = job.next_part
        station.receive(sim, sim.stations[station_of(sim, job.department)], job)


@part
def hours_of(sim: Any, case: Any) -> int:
    """Hours that a whistle may use: those on duty; any in an emergency, or once it was escalated."""
    escalated = case.whistles > sim.plan.settings.attempts
    return ANY if escalated or kind_of(sim, case) == EMERGENCY else DUTY


@part
def patience(sim: Any, case: Any, arrived: int) -> int:
    """Moment at which the meeting breaks up: crews wait so long, and none comes after the limit to arrive."""
    settings = sim.plan.settings
    if arrived != NOBODY:
        return after(sim.plan, arrived, settings.hold)
    limit = after(sim.plan, case.whistled, arrive_limit(sim.plan, kind_of(sim, case)))
    return max(limit, after(sim.plan, sim.now, settings.hold))


@part
def new_part(sim: Any, case: Any, department: int, clock: int) -> Any:
    """A department's part of a case, the last in the chain of its parts."""
    job = simulation.new_job(sim, case, JobKind.PART.value)
    job.department = department
    job.clock = clock
    if case.first_part == NOBODY:
        case.first_part = job.slot
    else:
        sim.jobs[case.last_part].next_part = job.slot
    case.last_part = job.slot
    return job


@part
def on_site(sim: Any, job: Any) -> int:
    """A crew is on site: it waits for the others (NOBODY), or works if it came alone; ms of work."""
    case = sim.cases[job.case]
    street.arrived(sim, case)
    if job.clock == CASES:
        return work(sim, case)
    here = crews_here(sim, case)
    if here < size_of(case.waiting):
        if here == 1:
            case.due_hold = schedule(sim, Kind.HOLD.value, case.number, case.number, patience(sim, case, sim.now))
        return NOBODY
    gather_calendars(sim, case)
    if finish_together(sim.plan, sim.gathered, here, sim.now, 1) <= case.due_hold:
        begin(sim, case, here)
    return NOBODY


@part
def work(sim: Any, case: Any) -> int:
    """Work (ms) that those on site find; a look if the issue is gone."""
    if not street.finds_issue(sim, case):
        return hooks.LOOK_MS
    issue = sim.issues[case.issue]
    return hooks.joint_service(sim.plan, sim.plan.hazards[issue.hazard], issue, case)


@part
def crews_here(sim: Any, case: Any) -> int:
    """Crews on site."""
    here = 0
    slot = case.first_part
    while slot != NOBODY:
        here += sim.jobs[slot].arrived != NOBODY
        slot = sim.jobs[slot].next_part
    return here


@part
def gather_calendars(sim: Any, case: Any) -> None:
    """Note the calendars of the crews on site in `gathered`."""
    here = 0
    slot = case.first_part
    while slot != NOBODY:
        job = sim.jobs[slot]
        if job.arrived != NOBODY:
            calendar = station.calendar_of(sim, sim.servers[job.server], job.clock)
            sim.gathered[here] = calendar
            here += 1
        slot = job.next_part


@part
def begin(sim: Any, case: Any, here: int) -> None:
    """All are here, and on duty together before patience ends: work in the hours common to all rosters."""
    case.due_hold = NOBODY
    if case.assembled == NOBODY:
        limit = after(sim.plan, case.first_whistle, arrive_limit(sim.plan, kind_of(sim, case)))
        case.assembled = sim.now
        case.assembled_late = sim.now > limit
    street.write_as(sim, ASSEMBLED, case, STREET, sim.now - case.first_whistle)
    end = finish_together(sim.plan, sim.gathered, here, sim.now, work(sim, case))
    slot = case.first_part
    while slot != NOBODY:
        job = sim.jobs[slot]
        if job.server != NOBODY:
            server = sim.servers[job.server]
            server.due_done = schedule(sim, Kind.DONE.value, server.number, server.number, end)
        slot = job.next_part


@part
def on_hold(sim: Any, case: Any) -> None:
    """Those on site have waited long enough: all leave, and the whistle is blown again; at last it is escalated."""
    street.write_as(sim, CREWS_LEFT, case, STREET, crews_here(sim, case))
    if case.whistles == sim.plan.settings.attempts:
        street.write_as(sim, ESCALATED, case, SUPERVISOR, 0)
    slot = case.first_part
    case.first_part = case.last_part = NOBODY
    blow(sim, case)
    while slot != NOBODY:
        job = sim.jobs[slot]
        slot = job.next_part
        station.withdraw(sim, sim.stations[job.station], job)


@part
def part_done(sim: Any, case: Any, job: Any) -> None:
    """A department has done its part; after the last the case is claimed done."""
    way = sim.plan.settings.way
    write_of(sim, PART_DONE, case, job.department, 0)
    case.waiting &= ~(1 << job.department)
    if case.waiting == 0:
        case.first_part = case.last_part = NOBODY
        case.summons = 0
        ledger.claim(sim, case, Level.JOINT.value)
    elif way == SEQUENCE and job.clock == CASES:
        case.attempt += 1
        hazard = sim.plan.hazards[sim.issues[case.issue].hazard]
        over = hooks.procedure_over(sim.plan, hazard, case, sim.now)
        street.next_step(sim, case, Step.ASK_AGAIN.value, over)
    elif way == LEAD and job.clock == CASES:
        lead_if_last(sim, case)


# -- without whistle -----------------------------------------------------------------------------------------------


@part
def next_in_sequence(sim: Any, case: Any) -> None:
    """Send the case to the next department; one that returns it first is asked again."""
    department = first_of(case.waiting)
    if hooks.returns_part(sim.plan, case, department) and not case.asked_again >> department & 1:
        returned(sim, case, 1 << department)
    else:
        queue(sim, case, department)


@part
def ask_all(sim: Any, case: Any) -> None:
    """The lead department asks all others at once; it does its own part last."""
    needs = sim.issues[case.issue].needs
    case.waiting = needs
    others = needs & (needs - 1)
    again = 0
    for department in range(len(sim.department_units)):
        if others >> department & 1 and hooks.returns_part(sim.plan, case, department):
            again |= 1 << department
    if again:
        returned(sim, case, again)
    queue_all(sim, case, others & ~again)


@part
def queue_all(sim: Any, case: Any, departments: int) -> None:
    """Put a case in the queues of all departments of a set."""
    for department in range(len(sim.department_units)):
        if departments >> department & 1:
            queue(sim, case, department)


@part
def lead_if_last(sim: Any, case: Any) -> None:
    """Have the lead department do its part when all others have done theirs."""
    lead = first_of(sim.issues[case.issue].needs)
    if case.waiting == 1 << lead:
        queue(sim, case, lead)


@part
def returned(sim: Any, case: Any, departments: int) -> None:
    """Departments return their parts, to be asked again."""
    case.asked_again |= departments
    case.returns += 1
    for department in range(len(sim.department_units)):
        if departments >> department & 1:
            write_of(sim, PART_RETURNED, case, department, 0)
    street.next_step(sim, case, Step.ASK_AGAIN.value, hooks.returned_at(sim.plan, case, sim.now))


@part
def ask_again(sim: Any, case: Any) -> None:
    """Ask once more: those who returned their part, or the next department in line."""
    if sim.plan.settings.way == SEQUENCE:
        next_in_sequence(sim, case)
        return
    again = case.asked_again
    case.asked_again = 0
    queue_all(sim, case, again)


@part
def queue(sim: Any, case: Any, department: int) -> None:
    """Put a case in the queue of a department."""
    number = station_of(sim, department)
    street.write_as(sim, QUEUED, case, STREET, number)
    job = simulation.new_job(sim, case, JobKind.PART.value)
    job.department = department
    case.job = job.slot
    station.receive(sim, sim.stations[number], job)


@part
def station_of(sim: Any, department: int) -> int:
    """Station of a department by its number."""
    return sim.plan.units[sim.department_units[department]].first_station


@part
def write_of(sim: Any, activity: int, case: Any, department: int, value: int) -> None:
    """Log what a department does with a case."""
    write_case(sim, activity, case, DEPARTMENT, station_of(sim, department), value)
