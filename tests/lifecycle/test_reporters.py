"""Reporters: what they know of reports before theirs, which days and cases are remembered, what they learn from a case
they joined."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sim.kinds import NOBODY, CaseState, IssueState
from sim.lifecycle import resident
from sim.lifecycle.hooks import noticing
from sim.lifecycle.things import Case, Issue, Resident
from sim.scenario.hours import DAY
from tests.lifecycle.recording import Recording


@pytest.mark.parametrize(("in_company", "told"), [(False, 3), (True, 1)])
def test_who_notices_in_company_knows_no_more_than_the_others(
    monkeypatch: pytest.MonkeyPatch, in_company: bool, told: int
) -> None:
    """Three reports were made; when the first of the company noticed it, there was one."""
    monkeypatch.setattr(noticing, "in_company", lambda plan, issue: in_company)
    monkeypatch.setattr(resident, "next_reporter", lambda sim, issue: NOBODY)
    issue = Issue(reports=3, told=1)
    resident.notices(Recording(plan=None), issue)
    assert (issue.told, issue.reports) == (told, 3)


def square(now: int, *issues_of_cases: int) -> Any:
    """A run whose observation period closes after ten days, with cases about these issues."""
    cases = [Case(number=number, issue=issue) for number, issue in enumerate(issues_of_cases)]
    return Recording(plan=SimpleNamespace(run=SimpleNamespace(window=10 * DAY)), now=now, cases=cases)


def test_reports_on_a_day_that_has_one_already_are_told_apart() -> None:
    issue = Issue(case=0)
    same_day = []
    for now in (0, DAY - 1, DAY, DAY, 3 * DAY):
        resident.remember(square(now, 0), issue, Resident())
        same_day.append(issue.same_day)
    assert same_day == [0, 1, 1, 2, 2]


def test_a_resident_remembers_the_first_report_and_counts_those_about_other_issues() -> None:
    person, about = Resident(), [(20, 1), (30, 0), (40, 1), (50, 2)]
    for now, number in about:
        issue = Issue(slot=number, case=number)
        resident.remember(square(now, 0, 1, 2), issue, person)
    assert (person.first_report, person.first_case, person.reports, person.others) == (20, 1, 4, 2)


@pytest.mark.parametrize(("now", "counted"), [(10 * DAY - 1, 1), (10 * DAY, 0)])
def test_residents_are_not_counted_once_the_period_is_closed(now: int, counted: int) -> None:
    issue, person = Issue(case=0), Resident()
    resident.remember(square(now, 0), issue, person)
    assert person.reports == counted
    assert issue.report_day == now // DAY


@pytest.mark.parametrize(
    ("state", "claimed", "issue_is", "joined", "learnt"),
    [
        (CaseState.OPEN, 90, IssueState.FIXED, 0, []),  # nothing is known yet
        (CaseState.CANCELLED, 90, IssueState.FIXED, NOBODY, []),
        (CaseState.CLOSED, 90, IssueState.FIXED, NOBODY, [True]),
        (CaseState.CLOSED, 90, IssueState.OPEN, NOBODY, [False]),  # it is there still
        (CaseState.CLOSED, 110, IssueState.FIXED, NOBODY, [False]),  # too late
    ],
)
def test_who_joined_a_case_learns_from_it_once_it_is_closed(
    monkeypatch: pytest.MonkeyPatch,
    state: CaseState,
    claimed: int,
    issue_is: IssueState,
    joined: int,
    learnt: list[bool],
) -> None:
    told: list[bool] = []
    monkeypatch.setattr(resident, "learns", lambda sim, person, case, solved: told.append(solved))
    sim, person = Recording(), Resident(joined=0)
    sim.add(Issue())
    sim.states[0] = issue_is
    resident.looks_back(sim, person, Case(issue=0, state=state, claimed=claimed, limit=100))
    assert (person.joined, told) == (joined, learnt)


@pytest.mark.parametrize(("learns", "who", "joined"), [(1, 4, 7), (1, 3, NOBODY), (0, 4, NOBODY)])
def test_who_joins_a_case_will_look_back_where_that_is_so(learns: int, who: int, joined: int) -> None:
    """Resident 3 reported it first, and learns by it as it is closed."""
    plan, people = SimpleNamespace(reporting=SimpleNamespace(joined_learn=learns)), [Resident() for _ in range(5)]
    resident.joins(Recording(plan=plan, residents=people), who, Case(number=7, reporter=3))
    assert people[who].joined == joined


@pytest.mark.parametrize(("solved", "trust", "helped"), [(True, 0.6, 1), (False, 0.25, 0)])
def test_what_came_of_the_last_report_moves_trust_and_is_remembered(solved: bool, trust: float, helped: int) -> None:
    rules = SimpleNamespace(trust_gain=0.2, trust_loss=0.5)
    plan = SimpleNamespace(reporting=rules, explanation=SimpleNamespace(trust_loss=1.0))
    person = Resident(trust=0.5, helped=1 - helped)
    resident.learns(Recording(plan=plan), person, Case(), solved)
    assert (person.trust, person.helped) == (pytest.approx(trust), helped)
