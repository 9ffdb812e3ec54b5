"""One replication of a scenario: seconds of each part, rows, issues, pending events and peak memory, as JSON."""

from __future__ import annotations

import argparse
import json
import resource
import time

from engines import available, engine

from sim.plan.lower import lower
from sim.plan.plan import Plan
from sim.scenario.load import load

LEAST_SECONDS = 4.0
"""Short runs are repeated for so long: the shortest of few would tell of the machine's other work."""


def most_pending(plan: Plan) -> int:
    """Most events that are pending in a run of the compiled engine, looked at a hundred times."""
    from sim.engines.compiled.cache import kernel
    from sim.engines.compiled.memory import enlarge, lay_out

    advance, sim = kernel(), lay_out(plan, False)
    most, stretch = 0, 1
    while not sim["ended"]:
        advance(sim, plan.run.end * stretch // 100 + 1)
        stretch += not enlarge(sim)
        most = max(most, int(sim["scheduled"]))
    return most


def main() -> None:
    """Run, and print what it took."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scenario")
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--engine", default=available())
    parser.add_argument("--best", type=int, default=1, help="runs at least, of which the shortest counts")
    parser.add_argument("--tables", action="store_true", help="make the tables of the result too")
    asked = parser.parse_args()
    simulate = engine(asked.engine)
    begun = time.perf_counter()
    scenario = load(asked.scenario, asked.sets).scenario
    loaded = time.perf_counter()
    plan, ground, grids = lower(scenario, 0)
    lowered = time.perf_counter()
    outcome = simulate(plan, False)
    ran = time.perf_counter()
    if asked.tables:
        from sim.plan.window import Window
        from sim.record.frames import Frames

        Frames(scenario, plan, ground, grids, Window(plan)).of(outcome)
    ended = time.perf_counter()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = {
        "issues": len(outcome.issues["root"]),
        "rows": outcome.rows,
        "load_seconds": loaded - begun,
        "world_seconds": lowered - loaded,
        "first_seconds": ran - lowered,
        "tables_seconds": ended - ran,
        "wall_seconds": ended - begun,
        "peak_mb": peak,
    }
    spent: list[float] = []
    until = time.perf_counter() + LEAST_SECONDS
    while len(spent) < asked.best or (asked.best and time.perf_counter() < until):
        cpu = time.process_time()
        simulate(plan, False)
        spent.append(time.process_time() - cpu)
    told["run_seconds"] = min(spent, default=ran - lowered)
    if asked.engine == "compiled" and asked.best:
        told["pending"] = most_pending(plan)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
