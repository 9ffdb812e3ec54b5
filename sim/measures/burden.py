"""What residents live with, told by issues alone: closing files does not change it."""

import numpy as np

from sim.measures.measure import measure
from sim.measures.tables import HOURS_PER_DAY, Watched, hours_between, share, times


@measure("weighted days per 1,000 residents and week", "lower")
def severity_days_open(watched: Watched) -> float:
    """Days that issues were open in the window, weighted by severity, per 1,000 residents and week;
    issues that occurred before the window count with their days in it."""
    issues = watched.real_issues
    days = watched.overlap_days(times(issues, "occurred_at"), times(issues, "ended_at"))
    weighted = float(np.dot(days, issues["severity"].to_numpy(dtype=np.float64)))
    return share(weighted, watched.of_district("residents") / 1_000 * watched.weeks)


@measure("share", "lower")
def dangerous_open_after_24h(watched: Watched) -> float:
    """Share of the dangerous issues of the window followed for at least 24 hours that were open for more than
    24 hours."""
    issues = watched.issues.where(watched.issues["dangerous"])
    occurred, ended = times(issues, "occurred_at"), times(issues, "ended_at")
    followed = hours_between(occurred, np.full_like(occurred, watched.stop)) >= HOURS_PER_DAY
    ended_soon = hours_between(occurred, ended) <= HOURS_PER_DAY
    return share((followed & ~ended_soon).sum(), followed.sum())


@measure("share", "lower")
def never_reported_share(watched: Watched) -> float:
    """Share of the issues of the window that nobody had found or reported by the end of the run."""
    return share(watched.issues["detected_at"].isna().sum(), len(watched.issues))


@measure("share", "lower")
def never_on_file_severity_share(watched: Watched) -> float:
    """Share of the severity-weighted days that issues of the window were open, up to the end of the run, that is of
    issues which nobody had found or reported by then."""
    issues = watched.issues
    occurred, ended = times(issues, "occurred_at"), times(issues, "ended_at")
    open_h = hours_between(occurred, np.where(np.isnat(ended), watched.stop, ended))
    weight = open_h * issues["severity"].to_numpy(dtype=np.float64)
    return share(weight[issues["detected_at"].isna().to_numpy(dtype=bool)].sum(), weight.sum())


@measure("issues", "lower")
def stock_undetected(watched: Watched) -> float:
    """Time average over the window of the number of issues that are open and neither found nor reported."""
    issues = watched.real_issues
    known, ended = times(issues, "detected_at"), times(issues, "ended_at")
    hidden_until = np.fmin(known, ended)
    return share(watched.overlap_days(times(issues, "occurred_at"), hidden_until).sum(), watched.days)


@measure("share", "higher")
def truly_fixed_issues_share(watched: Watched) -> float:
    """Share of the issues of the window that somebody had truly fixed by the end of the run."""
    return share((watched.issues["state"] == "fixed").sum(), len(watched.issues))


@measure("share", "lower")
def recurrence_share(watched: Watched) -> float:
    """Share of the issues of the window that are recurrences of an earlier one."""
    return share((watched.issues["generation"] > 0).sum(), len(watched.issues))


MEASURES = (
    severity_days_open,
    dangerous_open_after_24h,
    never_reported_share,
    never_on_file_severity_share,
    stock_undetected,
    truly_fixed_issues_share,
    recurrence_share,
)
