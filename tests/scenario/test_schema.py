from __future__ import annotations

import json
from pathlib import Path

import pytest

from sim.scenario.presets import preset_folder
from sim.scenario.schema import json_schema, names_at, render_schema
from tests.scenario.small import Small


def test_names_are_found_through_references_and_named_entries() -> None:
    schema = Small.model_json_schema()
    assert names_at(schema, ("run",)) == ["length", "start", "stock"]
    assert names_at(schema, ("hazards", "litter")) == ["counts", "handled_by", "rate", "work"]
    assert names_at(schema, ("grids",)) == ["grade", "high", "low", "source", "value"]
    assert names_at(schema, ("hazards",)) == []


def test_a_file_may_extend_others_and_leave_the_rest_to_them() -> None:
    schema = json_schema()
    assert "extends" in schema["properties"]
    assert "required" not in schema
    assert "required" not in schema["$defs"]["Hazard"]
    assert {"type": "null"} in schema["properties"]["hazards"]["additionalProperties"]["anyOf"]
    assert {"type": "null"} in schema["properties"]["field"]["anyOf"]
    assert "null" not in str(schema["properties"]["run"])


def test_the_text_is_stable_and_says_the_same() -> None:
    assert json.loads(render_schema()) == json_schema()
    assert render_schema() == render_schema()


@pytest.mark.parametrize("path", sorted(preset_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_presets_name_the_schema_for_editors(path: Path) -> None:
    assert path.read_text().startswith("# yaml-language-server: $schema=../docs/scenario.schema.json")


def test_the_schema_in_the_documentation_is_current() -> None:
    path = preset_folder().parent / "docs" / "scenario.schema.json"
    assert path.read_text(encoding="utf-8") == render_schema(), f"run: gridgov schema > {path}"
