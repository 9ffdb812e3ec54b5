"""Hours that mechanisms take: from whom, from what, when, and never more than there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest

from sim.language.units import DAY_MS, HOUR_MS
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Charge, Taken
from sim.plan.lower import lower
from sim.plan.offered.load import offered_loads
from sim.plan.plan import Plan
from sim.scenario.checks import charges
from sim.scenario.load import load
from sim.scenario.models import Scenario
from tests.plain import PLAIN

WEEKS = ("run.start=2024-07-01", "run.warmup=0 d", "run.length=4 weeks", "run.followup=0 d")
Lowering = Callable[..., Plan]
FLAT = ("mechanisms.patrol.slack=0", "mechanisms.patrol.spread=0", "staff.grid_workers.absence=0")


@cache
def square() -> Scenario:
    return load("village-square", [*PLAIN, *WEEKS, *FLAT]).scenario


@pytest.fixture
def charged(monkeypatch: pytest.MonkeyPatch) -> Lowering:
    """Lowers the teaching case with charges of some mechanism."""

    def with_charges(*its: Charge) -> Plan:
        taking = replace(MECHANISMS[0], charges=lambda scenario: its)
        monkeypatch.setattr(charges, "MECHANISMS", (taking,))
        return lower(square(), 0)[0]

    return with_charges


def hours_for_cases(plan: Plan, unit: str) -> float:
    """Hours for cases (of workers: in the field) of all servers of a unit's stations."""
    stations = plan.stations[plan.stations["unit"] == plan.unit_names.index(unit)]
    total = 0
    for first, servers in zip(stations["first_server"], stations["servers"], strict=True):
        for calendar in plan.calendars[plan.servers["cases"][first : first + servers]]:
            at = slice(calendar["first"], calendar["last"])
            total += int((np.minimum(plan.closes[at], 28 * DAY_MS) - np.minimum(plan.opens[at], 28 * DAY_MS)).sum())
    return total / HOUR_MS


def patrol(plan: Plan) -> float:
    """Hours of patrol planned in four weeks, each duty period counted once."""
    its = plan.stints[(plan.stints["period"] >= 0) & (plan.opens[: len(plan.stints)] < 28 * DAY_MS)]
    _, once = np.unique(its["period"], return_index=True)
    workers = int(square().staff.grid_workers.count.value)
    return float(its["patrol"][once].sum()) / HOUR_MS * workers


def test_hours_of_cases_are_taken_from_the_unit_that_is_named(charged: Lowering) -> None:
    plain, taken = charged(), charged(Charge("housing", 6.0, Taken.CASES))
    lost = hours_for_cases(plain, "housing") - hours_for_cases(taken, "housing")
    assert lost == pytest.approx(4 * 6.0, abs=0.01)
    assert hours_for_cases(plain, "sanitation") == hours_for_cases(taken, "sanitation")


def test_hours_of_the_field_shorten_it_and_leave_planned_patrol_alone(charged: Lowering) -> None:
    plain, taken = charged(), charged(Charge("grid_workers", 5.0, Taken.FIELD))
    assert hours_for_cases(plain, "grid") - hours_for_cases(taken, "grid") == pytest.approx(20.0, rel=0.03)
    assert patrol(plain) == patrol(taken)


def test_hours_moved_from_desk_to_patrol_are_walked(charged: Lowering) -> None:
    moved = (Charge("grid_workers", 5.0, Taken.DESK), Charge("grid_workers", -5.0, Taken.PATROL))
    plain, more = charged(), charged(*moved)
    assert hours_for_cases(more, "grid") - hours_for_cases(plain, "grid") == pytest.approx(20.0, rel=0.03)
    assert patrol(more) - patrol(plain) == pytest.approx(20.0, rel=0.06)


def test_hours_of_desk_and_line_only_displace_what_was_done_there(charged: Lowering) -> None:
    its = (Charge("grid_workers", 5.0, Taken.DESK), Charge("housing", 2.0, Taken.LINE))
    plain, taken = charged(), charged(*its)
    for name in ("opens", "closes", "stints"):
        assert np.array_equal(getattr(plain, name), getattr(taken, name))


def test_charges_hold_within_their_dates(charged: Lowering) -> None:
    start = date(2024, 7, 1)
    its = Charge("housing", 6.0, Taken.CASES, start + timedelta(weeks=1), start + timedelta(weeks=3))
    plain, taken = charged(), charged(its)
    lost = hours_for_cases(plain, "housing") - hours_for_cases(taken, "housing")
    assert lost == pytest.approx(2 * 6.0, abs=0.01)


def test_planned_loads_know_the_hours_that_are_taken(charged: Lowering) -> None:
    charged()
    before = {unit.name: unit.hours_h.sum() for unit in offered_loads(square())}
    charged(Charge("housing", 6.0, Taken.CASES), Charge("grid_workers", 5.0, Taken.FIELD))
    after = {unit.name: unit.hours_h.sum() for unit in offered_loads(square())}
    assert before["housing"] - after["housing"] == pytest.approx(6 * 365 / 7, rel=0.06)
    assert before["grid"] - after["grid"] == pytest.approx(5 * 365 / 7, rel=0.06)
    assert before["sanitation"] == after["sanitation"]


@pytest.mark.parametrize(
    ("charge", "found"),
    [
        (Charge("housing", 500.0, Taken.CASES), "cases of housing has 500 h a week charged"),
        (Charge("housing", 500.0, Taken.LINE, date(2024, 7, 8)), "charged from 2024-07-08"),
        (Charge("housing", 1.0, Taken.PATROL), "patrol of housing"),
        (Charge("grid_workers", 900.0, Taken.FIELD), "patrol and field of grid_workers"),
        (Charge("grid_workers", -1.0, Taken.PATROL), "is given more hours than are taken from it"),
        (Charge("nobody", 1.0, Taken.LINE), "takes hours of 'nobody', which has none"),
    ],
)
def test_more_hours_than_there_are_is_refused(charged: Lowering, charge: Charge, found: str) -> None:
    charged(charge)
    (told,) = charges.hours_are_there(square())
    assert found in told.message
    assert told.path == ("mechanisms", "density")
