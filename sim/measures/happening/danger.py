"""Dangers and emergencies, told apart: who is on site in time, and what is dangerous without being an emergency.

An issue is dangerous if the world says that it endangers life; an emergency is an issue that is dangerous, or whose
hazard is of the class of emergencies (`urgency: emergency`). Time runs from the first report or find. An issue that was
over before anybody came is safe from then on; otherwise it is safe when a case tells so (`safe_at`), which is no
repair, or with the first crew on site in scenarios where making safe is no step apart.
"""

from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.measures.measure import Measure, measure
from sim.measures.office import Times
from sim.measures.rows import Rows
from sim.measures.tables import Watched, share, times

LIMITS = {"30min": np.timedelta64(30, "m"), "2h": np.timedelta64(2, "h")}
"""Times from the report within which somebody has to be on site (Pinggu 2017: 30 minutes; Beijing 12345: 2 hours)."""
_IDENTITY = ["root", "generation"]


@measure("share", "lower")
def dangerous_not_safe_2h_share(watched: Watched) -> float:
    """Share of the dangerous issues of the window that were reported or found, and followed for 2 hours from then, that
    were neither over nor made safe within these 2 hours."""
    apart = watched.every_case["safe_at"].notna().any()
    return 1.0 - _within(watched, _dangerous(watched), LIMITS["2h"], "safe_at" if apart else "arrived_at")


@measure("share", "lower")
def dangerous_never_on_file_share(watched: Watched) -> float:
    """Share of the dangerous issues of the window that nobody had found or reported by the end of the run."""
    dangerous = _dangerous(watched)
    return share(dangerous["detected_at"].isna().sum(), len(dangerous))


@measure("share", None)
def dangerous_no_emergency_share(watched: Watched) -> float:
    """Share of the dangerous issues of the window whose hazard is not of the class of emergencies."""
    dangerous = _dangerous(watched)
    ours = dangerous["hazard"].isin(watched.organisation.emergencies)
    return share((~ours).sum(), len(dangerous))


@measure("share", "higher")
def joint_emergency_complete_30min_share(watched: Watched) -> float:
    """Share of the whistled emergency cases of the window that truly need several departments, of those followed for
    30 minutes from the first whistle, with all departments on site within these."""
    cases = watched.registered
    cases = cases.where(cases["joint"] & cases["whistled_at"].notna())
    cases = cases.where(_about_emergency(watched, cases))
    whistled = times(cases, "whistled_at")
    followed = whistled <= watched.stop - LIMITS["30min"]
    in_time = times(cases, "assembled_at") - whistled <= LIMITS["30min"]
    return share((followed & in_time).sum(), followed.sum())


def emergencies(watched: Watched) -> Rows:
    """Return the emergencies of the window: dangerous issues, and those of hazards of the class of emergencies."""
    issues = watched.issues
    return issues.where(issues["dangerous"] | issues["hazard"].isin(watched.organisation.emergencies))


def first_of_cases(watched: Watched, issues: Rows, moment: str) -> Times:
    """Return for each of these issues the first time in a column of the cases about it, shape (n,), NaT where none is.

    Times are moments to the ms, without a unit.
    """
    cases = watched.every_case
    about = cases.where(cases["root"].isin(issues["root"]) & cases[moment].notna())
    first = about.frame(*_IDENTITY, moment).groupby(_IDENTITY)[moment].min()
    found = first.reindex(pd.MultiIndex.from_frame(issues.frame(*_IDENTITY)))
    return found.to_numpy(dtype="datetime64[ms]")


def _dangerous(watched: Watched) -> Rows:
    return watched.issues.where(watched.issues["dangerous"])


def _within(watched: Watched, issues: Rows, limit: np.timedelta64, moment: str) -> float:
    reported = times(issues, "detected_at")
    issues = issues.where(reported <= watched.stop - limit)  # a missing report is no such
    reported = times(issues, "detected_at")
    came = np.fmin(first_of_cases(watched, issues, moment), times(issues, "ended_at"))
    return share((came - reported <= limit).sum(), len(issues))


def _about_emergency(watched: Watched, cases: Rows) -> NDArray[np.bool_]:
    """Return of each case whether its issue is an emergency."""
    issues = watched.real_issues
    dangerous = pd.MultiIndex.from_frame(issues.where(issues["dangerous"]).frame(*_IDENTITY))
    by_class = cases["hazard"].isin(watched.organisation.emergencies).to_numpy(dtype=bool)
    about: NDArray[np.bool_] = by_class | pd.MultiIndex.from_frame(cases.frame(*_IDENTITY)).isin(dangerous)
    return about


def _on_site_measure(name: str) -> Measure:
    function = partial(_of_emergencies, limit=LIMITS[name])
    return Measure(f"emergency_on_site_{name}_share", "share", "higher", function)


def _of_emergencies(watched: Watched, limit: np.timedelta64) -> float:
    """Share of the emergencies of the window that were reported or found, and followed so long from then, that had a
    crew on site or were over within a time."""
    return _within(watched, emergencies(watched), limit, "arrived_at")


MEASURES = (
    dangerous_not_safe_2h_share,
    *(_on_site_measure(name) for name in LIMITS),
    joint_emergency_complete_30min_share,
    dangerous_never_on_file_share,
    dangerous_no_emergency_share,
)
