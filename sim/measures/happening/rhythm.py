"""When things are reported and found: by day, and by hour of the day."""

import math

import numpy as np

from sim.measures.measure import measure
from sim.measures.office import Floats
from sim.measures.tables import Watched, times

HOURS = 24
NIGHT, MORNING = (22, 23, 0, 1), (8, 9, 10, 11)
"""Hours of the day, each from its full hour on."""


@measure("coefficient of variation", None)
def day_variation_reports(watched: Watched) -> float:
    """Coefficient of variation of residents' cases from one working day of the window to the next, beyond what chance
    would give were all days alike: the root of (half the mean square of successive differences - mean), or 0, over the
    mean. NaN with fewer than two working days or no case.

    Successive differences leave slow seasons out (von Neumann 1941, Ann. Math. Stat. 12); what is taken off is the
    variance of a Poisson number, so that districts of unlike size can be compared.
    """
    counts = _by_working_day(watched)
    if len(counts) < 2 or not counts.sum():
        return math.nan
    mean = float(counts.mean())
    between_days = float((np.diff(counts) ** 2).mean()) / 2
    return math.sqrt(max(between_days - mean, 0.0)) / mean


@measure("share", None)
def largest_hour_share_reports(watched: Watched) -> float:
    """Share of residents' cases of the window that were reported in the hour of the day in which most were."""
    return _largest(by_hour(watched, "resident"))


@measure("share", None)
def largest_hour_share_finds(watched: Watched) -> float:
    """Share of patrol's finds of the window that were made in the hour of the day in which most were."""
    return _largest(by_hour(watched, "patrol"))


@measure("share", None)
def reports_night_share(watched: Watched) -> float:
    """Share of residents' cases of the window that were reported between 22:00 and 02:00."""
    return float(by_hour(watched, "resident")[list(NIGHT)].sum())


@measure("share", None)
def reports_morning_share(watched: Watched) -> float:
    """Share of residents' cases of the window that were reported between 08:00 and 12:00."""
    return float(by_hour(watched, "resident")[list(MORNING)].sum())


def by_hour(watched: Watched, source: str) -> Floats:
    """Return the share of the cases of the window from a source that was reported or found in each hour of the day,
    shape (24,); NaN without any."""
    at = times(watched.cases.where(watched.cases["source"] == source), "reported_at")
    hour = (at - at.astype("datetime64[D]")) // np.timedelta64(1, "h")
    counts = np.bincount(hour.astype(np.int64), minlength=HOURS)
    return counts / counts.sum() if len(at) else np.full(HOURS, np.nan)


def _largest(shares: Floats) -> float:
    return float(shares.max())


def _by_working_day(watched: Watched) -> Floats:
    """Return the number of residents' cases on each working day of the office in the window, shape (days,)."""
    opens = np.unique(watched.office.intervals[:, 0].astype("datetime64[D]"))
    days = opens[(opens >= watched.start) & (opens < watched.end)]
    at = times(watched.cases.where(watched.cases["source"] == "resident"), "reported_at").astype("datetime64[D]")
    reported, counts = np.unique(at, return_counts=True)
    found = dict(zip(reported.tolist(), counts.tolist(), strict=True))
    return np.array([found.get(day, 0) for day in days.tolist()], dtype=np.float64)


MEASURES = (
    day_variation_reports,
    largest_hour_share_reports,
    largest_hour_share_finds,
    reports_night_share,
    reports_morning_share,
)
