"""Durations of which some are still running: the Kaplan-Meier estimate and its quantiles.

Source: Kaplan and Meier (1958), Nonparametric estimation from incomplete observations, J. Am. Stat.
Assoc. 53. Written out, since scipy.stats, which has it too, takes longer to load than a small run to simulate.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.measures.office import Floats, Times
from sim.measures.tables import hours_between

_ROUNDING = 1e-9


class Estimate(NamedTuple):
    """Hours at which spans ended, in rising order, and the share ended by then, both of shape (n,)."""

    hours: Floats
    ended: Floats


class Durations(NamedTuple):
    """Hours, and whether each ended (or was still running when it was last seen: censored), both of shape (n,)."""

    hours: Floats
    ended: NDArray[np.bool_]


def durations(start: Times, end: Times, last_seen: Times | np.datetime64) -> Durations:
    """Return the hours from start to end, or to when it was last seen where the end is missing or later.

    All of one shape, (n,). Spans without a start are left out; an end before the start counts as zero hours.
    """
    ended = ~np.isnat(end) & (end <= last_seen)
    hours = hours_between(start, np.where(ended, end, last_seen))
    known = ~np.isnan(hours)
    return Durations(np.maximum(hours[known], 0.0), ended[known])


def share_ended(observed: Durations) -> Estimate:
    """Return the hours at which spans ended and the share ended by then, as Kaplan-Meier estimates it."""
    if not observed.hours.size:
        return Estimate(np.empty(0), np.empty(0))
    hours, which = np.unique(observed.hours, return_inverse=True)
    ended = np.bincount(which, weights=observed.ended)
    at_risk = len(observed.hours) - np.searchsorted(np.sort(observed.hours), hours)
    still_running = np.cumprod(1.0 - ended / at_risk, dtype=np.float64)
    return Estimate(hours, 1.0 - still_running)


def quantile(estimate: Estimate, level: float) -> float:
    """Return the shortest time by which the share `level` has ended, in hours.

    Infinite if so many had not ended when they were last seen: the quantile is censored. NaN of nothing.
    """
    if not estimate.hours.size:
        return float("nan")
    reached = np.flatnonzero(estimate.ended >= level - _ROUNDING)
    return float(estimate.hours[reached[0]]) if reached.size else float("inf")
