"""JSON Schemas of quantities and distributions as they are written, so that an editor can complete them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, get_args

from sim.language.family import FAMILIES, PURE_NUMBERS
from sim.language.units import SHARE, Dimension, Grade

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_FACTOR: Schema = {"type": "number", "minimum": 0}
_ORIGIN: Schema = {"grade": {"enum": list(get_args(Grade))}, "source": _TEXT}


def scalar_schema(dimension: Dimension) -> Schema:
    """Return the schema of one scalar: a text with its unit, and a number where it may stand bare."""
    text = {**_TEXT, "description": dimension.allowed, "examples": list(dimension.examples)}
    bare: Schema = {"type": "integer" if dimension.whole else "number", "minimum": 0}
    if math.isfinite(dimension.high):
        bare["maximum"] = dimension.high
    return {"anyOf": [text, bare if dimension.bare else {"const": 0}]}


def quantity_schema(title: str, dimension: Dimension) -> Schema:
    """Return the schema of a quantity: a scalar, or a mapping with value, range and origin."""
    description = f"{dimension.allowed}; {dimension.range}"
    return {"title": title, "description": description, "anyOf": _quantity_forms(dimension)}


def distribution_schema(title: str, dimension: Dimension) -> Schema:
    """Return the schema of every way to write a distribution over `dimension`."""
    simple = [*_quantity_forms(dimension), *_family_forms(dimension)]
    part = _mapping({"share": _bound(SHARE), "of": {"anyOf": simple}})
    mixture = _with_range("mixture", {"type": "array", "minItems": 1, "items": part})
    description = f"A distribution; {dimension.allowed}; {dimension.range}"
    return {"title": title, "description": description, "anyOf": [*simple, mixture]}


def _quantity_forms(dimension: Dimension) -> list[Schema]:
    scalar = scalar_schema(dimension)
    bound = _bound(dimension)
    return [*scalar["anyOf"], _mapping({"value": scalar}, {"low": bound, "high": bound, **_ORIGIN})]


def _bound(dimension: Dimension) -> Schema:
    """Return the schema of a scalar inside a quantity or distribution, where the units are told already."""
    return {"type": ["string", "number"], "examples": [dimension.examples[0]]}


def _family_forms(dimension: Dimension) -> list[Schema]:
    argument = _bound(dimension)
    bodies = {"constant": argument, "empirical": _empirical(argument)}
    for kind, family in FAMILIES.items():
        bodies[kind] = {"anyOf": [_arguments(form, argument) for form in family.forms]}
    return [_with_range(kind, body) for kind, body in bodies.items()]


def _arguments(form: Sequence[str], argument: Schema) -> Schema:
    return _mapping({name: _FACTOR if name in PURE_NUMBERS else argument for name in form})


def _empirical(argument: Schema) -> Schema:
    values = {"type": "array", "minItems": 1, "items": argument}
    from_file = _mapping({"file": _TEXT, "column": _TEXT}, {"unit": _TEXT})
    return {"anyOf": [_mapping({"values": values}, {"unit": _TEXT}), from_file]}


def _with_range(kind: str, body: Schema) -> Schema:
    """Return the schema of a distribution named by its kind, with its range as factors and its origin."""
    return _mapping({kind: body}, {"low": _FACTOR, "high": _FACTOR, **_ORIGIN})


def _mapping(required: Schema, optional: Schema | None = None) -> Schema:
    """Return the schema of a mapping with these keys and no others."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }
