"""How busy a study of many short runs keeps the cores, and whether its memory grows with their number.

`python -m tests.study.execution.busy 1000 [WORKERS]` runs the teaching case so many times and prints two shares of the
workers' time after the first 100 runs: that in which they have work, and that in which they compute (processor time
over wall time; on a machine with other work the first alone means anything); and the resident memory of the main
process and of all workers, after 100 runs and at the end. It needs Linux.
"""

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from sim.study.files.points import Point
from tests.study.execution.faults import workers_of

SQUARE = "village-square"
EARLY = 100
"""Runs after which the start is over: modules are loaded, the kernel too."""


@dataclass(frozen=True)
class Look:
    """A look at the processes: runs finished; wall time, processor time of workers and length of all runs in s; memory
    in MB."""

    runs: int
    wall_s: float
    busy_s: float
    occupied_s: float
    main_mb: float
    workers_mb: float

    @classmethod
    def now(cls, runs: int, occupied_s: float) -> "Look":
        """Look at this process and its workers."""
        workers = workers_of(os.getpid())
        busy_s = sum(_processor_s(pid) for pid in workers)
        return cls(
            runs, time.monotonic(), busy_s, occupied_s, _resident_mb(os.getpid()), sum(map(_resident_mb, workers))
        )


def _processor_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident_mb(pid: int) -> float:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main(runs: int = 1000, workers: int = os.cpu_count() or 1) -> None:
    """Run the study and print what was seen."""
    from sim.engines.compiled.cache import compile_now
    from sim.study.execution.evaluate import Evaluation
    from sim.study.execution.runner import Runner

    compile_now()
    points = [Point(n, str(n), SQUARE, (f"staff.grid_workers.count={20 + n % 40}",)) for n in range(runs // 5)]
    looks: list[Look] = []

    def look(finished: int, total: int, failed: int) -> None:
        if (finished >= EARLY and not looks) or finished == total:
            looks.append(Look.now(finished, runner.runs()["seconds"].sum()))

    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        evaluate = Evaluation.of([SQUARE], "compiled")
        with Runner(Path(folder), {"name": "busy"}, evaluate, workers=workers, progress=look) as runner:
            runner.need((point, replication) for point in points for replication in range(5))
    first, last = looks[0], looks[-1]
    wall_s = last.wall_s - first.wall_s
    print(f"{last.runs} runs by {workers} workers in {last.wall_s - began:.1f} s")
    print(f"workers have work: {(last.occupied_s - first.occupied_s) / (wall_s * workers):.1%}")
    print(f"workers compute: {(last.busy_s - first.busy_s) / (wall_s * workers):.1%}")
    for at in (first, last):
        print(f"memory after {at.runs} runs: main process {at.main_mb:.0f} MB, workers {at.workers_mb:.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
