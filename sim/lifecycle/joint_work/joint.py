"""Joint work of several departments: how a street finds out who is needed, how they are called, and when it is done."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, Clock, Level, Performer, Step
from sim.lifecycle import job_site, ledger, street
from sim.lifecycle.access import case_of, hazard_of, issue_of
from sim.lifecycle.authority import own_part
from sim.lifecycle.hooks import dispatching, whistling
from sim.lifecycle.joint_work import in_turn, parts, whistle
from sim.lifecycle.joint_work.departments import first_department, write_of
from sim.lifecycle.log import write_as
from sim.lifecycle.services import part
from sim.mechanisms.whistle import LEAD, SEQUENCE, WHISTLE
from sim.record.activities import NUMBER

DIAGNOSED, PART_DONE = NUMBER["diagnosed"], NUMBER["part_done"]


@part
def diagnose(sim: Any, case: Any) -> None:
    """The street begins to see that it needs several departments."""
    street.next_step(sim, case, Step.DIAGNOSED, dispatching.diagnosed_at(sim.plan, case, sim.now))


@part
def diagnosed(sim: Any, case: Any) -> None:
    """It is clear who is needed; the procedure runs, then the departments are called."""
    case.dispatches += 1
    if case.dispatched == NOBODY:
        case.dispatched = sim.now
    needed = issue_of(sim, case).needs
    write_as(sim, DIAGNOSED, case, Performer.STREET, needed)
    case.unit = sim.plan.departments[first_department(needed)]
    own_part.note(sim, case)
    if case.reporter != NOBODY and case.responded == NOBODY:
        street.expect_contact(sim, case)
    prepare(sim, case)


@part
def prepare(sim: Any, case: Any) -> None:
    """Wait for what the procedure demands, then call the departments."""
    case.prepared = 1
    over = dispatching.procedure_over(sim.plan, hazard_of(sim, issue_of(sim, case)), case, sim.now)
    street.next_step(sim, case, Step.BLOW, over)


@part
def start(sim: Any, case: Any) -> None:
    """Let those of the street do their part, if they have one, then call the departments."""
    if not own_part.begins(sim, case):
        call(sim, case)


@part
def call(sim: Any, case: Any) -> None:
    """Call the departments in the way of this organisation."""
    way = whistling.way(sim.plan, case)
    if way == WHISTLE:
        whistle.blow(sim, case)
    elif way == SEQUENCE:
        case.waiting = dispatching.called(sim.plan, issue_of(sim, case))
        in_turn.next_in_sequence(sim, case)
    else:
        in_turn.ask_all(sim, case)


# -- the parts of the departments ------------------------------------------------------------------------------------


@part
def on_site(sim: Any, job: Any) -> int:
    """A crew is on site: one that was whistled for waits for the others (NOBODY), another works; ms of work."""
    case = case_of(sim, job)
    job_site.arrived(sim, case)
    if job.clock == Clock.CASES:
        job_site.finds_issue(sim, case)
        return job_site.joint_work(sim, case, in_turn.part_number(sim, case, job), job.department)
    whistle.on_site(sim, case)
    return NOBODY


@part
def part_done(sim: Any, case: Any, station: Any, job: Any) -> None:
    """A crew has done its part; after the last of a department others may follow, after the last of all the case is
    claimed done."""
    way = whistling.way(sim.plan, case)
    write_of(sim, PART_DONE, case, job.department, 0)
    if parts.still_to_do(sim, case, job.department) > 0:
        return
    case.waiting &= ~(1 << job.department)
    in_turn_now = job.clock == Clock.CASES
    parts.end(sim, case)
    if case.waiting == 0:
        case.summons = 0
        ledger.claim(sim, case, station, Level.JOINT if issue_of(sim, case).joint else station.level)
    elif way == SEQUENCE and in_turn_now:
        case.attempt += 1
        over = dispatching.procedure_over(sim.plan, hazard_of(sim, issue_of(sim, case)), case, sim.now)
        street.next_step(sim, case, Step.ASK_AGAIN, over)
    elif way == LEAD and in_turn_now:
        in_turn.lead_if_last(sim, case)
