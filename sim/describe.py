"""The mechanisms told as text: what each does, and which numbers it takes, in which unit."""

import inspect
import sys
from collections.abc import Iterator
from textwrap import fill, indent
from types import NoneType
from typing import Any, get_args

from pydantic.fields import FieldInfo

from sim.language.model import Model
from sim.language.quantity import Duration, Quantity
from sim.language.units import MINUTE_MS
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Evidence, Mechanism

WIDTH = 96
PLAIN_KINDS: dict[Any, str] = {bool: "true or false", str: "a text", int: "a whole number", float: "a number"}


def mechanism_names() -> list[str]:
    """Return the names of the mechanisms, as a scenario writes them."""
    return [mechanism.section for mechanism in MECHANISMS]


def mechanism_overview() -> tuple[list[str], int]:
    """Return a line for each mechanism: name, what is known of its effect, the first line of what is said of it; and at
    which column the last begins."""
    names = mechanism_names()
    width = max(map(len, names))
    known = max(map(len, Evidence))
    rows = ((name, _mechanism(name).evidence, _about(name).splitlines()[0]) for name in names)
    return [f"{name:{width}}  {evidence:{known}}  {text}" for name, evidence, text in rows], width + known + 4


def mechanism_page(name: str, width: int = WIDTH) -> str:
    """Return what a mechanism does, and each of its parameters: name, how it is written, default, meaning; in lines of
    at most so many signs."""
    fields = _fields(_section(name), f"mechanisms.{name}")
    parameters = "\n".join(_parameter(path, field, width) for path, field in fields)
    paragraphs = (fill(" ".join(text.split()), width) for text in _about(name).split("\n\n"))
    known = f"Evidence of its effect: {_mechanism(name).evidence}."
    if _mechanism(name).everywhere is None and _mechanism(name).section != "roll_out":
        known += " It can be at work in some communities only (`roll_out`)."
    return "\n\n".join((*paragraphs, fill(known, width), _puts_in(_mechanism(name), width), parameters))


def _puts_in(mechanism: Mechanism, width: int) -> str:
    """Return which parameters enter the own mark of measures, where comparing gives no verdict."""
    if not mechanism.puts_in:
        return "All differences that it makes come out of queues, hours and stocks."
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, its in mechanism.puts_in.items():
        alike.setdefault(tuple(dict.fromkeys(its)), []).append(name)
    lines = (f"{', '.join(names)}: {', '.join(its)}" for its, names in alike.items())
    told = (fill(line, width - 4, initial_indent="    ", subsequent_indent="        ") for line in lines)
    head = "Put in, not found, are differences of these measures where these parameters differ:"
    return "\n".join((fill(head, width), *told))


def _section(name: str) -> type[Model]:
    """Return the model of a mechanism's section."""
    return _mechanism(name).parameters


def _mechanism(name: str) -> Mechanism:
    return next(mechanism for mechanism in MECHANISMS if mechanism.section == name)


def _about(name: str) -> str:
    """Return the text of the mechanism's module, or else of its section."""
    section = _section(name)
    return inspect.cleandoc(sys.modules[section.__module__].__doc__ or section.__doc__ or "")


def _fields(section: type[Model], path: str) -> Iterator[tuple[str, FieldInfo]]:
    """Yield every field of a section and of the sections in it, with its path."""
    for name, field in section.model_fields.items():
        inner = _meant(field.annotation)
        if isinstance(inner, type) and issubclass(inner, Model):
            yield from _fields(inner, f"{path}.{name}")
        else:
            yield f"{path}.{name}", field


def _meant(annotation: Any) -> Any:
    """Return what may be said in a field that may also be left unsaid."""
    said = [kind for kind in get_args(annotation) if kind is not NoneType]
    return said[0] if NoneType in get_args(annotation) and len(said) == 1 else annotation


def _parameter(path: str, field: FieldInfo, width: int) -> str:
    """Return a parameter as a paragraph: what to write after --set, and what it means."""
    default = "" if field.is_required() else f" (else {_plain(field.default)})"
    meaning = fill(field.description or "", width - 4)
    return f"{path}: {_written(field)}{default}\n{indent(meaning, '    ')}".rstrip()


def _written(field: FieldInfo) -> str:
    """Return how the values of a field are written."""
    kind = _meant(field.annotation)
    dimension = getattr(kind, "dimension", None)
    if dimension is None:
        return PLAIN_KINDS.get(kind) or " or ".join(str(choice) for choice in get_args(kind))
    example = f"{dimension.name}, e.g. {dimension.examples[0]}"
    return example if isinstance(kind, type) and issubclass(kind, Quantity) else f"a distribution of {example}"


def _plain(value: object) -> str:
    """Return a default as YAML would write it."""
    if value is None:
        return "unsaid"
    if isinstance(value, Duration):
        return f"{value.value / MINUTE_MS:g} min"
    if isinstance(value, Quantity):
        return f"{value.value:g}"
    return str(value).lower() if isinstance(value, bool) else str(value)
