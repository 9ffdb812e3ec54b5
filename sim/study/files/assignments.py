"""Values of a scenario as they are written: their number and unit, a multiple of them, the text that sets them; and
whole documents."""

from __future__ import annotations

import io
import json
import math
import re
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML

from sim.language.chinese import number_first
from sim.language.distribution import KINDS
from sim.language.family import PURE_NUMBERS
from sim.scenario.problems import ScenarioError
from sim.scenario.source import parse_value

_NUMBER = re.compile(r"\s*([-+]?(?:\d[\d,]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(?![\d.:])\s*(.*?)\s*")
_DIGITS = 10
"""Significant digits of a number that is computed: more than anyone knows, fewer than rounding errors show."""


def number_and_unit(value: object) -> tuple[float, str] | None:
    """Return the number of a scalar or quantity and the text of its unit; None for words, lists and sections."""
    if isinstance(value, Mapping) and "value" in value:
        value = value["value"]
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if not isinstance(value, str):
        return float(value), ""
    found = _NUMBER.fullmatch(number_first(value))
    return (float(found[1].replace(",", "")), found[2]) if found else None


def quantity(number: float, unit: str, whole: bool = False) -> Any:
    """Return a number with its unit as a scenario writes it, to the whole number if it counts things.

    Raises ValueError if it is not finite.
    """
    if not math.isfinite(number):
        raise ValueError("is too large a number")
    rounded = round(number) if whole else float(f"{number:.{_DIGITS}g}")
    if isinstance(rounded, float) and rounded.is_integer() and abs(rounded) < 10**_DIGITS:
        rounded = int(rounded)
    return f"{rounded} {unit}" if unit else rounded


def multiple(value: Any, factor: float, whole: bool = False) -> Any:
    """Return `factor` times a quantity or a distribution, as a scenario writes it, without range and source.

    Of a distribution all that has a unit is multiplied, so its shape and coefficient of variation stay. ValueError if
    there is no number in it.
    """
    if isinstance(value, Mapping) and "value" not in value:
        kind = next((key for key in value if key in KINDS), None)
        if kind is None:
            raise ValueError("is a section, not a number")
        return {kind: _multiplied_body(kind, value[kind], factor)}
    known = number_and_unit(value)
    if known is None:
        raise ValueError("is not a number")
    return quantity(known[0] * factor, known[1], whole)


def _multiplied_body(kind: str, body: Any, factor: float) -> Any:
    if kind == "constant":
        return multiple(body, factor)
    if kind == "mixture":
        return [{"share": part["share"], "of": multiple(part["of"], factor)} for part in body]
    if kind == "empirical":
        return {**body, "values": [multiple(value, factor) for value in body["values"]]}
    return {name: value if name in PURE_NUMBERS else multiple(value, factor) for name, value in body.items()}


def document_text(document: Mapping[str, Any]) -> str:
    """Return a plain document as YAML with its keys in their order, for factors and variants have one."""
    yaml, stream = YAML(), io.StringIO()
    yaml.width = 110
    yaml.dump(document, stream)
    return stream.getvalue()


def assignment(path: str, value: Any) -> str:
    """Return `path=value` as `gridgov run --set` takes it."""
    return f"{path}={_as_yaml(value)}"


def _as_yaml(value: Any) -> str:
    """Return a value as YAML on one line: a text as it stands if it is read back as the same text."""
    if isinstance(value, str):
        try:
            plain = parse_value(value, "value") == value
        except ScenarioError:
            plain = False
        if plain:
            return value
    return json.dumps(value, ensure_ascii=False)
