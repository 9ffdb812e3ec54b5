"""How often 95 % intervals hold what they should: experiments on a scenario whose means are known.

`python -m tests.study.kinds.coverage 1000` makes a thousand experiments of ten replications each and prints, for each
interval of the software, the share that covers the truth; the exit code is 1 if one is outside 93 to 97 %.

The scenario has so many crews that nobody waits (M/M/inf), so the mean time to closing is the mean work, and the number
of cases in the window is Poisson. The other variant has longer work and prevents a part of the issues in the same
worlds, so the differences are known too.
"""

from __future__ import annotations

import math
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.engines.reference.run import simulate
from sim.measures.catalogue import MEASURES
from sim.measures.summary import summarise
from sim.plan.lower import lower
from sim.scenario.models import Scenario
from sim.study.kinds.pairs import paired
from tests.theory.estimates import sample
from tests.theory.stations import issue, one_station

REPLICATIONS = 10
"""Of an experiment."""

PER_DAY, DAYS = 8.0, 6.0
CREWS = 20
"""So many that one is always free: on average one is busy."""
HOMES, HOMES_OF_THEORY = 2_000, 20_000
"""Few households make a quick scenario; `tests.theory.stations.issue` counts on its own number of them."""
WORK_H = (2.0, 3.0)
PREVENTED = (0.0, 0.3)
PERIOD = {"warmup": "0 days", "length": f"{DAYS:.0f} days", "followup": "5 days"}
MEASURE = next(name for name, its in MEASURES.items() if its.unit == "h")
"""A measure without an upper bound, under whose name values go through the summary."""

Values = NDArray[np.float64]


class Coverage(NamedTuple):
    """An interval of the software: of what, the truth, and the share of experiments in which it held that."""

    name: str
    truth: float
    share: float


@cache
def variants() -> tuple[Scenario, Scenario]:
    """Return the two scenarios."""
    first, second = (
        one_station(
            {"issue": issue(PER_DAY * HOMES_OF_THEORY / HOMES, {"exponential": {"mean": f"{hours} h"}})},
            run=PERIOD,
            staff={"community_desks": {"crews": CREWS}},
            population={"households": HOMES, "residents": HOMES},
            prevention={"issue": share} if share else {},
        )
        for hours, share in zip(WORK_H, PREVENTED, strict=True)
    )
    return first, second


def replication(number: int) -> list[float]:
    """Return mean time to closing (h) and number of cases, of the first variant and then of the second."""
    values = []
    for scenario in variants():
        plan, _, _ = lower(scenario, number)
        found = sample(plan, simulate(plan, keep_log=False), 0)
        values += [found.sojourn_h, found.per_hour * DAYS * 24.0]
    return values


def coverage(values: Values) -> list[Coverage]:
    """Return how often the intervals cover the truth; `values` has a row of `replication` for each replication."""
    experiments = values.reshape(-1, REPLICATIONS, values.shape[1])
    cases = PER_DAY * DAYS
    truths = {
        "mean time to closing": (0, WORK_H[0]),
        "number of cases": (1, cases),
        "paired difference of times": ((0, 2), WORK_H[1] - WORK_H[0]),
        "paired difference of numbers": ((1, 3), -PREVENTED[1] * cases),
    }
    return [
        Coverage(name, truth, float(np.mean([_covers(its, column, truth) for its in experiments])))
        for name, (column, truth) in truths.items()
    ]


def _covers(experiment: Values, column: int | tuple[int, int], truth: float) -> bool:
    if isinstance(column, tuple):
        pair = paired(experiment[:, column[0]], experiment[:, column[1]])
        return pair.low <= truth <= pair.high
    frame = pd.DataFrame({"measure": MEASURE, "value": experiment[:, column]})
    row = summarise(frame.assign(replication=range(len(frame)))).iloc[0]
    return bool(row["low"] <= truth <= row["high"])


def main(experiments: int) -> int:
    """Print the table; return the exit code."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        values = np.array(list(pool.map(replication, range(experiments * REPLICATIONS), chunksize=50)))
    found = coverage(values)
    for its in found:
        error = math.sqrt(its.share * (1 - its.share) / experiments)
        print(f"{its.name:32} truth {its.truth:7.2f}   covered in {its.share:6.1%} (+- {1.96 * error:.1%})")
    return int(any(not 0.93 <= its.share <= 0.97 for its in found))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
