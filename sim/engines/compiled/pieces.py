"""Pieces of memory: all tables of a run lie in one, and the next run takes it again once nobody looks at them.

What comes from the system is cleared page by page when it is first written to, which takes a tenth of a run. Outcomes
are views of tables, so that a piece is free when the last of these is gone, and not before.
"""

from __future__ import annotations

import weakref
from collections.abc import Collection, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.engines.compiled.layout import LINE

LARGE_PAGE = 1 << 21
"""Bytes of a large page of memory."""
LEAST = 1 << 25
"""Bytes of a piece at least: a smaller one glibc may take from what was freed, and then clears all of it."""

Table = tuple[int, np.dtype[Any]]
"""Rows of a table, and their type."""

_free: list[Piece] = []
"""The piece that was let go last; one is enough for runs that follow each other."""


class Piece:
    """Memory of a run, with room for some tables side by side; each begins at a line of the cache, the first at a page.

    Numpy asks the system for large pages where a piece is large: so a handful of page faults bring in what takes
    thousands else.
    """

    def __init__(self, tables: Mapping[str, Table], written_first: Collection[str] = ()) -> None:
        """Take memory for tables, by name: that of an earlier run, or new.

        Of some, `written_first`, each row is written whole before it is read: they need not be clear.
        """
        sizes = [-(-rows * dtype.itemsize // LINE) * LINE for rows, dtype in tables.values()]
        self._memory: NDArray[np.uint8]
        self._tables = dict(tables)
        self._starts = dict(zip(tables, np.cumsum([0, *sizes[:-1]]).tolist(), strict=True))
        size = sum(sizes) + LARGE_PAGE
        earlier = _free.pop() if _free else None
        self._left: Mapping[str, int] = {}
        if earlier is not None and len(earlier._memory) >= size:
            self._left = earlier._clear(but=written_first if earlier._tables == self._tables else ())
            self._memory = earlier._memory
        else:
            self._memory = np.zeros(max(size, LEAST), dtype=np.uint8)
        begin = -self._memory.ctypes.data % LARGE_PAGE
        self._room = self._memory[begin : begin + size - LARGE_PAGE]
        self._written: Mapping[str, int] | None = None

    def tables(self) -> dict[str, NDArray[Any]]:
        """Return the tables: zeros, but for those that are written first. Views of them keep the piece in use."""
        # An array below which numpy looks for no other one: the base of all views.
        seen = np.frombuffer(self._room.data, dtype=np.uint8)
        weakref.finalize(seen, self._end)
        return {
            name: seen[start : start + self._bytes(name, self._tables[name][0])].view(self._tables[name][1])
            for name, start in self._starts.items()
        }

    def let_go(self, written: Mapping[str, int]) -> None:
        """Say how many rows, from the first on, may have been written of tables; of those not named all may have been.

        Without this call the memory does not serve again.
        """
        self._written = {
            name: max(min(written.get(name, rows), rows), self._left.get(name, 0))
            for name, (rows, _) in self._tables.items()
        }

    def _bytes(self, name: str, rows: int) -> int:
        return rows * self._tables[name][1].itemsize

    def _end(self) -> None:
        """Nobody has a view of the tables any more."""
        if self._written is not None:
            _free[:] = [self]

    def _clear(self, but: Collection[str]) -> dict[str, int]:
        """Clear what was written, but for some tables; return how many rows of these are left as they were."""
        written = self._written or {}
        for name in written.keys() - set(but):
            start = self._starts[name]
            self._room[start : start + self._bytes(name, written[name])] = 0
        return {name: rows for name, rows in written.items() if name in but}
