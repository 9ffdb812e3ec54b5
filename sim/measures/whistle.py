"""Whistles: how often departments are called together, and how soon they come; those of one department apart."""

from functools import partial

import numpy as np

from sim.measures.duration import LEVELS
from sim.measures.measure import Measure, measure
from sim.measures.rows import Rows
from sim.measures.statistics.survival import Durations, durations, quantile, share_ended
from sim.measures.tables import Watched, share, times

SINCE = {"": "whistled_at", "_registered": "registered_at"}
"""What joint arrival is counted from, by what the names of its measures gain."""


@measure("per 1,000 cases", None)
def whistles_per_1000_cases(watched: Watched) -> float:
    """Whistles blown for the registered cases of the window, repeats included, per 1,000 of these cases."""
    return 1_000 * share(watched.registered["whistles"].sum(), len(watched.registered))


@measure("h", "lower")
def whistle_signed_median_h(watched: Watched) -> float:
    """Hours from the first whistle within which half of the whistled cases of the window that truly need several
    departments had been signed for by all of them (Kaplan-Meier, the others censored; none if not reached)."""
    cases = _whistled(watched)
    begin = times(cases, "whistled_at")
    return quantile(share_ended(durations(begin, times(cases, "signed_at"), np.full_like(begin, watched.stop))), 0.5)


@measure("h", "lower")
def single_arrival_median_h(watched: Watched) -> float:
    """Hours from the first whistle within which half of the whistled cases of the window that truly need one department
    had it on site (Kaplan-Meier, the others censored; none if not reached)."""
    return quantile(share_ended(_arrival(watched, _whistled(watched, joint=False), "whistled_at")), 0.5)


@measure("share", None)
def single_whistle_share(watched: Watched) -> float:
    """Share of the whistled cases of the window that truly need one department only."""
    return share(len(_whistled(watched, joint=False)), (watched.registered["whistles"] > 0).sum())


@measure("share", None)
def three_whistles_share(watched: Watched) -> float:
    """Share of the whistled cases of the window that truly need several departments for which three whistles or more
    were blown."""
    whistles = _whistled(watched)["whistles"]
    return share((whistles >= 3).sum(), len(whistles))


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
def truly_resolved_joint_share(watched: Watched) -> float:
    """Share of the cases of the window that truly need several departments that are closed with their issue truly fixed
    or gone."""
    cases = watched.registered.where(watched.registered["joint"])
    return share(cases["outcome"].isin(("fixed", "found_gone")).sum(), len(cases))


@measure("share", "higher")
def assembled_in_time_share(watched: Watched) -> float:
    """Share of the whistled cases of the window that truly need several departments with all of them on site within the
    limit."""
    return _in_time(_whistled(watched))


@measure("share", "higher")
def assembled_in_time_single_share(watched: Watched) -> float:
    """Share of the whistled cases of the window that truly need one department with it on site within the limit."""
    return _in_time(_whistled(watched, joint=False))


def _in_time(whistled: Rows) -> float:
    in_time = whistled["assembled_at"].notna() & ~whistled["assembled_late"]
    return share(in_time.sum(), len(whistled))


def _whistled(watched: Watched, *, joint: bool = True) -> Rows:
    """Whistled cases of the window that truly need several departments, or that need one."""
    cases = watched.registered
    return cases.where(cases["whistled_at"].notna() & (cases["joint"] == joint))


def _joint_closing(watched: Watched) -> Durations:
    cases = watched.registered.where(watched.registered["joint"])
    begin = times(cases, "registered_at")
    return durations(begin, times(cases, "closed_at"), np.full_like(begin, watched.stop))


def _arrival(watched: Watched, cases: Rows, since: str) -> Durations:
    """Hours from a moment of these cases until all departments are on site; a case closed before is censored then."""
    closed = times(cases, "closed_at")
    last_seen = np.fmin(closed, np.full_like(closed, watched.stop))
    return durations(times(cases, since), times(cases, "assembled_at"), last_seen)


def _joint_arrival(watched: Watched, since: str, level: float) -> float:
    """Hours within which a part of the cases of the window that truly need several departments had them all on site:
    from the first whistle, of those whistled; or from registration, of all, however they were brought together."""
    cases = watched.registered.where(watched.registered["joint"]) if since == "registered_at" else _whistled(watched)
    found = watched.once(("joint arrival", since), lambda: share_ended(_arrival(watched, cases, since)))
    return quantile(found, level)


def _joint_arrival_measure(name: str, level: str) -> Measure:
    """`joint_arrival_median_h`, `joint_arrival_registered_p90_h` ...: by what time runs from and a level."""
    function = partial(_joint_arrival, since=SINCE[name], level=LEVELS[level])
    return Measure(f"joint_arrival{name}_{level}_h", "h", "lower", function)


MEASURES = (
    whistles_per_1000_cases,
    whistle_signed_median_h,
    *(_joint_arrival_measure(name, level) for name in SINCE for level in LEVELS),
    assembled_in_time_share,
    three_whistles_share,
    closing_joint_median_h,
    closed_joint_share,
    truly_resolved_joint_share,
    single_whistle_share,
    single_arrival_median_h,
    assembled_in_time_single_share,
)
