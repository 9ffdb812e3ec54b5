"""OCEL 2.0 as a database of SQLite (its specification of October 2023, arXiv:2403.01975, with its keys)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from sim.reading.export.log import Log, Value
from sim.reading.export.objects import (
    FROM_THE_START,
    Attribute,
    event_types,
    happenings,
    object_types,
    objects,
)

SQL_TYPES = {"string": "TEXT", "integer": "INTEGER", "float": "REAL", "boolean": "BOOLEAN", "time": "TIMESTAMP"}
"""The type of a column by the type of an attribute."""
TABLES = """
CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL UNIQUE);
CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT NOT NULL UNIQUE);
CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL REFERENCES event_map_type (ocel_type));
CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT NOT NULL REFERENCES object_map_type (ocel_type));
CREATE TABLE event_object (
    ocel_event_id TEXT REFERENCES event (ocel_id), ocel_object_id TEXT REFERENCES object (ocel_id),
    ocel_qualifier TEXT, PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier));
CREATE TABLE object_object (
    ocel_source_id TEXT REFERENCES object (ocel_id), ocel_target_id TEXT REFERENCES object (ocel_id),
    ocel_qualifier TEXT, PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier));
"""


def write_ocel_sqlite(path: Path, log: Log) -> None:
    """Write a log as OCEL 2.0 into a new database, whose file must not be there yet or be empty."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + TABLES)
        _write_objects(database, log)
        _write_events(database, log)
        database.commit()


def _write_objects(database: sqlite3.Connection, log: Log) -> None:
    types = object_types()
    for name, values in types.items():
        database.execute("INSERT INTO object_map_type VALUES (?, ?)", (name, name))
        columns = _columns(values)
        database.execute(
            f'CREATE TABLE "object_{name}" (ocel_id TEXT REFERENCES object (ocel_id), ocel_time TIMESTAMP,'
            f" ocel_changed_field TEXT{columns})"
        )
    for thing in objects(log):
        values = types[thing.type]
        database.execute("INSERT INTO object VALUES (?, ?)", (thing.id, thing.type))
        fields = ", ".join("?" * (3 + len(values)))
        rows = ((thing.id, *row) for row in _states(thing.attributes, values))
        database.executemany(f'INSERT INTO "object_{thing.type}" VALUES ({fields})', rows)
        related = ((thing.id, *its) for its in thing.relations)
        database.executemany("INSERT INTO object_object VALUES (?, ?, ?)", related)


def _states(attributes: Iterable[Attribute], values: tuple[Value, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of an object: one with all first values, and one for each later change of one of them."""
    first = {its.name: its.value for its in attributes if its.since == FROM_THE_START}
    yield (_time(FROM_THE_START), None, *(_cell(first.get(its.name), its) for its in values))
    for change in attributes:
        if change.since != FROM_THE_START:
            cells = (_cell(change.value, its) if its.name == change.name else None for its in values)
            yield (_time(change.since), change.name, *cells)


def _write_events(database: sqlite3.Connection, log: Log) -> None:
    types = event_types(log)
    for name, values in types.items():
        database.execute("INSERT INTO event_map_type VALUES (?, ?)", (name, name))
        database.execute(
            f'CREATE TABLE "event_{name}" (ocel_id TEXT PRIMARY KEY REFERENCES event (ocel_id),'
            f" ocel_time TIMESTAMP{_columns(values)})"
        )
    for event in happenings(log):
        values = types[event.type]
        database.execute("INSERT INTO event VALUES (?, ?)", (event.id, event.type))
        cells = (_cell(event.attributes.get(its.name), its) for its in values)
        fields = ", ".join("?" * (2 + len(values)))
        database.execute(f'INSERT INTO "event_{event.type}" VALUES ({fields})', (event.id, _time(event.at), *cells))
        related = ((event.id, *its) for its in event.relations)
        database.executemany("INSERT INTO event_object VALUES (?, ?, ?)", related)


def _columns(values: Iterable[Value]) -> str:
    return "".join(f', "{its.name}" {SQL_TYPES[its.type]}' for its in values)


def _cell(value: Any, its: Value) -> Any:
    return _time(value) if its.type == "time" and value is not None else value


def _time(text: str) -> str:
    """Return a time as SQLite writes it."""
    return text.replace("T", " ")
