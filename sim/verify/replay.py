"""A line of jobs worked out anew from when they came and what work they hold: every start and every end, to the ms.

Written from the rules as docs/model.md tells them, by sorting and comparing, and not from the engines: the first in
rank (joined + class x ageing, ties by who came first) is taken whenever a crew is free and open; work stops at closing
time and goes on at the next opening; an end at closing time is an end, and a start at closing time waits.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.scenario.hours import DAY, parse_hours

Ints = NDArray[np.int64]


class Line(NamedTuple):
    """Crews, all in the same hours of every day, and the wait (ms) that makes up for one class."""

    crews: int
    ageing: int
    hours: str


def replayed(line: Line, came: Ints, work: Ints, classes: Ints) -> tuple[Ints, Ints]:
    """Return start and end (ms) of each job from its arrival and work (ms) and its class; jobs in order of arrival."""
    hours = parse_hours(line.hours)
    rank = came + classes * line.ageing
    starts, ends = np.zeros_like(came), np.zeros_like(came)
    free = [0] * line.crews
    waiting: list[int] = []
    coming = 0
    while coming < len(came) or waiting:
        crew = min(range(line.crews), key=free.__getitem__)
        first = min(came[w] for w in waiting) if waiting else came[coming]
        now = _open_at(hours, max(int(first), free[crew]))
        while coming < len(came) and came[coming] <= now:
            waiting.append(coming)
            coming += 1
        job = min(waiting, key=lambda w: (rank[w], w))
        waiting.remove(job)
        starts[job], ends[job] = now, _worked(hours, now, int(work[job]))
        free[crew] = int(ends[job])
    return starts, ends


def _open_at(hours: list[tuple[int, int]], moment: int) -> int:
    """Return the first moment, not before the given one, at which it is open."""
    day = moment // DAY
    for opens, closes in [(o + d * DAY, c + d * DAY) for d in (day - 1, day, day + 1) for o, c in hours]:
        if moment < closes:
            return max(moment, opens)
    raise ValueError("never open")


def _worked(hours: list[tuple[int, int]], start: int, work: int) -> int:
    """Return when so much work is done that begins at an open moment."""
    now = start
    while True:
        day = now // DAY
        closes = next(
            c for d in (day - 1, day) for o, c in ((o + d * DAY, c + d * DAY) for o, c in hours) if o <= now < c
        )
        if now + work <= closes:
            return now + work
        work -= closes - now
        now = _open_at(hours, closes)
