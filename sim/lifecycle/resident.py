"""Residents: they come to be when first involved, notice, report, lose patience and learn what became of it."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, CaseState, Source
from sim.lifecycle import environment, ledger, street
from sim.lifecycle.access import area_of, hazard_of, is_open, issue_of
from sim.lifecycle.hooks import noticing
from sim.lifecycle.services import part
from sim.lifecycle.stages import property as company
from sim.scenario.hours import DAY


@part
def notices(sim: Any, issue: Any) -> None:
    """Somebody who lives near an issue notices it and may report it."""
    if not noticing.in_company(sim.plan, issue):
        issue.told = issue.reports + issue.asks
    who = next_reporter(sim, issue)
    if who != NOBODY and reports(sim, issue, sim.residents[who]):
        environment.detected(sim, issue, Source.RESIDENT)
        if company.is_asked_first(sim, issue):
            company.ask(sim, issue, who)
        else:
            issue.reports += 1
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
def reports(sim: Any, issue: Any, person: Any) -> bool:
    """Whether somebody who noticed an issue reports it, after a look at what became of a case joined before."""
    if person.joined != NOBODY:
        looks_back(sim, person, sim.cases[person.joined])
    desk = sim.stations[area_of(sim, issue).desk]
    return noticing.reports(sim.plan, hazard_of(sim, issue), issue, person, desk.confidence)


@part
def newcomer_might(sim: Any, issue: Any) -> bool:
    """Whether somebody without any experience might report an issue; of whom would not, nothing need be known."""
    desk = sim.stations[area_of(sim, issue).desk]
    return noticing.newcomer_might(sim.plan, hazard_of(sim, issue), issue, desk.confidence)


@part
def next_reporter(sim: Any, issue: Any) -> int:
    """The resident (number) who may report an issue next, living near; NOBODY where the household is empty, or it is
    somebody without experience and none such would. Most are told by the household alone (`homes_met`: whether anybody
    of it was met), before any resident is looked up, which takes long where there are many."""
    home, might = issue.home, newcomer_might(sim, issue)
    if not might and not sim.homes_met[home]:
        return NOBODY
    first, last = sim.plan.first_resident[home], sim.plan.first_resident[home + 1]
    if first == last:
        return NOBODY
    number = first + noticing.reporter_among(sim.plan, issue, last - first)
    if sim.residents[number].met:
        return number
    if not might:
        return NOBODY
    meet(sim, number, home, area_of(sim, issue))
    return number


@part
def home_of_reporter(plan: Any, issue: Any) -> int:
    """Household (number in the district) whose resident may report an issue next."""
    area = plan.communities[issue.community]
    return area.first_home - plan.communities[0].first_home + noticing.household(plan, area, issue)


@part
def meet(sim: Any, number: int, home: int, area: Any) -> None:
    """A resident (number) of a household (number in the district) of an area comes to be."""
    plan, person = sim.plan, sim.residents[number]
    group = plan.groups[group_of(plan, home)]
    sim.met[sim.involved] = number
    sim.involved += 1
    sim.homes_met[home] = person.met = 1
    person.joined = NOBODY
    person.first_trust = noticing.first_trust(plan, number)
    person.trust = person.first_trust
    person.inclination = noticing.inclination(plan, number, group)
    person.channel = noticing.channel(plan, area, number, group)


@part
def group_of(plan: Any, home: int) -> int:
    """Group (number) of a household (number in the district); where nobody is of any, it need not be looked up."""
    return plan.sites[plan.communities[0].first_home + home].group if len(plan.groups) > 1 else 0


@part
def learns(sim: Any, person: Any, case: Any, solved: bool) -> None:
    """Trust grows with a case solved and shrinks with one that was not; what comes of the last one is remembered."""
    person.trust = noticing.trust_after(sim.plan, case, person, solved)
    person.helped = 1 if solved else 0


@part
def joins(sim: Any, who: int, case: Any) -> None:
    """The report of a resident (number) was merged with a case; who reported it first learns by it anyway."""
    if sim.plan.reporting.joined_learn > 0 and who != case.reporter:
        sim.residents[who].joined = case.number


@part
def looks_back(sim: Any, person: Any, case: Any) -> None:
    """Who joined a case learns from it, once it is closed; a report that was cancelled teaches nothing."""
    if case.state == CaseState.OPEN:
        return
    person.joined = NOBODY
    if case.state != CaseState.CANCELLED:
        learns(sim, person, case, ledger.was_in_time(case) and not is_open(sim, issue_of(sim, case)))


@part
def neighbours_hear(sim: Any, case: Any, solved: bool) -> None:
    """A closing moves the confidence of the community where the case was reported."""
    desk = sim.stations[area_of(sim, issue_of(sim, case)).desk]
    desk.confidence = noticing.confidence_after(sim.plan, case, desk.confidence, solved)


@part
def chases(sim: Any, person: Any, case: Any) -> None:
    """Patience has ended: the resident asks what became of the case."""
    case.chased += 1
    learns(sim, person, case, False)
