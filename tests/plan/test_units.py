"""Units: an idle one that is added last changes no row of any log, though wrong dispatches are drawn among units."""

from __future__ import annotations

import numpy as np
import pytest

from sim.engines.reference.run import simulate
from sim.kinds import NOBODY, StationKind
from sim.plan import stations
from sim.plan.lower import lower
from sim.scenario.load import load
from tests.plain import PLAIN

SHORT = ("run.length=2 weeks", "run.warmup=0 days", "run.followup=2 days", "mechanisms.dispatch.wrong_unit=0.5")


def test_an_idle_unit_that_a_mechanism_adds_changes_no_row(monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = load("village-square", [*PLAIN, *SHORT]).scenario
    plain = lower(scenario, 0)[0]
    last = stations._members

    def with_bench(builder: stations.StationBuilder) -> None:
        last(builder)
        unit = builder.unit("bench", StationKind.DEPARTMENT)
        crews = next(iter(scenario.departments.values()))
        builder.crews(unit, StationKind.DEPARTMENT, NOBODY, builder.key("bench", 0), crews, 1, (0.0, 0.0))

    monkeypatch.setattr(stations, "_members", with_bench)
    with_idle = lower(scenario, 0)[0]
    assert len(with_idle.units) == len(plain.units) + 1 and with_idle.base_units == plain.base_units
    one, other = simulate(plain, True), simulate(with_idle, True)
    assert one.events is not None and other.events is not None
    assert all(np.array_equal(column, other.events[name]) for name, column in one.events.items())
    assert (one.cases["returns"] > 0).any()
