"""The records of a run: the things of the lifecycle as fields of their widths."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from sim.lifecycle.things import Case, Issue, Resident, blank, widths
from sim.record.activities import LOG_COLUMNS

TOGETHER: dict[type[Any], str] = {
    Issue: "due_noticed heals_at key adopted notices told reports community site home hazard dangerous joint asks"
    " unsolvable generation contested",
    Case: "key token adopted due_step due_limit issue job reporter number unit step state priority source prepared"
    " settled_by",
    Resident: "trust inclination joined channel met helped",
}
"""Fields of things that most events read, by name: they lie in one line of the cache where records begin at lines."""
LONE = {Resident}
"""Things looked up one by one, far from each other: each takes whole lines of the cache, so that none begins in two."""
LINE = 64
"""Bytes of a line of the processor's cache."""


@cache  # asked for each kind at the start of every run
def layout_of(thing: type[Any]) -> np.dtype[Any]:
    """Record type of a kind of things: what events read together comes first, then the widest fields."""
    of, first = widths(thing), TOGETHER.get(thing, "").split()
    rest = sorted((name for name in of if name not in first), key=lambda name: -np.dtype(of[name]).itemsize)
    packed = np.dtype([(name, of[name]) for name in (*first, *rest)], align=True)
    return in_whole_lines(packed) if thing in LONE else packed


def in_whole_lines(packed: np.dtype[Any]) -> np.dtype[Any]:
    """A record type with room behind its fields, so that each record begins where a line of the cache does."""
    fields: Any = packed.fields
    names = list(fields)
    formats, offsets = ([fields[name][part] for name in names] for part in (0, 1))
    size = -(-packed.itemsize // LINE) * LINE
    return np.dtype({"names": names, "formats": formats, "offsets": offsets, "itemsize": size})


def narrow(records: np.ndarray[Any, np.dtype[Any]]) -> np.ndarray[Any, np.dtype[Any]]:
    """The same records, of shape (n,), with whole numbers of 4 bytes: for those that only name and count things."""
    fields: Any = records.dtype.fields
    return records.astype([(name, "i4" if fields[name][0] == np.int64 else fields[name][0]) for name in fields])


def blank_of(thing: Any) -> np.ndarray[Any, np.dtype[Any]]:
    """One record of a thing before anything happened to it, shape (1,)."""
    layout, values = layout_of(thing), blank(thing)
    return np.array([tuple(values[name] for name in layout.names or ())], dtype=layout)


def whole(names: str) -> np.dtype[Any]:
    """Record type of whole numbers of these names."""
    return np.dtype([(name, "i8") for name in names.split()])


CALENDAR_AT = whole("first last at")
"""A calendar, with the interval that was found last: the next search begins there."""

EVENT = whole("when who")
"""An entry of the event heap: the time above the kind, and the number of the entity above the slot where it is kept."""

NODE = np.dtype([("rank", "i8"), *((name, "i4") for name in ("number", "slot", "left", "right"))])
"""An entry of a line; free ones are chained by `right`."""

EVENTS = 8
"""The kernel looks whether tables have room after so many events."""

WIDTHS = {"activity": "i2", "generation": "i1", "case": "i4", "agent_kind": "i1", "agent": "i4"}
"""Columns of the log that need fewer than 8 bytes; a third of all memory that a run touches is its log."""

LOG_ROW = np.dtype([(name, WIDTHS.get(name, "i8")) for name in LOG_COLUMNS])
"""A row of the log, without room between its columns."""
