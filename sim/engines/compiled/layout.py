"""The records of a run: the things of the lifecycle as fields of their widths, the widest first."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from sim.lifecycle.things import blank, widths
from sim.record.activities import LOG_COLUMNS


@cache  # asked for each kind at the start of every run
def layout_of(thing: type[Any]) -> np.dtype[Any]:
    """Record type of a kind of things."""
    fields = sorted(widths(thing).items(), key=lambda field: -np.dtype(field[1]).itemsize)
    return np.dtype(fields, align=True)


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
