"""OCEL 2.0 as JSON (its specification of October 2023, arXiv:2403.01975, and the schema that comes with it)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from sim.reading.export.log import Log, Value
from sim.reading.export.objects import Happening, Relation, Thing, event_types, happenings, object_types, objects

ZONE = "Z"
"""Written behind local times, so that tools leave the hour of the day as it is; the standard demands one."""


def write_ocel_json(file: IO[str], log: Log) -> None:
    """Write a log as OCEL 2.0 in JSON into a text file in UTF-8, an object or event a line."""
    types = object_types()
    parts: tuple[tuple[str, Iterable[dict[str, Any]]], ...] = (
        ("objectTypes", _types(types)),
        ("eventTypes", _types(event_types(log))),
        ("objects", (_object(thing, types[thing.type]) for thing in objects(log))),
        ("events", map(_event, happenings(log))),
    )
    for number, (name, entries) in enumerate(parts):
        file.write(f'{"," if number else "{"}\n"{name}": [')
        file.writelines(_lines(entries))
        file.write("\n]")
    file.write("\n}\n")


def _lines(entries: Iterable[dict[str, Any]]) -> Iterator[str]:
    for number, entry in enumerate(entries):
        yield ("," if number else "") + "\n" + json.dumps(entry, ensure_ascii=False, allow_nan=False)


def _types(types: Mapping[str, tuple[Value, ...]]) -> Iterator[dict[str, Any]]:
    for name, values in types.items():
        yield {"name": name, "attributes": [value._asdict() for value in values]}


def _object(thing: Thing, values: tuple[Value, ...]) -> dict[str, Any]:
    times = {value.name for value in values if value.type == "time"}
    attributes = [
        {"name": its.name, "time": its.since + ZONE, "value": its.value + ZONE if its.name in times else its.value}
        for its in thing.attributes
    ]
    told = {"id": thing.id, "type": thing.type, "attributes": attributes}
    return {**told, "relationships": _relationships(thing.relations)}


def _event(its: Happening) -> dict[str, Any]:
    attributes = [{"name": name, "value": value} for name, value in its.attributes.items()]
    told = {"id": its.id, "type": its.type, "time": its.at + ZONE, "attributes": attributes}
    return {**told, "relationships": _relationships(its.relations)}


def _relationships(relations: Iterable[Relation]) -> list[dict[str, str]]:
    return [{"objectId": its.object_id, "qualifier": its.qualifier} for its in relations]
