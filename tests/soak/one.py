"""One large case: what it took, as JSON on the last line. Run in a process of its own, whose peak memory is told."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from sim.engines.compiled.run import simulate
from sim.plan.lower import lower
from sim.plan.window import Window
from sim.record.frames import Frames
from sim.record.store import write_tables
from sim.scenario.load import Loaded, load
from sim.scenario.sizes import replication_bytes
from sim.study.execution.evaluate import ready
from sim.study.execution.measuring import measured
from sim.study.execution.sizes import START_S, Load, need_of
from tests.soak.cases import CASES, YARDSTICK


def peak_bytes() -> int:
    """Return the most memory that this program has held; `ru_maxrss` would count what its parent held as it began."""
    status = Path("/proc/self/status")
    if status.is_file():
        return 1024 * next(int(row.split()[1]) for row in status.read_text().splitlines() if row.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def scenario_of(name: str) -> Loaded:
    """Return the scenario of a case, of the yardstick, or of a preset."""
    if name == "yardstick":
        return YARDSTICK.loaded()
    return CASES[name].loaded() if name in CASES else load(name)


def main(name: str) -> None:
    """Run a case as one replication of `gridgov run`: world, engine, tables, measures and files."""
    ready()
    began = time.process_time()
    loaded = scenario_of(name)
    plan, ground, grids = lower(loaded.scenario, 0)
    lowered = time.process_time()
    outcome = simulate(plan, False)
    simulated = time.process_time()
    tables = Frames(loaded.scenario, plan, ground, grids, Window(plan)).of(outcome)
    measures = measured(loaded.scenario, tables)
    with tempfile.TemporaryDirectory() as folder:
        write_tables(Path(folder), {**tables, "measures": measures})
        written = sum(file.stat().st_size for file in Path(folder).iterdir())
    ended = time.process_time()
    stated = need_of(Load().add(loaded.scenario), 1, "compiled", 1)
    told = {
        "stated_bytes": replication_bytes(loaded.scenario),
        "stated_s": stated.seconds - START_S,
        "rows": outcome.rows,
        "issues": len(tables["issues"]),
        "cases": len(tables["cases"]),
        "jobs": len(tables["jobs"]),
        "world_s": lowered - began,
        "engine_s": simulated - lowered,
        "tables_s": ended - simulated,
        "seconds": ended - began,
        "peak_bytes": peak_bytes(),
        "disk_bytes": written,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
