"""Replications until an interval is narrow enough, and stays so."""

import math
from itertools import pairwise

import numpy as np
import pytest

from sim.language.units import QuantityError
from sim.study.files.precision import Observed, Precision, Until, half_width, target

VALUES = np.random.default_rng(3).normal(100.0, 10.0, 400)


def replicated(rule: Precision, values: np.ndarray) -> int:
    """Return how many replications a rule runs, asked batch by batch."""
    done = 0
    while more := rule.further({"backlog_mean": Observed(values[:done], values[:done])}):
        done += more
    return done


def rule(width: str, **limits: int) -> Precision:
    return Until(until={"backlog_mean": width}, **limits).precision()


def test_it_stops_where_looking_after_each_replication_would() -> None:
    narrow = [n for n in range(3, 400) if half_width(VALUES[:n]) <= 0.05 * abs(VALUES[:n].mean())]
    first = next(n for n in narrow if all(m in narrow for m in range(n, n + 6)))
    assert replicated(rule("5 %", at_most=300), VALUES) == first + 5


def test_the_interval_is_narrow_when_it_stops_and_narrower_targets_take_longer() -> None:
    needed = [replicated(rule(f"{width} points".replace(" points", ""), at_most=400), VALUES) for width in (8, 4, 2)]
    assert all(fewer < more for fewer, more in pairwise(needed))
    assert half_width(VALUES[: needed[-1]]) <= 2.0


def test_a_budget_ends_it_and_says_what_was_not_reached() -> None:
    strict = rule("0.1 %", at_most=12)
    assert replicated(strict, VALUES) == 12
    assert strict.unmet({"backlog_mean": Observed(VALUES[:12], VALUES[:12])}) == ["backlog_mean"]


def test_means_near_zero_need_an_amount() -> None:
    values = VALUES - 100.0
    assert replicated(rule("5 %", at_most=60), values) == 60
    assert replicated(rule("5 % or 8", at_most=60), values) < 60


def test_values_that_never_vary_are_known_after_the_look_ahead() -> None:
    assert replicated(rule("1 %"), np.zeros(50)) == 3 + 5


def test_undefined_values_count_as_replications_but_not_as_knowledge() -> None:
    values = np.where(np.arange(400) % 2 == 0, VALUES, math.nan)
    assert replicated(rule("5 %", at_most=300), values) > replicated(rule("5 %", at_most=300), VALUES)


def test_long_runs_look_further_ahead() -> None:
    steady = Precision({"backlog_mean": target("backlog_mean", "1 %")}, at_least=200, at_most=400)
    assert replicated(steady, np.zeros(400)) == 200 + 10


def test_widths_are_read_in_the_unit_of_their_measure() -> None:
    assert target("detection_median_h", "30 min") == (0.0, 0.5)
    assert target("on_time_share_due", "2 points") == (0.0, 0.02)
    assert target("detection_median_h", "5 % or 0.5 h") == (0.05, 0.5)


@pytest.mark.parametrize(
    ("measure", "text", "expected"),
    [
        ("detection_medain_h", "5 %", "detection_median_h"),
        ("detection_median_h", "narrow", "number"),
        ("detection_median_h", "0.5", "unit"),
    ],
)
def test_what_cannot_be_read_is_refused(measure: str, text: str, expected: str) -> None:
    with pytest.raises(QuantityError, match=expected):
        target(measure, text)
