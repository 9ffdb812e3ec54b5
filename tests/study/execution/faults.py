"""Kills what takes part in a study, at random moments, and looks whether it ends with the same tables all the same.

`python -m tests.study.execution.faults` is the long form: ten kills each of a worker, the main process, a Dask
scheduler and a Dask worker, with one, two and three workers. It needs Linux and Dask.
"""

import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from os import environ, kill
from pathlib import Path

import duckdb

from tests.study.execution.run_study import STOPPED, run_study

ROOT = Path(__file__).parents[2]
TABLES = ("results.parquet", "points.parquet", "points.csv")
PATIENCE = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "3s"}
"""How long Dask's client looks for a scheduler that is gone; half a minute if nothing is said."""
LIMIT_S = 120.0
"""Seconds after which a study counts as hanging."""

Process = subprocess.Popen[bytes]


def tables_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of the tables that must not depend on anything."""
    return {name: (folder / name).read_bytes() for name in TABLES}


@cache
def undisturbed(kind: str) -> dict[str, bytes]:
    """Return the tables of a study that nothing happened to."""
    with tempfile.TemporaryDirectory() as folder:
        run_study(Path(folder), kind, "1")
        return tables_of(Path(folder))


def kept(folder: Path) -> set[tuple[object, ...]]:
    """Return what a study that is not running has written down: point, replication, seconds and host of each run."""
    if not (folder / "runs.duckdb").is_file():
        return set()
    with duckdb.connect(str(folder / "runs.duckdb")) as connection:
        return set(connection.execute("SELECT point, replication, seconds, host FROM runs").fetchall())


def start(*words: str) -> Process:
    """Start a Python process from the root of the project."""
    return subprocess.Popen(
        [sys.executable, "-m", *words], cwd=ROOT, env={**environ, **PATIENCE}, stderr=subprocess.DEVNULL
    )


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@dataclass
class Cluster:
    """A Dask cluster of real processes on this machine."""

    workers: int
    port: int = field(default_factory=_free_port)
    processes: dict[str, Process] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where its scheduler answers."""
        return f"tcp://127.0.0.1:{self.port}"

    def complete(self) -> None:
        """Start whatever does not run; without a scheduler the workers are started anew as well."""
        if not self.runs("scheduler"):
            self.stop()
            self.processes["scheduler"] = start(
                "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard"
            )
        for number in range(self.workers):
            if not self.runs(f"worker {number}"):
                self.processes[f"worker {number}"] = start(
                    "distributed.cli.dask_worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard"
                )

    def runs(self, name: str) -> bool:
        """Say whether one of its processes is alive."""
        return name in self.processes and self.processes[name].poll() is None

    def stop(self) -> None:
        """Kill all of it."""
        for process in self.processes.values():
            process.kill()
            process.wait()
        self.processes.clear()


@contextmanager
def cluster(workers: int) -> Iterator[Cluster]:
    """Enter a running cluster."""
    made = Cluster(workers)
    made.complete()
    try:
        yield made
    finally:
        made.stop()


Strike = Callable[[Process], bool]
"""Kills something while a process runs a study; says whether there was anything to kill."""


def kill_main(main: Process) -> bool:
    """Kill the process that runs the study."""
    main.kill()
    main.wait()
    return True


@dataclass(frozen=True)
class KillWorker:
    """Kills one of the worker processes of a study."""

    chance: random.Random

    def __call__(self, main: Process) -> bool:
        """Kill one if there is any yet."""
        if workers := workers_of(main.pid):
            kill(self.chance.choice(workers), signal.SIGKILL)
        return bool(workers)


@dataclass(frozen=True)
class KillPart:
    """Kills part of a cluster, and puts another in its place."""

    cluster: Cluster
    part: str

    def __call__(self, main: Process) -> bool:
        """Kill it; without a scheduler the study must end by itself before there is another."""
        process = self.cluster.processes[self.part]
        process.kill()
        process.wait()
        if self.part == "scheduler":
            main.wait(LIMIT_S)
        self.cluster.complete()
        return True


def survive(folder: Path, kind: str, where: str, strike: Strike, kills: int, pauses_s: Iterator[float]) -> int:
    """Conduct a study, and again until it ends well, while so many strikes come, each after a pause.

    Returns how many hit something. Raises TimeoutError if it hangs, and AssertionError if it fails in an unforeseen
    way or loses a run that was written down.
    """
    hits, before = 0, set[tuple[object, ...]]()
    main = start("tests.study.execution.run_study", str(folder), kind, where)
    while (code := _waited(main, next(pauses_s) if hits < kills else LIMIT_S)) != 0:
        if code is None and hits == kills:
            main.kill()
            raise TimeoutError(f"{kind} by {where} hangs after {hits} kills")
        if code is None:
            hits += strike(main)
            code = main.poll()
        if code is not None and code != 0:
            assert code in (STOPPED, -signal.SIGKILL), f"the study ended with code {code}"
            before |= kept(folder)
            main = start("tests.study.execution.run_study", str(folder), kind, where)
    assert before <= kept(folder), "runs that were written down are lost, or were run again"
    return hits


def _waited(process: Process, seconds: float) -> int | None:
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        return None


def workers_of(pid: int) -> list[int]:
    """Return the worker processes of a process: what its server forked."""
    servers = [child for child in _children(pid) if b"forkserver" in _words(child)]
    return [worker for server in servers for worker in _children(server)]


def _children(pid: int) -> list[int]:
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _words(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


KINDS = ("worker", "main process", "Dask scheduler", "Dask worker")


def ordeal(victim: str, workers: int, kills: int, kind: str, seed: str, pause_s: float = 3.0) -> int:
    """Kill one kind of thing so many times in studies with so many workers; return the number of studies it took.

    Between two kills lie up to `pause_s` seconds. Raises AssertionError if the tables of one of the studies differ
    from those of an undisturbed one.
    """
    expected, chance = undisturbed(kind), random.Random(seed)
    pauses_s = iter(lambda: chance.uniform(0.0, pause_s), None)
    studies, left = 0, kills
    while left > 0:
        studies += 1
        with tempfile.TemporaryDirectory() as name, _struck(victim, workers, chance) as (where, strike):
            left -= survive(Path(name), kind, where, strike, left, pauses_s)
            assert tables_of(Path(name)) == expected, f"tables differ after kills of a {victim}"
    return studies


@contextmanager
def _struck(victim: str, workers: int, chance: random.Random) -> Iterator[tuple[str, Strike]]:
    """Enter a crew; yield how it is named to a study, and what kills the victim."""
    if not victim.startswith("Dask"):
        yield str(workers), kill_main if victim == "main process" else KillWorker(chance)
        return
    with cluster(workers) as made:
        yield made.address, KillPart(made, "scheduler" if victim.endswith("scheduler") else "worker 0")


def main(kills: int = 10) -> None:
    """Run the long form and print a table."""
    print(f"{'killed':16} {'workers':>7} {'kills':>5} {'studies':>7} {'seconds':>7}   tables")
    for victim in KINDS:
        for workers in (1, 2, 3):
            began = time.monotonic()
            studies = ordeal(victim, workers, kills, "drawn", f"{victim} {workers}")
            spent = time.monotonic() - began
            print(f"{victim:16} {workers:7} {kills:5} {studies:7} {spent:7.0f}   the same, byte for byte", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
