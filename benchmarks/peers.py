"""The programs that carry out the common dispatch model, timed in turn and held against each other."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
MEASURES = ("sojourn_min", "workers", "departments")
WIDTH = 4.0
"""Standard errors that two means may lie apart."""
TRIES, ROOM_S = 6, 3.0
"""How often a program runs in a round: so many times at most, and no more once so many seconds are spent."""

Run = dict[str, float]


@dataclass(frozen=True)
class Peer:
    """One program: its name in the table, its command, the module that it needs, and whether it is the model."""

    title: str
    command: tuple[str, ...]
    needs: str | None = None
    model: bool = True

    def run(self, days: float, seed: int) -> Run:
        """One run in a process of its own; its own clock leaves out its start."""
        told = subprocess.run(
            [*self.command, "--days", str(days), "--seeds", str(seed)], check=True, capture_output=True, text=True
        ).stdout
        result: Run = json.loads(told.splitlines()[-1])
        return result


def compiled(source: str, folder: Path) -> tuple[str, ...] | None:
    """Compile a C++ program into a folder; None if there is no compiler."""
    compiler = shutil.which("g++")
    if compiler is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    binary = folder / source
    subprocess.run([compiler, "-O2", "-std=c++17", "-o", str(binary), str(HERE / "cpp" / f"{source}.cpp")], check=True)
    return (str(binary),)


def python(program: str, *arguments: str) -> tuple[str, ...]:
    """The command of a Python program of this folder, in this environment."""
    return (sys.executable, str(HERE / f"{program}.py"), *arguments)


def peers(folder: Path, engine: str) -> list[Peer]:
    """All programs that can run here, the slowest first; binaries go into a folder."""
    all_of_python = [
        Peer("SimPy, processes", python("simpy_processes"), "simpy"),
        Peer("Mesa, its own events", python("mesa_events"), "mesa"),
        Peer("SimPy, bare clock", python("simpy_clock"), "simpy"),
        Peer("heapq", python("heapq_plain")),
        Peer("cimba", python("cimba_processes"), "cimba"),
        Peer(f"gridgov, {engine} engine", python("gridgov_common", "--engine", engine), "sim"),
        Peer("bare heap, heapq", python("bare_heap"), model=False),
    ]
    of_cpp = [("C++", "dispatch", True), ("bare heap, C++", "bare_heap", False)]
    found = [peer for peer in all_of_python if peer.needs is None or find_spec(peer.needs)]
    for title, source, model in of_cpp:
        command = compiled(source, folder)
        if command is not None:
            found.append(Peer(title, command, model=model))
    return found


def interleaved(programs: list[Peer], days: float, rounds: int) -> dict[str, list[Run]]:
    """Run all programs in turn, again and again, each round with the next seed."""
    runs: dict[str, list[Run]] = {peer.title: [] for peer in programs}
    for seed in range(1, rounds + 1):
        for peer in programs:
            runs[peer.title].append(quickest(peer, days, seed))
    return runs


def quickest(peer: Peer, days: float, seed: int) -> Run:
    """The quickest of `TRIES` runs, or of as many as last `ROOM_S`: a machine's other work disturbs short ones most."""
    runs = [peer.run(days, seed)]
    while len(runs) < TRIES and sum(run["cpu_seconds"] for run in runs) < ROOM_S:
        runs.append(peer.run(days, seed))
    return min(runs, key=lambda run: run["cpu_seconds"])


def disagreements(runs: dict[str, list[Run]]) -> Iterator[str]:
    """Pairs of programs whose means lie too far apart; the spread of replications is pooled over all programs."""
    for measure in MEASURES:
        values = {title: [run[measure] for run in told] for title, told in runs.items()}
        variance = statistics.fmean(statistics.variance(own) for own in values.values())
        means = {title: statistics.fmean(own) for title, own in values.items()}
        for title, other in ((a, b) for a in means for b in means if a < b):
            error = (variance * (1 / len(values[title]) + 1 / len(values[other]))) ** 0.5
            if abs(means[title] - means[other]) > WIDTH * error:
                yield f"{measure}: {title} {means[title]:.5g}, {other} {means[other]:.5g}, standard error {error:.2g}"
