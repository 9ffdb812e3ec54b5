"""A street: its desk takes reports and finds, files them, finds the unit, and takes cases back from wrong ones."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, CaseState, Clock, EventKind, JobKind, Level, Performer, Scope, Source, Step, WayPoint
from sim.lifecycle import environment, grid_leader, ledger, resident, station
from sim.lifecycle.access import area_of, due, hazard_of, is_open, issue_of, site_of, unit_of
from sim.lifecycle.authority import warning
from sim.lifecycle.hooks import dispatching, noticing, working
from sim.lifecycle.joint_work import in_turn, joint, whistle
from sim.lifecycle.log import write, write_as, write_case
from sim.lifecycle.oversight import supervisor
from sim.lifecycle.services import new_case, part
from sim.lifecycle.stages import hearing, named_leader
from sim.lifecycle.stages import property as company
from sim.mechanisms.queueing import EMERGENCY, LATE, URGENT
from sim.plan.plan import GRID_UNIT
from sim.record.activities import NUMBER

REPORTED, MERGED, CHASED, CONTACTED = NUMBER["reported"], NUMBER["merged"], NUMBER["chased"], NUMBER["contacted"]
VERIFIED, CANCELLED, REGISTERED = NUMBER["verified"], NUMBER["cancelled"], NUMBER["registered"]
FIXED_ON_THE_SPOT, DISPATCHED = NUMBER["fixed_on_the_spot"], NUMBER["dispatched"]
RETURNED, ACCEPTED, SHELVED, RESUMED = NUMBER["returned"], NUMBER["accepted"], NUMBER["shelved"], NUMBER["resumed"]
QUEUED, PETITIONED, TAKEN_OVER = NUMBER["queued"], NUMBER["petitioned"], NUMBER["taken_over"]
PASSED_ON, CAUGHT = NUMBER["passed_on"], NUMBER["caught"]
TOKEN_SOURCE, TOKEN_ROOM = 36, 16
"""A case's token: source in the bits from 36, number of the report or find from 16, room for attempts below."""


# -- steps at the desk -----------------------------------------------------------------------------------------------


@part
def next_step(sim: Any, case: Any, step: Step, at: int) -> None:
    """Make the next step of a case due at a time (ms)."""
    case.step = step
    case.due_step = due(sim, EventKind.STEP, case, at)


@part
def on_step(sim: Any, case: Any) -> None:
    """Take the step of a case that is due."""
    step = case.step
    case.step = Step.NONE
    if step == Step.FILE:
        file_report(sim, case)
    elif step == Step.RETURNED:
        give_back(sim, case)
    elif step == Step.RESUME:
        resume(sim, case)
    elif step == Step.READY:
        hand_over(sim, case)
    elif step == Step.CALL_BACK:
        ledger.call_back(sim, case)
    elif step == Step.DIAGNOSED:
        joint.diagnosed(sim, case)
    elif step == Step.BLOW:
        joint.start(sim, case)
    elif step == Step.CALL:
        whistle.called(sim, case)
    elif step == Step.MEET:
        whistle.meet(sim, case)
    elif step == Step.GIVE_UP:
        company.give_up(sim, case)
    elif step == Step.HEARD_AGAIN:
        hearing.join(sim, case)
    else:
        in_turn.ask_again(sim, case)


# -- a case begins ---------------------------------------------------------------------------------------------------


@part
def take_report(sim: Any, issue: Any, who: int) -> None:
    """A resident (number) reports an issue: merged with its open case, or the beginning of one."""
    if issue.case != NOBODY and company.has(sim.cases[issue.case]):
        company.is_reported_by(sim, sim.cases[issue.case], who)
        return
    channel = sim.residents[who].channel
    number = issue.case if issue.case != NOBODY else sim.case_count
    write(sim, REPORTED, issue, number, Performer.RESIDENT, who, channel)
    if issue.case != NOBODY:
        merge(sim, sim.cases[issue.case])
        resident.joins(sim, who, sim.cases[issue.case])
        return
    case = open_case(sim, issue, Source.RESIDENT, issue.notices)
    case.reporter = who
    case.channel = channel
    next_step(sim, case, Step.FILE, dispatching.filed_at(sim.plan, case, sim.now))
    expect_chase(sim, case)


@part
def merge(sim: Any, case: Any) -> None:
    """A repeat report joins the open case."""
    case.repeats += 1
    write_as(sim, MERGED, case, Performer.DESK, 0)


@part
def take_find(sim: Any, issue: Any, source: Source, finder: Any) -> Any:
    """A worker found an issue: a case, and the finder's job of booking it, or fixing it on the spot."""
    issue.finds += 1
    case = open_case(sim, issue, source, issue.finds)
    case.finder = finder.number
    patrols = source == Source.PATROL
    spot = patrols and noticing.fixed_on_the_spot(sim.plan, hazard_of(sim, issue), issue, finder)
    job = station.make_job(sim, case, JobKind.SPOT if spot else JobKind.BOOK)
    case.job = job.slot
    return job


@part
def take_sighting(sim: Any, issue: Any, source: Source, number: int) -> None:
    """Other eyes report an issue at a pass (number) of theirs: a case; the worker of the beat will check its claim."""
    case = open_case(sim, issue, source, number)
    case.finder = site_of(sim, issue).beat
    next_step(sim, case, Step.FILE, dispatching.filed_at(sim.plan, case, sim.now))


@part
def open_case(sim: Any, issue: Any, source: Source, number: int) -> Any:
    """Open a case about an issue, from a report or find (number, as the issue counts them)."""
    case = new_case(sim)
    case.issue = issue.slot
    case.key = issue.key
    case.adopted = issue.adopted
    case.reported = sim.now
    case.source = source
    case.token = ((source + 1) << TOKEN_SOURCE) | (number << TOKEN_ROOM)
    case.priority = dispatching.urgency(sim.plan, hazard_of(sim, issue), issue)
    issue.case = case.number
    issue.cases += 1
    warning.note(sim, issue, case)
    return case


@part
def expect_chase(sim: Any, case: Any) -> None:
    """Make the end of the reporter's patience due."""
    at = noticing.chased_at(sim.plan, case, sim.residents[case.reporter], sim.now)
    case.due_chase = due(sim, EventKind.CHASE, case, at)


@part
def on_chase(sim: Any, case: Any) -> None:
    """The reporter has lost patience."""
    resident.chases(sim, sim.residents[case.reporter], case)
    write_case(sim, CHASED, case, Performer.RESIDENT, case.reporter, case.chased)
    if dispatching.petitioned(sim.plan, case):
        case.petitioned = 1
        write_case(sim, PETITIONED, case, Performer.RESIDENT, case.reporter, case.chased)
    supervisor.hasten(sim, case, URGENT if case.petitioned else LATE)
    expect_chase(sim, case)


@part
def expect_contact(sim: Any, case: Any) -> None:
    """Make the first contact with the resident due."""
    case.due_contact = due(sim, EventKind.CONTACT, case, dispatching.contacted_at(sim.plan, case, sim.now))


@part
def on_contact(sim: Any, case: Any) -> None:
    """The unit contacts the resident."""
    responded(sim, case)
    write_as(sim, CONTACTED, case, Performer.STREET, 0)


@part
def responded(sim: Any, case: Any) -> None:
    """Note the first response to a case."""
    if case.responded == NOBODY:
        case.responded = sim.now


# -- filing ----------------------------------------------------------------------------------------------------------


@part
def file_report(sim: Any, case: Any) -> None:
    """File a report that is on the desk; some are verified on site first."""
    if dispatching.verified_first(sim.plan, hazard_of(sim, issue_of(sim, case)), case):
        worker = grid_leader.worker_at(sim, case)
        if worker != NOBODY:
            case.verified = 1
            case.finder = worker
            give(sim, worker, case, JobKind.VERIFY, 0)
            return
    file(sim, case)


@part
def verified(sim: Any, case: Any) -> None:
    """A report was verified: file it if the issue is there, else cancel it."""
    if is_open(sim, issue_of(sim, case)):
        write_as(sim, VERIFIED, case, Performer.WORKER, 0)
        file(sim, case)
        return
    write_as(sim, CANCELLED, case, Performer.WORKER, 0)
    ledger.put_away(sim, case, CaseState.CANCELLED)


@part
def file(sim: Any, case: Any) -> None:
    """File a case, start its limit, and send it on its way."""
    register(sim, case)
    if issue_of(sim, case).joint:
        joint.diagnose(sim, case)
    elif not hearing.comes_before(sim, case, WayPoint.BEFORE_DISPATCH):
        dispatch(sim, case)


@part
def register(sim: Any, case: Any) -> None:
    """Enter a case in the register: its limit runs."""
    case.registered = sim.now
    supervisor.set_limit(sim, case)
    write_as(sim, REGISTERED, case, Performer.DESK, case.limit - sim.now)
    named_leader.watch(sim, case)


@part
def file_done(sim: Any, case: Any) -> None:
    """File and close a case that its finder has fixed on the spot."""
    case.dispatched = case.responded = case.arrived = sim.now
    register(sim, case)
    issue = issue_of(sim, case)
    if is_open(sim, issue) and not issue.unsolvable:
        environment.fix(sim, issue, Level.SPOT)
    write_as(sim, FIXED_ON_THE_SPOT, case, Performer.WORKER, 0)
    case.claimed = sim.now
    case.level = Level.SPOT
    case.unit = GRID_UNIT
    ledger.close(sim, case)


# -- the way to the hands --------------------------------------------------------------------------------------------


@part
def dispatch(sim: Any, case: Any) -> None:
    """Send a case to a unit; a wrong one will return it, the right one accepts."""
    issue = issue_of(sim, case)
    right = dispatching.in_charge(sim.plan, issue, case)
    disowned = dispatching.disowned(issue, case)
    named = dispatching.unit_named(sim.plan, case, right)
    if disowned:
        named = dispatching.next_named(sim.plan, case, right)
    case.dispatches += 1
    if case.dispatched == NOBODY:
        case.dispatched = sim.now
    write_as(sim, DISPATCHED, case, Performer.STREET, named)
    case.unit = named
    if disowned or named != right:
        keep(sim, case)
    else:
        accept(sim, case)


@part
def keep(sim: Any, case: Any) -> None:
    """A wrong unit has a case: it keeps it for a while, in which one of its crews may look at it."""
    next_step(sim, case, Step.RETURNED, dispatching.returned_at(sim.plan, case, sim.now))
    if dispatching.looks_first(sim.plan, case):
        job = station.make_job(sim, case, JobKind.MISSENT)
        case.job = job.slot
        station.receive(sim, sim.stations[station_for(sim, case)], job)


@part
def looked_at(sim: Any, case: Any, job: Any) -> None:
    """A crew of a wrong unit has looked at a case, which is returned at once if it has been kept for its while."""
    if dispatching.returned_at(sim.plan, case, job.queued) <= sim.now:
        case.due_step = NOBODY
        case.step = Step.NONE
        take_back(sim, case)


@part
def give_back(sim: Any, case: Any) -> None:
    """A wrong unit has kept a case for its while; if nobody has looked at it yet, it keeps it as long as it may."""
    if case.job != NOBODY:
        job = sim.jobs[case.job]
        by = dispatching.returned_by(sim.plan, case, job.queued)
        if sim.now < by:
            next_step(sim, case, Step.RETURNED, by)
            return
        station.withdraw(sim, sim.stations[job.station], job)
    take_back(sim, case)


@part
def take_back(sim: Any, case: Any) -> None:
    """A wrong unit returns a case."""
    case.returns += 1
    write_as(sim, RETURNED, case, Performer.STREET, case.unit)
    if hearing.comes_before(sim, case, WayPoint.AFTER_RETURN):
        return
    if dispatching.falls_through(sim.plan, issue_of(sim, case), case):
        case.caught = 1
        write_as(sim, CAUGHT, case, Performer.STREET, case.returns)
    dispatch(sim, case)


@part
def accept(sim: Any, case: Any) -> None:
    """The right unit accepts: contact with the resident, then what the procedure demands."""
    write_as(sim, ACCEPTED, case, Performer.STREET, case.unit)
    note_authority(sim, case)
    if case.accepted == NOBODY:
        case.accepted = sim.now
    if case.source == Source.RESIDENT and case.responded == NOBODY:
        expect_contact(sim, case)
    if dispatching.shelved(sim.plan, case):
        shelve(sim, case)
    elif case.prepared:
        hand_over(sim, case)
    else:
        prepare(sim, case)


@part
def note_authority(sim: Any, case: Any) -> None:
    """Note of a case that a unit accepts that it falls to another one, if it does."""
    if case.passed_on:
        return
    issue = issue_of(sim, case)
    case.moved_by = dispatching.taken_over_by(sim.plan, issue, case)
    if case.moved_by != NOBODY:
        write_as(sim, TAKEN_OVER, case, Performer.STREET, sim.plan.options[issue.option].unit)


@part
def pass_on(sim: Any, case: Any) -> None:
    """Those who took a case over could not fix it: it is sent to the unit that it falls to."""
    case.passed_on = 1
    write_as(sim, PASSED_ON, case, Performer.STREET, sim.plan.options[issue_of(sim, case).option].unit)
    dispatch(sim, case)


@part
def prepare(sim: Any, case: Any) -> None:
    """Wait for what the procedure demands, then hand the case over."""
    case.prepared = 1
    ready = dispatching.procedure_over(sim.plan, hazard_of(sim, issue_of(sim, case)), case, sim.now)
    if ready > sim.now:
        next_step(sim, case, Step.READY, ready)
    else:
        hand_over(sim, case)  # before the hands that are now free choose their next job


@part
def shelve(sim: Any, case: Any) -> None:
    """Put a case on the shelf, where its limit stands still and its procedure goes on."""
    case.shelved = case.prepared = 1
    case.due_limit = NOBODY
    write_as(sim, SHELVED, case, Performer.STREET, 0)
    next_step(sim, case, Step.RESUME, dispatching.resumed_at(sim.plan, case, sim.now))


@part
def resume(sim: Any, case: Any) -> None:
    """Take up a shelved case again."""
    write_as(sim, RESUMED, case, Performer.STREET, 0)
    named_leader.consider(sim, case)
    hand_over(sim, case)


@part
def hand_over(sim: Any, case: Any) -> None:
    """Put a case in the queue of the station that has to handle it; an emergency may take crews from line duty."""
    number = station_for(sim, case)
    write_as(sim, QUEUED, case, Performer.STREET, number)
    job = station.make_job(sim, case, JobKind.HANDLE)
    case.job = job.slot
    if case.priority == EMERGENCY:
        job.clock = Clock.ANY if working.in_any_hour(sim.plan, case) else Clock.DUTY
    station.receive(sim, sim.stations[number], job)


@part
def station_for(sim: Any, case: Any) -> int:
    """Station (number) of the case's unit at its place; a community's desk where there is no grid worker."""
    if unit_of(sim, case).scope == Scope.GRID:
        worker = grid_leader.worker_at(sim, case)
        return worker if worker != NOBODY else area_of(sim, issue_of(sim, case)).desk
    return ledger.station_of_unit(sim, case)


@part
def give(sim: Any, worker: int, case: Any, kind: JobKind, own_check: int) -> None:
    """Give a worker (number) a job about a case."""
    job = station.make_job(sim, case, kind)
    case.job = job.slot
    job.own_check = own_check
    station.receive(sim, sim.stations[worker], job)
