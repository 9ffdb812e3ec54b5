"""95 % intervals hold the truth 95 times in a hundred; `tests.study.kinds.coverage` shows it at length."""

import numpy as np
import pytest

from tests.study.kinds.coverage import (
    PER_DAY,
    PREVENTED,
    REPLICATIONS,
    WORK_H,
    coverage,
    queue_coverage,
    queue_replication,
    queue_truths,
    replication,
)  # fmt: skip

EXPERIMENTS = 400
LEAST, MOST = 0.92, 0.98
"""Three standard errors about 95 % of so many experiments."""


def test_a_replication_gives_the_means_that_theory_gives_it() -> None:
    values = np.array([replication(number) for number in range(25)])
    means, errors = values.mean(axis=0), values.std(axis=0, ddof=1) / np.sqrt(len(values))
    cases = PER_DAY * 6.0
    truths = np.array([WORK_H[0], cases, WORK_H[1], (1 - PREVENTED[1]) * cases])
    assert (np.abs(means - truths) < 4.5 * errors).all()


@pytest.mark.long  # `make coverage` counts many more
def test_intervals_of_known_means_cover_them() -> None:
    """Values as the scenario has them, drawn in bulk: Poisson numbers, means of exponential works, thinned together."""
    rng = np.random.default_rng(20)
    cases = rng.poisson(PER_DAY * 6.0, EXPERIMENTS * REPLICATIONS)
    left = rng.binomial(cases, 1 - PREVENTED[1])
    own, other = (rng.gamma(n) / n for n in (left, np.maximum(cases - left, 1)))
    share = left / cases
    first = WORK_H[0] * (share * own + (1 - share) * other)
    values = np.column_stack([first, cases, WORK_H[1] * own, left])
    for found in coverage(values):
        assert LEAST <= found.share <= MOST, found


def test_a_replication_of_the_queue_gives_what_theory_gives_it() -> None:
    values = np.array([queue_replication(number) for number in range(6)])
    means, errors = values.mean(axis=0), values.std(axis=0, ddof=1) / np.sqrt(len(values))
    assert (np.abs(means - np.array(list(queue_truths().values()))) < 8 * errors).all()  # five degrees of freedom


@pytest.mark.long
def test_intervals_of_what_is_skew_cover_too_seldom_with_few_replications() -> None:
    """Lognormal values with a coefficient of variation of 1 about the truths."""
    rng = np.random.default_rng(21)
    truths = np.array(list(queue_truths().values()))
    values = truths * rng.lognormal(-np.log(2) / 2, np.sqrt(np.log(2)), size=(2_000, len(truths)))
    for found in queue_coverage(values, 5)[:2]:
        assert 0.80 <= found.share < 0.93
