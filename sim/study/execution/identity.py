"""What makes a study the same study: its document, the scenarios under it and the code; or else what changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sim.said import said


class StudyChange(NamedTuple):
    """A value that differs between two documents: its path, and what it was and is, None where there is none."""

    path: str
    old: Any
    new: Any

    def __str__(self) -> str:
        return str(self.told)

    @property
    def told(self) -> str:
        """What was and what is, in a line."""
        if self.old is None:
            return said("{path}: {written} is new", path=self.path, written=_written(self.new))
        if self.new is None:
            return said("{path}: {written} is gone", path=self.path, written=_written(self.old))
        return said(
            "{path}: was {written}, is {new}",
            path=self.path,
            written=_written(self.old),
            new=_written(self.new),
        )


def identity(document: Mapping[str, Any], bases: Iterable[str]) -> dict[str, Any]:
    """Return a study's document together with the resolved documents of the scenarios that it builds on.

    `bases` are scenario files or presets. Raises ScenarioError if one of them is wrong.
    """
    from sim.scenario.load import load

    return {**document, "scenarios": {base: load(base).document for base in dict.fromkeys(bases)}}


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[StudyChange]:
    """Return all values that differ, by path, in the order of the paths; both are plain documents."""
    before, after = dict(_leaves(old, "")), dict(_leaves(new, ""))
    return [
        StudyChange(path, before.get(path), after.get(path))
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    ]


def canonical(document: Mapping[str, Any]) -> str:
    """Return a plain document as JSON, the same whatever the order of its keys."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Yield the path and value of everything that holds nothing else."""
    inner = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list | tuple) else ()
    steps = [(f"{path}.{key}" if path else str(key), item) for key, item in inner]
    if not steps:
        yield path, value
    for step, item in steps:
        yield from _leaves(item, step)


def _written(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
