"""Hooks of other eyes: when a finding channel next comes upon an issue, and what it does there."""

from __future__ import annotations

from typing import Any

from sim.chance.rule import rule
from sim.kinds import NEVER, NOBODY, Source
from sim.mechanisms.eyes import channel
from sim.mechanisms.units import incentives
from sim.plan.intervals import finish


@rule
def next_seen(plan: Any, number: int, issue: Any, j: int, now: int) -> int:
    """Moment (ms), in the hours of a channel (number), of its pass j of an issue; NEVER if there is none."""
    gap = channel.gap_before(plan, number, issue, j)
    if gap == NOBODY:
        return NEVER
    return finish(plan, plan.calendars[plan.eyes[number].calendar], now, gap)


@rule
def acts(plan: Any, eye: Any, issue: Any, j: int, now: int) -> bool:
    """Whether a channel acts on what it sees at a pass (number) of an issue, now (ms); of stewards, who is there."""
    there = incentives.stewards_there(plan, issue, now) if eye.source == Source.STEWARD else 1.0
    return channel.acts(plan, eye, issue, j, there)


@rule
def fixes_now(plan: Any, eye: Any, hazard: Any, issue: Any, j: int) -> bool:
    """Whether a channel that acts at a pass (number) of an issue fixes it there and then, if work can fix it."""
    return not issue.unsolvable and channel.fixes_at_once(plan, eye, hazard, issue, j)
