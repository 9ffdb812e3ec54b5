"""The log of a run: rows of whole numbers in one flat array, written only if asked for, counted always."""

from array import array

import numpy as np
from numpy.typing import NDArray

from sim.engines.reference.entities import Issue
from sim.record.activities import LOG_COLUMNS


class EventLog:
    """Collects rows (see sim.record.activities) in order of time."""

    def __init__(self, keep: bool) -> None:
        self.keep = keep
        self.rows = 0
        self._cells = array("q")

    def write(
        self, now: int, activity: int, issue: Issue | None, case: int, kind: int, agent: int, value: int = 0
    ) -> None:
        """Add a row; `activity` and `kind` are numbers of NUMBER and KIND."""
        self.rows += 1
        if self.keep:
            root, generation = (issue.root, issue.generation) if issue is not None else (-1, -1)
            self._cells.extend((now, activity, root, generation, case, kind, agent, value))

    def table(self) -> NDArray[np.int64]:
        """The rows, shape (n, 8), in the order of `LOG_COLUMNS`."""
        return np.frombuffer(self._cells, dtype=np.int64).reshape(-1, len(LOG_COLUMNS))
