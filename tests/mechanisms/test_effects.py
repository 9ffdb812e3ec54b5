"""Every mechanism does what it is for, costs somebody, and leaves the world and the equality of engines as they are."""

from __future__ import annotations

from functools import cache
from math import sqrt

import numpy as np
import pandas as pd
import pytest
from ruamel.yaml import YAML

from sim.engines import simulate_compiled
from sim.engines.compiled.compare import compare_engines
from sim.mechanisms.contract import Mechanism
from sim.scenario.load import load
from sim.scenario.models import Scenario
from sim.study.execution.measuring import measured
from tests.engines.compiled.scenarios import CHOICES, with_choices
from tests.mechanisms.specimen import Specimen, specimens, with_specimen
from tests.plain import PLAIN

PERIOD = ("run.length=6 weeks", "run.warmup=1 week", "run.followup=2 weeks")
REPLICATIONS = 5
T_99 = 4.604
"""Quantile 0.995 of Student's t with 4 degrees of freedom."""

_YAML = YAML(typ="safe")

pytestmark = pytest.mark.usefixtures("kernel")
each_mechanism = pytest.mark.parametrize("mechanism", with_specimen(), ids=lambda mechanism: mechanism.section)


def off(mechanism: Mechanism) -> str:
    return f"mechanisms.{mechanism.section}.enabled=false"


@cache
def tables(sets: tuple[str, ...], replication: int) -> dict[str, pd.DataFrame]:
    return simulate_compiled(load("village-square", [*PLAIN, *PERIOD, *sets]), replication)


def values(sets: tuple[str, ...], measure: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """A measure in each replication."""
    scenario = load("village-square", [*PLAIN, *PERIOD, *sets]).scenario
    found = [measured(scenario, tables(sets, r)).set_index("measure")["value"] for r in range(REPLICATIONS)]
    return np.array([float(values[measure]) for values in found])


@each_mechanism
def test_it_leaves_the_world_as_it_is(mechanism: Mechanism) -> None:
    its = specimens()[mechanism.section]
    on, without = tables(its.on, 0)["issues"], tables((*its.on, off(mechanism)), 0)["issues"]
    keys = ["root", "generation"]
    both = on[on["generation"] == 0].merge(without[without["generation"] == 0], on=keys, suffixes=("", "_off"))
    after_start = on[(on["generation"] == 0) & (on["occurred_at"] >= on["occurred_at"].min())]
    assert len(both) > 0.95 * len(after_start)
    for column in ("occurred_at", "site", "hazard", "needs", "work_min", "dangerous", "handler"):
        assert (both[column].astype(str) == both[f"{column}_off"].astype(str)).all()


@each_mechanism
def test_engines_are_equal_with_it_on_and_off_and_tied_times(mechanism: Mechanism) -> None:
    plain = {path: options[0] for path, options in CHOICES.items()}
    ties = {"staff.grid_workers.travel": {"time": "10 min"}, "rosters.office": CHOICES["rosters.office"][1]}
    for enabled in (True, False):
        chosen = plain | ties | {f"mechanisms.{mechanism.section}.enabled": enabled}
        assert compare_engines(_with(chosen, specimens()[mechanism.section])) is None


def _with(chosen: dict[str, object], its: Specimen) -> Scenario:
    """A generated scenario with the values that let a mechanism act, as far as it has their paths."""
    said = {path: _YAML.load(value) for path, value in (assignment.split("=", 1) for assignment in its.on)}
    return with_choices(chosen | {path: value for path, value in said.items() if path in CHOICES})


@pytest.mark.long
@each_mechanism
@pytest.mark.parametrize("named", ["moves", "side_effect"])
def test_it_moves_what_it_is_for_and_somebody_feels_it(mechanism: Mechanism, named: str) -> None:
    """A paired interval of 99 % over replications lies on one side of nothing."""
    its = specimens()[mechanism.section]
    measure, direction = getattr(its, named)
    difference = direction * (values(its.on, measure) - values((*its.on, off(mechanism)), measure))
    error = difference.std(ddof=1) / sqrt(REPLICATIONS)
    assert difference.mean() - T_99 * error > 0.0, (measure, difference)
