"""Whether the confidence that a choice is stated with is right: `python -m tests.study.kinds.confidence 2000`.

Finalists with known means and correlated noise are chosen among again and again. A choice is right if the chosen one
keeps its limit and no finalist that keeps it is better, tolerances apart.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.study.kinds.selection import ObservedPoint, Tolerances, choose, replications_wanted

FIRST, AT_MOST = 10, 400


class Contest(NamedTuple):
    """True means of the aim and of the excess over one limit (none if empty), spread of the noise of each, and the
    correlation between finalists."""

    aim: Sequence[float]
    excess: Sequence[float] = ()
    spread: float = 1.0
    correlation: float = 0.5


CONTESTS = {
    "two": Contest((0.0, 0.5)),
    "one step apart": Contest((0.0, 0.5, 0.5, 0.5)),
    "independent": Contest((0.0, 0.5, 0.5, 0.5), correlation=0.0),
    "nearly the same noise": Contest((0.0, 0.5, 0.5, 0.5), correlation=0.95),
    "within the tolerance": Contest((0.0, 0.1, 0.2, 0.3)),
    "far apart": Contest((0.0, 2.0, 4.0, 6.0)),
    "the cheapest just fails": Contest((0.0, 1.0, 2.0), (0.5, -0.5, -1.0)),
    "all just keep": Contest((0.0, 0.5, 1.0), (-0.5, -0.5, -0.5)),
    "none keeps": Contest((0.0, 0.5, 1.0), (0.5, 0.5, 0.5)),
}
"""Contests at the edge of the tolerance, where it is hardest, and off it."""

TOLERANCES = Tolerances(0.5, (0.5,))


class Record(NamedTuple):
    """Share of right choices, mean confidence stated, mean number of replications."""

    right: float
    stated: float
    replications: float


def trial(contest: Contest, confidence: float, at_most: int, chance: np.random.Generator) -> tuple[bool, float, int]:
    """Choose once; return whether it was right, the confidence stated, and the replications that it took."""
    means = np.array([contest.aim, contest.excess or [0.0] * len(contest.aim)])[:, :, None]
    common = chance.normal(size=(2, 1, at_most)) * np.sqrt(contest.correlation)
    own = chance.normal(size=(2, len(contest.aim), at_most)) * np.sqrt(1 - contest.correlation)
    aim, excess = means + contest.spread * (common + own)
    observed = ObservedPoint(aim, (excess,) if contest.excess else ())
    tolerances = TOLERANCES if contest.excess else Tolerances(TOLERANCES.aim, ())
    n = replications_wanted(observed.first(FIRST), tolerances, confidence, at_most)
    chosen = choose(observed.first(n), FIRST, tolerances)
    return _right(contest, chosen.winner), chosen.confidence, n


def _right(contest: Contest, winner: int | None) -> bool:
    """Return whether the choice is one that the stated confidence is about."""
    slack = TOLERANCES.excess[0]
    excess = contest.excess or [-np.inf] * len(contest.aim)
    surely_kept = [aim for aim, over in zip(contest.aim, excess, strict=True) if over <= -slack]
    if winner is None:
        return not surely_kept
    good = excess[winner] < slack
    return good and all(contest.aim[winner] < aim + TOLERANCES.aim for aim in surely_kept)


def record(contest: Contest, trials: int, confidence: float = 0.95, at_most: int = AT_MOST) -> Record:
    """Return what many trials of a contest gave."""
    chance = np.random.default_rng(20240304)
    found: NDArray[np.float64] = np.array([trial(contest, confidence, at_most, chance) for _ in range(trials)], float)
    return Record(*found.mean(axis=0))


def main(trials: int) -> int:
    """Print a line for each contest, at the confidence wanted and with a budget too small for it; 1 if one is wrong."""
    wrong = 0
    print(f"{trials:,} trials of each; wanted 95 %, then a budget of {FIRST + 5} replications")
    for name, contest in CONTESTS.items():
        for at_most in (AT_MOST, FIRST + 5):
            found = record(contest, trials, at_most=at_most)
            error = 3 * np.sqrt(found.stated * (1 - found.stated) / trials)
            ok = found.right >= found.stated - error
            wrong += not ok
            print(
                f"{name:26} right {found.right:6.1%}  stated {found.stated:6.1%}  "
                f"replications {found.replications:6.1f}  {'' if ok else 'TOO SURE'}"
            )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
