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

from sim.measures.interval import student
from sim.study.files.until import Target, Until, target

Floats = NDArray[np.float64]

LONG_RUN = 100
"""From so many replications on the look-ahead grows in proportion (Hoad et al.)."""


class Observed(NamedTuple):
    """A quantity in each replication, in their order (NaN where undefined), and the one whose mean is the yardstick.

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

    @classmethod
    def of(cls, asked: Until) -> "Precision":
        """Return the rule that a study states; QuantityError for a measure or width that cannot be understood."""
        targets = {name: target(name, text) for name, text in asked.until.items()}
        return cls(targets, asked.at_least, asked.at_most, asked.look_ahead)

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
    """Say whether the interval from the first `n` replications meets a target; never with fewer than two values."""
    values = seen.values[:n]
    values = values[~np.isnan(values)]
    if len(values) < 2:
        return False
    yardstick = seen.yardstick[:n][~np.isnan(seen.yardstick[:n])]
    mean = float(yardstick.mean()) if len(yardstick) else 0.0
    return aim.is_met(half_width(values), mean)


def half_width(values: Floats) -> float:
    """Return half of Student's 95 % interval of a mean, in the unit of the values, of which there are at least two."""
    error = float(values.std(ddof=1)) / math.sqrt(len(values))
    return float(student(len(values) - 1)) * error
