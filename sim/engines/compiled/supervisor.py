"""The supervisor: watches time limits, reminds, escalates, and rates departments at the end of each month."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import joint, station
from sim.engines.compiled.clock import schedule
from sim.engines.compiled.eventlog import SUPERVISOR, write_case, write_row
from sim.engines.compiled.part import part
from sim.kinds import NOBODY, Kind
from sim.lifecycle import hooks
from sim.mechanisms.queueing import LATE, URGENT
from sim.plan.intervals import after
from sim.plan.plan import DEPARTMENT
from sim.record.activities import NUMBER

EXTENDED, DEADLINE_PASSED, ESCALATED = NUMBER["extended"], NUMBER["deadline_passed"], NUMBER["escalated"]
UNIT_RATED = NUMBER["unit_rated"]
PERMILLE = 1000


@part
def deadline_of(sim: Any, case: Any) -> int:
    """Number of the time limit of a case."""
    return sim.plan.hazards[sim.issues[case.issue].hazard].deadline


@part
def schedule_limit(sim: Any, case: Any, at: int) -> None:
    """Make the limit of a case due."""
    case.due_limit = schedule(sim, Kind.LIMIT.value, case.number, case.number, at)


@part
def set_limit(sim: Any, case: Any) -> None:
    """Start the clock of a case that was filed."""
    case.limit = after(sim.plan, sim.now, deadline_of(sim, case))
    case.asks_extension = hooks.asks_extension(sim.plan, case)
    share = sim.plan.settings.extension_when
    moment = sim.now + int((case.limit - sim.now) * share) if case.asks_extension else case.limit
    schedule_limit(sim, case, moment)


@part
def on_limit(sim: Any, case: Any) -> None:
    """An extension is asked for, or the time limit passes."""
    if case.asks_extension:
        extend(sim, case)
    else:
        remind(sim, case)


@part
def extend(sim: Any, case: Any) -> None:
    """Grant an extension if nobody has begun: the limit runs once more."""
    case.asks_extension = 0
    if case.arrived == NOBODY:
        case.extended = 1
        case.limit = after(sim.plan, case.limit, deadline_of(sim, case))
        write_case(sim, EXTENDED, case, SUPERVISOR, NOBODY, case.limit - sim.now)
    schedule_limit(sim, case, max(case.limit, sim.now))


@part
def resume_limit(sim: Any, case: Any) -> None:
    """Let the limit of a case run on that has to be done again; one that has passed runs once more from now."""
    case.asks_extension = 0
    if case.overdue == 0:
        schedule_limit(sim, case, max(case.limit, sim.now))
    else:
        run_again(sim, case)


@part
def run_again(sim: Any, case: Any) -> None:
    """Let the limit of a case run once more from now."""
    schedule_limit(sim, case, after(sim.plan, sim.now, deadline_of(sim, case)))


@part
def remind(sim: Any, case: Any) -> None:
    """Remind the unit: first the case moves forward in line, the second time it is escalated."""
    case.overdue += 1
    write_case(sim, DEADLINE_PASSED, case, SUPERVISOR, NOBODY, case.overdue)
    if case.overdue == 1:
        hasten(sim, case, LATE)
        run_again(sim, case)
        return
    write_case(sim, ESCALATED, case, SUPERVISOR, NOBODY, 0)
    hasten(sim, case, URGENT)
    whistle_for(sim, case)


@part
def job_waits(sim: Any, case: Any) -> bool:
    """Whether the job of a case waits in a queue."""
    return case.job != NOBODY and station.in_queue(sim.jobs[case.job])


@part
def hasten(sim: Any, case: Any, priority: int) -> None:
    """Move a case to a more urgent class, in the queue too."""
    if priority < case.priority:
        case.priority = priority
        if job_waits(sim, case):
            job = sim.jobs[case.job]
            station.hasten(sim, sim.stations[job.station], job, priority)


@part
def whistle_for(sim: Any, case: Any) -> None:
    """Have the street whistle for a department's case that still waits in its queue."""
    waits = job_waits(sim, case) and not sim.issues[case.issue].joint
    if sim.plan.settings.for_overdue and waits and sim.plan.units[case.unit].level == DEPARTMENT:
        joint.summon_late(sim, case)


@part
def on_month(sim: Any) -> None:
    """Rate each department: closed in time, per mille of those closed in the month."""
    for number in range(len(sim.stations)):
        department = sim.stations[number]
        if department.level != DEPARTMENT:
            continue
        if department.closed:
            rating = department.in_time * PERMILLE // department.closed
            write_row(sim, UNIT_RATED, NOBODY, NOBODY, NOBODY, SUPERVISOR, number, rating)
        department.closed = department.in_time = 0
    look_ahead(sim)


@part
def look_ahead(sim: Any) -> None:
    """Make the next end of a month due."""
    if sim.month < len(sim.plan.months):
        sim.month += 1
        schedule(sim, Kind.MONTH.value, 0, 0, sim.plan.months[sim.month - 1])
