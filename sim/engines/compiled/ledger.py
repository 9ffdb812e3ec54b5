"""The ledger of a street: claims, checks, closing, call-backs, and what comes back."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import department, grid_leader, joint, nature, resident, simulation, street, supervisor
from sim.engines.compiled.eventlog import RESIDENT, STREET, WORKER, write_case
from sim.engines.compiled.part import part
from sim.kinds import NOBODY, CaseState, JobKind, Source, Step
from sim.lifecycle import hooks
from sim.mechanisms.queueing import LATE
from sim.plan.plan import DEPARTMENT
from sim.record.activities import NUMBER

CLAIMED_DONE, CHECKED, SENT_BACK = NUMBER["claimed_done"], NUMBER["checked"], NUMBER["sent_back"]
CLOSED, RATED, REOPENED = NUMBER["closed"], NUMBER["rated"], NUMBER["reopened"]


@part
def claim(sim: Any, case: Any, level: int) -> None:
    """A unit says that a case is done: truly or not, checked or not. Its time limit stands still from here on."""
    case.claimed = sim.now
    case.level = level
    case.due_limit = NOBODY
    if street.is_open(sim, case) and hooks.truly_fixed(sim.plan, case):
        nature.fix(sim, sim.issues[case.issue], level)
    still = street.is_open(sim, case)
    street.write_as(sim, CLAIMED_DONE, case, STREET, 0 if still else 1)
    if still and hooks.desk_sees(sim.plan, case):
        send_back(sim, case)
    elif case.source != Source.RESIDENT.value or case.verified:
        check(sim, case)
    else:
        close(sim, case)


@part
def check(sim: Any, case: Any) -> None:
    """Have a claim of street order checked on site, by the finder or by another worker."""
    who = hooks.checker(sim.plan, case)
    own = who == hooks.CHECK_BY_FINDER
    community = sim.issues[case.issue].community
    wanted = case.finder if own else grid_leader.other_than(sim, community, case.finder)
    worker = grid_leader.worker_for(sim, case, wanted)
    if who == hooks.NO_CHECK or worker == NOBODY:
        close(sim, case)
    else:
        street.give(sim, worker, case, JobKind.CHECK.value, 1 if own else 0)


@part
def checked(sim: Any, case: Any, own: bool) -> None:
    """A check is made: a false claim that is seen goes back."""
    sees = street.is_open(sim, case) and hooks.check_sees(sim.plan, case, own)
    street.write_as(sim, CHECKED, case, WORKER, 0 if sees else 1)
    if sees:
        send_back(sim, case)
    else:
        close(sim, case)


@part
def send_back(sim: Any, case: Any) -> None:
    """Have a case done again by the unit that claimed it."""
    case.sent_back += 1
    street.write_as(sim, SENT_BACK, case, STREET, 0)
    do_again(sim, case)


@part
def do_again(sim: Any, case: Any) -> None:
    """Another attempt, before new cases."""
    case.attempt += 1
    case.priority = min(case.priority, LATE)
    supervisor.resume_limit(sim, case)
    if sim.issues[case.issue].joint:
        joint.start(sim, case)
    else:
        street.hand_over(sim, case)


@part
def close(sim: Any, case: Any) -> None:
    """Write a case off; the resident who reported it learns what became of it."""
    solved = not street.is_open(sim, case)
    street.write_as(sim, CLOSED, case, STREET, 1 if solved else 0)
    in_time = case.claimed <= case.limit
    put_away(sim, case, CaseState.CLOSED.value)
    count(sim, case, in_time)
    if case.source == Source.RESIDENT.value:
        resident.learns(sim, sim.residents[case.reporter], solved and in_time)
        if sim.plan.settings.reached > 0.0:
            street.next_step(sim, case, Step.CALL_BACK.value, hooks.called_back_at(sim.plan, case, sim.now))
    if not solved:
        issue = sim.issues[case.issue]
        simulation.expect_finds(sim, issue, sim.plan.hazards[issue.hazard])


@part
def count(sim: Any, case: Any, in_time: bool) -> None:
    """Count a closing for the department whose case it was."""
    unit = sim.plan.units[case.unit]
    if unit.level == DEPARTMENT:
        department.counts_closing(sim.stations[unit.first_station], in_time)


@part
def put_away(sim: Any, case: Any, state: int) -> None:
    """Take a case off the desk, whatever was still to come for it."""
    case.state = state
    case.closed = sim.now
    case.job = NOBODY
    sim.issues[case.issue].case = NOBODY
    case.due_limit = case.due_chase = case.due_contact = NOBODY


@part
def call_back(sim: Any, case: Any) -> None:
    """Ask the resident: solved? satisfied? What was not solved is opened again."""
    if not hooks.reached(sim.plan, case):
        return
    solved = not street.is_open(sim, case)
    satisfied = hooks.satisfied(sim.plan, case, solved, case.claimed > case.limit)
    case.called_back = 1
    case.said_solved = solved
    case.satisfied = satisfied
    value = (1 if solved else 0) + (2 if satisfied else 0)
    write_case(sim, RATED, case, RESIDENT, case.reporter, value)
    if not solved and sim.issues[case.issue].case == NOBODY:
        reopen(sim, case)


@part
def reopen(sim: Any, case: Any) -> None:
    """Open a closed case again: the same case, the same unit, before new ones; its limit stays."""
    case.reopened += 1
    case.state = CaseState.OPEN
    case.closed = NOBODY
    sim.issues[case.issue].case = case.number
    street.write_as(sim, REOPENED, case, STREET, 0)
    street.expect_chase(sim, case)
    do_again(sim, case)
