"""The load of each unit in a run: hours it worked beside hours it had, its queue and how long jobs waited in it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sim.kinds import Scope, StationKind
from sim.measures.tables import Tables, Watched, hours_between, share, times

OF_STATION = ["servers", "duty_h", "open_h", "busy_h", "displaced_h"]
_ONE = {kind.name.lower() for kind in StationKind if kind.scope == Scope.DISTRICT}
"""Kinds of stations of which a unit has one."""


@dataclass(frozen=True)
class UnitUse:
    """A unit in the mean of the replications, all its stations together.

    Hours are those of a week: `cases_h` of jobs in the time for cases, `open_h` of that time, `busy_h` of all jobs,
    `duty_h` of all duty. `most` and `by_station` are utilisations of hours for cases of single stations. `waiting` are
    jobs in line, `wait_h` the mean hours until those that queued in the observation period were taken up.
    """

    name: str
    kind: str
    stations: int
    servers: float
    cases_h: float
    open_h: float
    busy_h: float
    duty_h: float
    most: float
    by_station: tuple[float, ...]
    waiting: float
    wait_h: float

    @property
    def of_cases(self) -> float:
        """Utilisation of hours for cases: hours of jobs in them over all of them."""
        return share(self.cases_h, self.open_h)

    @property
    def of_duty(self) -> float:
        """Utilisation of duty: hours of all jobs over all hours on duty."""
        return share(self.busy_h, self.duty_h)


def unit_loads(tables: Tables) -> list[UnitUse]:
    """Return the load of each unit, by the utilisation of hours for cases of its busiest station, the busiest first."""
    runs = list(tables.replications())
    stations = pd.concat([_of_stations(run, tables) for run in runs]).assign(kind=lambda rows: rows["kind"].astype(str))
    mean = stations.groupby(["unit", "kind", "station"], sort=False).mean().reset_index()
    used = [_use(str(unit), its) for unit, its in mean.groupby("unit", sort=False)]
    return sorted(used, key=lambda unit: -np.nan_to_num(unit.most))


def unit_names(stations: pd.DataFrame) -> list[str]:
    """Return the unit of each row of a table of stations (`kind`, `name`): its name without the number behind it."""
    single = stations["kind"].astype(str).isin(_ONE)
    names = stations["name"].astype(str)
    return [name if alone else name.rpartition(" ")[0] for name, alone in zip(names, single, strict=True)]


def _of_stations(run: Watched, tables: Tables) -> pd.DataFrame:
    """Return a row for each station of a replication: its unit, hours a week, queue, and the waits of its jobs."""
    frame = run.stations[["station", "kind", "name", *OF_STATION]].copy()
    frame["unit"] = unit_names(frame)
    hours = [name for name in OF_STATION if name.endswith("_h")]
    frame[hours] /= run.weeks
    queues, jobs = (_rows_of(tables.frames[name], run.number) for name in ("queues", "jobs"))
    frame["waiting"] = frame["station"].map(queues.groupby("station")["mean_waiting"].mean()).fillna(0.0)
    queued, started = times(jobs, "queued_at"), times(jobs, "started_at")
    inside = (queued >= run.start) & (queued < run.end) & ~np.isnat(started)
    waits = pd.DataFrame(
        {"station": jobs["station"].to_numpy()[inside], "wait_h": hours_between(queued[inside], started[inside])}
    )
    by_station = waits.groupby("station")["wait_h"].agg(["sum", "count"])
    for name in ("sum", "count"):
        frame[f"wait_{name}"] = frame["station"].map(by_station[name]).fillna(0.0)
    return frame.drop(columns="name")


def _rows_of(frame: pd.DataFrame, replication: int) -> pd.DataFrame:
    return frame[frame["replication"] == replication]


def _use(unit: str, stations: pd.DataFrame) -> UnitUse:
    total = stations[[*OF_STATION, "waiting", "wait_sum", "wait_count"]].sum()
    cases = stations["busy_h"] - stations["displaced_h"]
    open_h = stations["open_h"].to_numpy()
    each = cases.to_numpy()[open_h > 0] / open_h[open_h > 0]
    return UnitUse(
        name=unit,
        kind=str(stations["kind"].iloc[0]),
        stations=len(stations),
        servers=float(total["servers"]),
        cases_h=float(cases.sum()),
        open_h=float(total["open_h"]),
        busy_h=float(total["busy_h"]),
        duty_h=float(total["duty_h"]),
        most=float(each.max()) if len(each) else float("nan"),
        by_station=tuple(each.tolist()),
        waiting=float(total["waiting"]),
        wait_h=share(total["wait_sum"], total["wait_count"]),
    )
