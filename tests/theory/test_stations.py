"""One station against queueing theory: the model's queues are the textbook's when nothing else is left of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.theory.estimates import Sample, estimate, samples
from tests.theory.stations import THEORIES, Theory, single_server

STANDARD_ERRORS = 4.5
"""Beyond so many a result is wrong, not unlucky: once in 150,000 for normal errors, once in some hundred for the
t of seven degrees of freedom; the seed is fixed, so it is decided once."""
PRECISION = 0.06
"""A standard error above this part of the mean would let almost anything pass."""

Run = tuple[Theory, dict[str, list[Sample]]]


@cache
def simulated(build: Callable[[], Theory]) -> Run:
    theory = build()
    return theory, samples(theory.scenario)


@pytest.fixture(params=THEORIES, ids=lambda build: build.__name__)
def run(request: pytest.FixtureRequest) -> Run:
    return simulated(request.param)


def assert_meets(values: list[float], expected: float) -> None:
    mean, error = estimate(values)
    assert error <= PRECISION * expected
    assert abs(mean - expected) <= STANDARD_ERRORS * error, f"{mean:.4f} +- {error:.4f}, theory {expected:.4f}"


def test_waits_meet_theory(run: Run) -> None:
    theory, found = run
    for hazard, expected in theory.wait_h.items():
        assert_meets([s.wait_h for s in found[hazard]], expected)


def test_times_to_closing_meet_theory(run: Run) -> None:
    theory, found = run
    for hazard, expected in theory.sojourn_h.items():
        assert_meets([s.sojourn_h for s in found[hazard]], expected)


def test_number_of_open_cases_meets_littles_law(run: Run) -> None:
    """Time-average number = rate x mean time (Little 1961), measured apart: the number from who is open when."""
    theory, found = run
    for hazard, sojourn in theory.sojourn_h.items():
        rate = estimate([s.per_hour for s in found[hazard]]).mean
        assert_meets([s.open_cases for s in found[hazard]], rate * sojourn)


def test_a_wrong_theory_is_noticed() -> None:
    """The same check refuses a formula that forgets the queue behind the first in service."""
    theory, found = simulated(single_server)
    with pytest.raises(AssertionError, match="theory"):
        assert_meets([s.wait_h for s in found["issue"]], theory.wait_h["issue"] * 0.75)
