"""Hooks of settling: what residents take to others before they report it, and what becomes of it there."""

from __future__ import annotations

from typing import Any

from sim.chance.rule import rule
from sim.mechanisms import emergencies
from sim.mechanisms.queueing import EMERGENCY
from sim.mechanisms.stages import property as tri_party
from sim.plan.intervals import after


@rule
def asks_first(plan: Any, hazard: Any, issue: Any) -> bool:
    """Whether the next who would report an issue of a hazard asks the company of the estate first."""
    return tri_party.asks_first(plan, issue) and emergencies.urgency(plan, hazard, issue) != EMERGENCY


@rule
def given_up_at(plan: Any, now: int) -> int:
    """Moment (ms) at which a resident who asks the company now waits no longer."""
    return after(plan, now, plan.property.gives_up)


@rule
def fixes(plan: Any, issue: Any, case: Any) -> bool:
    """Whether a company that was asked truly fixes an issue."""
    return tri_party.fixes(plan, issue, case)
