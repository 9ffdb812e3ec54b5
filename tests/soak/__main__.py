"""`python -m tests.soak [CASE...]`: runs the large cases one after the other, and compares them with the formulas.

Exit code 1 if one needs more than `ALLOWED` times the memory or processor time that docs/reliability.md states. Times
are taken relative to a yardstick, a run of the district that is timed before each case, so that neither another
machine nor what else runs on this one counts. Memory and time of each are those of a process of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

from tests.soak.cases import CASES

ALLOWED = 1.3
"""How many times what is stated a case may take."""
LIMIT_S = 1_500.0
"""Seconds that all cases together may last."""

Told = dict[str, float]


def took(name: str) -> Told:
    """Return what a case took, in a process of its own; raises CalledProcessError if it does not end well."""
    command = [sys.executable, "-m", "tests.soak.one", name]
    told: Told = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return told


def ratios(told: Told, yardstick: Told) -> tuple[float, float]:
    """Return memory and time over what is stated, the time relative to that of the yardstick."""
    pace = yardstick["seconds"] / yardstick["stated_s"]
    return told["peak_bytes"] / told["stated_bytes"], told["seconds"] / told["stated_s"] / pace


def line(name: str, told: Told, memory: float, seconds: float) -> str:
    """Return the row of a case in the table."""
    row_us = 1e6 * told["seconds"] / told["rows"]
    return (
        f"{name:<10} {told['rows'] / 1e6:>10.1f} {told['seconds']:>8.0f} {row_us:>12.2f} {seconds:>8.2f}"
        f" {told['peak_bytes'] / 1e9:>8.2f} {memory:>8.2f}  {'ok' if max(memory, seconds) <= ALLOWED else 'MORE'}"
    )


def main(names: list[str]) -> int:
    """Run the named cases; return the exit code."""
    began = time.monotonic()
    titles = ("million rows", "cpu s", "us per event", "x stated", "peak GB", "x stated")
    print(f"{'case':<10} " + " ".join(f"{title:>8}" for title in titles))
    more = False
    for name in names:
        yardstick = took("yardstick")
        try:
            told = took(name)
        except subprocess.CalledProcessError as error:
            print(f"{name:<10} ended with {error.returncode}: {CASES[name].title}", flush=True)
            more = True
            continue
        found = ratios(told, yardstick)
        more = more or max(found) > ALLOWED
        print(line(name, told, *found), flush=True)
    lasted = time.monotonic() - began
    print(f"{lasted / 60:.0f} min in all, of at most {LIMIT_S / 60:.0f}")
    return int(more or lasted > LIMIT_S)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(CASES)))
