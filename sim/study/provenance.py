"""Where a result comes from: scenario, seed, code, versions, machine; with these it can be repeated."""

import hashlib
import os
import platform
import sys
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sim

if TYPE_CHECKING:
    from sim.scenario.load import Loaded

LIBRARIES = ("numpy", "pandas", "scipy", "shapely", "pydantic", "duckdb")
ENGINE_LIBRARIES = {"reference": ("mesa", "simpy"), "compiled": ("numba",)}
"""The libraries on which figures could depend: in every run, and by engine."""


def provenance(loaded: "Loaded", engine: str, wall_s: float) -> dict[str, Any]:
    """Return what the manifest of a result says about its origin; `wall_s` is how long the run took."""
    from sim.scenario.load import digest

    run = loaded.scenario.run
    return {
        "scenario": loaded.scenario.name,
        "scenario_files": [file.name for file in loaded.files],
        "set": [given for given in loaded.sets if not given.startswith("run.")],
        "scenario_sha256": digest(loaded.document),
        "seed": run.seed,
        "replications": run.replications,
        "engine": engine,
        "versions": {
            "gridgov": sim.__version__,
            "python": platform.python_version(),
            **{name: version(name) for name in (*LIBRARIES, *ENGINE_LIBRARIES[engine])},
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
    root = Path(sim.__file__).parent
    total = hashlib.sha256()
    for file in sorted(root.rglob("*.py")):
        total.update(f"{file.relative_to(root).as_posix()}\0".encode())
        total.update(file.read_bytes())
    return total.hexdigest()
