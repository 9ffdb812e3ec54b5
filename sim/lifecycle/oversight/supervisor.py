"""The supervisor: watches time limits, reminds, escalates, and rates departments at the end of each month."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, EventKind, JobKind, Performer, StationKind
from sim.lifecycle import ledger, station
from sim.lifecycle.access import due, hazard_of, issue_of, unit_of
from sim.lifecycle.hooks import checking, dispatching, whistling
from sim.lifecycle.joint_work import parts, whistle
from sim.lifecycle.log import write_case
from sim.lifecycle.oversight import assessment
from sim.lifecycle.services import part, schedule, write_row
from sim.lifecycle.stages import named_leader
from sim.mechanisms.assessment import PERMILLE
from sim.mechanisms.queueing import LATE, URGENT
from sim.plan.intervals import after
from sim.record.activities import NUMBER

EXTENDED, DEADLINE_PASSED, ESCALATED = NUMBER["extended"], NUMBER["deadline_passed"], NUMBER["escalated"]
UNIT_RATED, FELT_RATING = NUMBER["unit_rated"], NUMBER["felt_rating"]
(RATED_KIND,) = (kind.value for kind in StationKind if kind.rated)
"""The kind of stations whose units are rated; if there were several, each station would have to be asked."""


@part
def deadline_of(sim: Any, case: Any) -> int:
    """Time limit of a case, as the number of a distribution in the plan's table."""
    return hazard_of(sim, issue_of(sim, case)).deadline


@part
def expect_limit(sim: Any, case: Any, at: int) -> None:
    """Make the limit of a case, or the moment to ask for an extension, due at a time (ms)."""
    case.due_limit = due(sim, EventKind.LIMIT, case, at)


@part
def set_limit(sim: Any, case: Any) -> None:
    """Start the clock of a case that was filed."""
    case.limit = after(sim.plan, sim.now, deadline_of(sim, case))
    case.asks_extension = dispatching.asks_extension(sim.plan, case)
    share = sim.plan.dispatch.extension_when
    expect_limit(sim, case, part_of_limit(sim, case, share) if case.asks_extension else next_look(sim, case))


@part
def part_of_limit(sim: Any, case: Any, share: float) -> int:
    """Moment (ms) at which a share of the limit of a case that was filed now has passed."""
    return sim.now + int((case.limit - sim.now) * share)


@part
def next_look(sim: Any, case: Any) -> int:
    """Moment (ms) at which the supervisor looks at a case that was filed now: at its limit, or when the street would
    blow the whistle before."""
    limits = whistling.limits_to_blow(sim.plan)
    return part_of_limit(sim, case, limits) if limits < 1.0 else case.limit


@part
def on_limit(sim: Any, case: Any) -> None:
    """An extension is asked for, the street may blow the whistle, or the time limit passes."""
    if case.asks_extension:
        extend(sim, case)
    elif sim.now < case.limit and case.overdue == 0:
        expect_limit(sim, case, case.limit)
        whistle_for(sim, case)
    elif not assessment.closes_on_paper(sim, case):
        remind(sim, case)


@part
def extend(sim: Any, case: Any) -> None:
    """Grant an extension if nobody has begun: the limit runs once more."""
    case.asks_extension = 0
    if case.arrived == NOBODY:
        case.extended = 1
        case.limit = after(sim.plan, case.limit, deadline_of(sim, case))
        write_case(sim, EXTENDED, case, Performer.SUPERVISOR, NOBODY, case.limit - sim.now)
    expect_limit(sim, case, max(case.limit, sim.now))


@part
def resume_limit(sim: Any, case: Any) -> None:
    """Let the limit of a case run on that has to be done again; one that has passed runs once more from now."""
    case.asks_extension = 0
    if case.overdue == 0:
        expect_limit(sim, case, max(case.limit, sim.now))
    else:
        run_again(sim, case)


@part
def run_again(sim: Any, case: Any) -> None:
    """Let the limit of a case run once more from now."""
    expect_limit(sim, case, after(sim.plan, sim.now, deadline_of(sim, case)))


@part
def remind(sim: Any, case: Any) -> None:
    """Remind the unit: first the case moves forward in line, the second time it is escalated."""
    case.overdue += 1
    write_case(sim, DEADLINE_PASSED, case, Performer.SUPERVISOR, NOBODY, case.overdue)
    if case.overdue == 1:
        ledger.missed(sim, case)
        hasten(sim, case, LATE)
        run_again(sim, case)
    else:
        write_case(sim, ESCALATED, case, Performer.SUPERVISOR, NOBODY, 0)
        hasten(sim, case, URGENT)
    if case.overdue >= whistling.limits_to_blow(sim.plan):
        whistle_for(sim, case)
    named_leader.consider(sim, case)


@part
def job_waits(sim: Any, case: Any) -> bool:
    """Whether the job of a case waits in a queue."""
    return case.job != NOBODY and station.in_queue(sim.jobs[case.job])


@part
def waits_for_hands(sim: Any, case: Any) -> bool:
    """Whether a case waits in the queue of the unit that has to handle it."""
    return job_waits(sim, case) and sim.jobs[case.job].kind == JobKind.HANDLE


@part
def hasten(sim: Any, case: Any, priority: int) -> None:
    """Move a case to a more urgent class (number, 0 the most urgent), in the queue too."""
    if priority < case.priority:
        case.priority = priority
        if job_waits(sim, case):
            job = sim.jobs[case.job]
            if job.kind == JobKind.PART:
                parts.hasten(sim, case, job.department, priority)
            else:
                station.hasten(sim, sim.stations[job.station], job, priority)


@part
def whistle_for(sim: Any, case: Any) -> None:
    """Have the street whistle for a department's case that still waits in its queue."""
    blows = waits_for_hands(sim, case) and whistling.blows_for_single(sim.plan, case)
    if blows and unit_of(sim, case).department != NOBODY:
        whistle.summon_late(sim, case)


@part
def on_month(sim: Any) -> None:
    """Rate each department by what the ledger counted in the month, as streets do; then let all who are assessed feel
    theirs."""
    for number in range(len(sim.stations)):
        unit = sim.stations[number]
        if unit.kind == RATED_KIND and unit.closed:
            rating = checking.rating(sim.plan, unit)
            write_row(sim, UNIT_RATED, NOBODY, NOBODY, NOBODY, Performer.SUPERVISOR, number, rating)
        if unit.kind == RATED_KIND and whistling.rates(sim.plan, sim.now):
            unit.felt = whistling.felt_after(sim.plan, unit)
            felt = int(unit.felt * PERMILLE)
            write_row(sim, FELT_RATING, NOBODY, NOBODY, NOBODY, Performer.SUPERVISOR, number, felt)
    assessment.on_month(sim)
    expect_month_end(sim)


@part
def expect_month_end(sim: Any) -> None:
    """Make the next end of a month due."""
    if sim.month < len(sim.plan.months):
        sim.month += 1
        schedule(sim, EventKind.MONTH, 0, 0, sim.plan.months[sim.month - 1])
