"""Hooks of joint work: what departments make of a whistle, or of being asked without one."""

from __future__ import annotations

from typing import Any

from sim.chance.rule import rule
from sim.chance.variates import duration, to_ms
from sim.kinds import NOBODY
from sim.mechanisms import emergencies, whistle
from sim.mechanisms.authority import street_powers, sunk_enforcement
from sim.mechanisms.stages import committees
from sim.plan.intervals import after, later


@rule
def way(plan: Any, case: Any) -> int:
    """Way (number, `sim.mechanisms.whistle`) in which several departments are brought together for a case."""
    return whistle.way(plan, case)


@rule
def kind_of_whistle(plan: Any, hazard: Any, case: Any) -> int:
    """Kind (number) of a whistle for a case: ordinary, hard or emergency (`sim.mechanisms.whistle`)."""
    return whistle.kind_of_whistle(hazard, case)


@rule
def signs_after(plan: Any, case: Any, station: Any, department: int, kind: int) -> int:
    """Time (ms) a department (number) takes to sign a whistle, at most the limit to sign."""
    link = committees.link(plan, case, plan.departments[department])
    time = to_ms(whistle.sign_time(plan, case, department) * street_powers.reluctance(plan, station, case) * link)
    limit = duration(plan, plan.whistle.sign[kind], 0.5)
    return time if time < limit else limit


@rule
def contacts_at(plan: Any, case: Any, station: Any, department: int, signed: int, kind: int) -> int:
    """Moment (ms) at which a department (number) that signed has contacted the street, within the limit since the
    whistle."""
    ms = to_ms(whistle.whistle_contact_time(plan, case, department) * street_powers.reluctance(plan, station, case))
    moment = later(plan, signed, plan.whistle.contact_after, ms)
    limit = after(plan, case.whistled, plan.whistle.contact[kind])
    return moment if moment < limit else limit


@rule
def comes(plan: Any, case: Any, station: Any, department: int, now: int) -> bool:
    """Whether a department (number) sends a crew to a meeting at a time (ms)."""
    willing = whistle.willing(plan, station, now)
    willing += (1.0 - willing) * (1.0 - street_powers.reluctance(plan, station, case))
    chance = emergencies.willing(plan, case, willing)
    return whistle.comes_to_meeting(plan, case, department, chance)


@rule
def sends(plan: Any, case: Any, area: Any, department: int, crews: int) -> int:
    """Station (number) whose crews, so many of them, a department (number) sends to a meeting in an area: its own, or
    that of its crews in the street."""
    sunk = sunk_enforcement.answers_summons(plan, case, department, area.street, crews)
    return plan.units[plan.departments[department]].first_station if sunk == NOBODY else sunk


@rule
def load_after(plan: Any, station: Any, now: int, crews: int) -> float:
    """Load (whistles per crew, or per full-time crew) that a department feels once so many of its crews are whistled
    for again, at a time (ms)."""
    return whistle.faded_load(plan, station, now) + crews * whistle.load_of_one(plan, station)


@rule
def tires(plan: Any, comes: bool) -> bool:
    """Whether a whistle that a department answers, or not, is felt."""
    return whistle.tires(plan, comes)


@rule
def meets_in_agreed_hours(plan: Any, case: Any) -> bool:
    """Whether departments that were whistled for meet in office hours, whoever is on duty."""
    return whistle.meets_in_agreed_hours(plan, case)


@rule
def is_escalated(plan: Any, case: Any) -> bool:
    """Whether departments that were whistled for come in any hour."""
    return whistle.is_escalated(plan, case)


@rule
def blows_for_single(plan: Any, case: Any) -> bool:
    """Whether the street would blow for a department's case, by its class."""
    return whistle.blows_for_single(plan, case)


@rule
def limits_to_blow(plan: Any) -> float:
    """Number of its limits after which the street blows for a single case, if it still waits."""
    return plan.whistle.single_after


@rule
def returns_part(plan: Any, case: Any, station: Any, department: int) -> bool:
    """Without a whistle: whether a department (number) first returns its part."""
    return whistle.returns_part(plan, case, department, street_powers.reluctance(plan, station, case))


@rule
def rates(plan: Any, now: int) -> bool:
    """Whether the streets rate departments at the end of a month (ms)."""
    return street_powers.rates(plan, now)


@rule
def felt_after(plan: Any, unit: Any) -> float:
    """What a department feels of the streets' rating (0 to 1) after a month."""
    return street_powers.felt_after(plan, unit)
