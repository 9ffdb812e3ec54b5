"""Formulas of queueing theory, in hours and rates per hour, written down from their sources and from nothing in here.

`lam` is the rate of arrivals, `mean` the mean work, `scv` its squared coefficient of variation, `rho` the load of a
server.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def erlang_c(servers: int, offered: float) -> float:
    """Return the probability of waiting in M/M/c with `offered` = lam mean (Erlang 1917; Kleinrock I, 3.5)."""
    rho = offered / servers
    tail = offered**servers / math.factorial(servers) / (1.0 - rho)
    return tail / (sum(offered**k / math.factorial(k) for k in range(servers)) + tail)


def wait_with_servers(servers: int, lam: float, mean: float) -> float:
    """Return the mean wait (h) in M/M/c (Erlang 1917; Kleinrock I, 3.5)."""
    offered = lam * mean
    return erlang_c(servers, offered) * mean / (servers - offered)


def wait_of_any_work(lam: float, mean: float, scv: float) -> float:
    """Return the mean wait (h) in M/G/1 (Pollaczek 1930, Khinchine 1932; Kleinrock I, 5)."""
    return lam * mean * mean * (1.0 + scv) / (2.0 * (1.0 - lam * mean))


def waits_by_class(servers: int, lams: Sequence[float], mean: float) -> list[float]:
    """Return the mean waits (h) of classes, first the most urgent, in M/M/c without interruption (Cobham 1954)."""
    residual = erlang_c(servers, sum(lams) * mean) * mean / servers
    loads = [0.0]
    for lam in lams:
        loads.append(loads[-1] + lam * mean / servers)
    return [residual / ((1.0 - above) * (1.0 - own)) for above, own in pairwise(loads)]


def both_of_two(lam: float, mean: float) -> float:
    """Return the mean time (h) until both halves of a job are done by two M/M/1 that every job comes to (Flatto and
    Hahn 1984; Nelson and Tantawi 1988)."""
    rho = lam * mean
    return (12.0 - rho) / 8.0 * mean / (1.0 - rho)


def open_with_few_homes(homes: int, each: float, mean: float) -> tuple[float, float]:
    """Return the mean number open, and the mean time open (h), where each of some homes has an issue at the rate `each`
    while it has none, and one crew handles them (Palm 1947; Kleinrock I, 3.8)."""
    weights = [1.0]
    for k in range(homes):
        weights.append(weights[-1] * (homes - k) * each * mean)
    total = sum(weights)
    present = sum(k * weight for k, weight in enumerate(weights)) / total
    return present, present / (each * (homes - present))


def present_by_shift(lam: float, mean: float, hours: float, most: int = 200) -> float:
    """Return the mean number of jobs present where one crew works so many hours of each day, and arrivals come by day
    and night: exact but for the cut at `most` jobs, by the Markov chain embedded at opening.

    Between openings the number grows as a Poisson process; while open it is that of an M/M/1. Both are linear in the
    distribution of the number, so a day is one matrix, whose fixed point is the distribution at opening, and the mean
    over the day follows in steps of an eighth of an hour, by Simpson's rule (Stewart 1994, chapters 1 and 8).
    """
    import numpy as np
    from scipy.linalg import expm

    birth = np.diag(np.full(most, lam), 1)
    birth -= np.diag(np.append(np.full(most, lam), 0.0))
    death = np.diag(np.full(most, 1.0 / mean), -1) - np.diag(np.append(0.0, np.full(most, 1.0 / mean)))
    step = 0.125
    opened, shut = expm((birth + death) * step), expm(birth * step)
    steps, rest = round(hours / step), round((24.0 - hours) / step)
    day = np.linalg.matrix_power(opened, steps) @ np.linalg.matrix_power(shut, rest)
    at = np.linalg.solve((day.T - np.eye(most + 1) + np.ones((most + 1, most + 1))), np.ones(most + 1))
    levels = np.arange(most + 1.0)
    means = [float(at @ levels)]
    for moved in [opened] * steps + [shut] * rest:
        at = at @ moved
        means.append(float(at @ levels))
    return (
        float(_simpson(np.array(means[: steps + 1])) * hours + _simpson(np.array(means[steps:])) * (24.0 - hours)) / 24
    )


def _simpson(values: NDArray[np.float64]) -> float:
    """Return the mean of a function given at an odd number of even steps."""
    total = values[0] + values[-1] + 4.0 * values[1::2].sum() + 2.0 * values[2:-1:2].sum()
    return float(total / (3.0 * (len(values) - 1)))


def open_at(
    rate: NDArray[np.float64], survives: Callable[[NDArray[np.float64]], NDArray[np.float64]]
) -> NDArray[np.float64]:
    """Return the mean number open at the start of each hour of a week in M(t)/G/infinity: the sum over past arrivals of
    the probability that they are still open (Eick, Massey and Whitt 1993, theorem 1).

    `rate` has the arrivals an hour in each of 168 hours; `survives` the probability that work lasts longer than so many
    hours. Within an hour by 60 midpoints, over eight weeks back.
    """
    import numpy as np

    ages = (np.arange(8 * 168 * 60, dtype=np.float64) + 0.5) / 60.0
    still = survives(ages).reshape(-1, 60).mean(axis=1)
    hours = np.arange(168)
    back = (hours[:, None] - 1 - np.arange(len(still))[None, :]) % 168
    found: NDArray[np.float64] = rate[back] @ np.asarray(still, dtype=np.float64)
    return found
