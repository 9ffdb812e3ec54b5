"""Ratings: which stations are rated together, as one unit with one score."""

import numpy as np
from numpy.typing import NDArray

from sim.kinds import NOBODY, StationKind
from sim.plan.plan import Records

ALONE, BY_STREET = (
    (StationKind.STREET, StationKind.DEPARTMENT, StationKind.SUNK, StationKind.SERVICE),
    (StationKind.WORKER, StationKind.COMMUNITY),
)
"""Kinds of stations that are rated units of their own, and those of which all of a street are one."""


def rated_with(stations: Records, street: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number of the first station of the rated unit that each station belongs to, shape (stations,); NOBODY if none.

    Teams and departments are units of their own; the grid workers of a street are one, so are its community desks.
    `street` is the street of each community. Pools of helpers and auditors are not rated.
    """
    first = np.full(len(stations), NOBODY, dtype=np.int64)
    seen: dict[tuple[int, int], int] = {}
    for number, (kind, community) in enumerate(stations[["kind", "community"]].tolist()):
        if kind in ALONE:
            first[number] = number
        elif kind in BY_STREET:
            first[number] = seen.setdefault((kind, int(street[community])), number)
    return first
