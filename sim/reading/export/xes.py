"""XES, the XML of event logs (IEEE 1849): a trace for each case, an event for each row of the log that is of a case.

In the order that the standard prescribes: extensions, globals, classifiers, attributes of the log, traces. Keys of the
standard extensions Concept, Time, Lifecycle and Organizational mean what these say; all others are ours. Rows of the
log that are of no case (an issue occurs, heals, is seen) have no place here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO, Any
from xml.sax.saxutils import quoteattr

import sim
from sim.reading.export.log import Event, KnownStation, Log, performer_name
from sim.record.columns import TABLES

EXTENSIONS = (
    ("Concept", "concept", "http://www.xes-standard.org/concept.xesext"),
    ("Time", "time", "http://www.xes-standard.org/time.xesext"),
    ("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"),
    ("Organizational", "org", "http://www.xes-standard.org/org.xesext"),
)
ZONE = "+00:00"
"""Written behind local times, so that tools leave the hour of the day as it is."""
TAGS = {"int": "int", "float": "float", "bool": "boolean", "str": "string", "word": "string", "time": "date"}
"""The element of an attribute by the type of a column."""
OF_VALUE = {bool: "boolean", int: "int", float: "float", str: "string"}
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that no XML may hold."""


def write_xes(file: IO[str], log: Log, name: str) -> None:
    """Write a log, called by its scenario's name, as XES into a text file in UTF-8."""
    file.writelines(_head(name))
    for case, events in log.traces():
        file.writelines(_trace(case, events, log.stations[case["replication"]]))
    file.write("</log>\n")


def _head(name: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<log xes.version="1849.2016" xes.features="" xmlns="http://www.xes-standard.org/">\n'
    for title, prefix, uri in EXTENSIONS:
        yield f'\t<extension name="{title}" prefix="{prefix}" uri="{uri}"/>\n'
    yield '\t<global scope="trace">\n' + _attribute("string", "concept:name", "unknown", 2) + "\t</global>\n"
    yield '\t<global scope="event">\n'
    yield _attribute("string", "concept:name", "unknown", 2)
    yield _attribute("string", "lifecycle:transition", "complete", 2)
    yield _attribute("date", "time:timestamp", f"1970-01-01T00:00:00.000{ZONE}", 2)
    yield '\t</global>\n\t<classifier name="Activity" scope="event" keys="concept:name"/>\n'
    yield _attribute("string", "concept:name", name, 1)
    yield _attribute("string", "lifecycle:model", "standard", 1)
    yield _attribute("string", "source", f"gridgov {sim.__version__}", 1)


def _trace(case: Mapping[str, Any], events: list[Event], stations: list[KnownStation]) -> Iterator[str]:
    yield "\t<trace>\n"
    yield _attribute("string", "concept:name", f"{case['replication']}-{case['case']}", 2)
    for column in TABLES["cases"]:
        value = case[column.name]
        if value is not None and value != "":
            yield _attribute(TAGS[column.type], column.name, value, 2)
    for event in events:
        yield "\t\t<event>\n"
        yield _attribute("string", "concept:name", event.activity, 3)
        yield _attribute("string", "lifecycle:transition", "complete", 3)
        yield _attribute("date", "time:timestamp", event.at, 3)
        yield _attribute("string", "org:role", event.performer, 3)
        yield _attribute("string", "org:resource", performer_name(event, stations), 3)
        if event.station is not None:
            yield _attribute("string", "org:group", stations[event.station].unit, 3)
        for key, value in event.values.items():
            yield _attribute(OF_VALUE[type(value)], key, value, 3)
        yield "\t\t</event>\n"
    yield "\t</trace>\n"


def _attribute(tag: str, key: str, value: Any, depth: int) -> str:
    """Return an attribute as a line; dates gain the zone, truth values their small letters."""
    if tag == "date" and not str(value).endswith(ZONE):
        value = f"{value}{ZONE}"
    text = str(value).lower() if tag == "boolean" else _NOT_IN_XML.sub("\ufffd", str(value))
    return f'{chr(9) * depth}<{tag} key="{key}" value={quoteattr(text)}/>\n'
