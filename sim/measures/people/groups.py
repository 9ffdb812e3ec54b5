"""How groups of residents fare beside the others: what is never on file, how soon they are contacted, who petitions."""

import numpy as np

from sim.measures.measure import measure
from sim.measures.people.zones import unknown_share
from sim.measures.rows import Rows
from sim.measures.tables import HOURS_PER_DAY, Watched, hours_between, share, times

PEOPLE = 1_000
"""Number of members by whom petitions are counted."""


@measure("share", "lower")
def never_reported_share_groups(watched: Watched) -> float:
    """Share of the issues of the window at homes of members of groups that nobody found or reported."""
    return unknown_share(_of_groups(watched.issues))


@measure("share", "lower")
def never_reported_gap_groups(watched: Watched) -> float:
    """Share of the issues of the window that nobody found or reported, at homes of members less at homes of others; of
    the hazards that befell both."""
    members, others = _of_groups(watched.issues), _of_others(watched.issues)
    both = set(members["hazard"].astype(str)) & set(others["hazard"].astype(str))
    return unknown_share(_of_hazards(members, both)) - unknown_share(_of_hazards(others, both))


@measure("d", "lower")
def contact_mean_d_groups(watched: Watched) -> float:
    """Mean days from the report or find to the first response, of the registered cases of the window at homes of
    members; without a response to the closing, or to the end of the run."""
    return _mean_d(watched, _of_groups(watched.registered), "responded_at")


@measure("d", "lower")
def contact_gap_d_groups(watched: Watched) -> float:
    """Mean days from the report or find to the first response, of the registered requests of the window at homes of
    members less of all other requests."""
    requests = watched.registered.where(watched.registered["stream"] == "request")
    of_members, of_others = _of_groups(requests), _of_others(requests)
    return _mean_d(watched, of_members, "responded_at") - _mean_d(watched, of_others, "responded_at")


@measure("d", "lower")
def closing_mean_d_groups(watched: Watched) -> float:
    """Mean days from the report or find to closing, of the registered cases of the window at homes of members; those
    open up to the end of the run."""
    return _mean_d(watched, _of_groups(watched.registered), "closed_at")


@measure("per 1,000 members and year", "lower")
def petitions_per_1000_members(watched: Watched) -> float:
    """Petitions about cases of the window at homes of members of groups, a year, per 1,000 members."""
    return _petitions(watched, _of_groups(watched.cases), watched.of_district("members"))


@measure("per 1,000 members and year", "lower")
def petitions_gap_groups(watched: Watched) -> float:
    """Petitions about cases of the window, a year, at homes of members per 1,000 of them, less all others per 1,000
    other residents."""
    members = watched.of_district("members")
    others = watched.of_district("residents") - members
    of_others = _petitions(watched, _of_others(watched.cases), others)
    return _petitions(watched, _of_groups(watched.cases), members) - of_others


def _of_groups(rows: Rows) -> Rows:
    return rows.where(rows["group"].astype(str) != "")


def _of_others(rows: Rows) -> Rows:
    return rows.where(rows["group"].astype(str) == "")


def _of_hazards(issues: Rows, hazards: set[str]) -> Rows:
    return issues.where(issues["hazard"].astype(str).isin(hazards))


def _mean_d(watched: Watched, cases: Rows, until: str) -> float:
    ended, closed = times(cases, until), times(cases, "closed_at")
    last = np.fmin(np.where(np.isnat(ended), closed, ended), np.full_like(ended, watched.stop))
    hours = hours_between(times(cases, "reported_at"), last)
    return float(hours.mean()) / HOURS_PER_DAY if hours.size else float("nan")


def _petitions(watched: Watched, cases: Rows, people: float) -> float:
    petitioned = cases.where(cases["petitioned"])
    return share(watched.per_year(petitioned["hazard"]), people / PEOPLE)


MEASURES = (
    never_reported_share_groups,
    never_reported_gap_groups,
    contact_mean_d_groups,
    contact_gap_d_groups,
    closing_mean_d_groups,
    petitions_per_1000_members,
    petitions_gap_groups,
)
