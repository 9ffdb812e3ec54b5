"""The names of all settings, as the schema of scenarios has them."""

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]


def fields_of(schema: Path) -> set[str]:
    """Return the names of the fields of all sections."""
    told = json.loads((ROOT / schema).read_text("utf-8"))
    sections = [told, *told["$defs"].values()]
    return {name for section in sections for name in section.get("properties", {})}
