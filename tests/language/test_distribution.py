from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from scipy import stats

from sim.language.distribution import Distribution, DurationDistribution, NumberDistribution
from sim.language.units import QuantityError

POSITIVE = st.floats(1e-3, 1e3)
CV = st.floats(0.05, 3)


def number(written: Any) -> Distribution:
    return NumberDistribution.of(written)


def refusal(kind: type[Distribution], written: Any) -> QuantityError:
    with pytest.raises(ValidationError) as caught:
        kind.of(written)
    error = caught.value.errors()[0]["ctx"]["error"]
    assert isinstance(error, QuantityError)
    return error


@given(POSITIVE, st.floats(1.01, 50))
def test_lognormal_by_median_and_p90_has_these_quantiles(median: float, ratio: float) -> None:
    read = number({"lognormal": {"median": median, "p90": median * ratio}})
    law = stats.lognorm(read.parameters["sigma"], scale=read.parameters["median"])
    assert (law.ppf(0.5), law.ppf(0.9)) == pytest.approx((median, median * ratio))
    assert read.mean() == pytest.approx(law.mean())


@given(POSITIVE, CV)
def test_lognormal_by_mean_and_cv_has_these_moments(mean: float, cv: float) -> None:
    read = number({"lognormal": {"mean": mean, "cv": cv}})
    law = stats.lognorm(read.parameters["sigma"], scale=read.parameters["median"])
    assert (law.mean(), law.std() / law.mean()) == pytest.approx((mean, cv))
    assert read.mean() == pytest.approx(mean)


@given(POSITIVE, CV)
def test_gamma_has_the_moments_given(mean: float, cv: float) -> None:
    read = number({"gamma": {"mean": mean, "cv": cv}})
    law = stats.gamma(read.parameters["shape"], scale=read.parameters["scale"])
    assert (law.mean(), law.std() / law.mean()) == pytest.approx((mean, cv))


@given(POSITIVE, st.floats(0.3, 8))
def test_weibull_by_mean_and_by_scale_agree(mean: float, shape: float) -> None:
    by_mean = number({"weibull": {"mean": mean, "shape": shape}})
    assert stats.weibull_min(shape, scale=by_mean.parameters["scale"]).mean() == pytest.approx(mean)
    assert number({"weibull": by_mean.parameters}).mean() == pytest.approx(mean)


@pytest.mark.parametrize(
    ("written", "mean"),
    [
        (3, 3),
        ({"constant": 3}, 3),
        ({"uniform": {"low": 1, "high": 3}}, 2),
        ({"triangular": {"low": 0, "mode": 1, "high": 5}}, 2),
        ({"exponential": {"mean": 4}}, 4),
        ({"empirical": {"values": [3, 1, 2]}}, 2),
        ({"mixture": [{"share": "25 %", "of": 4}, {"share": 0.75, "of": {"exponential": {"mean": 8}}}]}, 7),
    ],
)
def test_means(written: Any, mean: float) -> None:
    assert number(written).mean() == pytest.approx(mean)


def test_durations_are_kept_in_milliseconds_on_one_clock() -> None:
    work = DurationDistribution.of({"lognormal": {"median": "25 min", "p90": "1 h"}})
    wait = DurationDistribution.of({"uniform": {"low": 0, "high": "1 wd"}})
    assert (work.parameters["median"], work.clock) == (1_500_000, "calendar")
    assert (wait.parameters["high"], wait.clock) == (27_000_000, "working")


def test_observations_are_sorted_and_take_the_unit_beside() -> None:
    read = DurationDistribution.of({"empirical": {"values": [3, "1 min", 2], "unit": "min"}})
    assert read.values == (60_000, 120_000, 180_000)


def test_a_range_beside_the_family_is_a_factor() -> None:
    read = number({"exponential": {"mean": 4}, "low": 0.5, "high": 2, "grade": "E", "source": "guess"})
    assert (read.low, read.high, read.grade, read.source) == (0.5, 2, "E", "guess")


def test_the_range_of_a_quantity_becomes_a_factor() -> None:
    read = DurationDistribution.of({"value": "20 min", "low": "10 min", "high": "1 h"})
    assert (read.kind, read.low, read.high) == ("constant", 0.5, 3)


@pytest.mark.parametrize(
    ("written", "path", "said"),
    [
        ({"lognormal": {"median": "25 min", "p90": "20 min"}}, ("lognormal", "p90"), "above the median"),
        ({"lognormal": {"median": "25 min", "p90": "2 wh"}}, ("lognormal",), "mixes working time"),
        ({"lognormal": {"median": "25 min", "cv": 1}}, ("lognormal",), "{median, p90} or {mean, cv}"),
        ({"lognormal": {"median": "25 minuts", "p90": "2 h"}}, ("lognormal", "median"), "'minutes'"),
        ({"lognormal": {"medan": "25 min", "p90": "2 h"}}, ("lognormal", "medan"), "'median'"),
        ({"logormal": {}}, ("logormal",), "'lognormal'"),
        ({"gamma": {"mean": "3 h", "cv": 0}}, ("gamma", "cv"), "above zero"),
        ({"lognormal": {"mean": "1 h", "cv": 1e200}}, ("lognormal", "cv"), "must be at most 1e9"),
        ({"lognormal": {"mean": "1 h", "cv": 21}}, ("lognormal", "cv"), "must lie between 0 and 20"),
        ({"lognormal": {"median": "1 min", "p90": "2 weeks"}}, ("lognormal", "p90"), "more than 607 times the median"),
        ({"gamma": {"mean": "1 h", "cv": 21}}, ("gamma", "cv"), "must lie between 0.001 and 20"),
        ({"weibull": {"scale": "1 h", "shape": 1e-4}}, ("weibull", "shape"), "must lie between 0.2 and 1000"),
        ({"exponential": {"mean": 0}}, ("exponential", "mean"), "above zero"),
        ({"exponential": "1 h"}, ("exponential",), "expected a mapping"),
        ({"uniform": {"low": "2 h", "high": "1 h"}}, ("uniform", "high"), "below low"),
        ({"triangular": {"low": 0, "mode": "2 h", "high": "1 h"}}, ("triangular", "high"), "below mode"),
        ({"gamma": {"mean": "3 h", "cv": 1}, "constant": "1 h"}, (), "names several"),
        ({"low": 1}, (), "names no distribution"),
        ({"value": 0, "low": 0}, ("low",), "no range"),
        ({"exponential": {"mean": "1 h"}, "low": 1.5}, (), "low <= 1 <= high"),
        ({"mixture": [{"share": 0.6, "of": "20 min"}]}, ("mixture",), "sum to 0.6"),
        ({"mixture": [{"share": 1, "of": "20"}]}, ("mixture", 0, "of", "value"), "say the unit"),
        (
            {"mixture": [{"share": 1, "of": {"mixture": [{"share": 1, "of": "1 h"}]}}]},
            ("mixture", 0, "of"),
            "hold",
        ),
        (
            {"mixture": [{"share": 0.5, "of": "1 h"}, {"share": 0.5, "of": "1 wh"}]},
            ("mixture",),
            "mixes working",
        ),
        ({"empirical": {"values": []}}, ("empirical", "values"), "at least one"),
        ({"empirical": {"values": [1, "x"], "unit": "min"}}, ("empirical", "values", 1), "number first"),
        (20, ("value",), "say the unit"),
        (None, ("value",), "expected a number"),
    ],
)
def test_refuses_with_a_reason_and_its_place(written: Any, path: tuple[str | int, ...], said: str) -> None:
    error = refusal(DurationDistribution, written)
    assert error.path == path
    assert said in str(error)


def test_schema_lists_every_family() -> None:
    text = str(TypeAdapter(DurationDistribution).json_schema())
    assert all(kind in text for kind in ("constant", "lognormal", "empirical", "mixture", "triangular"))
