"""Choosing among finalists: the confidence that is stated is right, and no more replications are run than it takes."""

from __future__ import annotations

import numpy as np
import pytest

from sim.study.kinds.selection import ObservedPoint, Tolerances, choose, replications_wanted
from tests.study.kinds.confidence import AT_MOST, CONTESTS, FIRST, record

TRIALS = 200


@pytest.mark.parametrize("at_most", [AT_MOST, FIRST + 5])
@pytest.mark.parametrize("name", ["two", "independent", "the cheapest just fails"])
def test_it_is_right_as_often_as_it_says(name: str, at_most: int) -> None:
    found = record(CONTESTS[name], TRIALS, at_most=at_most)
    assert found.right >= found.stated - 3 * np.sqrt(found.stated * (1 - found.stated) / TRIALS)


def test_it_says_how_sure_it_is_without_much_reserve() -> None:
    found = record(CONTESTS["two"], 1000)
    assert 0.93 < found.right < 0.985
    assert found.stated == pytest.approx(0.95, abs=0.01)


def test_without_chance_it_is_certain_at_once() -> None:
    cost = np.array([[3.0], [1.0], [2.0]]) * np.ones((3, 10))
    seen = ObservedPoint(cost, ())
    assert replications_wanted(seen, Tolerances(0.1, ()), 0.95, 100) == 10
    assert choose(seen, 10, Tolerances(0.1, ())) == (1, 1.0)


def test_the_cheapest_is_not_chosen_if_it_misses_its_target() -> None:
    cost = np.array([[1.0], [2.0]]) * np.ones((2, 10))
    excess = np.array([[0.5], [-0.5]]) + np.linspace(-0.1, 0.1, 10)
    chosen = choose(ObservedPoint(cost, (excess,)), 10, Tolerances(0.1, (0.3,)))
    assert chosen.winner == 1
    assert 0.99 < chosen.confidence < 1


def test_if_none_meets_the_target_none_is_chosen() -> None:
    excess = np.array([[0.5], [0.6]]) + np.linspace(-0.1, 0.1, 10)
    assert choose(ObservedPoint(np.ones((2, 10)), (excess,)), 10, Tolerances(0.1, (0.1,))).winner is None
