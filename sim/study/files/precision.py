"""How many replications: a fixed number, or until the interval of each measure named is narrow enough.

The rule is that of Hoad, Robinson and Davies (2010), Automated selection of the number of replications for a
discrete-event simulation, J. Oper. Res. Soc. 61: go on until the half-width of the 95 % interval is small beside the
mean, and stays so for some replications more, lest it was narrow by chance. It looks at replications in their order, so
the answer does not depend on how many run at once; therefore the budget is one of replications, not of time.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from sim.language.bounds import Count
from sim.language.model import Model
from sim.language.units import DURATION, HOUR_MS, NUMBER, SHARE, QuantityError, nearest_word
from sim.measures.catalogue import MEASURES
from sim.measures.statistics.interval import student

Floats = NDArray[np.float64]

LONG_RUN = 100
"""From so many replications on the look-ahead grows in proportion (Hoad et al.)."""

_ALLOWED = "written like '5 %', '0.5 h', '2 points' (of a share), or '5 % or 0.5 h' where a mean may be near zero"


class Until(Model):
    """Replications until intervals are narrow enough."""

    until: dict[str, str] = Field(
        min_length=1,
        description="Half-width of the 95 % interval by measure: '5 %' of the mean, '0.5 h', or '5 % or 0.5 h',"
        " whichever is wider, for means that may be near zero.",
    )
    at_least: Count = Field(3, ge=3, description="Replications before the first look.")
    at_most: Count = Field(50, ge=3, description="The budget: no more replications than this.")
    look_ahead: Count = Field(5, ge=0, description="Further replications for which an interval must stay narrow.")

    def precision(self) -> "Precision":
        """Return the rule that it states; QuantityError for a measure or width that cannot be understood."""
        targets = {name: target(name, text) for name, text in self.until.items()}
        return Precision(targets, self.at_least, self.at_most, self.look_ahead)


class Target(NamedTuple):
    """The half-width that is narrow enough: the wider of a part of the mean and an amount in the measure's unit."""

    relative: float
    absolute: float

    def is_met(self, half_width: float, mean: float) -> bool:
        """Say whether a half-width is narrow enough beside a mean."""
        return half_width <= max(self.relative * abs(mean), self.absolute)


def target(measure: str, text: str) -> Target:
    """Return the target of a measure as text; QuantityError if there is no such measure or it cannot be read."""
    if measure not in MEASURES:
        raise QuantityError("no such measure", found=measure, nearest=nearest_word(measure, list(MEASURES)))
    unit, relative, absolute = MEASURES[measure].unit, 0.0, 0.0
    for part in text.split(" or "):
        if part.strip().endswith("%"):
            relative = SHARE.read(part.strip())
        else:
            absolute = _amount(part.strip(), unit)
    if not relative and not absolute:
        raise QuantityError("must be above zero", found=text, allowed=_ALLOWED)
    return Target(relative, absolute)


def _amount(text: str, unit: str) -> float:
    if unit == "h":
        return DURATION.read(text) / HOUR_MS
    if unit == "share":
        return NUMBER.read(text.removesuffix("points").strip()) / 100
    return NUMBER.read(text.removesuffix(unit).strip())


class Observed(NamedTuple):
    """A quantity in each replication, in their order (NaN where undefined), and the one whose mean is the yardstick:
    shape (replications,) each, in the measure's unit.

    The yardstick of a measure is the measure itself, that of a paired difference the first variant's measure.
    """

    values: Floats
    yardstick: Floats


@dataclass(frozen=True)
class Precision:
    """When enough replications have been run."""

    targets: Mapping[str, Target]
    at_least: int = 3
    at_most: int = 50
    look_ahead: int = 5

    def further(self, observed: Mapping[str, Observed]) -> int:
        """Return how many replications more are needed at the least; 0 when all targets are met or the budget is spent.

        `observed` holds each target's quantity so far, all of one length, by the same name. No call asks for more than
        a rule that looks after each single replication would.
        """
        done = min((len(seen.values) for seen in observed.values()), default=0)
        wanted = max(self._end(self.targets[name], observed.get(name), done) for name in self.targets)
        return max(min(wanted, self.at_most) - done, 0)

    def unmet(self, observed: Mapping[str, Observed]) -> list[str]:
        """Return the targets that the replications so far do not meet."""
        done = {name: len(seen.values) for name, seen in observed.items()}
        return [name for name, aim in self.targets.items() if self._end(aim, observed[name], done[name]) > done[name]]

    def _end(self, aim: Target, seen: Observed | None, done: int) -> int:
        """Return the earliest number of replications at which a target can be met for the whole look-ahead."""
        start = self.at_least
        for n in range(self.at_least, done + 1):
            if seen is None or not narrow_enough(aim, seen, n):
                start = n + 1
            elif n >= start + self._ahead(start):
                break
        return start + self._ahead(start)

    def _ahead(self, n: int) -> int:
        return self.look_ahead if n <= LONG_RUN else self.look_ahead * n // LONG_RUN


def narrow_enough(aim: Target, seen: Observed, n: int) -> bool:
    """Say whether the interval from the first `n` replications meets a target.

    Never with fewer than two values, nor if one of them is infinite: a quantile that was not reached.
    """
    values = seen.values[:n]
    if np.isinf(values).any() or np.isinf(seen.yardstick[:n]).any():
        return False
    values = values[~np.isnan(values)]
    if len(values) < 2:
        return False
    yardstick = seen.yardstick[:n][~np.isnan(seen.yardstick[:n])]
    mean = float(yardstick.mean()) if len(yardstick) else 0.0
    return aim.is_met(half_width(values), mean)


def half_width(values: Floats) -> float:
    """Return half of Student's 95 % interval of a mean, in the unit of the values, shape (n,) with n at least 2."""
    error = float(values.std(ddof=1)) / math.sqrt(len(values))
    return float(student(len(values) - 1)) * error
