"""Adoption: whether a mechanism is at work for an issue, a case, or in a community at a time.

A mechanism that is placed (`sim.mechanisms.units.roll_out`) bears on the issues that occur where it is at work, from
the day of adoption on, and on the cases about these, wherever they are handled; whatever is adopted later changes
nothing of them. Each issue, and each case, holds what bears on it as a set of bits: the number in the code of each
mechanism. Rules ask; those of what is nowhere placed find it at work everywhere and always.
"""

from typing import Any

from sim.chance.rule import rule


@rule
def at_work(of: Any, mechanism: int) -> bool:
    """Whether a mechanism (number in its code) is at work for an issue or a case."""
    return of.adopted >> mechanism & 1 > 0


@rule
def adopted(plan: Any, community: int, now: int) -> int:
    """Mechanisms (numbers in their codes, as bits) that are at work in a community (number) at a time (ms)."""
    s = plan.roll_out
    found = -1
    for row in range(s.placed):
        if now < s.since[row * s.communities + community]:
            found = found & ~(1 << s.mechanisms[row])
    return found


@rule
def begun_in(plan: Any, mechanism: int, community: int, now: int) -> bool:
    """Whether a mechanism (number in its code) is at work in a community (number) at a time (ms)."""
    return adopted(plan, community, now) >> mechanism & 1 > 0


@rule
def begun(plan: Any, mechanism: int, now: int) -> bool:
    """Whether a mechanism (number in its code) is at work anywhere at a time (ms)."""
    s = plan.roll_out
    for row in range(s.placed):
        if s.mechanisms[row] == mechanism:
            return now >= s.first[row]
    return True
