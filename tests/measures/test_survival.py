import numpy as np
import pytest
from scipy import stats

from sim.measures.statistics.survival import Durations, durations, quantile, share_ended


def observed(hours, ended):
    return Durations(np.array(hours, dtype=float), np.array(ended))


def test_without_censoring_the_median_is_the_shortest_time_that_half_have_reached():
    assert quantile(share_ended(observed([4, 1, 3, 2], [True] * 4)), 0.5) == 2
    assert quantile(share_ended(observed([4, 1, 3, 2, 5], [True] * 5)), 0.5) == 3


def test_censored_times_shift_the_quantile_as_worked_by_hand():
    # At risk 5, 3, 1: the share still running is 4/5, then 4/5 x 2/3 = 8/15, then 0.
    spans = observed([1, 2, 3, 4, 5], [True, False, True, False, True])
    hours, ended = share_ended(spans)
    assert hours.tolist() == [1, 2, 3, 4, 5]
    assert ended == pytest.approx([1 / 5, 1 / 5, 7 / 15, 7 / 15, 1])
    assert quantile(share_ended(spans), 0.45) == 3
    assert quantile(share_ended(spans), 0.5) == 5


def test_scipy_estimates_the_same():
    chance = np.random.default_rng(7)
    spans = observed(chance.integers(0, 30, 200), chance.random(200) < 0.7)
    theirs = stats.ecdf(stats.CensoredData.right_censored(spans.hours, ~spans.ended)).cdf
    hours, ended = share_ended(spans)
    assert hours.tolist() == theirs.quantiles.tolist()
    assert ended == pytest.approx(theirs.probabilities)


def test_a_quantile_that_is_not_reached_is_infinite_and_one_of_nothing_undefined():
    assert quantile(share_ended(observed([1, 2, 3], [True, False, False])), 0.9) == np.inf
    assert quantile(share_ended(observed([1, 2], [False, False])), 0.5) == np.inf
    assert np.isnan(quantile(share_ended(observed([], np.empty(0, dtype=bool))), 0.5))


def test_durations_censor_the_open_drop_the_unstarted_and_never_run_backwards():
    start = np.array(["2024-05-06T00", "2024-05-06T00", "NaT", "2024-05-06T10"], dtype="datetime64[ms]")
    end = np.array(["2024-05-06T02", "NaT", "2024-05-06T05", "2024-05-06T09"], dtype="datetime64[ms]")
    spans = durations(start, end, np.datetime64("2024-05-07T00", "ms"))
    assert spans.hours.tolist() == [2, 24, 0]
    assert spans.ended.tolist() == [True, False, True]
