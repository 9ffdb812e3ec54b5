"""A difference between the engines does not go unseen: twelve are planted in the reference engine, each is found."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from sim.chance.draws import uniform
from sim.engines.compiled.compare import difference
from sim.engines.reference import clock
from sim.engines.reference.run import simulate
from sim.engines.reference.simulation import Simulation
from sim.lifecycle import beat, ledger
from sim.lifecycle.hooks import noticing, working
from sim.lifecycle.joint_work import whistle
from sim.lifecycle.oversight import supervisor
from sim.mechanisms import dispatch
from sim.plan.lower import lower
from sim.plan.plan import Plan
from sim.record.outcome import Outcome
from tests.engines.compiled.scenarios import CHOICES, with_choices

pytestmark = pytest.mark.usefixtures("kernel")
Patch = pytest.MonkeyPatch

ties: dict[str, Any] = {
    "staff.grid_workers.count": 9,
    "mechanisms.party_members.solved": "400 per person per year",
    "staff.grid_workers.travel": {"time": "10 min"},
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return lower(with_choices({path: values[0] for path, values in CHOICES.items()} | ties), 0)[0]


@pytest.fixture(scope="module")
def right(plan: Plan) -> Outcome:
    from sim.engines.compiled.run import simulate as compiled

    return compiled(plan, True)


def other_order_of_kinds(patch: Patch) -> None:
    """Events of a later kind come first at one instant."""
    original = clock.Occasion.__init__

    def turned(self: Any, env: Any, kind: int, number: int, slot: int, time: int, callback: Any) -> None:
        original(self, env, 20 - kind, number, slot, time, callback)
        self.kind = kind

    patch.setattr(clock, "EventKind", int)
    patch.setattr(clock.Occasion, "__init__", turned)


def other_order_in_line(patch: Patch) -> None:
    original = Simulation.entered
    patch.setattr(Simulation, "entered", lambda sim, line, rank, number, slot: original(sim, line, rank, -number, slot))


def other_key_of_a_draw(patch: Patch) -> None:
    patch.setattr(dispatch, "uniform", lambda state, entity, k: uniform(state, entity, k + 1))


def edge_of_a_roster(patch: Patch) -> None:
    """Every duty ends a millisecond later."""
    original = Plan.readable

    def longer(self: Plan) -> SimpleNamespace:
        view = original(self)
        view.closes = [close + 1 for close in view.closes]
        return view

    patch.setattr(Plan, "readable", longer)


def a_rule(patch: Patch) -> None:
    original = noticing.trust_after
    patch.setattr(
        noticing, "trust_after", lambda plan, case, resident, solved: original(plan, case, resident, not solved)
    )


def hours_rounded(patch: Patch) -> None:
    original = working.service
    patch.setattr(working, "service", lambda *given: original(*given) // 10 * 10)


def odometer_lags(patch: Patch) -> None:
    original = beat.note_readings

    def late(sim: Any, walk: Any, number: int, issue: Any, position: int) -> None:
        walk.odometer += 1
        original(sim, walk, number, issue, position)

    patch.setattr(beat, "note_readings", late)


def events_are_not_void(patch: Patch) -> None:
    """The reporter of a closed case loses patience all the same."""
    original = ledger.put_away

    def keep_patience(sim: Any, case: Any, state: Any) -> None:
        chase = case.due_chase
        original(sim, case, state)
        case.due_chase = chase

    patch.setattr(ledger, "put_away", keep_patience)


def no_reminders(patch: Patch) -> None:
    patch.setattr(supervisor, "on_limit", lambda sim, case: None)


def crews_wait_longer(patch: Patch) -> None:
    original = whistle.wait_ends_at
    patch.setattr(whistle, "wait_ends_at", lambda sim: original(sim) + 1)


def members_come_hourly(patch: Patch) -> None:
    patch.setattr(noticing, "member_comes_at", lambda plan, area, pool, station, now: now + 3_600_000)


def places_stay_taken(patch: Patch) -> None:
    patch.setattr(Simulation, "leave_place", lambda sim, issue: None)


PLANTED: tuple[Callable[[Patch], None], ...] = (
    other_order_of_kinds, other_order_in_line, other_key_of_a_draw, edge_of_a_roster, a_rule, hours_rounded,
    odometer_lags, events_are_not_void, no_reminders, crews_wait_longer, members_come_hourly,
    places_stay_taken,
)  # fmt: skip


def test_engines_are_equal_where_nothing_is_planted(plan: Plan, right: Outcome) -> None:
    assert difference(simulate(plan, True), right) is None


@pytest.mark.parametrize("plant", PLANTED)
def test_a_planted_difference_is_found(
    plan: Plan, right: Outcome, plant: Callable[[Patch], None], monkeypatch: Patch
) -> None:
    plant(monkeypatch)
    unlike = difference(simulate(plan, True), right)
    assert unlike is not None and str(unlike)
