"""Variates: each kind against its distribution function as an independent library computes it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.chance.distribution_table import NONE, DistributionTable, upper_bound
from sim.chance.variates import MS_LIMIT, duration, normal_quantile, quantile, to_ms
from sim.language.distribution import KINDS as WRITTEN
from sim.language.distribution import DurationDistribution, NumberDistribution
from sim.language.quantity import Duration

HOUR = 3_600_000.0
PLACES = (1e-12, 1e-4, 0.02, 0.3, 0.5, 0.7, 0.98, 0.9999, 1.0 - 1e-12)
OPEN = st.floats(2.0**-53, 1.0 - 2.0**-53, exclude_max=False)

KINDS: list[tuple[dict[str, Any], Any]] = [
    ({"exponential": {"mean": 3}}, stats.expon(scale=3)),
    ({"uniform": {"low": 2, "high": 7}}, stats.uniform(2, 5)),
    ({"triangular": {"low": 1, "mode": 2, "high": 6}}, stats.triang(0.2, 1, 5)),
    ({"lognormal": {"median": 4, "p90": 10}}, stats.lognorm(np.log(2.5) / stats.norm.ppf(0.9), scale=4)),
    ({"lognormal": {"mean": 4, "cv": 0.5}}, stats.lognorm(np.log(1.25) ** 0.5, scale=4 / 1.25**0.5)),
]


def plan_of(*distributions: Any) -> tuple[SimpleNamespace, list[int]]:
    """The part of a plan that holds distributions, and their numbers."""
    book = DistributionTable()
    numbers = [book.add(of) for of in distributions]
    rows, knots = book.lower()
    names = rows.dtype.names or ()
    variates = [SimpleNamespace(**dict(zip(names, row, strict=True))) for row in rows.tolist()]
    return SimpleNamespace(variates=variates, knots=knots.tolist()), numbers


@pytest.mark.parametrize(("written", "known"), KINDS, ids=lambda x: next(iter(x), "") if isinstance(x, dict) else "")
def test_quantiles_are_those_of_the_distribution(written: dict[str, Any], known: Any) -> None:
    plan, (number,) = plan_of(NumberDistribution.of(written))
    for u in PLACES:
        assert quantile(plan, number, u) == pytest.approx(known.ppf(u), rel=1e-9, abs=1e-9)


def test_weibull() -> None:
    of = NumberDistribution.of({"weibull": {"scale": 5, "shape": 1.7}})
    plan, (number,) = plan_of(of)
    for u in PLACES[1:]:
        assert quantile(plan, number, u) == pytest.approx(stats.weibull_min(1.7, scale=5).ppf(u), rel=1e-9)


@given(OPEN)
def test_normal_quantile_is_exact(u: float) -> None:
    assert normal_quantile(u) == pytest.approx(stats.norm.ppf(u), rel=2e-14, abs=1e-15)


@pytest.mark.parametrize("cv", [0.25, 1.0, 2.0])
def test_a_gamma_by_table_keeps_mean_and_variance(cv: float) -> None:
    of = NumberDistribution.of({"gamma": {"mean": 10, "cv": cv}})
    plan, (number,) = plan_of(of)
    u = (np.arange(200_000) + 0.5) / 200_000
    values = np.array([quantile(plan, number, x) for x in u])
    exact = stats.gamma(1.0 / cv**2, scale=10 * cv**2).ppf(u)
    assert values.mean() == pytest.approx(exact.mean(), rel=5e-5)
    assert values.var() == pytest.approx(exact.var(), rel=5e-5)


FAMILIES: list[tuple[dict[str, Any], float]] = [
    ({"constant": 3}, 0.0),
    ({"uniform": {"low": 2, "high": 7}}, 25 / 12),
    ({"triangular": {"low": 1, "mode": 2, "high": 6}}, stats.triang(0.2, 1, 5).var()),
    ({"exponential": {"mean": 3}}, 9.0),
    ({"lognormal": {"mean": 4, "cv": 1.5}}, 36.0),
    ({"gamma": {"mean": 4, "cv": 0.3}}, 1.44),
    ({"gamma": {"mean": 4, "cv": 3}}, 144.0),
    ({"weibull": {"scale": 5, "shape": 0.8}}, stats.weibull_min(0.8, scale=5).var()),
    ({"empirical": {"values": [3] * 9 + [33]}}, 81.0),
    ({"empirical": {"values": [1, 2, 2, 3, 50, 51, 4]}}, float(np.var([1, 2, 2, 3, 50, 51, 4]))),
    (
        {
            "mixture": [
                {"share": 0.3, "of": {"empirical": {"values": [1, 5]}}},
                {"share": 0.2, "of": {"exponential": {"mean": 2}}},
                {"share": 0.5, "of": {"constant": 9}},
            ]
        },
        0.3 * 13 + 0.2 * 8 + 0.5 * 81 - 5.8**2,
    ),
]
"""Distributions of every family with their variance, by textbook formula or by scipy."""


def test_the_list_of_families_is_whole() -> None:
    assert {next(iter(written)) for written, _ in FAMILIES} == set(WRITTEN)


@pytest.mark.parametrize(("written", "variance"), FAMILIES)
def test_what_is_drawn_has_the_mean_and_variance_that_are_written(written: dict[str, Any], variance: float) -> None:
    """By quadrature over u, in even steps of its normal quantile; the steps' length allows jumps a thousandth."""
    of = NumberDistribution.of(written)
    plan, (number,) = plan_of(of)
    z, step = np.linspace(-8.1, 8.1, 20_001, retstep=True)
    weight = stats.norm.pdf(z) * step
    values = np.array([quantile(plan, number, u) for u in stats.norm.cdf(z).clip(2.0**-53, 1.0 - 2.0**-53)])
    mean = float((values * weight).sum())
    assert mean == pytest.approx(of.mean(), rel=1e-3)
    assert float(((values - mean) ** 2 * weight).sum()) == pytest.approx(variance, rel=2e-3, abs=1e-12)


@given(st.lists(st.just(0.0) | st.floats(1e-9, 1e9), min_size=1, max_size=40), OPEN)
def test_observations_are_drawn_and_nothing_between_them(observed: list[float], u: float) -> None:
    plan, (number,) = plan_of(NumberDistribution.of({"empirical": {"values": observed}}))
    assert quantile(plan, number, u) in observed
    middles = (np.arange(len(observed)) + 0.5) / len(observed)
    assert [quantile(plan, number, v) for v in middles] == sorted(observed), "each as often as it was observed"


@given(OPEN)
def test_shares_written_to_few_digits_leave_no_gap(u: float) -> None:
    """Three times 0.333333333 is less than 1: the last takes what is left; a part without a share is never drawn."""
    thirds = [{"share": 0.333333333, "of": {"uniform": {"low": i, "high": i + 1}}} for i in range(3)]
    of = NumberDistribution.of({"mixture": [*thirds, {"share": 0, "of": {"exponential": {"mean": 99}}}]})
    plan, (number,) = plan_of(of)
    assert 0 <= quantile(plan, number, u) <= 3


def test_a_mixture_takes_its_parts_by_their_shares() -> None:
    of = NumberDistribution.of(
        {
            "mixture": [
                {"share": 0.25, "of": {"uniform": {"low": 0, "high": 1}}},
                {"share": 0.75, "of": {"uniform": {"low": 10, "high": 11}}},
            ]
        }
    )
    plan, (number,) = plan_of(of)
    assert quantile(plan, number, 0.125) == pytest.approx(0.5)
    assert quantile(plan, number, 0.25) == pytest.approx(10.0)
    assert quantile(plan, number, 0.625) == pytest.approx(10.5)
    assert upper_bound(of) == 11


@given(OPEN, OPEN)
def test_a_larger_number_gives_a_longer_time(u: float, v: float) -> None:
    plan, (number,) = plan_of(DurationDistribution.of({"lognormal": {"median": "20 min", "p90": "1 h"}}))
    low, high = sorted((u, v))
    assert duration(plan, number, low) <= duration(plan, number, high)


def test_durations_are_whole_milliseconds_within_limits() -> None:
    assert [to_ms(x) for x in (-1.0, 0.49, 0.5, 1.5, 2.4999)] == [0, 0, 1, 2, 2]
    assert to_ms(1e300) == to_ms(float("inf")) == MS_LIMIT
    plan, (number,) = plan_of(Duration.model_validate("20 min"))
    assert duration(plan, number, 0.99) == HOUR / 3
    assert duration(plan, NONE, 0.5) == 0


def test_equal_distributions_share_a_number() -> None:
    same = [DurationDistribution.of({"exponential": {"mean": "1 h"}, "grade": grade, "source": "x"}) for grade in "AE"]
    other = DurationDistribution.of({"exponential": {"mean": "2 h"}})
    _, numbers = plan_of(*same, other)
    assert numbers[0] == numbers[1] != numbers[2]
