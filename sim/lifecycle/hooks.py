"""Hooks: one function per decision of the lifecycle, and the only place that says which mechanism is asked for it.

Engines ask hooks, hooks ask rules. Where two mechanisms bear on one decision they combine in one of two ways:
factors that are multiplied, or the first that claims. A mechanism that is off has neutral numbers in the plan, so
hooks never ask whether it is on.
"""

from math import sqrt
from typing import Any

from sim.chance.draws import uniform
from sim.chance.rule import rule
from sim.chance.variates import duration, to_ms
from sim.kinds import JobKind
from sim.mechanisms import dispatch, ledger, party_members, patrol, queueing, reporting, whistle
from sim.plan.intervals import after, finish, later
from sim.world import outcomes

NO_READING = -1
NO_CHECK, CHECK_BY_FINDER, CHECK_BY_OTHER = range(3)
FAMILIAR_LIMIT = 0.95
"""No household tells everything, however familiar the worker."""
TRIPS = 16
"""Room for the kinds of jobs in the number of a trip's draw."""
WHISTLE_TRIPS = 1 << 44
"""Above the bits of any token: trips of the crews of each whistle are draws of their own."""
LOOK_MS = 60_000
"""Time on site to see that an issue is not there any more: one minute (assumed)."""


@rule
def appears(plan: Any, hazard: Any, issue: Any) -> bool:
    """Whether an issue comes to be: primary ones may be prevented, recurrences may not."""
    return issue.generation > 0 or not outcomes.is_prevented(plan, hazard, issue.key)


@rule
def still_there(plan: Any, hazard: Any, issue: Any) -> bool:
    """Whether an issue from before the start is still there, undetected, at the start.

    Its own healing is exact; being found by then has the stationary rate `found_rate` of its hazard.
    """
    healing = outcomes.healing_time(plan, hazard, issue.key)
    if 0 <= healing <= -issue.occurred:
        return False
    return uniform(plan.draw.stock, issue.key, 0) < patrol.unfound(hazard.found_rate, -issue.occurred)


@rule
def healed_at(plan: Any, hazard: Any, issue: Any, never: int) -> int:
    """Moment at which it heals by itself, or `never`."""
    healing = outcomes.healing_time(plan, hazard, issue.key)
    return never if healing < 0 else issue.occurred + healing


@rule
def seen(plan: Any, hazard: Any, issue: Any, beat: Any, odometer: int, k: int) -> int:
    """Reading of the beat's patrol odometer at which the issue is seen, NO_READING if never."""
    if hazard.seen <= 0.0 or beat.lap <= 0:
        return NO_READING
    passes = patrol.pass_that_sees(plan, issue.key, k, hazard.seen)
    position = int(plan.sites[issue.site].lap_part * beat.lap)
    return patrol.next_reading(odometer, position, beat.lap, passes)


@rule
def revealed(plan: Any, hazard: Any, issue: Any, beat: Any, odometer: int, k: int) -> int:
    """Reading of the beat's visit odometer at which a household tells of the issue, NO_READING if never."""
    if hazard.revealed <= 0.0 or beat.visit_lap <= 0:
        return NO_READING
    chance = hazard.revealed * beat.familiar
    visits = patrol.visit_that_reveals(plan, issue.key, k, chance if chance < FAMILIAR_LIMIT else FAMILIAR_LIMIT)
    position = int(plan.sites[issue.site].visit_part * beat.visit_lap)
    return patrol.next_reading(odometer, position, beat.visit_lap, visits)


@rule
def fixed_on_the_spot(plan: Any, hazard: Any, issue: Any) -> bool:
    """Whether the patrol that found it fixes it at once."""
    return patrol.fixes_on_the_spot(plan, hazard, issue, issue.finds)


@rule
def next_notice(plan: Any, hazard: Any, issue: Any, now: int) -> int:
    """Moment of the next possible report of an issue, in waking hours."""
    return finish(plan, plan.awake, now, reporting.notice_gap(plan, hazard, issue, issue.notices))


@rule
def household(plan: Any, issue: Any) -> int:
    """Household (number in the community) of the next possible reporter."""
    area = plan.communities[issue.community]
    return reporting.reporter_household(plan, area, issue, plan.sites[issue.site].rank, issue.notices)


@rule
def reports(plan: Any, hazard: Any, issue: Any, resident: Any) -> bool:
    """Whether a resident who may report does."""
    return hazard.at_once > 0 or reporting.accepts_to_report(plan, issue, resident, issue.notices)


@rule
def channel(plan: Any, resident: int) -> int:
    """Channel a resident uses."""
    return reporting.preferred_channel(plan, resident)


@rule
def trust_after(plan: Any, trust: float, solved: bool) -> float:
    """Trust of a reporter after an answer."""
    return reporting.trust_after(plan, trust, solved)


@rule
def chased_at(plan: Any, case: Any, now: int) -> int:
    """Moment at which the reporter chases the case next."""
    return later(plan, now, plan.settings.patience, reporting.patience(plan, case, case.chased))


@rule
def filed_at(plan: Any, case: Any, now: int) -> int:
    """Moment at which a report has become a work order."""
    ms = dispatch.registration_time(plan, case, case.channel)
    return later(plan, now, plan.channels[case.channel].registration, ms)


@rule
def verified_first(plan: Any, hazard: Any) -> bool:
    """Whether public reports of a hazard are verified on site before filing."""
    return plan.settings.verifies > 0 and hazard.verified > 0


@rule
def unit_named(plan: Any, case: Any, right: int) -> int:
    """Unit that a dispatch names: a wrong one by mistake, else the right one."""
    if dispatch.dispatched_wrongly(plan, case):
        return dispatch.wrong_unit(plan, case, right)
    return right


@rule
def returned_at(plan: Any, case: Any, now: int) -> int:
    """Moment at which a wrong unit has returned a case."""
    return later(plan, now, plan.settings.return_after, dispatch.return_time(plan, case))


@rule
def contacted_at(plan: Any, case: Any, now: int) -> int:
    """Moment of the first contact with the resident."""
    return later(plan, now, plan.settings.contact, dispatch.contact_time(plan, case))


@rule
def shelved(plan: Any, case: Any) -> bool:
    """Whether a case is shelved when it is accepted; once at most."""
    return case.shelved == 0 and dispatch.is_shelved(plan, case)


@rule
def asks_extension(plan: Any, case: Any) -> bool:
    """Whether an extension will be asked for the case."""
    return dispatch.asks_extension(plan, case)


@rule
def procedure_over(plan: Any, hazard: Any, case: Any, now: int) -> int:
    """Moment at which nothing but hands is missing for the work."""
    return later(plan, now, hazard.procedure, dispatch.procedure_time(plan, hazard, case))


@rule
def service(plan: Any, hazard: Any, station: Any, issue: Any, case: Any, kind: int) -> int:
    """Work (ms at the place) of a job of a kind for the station that does it."""
    if kind == JobKind.HANDLE:
        work = outcomes.work_content(plan, issue.option, case.key, case.attempt) * station.pace
        return to_ms(work * plan.settings.rework if case.sent_back + case.reopened > 0 else work)
    if kind == JobKind.CLAIMED:
        return party_members.member_work(plan, case)
    if kind == JobKind.SPOT:
        booking = duration(plan, plan.settings.booking, 0.5)
        return booking + to_ms(patrol.spot_work(plan, issue) * station.pace)
    if kind == JobKind.BOOK:
        return duration(plan, plan.settings.booking, 0.5)
    if kind == JobKind.VERIFY:
        return duration(plan, plan.settings.verify_work, 0.5)
    return duration(plan, plan.settings.check_work, 0.5)


@rule
def joint_service(plan: Any, hazard: Any, issue: Any, case: Any) -> int:
    """Joint work (ms on site) of all departments that came; of one alone (an overdue case) its own work."""
    if issue.joint:
        work = outcomes.joint_work_content(plan, hazard, case.key, case.attempt)
    else:
        work = outcomes.work_content(plan, issue.option, case.key, case.attempt)
    return to_ms(work * plan.settings.rework) if case.sent_back + case.reopened > 0 else work


@rule
def rank(plan: Any, now: int, priority: int, case: Any, kind: int) -> int:
    """Rank in a queue of a job of a kind; handling what was verified, and checking, go on with what was begun."""
    begun = kind == JobKind.CHECK or (kind == JobKind.HANDLE and case.verified > 0)
    return queueing.rank(plan, now, priority, begun)


@rule
def truly_fixed(plan: Any, case: Any) -> bool:
    """Whether a case that is claimed done is done."""
    return not ledger.claims_falsely(plan, case)


@rule
def checker(plan: Any, case: Any) -> int:
    """Who checks a claim on site: nobody, the finder or another worker."""
    if not ledger.checked_on_site(plan, case):
        return NO_CHECK
    return CHECK_BY_FINDER if ledger.checked_by_finder(plan, case) else CHECK_BY_OTHER


@rule
def check_sees(plan: Any, case: Any, own: bool) -> bool:
    """Whether a check on site sees that a claim is false."""
    return ledger.check_sees(plan, case, own)


@rule
def desk_sees(plan: Any, case: Any) -> bool:
    """Whether the desk sees at once that a claim is false."""
    return ledger.desk_checks(plan, case)


@rule
def called_back_at(plan: Any, case: Any, now: int) -> int:
    """Moment of the call-back after closing."""
    return later(plan, now, plan.settings.call_back, ledger.call_back_time(plan, case))


@rule
def reached(plan: Any, case: Any) -> bool:
    """Whether a call-back is reached and valid."""
    return ledger.is_reached(plan, case)


@rule
def satisfied(plan: Any, case: Any, solved: bool, late: bool) -> bool:
    """Whether a resident who was reached is satisfied."""
    return ledger.is_satisfied(plan, case, solved, late)


@rule
def member_comes_at(plan: Any, area: Any, community: int, k: int, now: int) -> int:
    """Moment at which a party member of a community next comes forward."""
    return finish(plan, plan.off_hours, now, party_members.evening_gap(plan, area, community, k))


@rule
def signs_after(plan: Any, case: Any, department: int, kind: int) -> int:
    """Time (ms) a department takes to sign a whistle, at most the limit to sign."""
    time = whistle.sign_time(plan, case, department)
    limit = duration(plan, whistle.sign_limit(plan, kind), 0.5)
    return time if time < limit else limit


@rule
def contacts_at(plan: Any, case: Any, department: int, signed: int, kind: int) -> int:
    """Moment at which a department that signed has contacted the street, within the limit since the whistle."""
    ms = whistle.whistle_contact_time(plan, case, department)
    moment = later(plan, signed, plan.settings.contact_after, ms)
    limit = after(plan, case.whistled, whistle.contact_limit(plan, kind))
    return moment if moment < limit else limit


@rule
def comes(plan: Any, case: Any, station: Any, department: int, now: int) -> bool:
    """Whether a department sends a crew to a meeting."""
    return whistle.comes_to_meeting(plan, case, station, department, now)


@rule
def returns_part(plan: Any, case: Any, department: int) -> bool:
    """Without a whistle: whether a department first returns its part."""
    return whistle.returns_part(plan, case, department)


@rule
def trip_time(plan: Any, station: Any, server: Any, case: Any, job: Any) -> int:
    """Time (ms) of a server's trip to a job: drawn, or distance x detour over speed from where it last was."""
    if station.travel >= 0:
        trip = case.token + case.attempt * TRIPS + job.kind + (case.whistles * 64 + job.department + 1) * WHISTLE_TRIPS
        return duration(plan, station.travel, uniform(plan.draw.travel, case.key, trip))
    if station.speed <= 0.0:
        return 0
    dx = job.x - server.x
    dy = job.y - server.y
    return to_ms(sqrt(dx * dx + dy * dy) * station.detour / station.speed)
