"""Has the reference tool of the standards, pm4py, read what `gridgov export` writes: `make pm4py`.

pm4py is under the AGPL and large; it stands in an environment of its own (.venv-pm4py) and is no part of gridgov, nor
of its tests. Where it cannot be installed, nothing is checked and a sentence says so.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

import sim
from sim.reading.export.write import export_log
from sim.study.kinds.run import RunOptions

PYTHON = Path(__file__).parents[2] / ".venv-pm4py" / "bin" / "python"
READ = """
import sys, warnings
warnings.simplefilter("ignore")
import pm4py
from pm4py.objects.ocel.validation import ocel20_rel_validation
xes, of_json, sqlite = sys.argv[1:]
log = pm4py.read_xes(xes)
print(log["case:concept:name"].nunique(), len(log), file=sys.stderr)
for its in (pm4py.read_ocel2_json(of_json), pm4py.read_ocel2_sqlite(sqlite)):
    print(len(its.events), len(its.relations), file=sys.stderr)
print(*ocel20_rel_validation.apply(sqlite)[1], "broken", file=sys.stderr)
"""
SETS = ("run.warmup=1 day", "run.length=1 day", "run.followup=1 day", "run.replications=2")


def main() -> int:
    """Export a small run, have it read and compare the counts; return the exit code."""
    if not PYTHON.exists():
        print("pm4py is not installed: what it would read was not checked")
        return 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        sim.run(sim.load("village-square", SETS), folder / "run", RunOptions("reference", workers=1, report=False))
        files = [export_log(folder / "run", *its) for its in (
            ("xes", folder / "log.xes"), ("ocel", folder / "log.json"), ("ocel", folder / "log.sqlite"),
        )]  # fmt: skip
        read = subprocess.run([PYTHON, "-c", READ, *files], capture_output=True, text=True, check=False)
        told = [line for line in read.stderr.splitlines() if line.replace(" ", "").isdigit() or "broken" in line]
        events = f"'{folder}/run/events.parquet'"
        ((cases, rows),) = duckdb.sql(
            f'SELECT count(DISTINCT (replication, "case")), count(*) FROM {events} WHERE "case" >= 0'
        ).fetchall()
    same = len(told) == 4 and told[1] == told[2]
    if read.returncode == 0 and same and told[0] == f"{cases} {rows}" and told[3] == "broken":
        print(f"pm4py reads all: XES {told[0]} (cases, events), OCEL {told[1]} (events, relations), no rule broken")
        return 0
    print(read.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
