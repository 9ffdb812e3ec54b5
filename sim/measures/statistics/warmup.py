"""Whether the warm-up was long enough: MSER-5 on the state of the district from the start of the run to its end.

MSER-5 cuts the beginning so that the mean of the rest is known best: it minimises the squared standard error of batch
means over the batches to be cut (White 1997, Simulation 69; White, Cobb and Spratt 2000, Proc. Winter Simulation
Conf., with batches of five). Here five observations make a week, so the rhythm of the week falls out of the batches.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.measures.office import Floats, Times
from sim.measures.tables import DAYS_PER_WEEK, Tables, Watched, times

BATCH = 5
STEP = np.timedelta64(7, "D").astype("timedelta64[ms]") // BATCH
DAY = np.timedelta64(1, "D")
SEASON_DAYS = 182.0
"""Days; in longer runs the seasons move the state more than the start does, and MSER-5 would cut at a season."""

STATES = ("unseen", "open_cases")
"""What is watched: open issues that nobody knows of, and open registered cases."""


COLUMNS = {
    "issues": ("replication", "state", "occurred_at", "detected_at", "ended_at"),
    "cases": ("replication", "state", "channel", "asked_at", "registered_at", "closed_at"),
    "stations": ("replication",),
    "district": ("replication", "followed_to"),
}
"""Columns of the tables that `states` looks at."""


class Settled(NamedTuple):
    """The part of a run to cut, in days from its start, by state; None if it did not settle in the first half."""

    unseen: float | None
    open_cases: float | None

    def longest(self) -> float | None:
        """Return the longer of the two."""
        return None if self.unseen is None or self.open_cases is None else max(self.unseen, self.open_cases)

    def beyond(self, days: float) -> bool:
        """Say whether a warm-up of so many days is certainly too short."""
        longest = self.longest()
        return longest is not None and longest > days


def states(tables: Tables, start: np.datetime64) -> pd.DataFrame:
    """Return the STATES five times a week from `start` to the end of the run, means over the replications.

    Columns: day (from the start), unseen, open_cases.
    """
    runs = list(tables.replications())
    at: Times = np.arange(start.astype("datetime64[ms]"), runs[0].stop, STEP)
    counts = np.mean([[_unseen(run, at), _open_cases(run, at)] for run in runs], axis=0)
    return pd.DataFrame({"day": (at - at[0]) / DAY, **dict(zip(STATES, counts, strict=True))})


def settled(series: pd.DataFrame) -> Settled:
    """Return what MSER-5 would cut of the `states` of a run; nothing can be said of one that goes through seasons."""
    if goes_through_seasons(series["day"].iloc[-1]):
        return Settled(None, None)
    cuts = (truncated(series[name].to_numpy(dtype=np.float64)) for name in STATES)
    return Settled(*(None if cut is None else cut * DAYS_PER_WEEK for cut in cuts))


def goes_through_seasons(days: float) -> bool:
    """Say whether a run of so many days is too long for its warm-up to be judged."""
    return days > SEASON_DAYS


def truncated(values: Floats) -> int | None:
    """Return how many batches of five MSER-5 cuts from the front of a series of shape (n,), None if
    more than the first half."""
    batches = values[: len(values) // BATCH * BATCH].reshape(-1, BATCH).mean(axis=1)
    most = len(batches) // 2
    if most == 0:
        return None
    errors = [float(batches[cut:].var()) / (len(batches) - cut) for cut in range(most + 1)]
    best = int(np.argmin(errors))
    return best if best < most else None


def _unseen(run: Watched, at: Times) -> NDArray[np.int64]:
    issues = run.real_issues
    known = np.fmin(times(issues, "detected_at"), times(issues, "ended_at"))
    return _between(times(issues, "occurred_at"), known, at)


def _open_cases(run: Watched, at: Times) -> NDArray[np.int64]:
    cases = run.every_registered
    return _between(times(cases, "registered_at"), times(cases, "closed_at"), at)


def _between(begin: Times, end: Times, at: Times) -> NDArray[np.int64]:
    """Return how many spans are open at each moment; a missing end is after all of them."""
    ended = np.sort(end[~np.isnat(end)])
    begun = np.searchsorted(np.sort(begin), at, side="right")
    return (begun - np.searchsorted(ended, at, side="right")).astype(np.int64)
