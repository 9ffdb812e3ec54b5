"""Ranks of streets from month to month: how much of them is the street, and how much is chance?

    .venv/bin/python experiments/ranks.py [FOLDER]

Runs `jiancaoping-800`, whose units are scored each month, for a year with its event log into FOLDER (results/ranks if
it is not said) and reads there the monthly scores of the nine streets: of their grid workers, desks and two teams. Told
are how far the streets' means of the year lie apart, how many places a street moves from one month to the next (by lot
it would be 3.0 of nine), and the correlation of ranks (Spearman's) between a month and the next of one run, and between
the same month of two runs: the same streets with the same work to be expected, and chance anew. Where two runs agree no
more than by lot (0), the rank of a month says nothing of the street. A result that is there is read, not run again.
"""

import sys
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd

import sim
from sim.record.store import read_parquet

SETTINGS = ("run.length=52 weeks", "run.replications=3")
OF_STREETS = ("worker", "community", "street")
PER_MILLE = 10_000
"""What a point of the score counts in the value of the log's row."""


def scores(folder: Path) -> dict[str, pd.DataFrame]:
    """Return the scores (per mille) by kind of unit: a row for each replication and month, a column for each street."""
    events = read_parquet(folder / "events.parquet", None).query("activity == 'state_moved'")
    stations = read_parquet(folder / "stations.parquet", None)[["replication", "station", "kind", "name"]]
    found = events.merge(stations, left_on=["replication", "agent"], right_on=["replication", "station"])
    found = found[found["kind"].isin(OF_STREETS)]
    team = found["name"].astype(str).str.split().str[0]
    unit = team.where(found["kind"] == "street", found["kind"].astype(str))
    found = found.assign(score=found["value"] // PER_MILLE, unit=unit)
    return {
        str(unit): rows.pivot(index=["replication", "local_time"], columns="agent", values="score")
        for unit, rows in found.groupby("unit")
    }


def told(unit: str, table: pd.DataFrame) -> str:
    """Return a line of Markdown on the ranks of one kind of unit."""
    ranks = [rows.rank(axis=1).to_numpy() for _, rows in table.groupby(level="replication")]
    means = table.mean()
    next_month = [correlation(one[:-1], one[1:]) for one in ranks]
    other_run = [correlation(one, other) for one, other in combinations(ranks, 2)]
    moved = np.mean([np.abs(np.diff(one, axis=0)).mean() for one in ranks])
    apart = (means.max() - means.min()) / 10
    return f"| {unit} | {apart:.1f} | {moved:.1f} | {np.mean(next_month):.2f} | {np.mean(other_run):.2f} |"


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    """Return the mean correlation of the rows of two tables of ranks, a row for each month."""
    rows = [(a, b) for a, b in zip(one, other, strict=False) if np.ptp(a) > 0 and np.ptp(b) > 0]
    return float(np.mean([np.corrcoef(a, b)[0, 1] for a, b in rows]))


def main() -> None:
    """Run what has not been run, and tell of each kind of unit."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "results/ranks")
    if not (folder / "summary.csv").exists():
        sim.run(
            sim.load("jiancaoping-800", list(SETTINGS)), folder, sim.RunOptions(workers=1, events=True, report=False)
        )
    print("| unit of a street | means apart (points) | places moved a month | with the next month | with another run |")
    print("|---|---|---|---|---|")
    for unit, table in scores(folder).items():
        print(told(unit, table.dropna()))


if __name__ == "__main__":
    main()
