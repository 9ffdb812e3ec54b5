"""What a scenario alone tells of its organisation: costs, items of mechanisms among them, and hours of grid leaders."""

from dataclasses import replace

import numpy as np
import pytest

from sim.engines import simulate
from sim.measures import organisation
from sim.measures.organisation import leader_hours, yearly_cost
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import is_on
from sim.record.frames import HOUR
from sim.scenario.load import load
from sim.study.execution.measuring import measured
from sim.study.files.variants import variants_from
from sim.study.kinds.equal_cost import at_equal_cost

PATH = "departments.housing.crews"
SHORT = ["run.warmup=0 days", "run.length=2 days", "run.followup=0 days"]


def value(scenario, measure):
    table = measured(scenario, simulate(load("village-square", SHORT), 0))
    return float(table.loc[table["measure"] == measure, "value"].iloc[0])


@pytest.fixture
def dear_whistle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the whistle a cost item of 1,000,000 yuan a year while it is on."""
    changed = tuple(
        replace(mechanism, costs={"hours": lambda scenario, its=mechanism: 1e6 * is_on(its, scenario)})
        if mechanism.section == "whistle"
        else mechanism
        for mechanism in MECHANISMS
    )
    monkeypatch.setattr(organisation, "MECHANISMS", changed)


def test_the_cost_counts_every_place_of_a_crew() -> None:
    scenario = load("village-square", ["grids.count=10", "grids.cost=7 yuan"]).scenario
    dearer = load("village-square", ["grids.count=11", "grids.cost=7 yuan"]).scenario
    assert yearly_cost(dearer) - yearly_cost(scenario) == pytest.approx(7.0)
    for sets, crews in ((["staff.community_desks.crews=2"], 8), (["staff.community_desks.total=9"], 9)):
        free, paid = (load("village-square", [*sets, f"staff.community_desks.cost={yuan} yuan"]) for yuan in (0, 5))
        assert yearly_cost(paid.scenario) - yearly_cost(free.scenario) == pytest.approx(5.0 * crews)


def test_hours_of_leaders_are_shared_among_them_and_none_without_them() -> None:
    scenario = load("village-square", ["grids.count=30"]).scenario
    leaders = scenario.staff.grid_leaders
    expected = leaders.hours_per_grid.value / HOUR * 30 / leaders.count.value
    assert leader_hours(scenario) == pytest.approx(expected)
    assert value(scenario, "leader_h_per_week") == pytest.approx(expected)
    assert leader_hours(load("village-square", ["staff.grid_leaders.count=0"]).scenario) == 0.0


def test_the_cost_of_a_mechanism_is_measured(dear_whistle: None) -> None:
    on = load("village-square", SHORT).scenario
    off = load("village-square", [*SHORT, "mechanisms.whistle.enabled=false"]).scenario
    assert value(on, "yearly_cost") - value(off, "yearly_cost") == pytest.approx(1e6)


def test_who_does_without_a_mechanism_may_spend_its_cost_otherwise(dear_whistle: None) -> None:
    first, other = variants_from(["village-square", ":mechanisms.whistle.enabled=false"])
    (_, changed), found = at_equal_cost([first, other], PATH)
    crew = first.loaded.scenario.departments["housing"].cost
    assert crew is not None
    assert found[other.name].after - found[other.name].before == np.round(1e6 / crew.value) > 0
    assert changed.loaded.sets[-1].startswith(f"{PATH}=")
