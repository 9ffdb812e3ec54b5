import math
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from sim.measures.catalogue import MEASURES
from sim.measures.summary import bounds, field_check, measure_all, summarise
from tests.measures.frames import issue, tables


def values(name, numbers):
    return pd.DataFrame({"replication": range(len(numbers)), "measure": name, "value": numbers})


def test_every_measure_of_every_replication():
    run = tables(issues=[issue("2024-05-06", replication=1)], districts=[{"replication": 0}, {"replication": 1}])
    measures = measure_all(run)
    assert len(measures) == 2 * len(MEASURES)
    issues = measures[measures["measure"] == "issues_per_year"].set_index("replication")["value"]
    assert issues.to_dict() == {0: 0, 1: pytest.approx(365 / 7)}


def test_intervals_are_students():
    row = summarise(values("backlog_mean", [11.0, 12.0, 13.0])).iloc[0]
    assert (row["mean"], row["unit"], row["replications"]) == (12, "cases", 3)
    assert row["standard_error"] == pytest.approx(1 / math.sqrt(3))
    assert row["high"] - row["mean"] == pytest.approx(4.302653 / math.sqrt(3))
    assert row["mean"] - row["low"] == pytest.approx(row["high"] - row["mean"])


@pytest.mark.parametrize(
    ("name", "numbers", "low", "high"),
    [
        ("dangerous_open_after_24h", [0.9, 1.0, 1.0], None, 1),
        ("never_reported_share", [0.0, 0.0, 0.1], 0, None),
        ("joint_arrival_median_h", [1.0, 1.0, 9.0], 0, None),
        ("mean_trust", [0.1, 0.9], 0, 1),
        ("spread_closing_p90_p10", [1.1, 1.5], 1, None),
    ],
)
def test_intervals_end_where_their_measure_ends(name, numbers, low, high):
    row = summarise(values(name, numbers)).iloc[0]
    half = 12.7062 if len(numbers) == 2 else 4.302653
    free = np.array([row["mean"] - half * row["standard_error"], row["mean"] + half * row["standard_error"]])
    assert row["low"] == (low if low is not None else pytest.approx(free[0]))
    assert row["high"] == (high if high is not None else pytest.approx(free[1]))


def test_changes_and_loads_pass_where_shares_end():
    change = summarise(values("trust_change_involved", [-0.02, 0.0])).iloc[0]
    assert change["low"] < -0.02 and change["high"] > 0
    assert summarise(values("utilisation_department_max", [0.9, 1.5])).iloc[0]["high"] > 1.5


def test_no_measure_of_a_run_lies_outside_its_bounds():
    run = tables(issues=[issue("2024-05-06"), issue("2024-05-07", detected_at="2024-05-08")])
    for row in measure_all(run).dropna().to_dict("records"):
        least, most = bounds(MEASURES[row["measure"]])
        assert least <= row["value"] <= most, row["measure"]


def test_one_replication_has_no_interval():
    row = summarise(values("backlog_mean", [5.0])).iloc[0]
    assert row["mean"] == 5
    assert np.isnan([row["standard_error"], row["low"], row["high"]]).all()


def test_undefined_replications_are_left_out():
    row = summarise(values("joint_arrival_p90_h", [10.0, np.nan, 14.0])).iloc[0]
    assert (row["mean"], row["replications"]) == (12, 2)
    assert summarise(values("joint_arrival_p90_h", [np.nan])).iloc[0]["replications"] == 0


def test_a_quantile_not_reached_in_some_replications_has_a_bound_and_no_mean():
    """The ten of forty that reached it are the quick ones: their mean, 103 h, would be called [101, 105]."""
    reached = list(np.linspace(101, 105, 10))
    row = summarise(values("closing_p90_h", reached + [np.inf] * 30), followup_h=100).iloc[0]
    assert np.isnan([row["mean"], row["standard_error"], row["low"], row["high"]]).all()
    assert (row["replications"], row["not_reached"]) == (10, 30)
    assert row["at_least"] == pytest.approx((10 * 103 + 30 * 100) / 40)
    whole = summarise(values("closing_p90_h", reached)).iloc[0]
    assert (whole["mean"], whole["not_reached"]) == (pytest.approx(103), 0)
    assert np.isnan(whole["at_least"])


def test_field_check_tells_inside_from_outside():
    summary = summarise(pd.concat([values("backlog_mean", [5.0]), values("joint_arrival_p90_h", [np.nan])]))
    known = SimpleNamespace(low=4, high=6, expected=None, unit="", grade="A", source="a report", published=True)
    outside = SimpleNamespace(low=6, high=7, expected=6.5, unit="h", grade="E", source="assumed", published=False)
    check = field_check(summary, {"backlog_mean": known, "joint_arrival_p90_h": outside})
    assert check["inside"].tolist() == [True, False]
    assert check.loc[0, "unit"] == "cases"
    assert check.loc[1, "source"] == "assumed"


def test_a_measure_that_does_not_exist_is_refused():
    known = SimpleNamespace(low=4, high=6, expected=None, unit="", grade="A", source="")
    with pytest.raises(KeyError, match="backlg"):
        field_check(summarise(values("backlog_mean", [5.0])), {"backlg": known})
