"""Queues that grow over the observation period: then averages depend on how long a run is."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from sim.measures.statistics.growth import grows, growth


class GrowingQueue(NamedTuple):
    """A station whose queue grows: its name, jobs a week by which it does, and in how many replications it rose."""

    name: str
    per_week: float
    rising: int
    replications: int


def growing_queues(queues: pd.DataFrame, stations: pd.DataFrame) -> list[GrowingQueue]:
    """Return the stations whose queues grow, by the tables `queues` and `stations` of a run, the steepest first."""
    replications = sorted(queues["replication"].unique())
    runs = [queues[queues["replication"] == number].pivot(index="station", columns="at", values="waiting")
            for number in replications]  # fmt: skip
    if not runs:
        return []
    waiting = np.stack([run.to_numpy(dtype=np.float64) for run in runs])
    names = stations[stations["replication"] == replications[0]].set_index("station")["name"]
    found = [(station, growth(waiting[:, row], len(runs[0]))) for row, station in enumerate(runs[0].index)]
    growing = [
        GrowingQueue(str(names[station]), its.per_week, its.rising, len(runs))
        for station, its in found
        if its is not None and grows(its, len(runs))
    ]
    return sorted(growing, key=lambda queue: -queue.per_week)
