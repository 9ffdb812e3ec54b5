"""What residents get to hear, what they say, and whether they trust: the three rates, each with two
denominators."""

import numpy as np

from sim.measures.measure import measure
from sim.measures.rows import Rows
from sim.measures.tables import HOURS_PER_DAY, Watched, hours_between, share, times


@measure("share", "higher")
def responded_within_24h_share(watched: Watched) -> float:
    """Share of the residents' cases of the window followed for at least 24 hours with a first response within
    24 hours of registration (a usual limit)."""
    cases = _of_residents(watched.registered)
    registered = times(cases, "registered_at")
    followed = hours_between(registered, np.full_like(registered, watched.stop)) >= HOURS_PER_DAY
    in_time = hours_between(registered, times(cases, "responded_at")) <= HOURS_PER_DAY
    return share((in_time & followed).sum(), followed.sum())


@measure("share", "higher")
def said_solved_share_valid(watched: Watched) -> float:
    """Share of the residents' cases of the window with a valid call-back that were said to be solved in the
    last one."""
    return _answered(watched, "said_solved")


@measure("share", "higher")
def said_solved_share_due(watched: Watched) -> float:
    """Share of the residents' cases of the window whose limit has passed that were said to be solved in the
    last valid call-back."""
    return _of_due(watched, "said_solved")


@measure("share", "higher")
def satisfied_share_valid(watched: Watched) -> float:
    """Share of the residents' cases of the window with a valid call-back whose reporter was satisfied in the
    last one."""
    return _answered(watched, "satisfied")


@measure("share", "higher")
def satisfied_share_due(watched: Watched) -> float:
    """Share of the residents' cases of the window whose limit has passed and whose reporter was satisfied in
    the last valid call-back."""
    return _of_due(watched, "satisfied")


@measure("share", "lower")
def chased_share(watched: Watched) -> float:
    """Share of the residents' cases of the window that the reporter chased at least once."""
    cases = _of_residents(watched.registered)
    return share((cases["chased"] > 0).sum(), len(cases))


@measure("trust (0 to 1)", "higher")
def mean_trust(watched: Watched) -> float:
    """Mean trust, 0 to 1, of all residents when the window closed; those never involved count with their mean
    at the start."""
    return watched.of_district("mean_trust")


@measure("trust (0 to 1)", "higher")
def trust_change_involved(watched: Watched) -> float:
    """Mean trust, 0 to 1, of the residents who had reported by the end of the window, then less at the start
    of the run."""
    return watched.of_district("trust_end") - watched.of_district("trust_start")


def _of_residents(cases: Rows) -> Rows:
    return cases.where(cases["source"] == "resident")


def _answered(watched: Watched, answer: str) -> float:
    cases = _of_residents(watched.registered)
    reached = cases.where(cases["called_back"])
    return share(reached[answer].sum(), len(reached))


def _of_due(watched: Watched, answer: str) -> float:
    due = _of_residents(watched.due)
    return share((due["called_back"] & due[answer]).sum(), len(due))


MEASURES = (
    responded_within_24h_share,
    said_solved_share_valid,
    said_solved_share_due,
    satisfied_share_valid,
    satisfied_share_due,
    chased_share,
    mean_trust,
    trust_change_involved,
)
