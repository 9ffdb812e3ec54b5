"""A street: its desk takes reports and finds, files them, finds the unit, and takes cases back from wrong ones."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import grid_leader, joint, ledger, nature, resident, simulation, station, supervisor
from sim.engines.compiled.clock import schedule
from sim.engines.compiled.eventlog import DESK, RESIDENT, STREET, WORKER, write, write_case
from sim.engines.compiled.part import part
from sim.kinds import NOBODY, CaseState, Clock, IssueState, JobKind, Kind, Level, Source, Step
from sim.lifecycle import hooks
from sim.mechanisms.queueing import EMERGENCY, LATE
from sim.plan.intervals import after
from sim.plan.plan import COMMUNITY, DEPARTMENT, GRID
from sim.record.activities import NUMBER

REPORTED, MERGED, CHASED, CONTACTED = NUMBER["reported"], NUMBER["merged"], NUMBER["chased"], NUMBER["contacted"]
VERIFIED, CANCELLED, REGISTERED = NUMBER["verified"], NUMBER["cancelled"], NUMBER["registered"]
FIXED_ON_THE_SPOT, DISPATCHED = NUMBER["fixed_on_the_spot"], NUMBER["dispatched"]
RETURNED, ACCEPTED, SHELVED, RESUMED = NUMBER["returned"], NUMBER["accepted"], NUMBER["shelved"], NUMBER["resumed"]
QUEUED, FOUND_GONE = NUMBER["queued"], NUMBER["found_gone"]
TOKEN_SOURCE, TOKEN_ROOM = 36, 16
"""A case's token: source in the bits from 36, number of the report or find from 16, room for attempts below."""


@part
def number_of(sim: Any, case: Any) -> int:
    """Street in charge of a case."""
    return sim.plan.communities[sim.issues[case.issue].community].street


@part
def write_as(sim: Any, activity: int, case: Any, kind: int, value: int) -> None:
    """Log what the street, or a kind of agent for it, does with a case."""
    write_case(sim, activity, case, kind, number_of(sim, case), value)


@part
def is_open(sim: Any, case: Any) -> bool:
    """Whether the issue of a case is still there."""
    return sim.states[case.issue] == IssueState.OPEN.value


@part
def next_step(sim: Any, case: Any, step: int, at: int) -> None:
    """Make the next step of a case due."""
    case.step = step
    case.due_step = schedule(sim, Kind.STEP.value, case.number, case.number, at)


@part
def on_step(sim: Any, case: Any) -> None:
    """Take the step of a case that is due."""
    step = case.step
    case.step = Step.NONE
    if step == Step.FILE.value:
        file_report(sim, case)
    elif step == Step.RETURNED.value:
        take_back(sim, case)
    elif step == Step.RESUME.value:
        resume(sim, case)
    elif step == Step.READY.value:
        hand_over(sim, case)
    elif step == Step.CALL_BACK.value:
        ledger.call_back(sim, case)
    elif step == Step.DIAGNOSED.value:
        joint.diagnosed(sim, case)
    elif step == Step.BLOW.value:
        joint.start(sim, case)
    elif step == Step.CALL.value:
        joint.called(sim, case)
    elif step == Step.MEET.value:
        joint.meet(sim, case)
    else:
        joint.ask_again(sim, case)


@part
def take_report(sim: Any, issue: Any, who: int) -> None:
    """A resident reports an issue: merged with its open case, or the beginning of one."""
    reporter = sim.residents[who]
    number = issue.case if issue.case != NOBODY else sim.case_count
    write(sim, REPORTED, issue, number, RESIDENT, who, reporter.channel)
    if issue.case != NOBODY:
        case = sim.cases[issue.case]
        case.repeats += 1
        write_as(sim, MERGED, case, DESK, 0)
        return
    case = open_case(sim, issue, Source.RESIDENT.value, issue.notices)
    case.reporter = who
    case.channel = reporter.channel
    next_step(sim, case, Step.FILE.value, hooks.filed_at(sim.plan, case, sim.now))
    expect_chase(sim, case)


@part
def take_find(sim: Any, issue: Any, source: int, finder: int) -> Any:
    """A worker found an issue: a case, and the finder's job of booking it, or fixing it on the spot."""
    issue.finds += 1
    case = open_case(sim, issue, source, issue.finds)
    case.finder = finder
    hazard = sim.plan.hazards[issue.hazard]
    spot = source == Source.PATROL.value and hooks.fixed_on_the_spot(sim.plan, hazard, issue)
    job = simulation.new_job(sim, case, JobKind.SPOT.value if spot else JobKind.BOOK.value)
    case.job = job.slot
    return job


@part
def open_case(sim: Any, issue: Any, source: int, number: int) -> Any:
    """Open a case about an issue."""
    case = simulation.new_case(sim, issue)
    case.source = source
    case.token = ((source + 1) << TOKEN_SOURCE) | (number << TOKEN_ROOM)
    case.priority = sim.plan.hazards[issue.hazard].urgency
    issue.case = case.number
    issue.cases += 1
    return case


@part
def expect_chase(sim: Any, case: Any) -> None:
    """Make the end of the reporter's patience due."""
    at = hooks.chased_at(sim.plan, case, sim.now)
    case.due_chase = schedule(sim, Kind.CHASE.value, case.number, case.number, at)


@part
def on_chase(sim: Any, case: Any) -> None:
    """The reporter has lost patience."""
    resident.chases(sim, sim.residents[case.reporter], case)
    write_case(sim, CHASED, case, RESIDENT, case.reporter, case.chased)
    supervisor.hasten(sim, case, LATE)
    expect_chase(sim, case)


@part
def expect_contact(sim: Any, case: Any) -> None:
    """Make the first contact with the resident due."""
    at = hooks.contacted_at(sim.plan, case, sim.now)
    case.due_contact = schedule(sim, Kind.CONTACT.value, case.number, case.number, at)


@part
def on_contact(sim: Any, case: Any) -> None:
    """The unit contacts the resident."""
    responded(sim, case)
    write_as(sim, CONTACTED, case, STREET, 0)


@part
def responded(sim: Any, case: Any) -> None:
    """Note the first response to a case."""
    if case.responded == NOBODY:
        case.responded = sim.now


@part
def file_report(sim: Any, case: Any) -> None:
    """File a report that is on the desk; some are verified on site first."""
    if hooks.verified_first(sim.plan, sim.plan.hazards[sim.issues[case.issue].hazard]):
        worker = worker_at(sim, case)
        if worker != NOBODY:
            case.verified = 1
            case.finder = worker
            give(sim, worker, case, JobKind.VERIFY.value, 0)
            return
    file(sim, case)


@part
def verified(sim: Any, case: Any) -> None:
    """A report was verified: file it if the issue is there, else cancel it."""
    if is_open(sim, case):
        write_as(sim, VERIFIED, case, WORKER, 0)
        file(sim, case)
        return
    write_as(sim, CANCELLED, case, WORKER, 0)
    ledger.put_away(sim, case, CaseState.CANCELLED.value)


@part
def file(sim: Any, case: Any) -> None:
    """File a case, start its limit, and send it on its way."""
    case.registered = sim.now
    supervisor.set_limit(sim, case)
    write_as(sim, REGISTERED, case, DESK, case.limit - sim.now)
    if sim.issues[case.issue].joint:
        joint.diagnose(sim, case)
    else:
        dispatch(sim, case)


@part
def file_done(sim: Any, case: Any) -> None:
    """File and close a case that its finder has fixed on the spot."""
    case.registered = case.dispatched = case.responded = case.arrived = sim.now
    supervisor.set_limit(sim, case)
    write_as(sim, REGISTERED, case, DESK, case.limit - sim.now)
    if is_open(sim, case):
        nature.fix(sim, sim.issues[case.issue], Level.SPOT.value)
    write_as(sim, FIXED_ON_THE_SPOT, case, WORKER, 0)
    case.claimed = sim.now
    case.level = Level.SPOT
    case.unit = sim.grid_unit
    ledger.close(sim, case)


@part
def dispatch(sim: Any, case: Any) -> None:
    """Send a case to a unit; a wrong one will return it, the right one accepts."""
    right = sim.plan.options[sim.issues[case.issue].option].unit
    named = hooks.unit_named(sim.plan, case, right)
    case.dispatches += 1
    if case.dispatched == NOBODY:
        case.dispatched = sim.now
    write_as(sim, DISPATCHED, case, STREET, named)
    case.unit = named
    if named != right:
        next_step(sim, case, Step.RETURNED.value, hooks.returned_at(sim.plan, case, sim.now))
    else:
        accept(sim, case)


@part
def take_back(sim: Any, case: Any) -> None:
    """A wrong unit returns a case."""
    case.returns += 1
    write_as(sim, RETURNED, case, STREET, case.unit)
    dispatch(sim, case)


@part
def accept(sim: Any, case: Any) -> None:
    """The right unit accepts: contact with the resident, then what the procedure demands."""
    write_as(sim, ACCEPTED, case, STREET, case.unit)
    if case.source == Source.RESIDENT.value and case.responded == NOBODY:
        expect_contact(sim, case)
    if hooks.shelved(sim.plan, case):
        shelve(sim, case)
        return
    ready = hooks.procedure_over(sim.plan, sim.plan.hazards[sim.issues[case.issue].hazard], case, sim.now)
    if ready > sim.now:
        next_step(sim, case, Step.READY.value, ready)
    else:
        hand_over(sim, case)  # before the hands that are now free choose their next job


@part
def shelve(sim: Any, case: Any) -> None:
    """Put a case on the shelf: its limit stands still."""
    case.shelved = 1
    case.due_limit = NOBODY
    write_as(sim, SHELVED, case, STREET, 0)
    next_step(sim, case, Step.RESUME.value, after(sim.plan, sim.now, sim.plan.settings.shelved_for))


@part
def resume(sim: Any, case: Any) -> None:
    """Take up a shelved case again."""
    write_as(sim, RESUMED, case, STREET, 0)
    hand_over(sim, case)


@part
def hand_over(sim: Any, case: Any) -> None:
    """Put a case in the queue of the station that has to handle it; an emergency may take crews from line duty."""
    number = station_for(sim, case)
    write_as(sim, QUEUED, case, STREET, number)
    job = simulation.new_job(sim, case, JobKind.HANDLE.value)
    case.job = job.slot
    if case.priority == EMERGENCY:
        job.clock = Clock.DUTY
    station.receive(sim, sim.stations[number], job)


@part
def station_for(sim: Any, case: Any) -> int:
    """Station of the case's unit at its place; a community's desk where there is no grid worker."""
    unit = sim.plan.units[case.unit]
    community = sim.issues[case.issue].community
    if unit.level == GRID:
        worker = worker_at(sim, case)
        return worker if worker != NOBODY else sim.plan.communities[community].desk
    if unit.level == DEPARTMENT:
        return unit.first_station
    return unit.first_station + (community if unit.level == COMMUNITY else number_of(sim, case))


@part
def worker_at(sim: Any, case: Any) -> int:
    """Worker of the beat where the issue is, or the colleague the leader names."""
    return grid_leader.worker_for(sim, case, sim.plan.sites[sim.issues[case.issue].site].beat)


@part
def give(sim: Any, worker: int, case: Any, kind: int, own_check: int) -> None:
    """Give a worker a job about a case."""
    job = simulation.new_job(sim, case, kind)
    case.job = job.slot
    job.own_check = own_check
    station.receive(sim, sim.stations[worker], job)


@part
def arrived(sim: Any, case: Any) -> None:
    """Hands are on site to handle a case."""
    if case.arrived == NOBODY:
        case.arrived = sim.now
    responded(sim, case)


@part
def finds_issue(sim: Any, case: Any) -> bool:
    """Whether those on site find the issue still there."""
    if is_open(sim, case):
        return True
    case.found_gone = 1
    write_as(sim, FOUND_GONE, case, STREET, 0)
    return False
