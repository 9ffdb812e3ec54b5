"""Holding a document against a model: every fault in it at its line and column, in a planner's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from sim.language.contradiction import Contradiction, Path
from sim.language.units import QuantityError, UnknownKeyError, nearest_word
from sim.scenario.merge import Layered
from sim.scenario.problems import Place, Problem, ScenarioError, described, shortened
from sim.scenario.schema import Schema, names_at

M = TypeVar("M", bound=BaseModel)


Check = Callable[[M], Iterable[Contradiction]]
"""Finds contradictions of one kind."""

_EXPECTED = {
    "model_type": "expected a section of keys and values",
    "dict_type": "expected a section of keys and values",
    "list_type": "expected a list",
    "string_type": "expected a text",
    "bool_type": "expected true or false",
    "bool_parsing": "expected true or false",
    "int_type": "expected a whole number",
    "int_parsing": "expected a whole number",
    "int_from_float": "expected a whole number",
    "float_type": "expected a number",
    "float_parsing": "expected a number",
    "date_type": "expected a date such as 2026-01-31",
    "date_parsing": "expected a date such as 2026-01-31",
    "date_from_datetime_parsing": "expected a date such as 2026-01-31",
}


def validated(model: type[M], document: Layered, checks: Sequence[Check[M]] = ()) -> M:
    """Return the document as a `model`, or raise ScenarioError with all its faults and contradictions."""
    try:
        scenario = model.model_validate(document.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults = _Faults(document, schema_of(model)).problems(details)
        sound = _SoundSections(model, document, details)
        further = [_contradiction(document, found) for check in checks for found in _as_far_as_read(check, sound)]
        raise ScenarioError([*faults, *further]) from None
    problems = [_contradiction(document, found) for check in checks for found in check(scenario)]
    if problems:
        raise ScenarioError(problems)
    return scenario


@cache
def schema_of(model: type[BaseModel]) -> Schema:
    """Return the JSON Schema of a model, not to be changed; to make one takes longer than to read a scenario."""
    return model.model_json_schema()


class _SectionFaulty(Exception):
    """A check looks at a section that could not be read."""


class _SoundSections:
    """Stands for a model of which some sections could not be read: it has the others, and says what it lacks.

    So the checks need not wait until every typing error is put right. What the model does not know at all is an
    AttributeError here too: such a check is wrong, whatever the document.
    """

    def __init__(self, model: type[BaseModel], document: Layered, errors: list[ErrorDetails]) -> None:
        """Read the sections of a document in which the `errors` do not lie; those not written have their defaults."""
        self._faulty = {error["loc"][0] for error in errors if error["loc"]} & set(model.model_fields)
        for name, field in model.model_fields.items():
            if name in document.data and name not in self._faulty:
                section = TypeAdapter[Any](field.rebuild_annotation()).validate_python(document.data[name])
                setattr(self, name, section)
            elif name not in self._faulty:
                setattr(self, name, field.get_default(call_default_factory=True))

    def __getattr__(self, name: str) -> Any:
        """Raise _SectionFaulty for a section that could not be read; called for what is not there only."""
        if name in self.__dict__.get("_faulty", ()):
            raise _SectionFaulty(name)
        raise AttributeError(f"there is no section {name!r}")


def _as_far_as_read(check: Check[M], sound: _SoundSections) -> Iterator[Contradiction]:
    """Yield what a check finds before it looks at a section that could not be read."""
    try:
        yield from check(cast("M", sound))
    except _SectionFaulty:
        return


def _contradiction(document: Layered, found: Contradiction) -> Problem:
    """Return a contradiction at the place of its key or value, or at the nearest one that is written."""
    held = document.held(found.path)
    if found.of_key:
        place, value = document.place(held, of_key=True), described(found.path[-1])
        return Problem(place, found.message, found.path, value, found.allowed, found.nearest)
    written = _number_in(document, held)
    is_there = len(held) == len(found.path) and _scalar(document, written)
    shown = described(document.value(written)) if is_there else None
    return Problem(_place(document, written), found.message, found.path, shown, found.allowed, found.nearest)


def _number_in(document: Layered, path: Path) -> Path:
    """Return the path of the bare number if a quantity with range and source stands at `path`."""
    value = document.value(path)
    return (*path, "value") if isinstance(value, dict) and not isinstance(value.get("value", {}), dict) else path


def _scalar(document: Layered, path: Path) -> bool:
    return not isinstance(document.value(path), dict | list | None)


def _place(document: Layered, path: Path) -> Place:
    """Return the place of a scalar, else of the key, since sections begin a line further down."""
    return document.place(path, of_key=not _scalar(document, path))


class _Faults:
    """Turns the errors of pydantic into problems of a document."""

    def __init__(self, document: Layered, schema: Schema) -> None:
        """Keep the document and the schema of the model that it does not fit."""
        self.document, self.schema = document, schema

    def problems(self, errors: list[ErrorDetails]) -> list[Problem]:
        """Return one problem per path; the missing keys of a section make one together."""
        found: dict[Path, Problem] = {}
        for error in errors:
            if error["type"] != "missing":
                problem = self._problem(error)
                found.setdefault(problem.path, problem)
        meant = {(*path[:-1], problem.nearest) for path, problem in found.items() if path and problem.nearest}
        return [*found.values(), *self._missing(errors, meant)]

    def _missing(self, errors: list[ErrorDetails], meant: set[Path]) -> list[Problem]:
        """Return a problem for each section that lacks keys, but for those `meant` by a typo told already."""
        names: dict[Path, list[str]] = {}
        for error in errors:
            *outer, name = error["loc"]
            path = self.document.held(outer)
            if error["type"] == "missing" and (*path, name) not in meant:
                names.setdefault(path, []).append(str(name))
        return [
            Problem(_place(self.document, path), f"missing {', '.join(map(repr, lacking))}", path)
            for path, lacking in names.items()
        ]

    def _problem(self, error: ErrorDetails) -> Problem:
        kind, loc = error["type"], error["loc"]
        cause = error.get("ctx", {}).get("error")
        if isinstance(cause, QuantityError):
            return self._unreadable(self.document.held((*loc, *cause.path)), cause)
        path = self.document.held(loc)
        if kind == "extra_forbidden":
            return self._unknown(path)
        if kind in ("literal_error", "enum"):
            return self._other_word(path, str(error.get("ctx", {})["expected"]))
        message = _EXPECTED.get(kind) or error["msg"].removeprefix("Value error, ").removeprefix("Input ")
        return Problem(_place(self.document, path), message, path, self._found(path))

    def _unknown(self, path: Path) -> Problem:
        *outer, name = path
        present = self.document.value(tuple(outer))
        names = names_at(self.schema, tuple(outer))
        absent = [word for word in names if word not in present]
        nearest = nearest_word(str(name), absent) or nearest_word(str(name), names)
        allowed = f"keys here are {', '.join(names)}" if names else None
        place = self.document.place(path, of_key=True)
        return Problem(place, f"unknown key '{shortened(str(name))}'", path, allowed=allowed, nearest=nearest)

    def _other_word(self, path: Path, expected: str) -> Problem:
        written = self.document.value(path)
        nearest = nearest_word(written, re.findall(r"'([^']*)'", expected)) if isinstance(written, str) else None
        place = _place(self.document, path)
        return Problem(place, "not a word known here", path, self._found(path), f"use {expected}", nearest)

    def _unreadable(self, path: Path, cause: QuantityError) -> Problem:
        if isinstance(cause, UnknownKeyError):
            place = self.document.place(path, of_key=True)
            return Problem(place, cause.message, path, None, cause.allowed, cause.nearest)
        place = _place(self.document, path)
        return Problem(place, cause.message, path, self._found(path), cause.allowed, cause.nearest)

    def _found(self, path: Path) -> str:
        return described(self.document.value(path))
