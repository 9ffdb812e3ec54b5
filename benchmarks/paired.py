"""Two checkouts, one machine: `python benchmarks/paired.py OTHER` times this checkout's engines beside another's.

Each round runs both, one after the other, in processes of their own, in an order that alternates; what slows the
machine slows both. The compiled engine runs 30 weeks of the whole district, the reference engine 4 weeks of its tenth;
only the engine is timed, not the drawing of the world. Prints rows of the log per second of each, and the ratio of
this checkout's time per row to the other's: the median over the rounds and the middle half of them.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[1]
CASES = {
    "compiled": ("jiancaoping-800", "26 weeks", 3),
    "reference": ("jiancaoping-tenth", "3 weeks", 1),
}
"""By engine: the preset, the length of its run, and how often it is run in one process; the quickest counts."""
PROGRAM = """
import importlib, json, sys, time
from sim.plan.lower import lower
from sim.scenario.load import load
engine, preset, length, times = sys.argv[1:]
sets = [f"run.length={length}", "run.warmup=2 weeks", "run.followup=2 weeks", "run.replications=1"]
plan = lower(load(preset, sets).scenario, 0)[0]
simulate = importlib.import_module(f"sim.engines.{engine}.run").simulate
best, rows = float("inf"), 0
for _ in range(int(times)):
    start = time.process_time()
    outcome = simulate(plan, False)
    best, rows = min(best, time.process_time() - start), outcome.rows
print(json.dumps([best, rows]))
"""


def seconds_per_row(checkout: Path, engine: str) -> float:
    """Processor time of an engine of a checkout for one row of the log (s)."""
    words = [sys.executable, "-c", PROGRAM, engine, *map(str, CASES[engine])]
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    done = subprocess.run(words, env=environment, cwd=checkout, capture_output=True, text=True, check=True)
    seconds, rows = json.loads(done.stdout.splitlines()[-1])
    return float(seconds) / int(rows)


def main(other: Path, rounds: int = 9) -> None:
    """Time both checkouts and print what was found."""
    checkouts = (HERE, other)
    for engine in CASES:
        for checkout in checkouts:  # compiles what is not compiled yet
            seconds_per_row(checkout, engine)
        pairs: list[tuple[float, ...]] = []
        for turn in range(rounds):
            times = {checkout: seconds_per_row(checkout, engine) for checkout in checkouts[:: 1 - 2 * (turn % 2)]}
            pairs.append((times[HERE], times[other]))
        ours, others = (statistics.median(1 / pair[k] for pair in pairs) for k in (0, 1))
        ratios = statistics.quantiles([mine / theirs for mine, theirs in pairs], n=4)
        low, middle, high = ratios
        print(
            f"{engine}: {ours:,.0f} rows/s beside {others:,.0f}; time per row x {middle:.3f} ({low:.3f} to {high:.3f})"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
