"""The book of hours: where the year of a worker, or of a crew of each kind, goes; it adds up to what rosters give."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from sim.measures.tables import Tables, Watched, share

KINDS = ("worker", "community", "street", "department", "sunk", "service", "contractor", "auditors")
"""Kinds of stations with crews on rosters; those who give hours off, or lend theirs, are not in the book."""
BEFORE = ("travel", "cases", "patrol", "visits", "desk", "line")
AFTER = ("idle", "absent")
"""What hours go to, before and after the mechanisms that have some for themselves, in the order of the book."""


class Year(NamedTuple):
    """The year of one worker or crew of a kind, in hours, in the mean of the replications.

    `spent` has the hours of each of `BEFORE`, of each mechanism that charges staff, and of each of `AFTER`: all of them
    together are `rostered`. `overtime` comes beside them. `moved` has what mechanisms take from (below 0: give to) each
    thing, by mechanism and thing.
    """

    kind: str
    hands: float
    rostered: float
    duty: float
    spent: Mapping[str, float]
    overtime: float
    moved: Mapping[tuple[str, str], float]


def book_of_hours(tables: Tables) -> list[Year]:
    """Return the year of each kind of staff that a run has, in the order of `KINDS`."""
    runs = [(run, station_hours(run, _charges(tables, run))) for run in tables.replications()]
    return [_year(kind, tables, runs) for kind in KINDS if any((its["kind"] == kind).any() for _, its in runs)]


def station_hours(run: Watched, charges: pd.DataFrame) -> pd.DataFrame:
    """Return a row for each station of a replication: its kind, servers, and hours in the window by what they go to.

    `charges` are the rows of the replication; each mechanism in them has a column of its own.
    """
    frame = run.stations.set_index("station")
    kind = frame["kind"].astype(str)
    worker = kind == "worker"
    busy = frame["busy_h"] - frame["overtime_h"]
    travel = np.minimum(frame["travel_h"], busy)
    line = np.where(worker, frame["line_h"], frame["duty_h"] - frame["open_h"] - frame["charged_h"])
    displaced = frame["displaced_h"]
    of_line = np.where(worker, np.minimum(displaced, line), displaced)
    hours = pd.DataFrame(
        {
            "kind": kind,
            "servers": frame["servers"],
            "rostered": frame["rostered_h"],
            "duty": frame["duty_h"],
            "overtime": frame["overtime_h"],
            "travel": travel,
            "cases": busy - travel,
            "patrol": frame["patrol_h"],
            "visits": frame["visit_h"],
            "desk": frame["desk_h"] - np.where(worker, displaced - of_line, 0.0),
            "line": line - of_line,
            "idle": frame["open_h"] - (busy - displaced) - frame["patrol_h"] - frame["visit_h"],
            "absent": frame["rostered_h"] - frame["duty_h"],
        }
    )
    net = charges.groupby(["station", "mechanism"], observed=True)["hours"].sum().unstack("mechanism")
    for name in net.columns:
        hours[f"charge {name}"] = net[name].reindex(hours.index).fillna(0.0)
    return hours


def _charges(tables: Tables, run: Watched) -> pd.DataFrame:
    frame = tables.frames["charges"]
    return frame[frame["replication"] == run.number]


def _year(kind: str, tables: Tables, runs: list[tuple[Watched, pd.DataFrame]]) -> Year:
    """Return the year of a kind: hours of all its stations and replications over its hands and the years watched."""
    its = [(run, hours[hours["kind"] == kind]) for run, hours in runs]
    hand_years = sum(float(hours["servers"].sum()) * run.years for run, hours in its)

    def mean(name: str) -> float:
        return share(sum(float(hours[name].sum()) for _, hours in its if name in hours), hand_years)

    charges = sorted({name for _, hours in its for name in hours.columns if name.startswith("charge ")})
    names = [*BEFORE, *charges, *AFTER]
    return Year(
        kind=kind,
        hands=sum(float(hours["servers"].sum()) for _, hours in its) / len(its),
        rostered=mean("rostered"),
        duty=mean("duty"),
        spent={name.removeprefix("charge "): mean(name) for name in names},
        overtime=mean("overtime"),
        moved=_moved(tables, its, hand_years),
    )


def _moved(tables: Tables, its: list[tuple[Watched, pd.DataFrame]], hand_years: float) -> dict[tuple[str, str], float]:
    """Return the hours that mechanisms take from each thing, by mechanism and thing; what comes to nothing left out."""
    total: dict[tuple[str, str], float] = {}
    for run, hours in its:
        rows = _charges(tables, run)
        rows = rows[rows["station"].isin(hours.index)]
        sums = rows.groupby(["mechanism", "taken_from"], observed=True)["hours"].sum().reset_index()
        for mechanism, of, hours_h in sums.itertuples(index=False):
            key = (str(mechanism), str(of))
            total[key] = total.get(key, 0.0) + share(hours_h, hand_years)
    return {key: value for key, value in total.items() if value}
