"""Where the compiled kernel is kept: a folder named by all that it is made of, since numba looks at one file only."""

from __future__ import annotations

import functools
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[2]
SOURCES = (
    "chance", "scenario/hours.py", "world/outcomes.py", "mechanisms", "lifecycle", "record/activities.py",
    "engines/outcome.py", "engines/compiled",
)  # fmt: skip
"""What the kernel is compiled from, under the package."""


def digest(package: Path = PACKAGE) -> str:
    """Hash of all sources of the kernel and of the compiler's version."""
    of = hashlib.sha256(f"{version('numba')} {version('llvmlite')} {version('numpy')} {sys.version}".encode())
    for source in SOURCES:
        place = package / source
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            of.update(file.relative_to(package).as_posix().encode())
            of.update(file.read_bytes())
    return of.hexdigest()[:16]


@functools.cache
def cache_folder() -> Path:
    """Folder of the kernel made of the present sources, for this processor and for the place where they lie.

    Numba looks for both: without them in the name, a folder shared by machines would seem to hold what it does not.
    """
    from llvmlite.binding import get_host_cpu_name

    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    here = hashlib.sha256(f"{PACKAGE} {get_host_cpu_name()}".encode()).hexdigest()[:8]
    return Path(base) / "gridgov" / f"kernel-{digest()}-{here}"


def is_compiled() -> bool:
    """Whether the kernel of the present sources is in the cache."""
    return any(cache_folder().rglob("*.nbc"))


def open_cache() -> None:
    """Let numba look for compiled functions in the folder; to be called before the kernel is imported."""
    from numba.core import config

    os.environ["NUMBA_CACHE_DIR"] = str(cache_folder())
    config.reload_config()


def compile_now() -> None:
    """Compile the kernel in a process of its own, unless it is in the cache: about half a minute, once."""
    if not is_compiled():
        subprocess.run([sys.executable, "-m", "sim.engines.compiled.build"], check=True)


@functools.cache
def kernel() -> Callable[[Any, int], None]:
    """The compiled kernel (`sim.engines.compiled.kernel.advance`), compiled now if it is not in the cache."""
    compile_now()
    open_cache()
    from sim.engines.compiled.kernel import advance

    return advance
