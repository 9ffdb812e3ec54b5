"""Stages: stations that a case passes on its way, before its first dispatch or after a unit has returned it.

A stage meets in the sessions of a roster, item after item; what is in hand when a session ends is gone on with in the
next, and what waits stays in line, while the limit runs on. A hearing settles the case or does not, by its mark; if
not, the case is heard again, goes up to the next stage of the mechanism, or goes on as if there were none.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import duration
from sim.kinds import NOBODY, Scope, StationKind
from sim.language.distribution import DurationDistribution
from sim.language.quantity import Duration

DRAWS = Draws(run=("settled", "hearing_time", "session_held"))
"""What stages draw: whether a hearing settles a case, how long it takes, and whether a session can be held."""
HEARINGS = 64
"""Room for the hearings of a case before the stages of one mechanism, in the number of a mark."""


@dataclass(frozen=True)
class HearingStage:
    """A stage of a scenario: a unit of a name, with a station of a kind in each place of a scope.

    It meets in the hours of a roster, of whose sessions a share is `held`. A hearing takes a time (`item`) and settles
    the case with probability `settles`. What is not settled is heard here up to so many times (`hearings`), each time
    at the earliest so long after the last (`again`); then it goes to the next stage of the same mechanism, if there is
    one.
    """

    unit: str
    kind: StationKind
    scope: Scope
    roster: str
    item: DurationDistribution
    settles: float
    held: float = 1.0
    hearings: int = 1
    again: Duration | None = None


Stages = Callable[[Any], Iterable[HearingStage]]
"""The stages that a mechanism brings in a scenario, the lowest first; none if it is off."""


@rule
def first_of(plan: Any, mechanism: int) -> int:
    """First stage (number) of a mechanism (number in its code), NOBODY if it has none."""
    for number in range(len(plan.stages)):
        if plan.stages[number].mechanism == mechanism:
            return number
    return NOBODY


@rule
def mark_of(plan: Any, case: Any) -> int:
    """Number of the mark of a case's present hearing."""
    return case.token + plan.stages[case.stage].mechanism * HEARINGS + case.rounds


@rule
def settles(plan: Any, case: Any) -> bool:
    """Whether the hearing settles the case."""
    return uniform(plan.draw.settled, case.key, mark_of(plan, case)) < plan.stages[case.stage].settles


@rule
def hearing_time(plan: Any, case: Any) -> int:
    """Time (ms of sessions) that the hearing of a case takes."""
    u = uniform(plan.draw.hearing_time, case.key, mark_of(plan, case))
    return duration(plan, plan.stages[case.stage].item, u)
