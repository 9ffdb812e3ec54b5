from __future__ import annotations

from typing import Any

import pytest

from sim.scenario.merge import Layered
from sim.scenario.overrides import with_override
from sim.scenario.problems import ScenarioError
from sim.scenario.source import parse
from sim.scenario.validate import validated
from tests.scenario.small import GOOD, Small

SCHEMA = Small.model_json_schema()
SOURCE = parse(GOOD, "a.yaml")
DOCUMENT = Layered(SOURCE.data, (SOURCE,))


def overridden(assignment: str) -> Small:
    return validated(Small, with_override(DOCUMENT, assignment, SCHEMA))


def refusal(assignment: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        overridden(assignment)
    return caught.value.render()


@pytest.mark.parametrize(
    ("assignment", "path", "value"),
    [
        ("grids=800", ("grids",), 800),
        ("grids.value=800", ("grids", "value"), 800),
        ("grids.low=300", ("grids",), {"value": 515, "low": 300, "high": 800, "grade": "A"}),
        ("run.length=3 weeks", ("run",), {"length": "3 weeks"}),
        ("run.stock = stationary", ("run", "stock"), "stationary"),
        ("departments.1=fire", ("departments",), ["sanitation", "fire"]),
        ("departments=[sanitation]", ("departments",), ["sanitation"]),
        ("hazards.litter=null", ("hazards",), {}),
        ("hazards.litter.counts.2=0.5", ("hazards", "litter", "counts"), {"2": 0.5}),
        ("hazards.litter.work={gamma: {mean: 1 h, cv: 1}}", ("hazards", "litter", "work", "gamma", "cv"), 1),
    ],
)
def test_lays_one_value_over_the_scenario(assignment: str, path: tuple[str, ...], value: Any) -> None:
    document = with_override(DOCUMENT, assignment, SCHEMA)
    assert document.value(path) == value
    assert isinstance(validated(Small, document), Small)
    assert DOCUMENT.data == SOURCE.data == parse(GOOD, "again.yaml").data


@pytest.mark.parametrize(
    ("assignment", "message"),
    [
        ("gridz=800", "gridz: unknown key 'gridz'; keys here are departments, grids, hazards, run, title; "
         "did you mean 'grids'?"),
        ("run.lenght=1 h", "run.lenght: unknown key 'lenght'; keys here are length, start, stock; "
         "did you mean 'length'?"),
        ("rum.length=1 h", "rum: unknown key 'rum'; did you mean 'run'?"),
        ("hazards.liter.rate=3", "hazards.liter: unknown key 'liter'; did you mean 'litter'?"),
        ("run.length.value=3", "run.length: holds a single value; set it as a whole"),
        ("departments.7=x", "departments: no position '7' in a list of 2, counted from 0"),
        ("grids=many", "grids: expected a number first, with a point for decimals (found 'many'); "
         "a whole number is written like '12', '800'"),
        ("hazards.litter.work={gamma: {mean: 1 h, cv: 0}}",
         "hazards.litter.work.gamma.cv: must be above zero (found 0)"),
        ("grids", "expected path=value, e.g. grids.count=800"),
        ("=3", "expected path=value, e.g. grids.count=800"),
        ("grids=", "says no value; write null to take away what is inherited"),
        ("grids= ", "says no value; write null to take away what is inherited"),
        ("grids=null", "grids: cannot be taken away: every scenario says it"),
        ("run.length=null", "run.length: cannot be taken away: every scenario says it"),
        ("departments.²=x", "departments: no position '²' in a list of 2, counted from 0"),
        (f"departments.{'9' * 130}=x", f"departments: no position '{'9' * 130}' in a list of 2, counted from 0"),
        ("grids=[1", "the file ends too early: expected ',' or ']', but got '<stream end>' "
         "while parsing a flow sequence"),
    ],
)  # fmt: skip
def test_refuses_naming_the_option(assignment: str, message: str) -> None:
    assert refusal(assignment) == f"--set {assignment}: {message}"
