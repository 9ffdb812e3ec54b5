"""Whatever numbers a scenario may have, its run ends, and shows no time before 0 and no share above 1."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from sim.measures.office import OfficeHours
from sim.measures.tables import Tables
from sim.plan.lower import lower
from sim.plan.window import Window
from sim.record.activities import LOG_COLUMNS
from sim.record.frames import Frames
from sim.study.kinds.causes import CAUSES, causes, counted_pairs, lives, side_by_side
from tests.engines.any_value import Changes, accepted, changes, faults, hamlet
from tests.engines.quickest import simulate


@given(changes())
@settings(max_examples=20, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
def test_what_is_accepted_runs_and_shows_nothing_that_cannot_be(chosen: Changes) -> None:
    scenario = accepted(chosen)
    assume(scenario is not None)
    assert scenario is not None
    assert faults(scenario) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("mechanisms.reporting.patience", "1 min"),
        ("mechanisms.reporting.patience", {"gamma": {"mean": "10 days", "cv": 20}}),
        ("mechanisms.reporting.patience", {"weibull": {"mean": "10 days", "shape": 0.2}}),
        ("mechanisms.dispatch.return_after", {"gamma": {"mean": "1 wh", "cv": 20}}),
        ("mechanisms.dispatch.wrong_unit", 1),
        ("mechanisms.ledger.false_claims", 1),
        ("mechanisms.patrol.target", "24 h"),
        ("mechanisms.patrol.speed", "0.01 m/s"),
        ("mechanisms.patrol.visits", "10000 per household per year"),
        ("hazards.litter.seen_per_pass", 1e-9),
        ("hazards.litter.noticed", "1e-9 per day"),
        ("mechanisms.queueing.ageing", "100 years"),
        ("territory.route_density", "1000 km/km2"),
        ("population.trust", 0),
        ("consultations", 0),
    ],
)
def test_the_farthest_values_run(path: str, value: Any) -> None:
    scenario = accepted([(tuple(path.split(".")), value)])
    assert scenario is not None
    assert faults(scenario) == []


def test_a_hamlet_in_which_nothing_happens_runs_and_can_be_compared() -> None:
    none: Changes = [(("hazards", name, "rate"), "0 per resident per year") for name in hamlet()["hazards"]]
    scenario = accepted([*none, (("consultations",), "0 per resident per year")])
    assert scenario is not None
    assert faults(scenario) == []
    plan, ground, grids = lower(scenario, 0)
    outcome = simulate(plan, True)
    assert outcome.events is not None
    assert [len(outcome.events[name]) for name in LOG_COLUMNS] == [0] * len(LOG_COLUMNS)
    tables = Tables(Frames(scenario, plan, ground, grids, Window(plan)).of(outcome), OfficeHours.never())
    followed = side_by_side(lives(tables), lives(tables))
    assert followed.empty
    assert list(causes(followed).columns) == CAUSES
    assert counted_pairs(followed).loc[0, "paired"] == 0
