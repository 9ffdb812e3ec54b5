"""Property companies: asked before anybody reports; what they do not settle is reported after all.

A case that a company has is outside the register: it has no limit, and nobody chases it. Its step GIVE_UP is due when
its resident stops waiting for the company.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, CaseState, JobKind, Level, Performer, Source, StationKind, Step
from sim.lifecycle import environment, ledger, resident, station, street
from sim.lifecycle.access import hazard_of, is_open, issue_of
from sim.lifecycle.hooks import dispatching, settling
from sim.lifecycle.log import write, write_as
from sim.lifecycle.services import part
from sim.record.activities import NUMBER

ASKED_COMPANY, SETTLED, REPORTED = NUMBER["asked_company"], NUMBER["settled"], NUMBER["reported"]
COMPANY = StationKind.COMPANY.value


@part
def has(case: Any) -> bool:
    """Whether a company has a case, outside the register."""
    return case.step == Step.GIVE_UP


@part
def is_asked_first(sim: Any, issue: Any) -> bool:
    """Whether the resident who would report an issue now asks the company: not about what is on file already."""
    if issue.case != NOBODY and not has(sim.cases[issue.case]):
        return False
    return settling.asks_first(sim.plan, hazard_of(sim, issue), issue)


@part
def ask(sim: Any, issue: Any, who: int) -> None:
    """A resident (number) asks the company, which may have been asked by another."""
    number = issue.case if issue.case != NOBODY else sim.case_count
    issue.asks += 1
    write(sim, ASKED_COMPANY, issue, number, Performer.RESIDENT, who, issue.asks)
    if issue.case != NOBODY:
        resident.joins(sim, who, sim.cases[issue.case])
        return
    case = street.open_case(sim, issue, Source.RESIDENT, issue.notices)
    case.reporter = who
    case.asked = sim.now
    street.next_step(sim, case, Step.GIVE_UP, settling.given_up_at(sim.plan, sim.now))
    job = station.make_job(sim, case, JobKind.OUTSIDE)
    case.job = job.slot
    station.receive(sim, sim.stations[sim.plan.first_of_kind[COMPANY] + issue.community], job)


@part
def done(sim: Any, case: Any) -> None:
    """The company has done what it could: it is settled, or its resident reports it."""
    issue = issue_of(sim, case)
    if is_open(sim, issue) and settling.fixes(sim.plan, issue, case):
        environment.fix(sim, issue, Level.COMPANY)
    conclude(sim, case)


@part
def give_up(sim: Any, case: Any) -> None:
    """The resident does not wait any longer for the company."""
    leave(sim, case)
    conclude(sim, case)


@part
def conclude(sim: Any, case: Any) -> None:
    """Settle a case whose issue is gone; have one reported whose issue is still there, with less trust."""
    case.due_step = NOBODY
    case.step = Step.NONE
    reporter, solved = sim.residents[case.reporter], not is_open(sim, issue_of(sim, case))
    if solved:
        write_as(sim, SETTLED, case, Performer.COMPANIES, sim.now - case.asked)
        ledger.put_away(sim, case, CaseState.SETTLED)
    resident.learns(sim, reporter, case, solved)
    if not solved:
        issue_of(sim, case).reports += 1
        report(sim, case, case.reporter)
        resident.remember(sim, issue_of(sim, case), reporter)


@part
def leave(sim: Any, case: Any) -> None:
    """Take a case from the company that has it."""
    case.due_step = NOBODY
    case.step = Step.NONE
    if case.job != NOBODY:
        job = sim.jobs[case.job]
        station.withdraw(sim, sim.stations[job.station], job)


@part
def report(sim: Any, case: Any, who: int) -> None:
    """A resident (number) reports to the government what a company had: from here on it is a case as others are."""
    issue = issue_of(sim, case)
    case.reporter = who
    case.channel = sim.residents[who].channel
    case.reported = sim.now
    write(sim, REPORTED, issue, case.number, Performer.RESIDENT, who, case.channel)
    street.next_step(sim, case, Step.FILE, dispatching.filed_at(sim.plan, case, sim.now))
    street.expect_chase(sim, case)


@part
def is_reported_by(sim: Any, case: Any, who: int) -> None:
    """Another resident (number) reports what a company has."""
    leave(sim, case)
    report(sim, case, who)
