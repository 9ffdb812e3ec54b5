"""Hooks of stages: before which one a case comes at a point of its way, how long a hearing takes and what it brings."""

from __future__ import annotations

from typing import Any

from sim.chance.rule import rule
from sim.kinds import NOBODY, WayPoint
from sim.mechanisms.stages import committees, councils, stage
from sim.plan.intervals import after


@rule
def stage_for(plan: Any, issue: Any, case: Any, point: int) -> int:
    """Stage (number) before which a case about an issue comes at a point (number) of its way; NOBODY if none."""
    if point == WayPoint.BEFORE_DISPATCH and councils.takes(issue, case):
        return stage.first_of(plan, councils.NUMBER)
    if point == WayPoint.AFTER_RETURN and committees.decides(issue, case):
        first = stage.first_of(plan, committees.NUMBER)
        return first if first != NOBODY and case.stages >> first & 1 == 0 else NOBODY
    return NOBODY


@rule
def hearing_time(plan: Any, case: Any) -> int:
    """Time (ms of sessions) that the present hearing of a case takes."""
    return stage.hearing_time(plan, case)


@rule
def settles(plan: Any, case: Any) -> bool:
    """Whether the present hearing settles the case."""
    return stage.settles(plan, case)


@rule
def spares_procedure(case: Any) -> bool:
    """Whether nothing but hands is missing for a case that was settled."""
    return councils.agreed(case)


@rule
def heard_again_from(plan: Any, case: Any, now: int) -> int:
    """Moment (ms) from which a case that was not settled may be heard again."""
    return after(plan, now, plan.stages[case.stage].again)
