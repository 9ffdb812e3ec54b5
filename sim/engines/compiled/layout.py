"""The records of a run: the things of the lifecycle as fields of their widths."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from sim.lifecycle.things import Case, Issue, Resident, blank, widths
from sim.record.activities import LOG_COLUMNS

TOGETHER: dict[type[Any], str] = {
    Issue: "due_noticed heals_at key adopted notices told reports community site case hazard dangerous joint asks"
    " unsolvable generation contested",
    Case: "key token adopted due_step due_limit issue job reporter number unit step state priority source prepared"
    " settled_by",
    Resident: "trust inclination joined channel met helped",
}
"""Fields of things that most events read, by name: they lie in one line of the cache where records begin at lines."""


@cache  # asked for each kind at the start of every run
def layout_of(thing: type[Any]) -> np.dtype[Any]:
    """Record type of a kind of things: what events read together comes first, then the widest fields."""
    of, first = widths(thing), TOGETHER.get(thing, "").split()
    rest = sorted((name for name in of if name not in first), key=lambda name: -np.dtype(of[name]).itemsize)
    return np.dtype([(name, of[name]) for name in (*first, *rest)], align=True)


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

NODE = whole("rank number slot left right")
"""An entry of a line; free ones are chained by `right`."""

WIDTHS = {"activity": "i2", "generation": "i1", "case": "i4", "agent_kind": "i1", "agent": "i4"}
"""Columns of the log that need fewer than 8 bytes; a third of all memory that a run touches is its log."""

LOG_ROW = np.dtype([(name, WIDTHS.get(name, "i8")) for name in LOG_COLUMNS])
"""A row of the log, without room between its columns."""
