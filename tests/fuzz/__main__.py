"""`python -m tests.fuzz`: thousands of damaged inputs of every kind.

Each must be accepted, or refused with a place and a sentence. Ends with 1 if any is not.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz import assignments, folders, outlines, scenarios, studies
from tests.fuzz.draw import Make
from tests.fuzz.faults import Fault, distinct
from tests.fuzz.machine import Machine, Tried, keep, resumed
from tests.fuzz.outcome import ROOT

RESULTS = ROOT / "results"
KINDS = ("scenarios", "studies", "assignments", "folders", "outlines")
MAKERS: dict[str, Make] = {
    "scenarios": scenarios.make,
    "studies": studies.make,
    "assignments": assignments.make,
    "outlines": outlines.make,
}


def maker(kind: str) -> Make:
    """Return what makes the mutants of a kind; good result folders are made first where they are needed."""
    return MAKERS.get(kind) or folders.made_with(folders.templates(RESULTS / "fuzz-templates"))


def fuzz(
    kind: str, count: int, seed: int, *, seconds: float, processes: int, path: Path
) -> tuple[list[Tried], list[Fault]]:
    """Try so many mutants of a kind, those not tried before; return all, and the distinct faults."""
    machine = Machine(maker(kind), kind, seed, seconds=seconds, processes=processes)
    before = resumed(path, count, seed)
    note, found = keep(path, seed, before.values()), list(before.values())
    began = time.monotonic()
    for tried in machine.tried(number for number in range(count) if number not in before):
        note(tried)
        found.append(tried)
        if len(found) % 500 == 0:
            print(f"  {kind}: {len(found):,} of {count:,} after {time.monotonic() - began:.0f} s", file=sys.stderr)
    return found, distinct(machine, [tried for tried in found if tried.outcome.is_fault])


def main() -> int:
    """Try the kinds that are asked for and print what became of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []], help=f"of {', '.join(KINDS)}; all if none is named")
    parser.add_argument("--count", type=int, default=10_000, help="mutants of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=10.0, help="that one mutant may take")
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    wrong = 0
    for kind in asked.kinds or KINDS:
        began = time.monotonic()
        limits = {"seconds": asked.seconds, "processes": asked.processes}
        path = RESULTS / f"fuzz-{kind}.jsonl"
        tried, faults = fuzz(kind, asked.count, asked.seed, **limits, path=path)
        counts = Counter(each.outcome.what for each in tried)
        told = ", ".join(f"{number:,} {what}" for what, number in counts.most_common())
        print(f"{kind}: {len(tried):,} mutants in {time.monotonic() - began:.0f} s: {told}")
        for fault in faults:
            print(fault.told())
        wrong += len(faults)
    print("no faults" if not wrong else f"{wrong} distinct faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
