"""Where a result comes from: scenario, seed, code, versions, machine; with these it can be repeated."""

import hashlib
import os
import platform
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import sim
from sim.filenames import shown

if TYPE_CHECKING:
    from sim.scenario.load import Loaded

PACKAGE = Path(sim.__file__).parent
NUMBERLESS = ("words", "show", "study", "console.py", "describe.py", "cli", "__main__.py")
"""Parts of the package that make no number of a run ..."""
NUMBERS = (PurePath("study/execution/evaluate.py"), PurePath("study/execution/measuring.py"))
"""... but for these."""
LIBRARIES = ("numpy", "pandas", "scipy", "shapely", "pydantic", "duckdb")
ENGINE_LIBRARIES = {"reference": ("mesa", "simpy"), "compiled": ("numba",)}
"""The libraries on which figures could depend: in every run, and by engine."""


def provenance(loaded: "Loaded", engine: str, wall_s: float) -> dict[str, Any]:
    """Return what the manifest of a result says about its origin; `wall_s` is how many seconds the run took."""
    from sim.scenario.load import digest

    run = loaded.scenario.run
    return {
        "scenario": loaded.scenario.name,
        "scenario_files": [shown(file.name) for file in loaded.files],
        "set": [given for given in loaded.sets if not given.startswith("run.")],
        "scenario_sha256": digest(loaded.document),
        "seed": run.seed,
        "replications": run.replications,
        "engine": engine,
        **_circumstances((*LIBRARIES, *ENGINE_LIBRARIES[engine]), wall_s),
    }


def study_provenance(study: Mapping[str, Any], engine: str | None, wall_s: float) -> dict[str, Any]:
    """Return what the manifest of a study says about its origin.

    `engine` is None if something else than the simulator was evaluated; `wall_s` is how many seconds the last session
    took.
    """
    from sim.scenario.load import digest

    libraries = (*LIBRARIES, *(ENGINE_LIBRARIES[engine] if engine else ()))
    return {
        "study": study.get("name"),
        "study_sha256": digest(dict(study)),
        "engine": engine,
        **_circumstances(libraries, wall_s),
    }


def _circumstances(libraries: Iterable[str], wall_s: float) -> dict[str, Any]:
    """Return software, time and machine."""
    return {
        "versions": {
            "gridgov": sim.__version__,
            "python": platform.python_version(),
            **{name: version(name) for name in libraries},
        },
        "code_sha256": code_digest(),
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "wall_s": round(wall_s, 2),
        "host": {"system": platform.platform(), "cores": os.cpu_count(), "byte_order": sys.byteorder},
    }


def run_key(loaded: "Loaded", engine: str, events: bool) -> str:
    """Return a name for unfinished work that changes with scenario, code, engine and what is recorded."""
    from sim.scenario.load import digest

    text = f"{digest(loaded.document)} {code_digest()} {engine} events={events}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@cache
def code_digest() -> str:
    """Return the SHA-256 of all modules of the package: their paths and texts, in order of path."""
    return _digest(_modules())


@cache
def numbers_digest() -> str:
    """Return the SHA-256 of the modules that the numbers of a run depend on: not what runs and shows studies."""
    return _digest(file for file in _modules() if file in NUMBERS or file.parts[0] not in NUMBERLESS)


def _modules() -> list[PurePath]:
    return sorted(file.relative_to(PACKAGE) for file in PACKAGE.rglob("*.py"))


def _digest(modules: Iterable[PurePath]) -> str:
    total = hashlib.sha256()
    for module in modules:
        total.update(f"{module.as_posix()}\0".encode())
        total.update((PACKAGE / module).read_bytes())
    return total.hexdigest()
