"""Hearings before councils and committees: what they settle, who waits for them, and what they take of people."""

import numpy as np

from sim.measures.measure import measure
from sim.measures.rows import Rows
from sim.measures.statistics.survival import durations, quantile, share_ended
from sim.measures.tables import Watched, share, times

BODIES = ("council", "committee")
DAY = np.timedelta64(1, "D")


@measure("share", None)
def contested_settled_share(watched: Watched) -> float:
    """Share of the registered cases of the window about contested issues that a council settled."""
    cases = watched.registered.where(watched.registered["contested"])
    return share((cases["settled_by"].astype(str) == "councils").sum(), len(cases))


def closing_contested(watched: Watched, level: float) -> float:
    """Return the hours from registration within which a share (`level`) of the cases of the window about contested
    issues are closed (Kaplan-Meier)."""
    cases = watched.registered.where(watched.registered["contested"])
    closed = times(cases, "closed_at")
    last = np.fmin(closed, np.full_like(closed, watched.stop))
    return quantile(share_ended(durations(times(cases, "registered_at"), closed, last)), level)


@measure("h", "lower")
def closing_contested_median_h(watched: Watched) -> float:
    """Hours from registration within which half of the cases of the window about contested issues are closed."""
    return closing_contested(watched, 0.5)


@measure("h", "lower")
def closing_contested_p90_h(watched: Watched) -> float:
    """Hours from registration within which nine in ten of the cases of the window about contested issues are
    closed."""
    return closing_contested(watched, 0.9)


@measure("cases", "lower")
def waiting_for_hearings_end(watched: Watched) -> float:
    """Number of cases that wait for a session of a council or a committee when the window closes."""
    return float(watched.stations["queue_end"][watched.stations["kind"].isin(BODIES)].sum())


@measure("h", "lower")
def council_h_per_settlement(watched: Watched) -> float:
    """Hours of all who sit in councils in the window, over the cases of the window that a council settled."""
    return share(watched.organisation.council_h_per_week * watched.weeks, _settled(watched, "councils"))


@measure("share", None)
def unclear_decided_share(watched: Watched) -> float:
    """Share of the registered cases of the window about unclear issues of one unit that a committee decided."""
    return share(_settled(watched, "committees"), len(_unclear(watched)))


@measure("returns per case", "lower")
def returns_per_unclear_case(watched: Watched) -> float:
    """Number of returns over that of cases: the registered cases of the window about unclear issues of one unit."""
    cases = _unclear(watched)
    return share(cases["returns"].sum(), len(cases))


@measure("days", "lower")
def orphan_days_per_unclear_case(watched: Watched) -> float:
    """Days from registration to the first acceptance, or to the end of the run, of the cases of the window about
    unclear issues of one unit, in the mean."""
    cases = _unclear(watched)
    accepted = times(cases, "accepted_at")
    until = np.where(np.isnat(accepted), watched.stop, accepted)
    return share(((until - times(cases, "registered_at")) / DAY).sum(), len(cases))


@measure("h", "lower")
def committee_h_per_decision(watched: Watched) -> float:
    """Hours of all members of committees in their meetings of the window, over the cases of the window that a committee
    decided."""
    return share(watched.organisation.committee_h_per_week * watched.weeks, _settled(watched, "committees"))


def _settled(watched: Watched, section: str) -> int:
    return int((watched.registered["settled_by"].astype(str) == section).sum())


def _unclear(watched: Watched) -> Rows:
    cases = watched.registered
    return cases.where(cases["unclear"] & ~cases["joint"].astype(bool) & (cases["level"].astype(str) != "spot"))


MEASURES = (
    contested_settled_share,
    closing_contested_median_h,
    closing_contested_p90_h,
    waiting_for_hearings_end,
    council_h_per_settlement,
    unclear_decided_share,
    returns_per_unclear_case,
    orphan_days_per_unclear_case,
    committee_h_per_decision,
)
