"""The ledger of a street: claims, checks, closing, call-backs, and what comes back.

Limits, extensions and reminders are the supervisor's (`oversight/supervisor.py`).
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, CaseState, JobKind, Level, Performer, Scope, Source, Step
from sim.lifecycle import beat, environment, grid_leader, job_site, resident, street
from sim.lifecycle.access import area_of, is_open, issue_of, site_of, unit_of
from sim.lifecycle.authority import root_repair
from sim.lifecycle.hooks import checking
from sim.lifecycle.joint_work import joint
from sim.lifecycle.log import write_as, write_case
from sim.lifecycle.oversight import inspection, supervisor
from sim.lifecycle.services import part
from sim.lifecycle.stages import named_leader
from sim.mechanisms.queueing import LATE
from sim.record.activities import NUMBER

CLAIMED_DONE, CHECKED, SENT_BACK = NUMBER["claimed_done"], NUMBER["checked"], NUMBER["sent_back"]
CLOSED, RATED, REOPENED = NUMBER["closed"], NUMBER["rated"], NUMBER["reopened"]
SOLVED, SATISFIED = 1, 2
"""Values of a rating in the log, added: the bits of what the resident says."""


@part
def claim(sim: Any, case: Any, station: Any, level: Level) -> None:
    """A station says that a case is done: truly or not, checked or not. Its limit stands still from here on."""
    issue = issue_of(sim, case)
    if is_open(sim, issue) and checking.truly_fixed(sim.plan, issue, case, station):
        environment.fix(sim, issue, level)
        if case.due_safe != NOBODY:
            job_site.made_safe(sim, case)
    case.due_safe = NOBODY  # who says that it is done leaves, safe or not
    say_done(sim, case, level)


@part
def say_done(sim: Any, case: Any, level: Level) -> None:
    """Enter that a case is said to be done, and let follow what follows; nobody need have been there."""
    first = case.claimed == NOBODY
    case.claimed = sim.now
    case.level = level
    case.due_limit = NOBODY
    still = is_open(sim, issue_of(sim, case))
    if first:
        case.said_late = not was_in_time(case)
        case.said_untrue = still
    write_as(sim, CLAIMED_DONE, case, Performer.STREET, 0 if still else 1)
    if still and checking.desk_sees(sim.plan, case) and not is_final(sim, case):
        send_back(sim, case)
    elif case.source != Source.RESIDENT or case.verified:
        check(sim, case)
    else:
        close(sim, case)


@part
def check(sim: Any, case: Any) -> None:
    """Have a claim of street order checked on site, by the finder or by another worker."""
    who = checking.checker(sim.plan, case)
    own = who == checking.CHECK_BY_FINDER
    wanted = case.finder if own else grid_leader.other_than(sim, area_of(sim, issue_of(sim, case)), case.finder)
    worker = grid_leader.worker_for(sim, case, wanted)
    if who == checking.NO_CHECK or worker == NOBODY:
        close(sim, case)
    else:
        street.give(sim, worker, case, JobKind.CHECK, int(own))


@part
def checked(sim: Any, case: Any, own: bool) -> None:
    """A check is made: a false claim that is seen goes back."""
    sees = is_open(sim, issue_of(sim, case)) and checking.check_sees(sim.plan, case, own)
    write_as(sim, CHECKED, case, Performer.WORKER, 0 if sees else 1)
    if sees and not is_final(sim, case):
        send_back(sim, case)
    else:
        close(sim, case)


@part
def is_final(sim: Any, case: Any) -> bool:
    """Whether a case is closed for good, whatever anybody finds."""
    return checking.is_final(sim.plan, issue_of(sim, case), case)


@part
def send_back(sim: Any, case: Any) -> None:
    """Have a case done again by the unit that claimed it."""
    case.sent_back += 1
    write_as(sim, SENT_BACK, case, Performer.STREET, 0)
    do_again(sim, case)


@part
def do_again(sim: Any, case: Any) -> None:
    """Another attempt, before new cases; a procedure that was never run is run first."""
    case.attempt += 1
    case.priority = min(case.priority, LATE)
    supervisor.resume_limit(sim, case)
    if issue_of(sim, case).joint:
        if case.prepared:
            joint.start(sim, case)
        else:
            joint.prepare(sim, case)
    elif case.prepared:
        street.hand_over(sim, case)
    else:
        street.prepare(sim, case)


@part
def close(sim: Any, case: Any) -> None:
    """Write a case off; the resident who reported it learns what became of it."""
    issue = issue_of(sim, case)
    solved = not is_open(sim, issue)
    write_as(sim, CLOSED, case, Performer.STREET, 1 if solved else 0)
    in_time = was_in_time(case)
    put_away(sim, case, CaseState.CLOSED)
    count(sim, case, in_time)
    root_repair.count(sim, case)
    if case.source == Source.RESIDENT:
        resident.learns(sim, sim.residents[case.reporter], case, solved and in_time)
        resident.neighbours_hear(sim, case, solved and in_time)
        if checking.calls_back(sim.plan, case):
            street.next_step(sim, case, Step.CALL_BACK, checking.called_back_at(sim.plan, case, sim.now))
    if not solved:
        beat.expect_finds(sim, issue)
    inspection.sample(sim, case)


@part
def was_in_time(case: Any) -> bool:
    """Whether a case was last claimed done within its limit; the tables call it `on_time` once the case is closed."""
    return bool(case.claimed <= case.limit)


@part
def count(sim: Any, case: Any, in_time: bool) -> None:
    """Count a closing for the station whose case it was, until the month ends."""
    if case.unit == NOBODY:
        return
    station = sim.stations[station_of_unit(sim, case)]
    station.closed += 1
    station.in_time += in_time


@part
def missed(sim: Any, case: Any) -> None:
    """Count a limit that passed for the station that has the case."""
    if case.unit != NOBODY:
        sim.stations[station_of_unit(sim, case)].missed += 1


@part
def count_answer(sim: Any, case: Any, solved: bool, satisfied: bool) -> None:
    """Count what a resident said in a call-back for the station whose case it was."""
    if case.unit == NOBODY:
        return
    station = sim.stations[station_of_unit(sim, case)]
    station.called += 1
    station.solved += solved
    station.pleased += satisfied


@part
def station_of_unit(sim: Any, case: Any) -> int:
    """Station (number) of the case's unit at the place of its issue; a community's desk where no worker walks."""
    return station_of(sim, unit_of(sim, case), issue_of(sim, case))


@part
def station_of(sim: Any, unit: Any, issue: Any) -> int:
    """Station (number) of a unit at the place of an issue; a community's desk where no worker walks."""
    if unit.scope == Scope.GRID:
        own = site_of(sim, issue).beat
        return own if own != NOBODY else area_of(sim, issue).desk
    if unit.scope == Scope.COMMUNITY:
        return unit.first_station + issue.community
    if unit.scope == Scope.STREET:
        return unit.first_station + area_of(sim, issue).street
    return unit.first_station


@part
def put_away(sim: Any, case: Any, state: CaseState) -> None:
    """Take a case off the desk, whatever was still to come for it."""
    case.state = state
    case.closed = sim.now
    case.job = NOBODY
    issue_of(sim, case).case = NOBODY
    case.due_limit = case.due_chase = case.due_contact = NOBODY
    named_leader.let_go(sim, case)


@part
def call_back(sim: Any, case: Any) -> None:
    """Ask the resident: solved? satisfied? What was not solved is opened again."""
    if not checking.reached(sim.plan, case):
        return
    reporter = sim.residents[case.reporter]
    solved = not is_open(sim, issue_of(sim, case))
    satisfied = checking.satisfied(sim.plan, case, reporter, solved, not was_in_time(case))
    case.called_back = 1
    case.said_solved = solved
    case.satisfied = satisfied
    count_answer(sim, case, solved, satisfied)
    value = (SOLVED if solved else 0) + (SATISFIED if satisfied else 0)
    write_case(sim, RATED, case, Performer.RESIDENT, case.reporter, value)
    if not solved:
        reopen_if_free(sim, case)


@part
def reopen_if_free(sim: Any, case: Any) -> None:
    """Open a closed case again that was found untrue, unless the issue has another or nothing more is tried."""
    if issue_of(sim, case).case == NOBODY and not is_final(sim, case):
        reopen(sim, case)


@part
def reopen(sim: Any, case: Any) -> None:
    """Open a closed case again: the same case, the same unit, before new ones; its limit stays."""
    case.reopened += 1
    case.state = CaseState.OPEN
    case.closed = NOBODY
    issue_of(sim, case).case = case.number
    write_as(sim, REOPENED, case, Performer.STREET, 0)
    if case.reporter != NOBODY:
        street.expect_chase(sim, case)
    named_leader.consider(sim, case)
    do_again(sim, case)
