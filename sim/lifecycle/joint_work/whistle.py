"""The whistle: the street calls departments to one place, each signs, sends a crew or not, and waits for the last.

Two waits: the street waits for the last signature and contact (`blow`; its limits in `hooks/whistling.py`), and crews
on site wait for the last crew, at most `plan.whistle.hold` (`wait_ends_at`).
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, Clock, EventKind, Performer, Step
from sim.lifecycle import job_site, station, street
from sim.lifecycle.access import area_of, calendar_of, due, hazard_of, issue_of, unit_of
from sim.lifecycle.hooks import dispatching, whistling
from sim.lifecycle.joint_work import parts
from sim.lifecycle.joint_work.departments import has, station_of, write_of
from sim.lifecycle.log import write_as
from sim.lifecycle.services import new_summons, part
from sim.mechanisms.queueing import URGENT
from sim.mechanisms.whistle import EMERGENCY_WHISTLE
from sim.plan.intervals import after, finish_together
from sim.record.activities import NUMBER

WHISTLE_BLOWN, SIGNED, SUMMONED = NUMBER["whistle_blown"], NUMBER["signed"], NUMBER["summoned"]
FAILED_TO_COME, ASSEMBLED, CREWS_LEFT = NUMBER["failed_to_come"], NUMBER["assembled"], NUMBER["crews_left"]
ESCALATED = NUMBER["escalated"]


@part
def kind_of(sim: Any, case: Any) -> int:
    """Kind (number) of the whistles for a case."""
    return whistling.kind_of_whistle(sim.plan, hazard_of(sim, issue_of(sim, case)), case)


@part
def summon_late(sim: Any, case: Any) -> None:
    """Whistle for one department whose case is twice overdue, instead of letting it wait."""
    job = sim.jobs[case.job]
    station.withdraw(sim, sim.stations[job.station], job)
    case.summons = 1 << unit_of(sim, case).department
    blow(sim, case)


@part
def blow(sim: Any, case: Any) -> None:
    """Blow the whistle: each department signs, then contacts the street; the meeting is called after the last."""
    case.whistles += 1
    case.whistled = sim.now
    if case.first_whistle == NOBODY:
        case.first_whistle = sim.now
    if case.summons == 0:
        case.summons = dispatching.called(sim.plan, issue_of(sim, case))
    case.priority = min(case.priority, URGENT)
    write_as(sim, WHISTLE_BLOWN, case, Performer.STREET, case.whistles)
    ready = sim.now
    for department in range(len(sim.plan.departments)):
        if has(case.summons, department):
            ready = max(ready, summon(sim, case, department))
    street.next_step(sim, case, Step.CALL, ready)


@part
def summon(sim: Any, case: Any, department: int) -> int:
    """Summon a department: it will sign; the moment (ms) at which it has contacted the street too."""
    kind, place = kind_of(sim, case), station_of(sim, department)
    summons = new_summons(sim)
    summons.case = case.number
    summons.department = department
    summons.took = whistling.signs_after(sim.plan, case, place, department, kind)
    signed = sim.now + summons.took
    summons.due_signed = due(sim, EventKind.SIGNED, summons, signed)
    if kind == EMERGENCY_WHISTLE:
        return signed
    return whistling.contacts_at(sim.plan, case, place, department, signed, kind)


@part
def on_signed(sim: Any, summons: Any) -> None:
    """A department signs the whistle."""
    case = sim.cases[summons.case]
    if case.whistles == 1:
        case.signed = sim.now
    write_of(sim, SIGNED, case, summons.department, summons.took)


@part
def called(sim: Any, case: Any) -> None:
    """All have signed and been in contact: the meeting is fixed."""
    at = sim.now if kind_of(sim, case) == EMERGENCY_WHISTLE else after(sim.plan, sim.now, sim.plan.whistle.notice)
    street.next_step(sim, case, Step.MEET, at)


@part
def meet(sim: Any, case: Any) -> None:
    """The hour of the meeting: each department that comes sends a crew."""
    case.first_part = case.last_part = NOBODY
    case.waiting = case.summons
    clock = hours_of(sim, case)
    for department in range(len(sim.plan.departments)):
        if has(case.summons, department):
            send(sim, case, department, clock)
    case.due_wait = due(sim, EventKind.ASSEMBLY_WAIT, case, breaks_up_at(sim, case))
    slot = case.first_part
    while slot != NOBODY:
        job = sim.jobs[slot]
        slot = job.next_part
        station.receive(sim, sent_from(sim, case, job.department), job)


@part
def send(sim: Any, case: Any, department: int, clock: int) -> None:
    """A department (number) sends the crews that a case needs of it, on a clock (number), or none."""
    if not answers(sim, case, department):
        write_of(sim, FAILED_TO_COME, case, department, 0)
        return
    for crew in range(parts.crews_of(sim, case, department)):
        write_of(sim, SUMMONED, case, department, 0)
        parts.new_part(sim, case, department, crew, clock)


@part
def sent_from(sim: Any, case: Any, department: int) -> Any:
    """Station whose crews a department (number) sends to a meeting."""
    crews, area = parts.crews_of(sim, case, department), area_of(sim, issue_of(sim, case))
    return sim.stations[whistling.sends(sim.plan, case, area, department, crews)]


@part
def answers(sim: Any, case: Any, department: int) -> bool:
    """Whether a department (number) sends its crews; the whistle is felt, and counted for the month."""
    place = station_of(sim, department)
    comes = whistling.comes(sim.plan, case, place, department, sim.now)
    place.asked += 1
    place.came += comes
    if whistling.tires(sim.plan, comes):
        place.load = whistling.load_after(sim.plan, place, sim.now, parts.crews_of(sim, case, department))
        place.load_at = sim.now
    return comes


@part
def hours_of(sim: Any, case: Any) -> int:
    """Clock (number) of a whistle: any hour in an emergency; the hours on duty; hours agreed on after those failed; any
    hour once it was escalated, if none were agreed on."""
    if kind_of(sim, case) == EMERGENCY_WHISTLE:
        return Clock.ANY.value
    if whistling.meets_in_agreed_hours(sim.plan, case):
        return Clock.AGREED.value
    return Clock.ANY.value if whistling.is_escalated(sim.plan, case) else Clock.DUTY.value


@part
def breaks_up_at(sim: Any, case: Any) -> int:
    """Moment (ms) at which a meeting breaks up if nobody has come: at the limit to arrive, but not before crews who
    were here now would have waited."""
    limit = after(sim.plan, case.whistled, sim.plan.whistle.arrive[kind_of(sim, case)])
    return max(limit, wait_ends_at(sim))


@part
def wait_ends_at(sim: Any) -> int:
    """Moment (ms) at which crews who are on site from now on have waited long enough for the last."""
    return after(sim.plan, sim.now, sim.plan.whistle.hold)


@part
def on_site(sim: Any, case: Any) -> None:
    """A crew that was whistled for is on site: the first waits for the others, with the last the work begins."""
    here = crews_here(sim, case)
    if here < parts.crews_of_all(sim, case, case.waiting):
        if here == 1:
            case.due_wait = due(sim, EventKind.ASSEMBLY_WAIT, case, wait_ends_at(sim))
        return
    gather_calendars(sim, case, NOBODY)
    if finish_together(sim.plan, sim.gathered, here, sim.now, 1) <= case.due_wait:
        begin(sim, case)


@part
def crews_here(sim: Any, case: Any) -> int:
    """Number of crews on site."""
    here = 0
    slot = case.first_part
    while slot != NOBODY:
        here += sim.jobs[slot].arrived != NOBODY
        slot = sim.jobs[slot].next_part
    return here


@part
def gather_calendars(sim: Any, case: Any, done: int) -> int:
    """Note the calendars of the crews who have more work on site than that (ms) in `gathered`; how many they are."""
    more = 0
    slot = case.first_part
    while slot != NOBODY:
        job = sim.jobs[slot]
        if work_of(sim, case, job) > done:
            sim.gathered[more] = calendar_of(sim, sim.servers[job.server], job.clock)
            more += 1
        slot = job.next_part
    return more


@part
def work_of(sim: Any, case: Any, job: Any) -> int:
    """Work (ms) of a crew on site in its part, NOBODY of one who is not there."""
    return job_site.joint_work(sim, case, case.attempt, job.department) if job.arrived != NOBODY else NOBODY


@part
def begin(sim: Any, case: Any) -> None:
    """All are here, and on duty together before patience ends: the work begins."""
    case.due_wait = NOBODY
    if case.assembled == NOBODY:
        limit = after(sim.plan, case.first_whistle, sim.plan.whistle.arrive[kind_of(sim, case)])
        case.assembled = sim.now
        case.assembled_late = sim.now > limit
    write_as(sim, ASSEMBLED, case, Performer.STREET, sim.now - case.first_whistle)
    job_site.finds_issue(sim, case)
    work_together(sim, case)


@part
def work_together(sim: Any, case: Any) -> None:
    """Crews work in the hours common to all who are at work; each leaves when its own part is done."""
    done, moment = NOBODY, sim.now
    work = next_work(sim, case, done)
    while work != NOBODY:
        more = gather_calendars(sim, case, done)
        moment = finish_together(sim.plan, sim.gathered, more, moment, work - max(done, 0))
        done = work
        end_at(sim, case, work, moment)
        work = next_work(sim, case, done)


@part
def next_work(sim: Any, case: Any, done: int) -> int:
    """Least work (ms) of the crews who have more than that (ms), NOBODY if none has."""
    least = NOBODY
    slot = case.first_part
    while slot != NOBODY:
        work = work_of(sim, case, sim.jobs[slot])
        if work > done and (least == NOBODY or work < least):
            least = work
        slot = sim.jobs[slot].next_part
    return least


@part
def end_at(sim: Any, case: Any, work: int, moment: int) -> None:
    """Let the crews who have so much work (ms) end it at a moment (ms)."""
    slot = case.first_part
    while slot != NOBODY:
        job = sim.jobs[slot]
        if work_of(sim, case, job) == work:
            server = sim.servers[job.server]
            server.due_done = due(sim, EventKind.DONE, server, moment)
        slot = job.next_part


@part
def on_wait_over(sim: Any, case: Any) -> None:
    """Those on site have waited long enough: all leave, and the whistle is blown again; at last it is escalated."""
    write_as(sim, CREWS_LEFT, case, Performer.STREET, crews_here(sim, case))
    if case.whistles == sim.plan.whistle.attempts:
        write_as(sim, ESCALATED, case, Performer.SUPERVISOR, 0)
    slot = case.first_part
    case.first_part = case.last_part = NOBODY
    blow(sim, case)
    while slot != NOBODY:
        job = sim.jobs[slot]
        slot = job.next_part
        station.withdraw(sim, sim.stations[job.station], job)
