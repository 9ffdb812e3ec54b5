"""Holding a document against a model: every fault in it at its line and column, in a planner's words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from sim.language.chinese import half_width, signs_of_yaml, unquoted
from sim.language.contradiction import Contradiction, Path
from sim.language.units import QuantityError, UnknownKeyError, nearest_word
from sim.said import listed, said
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
    "too_short": "holds {actual_length}, needs {min_length} or more",
    "too_long": "holds {actual_length}, needs {max_length} and no more",
    "string_too_short": "must not be empty",
    "greater_than_equal": "must be at least {ge:,}",
    "less_than_equal": "must be at most {le:,}",
    "less_than": "must be less than {lt:,}",
}
"""What is said of an error of pydantic, by its kind."""


def validated(
    model: type[M],
    document: Layered,
    checks: Sequence[Check[M]] = (),
    first: Sequence[Check[M]] = (),
    if_missing: str | None = None,
) -> M:
    """Return the document as a `model`, or raise ScenarioError with all its faults and contradictions.

    Where one of the checks that are asked `first` finds something, the others see that section as one that cannot be
    read: what they would find there only follows. `if_missing` tells what may be done about missing sections.
    """
    faults: list[Problem] = []
    unread: set[str] = set()
    try:
        seen = whole = model.model_validate(document.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults = _Faults(document, schema_of(model)).problems(details, if_missing)
        unread = {str(its["loc"][0]) for its in details if its["loc"]}
        whole, seen = None, cast("M", _SoundSections(model, document, unread))
    basic = [found for check in first for found in _as_far_as_read(check, seen)]
    if basic:
        unread |= {str(found.path[0]) for found in basic}
        seen = cast("M", _SoundSections(model, document, unread))
    others = [check for check in checks if check not in first]
    further = [found for check in others for found in _as_far_as_read(check, seen)]
    problems = [*faults, *(_contradiction(document, found) for found in (*basic, *further))]
    if whole is None or problems:
        raise ScenarioError(problems)
    return whole


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

    def __init__(self, model: type[BaseModel], document: Layered, unread: Collection[str]) -> None:
        """Read the sections of a document but for those `unread`; sections not written have their defaults."""
        self._faulty = set(unread) & set(model.model_fields)
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


def _as_far_as_read(check: Check[M], seen: M) -> Iterator[Contradiction]:
    """Yield what a check finds before it looks at a section that could not be read."""
    try:
        yield from check(seen)
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


def place_of(document: Layered, path: Path) -> Place:
    """Return the place of what stands at a path that the document holds: of a quantity that of its number."""
    return _place(document, _number_in(document, path))


def _scalar(document: Layered, path: Path) -> bool:
    return not isinstance(document.value(path), dict | list | None)


def _place(document: Layered, path: Path) -> Place:
    """Return the place of a scalar, else of the key, since sections begin a line further down."""
    return document.place(path, of_key=not _scalar(document, path))


_NO_TEXT = ("model_type", "dict_type", "list_type")
"""Errors of pydantic about a text that stands where a section or list does."""
_TRUTH = {"是": "true", "对": "true", "开": "true", "否": "false", "不": "false", "关": "false"}


def _meant(kind: str, written: object) -> str | None:
    """Return what may be meant where pydantic says an error of a kind: digits, a truth value, a word without quotes."""
    if kind.startswith("bool_"):
        return _TRUTH.get(str(written))
    if kind.startswith("int_"):
        return _as_plain_digits(written)
    bare = unquoted(written) if isinstance(written, str) else ""
    return bare if bare and bare != written else None


def _as_plain_digits(written: object) -> str | None:
    """Return a whole number that somebody wrote as a text, with spaces, commas or full-width digits; None if none."""
    plain = re.sub(r"[\s,]", "", half_width(written)) if isinstance(written, str) else ""
    return plain if re.fullmatch(r"[0-9]{1,18}", plain) else None


class _Faults:
    """Turns the errors of pydantic into problems of a document."""

    def __init__(self, document: Layered, schema: Schema) -> None:
        """Keep the document and the schema of the model that it does not fit."""
        self.document, self.schema = document, schema

    def problems(self, errors: list[ErrorDetails], if_missing: str | None = None) -> list[Problem]:
        """Return one problem per path; the missing keys of a section make one together.

        `if_missing` tells what may be done about whole sections that are missing.
        """
        found: dict[Path, Problem] = {}
        for error in errors:
            if error["type"] != "missing":
                problem = self._problem(error)
                found.setdefault(problem.path, problem)
        meant = {(*path[:-1], problem.nearest) for path, problem in found.items() if path and problem.nearest}
        return [*found.values(), *self._missing(errors, meant, if_missing)]

    def _missing(self, errors: list[ErrorDetails], meant: set[Path], if_missing: str | None) -> list[Problem]:
        """Return a problem for each section that lacks keys, but for those `meant` by a typo told already.

        What was taken away by a null has one of its own, where that stands.
        """
        taken: list[Problem] = []
        names: dict[Path, list[str]] = {}
        for error in errors:
            *outer, name = error["loc"]
            path = self.document.held(outer)
            if error["type"] != "missing" or (*path, name) in meant:
                continue
            if place := self.document.taken_away((*path, str(name))):
                taken.append(Problem(place, "cannot be taken away: every scenario says it", (*path, str(name))))
            else:
                names.setdefault(path, []).append(str(name))
        return taken + [
            Problem(
                _place(self.document, path),
                said("missing {names}", names=listed(map(repr, lacking))),
                path,
                allowed=None if path else if_missing,
            )
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
        if kind in _EXPECTED:
            message: str = said(_EXPECTED[kind], **error.get("ctx", {}))
        else:
            message = error["msg"].removeprefix("Value error, ").removeprefix("Input ")
        written = self.document.value(path)
        signs = signs_of_yaml(written) if isinstance(written, str) and kind in _NO_TEXT else None
        return Problem(_place(self.document, path), message, path, self._found(path), signs, _meant(kind, written))

    def _unknown(self, path: Path) -> Problem:
        *outer, name = path
        present = self.document.value(tuple(outer))
        names = names_at(self.schema, tuple(outer))
        absent = [word for word in names if word not in present]
        nearest = nearest_word(str(name), absent) or nearest_word(str(name), names)
        allowed = signs_of_yaml(str(name)) or (said("keys here are {names}", names=listed(names)) if names else None)
        place = self.document.place(path, of_key=True)
        return Problem(
            place, said("unknown key '{key}'", key=shortened(str(name))), path, allowed=allowed, nearest=nearest
        )

    def _other_word(self, path: Path, expected: str) -> Problem:
        written = self.document.value(path)
        words = re.findall(r"'([^']*)'", expected)
        nearest = nearest_word(written, words) if isinstance(written, str) else None
        *others, last = expected.replace(" or ", ", ").split(", ")
        use = (
            said("use {others} or {last}", others=listed(others), last=last)
            if others
            else said("use {word}", word=last)
        )
        return Problem(_place(self.document, path), "not a word known here", path, self._found(path), use, nearest)

    def _unreadable(self, path: Path, cause: QuantityError) -> Problem:
        if isinstance(cause, UnknownKeyError):
            place = self.document.place(path, of_key=True)
            return Problem(place, cause.message, path, None, cause.allowed, cause.nearest)
        place = _place(self.document, path)
        return Problem(place, cause.message, path, self._found(path), cause.allowed, cause.nearest)

    def _found(self, path: Path) -> str:
        return described(self.document.value(path))
