"""Whether two values say the same, however they are written: `20 min` and `20 分钟`, two forms of a date."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from sim.language.chinese import day_of
from sim.language.units import (
    AREA,
    DURATION,
    LENGTH,
    MONEY,
    NUMBER,
    PER_DAY,
    PER_HOUSEHOLD,
    PER_RESIDENT,
    ROUTE_DENSITY,
    SHARE,
    SPEED,
    WHOLE,
    Dimension,
    QuantityError,
    clock_of,
)

_DIMENSIONS = (
    NUMBER, WHOLE, SHARE, DURATION, MONEY, PER_RESIDENT, PER_HOUSEHOLD, PER_DAY, SPEED, LENGTH, AREA, ROUTE_DENSITY,
)  # fmt: skip
_ROUNDING = 1e-12
"""By so large a part numbers may differ that were reckoned from other units."""


def say_the_same(one: Any, other: Any) -> bool:
    """Say whether two values, as documents have them, are read as the same day, number or words."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(say_the_same(its, other[key]) for key, its in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(say_the_same, one, other))
    if one == other:
        return True
    if isinstance(one, str) and isinstance(other, str) and (day := day_of(one)) is not None:
        return day == day_of(other)
    return clock_of(one) == clock_of(other) and any(_same_number(one, other, its) for its in _DIMENSIONS)


def _same_number(one: Any, other: Any, dimension: Dimension) -> bool:
    try:
        return math.isclose(dimension.read(one), dimension.read(other), rel_tol=_ROUNDING)
    except QuantityError:
        return False
