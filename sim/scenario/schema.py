"""The JSON Schema of a scenario file, for editors that complete and check while one types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

Schema = dict[str, Any]


def json_schema() -> Schema:
    """Return the schema of a scenario file, which may extend others and so need not say everything itself."""
    from sim.scenario.models import Scenario

    schema = _partial(Scenario.model_json_schema())
    schema["properties"]["extends"] = {
        "description": "Scenario files, or names of presets, on which this one is laid.",
        "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}],
    }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def render_schema() -> str:
    """Return the schema as stable JSON text."""
    return json.dumps(json_schema(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _partial(schema: Schema) -> Schema:
    """Return the schema with sections that may leave keys out and take inherited entries away with null."""
    for section in (schema, *schema.get("$defs", {}).values()):
        required = section.pop("required", ())
        properties = section.get("properties", {})
        for name, written in properties.items():
            if isinstance(written.get("additionalProperties"), dict):
                written["additionalProperties"] = _or_null(written["additionalProperties"])
            properties[name] = written if name in required else _or_null(written)
    return schema


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def sections_at(root: Schema, path: tuple[str | int, ...]) -> list[Schema]:
    """Return the schemas of mappings that may stand at `path`."""
    schemas = list(_alternatives(root, root))
    for step in path:
        schemas = [
            found for schema in schemas for inner in _inside(schema, step) for found in _alternatives(root, inner)
        ]
    return [schema for schema in schemas if schema.get("type") == "object"]


def names_at(root: Schema, path: tuple[str | int, ...]) -> list[str]:
    """Return the names of the keys that the schema knows in the mapping at `path`."""
    return sorted({name for section in sections_at(root, path) for name in section.get("properties", {})})


def _alternatives(root: Schema, schema: Schema) -> Iterator[Schema]:
    """Yield the schema, or those it refers to or chooses from, until none refers further."""
    if "$ref" in schema:
        yield from _alternatives(root, root["$defs"][schema["$ref"].rsplit("/", 1)[1]])
    for choice in ("anyOf", "oneOf", "allOf"):
        for alternative in schema.get(choice, ()):
            yield from _alternatives(root, alternative)
    if "type" in schema:
        yield schema


def _inside(schema: Schema, step: str | int) -> list[Schema]:
    """Return the schemas of what stands under a key or at a position of a list."""
    if isinstance(step, int) and schema.get("type") == "array":
        return [schema["items"]] if "items" in schema else []
    inner = schema.get("properties", {}).get(step, schema.get("additionalProperties"))
    return [inner] if isinstance(inner, dict) else []
