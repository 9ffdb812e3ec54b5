"""Every mechanism keeps the contract: it says what it is, is neutral when off, moves what it is for, costs somebody.

That neutral sections leave the logs as they are is held by the golden logs, whose scenarios do not name them.
"""

from __future__ import annotations

import inspect
import sys
from functools import cache
from math import sqrt
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from pydantic import ValidationError

from sim.chance.distribution_table import DistributionTable
from sim.engines import simulate_compiled
from sim.engines.compiled.compare import compare_engines
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Evidence, Mechanism, is_on
from sim.record.activities import ACTIVITIES
from sim.scenario.load import load
from sim.scenario.models import Mechanisms, Scenario
from sim.scenario.presets import preset_folder
from sim.study.measuring import measured
from tests.engines.compiled.scenarios import CHOICES, with_choices
from tests.mechanisms.rows import OWED, Owed

PERIOD = ("run.length=6 weeks", "run.warmup=1 week", "run.followup=2 weeks")
REPLICATIONS = 5
T_99 = 4.604
"""Quantile 0.995 of Student's t with 4 degrees of freedom."""
SECTIONS = [mechanism.section for mechanism in MECHANISMS]

each_mechanism = pytest.mark.parametrize("mechanism", MECHANISMS, ids=SECTIONS)


def off(mechanism: Mechanism) -> str:
    return f"mechanisms.{mechanism.section}.enabled=false"


@cache
def tables(sets: tuple[str, ...], replication: int) -> dict[str, pd.DataFrame]:
    return simulate_compiled(load("village-square", [*PERIOD, *sets]), replication)


def values(sets: tuple[str, ...], measure: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """A measure in each replication."""
    scenario = load("village-square", [*PERIOD, *sets]).scenario
    found = [measured(scenario, tables(sets, r)).set_index("measure")["value"] for r in range(REPLICATIONS)]
    return np.array([float(values[measure]) for values in found])


def test_each_mechanism_owes_a_row() -> None:
    assert list(OWED) == SECTIONS


def test_sections_codes_draws_and_activities_are_distinct() -> None:
    draws = [name for mechanism in MECHANISMS for name in mechanism.draws.run + mechanism.draws.territory]
    names = [activity.name for activity in ACTIVITIES]
    codes = [mechanism.code for mechanism in MECHANISMS]
    for words in (SECTIONS, codes, draws, names):
        assert len(set(words)) == len(words)


@each_mechanism
def test_it_says_where_it_comes_from_and_whom_it_costs(mechanism: Mechanism) -> None:
    text = inspect.cleandoc(sys.modules[mechanism.parameters.__module__].__doc__ or "")
    assert text.startswith(mechanism.code)
    assert "Sources:" in text and "Side effects:" in text
    assert mechanism.evidence in Evidence


@each_mechanism
def test_it_can_be_switched_off_and_every_number_has_a_meaning(mechanism: Mechanism) -> None:
    fields = mechanism.parameters.model_fields
    assert fields["enabled"].annotation is bool
    nested = {name for name, field in fields.items() if hasattr(field.annotation, "model_fields")}
    assert all(field.description for name, field in fields.items() if name not in nested)


@each_mechanism
def test_a_new_one_is_off_and_neutral_unless_a_scenario_names_it(mechanism: Mechanism) -> None:
    """The first eight have numbers that every scenario must give; all others may be left out."""
    if mechanism.required:
        with pytest.raises(ValidationError):
            mechanism.parameters()
    else:
        assert not mechanism.parameters().enabled  # type: ignore[attr-defined]
        assert Mechanisms.model_fields[mechanism.section].default == mechanism.parameters()


@each_mechanism
def test_its_rules_read_single_numbers_and_lists(mechanism: Mechanism) -> None:
    for sets in ((), (off(mechanism),)):
        scenario = load("village-square", sets).scenario
        lowered = getattr(scenario.mechanisms, mechanism.section).lower(DistributionTable(), scenario)
        for value in lowered.values():
            assert isinstance(value, int | float | list | tuple)


@each_mechanism
def test_its_checks_and_costs_hold_for_every_preset(mechanism: Mechanism) -> None:
    for file in sorted(preset_folder().glob("*.yaml")):
        scenario = load(file.stem).scenario
        assert not [found for check in mechanism.checks for found in check(scenario)]
        assert all(cost(scenario) >= 0.0 for cost in mechanism.costs.values())
        assert is_on(mechanism, scenario) is getattr(scenario.mechanisms, mechanism.section).enabled


@each_mechanism
@pytest.mark.usefixtures("kernel")
def test_it_leaves_the_world_as_it_is(mechanism: Mechanism) -> None:
    owed = OWED[mechanism.section]
    on, without = tables(owed.on, 0)["issues"], tables((*owed.on, off(mechanism)), 0)["issues"]
    keys = ["root", "generation"]
    both = on[on["generation"] == 0].merge(without[without["generation"] == 0], on=keys, suffixes=("", "_off"))
    after_start = on[(on["generation"] == 0) & (on["occurred_at"] >= on["occurred_at"].min())]
    assert len(both) > 0.95 * len(after_start)
    for column in ("occurred_at", "site", "hazard", "needs", "work_min", "dangerous", "handler"):
        assert (both[column].astype(str) == both[f"{column}_off"].astype(str)).all()


@each_mechanism
@pytest.mark.usefixtures("kernel")
def test_engines_are_equal_with_it_on_and_off_and_tied_times(mechanism: Mechanism) -> None:
    plain = {path: options[0] for path, options in CHOICES.items()}
    ties = {"staff.grid_workers.travel": {"time": "10 min"}, "rosters.office": CHOICES["rosters.office"][1]}
    for enabled in (True, False):
        chosen = plain | ties | {f"mechanisms.{mechanism.section}.enabled": enabled}
        assert compare_engines(_with_row(chosen, OWED[mechanism.section])) is None


def _with_row(chosen: dict[str, object], owed: Owed) -> Scenario:
    """A generated scenario with the values that let a mechanism act, as far as it has their paths."""
    said = dict(assignment.split("=", 1) for assignment in owed.on)
    return with_choices(chosen | {path: value for path, value in said.items() if path in CHOICES})


@each_mechanism
@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("named", ["moves", "side_effect"])
def test_it_moves_what_it_is_for_and_somebody_feels_it(mechanism: Mechanism, named: str) -> None:
    """A paired interval of 99 % over replications lies on one side of nothing."""
    owed = OWED[mechanism.section]
    measure, direction = getattr(owed, named)
    difference = direction * (values(owed.on, measure) - values((*owed.on, off(mechanism)), measure))
    error = difference.std(ddof=1) / sqrt(REPLICATIONS)
    assert difference.mean() - T_99 * error > 0.0, (measure, difference)


def test_the_contract_is_kept_by_a_mechanism_that_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    """What drives schema, lowering and draws is the one tuple: a namesake of a draw is refused there."""
    from sim.plan import lower

    twice = SimpleNamespace(draws=MECHANISMS[1].draws)
    monkeypatch.setattr(lower, "MECHANISMS", (*MECHANISMS, twice))
    with pytest.raises(ValueError, match="same number"):
        lower.draws_of(load("village-square").scenario, 0)
