"""The records of a run: what the reference engine keeps in objects, field by field under the same names.

All fields are whole numbers unless said otherwise; times in ms, truths 0 or 1, NOBODY (-1) where there is none. A
reference to another thing is its number. `due_*` is the time of its pending event of that kind, NOBODY if none is
pending.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.engines.outcome import STATION_COLUMNS
from sim.record.activities import LOG_COLUMNS


def fields(**names: str) -> np.dtype[Any]:
    """Record type: the names (parted by blanks) of its fields of each width, the widest first."""
    return np.dtype([(name, width) for width, of_width in names.items() for name in of_width.split()], align=True)


ISSUE = fields(
    i8="root key occurred ended detected needs work heals_at due_noticed",
    i4="slot number community site option notices finds reports cases case",
    i2="hazard",
    i1="generation detected_by fixed_by dangerous joint",
)
"""An issue; its state stands apart, among the `states` of all, which walks look through. `slot` is its place in both,
`number` orders it among all that occur or may."""

CASE = fields(
    i8="key token reported registered dispatched responded arrived claimed closed limit whistled first_whistle "
    "assembled summons waiting asked_again due_hold due_limit due_step due_contact due_chase",
    i4="number issue reporter finder job first_part last_part attempt dispatches returns sent_back reopened repeats "
    "overdue chased whistles",
    i2="channel unit",
    i1="source state step priority asks_extension level extended shelved called_back said_solved satisfied verified "
    "found_gone assembled_late",
)
"""A case; its parts are a chain of jobs."""

JOB = fields(
    i8="slot case kind clock number rank department own_check queued started arrived station server next_part offered "
    "earlier later",
    f8="x y",
)
"""A job. Its slot is used again when it has ended (`number` 0: free, `later` the next free one); while `offered` to
party members it stands between an `earlier` and a `later` job of its station."""

CALENDAR_AT = fields(i8="first last at")
"""A calendar, with the interval that was found last: the next search begins there."""

SERVER = fields(
    i8="number station job case busy displaced cases duty always due_done due_arrived",
    f8="x y",
)
"""A server; `cases`, `duty`, `always` are its calendars. `case` is that of its last job, so that it can be foreseen."""

STATION = fields(
    i8="number level kind waiting first_offer last_offer evenings load_at closed in_time due_open due_duty due_evening",
    f8="load",
)
"""A station; `kind` is its kind of agent in the log. The heads of its lines stand in the rows `lines`."""

WORKER = fields(
    i8="coverer odometer visit_odometer sightings visits covers walking period stint since until patrolled visited",
)
"""A worker with the own beat; `sightings`, `visits` are heads of heaps, `stint` the last stint that has begun; what is
left of a period stands in the rows `left`."""

RESIDENT = fields(f8="first_trust trust inclination", i4="channel met")
"""A resident; all 0 until met, that is, first involved. `met` lists the numbers of those who are, in that order."""

EVENT = fields(i8="when who")
"""An entry of the event heap: the time above the kind, and the number of the entity above the slot where it is kept."""

NODE = fields(i8="rank number slot left right")
"""A node of a heap in line or on a beat; free ones are chained by `right`."""

LOG_ROW = fields(i8=" ".join(LOG_COLUMNS))
DONE_JOB = fields(i8="queued started arrived finished busy displaced", i4="case station server", i1="kind")
MARK = fields(i8=" ".join(STATION_COLUMNS))
"""Hours of a station when the window opened or closed."""
