"""What users wait for: wall time of whole commands, from the start of the process to its end, tables written."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ONE = ("--set", "run.length=52 weeks", "--replications", "1", "--workers", "1")
TWO = ("--set", "run.length=52 weeks", "--replications", "2", "--workers", "2")


class Wait(NamedTuple):
    """Arguments of `gridgov run`, how many times it is begun at once, and whether each is kept to a core of its own."""

    asked: tuple[str, ...]
    at_once: int = 1
    on_one_core: bool = False


WAITS = {
    "village-square, five replications": Wait(("village-square",)),
    "a year of jiancaoping-800, one replication": Wait(("jiancaoping-800", *ONE)),
    "the same on one core": Wait(("jiancaoping-800", *ONE), on_one_core=True),
    "two of these at once, each on one core": Wait(("jiancaoping-800", *ONE), at_once=2, on_one_core=True),
    "two replications in two processes": Wait(("jiancaoping-800", *TWO)),
    "a year of weihai, one replication": Wait(("weihai", *ONE)),
}


class Waited(NamedTuple):
    """Seconds until all had ended, and the most memory that one of them had in its own process, in MB."""

    seconds: float
    peak_mb: float


def waited(wait: Wait) -> Waited:
    """Run commands, each with cores as asked; raise CalledProcessError if one fails."""
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        running = [_begun(wait, Path(folder) / str(number), number) for number in range(wait.at_once)]
        try:
            peaks = [_peak_mb(process) for process in running]
        finally:
            for process in running:
                process.kill()  # which does nothing to those that have ended
        return Waited(time.perf_counter() - begun, max(peaks))


def _begun(wait: Wait, folder: Path, number: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "sim", "run", *wait.asked, "--no-report", "--quiet", "--out", str(folder)]
    if wait.on_one_core:
        core = sorted(os.sched_getaffinity(0))[number]
        command = ["taskset", "--cpu-list", str(core), *command]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _peak_mb(process: subprocess.Popen[bytes]) -> float:
    """Wait for a process and return the most memory that it had; raise CalledProcessError if it failed."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return used.ru_maxrss / 1024
