"""The assumed quantities of a scenario, with their ranges, and those that nobody vouches for, for all to see."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from typing import Any, NamedTuple

from pydantic import BaseModel

from sim.language.distribution import Distribution
from sim.language.quantity import Quantity
from sim.scenario.models import Scenario

ASSUMED = "E"
_BESIDE = ("low", "high", "grade", "source")


class Assumption(NamedTuple):
    """An assumed quantity: where it stands in the document, what is assumed, its range and why.

    The range is empty if none is given; with `×` it is one of factors on the whole distribution.
    """

    path: str
    value: str
    range: str
    reason: str

    @property
    def section(self) -> str:
        """Return the part of the document that it belongs to: two names deep for mechanisms and hazards."""
        names = self.path.split(".")
        return ".".join(names[:2]) if names[0] in ("mechanisms", "hazards", "staff") else names[0]


def assumptions(document: Mapping[str, Any]) -> list[Assumption]:
    """Return all quantities and distributions of grade E, in the order of the document."""
    return list(_within(document, ()))


class Ungraded(NamedTuple):
    """Quantities that have no grade: where they stand, and what is written there."""

    path: str
    values: list[str]


def ungraded(scenario: Scenario, document: Mapping[str, Any]) -> list[Ungraded]:
    """Return the quantities and distributions without a grade, but 0, 1 and what is asked of the run.

    `document` is what the scenario was read from. Members of a list, such as the shares of shifts, and of
    a mapping by number stand together.
    """
    paths = sorted(path for path in _without_grade(scenario, ()) if path[0] != "run")
    return [
        Ungraded(".".join(stem), [_written_at(document, path) for path in group])
        for stem, group in groupby(paths, key=_stem)
    ]


def _stem(path: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(takewhile(lambda name: not name.isdigit(), path))


def _without_grade(node: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the paths of what was written without a grade; what a model fills in was not written."""
    parts: Mapping[Any, Any]
    match node:
        case Quantity() | Distribution():
            if node.grade is None and not _is_nothing_or_all(node):
                yield path
            return
        case BaseModel():
            parts = {name: getattr(node, name) for name in node.model_fields_set}
        case Mapping():
            parts = node
        case list():
            parts = dict(enumerate(node))
        case _:
            return
    for name, part in parts.items():
        yield from _without_grade(part, (*path, str(name)))


def _is_nothing_or_all(quantity: Quantity | Distribution) -> bool:
    constant = quantity.value if isinstance(quantity, Quantity) else quantity.parameters.get("value")
    return constant in (0, 1)


def _written_at(document: Any, path: tuple[str, ...]) -> str:
    """Return what a document says at a path, without range and source."""
    for name in path:
        document = document[int(name)] if isinstance(document, list) else document[name]
    return _value(document)


def _value(node: Any) -> str:
    """Return the value of a quantity or the family of a distribution, as written."""
    if not isinstance(node, Mapping):
        return plain(node)
    return plain(node.get("value", {key: part for key, part in node.items() if key not in _BESIDE}))


def _within(node: Any, path: tuple[str, ...]) -> Iterator[Assumption]:
    if isinstance(node, Mapping):
        if node.get("grade") == ASSUMED and path and path[0] != "field":
            yield _assumption(node, ".".join(path))
            return
        for key, value in node.items():
            yield from _within(value, (*path, str(key)))
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for index, value in enumerate(node):
            yield from _within(value, (*path, str(index)))


def _assumption(node: Mapping[str, Any], path: str) -> Assumption:
    """Read a quantity {value, low, high} or a distribution, whose low and high are factors."""
    factor = "" if "value" in node else "× "
    bounds = [node.get(key) for key in ("low", "high")]
    known = factor + " – ".join("…" if bound is None else str(bound) for bound in bounds)
    return Assumption(path, _value(node), known if bounds != [None, None] else "", str(node.get("source") or ""))


def plain(value: Any) -> str:
    """Return a value of a document on one line, as a scenario would write it, without its quotes."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_bracketed(part)}" for key, part in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(plain(part) for part in value)
    return str(value)


def _bracketed(part: Any) -> str:
    return f"({plain(part)})" if isinstance(part, Mapping | list | tuple) else str(part)
