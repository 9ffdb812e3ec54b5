"""The long comparison: `python -m tests.engines.compiled.equal 2000` sees that an edited rule is followed, then holds
the engines against each other on two weeks of every preset and on so many generated scenarios.

On a difference it prints the smallest scenario found that shows it (what differs from the plainest), the first
row that differs, and the history of its issue in both engines; the exit code is 1.
"""

from __future__ import annotations

import sys
import time
from typing import Any

from hypothesis import HealthCheck, given, settings

from sim.engines.compiled import cache
from sim.engines.compiled.compare import Difference, compare_engines
from sim.scenario.load import load
from sim.scenario.presets import preset_folder
from tests.engines.compiled.edited import follows_an_edited_rule
from tests.engines.compiled.scenarios import CHOICES, choices, with_choices

TWO_WEEKS = ("run.warmup=4 days", "run.length=7 days", "run.followup=3 days")


class Unequal(AssertionError):
    """The engines differ."""


def search(examples: int) -> tuple[dict[str, Any], Difference] | None:
    """Compare on so many scenarios; the smallest on which the engines differ, and how, or None."""
    found: dict[str, tuple[dict[str, Any], Difference]] = {}

    @given(choices(changed=20))
    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def compare(chosen: dict[str, Any]) -> None:
        unlike = compare_engines(with_choices(chosen))
        if unlike is not None:
            found["last"] = (chosen, unlike)
            raise Unequal(unlike.where)

    try:
        compare()
    except Unequal:
        return found["last"]
    return None


def presets() -> bool:
    """Compare on two weeks of every preset, and say for each whether the engines are equal; whether all are."""
    equal = True
    for name in sorted(file.stem for file in preset_folder().glob("*.yaml")):
        start = time.monotonic()
        unlike = compare_engines(load(name, TWO_WEEKS).scenario)
        print(f"{name}: {unlike or 'equal'} ({time.monotonic() - start:.0f} s)", flush=True)
        equal = equal and unlike is None
    return equal


def main(examples: int) -> int:
    """Compare on presets, then search, and say what came of it; the exit code."""
    cache.kernel()
    if not follows_an_edited_rule():
        print("the compiled engine does not follow an edited rule")
        return 1
    if not presets():
        return 1
    start = time.monotonic()
    unequal = search(examples)
    if unequal is None:
        print(f"both engines equal on {examples} scenarios in {time.monotonic() - start:.0f} s")
        return 0
    chosen, unlike = unequal
    print("the engines differ on the plainest scenario with")
    print("\n".join(f"  {path}: {value}" for path, value in chosen.items() if value != CHOICES[path][0]))
    print(unlike)
    return 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
