"""Installs the wheel in empty environments, one for each Python found, and tries it: `python -m tests.release.wheel`.

Packages come from the registry, in the versions of constraints.txt. A Python is found by the names that are usual on
the search path and among those that pyenv has; `python -m tests.release.wheel PYTHON...` names others.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.release.build import ROOT, build_wheel
from tests.release.smoke import Broken, clean_environment, smoke

LEAST = (3, 11)
NAMES = ("python3.11", "python3.12", "python3.13", "python3.14")
ASKED = "import sys; print(*sys.version_info[:2], sys.prefix)"
PANDAS_READS = "import pandas, sys; assert len(pandas.read_parquet(sys.argv[1])), 'no rows'"


def pythons(candidates: Iterable[str | Path]) -> dict[tuple[int, int], str]:
    """Return one interpreter for each version of Python that gridgov supports, of those that start."""
    found: dict[tuple[int, int], str] = {}
    for candidate in candidates:
        try:
            told = subprocess.run(
                [candidate, "-c", ASKED], capture_output=True, text=True, env=clean_environment(), check=False
            )
        except OSError:
            continue
        if told.returncode == 0:
            major, minor = map(int, told.stdout.split()[:2])
            if (major, minor) >= LEAST:
                found.setdefault((major, minor), str(candidate))
    return dict(sorted(found.items()))


def candidates() -> list[str | Path]:
    """Return what may be an interpreter here."""
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    return [*NAMES, *sorted((root / "versions").glob("3.*/bin/python")), sys.executable]


def tried(python: str, wheel: Path, folder: Path) -> None:
    """Install the wheel with the extra `parquet` in an empty environment and try it; raises Broken."""
    environment = clean_environment()
    inside = folder / "environment" / ("Scripts" if os.name == "nt" else "bin")
    _called([python, "-m", "venv", str(folder / "environment")], folder)
    install = [str(inside / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _called([*install, "-c", str(ROOT / "constraints.txt"), f"{wheel}[parquet]"], folder)
    work = folder / "work"
    work.mkdir()
    smoke([str(inside / "gridgov")], work, environment)
    _called([str(inside / "python"), "-c", PANDAS_READS, str(work / "square" / "cases.parquet")], work)


def _called(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, env=clean_environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Broken(f"{' '.join(command)}: exit code {done.returncode}\n{done.stdout}{done.stderr}")


def main(named: Sequence[str]) -> int:
    """Try the wheel with each Python; print a line for each, and return the exit code."""
    found = pythons(named or candidates())
    if not found:
        print("no Python of at least 3.11 found")
        return 1
    failed = False
    with tempfile.TemporaryDirectory() as built:
        wheel = build_wheel(Path(built))
        for (major, minor), python in found.items():
            began = time.perf_counter()
            try:
                with tempfile.TemporaryDirectory() as folder:
                    tried(python, wheel, Path(folder))
                told = "works"
            except Broken as broken:
                failed, told = True, str(broken)
            print(f"Python {major}.{minor} ({python}), {time.perf_counter() - began:.0f} s: {told}", flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
