"""A heap of the standard library alone: the pushes and pops of the common dispatch model, and nothing else."""

from __future__ import annotations

import random
from heapq import heappop, heappush

import spec

PENDING = 192
"""Events that are pending on average: one arrival, 140 of 200 workers at work, 51 of 75 crews."""
EVENTS_PER_ISSUE = 2 + 2 / (1 - spec.FALSE)
MEAN_TIME = PENDING * spec.GAP / EVENTS_PER_ISSUE


def run(window: spec.Window, seed: int) -> spec.Tally:
    """Take the first event and put in another, as often as the model does."""
    rng = random.Random(seed)
    heap: list[tuple[float, int]] = []
    for number in range(PENDING):
        heappush(heap, (rng.expovariate(1.0 / MEAN_TIME), number))
    tally = window.tally()
    number = PENDING
    while (time := heappop(heap)[0]) < window.end:
        number += 1
        heappush(heap, (time + rng.expovariate(1.0 / MEAN_TIME), number))
    tally.events = number - PENDING
    tally.issues = round(tally.events / EVENTS_PER_ISSUE)
    return tally


if __name__ == "__main__":
    spec.main(run)
