"""Rules, parts and services for the compiler: the lifecycle as it is, and what this engine supplies.

Three rules are written once more for it: `uniform`, whose whole numbers wrap at 64 bits by themselves here, and the two
searches in sorted numbers.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from numba.extending import overload, register_jitable

from sim.chance.draws import FIRST, GOLDEN, SECOND, uniform
from sim.chance.rule import RULES
from sim.engines.compiled import clock, lines, tables
from sim.lifecycle.services import PARTS, SERVICES
from sim.plan.intervals import interval_at, last_before

ADD, TIMES, TIMES_AGAIN = np.uint64(GOLDEN), np.uint64(FIRST), np.uint64(SECOND)
S12, S27, S30, S31 = np.uint64(12), np.uint64(27), np.uint64(30), np.uint64(31)


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


@overload(interval_at)
def _interval_at(plan: Any, calendar: Any, t: Any) -> Any:
    def search(plan: Any, calendar: Any, t: Any) -> Any:
        """From where the last search ended: mostly that interval or the next is asked for; far ones move it by one."""
        opens, at, last = plan.opens, calendar.at, calendar.last
        if at + 1 < last and opens[at + 1] <= t:
            at += 1
            calendar.at = at
            if at + 1 < last and opens[at + 1] <= t:
                return _first_above(opens, t, at + 1, last) - 1
            return at
        if at < last and opens[at] <= t:
            return at
        first = calendar.first
        while at >= first and (at == last or opens[at] > t):
            at -= 1
        calendar.at = max(at, first)
        return at

    return search


@overload(last_before)
def _last_before(values: Any, t: Any, first: Any, last: Any) -> Any:
    def search(values: Any, t: Any, first: Any, last: Any) -> Any:
        return _first_above(values, t - 1, first, last) - 1

    return search


@register_jitable
def _first_above(values: Any, t: Any, first: Any, last: Any) -> Any:
    """Number of the first of values[first:last] above t, or last: by steps that double, then by halves."""
    low, step = first, 1
    while low + step <= last and values[low + step - 1] <= t:
        low += step
        step += step
    high = min(low + step - 1, last)
    while low < high:
        middle = (low + high) >> 1
        if values[middle] <= t:
            low = middle + 1
        else:
            high = middle
    return low


HERE = {name: value for module in (clock, lines, tables) for name, value in vars(module).items() if callable(value)}
"""Functions of this engine by name; services are among them."""


@cache
def tell_compiler() -> None:
    """Tell numba about every service, rule and part that is imported: all are once the kernel is."""
    for asked in SERVICES:
        overload(asked, strict=False)(_always(HERE[asked.__name__]))
    for function in (*RULES, *PARTS):
        if function is not uniform:
            register_jitable(function)


def _always(function: Any) -> Any:
    """What numba asks for the implementation for some types: the same function for all."""

    def implementation(*arguments: Any, **named: Any) -> Any:
        return function

    return implementation
