"""Paired differences: the right interval, the right words, and what pairing gains."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from sim.study.kinds.pairs import differences, holm, paired

RNG = np.random.default_rng(5)


def frame(**measures: list[float]) -> pd.DataFrame:
    """Return the measures of some replications as a run has them."""
    rows = [(number, name, value) for name, values in measures.items() for number, value in enumerate(values)]
    return pd.DataFrame(rows, columns=["replication", "measure", "value"])


def test_the_interval_is_students_of_the_differences() -> None:
    a, b = RNG.normal(10, 2, 8), RNG.normal(11, 2, 8)
    found = paired(a, b)
    known = stats.ttest_rel(b, a)
    interval = known.confidence_interval(0.95)
    assert found.difference == pytest.approx(float((b - a).mean()))
    assert (found.low, found.high) == pytest.approx((interval.low, interval.high))
    assert found.p == pytest.approx(known.pvalue)


def test_the_interval_of_independent_runs_is_welchs() -> None:
    a, b = RNG.normal(10, 2, 8), RNG.normal(11, 4, 8)
    interval = stats.ttest_ind(b, a, equal_var=False).confidence_interval(0.95)
    assert paired(a, b).independent_half_width == pytest.approx((interval.high - interval.low) / 2)


def test_what_both_share_falls_out_of_a_paired_difference() -> None:
    common = RNG.normal(0, 10, 20)
    found = paired(common + RNG.normal(0, 1, 20), common + RNG.normal(2, 1, 20))
    assert found.correlation > 0.9
    assert found.gain > 4


def test_undefined_replications_are_left_out() -> None:
    found = paired(np.array([1.0, math.nan, 3.0, 4.0]), np.array([2.0, 9.0, math.nan, 6.0]))
    assert (found.pairs, found.difference) == (2, 1.5)


def test_pairs_in_which_a_quantile_was_not_reached_say_nothing_of_the_difference() -> None:
    found = paired(np.array([10.0, 11.0, 12.0]), np.array([9.0, math.inf, math.nan]))
    assert (found.pairs, found.not_reached, found.base) == (2, 1, 10.5)
    assert np.isnan([found.other, found.difference, found.low, found.high, found.p]).all()
    assert paired(np.array([math.inf]), np.array([math.inf])).not_reached == 1


@pytest.mark.parametrize(
    ("base", "other", "verdict"),
    [
        ([1.0, 2.0, 3.0], [1.0, 2.0, 3.0], "same"),
        ([1.0, 2.0, 3.0], [2.0, 3.0, 4.0], "exact"),
        ([10.0, 11.0, 12.0], [20.0, 21.001, 22.0], "sure"),
        ([10.0, 10.0, 10.0], [9.0, 8.0, 9.2], "unclear"),
        ([10.0, 11.0, 12.0], [10.1, 10.9, 12.05], "none"),
        ([10.0], [12.0], "single"),
        ([math.nan], [12.0], "undefined"),
        ([10.0, 11.0, 12.0], [10.0, 11.0, math.inf], "censored"),
    ],
)
def test_each_row_has_its_verdict(base: list[float], other: list[float], verdict: str) -> None:
    measures = {"A": frame(detection_median_h=base), "B": frame(detection_median_h=other)}
    assert differences(measures)["verdict"].tolist() == [verdict]


def test_among_many_measures_a_lucky_one_is_only_likely() -> None:
    lucky = {"detection_median_h": [1.0, 1.4, 0.6, 1.2]}
    rest = {name: RNG.normal(0, 1, 4).tolist() for name in ("closing_median_h", "closing_p90_h", "backlog_mean")}
    zeros = {name: [10.0] * 4 for name in (*lucky, *rest)}
    moved = {name: [10.0 + value for value in values] for name, values in (lucky | rest).items()}
    found = differences({"A": frame(**zeros), "B": frame(**moved)}).set_index("measure")
    assert found.loc["detection_median_h", "verdict"] in ("likely", "sure")
    assert found.loc["detection_median_h", "adjusted_p"] == pytest.approx(4 * found.loc["detection_median_h", "p"])


def test_every_variant_stands_against_the_first() -> None:
    measures = {name: frame(closing_p90_h=[value, value + 1]) for name, value in {"A": 1.0, "B": 2.0, "C": 4.0}.items()}
    found = differences(measures)
    assert found["variant"].tolist() == ["B", "C"]
    assert set(found["against"]) == {"A"}
    assert found["relative"].tolist() == pytest.approx([1 / 1.5, 3 / 1.5])


def test_shares_have_no_relative_difference_and_nothing_falls_by_more_than_all_of_it() -> None:
    base = frame(on_time_share_due=[0.5, 0.6, 0.4], closing_p90_h=[10.0, 40.0, 10.0], trust_change_involved=[0.1] * 3)
    other = frame(on_time_share_due=[0.6, 0.6, 0.5], closing_p90_h=[1.0, 2.0, 3.0], trust_change_involved=[0.2] * 3)
    found = differences({"A": base, "B": other}).set_index("measure")
    relative = ["relative", "relative_low", "relative_high"]
    assert found.loc["on_time_share_due", relative].isna().all()
    assert found.loc["trust_change_involved", relative].isna().all()
    assert found.loc["closing_p90_h", "low"] < -found.loc["closing_p90_h", "base"]  # Student's interval knows no zero
    assert found.loc["closing_p90_h", ["relative", "relative_low"]].tolist() == pytest.approx([-0.9, -1.0])


def test_holm_multiplies_by_what_is_left_and_never_falls() -> None:
    adjusted = holm(np.array([0.04, 0.01, math.nan, 0.03]))
    assert adjusted[[0, 1, 3]] == pytest.approx([0.06, 0.03, 0.06])
    assert math.isnan(adjusted[2])
