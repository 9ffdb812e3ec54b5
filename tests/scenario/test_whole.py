"""The scenarios that come with the software, and what happens when anything in them is replaced or cut."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.scenario import models
from sim.scenario.contradictions import CHECKS
from sim.scenario.load import digest, dump, load, read
from sim.scenario.merge import Layered
from sim.scenario.presets import preset_folder
from sim.scenario.problems import Path as Steps
from sim.scenario.problems import ScenarioError
from sim.scenario.source import parse
from sim.scenario.validate import validated
from tests.scenario.small import GOOD, Small, contradictions

PRESETS = sorted(path.stem for path in preset_folder().glob("*.yaml"))
DRAFT = read("village-square").document
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    1e308,
    "x",
    "",
    "-3 min",
    [],
    [1],
    {},
    {"value": None},
    {"mixture": 3},
    0,
    2,
    100_000,
    "mon",
    "22:00-23:00",
    "3 wd",
)


def paths(value: Any, path: Steps = ()) -> Iterator[Steps]:
    """Yield the path of every value under `value`."""
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from paths(inner, (*path, key))


EVERY_PATH = list(paths(DRAFT.data))


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_says_everything(name: str, tmp_path: Path) -> None:
    loaded = load(name)
    resolved = tmp_path / "resolved.yaml"
    resolved.write_text(dump(loaded.document), encoding="utf-8")
    again = load(resolved)
    assert again.scenario == loaded.scenario
    assert digest(again.document) == digest(loaded.document)


def test_values_on_the_command_line_win() -> None:
    loaded = load("village-square", ["grids.count=7", "run.seed=42"])
    assert loaded.scenario.grids.count is not None
    assert (loaded.scenario.grids.count.value, loaded.scenario.run.seed) == (7, 42)


def test_every_wrong_assignment_is_told() -> None:
    with pytest.raises(ScenarioError) as caught:
        load("village-square", ["grdis.count=7", "run.seed.x=42", "run.seed=3"])
    assert len(caught.value.problems) == 2


@settings(max_examples=60)
@given(st.sampled_from(EVERY_PATH), st.sampled_from(ODD))
def test_odd_values_are_read_or_refused_where_they_stand(path: Steps, odd: Any) -> None:
    data = copy.deepcopy(DRAFT.data)
    *outer, last = path
    Layered(data, ()).value(tuple(outer))[last] = odd
    try:
        validated(models.Scenario, Layered(data, DRAFT.layers))
    except ScenarioError as error:
        assert all(problem.place.line for problem in error.problems)
        assert any(problem.path[: len(outer)] == tuple(outer) for problem in error.problems)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(EVERY_PATH), st.sampled_from(ODD)), max_size=4))
def test_checks_find_a_place_for_whatever_is_odd(changes: list[tuple[Steps, Any]]) -> None:
    data = copy.deepcopy(DRAFT.data)
    for path, odd in changes:
        with suppress(KeyError, IndexError, TypeError):
            Layered(data, ()).value(path[:-1])[path[-1]] = odd
    try:
        validated(models.Scenario, Layered(data, DRAFT.layers), CHECKS)
    except ScenarioError as error:
        assert all(problem.place.line for problem in error.problems)


@settings(max_examples=60)
@given(st.integers(0, len(GOOD)), st.integers(0, 40), st.text(max_size=3))
def test_a_damaged_file_is_read_or_refused(start: int, length: int, inserted: str) -> None:
    text = GOOD[:start] + inserted + GOOD[start + length :]
    try:
        source = parse(text, "a.yaml")
        validated(Small, Layered(source.data, (source,)), (contradictions,))
    except ScenarioError as error:
        assert error.problems
