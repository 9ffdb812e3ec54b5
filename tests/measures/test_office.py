import numpy as np
import pytest

from tests.measures.frames import weekdays


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2024-05-06T09:00", "2024-05-06T11:00", 2.0),
        ("2024-05-06T11:30", "2024-05-06T14:30", 1.0),
        ("2024-05-06T07:00", "2024-05-06T20:00", 7.5),
        ("2024-05-10T17:00", "2024-05-13T09:00", 1.5),
        ("2024-05-11T00:00", "2024-05-12T23:00", 0.0),
        ("2024-05-06T12:00", "2024-05-06T14:00", 0.0),
        ("2024-05-01T00:00", "2024-05-07T00:00", 7.5),
        ("2024-05-06T00:00", "2024-06-30T00:00", 75.0),
    ],
)
def test_only_open_hours_count(start, end, hours):
    at = np.array([start, end], dtype="datetime64[ms]")
    assert weekdays("2024-05-06", 14).between(at[:1], at[1:])[0] == pytest.approx(hours)


def test_a_missing_moment_gives_no_hours():
    at = np.array(["NaT"], dtype="datetime64[ms]")
    assert np.isnan(weekdays("2024-05-06", 14).between(at, at)[0])
