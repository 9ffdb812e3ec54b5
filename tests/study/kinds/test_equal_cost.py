"""At equal cost: the number that makes two organisations cost the same."""

import pytest

from sim.measures.organisation import yearly_cost
from sim.scenario.load import load
from sim.study.files.variants import variants_from
from sim.study.kinds.equal_cost import NoEqualCost, at_equal_cost, balanced

PATH = "departments.housing.crews"


def test_fewer_workers_buy_more_crews() -> None:
    first, other = variants_from(["village-square", ":staff.grid_workers.count=30"])
    (_, changed), found = at_equal_cost([first, other], PATH)
    crew, worker = (
        first.loaded.scenario.departments["housing"].cost,
        first.loaded.scenario.staff.grid_workers.cost,
    )
    assert crew is not None and worker is not None
    exact = 3 + 14 * worker.value / crew.value
    assert changed.loaded.scenario.departments["housing"].crews.value == found[other.name].after == round(exact)
    assert abs(found[other.name].left_over) <= crew.value / 2
    left = yearly_cost(changed.loaded.scenario) - yearly_cost(first.loaded.scenario)
    assert found[other.name].left_over == pytest.approx(left)
    assert changed.loaded.sets[-1] == f"{PATH}={round(exact)}"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("mechanisms.whistle.comes", "no cost"),
        ("staff.grid_workers.desk", "no cost"),
        ("staff.grid_wokers.count", "no number"),
        ("departments.emergency.crews", "only 1"),
    ],
)
def test_what_has_no_solution_is_refused_in_words(path: str, reason: str) -> None:
    with pytest.raises(NoEqualCost, match=reason):
        balanced(load("village-square"), path, 1_000_000.0)


def test_a_number_that_the_scenario_forbids_is_no_solution() -> None:
    with pytest.raises(NoEqualCost, match="does not allow"):
        balanced(load("village-square"), "departments.housing.crews", 1e15)
