"""The common dispatch model as a scenario of gridgov (common.yaml), through the whole of an engine.

`cpu_seconds` is from the plan to the tables; `world_seconds`, told apart, draws the ground and all issues, and lowers
the scenario to the plan. With --engine reference the reference engine runs.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
from engines import engine

from sim.kinds import CaseState, IssueState, StationKind
from sim.plan.lower import lower
from sim.plan.plan import Plan
from sim.record.outcome import Outcome
from sim.scenario.load import load

SCENARIO = Path(__file__).with_name("common.yaml")
MINUTE = 60_000.0


def told(plan: Plan, outcome: Outcome, cpu: float, wall: float, world: float) -> dict[str, float]:
    """What a run prints; `events` are those of the specification: arrivals and ends of work."""
    cases, stations = outcome.cases_with_issues(), plan.stations
    watched = (cases["occurred"] >= plan.run.warmup) & (cases["occurred"] < plan.run.window)
    watched &= cases["state"] == CaseState.CLOSED
    servers = stations["servers"] * float(plan.run.window - plan.run.warmup)
    absorbed = int((outcome.issues["state"] == IssueState.ABSORBED).sum())
    issues = len(outcome.issues["root"])

    def used(kind: StationKind) -> float:
        units = stations["kind"] == kind
        return float(outcome.stations["busy"][units].sum() / servers[units].sum())

    return {
        "issues": issues,
        "events": issues + len(outcome.jobs["case"]),
        "rows": outcome.rows,
        "absorbed": absorbed,
        "sojourn_min": float(np.mean((cases["closed"] - cases["occurred"])[watched]) / MINUTE),
        "workers": used(StationKind.WORKER),
        "departments": used(StationKind.DEPARTMENT),
        "cpu_seconds": cpu,
        "wall_seconds": wall,
        "world_seconds": world,
    }


def main() -> None:
    """Carry out the scenario for each seed (replication) asked for and print one line of JSON for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=float, default=42.0)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--engine", default="compiled")
    asked = parser.parse_args()
    simulate = engine(asked.engine)
    scenario = load(SCENARIO, [f"run.length={asked.days} days"]).scenario
    simulate(lower(load(SCENARIO, ["run.length=1 days", "run.warmup=0 days"]).scenario, 0)[0], False)
    for seed in asked.seeds:
        begun = time.process_time()
        plan = lower(scenario, seed)[0]
        cpu, wall = time.process_time(), time.perf_counter()
        outcome = simulate(plan, False)
        spent = time.process_time() - cpu, time.perf_counter() - wall
        print(json.dumps(told(plan, outcome, *spent, cpu - begun)), flush=True)


if __name__ == "__main__":
    main()
