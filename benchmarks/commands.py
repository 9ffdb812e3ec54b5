"""What users wait for: wall time of whole commands, from the start of the process to its end, tables written."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time

YEAR = ("--set", "run.length=52 weeks")
RUNS: dict[str, tuple[str, ...]] = {
    "village-square, five replications": ("village-square",),
    "a year of jiancaoping-800, one replication": ("jiancaoping-800", *YEAR, "--replications", "1"),
    "the same, two replications in two processes": (
        "jiancaoping-800", *YEAR, "--replications", "2", "--workers", "2",
    ),
}  # fmt: skip
"""Arguments of `gridgov run`, by what they ask for."""


def waited(asked: tuple[str, ...], times: int) -> list[float]:
    """Seconds of `gridgov run` without a report, so many times."""
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "sim", "run", *asked, "--no-report", "--out", folder, "--overwrite"]
        for _ in range(times):
            begun = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)
            seconds.append(time.perf_counter() - begun)
    return seconds
