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
    return _responded_within_day(_of_residents(watched.registered), watched.stop)


@measure("share", "higher")
def responded_within_24h_share_patrol(watched: Watched) -> float:
    """Share of the cases of the window found by patrol and followed for at least 24 hours with a first crew on site
    within 24 hours of registration."""
    cases = watched.registered
    return _responded_within_day(cases.where(cases["source"] == "patrol"), watched.stop)


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


@measure("share", None)
def same_day_duplicates_share(watched: Watched) -> float:
    """Share of residents' reports of issues of the window that came on a day on which the same issue had been reported
    by a resident already."""
    return share(watched.issues["same_day_reports"].sum(), watched.issues["reports"].sum())


@measure("share", None)
def busiest_reporters_share(watched: Watched) -> float:
    """Share of all reports of residents, from the start of the run to the end of the window, made by the busiest 1 % of
    those who had reported by then."""
    return watched.of_district("busiest_share")


@measure("times as often", "higher")
def report_again_after_fix_ratio(watched: Watched) -> float:
    """How many times as often residents whose first report was fixed in time had reported another issue by the end of
    the window as those whose first report was not; of those who first reported 28 days before it or earlier."""
    after = {
        name: share(watched.of_district(f"{name}_again"), watched.of_district(name))
        for name in ("first_fixed", "first_not_fixed")
    }
    return share(after["first_fixed"], after["first_not_fixed"])


def _responded_within_day(cases: Rows, stop: np.datetime64) -> float:
    registered = times(cases, "registered_at")
    followed = hours_between(registered, np.full_like(registered, stop)) >= HOURS_PER_DAY
    in_time = hours_between(registered, times(cases, "responded_at")) <= HOURS_PER_DAY
    return share((in_time & followed).sum(), followed.sum())


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
    responded_within_24h_share_patrol,
    said_solved_share_valid,
    said_solved_share_due,
    satisfied_share_valid,
    satisfied_share_due,
    chased_share,
    mean_trust,
    trust_change_involved,
    same_day_duplicates_share,
    busiest_reporters_share,
    report_again_after_fix_ratio,
)
