"""The variants of a comparison as a command line names them, and worlds that cannot be paired."""

import pytest

from sim.scenario.problems import ScenarioError
from sim.study.files.variants import OtherWorld, refuse_other_worlds, variants_from


def test_a_colon_changes_a_scenario_or_the_first_one() -> None:
    first, second, third = variants_from(
        ["village-square", ":grids.count=50:staff.grid_workers.count=27", "village-square:grids.count=60"],
        ["run.seed=4"],
    )
    assert [its.name for its in (first, second, third)] == [
        "village-square",
        "grids.count=50-grid_workers.count=27",
        "grids.count=60",
    ]
    assert second.loaded.sets == ("run.seed=4", "grids.count=50", "staff.grid_workers.count=27")
    assert {its.loaded.scenario.run.seed for its in (first, second, third)} == {4}
    assert third.titles()["en"] == "Grids: number 60"
    refuse_other_worlds([first, second, third])


def test_names_are_folders_and_each_its_own() -> None:
    words = [
        "village-square",
        ":mechanisms.density.cover=0",
        "village-square",
        ":mechanisms.reporting.awake=08:00-12:00",
    ]
    names = [its.name for its in variants_from(words)]
    assert names == ["village-square", "density.cover=0", "village-square-2", "reporting.awake=08-00-12-00"]


def test_a_wrong_path_is_told() -> None:
    with pytest.raises(ScenarioError, match="grid_workers"):
        variants_from(["village-square", ":staff.grid_wrokers.count=3"])


@pytest.mark.parametrize(
    "change", ["run.seed=9", "run.length=3 weeks", "population.residents=27000", "territory.seed=2"]
)
def test_another_world_is_refused_with_what_differs(change: str) -> None:
    path, _, value = change.partition("=")
    with pytest.raises(OtherWorld, match=path) as refused:
        refuse_other_worlds(variants_from(["village-square", f":{change}"]))
    assert value in str(refused.value)


def test_rules_of_hazards_are_no_other_world() -> None:
    refuse_other_worlds(variants_from(["village-square", ":hazards.litter.deadline=2 days"]))
