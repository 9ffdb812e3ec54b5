"""A difference between the engines does not go unseen: ten are planted in the reference engine, each is found."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from sim.chance.draws import uniform
from sim.engines.compiled.compare import difference
from sim.engines.outcome import Outcome
from sim.engines.reference import clock, grid_worker, joint, ledger, nature, party_members, supervisor
from sim.engines.reference.run import simulate
from sim.lifecycle import hooks
from sim.mechanisms import dispatch
from sim.plan.lower import lower
from sim.plan.plan import Plan
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

    def turned(self: Any, env: Any, kind: Any, entity: Any, time: int, callback: Any) -> None:
        turned_entity = SimpleNamespace(number=entity.number + ((20 - 2 * kind) << clock.ENTITY_BITS))
        original(self, env, kind, turned_entity, time, callback)
        self.entity = entity

    patch.setattr(clock.Occasion, "__init__", turned)


def other_order_in_line(patch: Patch) -> None:
    patch.setattr(hooks, "rank", lambda plan, now, priority, case, kind: -now)


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
    original = hooks.trust_after
    patch.setattr(hooks, "trust_after", lambda plan, trust, solved: original(plan, trust, not solved))


def hours_rounded(patch: Patch) -> None:
    original = hooks.service
    patch.setattr(hooks, "service", lambda *given: original(*given) // 10 * 10)


def odometer_lags(patch: Patch) -> None:
    original = grid_worker.Beat.expect

    def late(self: Any, issue: Any, hazard: Any, twin: int) -> None:
        self.odometer += 1
        original(self, issue, hazard, twin)

    patch.setattr(grid_worker.Beat, "expect", late)


def limits_are_not_cancelled(patch: Patch) -> None:
    patch.setattr(ledger.Ledger, "put_away", lambda self, case, state: _put_away(case, state, self))


def _put_away(case: Any, state: Any, book: Any) -> None:
    case.state, case.closed, case.job, case.issue.case = state, book.clock.now, None, None


def no_reminders(patch: Patch) -> None:
    patch.setattr(supervisor.Supervisor, "on_limit", lambda self, case: None)


def crews_wait_longer(patch: Patch) -> None:
    original = joint.JointWork._patience
    patch.setattr(joint.JointWork, "_patience", lambda self, case, arrived: original(self, case, arrived) + 1)


def members_take_the_newest(patch: Patch) -> None:
    patch.setattr(party_members.hooks, "member_comes_at", lambda plan, area, community, k, now: now + 3_600_000)


def children_are_renumbered(patch: Patch) -> None:
    original = nature.Nature._leave

    def leave(self: Any, issue: Any) -> None:
        original(self, issue)
        self.issues.sort(key=lambda each: each.number)

    patch.setattr(nature.Nature, "_leave", leave)


PLANTED: tuple[Callable[[Patch], None], ...] = (
    other_order_of_kinds, other_order_in_line, other_key_of_a_draw, edge_of_a_roster, a_rule, hours_rounded,
    odometer_lags, limits_are_not_cancelled, no_reminders, crews_wait_longer, members_take_the_newest,
    children_are_renumbered,
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
