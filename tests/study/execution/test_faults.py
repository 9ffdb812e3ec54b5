"""What is killed in a study changes nothing in its tables; `make faults` is the long form."""

import sys
from importlib.util import find_spec

import pytest

from tests.study.execution.faults import ordeal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="finds worker processes by /proc")
needs_dask = pytest.mark.skipif(find_spec("distributed") is None, reason="needs Dask")
at_length = (needs_dask, pytest.mark.long)  # a scheduler takes many seconds to begin


@pytest.mark.parametrize(
    ("victim", "kills"),
    [
        ("worker", 2),
        ("main process", 2),
        pytest.param("Dask scheduler", 1, marks=at_length),
        pytest.param("Dask worker", 1, marks=at_length),
    ],
)
def test_a_study_survives(victim: str, kills: int) -> None:
    assert ordeal(victim, 2, kills, "short", victim, pause_s=1.0) >= 1


@pytest.mark.long  # `make faults` does it at length
def test_simulations_survive() -> None:
    assert ordeal("main process", 2, 1, "simulated", "once") >= 1
