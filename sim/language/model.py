"""The base of every section of a scenario, what its fields belong to, and the names of scenarios and studies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Annotated, Any, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from sim.language.bounds import told_bounds


class Model(BaseModel):
    """A section of a scenario: unknown keys are refused and nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of the section, the bounds of its fields told in their descriptions."""
        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for name, field in cls.model_fields.items():
            if (bounds := told_bounds(field.metadata)) and name in properties:
                said = properties[name].get("description", "")
                properties[name] = {**properties[name], "description": f"{said} {bounds}".strip()}
        return schema


class Of(Enum):
    """What a field belongs to, written as `Annotated[..., Of.WORLD]`; a mark on a section holds for all that is in it.

    What bears no mark and lies in no section that does is the organisation's.
    """

    WORLD = auto()
    """Given, whatever the organisation: runs of scenarios that differ in it have two worlds and cannot be paired."""
    ORGANISATION = auto()
    """What the organisation makes of it, in a section of the world."""
    GROUND = auto()
    """The ground is built from it."""
    OCCURRENCES = auto()
    """The primary issues and consultations that occur are drawn from it."""


EACH = "__all__"
"""The key in `marked` for every entry of a mapping or list; pydantic's own."""


def marked(section: type[BaseModel], *marks: Of) -> dict[str, Any]:
    """Return what of a section bears one of these marks, by name: True, or the same of the section inside.

    `model_dump(include=...)` takes it.
    """
    found: dict[str, Any] = {}
    for name, field in section.model_fields.items():
        if not {*marks}.isdisjoint(mark for mark in field.metadata if isinstance(mark, Of)):
            found[name] = True
        elif its := _marked_inside(field.annotation, marks):
            found[name] = its
    return found


def _marked_inside(annotation: Any, marks: Sequence[Of]) -> dict[str, Any]:
    """Return what is marked in the section that a field holds, or holds many of; nothing if it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return marked(annotation, *marks)
    its = next((found for inner in get_args(annotation) if (found := _marked_inside(inner, marks))), {})
    return {EACH: its} if its and get_origin(annotation) in (dict, list) else its


def bears(tree: Mapping[str, Any], path: Sequence[str]) -> bool:
    """Say whether what stands at a path of a document lies in what `marked` returned."""
    inside: Any = tree
    for step in path:
        if not isinstance(inside, Mapping):
            break
        inside = inside.get(EACH, inside.get(step))
    return inside is True


def is_one_word(name: str) -> bool:
    """Say whether a name can be that of a file or folder everywhere: letters, digits, '-', '_' and '.'."""
    return re.fullmatch(r"\w[\w.-]*", name) is not None


def _one_word(name: str) -> str:
    if not is_one_word(name):
        raise ValueError("must be one word of letters, digits, '-', '_' and '.', since it names result folders")
    return name


OneWord = Annotated[str, AfterValidator(_one_word)]
"""A name that result folders can have too."""
