"""The log in the view of OCEL 2.0: events, and the objects that they are about, with how both hang together.

Objects are issues, cases, stations and units. A case is `about` an issue, an issue `recurs` from an earlier one, a
station is `part of` a unit. Attributes hold from the beginning on (in OCEL: 1970), but for the state of issues and
cases, which changes when they end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sim.reading.export.log import VALUES, Event, Log, Value
from sim.record.columns import TABLES

FROM_THE_START = "1970-01-01T00:00:00.000"
"""Since when an attribute has its first value, by the standard."""
TYPES = {"int": "integer", "float": "float", "bool": "boolean", "str": "string", "word": "string", "time": "time"}
"""The type of an attribute in OCEL by the type of a column."""
LEFT_OUT = {"replication", "root", "generation", "case", "state", "site", "x_m", "y_m"}
"""Columns of issues and cases that are no attributes: identities, which are in the name, and what is told apart."""
STATION = (Value("name", "string"), Value("kind", "string"), Value("community", "integer"), Value("servers", "integer"))
PERFORMER = (Value("performer", "string"), Value("performer_number", "integer"))
"""Attributes of every event, beside what its value says; the number is missing where there is only one of a kind."""


class Relation(NamedTuple):
    """A relation to an object, by its id, and what it is to what names it."""

    object_id: str
    qualifier: str


class Attribute(NamedTuple):
    """A value of an attribute, and since when it holds."""

    name: str
    value: Any
    since: str = FROM_THE_START


class Thing(NamedTuple):
    """An object: its id, type, attributes (a later value of one behind the earlier), and relations to others."""

    id: str
    type: str
    attributes: tuple[Attribute, ...]
    relations: tuple[Relation, ...]


class Happening(NamedTuple):
    """An event: its id, type, time, attributes by name, and the objects that it is about."""

    id: str
    type: str
    at: str
    attributes: Mapping[str, Any]
    relations: tuple[Relation, ...]


def object_types() -> dict[str, tuple[Value, ...]]:
    """Return the types of objects with their attributes."""
    told = {
        name: (Value("state", "string"), *_columns(table)) for name, table in (("issue", "issues"), ("case", "cases"))
    }
    return {**told, "station": STATION, "unit": (Value("name", "string"),)}


def event_types(log: Log) -> dict[str, tuple[Value, ...]]:
    """Return the types of events that occur in a log with their attributes."""
    return {name: (*PERFORMER, *VALUES.get(name, ())) for name in log.activities()}


def objects(log: Log) -> Iterator[Thing]:
    """Yield all objects of a log."""
    for replication in log.replications:
        for unit in log.units:
            yield Thing(_id("unit", replication, unit), "unit", (Attribute("name", unit),), ())
        for number, station in enumerate(log.stations[replication]):
            values = zip(STATION, (station.name, station.kind, station.community, station.servers), strict=True)
            told = tuple(Attribute(its.name, value) for its, value in values if value != -1)
            whole = Relation(_id("unit", replication, station.unit), "part of")
            yield Thing(_id("station", replication, number), "station", told, (whole,))
    for row, follows in log.issues():
        replication, root, generation = row["replication"], row["root"], row["generation"]
        before = (Relation(_issue(replication, (root, generation - 1)), "recurs from"),) if follows else ()
        own_id = _issue(replication, (root, generation))
        yield _thing("issue", own_id, row, before, row["ended_at"] or row["occurred_at"])
    for row in log.rows("cases"):
        about = Relation(_issue(row["replication"], (row["root"], row["generation"])), "about")
        own_id = _id("case", row["replication"], row["case"])
        yield _thing("case", own_id, row, (about,), row["closed_at"])


def happenings(log: Log) -> Iterator[Happening]:
    """Yield all events of a log."""
    for event in log.events():
        told = {"performer": event.performer, "performer_number": event.number, **event.values}
        told = {name: value for name, value in told.items() if not (name == "performer_number" and value < 0)}
        yield Happening(f"event {event.row}", event.activity, event.at, told, tuple(_relations(event, log)))


def _relations(event: Event, log: Log) -> Iterator[Relation]:
    """Yield what an event is about: its case, its issue, who performed it, and whom it names."""
    if event.case >= 0:
        yield Relation(_id("case", event.replication, event.case), "case")
    if event.of_issue:
        yield Relation(_issue(event.replication, event.issue), "issue")
    if event.station is not None:
        yield Relation(_id("station", event.replication, event.station), "performer")
    if "unit" in event.values:
        yield Relation(_id("unit", event.replication, event.values["unit"]), "unit")
    if event.named is not None:
        yield Relation(_id("station", event.replication, event.named), "queue")


def _thing(kind: str, own_id: str, row: Mapping[str, Any], relations: tuple[Relation, ...], end: str | None) -> Thing:
    """Return an issue or case, whose state is `open` until it ends, if it does at a time that is known."""
    state = row["state"]
    if state == "open" or end is None:
        states = [Attribute("state", state)]
    else:
        states = [Attribute("state", "open"), Attribute("state", state, end)]
    values = ((its.name, row[its.name]) for its in _columns(f"{kind}s"))
    told = (Attribute(name, value) for name, value in values if value is not None and value != "")
    return Thing(own_id, kind, (*states, *told), relations)


def _columns(table: str) -> tuple[Value, ...]:
    return tuple(Value(its.name, TYPES[its.type]) for its in TABLES[table] if its.name not in LEFT_OUT)


def _id(kind: str, replication: int, which: object) -> str:
    return f"{kind} {replication}-{which}"


def _issue(replication: int, own: tuple[int, int]) -> str:
    return _id("issue", replication, f"{own[0]}-{own[1]}")
