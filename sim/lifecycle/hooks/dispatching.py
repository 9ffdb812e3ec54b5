"""Hooks of dispatch: when a report is filed, who is in charge, and what the way to the hands takes."""

from __future__ import annotations

from typing import Any

from sim.chance.rule import rule
from sim.chance.variates import to_ms
from sim.kinds import NOBODY
from sim.mechanisms import dispatch, emergencies, petitions
from sim.mechanisms.authority import all_purpose_grid, joint_team, rows, service_centres, street_powers
from sim.mechanisms.eyes import platform
from sim.mechanisms.eyes.channel import number_of
from sim.mechanisms.stages import committees, councils, named_leader
from sim.plan.intervals import after, later
from sim.plan.plan import COMMUNITY_UNIT, FIRST_TEAM


@rule
def filed_at(plan: Any, case: Any, now: int) -> int:
    """Moment (ms) at which a report has become a work order."""
    number = emergencies.registration(plan, case, registration(plan, case))
    return later(plan, now, number, dispatch.registration_time(plan, case, number))


@rule
def registration(plan: Any, case: Any) -> int:
    """Number of the distribution of the time in which the channel that a case came by files it."""
    eye = number_of(plan, case.source)
    return plan.channels[case.channel].registration if eye == NOBODY else plan.eyes[eye].registration


@rule
def verified_first(plan: Any, hazard: Any, case: Any) -> bool:
    """Whether a public report of a hazard, or one of a channel whose reports are, is verified before it is filed."""
    eye = number_of(plan, case.source)
    if eye != NOBODY and plan.eyes[eye].verified == 0:
        return False
    return hazard.verified > 0 and dispatch.verifies(plan, case) and not emergencies.goes_straight(plan, case)


@rule
def urgency(plan: Any, hazard: Any, issue: Any) -> int:
    """Class (number) of a new case: 0 emergency, 1 urgent, 3 normal."""
    return emergencies.urgency(plan, hazard, issue)


@rule
def diagnosed_at(plan: Any, case: Any, now: int) -> int:
    """Moment (ms) at which the street has seen which departments a case needs."""
    return after(plan, now, emergencies.diagnosis_time(plan, case))


@rule
def in_charge(plan: Any, issue: Any, case: Any) -> int:
    """Unit (number) that has to handle a case about an issue: the desk of the community what was agreed or caught, else
    who takes it over, or the one that the issue's option in the world names."""
    if councils.agreed(case) or case.caught > 0:
        return COMMUNITY_UNIT
    return plan.options[issue.option].unit if case.passed_on else rows.in_charge(plan, issue)


@rule
def is_beyond(plan: Any, case: Any) -> bool:
    """Whether the hands that took a case over cannot fix it, so that it goes on to the unit that it falls to."""
    return all_purpose_grid.is_beyond(plan, case)


@rule
def taken_over_by(plan: Any, issue: Any, case: Any) -> int:
    """Mechanism (number in its code) by which another unit than the world names has to handle a case about an issue, or
    a part of it; NOBODY if it is that."""
    if councils.agreed(case):
        return NOBODY if plan.options[issue.option].unit == COMMUNITY_UNIT else councils.NUMBER
    if case.caught > 0:
        return NOBODY if plan.options[issue.option].unit == COMMUNITY_UNIT else committees.NUMBER
    return rows.taken_over_by(plan, issue)


@rule
def called(plan: Any, issue: Any) -> int:
    """Departments that have to be called for a joint issue, as a set of bits: those that it needs in the world but for
    those whose part others do."""
    return 0 if joint_team.takes(plan, issue) else street_powers.still_called(plan, issue)


@rule
def joining(plan: Any, issue: Any) -> int:
    """Unit (number) that does the part of those departments in a joint issue that are not called; NOBODY if all are."""
    if joint_team.takes(plan, issue):
        return plan.base_units
    if street_powers.still_called(plan, issue) != issue.needs:
        return FIRST_TEAM + plan.street_powers.team
    return NOBODY


@rule
def joined_by(plan: Any, issue: Any) -> int:
    """Mechanism (number in its code) by which a unit does a part of a joint issue; NOBODY if none does."""
    if joint_team.takes(plan, issue):
        return joint_team.NUMBER
    return street_powers.NUMBER if street_powers.still_called(plan, issue) != issue.needs else NOBODY


@rule
def crews_called(plan: Any, hazard: Any, issue: Any, department: int) -> int:
    """Crews that an issue of a hazard needs of a department (number): one, or what joint ones need of it."""
    return plan.parts[hazard.first_part + department].crews if issue.joint else 1


@rule
def unit_named(plan: Any, case: Any, right: int) -> int:
    """Unit (number) that a dispatch names: a wrong one by mistake, unless a hearing has settled it, else the right
    one."""
    if case.settled_by != NOBODY or case.caught > 0:
        return right
    if dispatch.dispatched_wrongly(plan, case, all_purpose_grid.sorting(plan, case) * platform.sorts(plan, case)):
        return dispatch.wrong_unit(plan, case, right)
    return right


@rule
def disowned(issue: Any, case: Any) -> bool:
    """Whether nobody owns a case about an issue: whoever is sent it returns it."""
    return committees.disowned(issue, case)


@rule
def next_named(plan: Any, case: Any, right: int) -> int:
    """Unit (number) that a dispatch of a case names which nobody owns: first the one it falls to, then others."""
    return unit_named(plan, case, right) if case.dispatches == 0 else dispatch.wrong_unit(plan, case, right)


@rule
def falls_through(plan: Any, issue: Any, case: Any) -> bool:
    """Whether a case about an issue that nobody owns was returned so often that the community catches it."""
    return committees.disowned(issue, case) and committees.falls_through(plan, case)


@rule
def returned_at(plan: Any, case: Any, now: int) -> int:
    """Moment (ms) at which a wrong unit has returned a case."""
    number = emergencies.time_to_return(plan, case)
    return later(
        plan, now, number, to_ms(dispatch.return_time(plan, case, number) * committees.link(plan, case, case.unit))
    )


@rule
def looks_first(plan: Any, case: Any) -> bool:
    """Whether a crew of a wrong unit looks at a case before it is returned."""
    return dispatch.return_work(plan) > 0 and not emergencies.goes_straight(plan, case)


@rule
def returned_by(plan: Any, case: Any, sent: int) -> int:
    """Moment (ms) by which a wrong unit must have returned a case that was sent to it at a time (ms)."""
    return after(plan, sent, plan.dispatch.return_limit)


@rule
def contacted_at(plan: Any, case: Any, now: int) -> int:
    """Moment (ms) of the first contact with the resident."""
    time = dispatch.contact_time(plan, case) * committees.link(plan, case, case.unit)
    return later(plan, now, dispatch.contact(plan, case), to_ms(time))


@rule
def shelved(plan: Any, case: Any) -> bool:
    """Whether a case is shelved when it is accepted; once at most."""
    return case.shelved == 0 and dispatch.is_shelved(plan, case) and not emergencies.goes_straight(plan, case)


@rule
def resumed_at(plan: Any, case: Any, now: int) -> int:
    """Moment (ms) at which a shelved case is taken up again."""
    return after(plan, now, plan.dispatch.shelved_for)


@rule
def asks_extension(plan: Any, case: Any) -> bool:
    """Whether an extension will be asked for the case."""
    return dispatch.asks_extension(plan, case)


@rule
def procedure_over(plan: Any, hazard: Any, case: Any, now: int) -> int:
    """Moment (ms) at which nothing but hands is missing for the work."""
    number = emergencies.procedure(plan, hazard, case)
    ms = named_leader.procedure_left(plan, case, dispatch.procedure_time(plan, case, number))
    return later(plan, now, number, to_ms(ms * service_centres.haste(plan, case)))


@rule
def petitioned(plan: Any, case: Any) -> bool:
    """Whether the reporter who chases a case goes over the heads of those who have it."""
    return petitions.petitions(plan, case)
