"""Whether a queue grows: its mean change from week to week, against the noise of these changes.

Numbers waiting hang together over weeks or months when a unit is nearly full, so a line fitted through them finds
trends that are none (Nelson and Kang 1984, Journal of Business and Economic Statistics 2). Changes from week to week do
not hang together while a queue grows or wanders, and cancel out when it comes back to where it was. So the mean change
is held against the standard error of a random walk with the same changes: the best estimate if the queue is one, and
far too careful to raise a false alarm if it is stationary.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

DOUBT = 0.05
"""Probability, at the worst, that any queue is told of in a run in which none grows in the long run: the customary one.
It is shared out over the queues that are looked at (Bonferroni), of which a district has a thousand."""
LEAST_CHANGES = 3
"""Changes from week to week that there must be, all replications together, to say anything."""


class Growth(NamedTuple):
    """The mean change of a number a week, what it surely is at least, and in how many replications it rose."""

    per_week: float
    low: float
    rising: int


def growth(weekly: NDArray[np.float64], among: int = 1) -> Growth | None:
    """Return how a number grows that was counted each week, shape (replications, weeks + 1), one of so many that are
    looked at; None if nobody can tell.

    Replications are independent, so their changes are taken together.
    """
    changes = np.diff(weekly, axis=1)
    if changes.size < LEAST_CHANGES or changes.shape[1] < 2:
        return None
    mean = float(changes.mean())
    error = float(changes.std(ddof=1)) / np.sqrt(changes.size)
    low = mean - float(stdtrit(changes.size - 1, 1.0 - DOUBT / among)) * error
    return Growth(mean, low, int((changes.sum(axis=1) > 0).sum()))


def grows(found: Growth | None, replications: int) -> bool:
    """Say whether a number grows: surely in the mean of the replications, and in most of them."""
    return found is not None and found.low > 0 and 2 * found.rising > replications
