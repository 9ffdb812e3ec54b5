"""Whistles: how often departments are called together, and how soon they come."""

import numpy as np

from sim.measures.measure import measure
from sim.measures.rows import Rows
from sim.measures.statistics.survival import Durations, durations, quantile, share_ended
from sim.measures.tables import Watched, share, times


@measure("per 1,000 cases", None)
def whistles_per_1000_cases(watched: Watched) -> float:
    """Whistles blown for the registered cases of the window, repeats included, per 1,000 of these cases."""
    return 1_000 * share(watched.registered["whistles"].sum(), len(watched.registered))


@measure("h", "lower")
def whistle_signed_median_h(watched: Watched) -> float:
    """Hours from the first whistle within which half of the whistled cases of the observation period had been signed
    for by all departments (Kaplan-Meier, the others censored; none if not reached)."""
    cases = _whistled(watched)
    begin = times(cases, "whistled_at")
    return quantile(share_ended(durations(begin, times(cases, "signed_at"), np.full_like(begin, watched.stop))), 0.5)


@measure("h", "lower")
def joint_arrival_median_h(watched: Watched) -> float:
    """Hours from the first whistle within which half of the whistled cases of the window had all
    departments on site (Kaplan-Meier, the others censored; none if not reached)."""
    return quantile(share_ended(_joint_arrival(watched)), 0.5)


@measure("h", "lower")
def joint_arrival_p90_h(watched: Watched) -> float:
    """Hours from the first whistle within which nine in ten of the whistled cases of the window had all
    departments on site (Kaplan-Meier, the others censored; none if not reached)."""
    return quantile(share_ended(_joint_arrival(watched)), 0.9)


@measure("h", "lower")
def closing_joint_median_h(watched: Watched) -> float:
    """Hours from registration within which half of the cases of the window that truly need several departments
    were closed, however they were brought together (Kaplan-Meier, the others censored; none if not reached)."""
    return quantile(share_ended(_joint_closing(watched)), 0.5)


@measure("share", "higher")
def closed_joint_share(watched: Watched) -> float:
    """Share of the cases of the window that truly need several departments that are closed when the follow-up ends."""
    cases = watched.registered.where(watched.registered["joint"])
    return share((cases["state"] == "closed").sum(), len(cases))


@measure("share", "higher")
def assembled_in_time_share(watched: Watched) -> float:
    """Share of the whistled cases of the window with all departments on site within the limit."""
    whistled = _whistled(watched)
    in_time = whistled["assembled_at"].notna() & ~whistled["assembled_late"]
    return share(in_time.sum(), len(whistled))


def _whistled(watched: Watched) -> Rows:
    return watched.registered.where(watched.registered["whistled_at"].notna())


def _joint_closing(watched: Watched) -> Durations:
    cases = watched.registered.where(watched.registered["joint"])
    begin = times(cases, "registered_at")
    return durations(begin, times(cases, "closed_at"), np.full_like(begin, watched.stop))


def _joint_arrival(watched: Watched) -> Durations:
    cases = _whistled(watched)
    closed = times(cases, "closed_at")
    last_seen = np.fmin(closed, np.full_like(closed, watched.stop))
    return durations(times(cases, "whistled_at"), times(cases, "assembled_at"), last_seen)


MEASURES = (
    whistles_per_1000_cases,
    whistle_signed_median_h,
    joint_arrival_median_h,
    joint_arrival_p90_h,
    assembled_in_time_share,
    closing_joint_median_h,
    closed_joint_share,
)
