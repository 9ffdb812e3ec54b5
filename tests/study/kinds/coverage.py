"""How often 95 % intervals hold what they should: experiments on scenarios whose answers are known.

`python -m tests.study.kinds.coverage 1000` makes a thousand experiments and prints, for each interval of the software,
the share that covers the truth. Two kinds of scenario, both of `sim/verify/scenarios`:

- so many crews that nobody waits (M/M/inf): the mean time to closing is the mean work, the number of cases is Poisson.
  Another variant has longer work and prevents a part of the issues in the same worlds, so the differences are known
  too. Ten replications; the exit code is 1 if a share lies outside 93 to 97 %.
- one crew, busy 70 % of its time (M/M/1): median, ninth decile, share within a limit and mean number open follow from
  the exponential time to closing. What hangs together for days is skew in a few weeks, so few replications tell too
  little of it; five, ten and twenty are told beside each other, and nothing is refused.
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

from sim.engines import simulate, simulate_compiled
from sim.engines.reference.run import simulate as reference
from sim.measures.catalogue import MEASURES
from sim.measures.summary import summarise
from sim.scenario.load import Loaded, load
from sim.study.kinds.pairs import paired
from sim.verify.case import Seen
from sim.verify.run import SCENARIOS
from tests.engines import quickest

REPLICATIONS = 10
"""Of an experiment."""
FEWER_AND_MORE = (5, 10, 20)
"""Replications of experiments on the queue."""

PER_DAY, DAYS = 8.0, 6.0
CREWS = 20
"""So many that one is always free: on average one is busy."""
HOMES = 2_000
WORK_H = (2.0, 3.0)
PREVENTED = (0.0, 0.3)
MEASURE = next(name for name, its in MEASURES.items() if its.unit == "h")
"""A measure without an upper bound, under whose name values go through the summary."""

LOAD, WORK_MIN, LIMIT_H = 0.7, 21, 2.0
QUEUE_WEEKS = 4

Values = NDArray[np.float64]


class Coverage(NamedTuple):
    """An interval of the software: of what, the truth, and the share of experiments in which it held that."""

    name: str
    truth: float
    share: float


@cache
def variants() -> tuple[Loaded, Loaded]:
    """Return the two scenarios without a queue."""
    first, second = (
        load(
            SCENARIOS / "one-desk.yaml",
            [
                "run.warmup=0 days", f"run.length={DAYS:.0f} days", "run.followup=5 days",
                f"staff.community_desks.crews={CREWS}", f"population.households={HOMES}",
                f"population.residents={HOMES}", f"hazards.issue.rate={PER_DAY * 365 / HOMES} per resident per year",
                f"hazards.issue.handled_by.community.work={{exponential: {{mean: {hours} h}}}}",
                *([f"prevention={{issue: {share}}}"] if share else []),
            ],
        )
        for hours, share in zip(WORK_H, PREVENTED, strict=True)
    )  # fmt: skip
    return first, second


@cache
def queue() -> Loaded:
    """Return the scenario of one crew at the load 0.7."""
    work = f"hazards.issue.handled_by.community.work={{exponential: {{mean: {WORK_MIN} min}}}}"
    limit = f"hazards.issue.deadline={LIMIT_H} h"
    return load(SCENARIOS / "one-desk.yaml", [work, limit, f"run.length={QUEUE_WEEKS} weeks"])


def seen(loaded: Loaded, number: int) -> Seen:
    """Run a replication by the engine that is done first."""
    engine = simulate if quickest.simulate is reference else simulate_compiled
    return Seen(loaded.scenario, engine(loaded, number))


def replication(number: int) -> list[float]:
    """Return mean time to closing (h) and number of cases, of the first variant and then of the second."""
    values = []
    for loaded in variants():
        its = seen(loaded, number)
        values += [its.time_to_close(), float(len(its.cases()))]
    return values


def queue_truths() -> dict[str, float]:
    """Return what theory says of measures of the queue: times to closing are exponential (Kleinrock I, 5)."""
    mean = WORK_MIN / 60.0 / (1.0 - LOAD)
    return {
        "closing_median_h": mean * math.log(2.0),
        "closing_p90_h": mean * math.log(10.0),
        "on_time_share_due": 1.0 - math.exp(-LIMIT_H / mean),
        "backlog_mean": LOAD / (1.0 - LOAD),
    }


def queue_replication(number: int) -> list[float]:
    """Return the measures of a replication of the queue, in the order of their truths."""
    its = seen(queue(), number)
    return [its.measure(name) for name in queue_truths()]


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


def queue_coverage(values: Values, replications: int) -> list[Coverage]:
    """Return the same of the queue, for experiments of so many replications; a row of `queue_replication` for each."""
    whole = len(values) // replications * replications
    experiments = values[:whole].reshape(-1, replications, values.shape[1])
    return [
        Coverage(name, truth, float(np.mean([_covers(its, column, truth, name) for its in experiments])))
        for column, (name, truth) in enumerate(queue_truths().items())
    ]


def _covers(experiment: Values, column: int | tuple[int, int], truth: float, measure: str = MEASURE) -> bool:
    if isinstance(column, tuple):
        pair = paired(experiment[:, column[0]], experiment[:, column[1]])
        return pair.low <= truth <= pair.high
    frame = pd.DataFrame({"measure": measure, "value": experiment[:, column]})
    row = summarise(frame.assign(replication=range(len(frame)))).iloc[0]
    return bool(row["low"] <= truth <= row["high"])


def main(experiments: int) -> int:
    """Print the tables; return the exit code."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        values = np.array(list(pool.map(replication, range(experiments * REPLICATIONS), chunksize=50)))
        queues = np.array(list(pool.map(queue_replication, range(experiments * FEWER_AND_MORE[0]), chunksize=50)))
    found = coverage(values)
    for its in found:
        _print(its, experiments)
    for replications in FEWER_AND_MORE:
        print(f"\none crew at the load {LOAD}, {QUEUE_WEEKS} weeks, {replications} replications")
        for its in queue_coverage(queues, replications):
            _print(its, len(queues) // replications)
    return int(any(not 0.93 <= its.share <= 0.97 for its in found))


def _print(its: Coverage, experiments: int) -> None:
    error = math.sqrt(its.share * (1 - its.share) / experiments)
    print(f"{its.name:32} truth {its.truth:7.2f}   covered in {its.share:6.1%} (+- {1.96 * error:.1%})", flush=True)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
