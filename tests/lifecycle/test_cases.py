"""What a case carries from one step to the next: its class, its job, its limit, what was waited for, who chases it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from sim.kinds import NEVER, NOBODY, CaseState, Clock, IssueState, Source, StationKind
from sim.lifecycle import beat, environment, grid_worker, ledger, station, street
from sim.lifecycle.hooks import checking, dispatching, noticing, whistling
from sim.lifecycle.joint_work import in_turn, joint, whistle
from sim.lifecycle.oversight import supervisor
from sim.lifecycle.things import Case, Issue, Job, Station, Walk
from sim.mechanisms.queueing import EMERGENCY, LATE, NORMAL, URGENT
from tests.lifecycle.recording import Recording

Patch = pytest.MonkeyPatch


def desk(issue: Issue | None = None, **own: Any) -> Recording:
    """A run with one issue, in one community of one street."""
    plan = SimpleNamespace(
        communities=[SimpleNamespace(street=0)],
        hazards=[SimpleNamespace(deadline=0)],
        departments=[0, 1],
        joint_team=SimpleNamespace(roles=0),
        street_powers=SimpleNamespace(powers=0),
        prevention=SimpleNamespace(after=NEVER),
        first_of_kind=[NOBODY] * len(StationKind),
        **own,
    )
    sim = Recording(plan=plan, now=100, cases=[], jobs=[], residents=[SimpleNamespace()])
    sim.add(issue or Issue())
    return sim


def calls(patch: Patch, owner: Any, name: str, answer: Any = None) -> list[tuple[Any, ...]]:
    """Replace a function by one that notes with what it was called."""
    noted: list[tuple[Any, ...]] = []

    def note(sim: Any, *given: Any) -> Any:
        noted.append(given)
        return answer

    patch.setattr(owner, name, note)
    return noted


@pytest.mark.parametrize(
    ("joint_issue", "prepared", "goes"),
    [(1, 1, "joint"), (1, 0, "joint procedure"), (0, 1, "queue"), (0, 0, "procedure")],
)
def test_what_is_done_again_goes_its_way_before_new_cases(
    monkeypatch: Patch, joint_issue: int, prepared: int, goes: str
) -> None:
    ways = {
        "joint": calls(monkeypatch, joint, "start"),
        "joint procedure": calls(monkeypatch, joint, "prepare"),
        "queue": calls(monkeypatch, street, "hand_over"),
        "procedure": calls(monkeypatch, street, "prepare"),
    }
    resumed = calls(monkeypatch, supervisor, "resume_limit")
    case = Case(issue=0, attempt=1, priority=NORMAL, prepared=prepared)
    ledger.do_again(desk(Issue(joint=joint_issue)), case)
    assert {name for name, made in ways.items() if made} == {goes}
    assert (case.attempt, case.priority, len(resumed)) == (2, LATE, 1)


def test_a_more_urgent_case_keeps_its_class_when_done_again(monkeypatch: Patch) -> None:
    for owner, name in ((street, "prepare"), (supervisor, "resume_limit")):
        calls(monkeypatch, owner, name)
    case = Case(issue=0, priority=EMERGENCY)
    ledger.do_again(desk(), case)
    assert case.priority == EMERGENCY


@pytest.mark.parametrize(("over", "queued"), [(100, True), (130, False)])
def test_a_procedure_is_waited_for_once(monkeypatch: Patch, over: int, queued: bool) -> None:
    handed, waits = calls(monkeypatch, street, "hand_over"), calls(monkeypatch, street, "next_step")
    monkeypatch.setattr(dispatching, "procedure_over", lambda plan, hazard, case, now: over)
    case = Case(issue=0)
    street.prepare(desk(), case)
    assert (bool(handed), bool(waits), case.prepared) == (queued, not queued, 1)


def test_a_case_on_the_shelf_has_no_limit_and_its_procedure_behind_it(monkeypatch: Patch) -> None:
    waits = calls(monkeypatch, street, "next_step")
    monkeypatch.setattr(dispatching, "resumed_at", lambda plan, case, now: 900)
    case = Case(issue=0, due_limit=500)
    street.shelve(desk(), case)
    assert (case.shelved, case.prepared, case.due_limit) == (1, 1, NOBODY)
    assert [given[-1] for given in waits] == [900]


def test_a_reopened_case_is_open_again_and_its_reporter_waits_anew(monkeypatch: Patch) -> None:
    chased, again = calls(monkeypatch, street, "expect_chase"), calls(monkeypatch, ledger, "do_again")
    sim, case = desk(), Case(issue=0, number=6, reporter=0, state=CaseState.CLOSED, closed=80)
    ledger.reopen(sim, case)
    assert (case.state, case.closed, case.reopened, sim.issues[0].case) == (CaseState.OPEN, NOBODY, 1, 6)
    assert len(chased) == len(again) == 1


def test_what_is_put_away_waits_for_nothing() -> None:
    case = Case(issue=0, job=3, due_limit=1, due_chase=2, due_contact=3)
    sim = desk(Issue(case=0))
    ledger.put_away(sim, case, CaseState.CANCELLED)
    assert (case.state, case.closed, case.job, sim.issues[0].case) == (CaseState.CANCELLED, 100, NOBODY, NOBODY)
    assert (case.due_limit, case.due_chase, case.due_contact) == (NOBODY, NOBODY, NOBODY)


@pytest.mark.parametrize(("source", "reached", "called"), [(2, 1.0, 1), (2, 0.0, 0), (0, 1.0, 0)])
def test_reporters_are_called_back_where_anybody_is(
    monkeypatch: Patch, source: int, reached: float, called: int
) -> None:
    waits, learns = calls(monkeypatch, street, "next_step"), calls(monkeypatch, ledger.resident, "learns")
    heard = calls(monkeypatch, ledger.resident, "neighbours_hear")
    finds = calls(monkeypatch, beat, "expect_finds")
    calls(monkeypatch, ledger.inspection, "sample")
    monkeypatch.setattr(checking, "called_back_at", lambda plan, case, now: 700)
    sim = desk(ledger=SimpleNamespace(reached=reached))
    case = Case(issue=0, source=source, reporter=0, claimed=90, limit=95)
    ledger.close(sim, case)
    assert (len(waits), len(learns)) == (called, int(source == Source.RESIDENT))
    assert len(heard) == len(learns)
    assert len(finds) == 1, "it is still there, so patrols may find it anew"
    assert [given[-1] for given in learns] == [False] * len(learns)


@pytest.mark.parametrize(("claimed", "learnt"), [(90, True), (96, False)])
def test_a_fix_that_came_too_late_teaches_as_one_that_never_came(
    monkeypatch: Patch, claimed: int, learnt: bool
) -> None:
    learns, heard = (calls(monkeypatch, ledger.resident, name) for name in ("learns", "neighbours_hear"))
    calls(monkeypatch, ledger.inspection, "sample")
    sim = desk(ledger=SimpleNamespace(reached=0.0))
    sim.states[0] = IssueState.FIXED
    ledger.close(sim, Case(issue=0, source=Source.RESIDENT, reporter=0, claimed=claimed, limit=95))
    assert [given[-1] for given in (*learns, *heard)] == [learnt, learnt]


def test_an_answer_counts_for_the_unit_that_had_the_case(monkeypatch: Patch) -> None:
    counted = calls(monkeypatch, ledger, "count_answer")
    monkeypatch.setattr(checking, "reached", lambda plan, case: True)
    monkeypatch.setattr(checking, "satisfied", lambda *of: True)
    sim = desk()
    sim.states[0] = IssueState.FIXED
    ledger.call_back(sim, Case(issue=0, reporter=0, claimed=90, limit=95))
    assert [given[1:] for given in counted] == [(True, True)]


def test_what_is_solved_is_not_looked_for(monkeypatch: Patch) -> None:
    finds = calls(monkeypatch, beat, "expect_finds")
    calls(monkeypatch, ledger.inspection, "sample")
    sim = desk(ledger=SimpleNamespace(reached=0.0))
    sim.states[0] = 2
    ledger.close(sim, Case(issue=0))
    assert finds == []


@pytest.mark.parametrize(("open_still", "fixes"), [(True, 1), (False, 0)])
def test_the_finder_fixes_what_is_still_there(monkeypatch: Patch, open_still: bool, fixes: int) -> None:
    fixed, closed = calls(monkeypatch, environment, "fix"), calls(monkeypatch, ledger, "close")
    monkeypatch.setattr(supervisor, "set_limit", lambda sim, case: None)
    sim = desk()
    if not open_still:
        sim.states[0] = 1
    case = Case(issue=0, limit=500)
    street.file_done(sim, case)
    assert (len(fixed), len(closed), case.claimed, case.unit) == (fixes, 1, 100, 0)
    assert (case.registered, case.dispatched, case.responded, case.arrived) == (100, 100, 100, 100)


@pytest.mark.parametrize(("before", "wanted", "after", "moves"), [(3, 2, 2, 1), (2, 2, 2, 0), (1, 2, 1, 0)])
def test_a_case_is_hastened_to_a_more_urgent_class_only(
    monkeypatch: Patch, before: int, wanted: int, after: int, moves: int
) -> None:
    moved = calls(monkeypatch, station, "hasten")
    sim, case = desk(), Case(issue=0, job=0, priority=before)
    sim.jobs, sim.stations = [Job(station=0)], [Station()]
    supervisor.hasten(sim, case, wanted)
    assert (case.priority, len(moved)) == (after, moves)


@pytest.mark.parametrize(("own", "left"), [(4, NOBODY), (5, 5)])
def test_a_case_forgets_its_own_job_only(own: int, left: int) -> None:
    sim = desk()
    sim.cases, sim.free_job = [Case(issue=0, job=own)], lambda job: None
    station.forget(sim, Job(slot=4, case=0))
    assert sim.cases[0].job == left


@pytest.mark.parametrize(
    ("limit", "overdue", "due"),
    [(500, 0, 500), (80, 0, 100), (80, 1, 130)],
    ids=["it runs on", "it passes at once", "it runs once more"],
)
def test_the_limit_of_what_is_done_again_runs_on_and_is_not_extended(
    monkeypatch: Patch, limit: int, overdue: int, due: int
) -> None:
    """At 100 ms, of a limit of 30 ms; an extension would have been asked for if nobody had begun."""
    extended = calls(monkeypatch, supervisor, "extend")
    calls(monkeypatch, supervisor.assessment, "closes_on_paper", answer=True)
    monkeypatch.setattr(supervisor, "after", lambda plan, now, deadline: now + 30)
    sim, case = desk(), Case(issue=0, limit=limit, overdue=overdue, asks_extension=1)
    supervisor.resume_limit(sim, case)
    assert case.due_limit == due
    sim.now = due
    supervisor.on_limit(sim, case)
    assert extended == []


# -- joint work ------------------------------------------------------------------------------------------------------


def test_a_whistle_is_urgent_and_waits_for_the_last_contact(monkeypatch: Patch) -> None:
    waits = calls(monkeypatch, street, "next_step")
    monkeypatch.setattr(whistle, "summon", lambda sim, case, department: 150 + 10 * department)
    case = Case(issue=0, priority=NORMAL)
    whistle.blow(desk(Issue(needs=0b11)), case)
    assert (case.priority, case.whistles, case.whistled, case.first_whistle, case.summons) == (URGENT, 1, 100, 100, 3)
    assert [given[-1] for given in waits] == [160]


@pytest.mark.parametrize(("tires", "felt"), [(True, (2.5, 100)), (False, (1.0, 10))])
def test_a_whistle_is_felt_from_now_on(monkeypatch: Patch, tires: bool, felt: tuple[float, int]) -> None:
    place = Station(number=0, load=1.0, load_at=10)
    monkeypatch.setattr(whistling, "tires", lambda plan, comes: tires)
    monkeypatch.setattr(whistle, "station_of", lambda sim, department: place)
    monkeypatch.setattr(whistling, "comes", lambda plan, case, place, department, now: False)
    monkeypatch.setattr(whistling, "load_after", lambda plan, place, now, crews: 2.5)
    assert not whistle.answers(desk(), Case(issue=0), 0)
    assert (place.load, place.load_at) == felt


def test_a_case_knows_its_job_in_the_line_of_a_department(monkeypatch: Patch) -> None:
    received = calls(monkeypatch, station, "receive")
    monkeypatch.setattr(in_turn, "station_of", lambda sim, department: Station(number=9))
    monkeypatch.setattr(station, "make_job", lambda sim, case, kind: Job(slot=12))
    case = Case(issue=0)
    in_turn.queue(desk(), case, 1)
    assert case.job == 12
    place, job = received[0]
    assert (place.number, job.department) == (9, 1)


@pytest.mark.parametrize("clock", [Clock.CASES, Clock.DUTY])
def test_the_lead_goes_on_only_after_parts_that_were_asked_for(monkeypatch: Patch, clock: Clock) -> None:
    last = calls(monkeypatch, in_turn, "lead_if_last")
    monkeypatch.setattr(joint, "write_of", lambda sim, activity, case, department, value: None)
    sim = desk(whistle=SimpleNamespace(way=2))
    joint.part_done(sim, Case(issue=0, waiting=0b11), Station(), Job(department=1, clock=clock))
    assert len(last) == (clock == Clock.CASES)


# -- walks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("own", "neighbour", "found"), [(1, 0, True), (0, 1, True), (0, 0, False)])
def test_a_walk_stops_at_the_first_news(monkeypatch: Patch, own: int, neighbour: int, found: bool) -> None:
    news = [own, neighbour]
    sim = Recording(walks=[Walk(covers=1), Walk()])
    monkeypatch.setattr(grid_worker, "sights", lambda sim, number, of: bool(news[of]))
    monkeypatch.setattr(beat, "first_visit", lambda sim, walk: 1 << 62)
    assert grid_worker.comes_upon(sim, 0) is found


def test_a_household_tells_once_its_reading_is_reached(monkeypatch: Patch) -> None:
    visits = [3, 7]
    monkeypatch.setattr(grid_worker, "sights", lambda sim, number, of: False)
    monkeypatch.setattr(beat, "first_visit", lambda sim, walk: visits[0] if visits else 1 << 62)
    monkeypatch.setattr(beat, "take_visit", lambda sim, walk: visits.pop(0))
    monkeypatch.setattr(grid_worker, "finds", lambda sim, number, issue, source, activity: issue == 7)
    sim = Recording(walks=[Walk(visit_odometer=5)])
    assert not grid_worker.comes_upon(sim, 0), "what is known already is passed by"
    sim.walks[0].visit_odometer = 7
    assert grid_worker.comes_upon(sim, 0)


def test_a_reporter_is_met_once(monkeypatch: Patch) -> None:
    from sim.lifecycle import resident

    monkeypatch.setattr(noticing, "first_trust", lambda plan, number: 0.5)
    monkeypatch.setattr(noticing, "inclination", lambda plan, number, group: group)
    monkeypatch.setattr(noticing, "channel", lambda plan, area, number, group: area + group)
    town = [SimpleNamespace(first_home=1)]
    plan = SimpleNamespace(communities=town, groups=[7, 8, 9], sites=[SimpleNamespace(group=g) for g in (0, 1, 2)])
    sim = Recording(plan=plan, residents=[None, SimpleNamespace(met=0)], met=[NOBODY] * 2, homes_met=[0], involved=0)
    resident.meet(sim, 1, 0, 100)
    assert (sim.met, sim.involved, sim.residents[1].met, sim.homes_met) == ([1, NOBODY], 1, 1, [1])
    assert (sim.residents[1].trust, sim.residents[1].first_trust) == (0.5, 0.5)
    assert (sim.residents[1].inclination, sim.residents[1].channel) == (8, 108), "of the group of the household"
