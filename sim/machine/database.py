"""DuckDB for every thread and process: a connection that nobody else uses, and no bar of DuckDB's own.

One database in memory is kept for each process, since to open one takes as long as writing ten small tables; whoever
asks gets a connection to it alone, because two threads must not use one. Before the process is forked its database
is closed: it has threads, which the other would lack and wait for without end.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from sim.machine.locks import process_lock

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


class _Kept:
    """The database of this process, and the connections to it that are in use."""

    database: ClassVar[DuckDBPyConnection | None] = None
    used: ClassVar[dict[int, DuckDBPyConnection]] = {}


@contextmanager
def connection() -> Iterator[DuckDBPyConnection]:
    """Enter a connection to the database of this process, with one thread, which is closed afterwards."""
    own = _connected()
    try:
        yield without_bar(own)
    finally:
        own.close()
        with _LOCK:
            _Kept.used.pop(id(own), None)


def was_interrupted(error: Exception) -> bool:
    """Say whether an error is DuckDB's way of telling of Ctrl-C, whatever names of files others hold."""
    import duckdb

    words = "query interrupted", "interrupt"
    return isinstance(error, duckdb.InterruptException) or (
        not isinstance(error, duckdb.Error) and str(error).lower().startswith(words)
    )


def without_bar(opened: DuckDBPyConnection) -> DuckDBPyConnection:
    """Return a connection that draws no bar, as DuckDB does where Python is used by hand.

    A notebook without ipywidgets has no bar, and there DuckDB refuses that it be switched off.
    """
    (shown,) = opened.execute("SELECT current_setting('enable_progress_bar')").fetchall()[0]
    if shown:
        opened.execute("SET enable_progress_bar = false")
    return opened


def _connected() -> DuckDBPyConnection:
    with _LOCK:
        if _Kept.database is None:
            import duckdb

            _Kept.database = duckdb.connect(config={"threads": 1})
        own = _Kept.database.cursor()
        _Kept.used[id(own)] = own
        return own


def _close() -> None:
    """Close the database before a fork; it lives on for those threads that are using it."""
    if _Kept.database is not None:
        _Kept.database.close()
        _Kept.database = None


def _leave_alone() -> None:
    """Leave what other threads were using before a fork alone for ever: to close it would wait for these threads."""
    for used in _Kept.used.values():
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(used))
    _Kept.used.clear()


if hasattr(os, "register_at_fork"):  # before the lock, which is taken in the opposite order
    os.register_at_fork(before=_close, after_in_child=_leave_alone)
_LOCK = process_lock()
"""For the database, and for the list of its connections."""
