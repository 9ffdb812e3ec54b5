"""Hooks of work: in which order jobs are taken up, how long the way is and how much work a job holds."""

from __future__ import annotations

from math import sqrt
from typing import Any

from sim.chance.draws import uniform
from sim.chance.rule import rule
from sim.chance.variates import duration, to_ms
from sim.kinds import NEVER, NOBODY, Clock, JobKind
from sim.mechanisms import assessment, dispatch, emergencies, explanation, party_members, patrol, queueing
from sim.mechanisms.authority import joint_team, prevention, rows, street_powers
from sim.mechanisms.eyes import platform
from sim.mechanisms.hours import staff_quality
from sim.mechanisms.stages import committees, councils
from sim.mechanisms.stages import property as tri_party
from sim.plan import tenures
from sim.plan.intervals import later
from sim.world import outcomes

TRIPS = 16
"""Room for the kinds of jobs in the number of a trip's draw."""
CREW_TRIPS, WHISTLE_TRIPS = 1 << 38, 1 << 44
"""Above the bits of any token: trips of each of a department's crews and of those of each whistle are draws of their
own."""
LOOK_MS = 60_000
"""Time on site to see that an issue is not there any more: one minute (assumed)."""


@rule
def rank(plan: Any, joined: int, priority: int, case: Any, kind: int) -> int:
    """Rank (ms) of a job of a kind that joined its line at a time (ms).

    Handling what was verified, and checking, go on with what was begun.
    """
    begun = kind == JobKind.CHECK or (kind == JobKind.HANDLE and case.verified > 0)
    return queueing.rank(plan, joined, priority, begun)


@rule
def goes_on(plan: Any, station: Any, job: Any) -> bool:
    """Whether a job in hand goes on beyond the time for cases, though its line moves in that time only."""
    if job.kind == JobKind.LEAD or job.kind == JobKind.STAGE:
        return False
    return job.clock == Clock.CASES and not station.walks and plan.queueing.goes_on > 0


@rule
def clock_in_hand(plan: Any, station: Any, job: Any) -> int:
    """Clock (number) on which a job goes on that was taken up."""
    if goes_on(plan, station, job):
        return Clock.ANY.value if plan.queueing.after_hours > 0 else Clock.DUTY.value
    return job.clock


@rule
def hands_over(plan: Any, station: Any, job: Any) -> bool:
    """Whether a job in hand that stops at the end of the time for cases goes back in line, for whoever comes first."""
    return (
        job.clock == Clock.CASES and job.kind == JobKind.HANDLE and not station.walks and plan.queueing.hands_over > 0
    )


@rule
def left_to_others(plan: Any, station: Any, job: Any, since: int) -> int:
    """Moment (ms) at which a job in hand since another moment goes back in line, because who has it leaves the post;
    NEVER if nobody does. A worker's jobs wait for the successor."""
    if job.kind != JobKind.HANDLE or station.walks:
        return NEVER
    return tenures.leaves_at(plan, plan.servers[job.server], since)


@rule
def interrupts(plan: Any, case: Any) -> bool:
    """Whether hands are called from other work for a case."""
    return emergencies.interrupts(plan, case)


@rule
def in_any_hour(plan: Any, case: Any) -> bool:
    """Whether rosters do not hold up hands for an emergency (case)."""
    return emergencies.in_any_hour(plan, case)


@rule
def call_out_time(plan: Any, case: Any) -> int:
    """Time (ms) that hands off duty take, called out for a case, until they set out."""
    return emergencies.call_out_time(plan, case)


@rule
def securing_time(plan: Any, issue: Any, case: Any) -> int:
    """Time (ms) that the first hands on site take to make a dangerous issue safe; NOBODY where it is no step apart."""
    return emergencies.securing_time(plan, issue, case)


@rule
def trip_time(plan: Any, station: Any, server: Any, case: Any, job: Any) -> int:
    """Time (ms) of a server's trip to a job: drawn, or distance x detour over speed from where it last was; none to
    a case that was sent to its unit by mistake."""
    record = plan.stations[station.number]
    if job.kind == JobKind.MISSENT:
        return 0
    if record.travel >= 0:
        trip = case.token + case.attempt * TRIPS + job.kind + (case.whistles * 64 + job.department + 1) * WHISTLE_TRIPS
        trip += job.crew * CREW_TRIPS
        ms = duration(plan, record.travel, uniform(plan.draw.travel, case.key, trip))
        return to_ms(ms * emergencies.haste(plan, case))
    if record.speed <= 0.0:
        return 0
    dx = job.x - server.x
    dy = job.y - server.y
    return to_ms(sqrt(dx * dx + dy * dy) * record.detour / record.speed * emergencies.haste(plan, case))


@rule
def service(plan: Any, hazard: Any, station: Any, issue: Any, case: Any, kind: int) -> int:
    """Work (ms at the place) that a job of a kind holds for the station that does it."""
    pace = plan.stations[station.number].pace * assessment.pace(plan, station, issue)
    if kind == JobKind.HANDLE and issue.joint:
        return own_part_work(plan, hazard, issue, case)
    if kind == JobKind.HANDLE:
        work = (
            outcomes.work_content(plan, issue.option, case.key, case.attempt)
            * pace
            * others_factor(plan, issue, case)
            * tri_party.coordination(plan, station, issue)
        )
        again = case.sent_back + case.reopened > 0
        return to_ms(work * plan.ledger.rework if again else work) + explanation.time(plan, case)
    if kind == JobKind.OUTSIDE:
        return outcomes.work_content(plan, issue.option, case.key, 0)
    if kind == JobKind.ROOT:
        work = outcomes.work_content(plan, issue.option, case.key, 0) * pace
        return to_ms(work * plan.prevention.effort)
    if kind == JobKind.TAKEN_UP:
        return party_members.member_work(plan, plan.pools[plan.stations[station.number].pool], case)
    if kind == JobKind.SPOT:
        booking = duration(plan, plan.patrol.booking, 0.5)
        return booking + to_ms(patrol.spot_work(plan, issue) * pace)
    if kind == JobKind.BOOK:
        return duration(plan, plan.patrol.booking, 0.5)
    if kind == JobKind.VERIFY:
        return duration(plan, plan.dispatch.verify_work, 0.5)
    if kind == JobKind.AUDIT:
        return duration(plan, plan.inspection.work, 0.5)
    if kind == JobKind.MISSENT:
        return dispatch.return_work(plan)
    return duration(plan, plan.ledger.check_work, 0.5)


@rule
def others_factor(plan: Any, issue: Any, case: Any) -> float:
    """Factor on the work of a case about an issue for those who carry out what was agreed, catch it or take it over."""
    if case.caught > 0:
        return committees.fallback(plan)
    return councils.carried_out(plan) if councils.agreed(case) else rows.work_factor(plan, issue, case)


@rule
def own_part_work(plan: Any, hazard: Any, issue: Any, case: Any) -> int:
    """Work (ms on site) of hands that act for departments in a joint case: the longest part of those not called."""
    others = issue.needs & ~(0 if joint_team.takes(plan, issue) else street_powers.still_called(plan, issue))
    longest = 0
    for department in range(len(plan.departments)):
        if others >> department & 1 > 0:
            work = joint_service(plan, hazard, issue, case, case.attempt, department)
            longest = work if work > longest else longest
    return longest


@rule
def begins_root_repair(plan: Any, issue: Any, cases: int) -> bool:
    """Whether the closing of a case about an issue begins a repair of its cause; `cases`: number of those in the
    chain."""
    return prevention.begins_root_repair(plan, issue, cases)


@rule
def warned_from(plan: Any, issue: Any) -> int:
    """Number of cases about the hazard of an issue at its place from which on a repair is asked for; NOBODY if none
    is."""
    return platform.warned_from(plan, issue) if prevention.repairs(plan, issue) else NOBODY


@rule
def counted_since(plan: Any, now: int) -> int:
    """Moment (ms) from which on cases count for a warning now, never before the start."""
    return now - plan.platform.within if now > plan.platform.within else 0


@rule
def root_repair_prepared(plan: Any, case: Any, now: int) -> int:
    """Moment (ms) at which nothing but hands is missing for a repair of the cause: after a procedure of its own."""
    u = uniform(plan.draw.root_procedure, case.key, case.token)
    return later(plan, now, plan.prevention.takes, duration(plan, plan.prevention.takes, u))


@rule
def at_own_pace(plan: Any, job: Any, work: int, now: int) -> int:
    """Time (ms) that the server of a job takes for its work (ms): longer or shorter by a factor of its own,
    and longer by what whoever holds the post now (ms) has still to learn."""
    server = plan.servers[job.server]
    return to_ms(work * server.pace * staff_quality.slowness(plan, tenures.newness(plan, server, now)))


@rule
def joint_service(plan: Any, hazard: Any, issue: Any, case: Any, number: int, department: int) -> int:
    """Work (ms on site) of a department's (number) part of a joint case, by the number of the part; of one alone (an
    overdue case) its own work.

    By whistle all departments have one part together at each attempt, otherwise each crew has a part of its own.
    """
    if issue.joint:
        work = outcomes.joint_work_content(plan, hazard, case.key, number, department)
    else:
        work = outcomes.work_content(plan, issue.option, case.key, case.attempt)
    return to_ms(work * plan.ledger.rework) if case.sent_back + case.reopened > 0 else work
