from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.scenario.merge import Layered, merged, without_effect
from sim.scenario.source import parse

NAMES = st.sampled_from(["a", "b", "c"])
TREES: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    NAMES, st.recursive(st.integers(), lambda inner: st.dictionaries(NAMES, inner, max_size=3), max_leaves=6)
)


@pytest.mark.parametrize(
    ("lower", "upper", "result"),
    [
        ({"a": 1, "b": 2}, {"b": 3}, {"a": 1, "b": 3}),
        ({"run": {"seed": 1, "length": 2}}, {"run": {"seed": 3}}, {"run": {"seed": 3, "length": 2}}),
        ({"a": [1, 2]}, {"a": [3]}, {"a": [3]}),
        ({"n": {"value": 1, "low": 0}}, {"n": 2}, {"n": 2}),
        ({"n": {"value": 1, "low": 0}}, {"n": {"value": 2}}, {"n": {"value": 2}}),
        ({"n": {"value": 1}}, {"n": {"low": 0}}, {"n": {"value": 1, "low": 0}}),
        ({"w": {"gamma": {"mean": 1}, "low": 0}}, {"w": {"exponential": 2}}, {"w": {"exponential": 2}}),
        ({"h": {"litter": {}, "noise": {}}}, {"h": {"noise": None}}, {"h": {"litter": {}}}),
        ({"h": {}}, {"h": {"noise": None}}, {"h": {"noise": None}}),
    ],
)
def test_upper_over_lower(lower: dict[str, Any], upper: dict[str, Any], result: dict[str, Any]) -> None:
    assert merged(lower, upper) == result


@pytest.mark.parametrize(
    ("lower", "upper", "empty"),
    [
        ({"h": {"a": 1}}, {"h": {}}, [("h",)]),
        ({"h": {"a": {"b": 1}}, "s": {"x": 1}}, {"h": {"a": {}}, "s": {}}, [("h", "a"), ("s",)]),
        ({"h": {}}, {"h": {}}, []),
        ({}, {"h": {}}, []),
        ({"h": [1]}, {"h": {}}, []),
        ({"h": {"a": 1}}, {"h": None}, []),
    ],
)
def test_empty_sections_over_full_ones_are_known(
    lower: dict[str, Any], upper: dict[str, Any], empty: list[tuple[str, ...]]
) -> None:
    assert list(without_effect(lower, upper)) == empty


@given(TREES, TREES)
def test_what_is_laid_over_is_said_and_nothing_given_is_changed(lower: dict[str, Any], upper: dict[str, Any]) -> None:
    before = copy.deepcopy((lower, upper))
    result = merged(lower, upper)
    assert merged(result, upper) == result
    assert set(result) == set(lower) | set(upper)
    assert (lower, upper) == before


def test_a_place_is_that_of_the_uppermost_document_which_says_it() -> None:
    lower, upper = parse("run:\n  seed: 1\n  length: 2", "low.yaml"), parse("run: {seed: 3}", "up.yaml")
    both = Layered(lower.data, (lower,)).under(Layered(upper.data, (upper,)))
    assert str(both.place(("run", "seed"))) == "up.yaml:1:13"
    assert str(both.place(("run", "length"))) == "low.yaml:3:11"
    assert str(both.place(("run", "warmup"))) == "up.yaml:1:6"


def test_steps_that_the_document_does_not_know_are_left_out() -> None:
    source = parse("work: 20 min\nshares: {2: 0.5}", "a.yaml")
    document = Layered(source.data, (source,))
    assert document.held(("work", "value")) == ("work",)
    assert document.held(("shares", 2, "value")) == ("shares", "2")
