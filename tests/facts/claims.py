"""What a fact claims in figures, and verdicts: whether the interval of a figure lies in the range that is published."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from sim.measures.statistics.interval import student

Values = Mapping[str, Mapping[str, Sequence[float]]]
"""By arm of an experiment and measure: a value for each replication, NaN where undefined."""
At = Callable[[str, str], float]
"""The value of a measure in an arm, in one replication."""
TINY = 1e-9
"""What a direction differs from none by: equal is neither above nor below."""
Verdict = Literal["holds", "in part", "does not hold", "cannot be said"]


class Estimate(NamedTuple):
    """A figure: its mean over the replications and the ends of its 95 % interval (Student's), in its own unit."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True)
class Claim:
    """Part of a fact: a figure that has to lie in [`low`, `high`]; `published` says where the range comes from."""

    text: str
    figure: Estimate
    low: float
    high: float
    published: str

    @property
    def holds(self) -> bool | None:
        """Whether it holds: the whole interval lies inside; not: the whole lies outside; None: it cannot be said."""
        if math.isnan(self.figure.mean):
            return None
        if self.low <= self.figure.low and self.figure.high <= self.high:
            return True
        return False if self.figure.high < self.low or self.figure.low > self.high else None


@dataclass(frozen=True)
class Found:
    """What an experiment gave; figures are reckoned in each replication, whose arms share worlds, and then averaged."""

    values: Values

    def figure(self, of: Callable[[At], float]) -> Estimate:
        """Return the figure that `of` makes of a replication, with its interval."""
        number = min(len(each) for arm in self.values.values() for each in arm.values())

        def value(replication: int) -> float:
            return of(lambda arm, name: float(self.values[arm][name][replication]))

        return estimate([value(replication) for replication in range(number)])


def estimate(values: Sequence[float]) -> Estimate:
    """Return the mean of some values with Student's 95 % interval; NaN if one is undefined or there is only one."""
    numbers = np.asarray(values, dtype=np.float64)
    if len(numbers) < 2 or not np.isfinite(numbers).all():
        return Estimate(math.nan, math.nan, math.nan)
    mean = float(numbers.mean())
    half = float(student(len(numbers) - 1)) * float(numbers.std(ddof=1)) / math.sqrt(len(numbers))
    return Estimate(mean, mean - half, mean + half)


def verdict(claims: Sequence[Claim]) -> Verdict:
    """Return what the claims of a fact come to: all hold; some or none do; or nothing fails and some is open."""
    held = [claim.holds for claim in claims]
    if all(each is True for each in held):
        return "holds"
    if any(each is False for each in held):
        return "in part" if any(each is True for each in held) else "does not hold"
    return "cannot be said"
