"""What comes of policies in worlds, against the tables of a run, and what is said and drawn of it."""

import re
from concurrent.futures import Executor, Future
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest

from sim.demo.drawing import SHADES, ObservationDays, curves, lines_at_departments, maps, nice, steps_of
from sim.demo.told import difference_rows, difference_table
from sim.demo.worlds import KNOWN, NOT_FIXED, SHOWN, UNKNOWN, Happened, Setting, Worlds, live
from sim.engines import simulate_compiled
from sim.scenario.load import load
from sim.scenario.problems import ScenarioError
from sim.study.execution.measuring import measured
from sim.words import LANGUAGES, Language

pytestmark = pytest.mark.usefixtures("kernel")
SHORT: Setting = ("run.length=1 week", "run.warmup=1 week", "run.followup=1 week")
FEWER: Setting = (*SHORT, "staff.grid_workers.count=15")


@pytest.fixture(scope="module")
def sides() -> tuple[list[Happened], list[Happened]]:
    base, other = (live("village-square", [(setting, world) for world in range(2)]) for setting in (SHORT, FEWER))
    return base, other


class AtOnce(Executor):
    """Does what it is given at once, and counts it."""

    def __init__(self) -> None:
        self.given: list[tuple[Setting, int]] = []

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        self.given += args[1]
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except ScenarioError as error:
            future.set_exception(error)
        return future


def test_measures_are_those_of_a_run(sides: tuple[list[Happened], list[Happened]]) -> None:
    loaded = load("village-square", SHORT)
    frame = measured(loaded.scenario, simulate_compiled(loaded, 1)).set_index("measure")["value"]
    assert sides[0][1].values == pytest.approx({name: frame[name] for name in SHOWN}, nan_ok=True)


def test_the_map_counts_what_is_open_when_the_observation_ends(sides: tuple[list[Happened], list[Happened]]) -> None:
    loaded = load("village-square", SHORT)
    issues = simulate_compiled(loaded, 0)["issues"]
    end = np.datetime64(loaded.scenario.run.start) + np.timedelta64(14, "D")
    here = issues[~issues["state"].isin(["absorbed", "prevented"]) & (issues["occurred_at"] <= end)]
    here = here[~(here["ended_at"] <= end)]
    kind = sides[0][0].spots.kind
    assert len(kind) == len(here)
    assert (kind == UNKNOWN).sum() == (~(here["detected_at"] <= end)).sum()
    assert {KNOWN, NOT_FIXED} <= set(kind.tolist())
    assert sides[0][0].issues.sum() == pytest.approx(
        (issues["occurred_at"] >= end - np.timedelta64(7, "D")).sum(), rel=0.7
    )


def test_fewer_workers_leave_more_unseen(sides: tuple[list[Happened], list[Happened]]) -> None:
    base, other = sides
    assert sum(its.unseen[-5:].mean() for its in other) > sum(its.unseen[-5:].mean() for its in base)


def test_what_was_asked_once_is_not_simulated_again() -> None:
    crew = AtOnce()
    worlds = Worlds("village-square", crew, 2)
    first = worlds.outcomes([SHORT, SHORT], 1)
    assert crew.given == [(SHORT, 0)]
    again = worlds.outcomes([SHORT, FEWER], 1)
    assert crew.given == [(SHORT, 0), (FEWER, 0)]
    assert first[0][0] is first[1][0] is again[0][0]


def test_what_cannot_be_is_refused_and_the_rest_goes_on() -> None:
    crew = AtOnce()
    worlds = Worlds("village-square", crew, 1)
    with pytest.raises(ScenarioError, match="count"):
        worlds.outcomes([SHORT, (*SHORT, "grids.count=-3")], 1)
    assert len(worlds.outcomes([SHORT], 1)[0]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_are_told_and_drawn(sides: tuple[list[Happened], list[Happened]], language: Language) -> None:
    rows = difference_rows(*sides, language)
    table = difference_table(rows, 2, language)
    assert [row.name for row in rows] == list(SHOWN)
    assert len(ElementTree.fromstring(f"<div>{table}</div>").findall(".//tr")) == len(SHOWN) + 1
    drawn = curves(*sides, ObservationDays(7, 14), language)
    assert len(ElementTree.fromstring(drawn).findall("polyline")) == 4
    lines = lines_at_departments(*sides, ObservationDays(7, 14), language)
    assert len(ElementTree.fromstring(lines).findall("polyline")) == 2
    first, second, key = maps(*sides, language)
    for picture, outcomes in ((first, sides[0]), (second, sides[1])):
        assert len(ElementTree.fromstring(picture).findall(".//polygon")) == len(outcomes[0].ground.outlines)
        marks = [mark for kind in ("circle", "path") for mark in ElementTree.fromstring(picture).iter(kind)]
        assert len(marks) == len(outcomes[0].spots.kind)
    assert len(re.findall(r"<i ", key)) == len(SHADES)
    assert "nan" not in table + drawn + first + second + key


def test_axes_end_at_round_numbers() -> None:
    assert [nice(most) for most in (0, 3.9, 4, 4.1, 330, 400, 401)] == [1, 4, 4, 8, 400, 400, 800]


def test_shades_divide_what_there_is() -> None:
    steps = steps_of(np.array([1.0, 2.0, 3.0, np.nan]))
    assert len(steps) == len(SHADES) - 1
    assert (np.diff(steps) > 0).all()
    assert len(steps_of(np.array([np.nan]))) == len(steps)
