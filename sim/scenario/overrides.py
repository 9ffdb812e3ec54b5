"""Single values given on the command line: `--set grids.count=800`, one more layer on top of a scenario."""

from __future__ import annotations

from copy import copy
from typing import Any

from sim.language.contradiction import Path, position
from sim.language.units import nearest_word
from sim.said import said
from sim.scenario.merge import NO_EFFECT, NULL_TAKES_AWAY, Layered, laid_over, take_other_way, without_effect
from sim.scenario.problems import Place, Problem, ScenarioError, shortened
from sim.scenario.schema import Schema, names_at
from sim.scenario.source import SourceText, parse_value


def with_override(document: Layered, assignment: str, schema: Schema) -> Layered:
    """Return the document with `path=value` laid over it; every step but the last must exist or be known.

    The value is read as YAML; `null` takes an entry away.
    """
    place = Place(f"--set {assignment}")
    name, equals, written = assignment.partition("=" if "=" in assignment else "＝")
    if not equals or not name.strip():
        raise ScenarioError([Problem(place, "expected path=value, e.g. grids.count=800")])
    if not written.strip():
        raise ScenarioError([Problem(place, "says no value", allowed="write null to take away what is inherited")])
    value = parse_value(written, place.file)
    data = dict(document.data)
    path = _Walk(data, schema, place).to(name.strip().split("."))
    old = _old(data, path)
    if empty := next(without_effect({"": old}, {"": value}), None):
        raise ScenarioError([Problem(place, NO_EFFECT, (*path, *empty[1:]), allowed=NULL_TAKES_AWAY)])
    _assign(data, path, value)
    layer = SourceText(place.file, {}, {path: place}, dict.fromkeys(_paths(value, path), place))
    return Layered(data, (layer, *document.layers))


class _Walk:
    """Follows a dotted path into a document, making the sections that the schema knows and it lacks.

    Sections on the way are replaced by copies, so the rest is shared with the document that was there before: a study
    lays thousands of assignments over one scenario.
    """

    def __init__(self, data: dict[str, Any], schema: Schema, place: Place) -> None:
        """Keep the document, itself a copy, which grows on the way, and where the path was written."""
        self.data, self.schema, self.place = data, schema, place

    def to(self, steps: list[str]) -> Path:
        """Return the path with positions of lists as numbers."""
        path: Path = ()
        value: Any = self.data
        for number, word in enumerate(steps, start=1):
            step = self._step(value, word, path)
            path = (*path, step)
            if number < len(steps):
                if isinstance(step, str) and step not in value:
                    value[step] = self._new_section(value, path)
                value[step] = copy(value[step])
                value = value[step]
        return path

    def _step(self, value: Any, word: str, path: Path) -> str | int:
        if isinstance(value, dict):
            return word
        if not isinstance(value, list):
            raise self._error("holds a single value; set it as a whole", path)
        if (found := position(word, len(value))) is None:
            raise self._error(
                said(
                    "no position '{word}' in a list of {count}, counted from 0", word=shortened(word), count=len(value)
                ),
                path,
            )
        return found

    def _new_section(self, parent: dict[str, Any], path: Path) -> dict[str, Any]:
        names = names_at(self.schema, path[:-1])
        if path[-1] in names:
            return {}
        words = sorted({*names, *parent})
        raise self._error(said("unknown key '{key}'", key=path[-1]), path, nearest_word(str(path[-1]), words))

    def _error(self, message: str, path: Path, nearest: str | None = None) -> ScenarioError:
        return ScenarioError([Problem(self.place, message, path, nearest=nearest)])


def _old(data: dict[str, Any], path: Path) -> Any:
    """Return what stands at a path whose last step may be new."""
    value: Any = data
    for step in path:
        value = value.get(step) if isinstance(value, dict) else value[step]
    return value


def _assign(data: dict[str, Any], path: Path, value: Any) -> None:
    *outer, last = path
    container: Any = data
    for step in outer:
        container = container[step]
    if value is None and isinstance(container, dict):
        container.pop(last, None)
    else:
        container[last] = laid_over(container[last] if isinstance(last, int) else container.get(last), value)
        if isinstance(container, dict):
            take_other_way(container, last)


def _paths(value: Any, path: Path) -> list[Path]:
    """Return the path of a value and of all that it holds."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(inner for key, item in entries for inner in _paths(item, (*path, key)))]
