"""Hooks of leading: which cases are stuck, which of them a leader takes, and what becomes of a procedure under way."""

from __future__ import annotations

from typing import Any

from sim.chance.distribution_table import NONE
from sim.chance.rule import rule
from sim.kinds import NEVER
from sim.mechanisms import emergencies
from sim.mechanisms.stages import named_leader
from sim.plan.intervals import after, later, worked_by


@rule
def stuck_at(plan: Any, case: Any) -> int:
    """Moment (ms) from which a case is stuck because of its age, NEVER if it is not for that."""
    if plan.named_leader.after == NONE or not named_leader.may_be_led(case):
        return NEVER
    return after(plan, case.reported, plan.named_leader.after)


@rule
def is_stuck(plan: Any, case: Any, now: int) -> bool:
    """Whether a case is one that leaders take at a time (ms)."""
    return named_leader.often_overdue(plan, case) or now >= stuck_at(plan, case)


@rule
def weight(plan: Any, hazard: Any, case: Any, now: int) -> float:
    """What a stuck case weighs among others: severity x age (ms)."""
    return hazard.severity * (now - case.reported)


@rule
def procedure_over(plan: Any, hazard: Any, case: Any, now: int, over: int) -> int:
    """Moment (ms) at which the procedure of a case is over that would be so at a time (ms), now that it is led."""
    number = emergencies.procedure(plan, hazard, case)
    left = over - now
    if number >= 0 and plan.variates[number].working > 0:
        left = worked_by(plan, plan.working, over) - worked_by(plan, plan.working, now)
    return later(plan, now, number, named_leader.procedure_left(plan, case, left))
