"""Commands as processes of their own, to be disturbed: what they leave must be whole, or say that it is not."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory, mkdtemp
from time import monotonic

from sim.record.checking import check_folder
from sim.record.store import MANIFEST, IncompleteResult

ROOT = Path(__file__).parents[2]
LIMIT_S = 600.0
"""Seconds after which a command counts as hanging."""
SCENARIO = """\
extends: village-square
name: small
run: {warmup: 0 days, length: 2 days, followup: 1 day, replications: 2}
"""
SWEEP = """\
kind: sweep
name: sweep
title: A sweep
about: Does it survive?
scenario: small.yaml
factors:
  workers: {title: Workers, path: staff.grid_workers.count, values: [20, 30]}
replications: 2
measures: [closing_median_h]
"""
COMMANDS = {
    "run": ("run", "small.yaml"),
    "compare": ("compare", "small.yaml", ":staff.grid_workers.count=27"),
    "study": ("study", "sweep.yaml"),
    "report": ("report",),
}
"""Commands by name: the words before the result folder."""
OF_THE_HOUR = ("runs.parquet", "runs.duckdb", MANIFEST)
"""Files that tell when and where something was run, and so differ from time to time."""

Process = subprocess.Popen[bytes]


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, negative for a signal, what it told as an error, and how long it took (s)."""

    code: int
    told: str
    seconds: float


@cache
def place() -> Path:
    """Return a folder with the scenario and the study that the commands name; it lives as long as this process."""
    folder = TemporaryDirectory(prefix="gridgov-faults-")
    PLACES.append(folder)
    (Path(folder.name) / "small.yaml").write_text(SCENARIO, encoding="utf-8")
    (Path(folder.name) / "sweep.yaml").write_text(SWEEP, encoding="utf-8")
    return Path(folder.name)


PLACES: list[TemporaryDirectory[str]] = []


def start(name: str, folder: Path, *words: str, before: Callable[[], object] | None = None) -> Process:
    """Start a command on a result folder; `before` is called in its process first."""
    given = (*COMMANDS[name], str(folder), *words)
    if name != "report":
        given = (*COMMANDS[name], "--out", str(folder), "--engine", "reference", "--workers", "2", *words)
    return subprocess.Popen(
        [sys.executable, "-m", "sim", *given],
        cwd=place(),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: _prepare(before),  # noqa: PLW1509 - nothing here has threads
    )


def _prepare(before: Callable[[], object] | None) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what is begun in the background would ignore it
    if before is not None:
        before()


def ended(process: Process) -> Ended:
    """Wait for the end of a command; raises TimeoutExpired if it hangs."""
    began = monotonic()
    try:
        _, told = process.communicate(timeout=LIMIT_S)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    return Ended(process.returncode, told.decode("utf-8", "replace"), monotonic() - began)


def carried_out(name: str, folder: Path, *words: str, before: Callable[[], object] | None = None) -> Ended:
    """Carry out a command on a result folder."""
    return ended(start(name, folder, *words, before=before))


@cache
def undisturbed(name: str) -> tuple[Path, float]:
    """Return the result folder of a command that nothing happened to, and how many seconds it took."""
    folder = Path(mkdtemp(dir=place())) / name
    if name == "report":
        copytree(undisturbed("run")[0], folder)
    end = carried_out(name, folder)
    assert end.code == 0, end.told
    return folder, end.seconds


def prepared(name: str, folder: Path) -> Path:
    """Return a result folder for a command to begin in: a new one, for a report that of a run."""
    if name == "report":
        copytree(undisturbed("run")[0], folder)
    return folder


def checksums(folder: Path) -> dict[str, str]:
    """Return the checksums of all files of a result that must not depend on anything."""
    files: dict[str, str] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
    return {name: digest for name, digest in files.items() if Path(name).name not in OF_THE_HOUR}


def look(name: str, folder: Path) -> None:
    """Raise AssertionError if a result folder says that it is whole and is not."""
    try:
        found = check_folder(folder)
    except IncompleteResult:
        return
    assert not found.wrong, f"{name}: {found.wrong}"


def finish(name: str, folder: Path) -> None:
    """Give a command again, which must end well; its result must be that of one that nothing happened to."""
    end = carried_out(name, folder)
    assert end.code == 0, f"{name} does not go on: {end.told}"
    look(name, folder)
    assert checksums(folder) == checksums(undisturbed(name)[0]), f"{name}: other tables"
    assert (folder / "report.html").is_file()
    assert not list(folder.rglob("*.part")) and not (folder / "unfinished").exists(), f"{name}: something is left"
