"""Both engines supply every service of the lifecycle with the same arguments; any part of it can be loaded first."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import sim.lifecycle
from sim.engines.reference.simulation import Simulation
from sim.lifecycle.services import SERVICES
from sim.lifecycle.things import Case, Issue, blank, widths

FOLDER = Path(sim.lifecycle.__file__).parent
MODULES = sorted(file.relative_to(FOLDER.parents[1]).with_suffix("").as_posix() for file in FOLDER.rglob("*.py"))

each_service = pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.__name__)


def arguments(function: Callable[..., Any]) -> list[str]:
    return list(inspect.signature(function).parameters)[1:]


@each_service
def test_the_reference_engine_has_it(service: Callable[..., Any]) -> None:
    assert arguments(getattr(Simulation, service.__name__)) == arguments(service)


@each_service
def test_the_compiled_engine_has_it(service: Callable[..., Any]) -> None:
    from sim.engines.compiled.rules import HERE

    assert arguments(HERE[service.__name__]) == arguments(service)


@pytest.mark.parametrize("thing", [Issue, Case])
def test_records_have_the_fields_of_things(thing: type[Any]) -> None:
    from sim.engines.compiled.layout import blank_of

    record = blank_of(thing)
    assert set(record.dtype.names or ()) == set(widths(thing))
    assert {name: record[name][0] for name in widths(thing)} == blank(thing)


def test_any_part_can_be_loaded_first() -> None:
    """Parts call each other in circles; none may depend on which is loaded first."""
    script = "import importlib, sys\nfor name in sys.argv[1:]:\n" + (
        "    for loaded in [m for m in sys.modules if m.startswith('sim.lifecycle')]:\n"
        "        del sys.modules[loaded]\n"
        "    importlib.import_module(name)\n"
    )
    names = [module.replace("/", ".").removesuffix(".__init__") for module in MODULES]
    subprocess.run([sys.executable, "-c", script, *names], check=True, cwd=FOLDER.parents[1])
