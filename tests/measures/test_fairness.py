import math

import numpy as np
import pytest

from sim.measures.fairness import gini, p90_to_p10
from sim.measures.places import average_by_place, by_place
from tests.measures.frames import case, issue, tables


def test_gini_of_equal_values_is_zero_and_of_one_who_has_all_is_the_rest():
    assert gini(np.array([3.0, 3.0, 3.0])) == pytest.approx(0)
    assert gini(np.array([0.0, 0.0, 0.0, 8.0])) == pytest.approx(0.75)
    assert gini(np.array([1.0, 3.0])) == pytest.approx(0.25)


def test_spread_of_nothing_is_undefined():
    assert math.isnan(gini(np.empty(0)))
    assert math.isnan(gini(np.zeros(3)))
    assert math.isnan(p90_to_p10(np.empty(0)))
    assert math.isnan(p90_to_p10(np.zeros(3)))


def test_p90_over_p10():
    assert p90_to_p10(np.arange(11.0)) == pytest.approx(9.0)


def test_places_count_open_cases_up_to_the_end_and_leave_out_nowhere():
    run = tables(
        issues=[issue("2024-05-06", community=0), issue("2024-05-06", community=0, detected_at="2024-05-07")],
        cases=[
            case("2024-05-06", community=0, closed_at="2024-05-07"),
            case("2024-05-06", community=2),
            case("2024-05-06", community=-1),
        ],
    )
    (watched,) = run.replications()
    frame = by_place(watched, "community")
    assert frame.index.tolist() == [0, 2]
    assert frame["closing_mean_h"].tolist() == [24, 14 * 24]
    assert frame["issues"].tolist() == [2, 0]
    assert frame.loc[0, "never_reported_share"] == 0.5
    assert math.isnan(frame.loc[2, "never_reported_share"])


def test_places_average_over_replications():
    run = tables(
        cases=[
            case("2024-05-06", replication=0, closed_at="2024-05-07"),
            case("2024-05-06", replication=1, closed_at="2024-05-08"),
        ],
        districts=[{"replication": 0}, {"replication": 1}],
    )
    assert average_by_place(run, "community").loc[0, "closing_mean_h"] == 36
