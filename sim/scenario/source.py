"""Reading a YAML file into plain values, with the line and column of every key and value.

A scenario is data, so of YAML 1.2 only the core is taken: no tags, no merge keys, no second document, a
bounded number of aliases. Plain scalars follow the core schema (`true`, `null`, `12`, `0x1f`, `1e-3`); all
else is text, so that `no`, `12:30` and `2026-01-31` stay what they look like. Keys are always text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from sim.language.chinese import signs_of_yaml
from sim.language.contradiction import Path
from sim.said import listed, said
from sim.scenario.problems import Place, Problem, ScenarioError, described, shortened

MAX_BYTES = 10_000_000
RETOLD = 100_000
MAX_ALIASES = 100
MAX_DEPTH = 40

_INTEGER = re.compile(r"[-+]?[0-9]{1,300}")
_ENDLESS = re.compile(r"[-+]?[0-9]{301,}")
"""Whole numbers beyond what any number holds; they stay texts, which messages show as they stand."""
_ROUND = re.compile(r"[-+]?[0-9]{1,3}[eE]\+?[0-9]{1,2}")
"""Whole numbers written short: 1e6."""
_BASED = re.compile(r"0o[0-7]{1,20}|0x[0-9a-fA-F]{1,16}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_UNREADABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Signs that no name or text needs, and that terminals, files and tables take for something else."""
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None} | {
    written: value
    for word, value in (("true", True), ("false", False))
    for written in (word, word.capitalize(), word.upper())
}
_FULL_WIDTH_SYNTAX = re.compile(
    r"\s*(?:-\s+)?(?:[\w.\-\u3000\u201c\u201d]*[\uff1a\u3000]"
    r"|[\w.-]+:\s*[\uff5b\uff3b]|[^#\"']*[{\[][^#\"']*[\uff1a\uff0c])"
)
"""A line where a full-width sign follows a key, begins a section or parts its entries, outside quotes and comments."""
_VALUE_EVENTS = (
    ScalarEvent,
    AliasEvent,
    MappingStartEvent,
    MappingEndEvent,
    SequenceStartEvent,
    SequenceEndEvent,
)


@dataclass(frozen=True)
class SourceText:
    """A document as written: its values, and the place of each key and each value by its path."""

    file: str
    data: dict[str, Any]
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)

    def place(self, path: Path, *, of_key: bool = False) -> Place | None:
        """Return where the value at `path` (or its key) is written, None if it is not in this document."""
        return (of_key and self.keys.get(path)) or self.values.get(path)


def decode(raw: bytes, file: str) -> str:
    """Return the text of a file, which must be UTF-8 and not larger than any scenario."""
    if len(raw) > MAX_BYTES:
        problem = Problem(
            Place(file),
            said("larger than {most:,} bytes", most=MAX_BYTES),
            found=said("{found:,} bytes", found=len(raw)),
        )
        raise ScenarioError([problem])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = Place(file, before.count(b"\n") + 1, error.start - before.rfind(b"\n"))
        message = said("not UTF-8 text: byte {start} is 0x{found:02x}", start=error.start, found=raw[error.start])
        raise ScenarioError([Problem(place, message, allowed="save the file as UTF-8")]) from None


@lru_cache(maxsize=64)
def parse(text: str, file: str) -> SourceText:
    """Return the document in `text`, not to be changed by the caller; raise ScenarioError with its faults."""
    builder, data = _built(text, file)
    if not builder.problems and not isinstance(data, dict):
        start = builder.values.get((), Place(file, 1, 1))
        signs = signs_of_yaml(data) if isinstance(data, str) else None
        builder.refuse(start, "expected keys with values", found=described(data), allowed=signs)
    if builder.problems:
        raise ScenarioError(builder.problems)
    return SourceText(file, data, builder.keys, builder.values)


def parse_value(text: str, file: str) -> Any:
    """Return one value written in YAML, such as the right side of `--set`; `file` names it in messages."""
    builder, value = _built(text, file, may_be_empty=True)
    if builder.problems:
        raise ScenarioError([Problem(Place(file), problem.message) for problem in builder.problems])
    return value


def _built(text: str, file: str, *, may_be_empty: bool = False) -> tuple[_Builder, Any]:
    """Return what `text` holds: read by libyaml; what that cannot read is read by Python, which tells better why.

    Python takes a second for RETOLD characters; of larger files libyaml's own words are told.
    """
    builder = _Builder(text, file)
    value = builder.document(YAML(typ="safe", pure=False), may_be_empty=may_be_empty)
    if builder.unreadable and len(text) <= RETOLD:
        builder = _Builder(text, file)
        value = builder.document(YAML(typ="safe", pure=True), may_be_empty=may_be_empty)
    return builder, value


class _Builder:
    """Builds plain values from the events of the YAML parser and notes where each began."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.keys: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.problems: list[Problem] = []
        self.anchors: dict[str, Any] = {}
        self.open_anchors = self.aliases = 0
        self.unreadable = False

    def document(self, yaml: YAML, *, may_be_empty: bool = False) -> Any:
        """Return the value of the only document; faults are kept in `problems`."""
        try:
            events = self._checked(yaml.parse(self.text))
            first = next(events, None)
            if first is None:
                return None if may_be_empty else self.refuse(Place(self.file), "the file is empty")
            value = self._value(first, events, ())
            for event in events:
                self.refuse(self._at(event), "a second document starts here; a file holds one")
            return value
        except MarkedYAMLError as error:
            self.unreadable = True
            return self._unparsable(error)
        except _TooMuchError as error:
            return self.refuse(error.place, error.message)
        except ReaderError as error:
            self.unreadable = True
            return self._unreadable(error)
        except YAMLError as error:
            self.unreadable = True
            return self.refuse(
                Place(self.file, 1, 1),
                said("not a readable YAML file: {why}", why=str(error).splitlines()[0]),
            )

    def refuse(
        self, place: Place, message: str, *, found: str | None = None, path: Path = (), allowed: str | None = None
    ) -> None:
        """Note a problem."""
        self.problems.append(Problem(place, message, path, found, allowed))

    def _checked(self, events: Iterator[Event]) -> Iterator[Event]:
        """Yield the events that carry values, the start of any document but the first, and refuse tags."""
        documents = 0
        for event in events:
            documents += isinstance(event, DocumentStartEvent)
            if documents > 1 and isinstance(event, DocumentStartEvent):
                yield event
                return
            if tag := getattr(event, "tag", None):
                self.refuse(self._at(event), said("tags such as '{tag}' are not allowed in a scenario", tag=tag))
            if isinstance(event, _VALUE_EVENTS):
                yield event

    def _value(self, event: Event, events: Iterator[Event], path: Path) -> Any:
        self.values[path] = self._at(event)
        if len(path) > MAX_DEPTH:
            raise _TooMuchError(self.values[path], said("nested deeper than {most} levels", most=MAX_DEPTH))
        if isinstance(event, AliasEvent):
            return self._alias(event)
        anchor = getattr(event, "anchor", None)
        self.open_anchors += anchor is not None
        value = self._content(event, events, path)
        if anchor is not None:
            self.open_anchors -= 1
            self.anchors[anchor] = value
        return value

    def _content(self, event: Event, events: Iterator[Event], path: Path) -> Any:
        if isinstance(event, MappingStartEvent):
            return self._mapping(events, path)
        self._refuse_unreadable(event, path)
        return _scalar(event) if isinstance(event, ScalarEvent) else self._sequence(events, path)

    def _mapping(self, events: Iterator[Event], path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for event in events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._key(event, events, path)
            inner = (*path, key)
            if key in values:
                first = self.keys[inner].line
                self.refuse(
                    self._at(event),
                    said("duplicate key '{key}', first on line {first}", key=shortened(key), first=first),
                    path=inner,
                )
            else:
                self.keys[inner] = self._at(event)
            values[key] = self._value(next(events), events, inner)
        return values

    def _key(self, event: Event, events: Iterator[Event], path: Path) -> str:
        if not isinstance(event, ScalarEvent):
            self.refuse(self._at(event), "a key must be a word", path=path)
            self._value(event, events, (*path, "?"))
            return "?"
        if event.value == "<<" and not event.style:
            self.refuse(self._at(event), "merge keys '<<' are not allowed; use 'extends'", path=path)
        self._refuse_unreadable(event, path)
        return str(event.value)

    def _refuse_unreadable(self, event: Event, path: Path) -> None:
        if isinstance(event, ScalarEvent) and (sign := _UNREADABLE.search(event.value)):
            what = said("a control sign, or half of one (0x{code:02x}), in a text", code=ord(sign[0]))
            self.refuse(self._at(event), what, path=path)

    def _sequence(self, events: Iterator[Event], path: Path) -> list[Any]:
        values: list[Any] = []
        for event in events:
            if isinstance(event, SequenceEndEvent):
                break
            values.append(self._value(event, events, (*path, len(values))))
        return values

    def _alias(self, event: AliasEvent) -> Any:
        """Return the value of an anchor; one inside another could make a small file grow without bound."""
        self.aliases += 1
        if self.aliases > MAX_ALIASES:
            raise _TooMuchError(self._at(event), said("more than {most} aliases", most=MAX_ALIASES))
        if self.open_anchors:
            return self.refuse(
                self._at(event), said("alias '*{anchor}' stands inside an anchored value", anchor=event.anchor)
            )
        if event.anchor not in self.anchors:
            return self.refuse(self._at(event), said("alias '*{anchor}' has no anchor before it", anchor=event.anchor))
        return self.anchors[event.anchor]

    def _unparsable(self, error: MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        parts = [said(str(part)) for part in (error.problem, error.context) if part]
        why = said("{problem} {context}", problem=parts[0], context=parts[1]) if len(parts) > 1 else listed(parts)
        tabs = said("; indent with spaces, not tabs") if r"'\t'" in why else ""
        early, wrong = (
            said("the file ends too early: {why}{tabs}", why=why, tabs=tabs),
            said("not valid YAML: {why}{tabs}", why=why, tabs=tabs),
        )
        self.refuse(
            Place(self.file, mark.line + 1, mark.column + 1), wrong if self.text[mark.index :].strip() else early
        )
        for number, line in enumerate(self.text.splitlines()[: mark.line + 1], start=1):
            found = _FULL_WIDTH_SYNTAX.match(line)
            if found and (signs := signs_of_yaml(line)):
                self.refuse(Place(self.file, number, found.end()), signs)

    def _unreadable(self, error: ReaderError) -> None:
        """Tell of a character that no YAML file may hold, which the parser meets before it knows of lines."""
        at = min(error.position, len(self.text) - 1)  # libyaml counts bytes; what it finds is looked at once more
        before = self.text[:at]
        place = Place(self.file, before.count("\n") + 1, at - before.rfind("\n"))
        self.refuse(
            place, said("not valid YAML: the character U+{code:04X} cannot stand in it", code=ord(self.text[at]))
        )

    def _at(self, event: Event) -> Place:
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)


class _TooMuchError(Exception):
    """A document larger than any scenario, and where it goes too far."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place, self.message = place, message


def _scalar(event: ScalarEvent) -> Any:
    """Return the value of a scalar by the core schema of YAML 1.2; quoted ones are text."""
    text = str(event.value)
    if event.style or event.tag:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _ENDLESS.fullmatch(text):
        return text
    if _ROUND.fullmatch(text):
        digits, exponent = re.split("[eE]", text)
        return int(digits) * 10 ** int(exponent)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return text
