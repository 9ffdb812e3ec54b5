"""What happens by itself, part by part: notices are counted, chains end, recurrences are numbered apart."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sim.kinds import EventKind, IssueState, Level
from sim.lifecycle import environment, resident
from sim.lifecycle.hooks import noticing
from sim.lifecycle.things import Issue
from sim.world.outcomes import GENERATIONS
from tests.lifecycle.recording import Recording

HAZARD = SimpleNamespace(notice_gap=3_600_000.0, at_once=0)


def run(**own: Any) -> Recording:
    return Recording(plan=SimpleNamespace(hazards=[HAZARD], run=SimpleNamespace(end=10**9)), **own)


def test_each_possible_report_has_a_number_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr("sim.lifecycle.resident.notices", lambda sim, issue: asked.append(issue.notices))
    monkeypatch.setattr(noticing, "next_notice", lambda plan, hazard, issue, now: now + 100 * issue.notices)
    monkeypatch.setattr(resident, "home_of_reporter", lambda plan, issue: 0)
    sim = run(now=50)
    issue = sim.add(Issue(number=7))
    environment.on_noticed(sim, issue)
    sim.now = 150
    environment.on_noticed(sim, issue)
    assert asked == [0, 1]
    assert sim.events == [(EventKind.NOTICED, 7, 0, 150), (EventKind.NOTICED, 7, 0, 350)]
    assert issue.due_noticed == 350


@pytest.mark.parametrize(("gap", "at_once", "due"), [(3_600_000.0, 0, 60), (0.0, 0, 500), (3_600_000.0, 1, 500)])
def test_the_earlier_of_healing_and_notice_is_due(
    monkeypatch: pytest.MonkeyPatch, gap: float, at_once: int, due: int
) -> None:
    monkeypatch.setattr(noticing, "next_notice", lambda plan, hazard, issue, now: 60)
    monkeypatch.setattr(resident, "home_of_reporter", lambda plan, issue: 3)
    sim = run(now=10)
    issue = sim.add(Issue(heals_at=500))
    environment.expect_report(sim, issue, SimpleNamespace(notice_gap=gap, at_once=at_once))
    assert (issue.due_noticed, issue.home) == (due, 3 if due == 60 else 0), "who may report it next is known by then"


def test_what_should_have_healed_before_the_start_heals_now() -> None:
    sim = run(now=10)
    issue = sim.add(Issue(heals_at=4))
    environment.expect_report(sim, issue, SimpleNamespace(notice_gap=0.0, at_once=0))
    assert issue.due_noticed == 10


def test_recurrences_are_numbered_after_all_before_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "recurs_after", lambda plan, hazard, issue: 40)
    sim = run(now=100, last=5)
    for issue in (sim.add(Issue()), sim.add(Issue())):
        environment.leave(sim, issue)
    assert sim.events == [(EventKind.OCCURS, 6, 0, 140), (EventKind.OCCURS, 7, 1, 140)]
    assert [row[0] for row in sim.rows] == [environment.RECURS] * 2
    assert [row[-1] for row in sim.rows] == [40, 40]


def test_what_does_not_recur_leaves_its_place_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "recurs_after", lambda plan, hazard, issue: -1)
    sim = run(now=100)
    issue = sim.add(Issue(due_noticed=300))
    environment.leave(sim, issue)
    assert (sim.left_place, issue.due_noticed, sim.events, sim.rows) == (issue, -1, [], [])


def test_a_chain_of_recurrences_ends_at_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "recurs_after", lambda plan, hazard, issue: 0)
    sim = run()
    environment.leave(sim, sim.add(Issue(generation=GENERATIONS)))
    assert not sim.events and not sim.rows
    environment.leave(sim, sim.add(Issue(generation=GENERATIONS - 1)))
    assert len(sim.events) == 1


def test_a_fix_is_told_by_level_and_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "recurs_after", lambda plan, hazard, issue: -1)
    sim = run(now=77)
    issue = sim.add(Issue())
    environment.fix(sim, issue, Level.STREET)
    assert (sim.states, issue.ended, issue.fixed_by) == ([IssueState.FIXED], 77, Level.STREET)


def test_only_the_first_who_knows_counts_as_detecting() -> None:
    sim = run(now=5)
    issue = sim.add(Issue())
    environment.detected(sim, issue, 2)  # type: ignore[arg-type]
    sim.now = 9
    environment.detected(sim, issue, 0)  # type: ignore[arg-type]
    assert (issue.detected, issue.detected_by) == (5, 2)
