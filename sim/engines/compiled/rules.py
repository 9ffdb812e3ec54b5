"""Rules for the compiler: what decides in the reference engine decides here, the same functions as they are.

Importing this module tells numba about every rule. Three functions are written once more for it: `uniform`, whose whole
numbers wrap at 64 bits by themselves here, and the two searches in sorted numbers.
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


@overload(last_at_or_before)
def _last_at_or_before(values: Any, t: Any, first: Any, last: Any) -> Any:
    def search(values: Any, t: Any, first: Any, last: Any) -> Any:
        low, high = first, last
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
        low, high = first, last
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
