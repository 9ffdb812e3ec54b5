"""Choosing the best of a few finalists, and saying how sure that is.

Each finalist has a mean to be made small (the aim) and means that must keep limits. What does not matter is named
beforehand: differences of the aim, and of each limited mean, below a tolerance. A first stage of replications on common
random numbers estimates the variances; they decide how many are run in all (Stein's two stages, 1945, Ann. Math. Stat.
16); then the finalist with the least mean of those whose means keep their limits is chosen. If the choice is wrong, at
least one of these errors occurred: a comparison of the truly best with another came out wrong, or a finalist was put on
the wrong side of a limit. By Stein's theorem each has a probability of at most T(-tolerance sqrt(N) / S), where T is
Student's distribution with n0 - 1 degrees of freedom and S the standard deviation of the paired difference, or of the
limited mean, in the first stage of n0; and by Bonferroni's inequality all together of at most the sum. So it
holds for any correlation between finalists (Clark and Yang 1986, A Bonferroni selection procedure when using common
random numbers with unknown variances, Winter Simulation Conference; limits with a tolerance as in Andradottir and Kim
2010, Naval Research Logistics 57). It holds for the finalists, not for points that the search has left out.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Floats = NDArray[np.float64]


class ObservedPoint(NamedTuple):
    """What the finalists gave: `aim` with a row for each finalist and a column for each replication; `excess` the same
    for each limit, by how much it is failed (negative where kept)."""

    aim: Floats
    excess: tuple[Floats, ...]

    def first(self, replications: int) -> ObservedPoint:
        """Return what the first so many replications gave."""
        return ObservedPoint(self.aim[:, :replications], tuple(part[:, :replications] for part in self.excess))


class Tolerances(NamedTuple):
    """Differences that do not matter: of the aim, and of the excess over each limit, in own units; above zero."""

    aim: float
    excess: tuple[float, ...]


class Chosen(NamedTuple):
    """The number of the finalist chosen, None if none keeps the limits, and how sure it is that none is better or
    wrongly left out, tolerances apart."""

    winner: int | None
    confidence: float


def replications_wanted(stage: ObservedPoint, tolerances: Tolerances, confidence: float, at_most: int) -> int:
    """Return how many replications in all make a choice with this confidence; at most `at_most`."""
    risks = _risks(stage, tolerances)
    first = stage.aim.shape[1]
    return next((n for n in range(first, at_most) if risks.doubt(n) <= 1.0 - confidence), at_most)


class _Risks(NamedTuple):
    """Tolerance over spread of all that may come out wrong: finalists at limits, and (row by row, each finalist taken
    for the best) comparisons; infinite where nothing is left to chance. `freedom` is that of Student's distribution."""

    sides: Floats
    comparisons: Floats
    freedom: int

    def doubt(self, replications: int) -> float:
        """Return the probability of a wrong choice after so many replications, at most."""
        root = math.sqrt(replications)
        sides = stats.t.cdf(-self.sides * root, self.freedom).sum()
        comparisons = stats.t.cdf(-self.comparisons * root, self.freedom).sum(axis=1)
        return min(float(sides + comparisons.max()), 1.0)


def _risks(stage: ObservedPoint, tolerances: Tolerances) -> _Risks:
    """Return what the first stage, of at least two replications, says of chance."""
    between = (stage.aim[:, None, :] - stage.aim[None, :, :]).std(axis=2, ddof=1)
    spreads = [part.std(axis=1, ddof=1) for part in stage.excess]
    sides = [_over(tolerance, spread) for tolerance, spread in zip(tolerances.excess, spreads, strict=True)]
    return _Risks(np.concatenate([np.empty(0), *sides]), _over(tolerances.aim, between), stage.aim.shape[1] - 1)


def _over(tolerance: float, spread: Floats) -> Floats:
    """Return a tolerance over spreads; infinite where there is no spread, as between a finalist and itself."""
    over: Floats = np.divide(tolerance, spread, out=np.full(spread.shape, np.inf), where=spread > 0.0)
    return over


def choose(observed: ObservedPoint, first: int, tolerances: Tolerances) -> Chosen:
    """Choose after all replications, of which `first` were the first stage."""
    confidence = 1.0 - _risks(observed.first(first), tolerances).doubt(observed.aim.shape[1])
    kept = [number for number in range(len(observed.aim)) if all(part[number].mean() <= 0 for part in observed.excess)]
    means = observed.aim.mean(axis=1)
    return Chosen(min(kept, key=lambda number: (float(means[number]), number), default=None), confidence)
