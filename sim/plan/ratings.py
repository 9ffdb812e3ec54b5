"""Ratings: which stations are rated together, as one unit with one score."""

import numpy as np
from numpy.typing import NDArray

from sim.kinds import NOBODY, Scope, StationKind
from sim.plan.plan import Records

SCOPES = [kind.scope for kind in StationKind]
"""Scope of each kind of stations."""


def rated_with(stations: Records, street: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number of the first station of the rated unit that each station belongs to, shape (stations,); NOBODY if none.

    Teams and departments are units of their own; the grid workers of a street are one, so are its community desks.
    `street` is the street of each community. Pools of helpers are not rated.
    """
    first = np.full(len(stations), NOBODY, dtype=np.int64)
    seen: dict[tuple[int, int], int] = {}
    for number, (kind, community) in enumerate(stations[["kind", "community"]].tolist()):
        if SCOPES[kind] in (Scope.STREET, Scope.DISTRICT):
            first[number] = number
        elif kind in (StationKind.WORKER, StationKind.COMMUNITY):
            first[number] = seen.setdefault((kind, int(street[community])), number)
    return first
