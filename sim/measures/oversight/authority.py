"""Who acts: what is taken over from the units that it falls to, and how unevenly streets keep limits."""

import numpy as np

from sim.measures.measure import measure
from sim.measures.tables import Watched, share, times


@measure("share", None)
def taken_over_share(watched: Watched) -> float:
    """Share of the registered cases of the window that another unit than the one they fall to took over, or took a part
    in for others."""
    cases = watched.registered
    return share((cases["moved_by"].astype(str) != "").sum(), len(cases))


@measure("share", "lower")
def passed_on_share(watched: Watched) -> float:
    """Share of the registered cases of the window taken over that went on to the unit they fall to, being beyond those
    who took them over."""
    cases = watched.registered
    return share(cases["passed_on"].sum(), (cases["moved_by"].astype(str) != "").sum())


@measure("share", None)
def joint_without_whistle_share(watched: Watched) -> float:
    """Share of the cases of the window that truly need several departments, closed at the end of the run, for which
    none was whistled for."""
    cases = watched.closed.where(watched.closed["joint"].astype(bool))
    return share((cases["whistles"] == 0).sum(), len(cases))


@measure("share", "lower")
def on_time_between_streets(watched: Watched) -> float:
    """Share of the due cases of the window closed on time in the best street less that in the worst one; streets
    without a due case are left out."""
    due = watched.due
    street = due["street"].to_numpy(dtype=np.int64)
    count = np.bincount(street)
    kept = np.bincount(street, weights=due["on_time"].to_numpy(dtype=np.float64))
    shares = kept[count > 0] / count[count > 0]
    return float(shares.max() - shares.min()) if len(shares) else float("nan")


@measure("per year", None)
def recurrences_prevented_per_year(watched: Watched) -> float:
    """Recurrences that would have come in the window but for a repair of their cause, a year."""
    issues = watched.every_issue
    at = times(issues, "occurred_at")
    spared = (issues["state"] == "prevented") & (issues["generation"] > 0)
    spared &= (at >= watched.start) & (at < watched.end)
    return watched.per_year(issues.where(spared)["hazard"])


MEASURES = (
    taken_over_share,
    passed_on_share,
    joint_without_whistle_share,
    on_time_between_streets,
    recurrences_prevented_per_year,
)
