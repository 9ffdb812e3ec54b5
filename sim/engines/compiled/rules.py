"""Rules for the compiler: what decides in the reference engine decides here, the same functions as they are.

Importing this module tells numba about every rule. Three functions are written once more for it: `uniform`, whose
whole numbers wrap at 64 bits by themselves here, and the two searches in sorted numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numba.extending import overload, register_jitable

from sim.chance.draws import FIRST, GOLDEN, SECOND, uniform
from sim.chance.rule import RULES
from sim.lifecycle import hooks as _hooks  # noqa: F401  every rule is known once the hooks are imported
from sim.lifecycle.intervals import last_at_or_before, last_before

F = TypeVar("F", bound=Callable[..., Any])

ADD, TIMES, TIMES_AGAIN = np.uint64(GOLDEN), np.uint64(FIRST), np.uint64(SECOND)
S12, S27, S30, S31 = np.uint64(12), np.uint64(27), np.uint64(30), np.uint64(31)


def part(function: F) -> F:
    """Mark a function as part of the kernel: compiled where it is called, never on its own."""
    register_jitable(function)
    return function


@overload(uniform)
def _uniform(state: Any, entity: Any, k: Any) -> Any:
    def draw(state: Any, entity: Any, k: Any) -> Any:
        z = (state ^ np.uint64(entity)) + ADD
        z = (z ^ (z >> S30)) * TIMES
        z = (z ^ (z >> S27)) * TIMES_AGAIN
        z = (z ^ (z >> S31) ^ np.uint64(k)) + ADD
        z = (z ^ (z >> S30)) * TIMES
        z = (z ^ (z >> S27)) * TIMES_AGAIN
        return (np.float64((z ^ (z >> S31)) >> S12) + 0.5) * 2.220446049250313e-16

    return draw


@register_jitable
def _near(values: Any, t: Any, first: Any, last: Any) -> Any:
    """Bounds between which the first value above t lies, from where it would stand were the values evenly spaced.

    Rosters nearly are, and halving from far ends would wait for memory at each step.
    """
    low, high = first, last
    if high - low <= 2 or values[high - 1] <= values[low]:
        return low, high
    part = np.float64(t - values[low]) / np.float64(values[high - 1] - values[low])
    at = low + np.int64(min(max(part, 0.0), 1.0) * (high - 1 - low))
    step = 1
    if values[at] < t:
        low = at
        while at + step < high and values[at + step] < t:
            low = at + step
            step = step + step
        return low, min(high, at + step + 1)
    high = at + 1
    while at - step >= first and values[at - step] >= t:
        high = at - step + 1
        step = step + step
    return max(first, at - step), high


@overload(last_at_or_before)
def _last_at_or_before(values: Any, t: Any, first: Any, last: Any) -> Any:
    def search(values: Any, t: Any, first: Any, last: Any) -> Any:
        low, high = _near(values, t + 1, first, last)
        while low < high:
            middle = (low + high) >> 1
            if values[middle] <= t:
                low = middle + 1
            else:
                high = middle
        return low - 1

    return search


@overload(last_before)
def _last_before(values: Any, t: Any, first: Any, last: Any) -> Any:
    def search(values: Any, t: Any, first: Any, last: Any) -> Any:
        low, high = _near(values, t, first, last)
        while low < high:
            middle = (low + high) >> 1
            if values[middle] < t:
                low = middle + 1
            else:
                high = middle
        return low - 1

    return search


for _rule in RULES:
    if _rule is not uniform:
        part(_rule)
