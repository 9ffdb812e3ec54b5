"""Paths that a study file names, held against the scenario that they lead into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sim.language.contradiction import position
from sim.language.units import nearest_word
from sim.said import said
from sim.scenario.problems import dotted, shortened
from sim.scenario.schema import Schema, names_at, sections_at


def value_at(document: Mapping[str, Any], path: str) -> Any:
    """Return what a document says at a path, None if nothing; the document may be of any shape."""
    node: Any = document
    for step in path.split("."):
        if isinstance(node, list):
            at = position(step, len(node))
            node = None if at is None else node[at]
        else:
            node = node.get(step) if isinstance(node, Mapping) else None
    return node


class Stray(NamedTuple):
    """Why a path can lead nowhere, and the word that may have been meant."""

    message: str
    nearest: str | None = None


def stray(document: Mapping[str, Any], path: str, schema: Schema) -> Stray | None:
    """Return why a path can be that of no value in a document of this schema, None if it can."""
    node: Any = document
    at: tuple[str | int, ...] = ()
    for word in path.split("."):
        step: str | int = word
        if isinstance(node, list):
            found = position(word, len(node))
            if found is None:
                return Stray(
                    said(
                        "no position '{word}' in a list of {count}, counted from 0",
                        word=shortened(word),
                        count=len(node),
                    )
                )
            step = found
        elif not isinstance(node, Mapping):
            return Stray(said("'{at}' holds a single value; name it as a whole", at=dotted(at)))
        elif word not in node:
            return _unknown(node, word, names_at(schema, at), sections_at(schema, at))
        node, at = node[step], (*at, step)
    return None


def _unknown(node: Mapping[str, Any], word: str, names: Sequence[str], sections: Sequence[Schema]) -> Stray | None:
    """Return what is wrong with a key that a document lacks; nothing if it may have it."""
    if word in names or any(isinstance(section.get("additionalProperties"), dict) for section in sections):
        return None
    return Stray(said("unknown key '{key}'", key=word), nearest_word(word, sorted({*names, *node})))


def leads_to(path: str, known: Iterable[str]) -> tuple[bool, str | None]:
    """Say whether any of the known paths stands at or under a path, and if not, which path may have been meant."""
    above = {".".join(steps[:end]) for steps in (each.split(".") for each in known) for end in range(1, len(steps) + 1)}
    return path in above, None if path in above else nearest_word(path, sorted(above))
