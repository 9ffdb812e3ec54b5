"""Levers and switches: where they stand, and what they mean in a scenario."""

from dataclasses import replace
from pathlib import Path

import pytest

from sim.demo.levers import TEACHING_CASE, Policy, as_it_is, assignments, crews_at, has_numbers, levers
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Mechanism, is_on
from sim.scenario.load import Loaded, load


@pytest.fixture(scope="module")
def case() -> Loaded:
    return load(TEACHING_CASE)


def moved(own: Policy, **values: float) -> Policy:
    return Policy({**own.levers, **values}, own.switches)


def test_as_it_is_nothing_is_changed(case: Loaded) -> None:
    assert assignments(as_it_is(case.scenario), case.scenario) == ()


def test_every_lever_stands_where_the_scenario_is(case: Loaded) -> None:
    for lever in levers(case.scenario).values():
        assert lever.low < lever.value <= lever.high
        assert (lever.value - lever.low) / lever.step == pytest.approx(round((lever.value - lever.low) / lever.step))


def test_every_end_of_every_lever_is_a_scenario(case: Loaded) -> None:
    own = as_it_is(case.scenario)
    for name, lever in levers(case.scenario).items():
        for end in (lever.low, lever.high):
            sets = assignments(moved(own, **{name: end}), case.scenario)
            assert bool(sets) == (end != lever.value)
            assert (load(TEACHING_CASE, sets).scenario != case.scenario) == bool(sets), f"{name} at {end}"


def test_crews_of_all_departments_move_together_and_none_is_left_without(case: Loaded) -> None:
    sets = assignments(moved(as_it_is(case.scenario), crews=50), case.scenario)
    changed = load(TEACHING_CASE, sets).scenario.departments
    for name, its in case.scenario.departments.items():
        assert its.crews is not None
        crews = changed[name].crews
        assert crews is not None and crews.value == crews_at(50, its.crews.value)
    assert (crews_at(50, 1), crews_at(50, 5), crews_at(200, 3), crews_at(100, 0)) == (1, 3, 6, 0)


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=lambda its: its.section)
def test_every_mechanism_has_a_switch_that_is_a_scenario(case: Loaded, mechanism: Mechanism) -> None:
    section = mechanism.section
    own = as_it_is(case.scenario)
    flipped = Policy(own.levers, {**own.switches, section: not own.switches[section]})
    sets = assignments(flipped, case.scenario)
    if not has_numbers(mechanism, case.scenario):
        assert sets == (f"mechanisms.{section}.enabled=true",)
        return  # the page tells that it has none, and what is refused
    there = load(TEACHING_CASE, sets).scenario
    assert is_on(mechanism, there) != is_on(mechanism, case.scenario)


def test_the_teaching_case_has_what_the_village_square_has_until_something_is_moved(case: Loaded) -> None:
    square, own = load("village-square").scenario, case.scenario
    on = [its.section for its in MECHANISMS if is_on(its, square)]
    assert [its.section for its in MECHANISMS if is_on(its, own)] == on
    for part in ("run", "territory", "population", "hazards", "grids", "staff", "departments"):
        assert getattr(own, part) == getattr(square, part)
    assert all(getattr(own.mechanisms, name) == getattr(square.mechanisms, name) for name in on)


def test_a_switch_without_numbers_is_known(case: Loaded) -> None:
    stewards = next(its for its in MECHANISMS if its.section == "stewards")
    assert has_numbers(stewards, case.scenario)
    assert not has_numbers(stewards, load("village-square").scenario)


def test_grids_that_are_drawn_cannot_be_moved(case: Loaded) -> None:
    drawn = case.scenario.grids.model_copy(update={"count": None})
    own = replace(case, scenario=case.scenario.model_copy(update={"grids": drawn}))
    assert "grids" not in levers(own.scenario)
    assert Path(TEACHING_CASE).is_file()


def test_hours_for_cases_of_departments_are_what_the_lever_says(case: Loaded) -> None:
    for percent in (10, 30, 150):
        sets = assignments(moved(as_it_is(case.scenario), crews=percent), case.scenario)
        changed = load(TEACHING_CASE, sets).scenario.departments
        for name, its in case.scenario.departments.items():
            now = changed[name]
            assert its.crews is not None and now.crews is not None
            before, after = its.crews.value * its.share.value, now.crews.value * now.share.value
            assert after == pytest.approx(before * percent / 100, rel=1e-4)
