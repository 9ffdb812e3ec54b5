"""The assumed quantities of a scenario document, with their ranges, for all to see."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

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
    value = node.get("value", {key: part for key, part in node.items() if key not in _BESIDE})
    bounds = [node.get(key) for key in ("low", "high")]
    known = factor + " – ".join("…" if bound is None else str(bound) for bound in bounds)
    return Assumption(path, plain(value), known if bounds != [None, None] else "", str(node.get("source") or ""))


def plain(value: Any) -> str:
    """Return a value of a document on one line, as a scenario would write it, without its quotes."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_bracketed(part)}" for key, part in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(plain(part) for part in value)
    return str(value)


def _bracketed(part: Any) -> str:
    return f"({plain(part)})" if isinstance(part, Mapping | list | tuple) else str(part)
