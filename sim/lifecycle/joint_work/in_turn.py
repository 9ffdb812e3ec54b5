"""Joint work without a whistle: one department after the other, or a lead department that asks the others."""

from __future__ import annotations

from typing import Any

from sim.kinds import Clock, Performer, Step
from sim.lifecycle import station, street
from sim.lifecycle.access import issue_of
from sim.lifecycle.hooks import dispatching, whistling
from sim.lifecycle.joint_work import parts
from sim.lifecycle.joint_work.departments import first_department, has, size_of, station_of, write_of
from sim.lifecycle.log import write_as
from sim.lifecycle.services import part
from sim.mechanisms.whistle import SEQUENCE
from sim.record.activities import NUMBER

PART_RETURNED, QUEUED = NUMBER["part_returned"], NUMBER["queued"]
OF_CREW = 1 << 32
"""Room in the numbers of parts for those of one crew of each department."""


@part
def next_in_sequence(sim: Any, case: Any) -> None:
    """Send the case to the next department; one that returns it first is asked again."""
    department = first_department(case.waiting)
    returns = whistling.returns_part(sim.plan, case, station_of(sim, department), department)
    if returns and not has(case.asked_again, department):
        returned(sim, case, 1 << department)
    else:
        queue(sim, case, department)


@part
def ask_all(sim: Any, case: Any) -> None:
    """The lead department asks all others at once; it does its own part last."""
    needed = dispatching.called(sim.plan, issue_of(sim, case))
    case.waiting = needed
    others = needed & (needed - 1)
    again = 0
    for department in range(len(sim.plan.departments)):
        place = station_of(sim, department)
        if has(others, department) and whistling.returns_part(sim.plan, case, place, department):
            again |= 1 << department
    if again:
        returned(sim, case, again)
    queue_all(sim, case, others & ~again)


@part
def queue_all(sim: Any, case: Any, departments: int) -> None:
    """Put a case in the queues of all departments of a set (bits)."""
    for department in range(len(sim.plan.departments)):
        if has(departments, department):
            queue(sim, case, department)


@part
def lead_if_last(sim: Any, case: Any) -> None:
    """Have the lead department do its part when all others have done theirs."""
    lead = first_department(dispatching.called(sim.plan, issue_of(sim, case)))
    if case.waiting == 1 << lead:
        queue(sim, case, lead)


@part
def returned(sim: Any, case: Any, departments: int) -> None:
    """Departments (a set, bits) return their parts, to be asked again."""
    case.asked_again |= departments
    case.returns += 1
    for department in range(len(sim.plan.departments)):
        if has(departments, department):
            write_of(sim, PART_RETURNED, case, department, 0)
    street.next_step(sim, case, Step.ASK_AGAIN, dispatching.returned_at(sim.plan, case, sim.now))


@part
def ask_again(sim: Any, case: Any) -> None:
    """Ask once more: those who returned their part, or the next department in line."""
    if whistling.way(sim.plan, case) == SEQUENCE:
        next_in_sequence(sim, case)
        return
    again = case.asked_again
    case.asked_again = 0
    queue_all(sim, case, again)


@part
def part_number(sim: Any, case: Any, job: Any) -> int:
    """Number of a part in a case, from 0, in the order of departments; what is done again counts on, and so do, far
    above, further crews of a department."""
    needed = dispatching.called(sim.plan, issue_of(sim, case))
    before = needed & ((1 << job.department) - 1)
    return job.crew * OF_CREW + (case.sent_back + case.reopened) * size_of(needed) + size_of(before)


@part
def queue(sim: Any, case: Any, department: int) -> None:
    """Put a case in the queue of a department (number), as often as it needs crews of it."""
    place = station_of(sim, department)
    write_as(sim, QUEUED, case, Performer.STREET, place.number)
    for crew in range(parts.crews_of(sim, case, department)):
        job = parts.new_part(sim, case, department, crew, Clock.CASES.value)
        case.job = job.slot
        station.receive(sim, place, job)
