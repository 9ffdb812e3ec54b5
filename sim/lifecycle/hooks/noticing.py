"""Hooks of noticing: whether an issue comes to be, who sees it, who reports it, and what reporters do next."""

from __future__ import annotations

from math import floor, log
from typing import Any

from sim.chance.draws import uniform
from sim.chance.rule import rule
from sim.chance.variates import to_ms
from sim.kinds import NEVER, StationKind
from sim.mechanisms import adoption, assessment, emergencies, explanation, party_members, patrol, reporting
from sim.mechanisms.authority import prevention, rows
from sim.mechanisms.eyes import platform
from sim.mechanisms.eyes.channel import finding_rate
from sim.mechanisms.hours import campaigns, staff_quality
from sim.mechanisms.stages import co_building, councils
from sim.mechanisms.units import incentives, norms
from sim.plan import tenures
from sim.plan.intervals import finish, later, worked_by
from sim.plan.paces import at_pace_of_days
from sim.world import outcomes

HOUR, WEEK = 3_600_000, 604_800_000
"""Milliseconds."""
NO_READING = -NEVER
"""Reading (ms) of an odometer at which nothing will be seen."""
FAMILIAR_LIMIT = 0.95
"""Highest probability that a visit reveals: no household tells everything, however familiar the worker (assumed)."""


@rule
def adopted(plan: Any, issue: Any) -> int:
    """Mechanisms (numbers in their codes, as bits) that are at work for an issue: where and when it occurs."""
    return adoption.adopted(plan, issue.community, issue.occurred)


@rule
def appears(plan: Any, hazard: Any, issue: Any, area: Any, now: int) -> bool:
    """Whether an issue of an area comes to be at a time (ms): primary ones may be prevented, the more where their cause
    was repaired, recurrences if it was, and all may be deterred."""
    if campaigns.deterred(plan, issue):
        return False
    if issue.generation > 0:
        parent = outcomes.issue_key(issue.root, issue.generation - 1)
        return issue.repaired == 0 or prevention.comes_all_the_same(plan, hazard, parent)
    share = prevention.removed_by_repair(plan, issue, rows.removed_share(plan, hazard, issue, now))
    return not outcomes.is_prevented(plan, share, issue.key)


@rule
def recurs_after(plan: Any, hazard: Any, issue: Any) -> int:
    """Time (ms) after its end at which an issue comes back, -1 if it does not: the world's outcome, less what a
    lasting agreement spares."""
    if issue.agreed > 0 and not councils.comes_all_the_same(plan, hazard, issue):
        return -1
    return outcomes.recurrence_time(plan, hazard, issue.key)


@rule
def odometer_then(plan: Any, beat: Any, issue: Any, pace: float) -> int:
    """Reading (ms, below 0) of an odometer of a beat when an issue of before the start occurred.

    Until the start it ran at its planned pace, in the hours of the week in which the beat's worker is on duty.
    """
    age = -issue.occurred
    weeks = age // WEEK
    hours = (age - weeks * WEEK) / HOUR
    hour = floor(hours)
    before = plan.rounds_before[beat.week + hour]
    part = before + (hours - hour) * (plan.rounds_before[beat.week + hour + 1] - before)
    return floor(-(weeks + part) * WEEK * pace)


@rule
def reported_then(plan: Any, hazard: Any, issue: Any, channels: float, never: int) -> int:
    """Moment (ms) at which an issue of before the start is found other than on rounds: at the rates of residents, who
    report as ready as their community and its groups are, and more of danger, and of finding `channels` (per ms)."""
    if hazard.at_once > 0:
        return issue.occurred
    area = plan.communities[issue.community]
    inclined = area.inclined * norms.readier(plan, issue)
    factor = area.readiness * inclined * emergencies.noticed_more(plan, issue)
    told = hazard.reported_rate * platform.ease(plan, issue) if adoption.at_work(issue, reporting.NUMBER) else 0.0
    rate = told * factor + channels
    if rate <= 0.0:
        return never
    return issue.occurred + to_ms(-log(uniform(plan.draw.stock, issue.key, 0)) / rate)


@rule
def found_by_channels(plan: Any, issue: Any) -> float:
    """Rate (per ms) at which channels find an issue of before the start."""
    return finding_rate(plan, issue)


@rule
def mended_then(plan: Any, hazard: Any, issue: Any, found: int) -> int:
    """Moment (ms) at which an issue of before the start ended that was found then: after its procedure."""
    return found + to_ms(hazard.mended_after)


@rule
def healed_at(plan: Any, hazard: Any, issue: Any, never: int) -> int:
    """Moment (ms) at which it heals by itself, or `never`."""
    healing = outcomes.healing_time(plan, hazard, issue.key)
    return never if healing < 0 else issue.occurred + healing


@rule
def keenness(plan: Any, number: int, now: int) -> float:
    """Part of what an old hand sees on a pass that the worker of a beat (number) sees who is there now (ms); of before
    the start, who is there at the start."""
    if plan.staff_quality.unseeing <= 0.0:
        return 1.0
    server = plan.servers[plan.stations[number].first_server]
    return staff_quality.sight(plan, tenures.newness(plan, server, now if now > 0 else 0))


@rule
def seen(plan: Any, hazard: Any, issue: Any, beat: Any, odometer: int, k: int, keen: float) -> int:
    """Reading (ms) of the beat's patrol odometer at which the issue is seen, NO_READING if never; `keen` is the part of
    what an old hand sees that its worker does."""
    chance = hazard.seen * keen
    if chance <= 0.0 or beat.lap <= 0:
        return NO_READING
    passes = patrol.pass_that_sees(plan, issue.key, k, chance)
    position = int(plan.sites[issue.site].lap_part * beat.lap)
    reading = patrol.next_reading(odometer, position, beat.lap, passes)
    return reading if patrol.is_in_reach(passes, reading) else NO_READING


@rule
def revealed(plan: Any, hazard: Any, issue: Any, beat: Any, odometer: int, k: int) -> int:
    """Reading (ms) of the beat's visit odometer at which a household tells of the issue, NO_READING if never."""
    if hazard.revealed <= 0.0 or beat.visit_lap <= 0:
        return NO_READING
    chance = hazard.revealed * beat.familiar * plan.groups[plan.sites[issue.site].group].at_home
    visits = patrol.visit_that_reveals(plan, issue.key, k, chance if chance < FAMILIAR_LIMIT else FAMILIAR_LIMIT)
    position = int(plan.sites[issue.site].visit_part * beat.visit_lap)
    reading = patrol.next_reading(odometer, position, beat.visit_lap, visits)
    return reading if patrol.is_in_reach(visits, reading) else NO_READING


@rule
def books(plan: Any, hazard: Any, issue: Any, station: Any, by_now: float) -> bool:
    """Whether a worker's station books what its patrol sees, when a number of finds (`by_now`) is due of it."""
    return assessment.books(plan, hazard, issue, station, by_now)


@rule
def fixed_on_the_spot(plan: Any, hazard: Any, issue: Any, station: Any) -> bool:
    """Whether the patrol of a station that found it fixes it at once."""
    return patrol.fixes_on_the_spot(plan, hazard, issue, issue.finds)


@rule
def tells(hazard: Any, issue: Any) -> bool:
    """Whether residents who notice an issue may report it."""
    return hazard.notice_gap > 0.0 and hazard.at_once == 0 and adoption.at_work(issue, reporting.NUMBER)


@rule
def next_notice(plan: Any, hazard: Any, issue: Any, now: int) -> int:
    """Moment (ms) of the next possible report of an issue, in the waking hours of its hazard."""
    calendar = plan.calendars[hazard.awake]
    gap = reporting.notice_gap(plan, hazard, issue, issue.notices, emergencies.noticed_more(plan, issue))
    if len(plan.paces) > 1:
        gap = at_pace_of_days(plan, worked_by(plan, calendar, now), hazard.waking, gap)
    return finish(plan, calendar, now, gap)


@rule
def in_company(plan: Any, issue: Any) -> bool:
    """Whether the next possible reporter notices it with the one before, and knows no more than that one."""
    return reporting.in_company(plan, issue, issue.notices)


@rule
def household(plan: Any, area: Any, issue: Any) -> int:
    """Household (number in the community) of the next possible reporter: that of a regular, or one near; what befalls
    a group alone is reported by those whom it befalls."""
    if plan.hazards[issue.hazard].group > 0:
        return issue.site - area.first_home
    rank = plan.sites[issue.site].rank
    if reporting.is_regular(plan, issue, issue.notices):
        return reporting.regular_household(plan, area, issue.community, rank)
    return reporting.reporter_household(plan, area, issue, rank, issue.notices)


@rule
def reporter_among(plan: Any, issue: Any, residents: int) -> int:
    """Position of the reporter among the residents (so many) of that household, from 0; a regular is its first."""
    if plan.hazards[issue.hazard].group <= 0 and reporting.is_regular(plan, issue, issue.notices):
        return 0
    return int(uniform(plan.draw.reporter, issue.key, issue.notices) * residents)


@rule
def reports(plan: Any, hazard: Any, issue: Any, resident: Any, confidence: float) -> bool:
    """Whether a resident who may report does, at the community's confidence (0 to 1, less mean trust)."""
    if hazard.at_once > 0:
        return True
    trust, eased = norms.felt(plan, issue, resident.trust), platform.ease(plan, issue)
    return reporting.accepts_to_report(plan, issue, resident, trust, confidence, eased, issue.notices)


@rule
def newcomer_might(plan: Any, hazard: Any, issue: Any, confidence: float) -> bool:
    """Whether some resident without experience would report, at the community's confidence (0 to 1, less mean
    trust)."""
    eased = platform.ease(plan, issue)
    return hazard.at_once > 0 or reporting.readiest_would_report(plan, issue, confidence, eased, issue.notices)


@rule
def channel(plan: Any, area: Any, resident: int, group: Any) -> int:
    """Channel (number) a resident of an area, who is of a group, uses."""
    return reporting.preferred_channel(plan, area, resident, group)


@rule
def first_trust(plan: Any, resident: int) -> float:
    """Trust (0 to 1) of a resident before any experience."""
    return reporting.first_trust(plan, resident)


@rule
def inclination(plan: Any, resident: int, group: Any) -> float:
    """Factor of a resident, who is of a group, on the probability to report."""
    return reporting.inclination(plan, resident, group)


@rule
def trust_after(plan: Any, case: Any, resident: Any, solved: bool) -> float:
    """Trust (0 to 1) of a reporter after an answer about a case."""
    return reporting.trust_after(plan, resident.trust, solved, explanation.loses(plan, case))


@rule
def confidence_after(plan: Any, case: Any, confidence: float, solved: bool) -> float:
    """Confidence of a community (0 to 1, less mean trust) after a case of a resident was closed."""
    return reporting.confidence_after(plan, confidence, solved, 1 + case.repeats)


@rule
def chased_at(plan: Any, case: Any, resident: Any, now: int) -> int:
    """Moment (ms) at which the reporter chases the case next."""
    return later(plan, now, plan.reporting.patience, reporting.patience(plan, case, case.chased))


@rule
def mean_gap(area: Any, station: Any) -> float:
    """Mean time (ms of their roster) between helpers of a pool's station who come forward; 0 if none ever does."""
    return area.partner_gap if station.kind == StationKind.PARTNERS else area.member_gap


@rule
def is_listed(plan: Any, hazard: int) -> bool:
    """Whether partners take up tasks of a hazard (number)."""
    return plan.co_building.listed[hazard] > 0


@rule
def listed_before(plan: Any, now: int) -> int:
    """Moment (ms) before which a task must have waited for partners to take it up."""
    return co_building.last_meeting(plan, now)


@rule
def member_comes_at(plan: Any, area: Any, pool: Any, station: Any, now: int) -> int:
    """Moment (ms) at which a helper of a pool's station next comes forward in an area."""
    if station.kind == StationKind.PARTNERS:
        gap = co_building.gap(plan, area, station.community, station.evenings)
    else:
        gap = party_members.evening_gap(plan, area, station.community, station.evenings)
    return finish(plan, plan.calendars[pool.calendar], now, gap)


@rule
def helps(plan: Any, station: Any, now: int) -> bool:
    """Whether a helper who came forward (now, ms) takes up a task if there is one: who has not left."""
    if station.kind == StationKind.PARTNERS:
        there = incentives.partner_is_there(plan, station.community, station.evenings, now)
        return there and co_building.is_agreed(plan, station.community, now)
    there = incentives.member_is_there(plan, station.community, station.evenings, now)
    return there and party_members.report_in(plan, station.community, now)
