"""`make faults`: disturbs everything that can be disturbed, and prints what came of it; the exit code is 1 if anything
failed.

`python -m tests.faults [KILLS]` sends so many signals of each kind to each command (5 if nothing is said: 60 in all),
kills what takes part in a study 40 times (`python -m tests.study.execution.faults` does it 120 times), and tries every
other fault as well.
"""

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults.commands import COMMANDS
from tests.faults.faults import CODES, CannotTry, damaged, full, killed, read_only, two_at_once
from tests.study.execution.faults import KINDS, ordeal

SIZES_KB = (8, 300, 700, 1500)
"""Sizes of the disks that run full: at the very beginning, in the replications, the tables, the report."""
PAIRS = (("run", "run"), ("run", "compare"), ("compare", "study"), ("study", "study"), ("report", "report"))

Trial = Callable[[Path, random.Random], object]


def trials(kills: int) -> Iterator[tuple[str, str, int, Trial]]:
    """Yield every trial: the fault, what it befalls, how often, and what tries it."""
    for name in COMMANDS:
        for number in CODES:
            yield signal.Signals(number).name, name, kills, _kills(name, number, kills)
    for victim in KINDS:
        for workers in (1, 3):
            yield f"{victim} killed", f"study, {workers} workers", 5, _ordeal(victim, workers)
    for name in COMMANDS:
        yield "disk full", name, len(SIZES_KB), _full(name)
    for name in COMMANDS:
        yield "read-only", name, 1, lambda place, chance, name=name: read_only(name, place)
    for pair in PAIRS:
        yield "two at once", " and ".join(pair), 1, lambda place, chance, pair=pair: two_at_once(pair, place)
    for name in ("run", "compare", "study"):
        yield "files damaged", name, 1, lambda place, chance, name=name: damaged(name, place, chance)


def _kills(name: str, number: signal.Signals, kills: int) -> Trial:
    return lambda place, chance: killed(name, number, kills, place, chance)


def _ordeal(victim: str, workers: int) -> Trial:
    return lambda place, chance: ordeal(victim, workers, 5, "drawn", f"{victim} {workers}")


def _full(name: str) -> Trial:
    def trial(place: Path, chance: random.Random) -> None:
        for size in SIZES_KB:
            full(name, place, size)

    return trial


def main(kills: int = 5) -> int:
    """Try all faults and print a table; return the exit code."""
    began, failed = time.monotonic(), 0
    print(f"{'fault':22} {'befalls':20} {'times':>5} {'seconds':>7}   outcome")
    for fault, what, times, trial in trials(kills):
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as place:
            try:
                trial(Path(place), random.Random(f"{fault} {what}"))
                outcome = "ok"
            except CannotTry as reason:
                outcome = f"skipped: {reason}"
            except (AssertionError, TimeoutError, subprocess.TimeoutExpired) as error:
                outcome, failed = f"failed: {error}", failed + 1
        print(f"{fault:22} {what:20} {times:5} {time.monotonic() - start:7.0f}   {outcome}", flush=True)
    print(
        f"{'failed' if failed else 'ok'} after {time.monotonic() - began:.0f} s" + f", {failed} failed" * (failed > 0)
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
