"""Residents: they come to be when first involved, notice, report, lose patience and learn what became of it."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, Source
from sim.lifecycle import environment, street
from sim.lifecycle.access import hazard_of
from sim.lifecycle.hooks import noticing
from sim.lifecycle.services import part
from sim.scenario.hours import DAY


@part
def notices(sim: Any, issue: Any) -> None:
    """Somebody who lives near an issue notices it and may report it."""
    who = next_reporter(sim, issue)
    if who != NOBODY and noticing.reports(sim.plan, hazard_of(sim, issue), issue, sim.residents[who]):
        issue.reports += 1
        environment.detected(sim, issue, Source.RESIDENT)
        street.take_report(sim, issue, who)
        remember(sim, issue, sim.residents[who])


@part
def remember(sim: Any, issue: Any, person: Any) -> None:
    """Count a report that was made: by its day, and by the resident who made it. Nobody acts on these counts."""
    today = sim.now // DAY
    if issue.report_day == today:
        issue.same_day += 1
    issue.report_day = today
    if sim.now >= sim.plan.run.window:
        return
    if person.reports == 0:
        person.first_report = sim.now
        person.first_case = issue.case
    elif sim.cases[person.first_case].issue != issue.slot:
        person.others += 1
    person.reports += 1


@part
def next_reporter(sim: Any, issue: Any) -> int:
    """The resident (number) who may report an issue next, living near; NOBODY where the household is empty."""
    home = home_of_reporter(sim.plan, issue)
    first, last = sim.plan.first_resident[home], sim.plan.first_resident[home + 1]
    if first == last:
        return NOBODY
    number = first + noticing.reporter_among(sim.plan, issue, last - first)
    if not sim.residents[number].met:
        meet(sim, number)
    return number


@part
def home_of_reporter(plan: Any, issue: Any) -> int:
    """Household (number in the district) whose resident may report an issue next."""
    area = plan.communities[issue.community]
    return area.first_home - plan.communities[0].first_home + noticing.household(plan, area, issue)


@part
def meet(sim: Any, number: int) -> None:
    """A resident (number) comes to be."""
    plan, person = sim.plan, sim.residents[number]
    sim.met[sim.involved] = number
    sim.involved += 1
    person.met = 1
    person.first_trust = noticing.first_trust(plan, number)
    person.trust = person.first_trust
    person.inclination = noticing.inclination(plan, number)
    person.channel = noticing.channel(plan, number)


@part
def learns(sim: Any, person: Any, case: Any, solved: bool) -> None:
    """Trust grows with a case solved and shrinks with one that was not."""
    person.trust = noticing.trust_after(sim.plan, case, person, solved)


@part
def chases(sim: Any, person: Any, case: Any) -> None:
    """Patience has ended: the resident asks what became of the case."""
    case.chased += 1
    learns(sim, person, case, False)
