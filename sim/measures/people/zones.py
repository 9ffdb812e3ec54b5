"""How zones fare: what nobody finds or reports in markets, parks and villages, beside what lies in no zone."""

import numpy as np

from sim.measures.measure import measure
from sim.measures.rows import Rows
from sim.measures.tables import Watched, share


@measure("share", "lower")
def never_reported_share_zones(watched: Watched) -> float:
    """Share of the issues of the window in zones that nobody found or reported."""
    return unknown_share(watched.issues.where(watched.issues["zone"].astype(str) != ""))


@measure("share", "lower")
def never_reported_share_no_zone(watched: Watched) -> float:
    """Share of the issues of the window in no zone that nobody found or reported."""
    return unknown_share(watched.issues.where(watched.issues["zone"].astype(str) == ""))


@measure("share", "lower")
def never_reported_spread_zones(watched: Watched) -> float:
    """Share of the issues of the window that nobody found or reported, in the zone where it is highest less that where
    it is lowest; what lies in no zone counts as one."""
    issues = watched.issues
    zone, number = np.unique(issues["zone"].astype(str), return_inverse=True)
    if not (zone != "").any():
        return float("nan")
    there = np.bincount(number)
    unknown = np.bincount(number, weights=issues["detected_at"].isna()) / there
    return float(unknown.max() - unknown.min())


def unknown_share(issues: Rows) -> float:
    """Return the share of some issues that nobody found or reported; NaN of none."""
    return share(issues["detected_at"].isna().sum(), len(issues))


MEASURES = (never_reported_share_zones, never_reported_share_no_zone, never_reported_spread_zones)
