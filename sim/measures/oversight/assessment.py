"""What is reported against what is true, and what assessment makes of it: closing at the limit, on paper, silence."""

import numpy as np

from sim.measures.measure import measure
from sim.measures.tables import Watched, hours_between, share, times

LAST_PART = 0.05
"""The last part of a time limit (a share of it) in which closings are counted as close to it."""


@measure("share", "higher")
def said_in_time_share_due(watched: Watched) -> float:
    """Share of the cases of the window whose limit has passed that were first claimed done within it, whatever came of
    the claim."""
    due = watched.due
    return share((due["claimed_at"].notna() & ~due["said_late"]).sum(), len(due))


@measure("share", "higher")
def truly_in_time_share_due(watched: Watched) -> float:
    """Share of the cases of the window whose limit has passed that were last claimed done within it and closed with
    the issue truly fixed or gone."""
    due = watched.due
    return share((due["on_time"] & due["outcome"].isin(("fixed", "found_gone"))).sum(), len(due))


@measure("share", "higher")
def true_when_said_share(watched: Watched) -> float:
    """Share of the cases of the window claimed done at least once whose issue was truly fixed or gone at the first
    claim."""
    cases = watched.registered
    said = cases["claimed_at"].notna()
    return share((said & ~cases["said_untrue"]).sum(), said.sum())


@measure("share", "lower")
def reported_minus_true_in_time(watched: Watched) -> float:
    """Share of the cases of the window whose limit has passed that were first claimed done within it, less the share
    truly done within it."""
    return said_in_time_share_due(watched) - truly_in_time_share_due(watched)


@measure("share", None)
def closing_at_limit_share(watched: Watched) -> float:
    """Share of the cases of the window claimed done within their limit that were so in the last 5 % of it."""
    cases = watched.registered
    allowed = hours_between(times(cases, "registered_at"), times(cases, "due_at"))
    left = hours_between(times(cases, "claimed_at"), times(cases, "due_at"))
    in_time = np.nan_to_num(left, nan=-1.0) >= 0.0
    late = np.zeros(len(cases), dtype=bool)
    late[in_time] = left[in_time] <= LAST_PART * allowed[in_time]
    return share(late.sum(), in_time.sum())


@measure("share", "lower")
def paper_closing_share(watched: Watched) -> float:
    """Share of the cases of the window claimed done at least once that were claimed done at a limit though nobody was
    on the way to them."""
    cases = watched.registered
    return share(cases["on_paper"].sum(), cases["claimed_at"].notna().sum())


@measure("share", "lower")
def seen_not_booked_share(watched: Watched) -> float:
    """Share of what patrols saw of the issues of the window, as often as they saw it, that they did not book."""
    passed_by = int(watched.issues["passed_by"].sum())
    return share(passed_by, passed_by + int((watched.cases["source"] == "patrol").sum()))


MEASURES = (
    said_in_time_share_due,
    truly_in_time_share_due,
    reported_minus_true_in_time,
    true_when_said_share,
    closing_at_limit_share,
    paper_closing_share,
    seen_not_booked_share,
)
