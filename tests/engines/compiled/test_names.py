"""The engines can be laid side by side: same files, same handlers, same verbs."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import sim.engines

ENGINES = Path(sim.engines.__file__).parent
LIFECYCLE = (
    "community", "department", "grid_leader", "grid_worker", "joint", "ledger", "nature", "party_members", "resident",
    "simulation", "station", "street", "supervisor",
)  # fmt: skip
CALLED_OTHERWISE = {
    "first_reading": "first_sighting", "start": "start", "watch_opening": "watch_opening", "done": "done",
    "hours": "hours", "kind": "kind_of", "lead": "first_of", "part": "new_part", "station": "station_of",
    "write": "write_case", "issue": "enter_issue", "schedule_next": "primary_occurs", "first": "first_in",
    "oldest_small": "small_task", "open": "open_case", "street_of": "number_of",
}  # fmt: skip
"""Names that a function cannot have where a method can, or that say what it does without an object."""
OF_OBJECTS = {"server", "case_count", "in_window", "run", "set_up_agents", "set_up_handlers"}
"""Properties and setting up, which records do not need."""


def names_in(module: Path) -> set[str]:
    tree = ast.parse(module.read_text("utf-8"))
    found = {node.name.lstrip("_") for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
    return {name for name in found if not name.endswith("__")}


@cache
def everywhere(engine: str) -> set[str]:
    return set[str]().union(*(names_in(module) for module in (ENGINES / engine).glob("*.py")))


@pytest.mark.parametrize("name", LIFECYCLE)
def test_each_verb_of_the_reference_engine_has_its_counterpart(name: str) -> None:
    verbs = names_in(ENGINES / "reference" / f"{name}.py") - OF_OBJECTS
    missing = {verb for verb in verbs if CALLED_OTHERWISE.get(verb, verb) not in everywhere("compiled")}
    own = names_in(ENGINES / "compiled" / f"{name}.py")
    elsewhere = {verb for verb in verbs if verb not in CALLED_OTHERWISE and verb not in own}
    assert not missing and not elsewhere


def test_handlers_are_the_same() -> None:
    handlers = {engine: {n for n in everywhere(engine) if n.startswith("on_")} for engine in ("reference", "compiled")}
    assert handlers["reference"] == handlers["compiled"]
