"""Tenures: who holds a post from when to when, drawn for each post by itself.

A renewal process in equilibrium (Cox, Renewal Theory, 1962, chapter 7): tenures are exponential, each is followed by a
vacancy of fixed length. At the start a post is vacant as often as in the long run, since a time evenly drawn; else its
holder's tenure so far, and what is left of it, are exponential again. Marks belong to post and tenure, so that they
stay when rates change.
"""

from math import exp, log
from typing import Any, NamedTuple

import numpy as np

from sim.chance.draws import uniform
from sim.chance.rule import rule
from sim.chance.variates import MS_LIMIT
from sim.kinds import NEVER
from sim.plan.intervals import last_before
from sim.plan.rosters import Periods
from sim.scenario.hours import DAY

VACANT, AGE, FIRST = range(3)
"""Numbers of a post's draws: whether it is vacant at the start, since when it is held, and the first tenure."""


class Tenure(NamedTuple):
    """Days (from the start of the run, the first may be before it) on which a hand is in post: from one, until before
    another."""

    since: int
    until: int


def tenures_of(state: int, post: int, leaving: float, vacancy: float, days: int) -> list[Tenure]:
    """Tenures of a post (its key) over a run of so many days, in order, one at least; none if nobody ever leaves.

    `leaving` is the rate per ms in post, `vacancy` ms.
    """
    if leaving <= 0.0:
        return []
    away = leaving * vacancy
    vacant, u = away / (1.0 + away), uniform(state, post, VACANT)
    since = u / vacant * vacancy if u < vacant else max(log(uniform(state, post, AGE)) / leaving, -MS_LIMIT)
    found: list[Tenure] = []
    begins = max(since, 0.0)
    while not found or begins < days * DAY:
        ends = begins + min(-log(uniform(state, post, FIRST + len(found))) / leaving, MS_LIMIT)
        found.append(Tenure(int((begins if found or since > 0 else since) // DAY), int(ends // DAY)))
        begins = ends + vacancy
    return found


def held(periods: Periods, tenures: list[Tenure]) -> Periods:
    """Those duty periods, shape (m, 3), on whose days a post is held: the same object where nobody ever leaves."""
    if not tenures:
        return periods
    since, until = np.array(tenures, dtype=np.int64).T
    last = np.searchsorted(since, periods[:, 2], side="right") - 1
    return periods[(last >= 0) & (periods[:, 2] < until[last])]


@rule
def newness(plan: Any, server: Any, now: int) -> float:
    """What is left of a newcomer in who holds the post of a server (of the plan) at a time (ms): 1 at hiring, and then
    exp(-tenure / learning); 0 where nobody ever leaves. In a vacancy it is that of who comes next: 1.
    """
    if server.tenures == 0:
        return 0.0
    last = last_before(plan.hired, now + 1, server.first_tenure, server.first_tenure + server.tenures)
    if last < server.first_tenure or plan.left[last] <= now:
        return 1.0
    return exp(-(now - plan.hired[last]) / plan.staff_quality.learning)


@rule
def leaves_at(plan: Any, server: Any, since: int) -> int:
    """Moment (ms) of the next leaving from the post of a server (of the plan) after a moment, NEVER if none comes."""
    if server.tenures == 0:
        return NEVER
    past = server.first_tenure + server.tenures
    following = last_before(plan.left, since + 1, server.first_tenure, past) + 1
    return plan.left[following] if following < past else NEVER
