"""What a case is, and what is read of the tables of one replication."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import nan
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

    from sim.measures.tables import Watched
    from sim.scenario.models import Scenario

Numbers = NDArray[np.float64]
HOUR = np.timedelta64(1, "h")


@dataclass(frozen=True)
class Known:
    """A scenario of `scenarios/` with assignments laid over it, and what is known of it.

    `theory` gives figures by name from the scenario alone, `measured` the same figures from one replication. `short`
    says how long the reference engine runs; `exact` that the figures must be equal and not only near.
    """

    name: str
    scenario: str
    formula: str
    source: str
    theory: Callable[[Scenario], Mapping[str, float]]
    measured: Callable[[Seen], Mapping[str, float]]
    sets: tuple[str, ...] = ()
    short: str = "6 days"
    exact: bool = False


@dataclass(frozen=True)
class Seen:
    """The tables of one replication by name, as a run leaves them, and the scenario that was run."""

    scenario: Scenario
    tables: Mapping[str, pd.DataFrame]

    @cached_property
    def window(self) -> tuple[np.datetime64, np.datetime64]:
        """When the observation period opens and closes."""
        row = self.tables["district"].iloc[0]
        return row["window_from"].to_datetime64(), row["window_to"].to_datetime64()

    @cached_property
    def hours(self) -> float:
        """Length of the observation period."""
        opens, closes = self.window
        return float((closes - opens) / HOUR)

    def inside(self, table: str, column: str) -> pd.DataFrame:
        """Rows of a table whose moment in a column lies in the observation period."""
        frame = self.tables[table]
        opens, closes = self.window
        rows: pd.DataFrame = frame[((frame[column] >= opens) & (frame[column] < closes)).to_numpy()]
        return rows

    def cases(self, hazard: str = "") -> pd.DataFrame:
        """Cases that were registered in the observation period, of a hazard or of all."""
        rows = self.inside("cases", "registered_at")
        return rows[rows["hazard"] == hazard] if hazard else rows

    def time_to_close(self, hazard: str = "") -> float:
        """Mean hours from registration to closing; NaN if one is not closed yet."""
        rows = self.cases(hazard)
        return mean_hours(rows["registered_at"], rows["closed_at"])

    def jobs(self, kind: str = "handle", station: str = "", hazard: str = "") -> pd.DataFrame:
        """Jobs of the cases that were registered in the observation period, by kind, name of station and hazard."""
        jobs, cases = self.tables["jobs"], self.tables["cases"]
        counted = np.zeros(len(cases), dtype=bool)
        counted[self.cases(hazard)["case"].to_numpy()] = True
        keep = (jobs["kind"] == kind).to_numpy() & counted[jobs["case"].to_numpy()]
        if station:
            keep &= (jobs["station"] == self.station(station)).to_numpy()
        rows: pd.DataFrame = jobs[keep]
        return rows

    def station(self, name: str) -> int:
        """Number of the station of a name."""
        rows = self.tables["stations"]
        return int(rows.loc[rows["name"] == name, "station"].iloc[0])

    def wait(self, kind: str = "handle", station: str = "", hazard: str = "") -> float:
        """Mean hours that jobs waited in line; NaN if a case is still open: only jobs that ended have a row."""
        if self.cases(hazard)["closed_at"].isna().any():
            return nan
        rows = self.jobs(kind, station, hazard)
        return mean_hours(rows["queued_at"], rows["started_at"])

    def present(self, begins: pd.Series[pd.Timestamp], ends: pd.Series[pd.Timestamp]) -> Numbers:
        """How many spans are open at each full hour of the observation period; one that has no end stays open."""
        opens, closes = self.window
        hours = np.arange(opens, closes, HOUR)
        ended = np.sort(ends.dropna().to_numpy())
        began = np.sort(begins.dropna().to_numpy())
        found: Numbers = (np.searchsorted(began, hours, "right") - np.searchsorted(ended, hours, "right")).astype(float)
        return found

    @cached_property
    def watched(self) -> Watched:
        """The replication as measures take it."""
        from sim.measures.organisation import organisation
        from sim.measures.tables import Tables
        from sim.study.execution.measuring import office_hours
        from sim.world.occurrences import seasons

        scenario = self.scenario
        tables = Tables(self.tables, office_hours(scenario), seasons(scenario), organisation(scenario))
        return next(tables.replications())

    def measure(self, name: str) -> float:
        """Value of a measure of the catalogue."""
        from sim.measures.catalogue import MEASURES

        return MEASURES[name](self.watched)


def mean_hours(begins: pd.Series[pd.Timestamp], ends: pd.Series[pd.Timestamp]) -> float:
    """Mean hours from one moment to the other; NaN where one has not come: what is left out would bend the mean."""
    if not len(ends) or ends.isna().any():
        return nan
    return float((ends.to_numpy() - begins.to_numpy()).astype("timedelta64[ms]").astype(np.int64).mean()) / 3_600_000.0


@dataclass(frozen=True)
class Stream:
    """Arrivals of one hazard: rate per hour, mean work of its unit (h), squared coefficient of variation of that."""

    lam: float
    mean: float
    scv: float


def stream(scenario: Scenario, hazard: str = "issue") -> Stream:
    """Read a hazard's stream from a scenario; the work of joint issues is that of each part."""
    its = scenario.hazards[hazard]
    lam = its.rate.value * scenario.population.residents.value / (365.0 * 24.0)
    work = its.joint.work if its.joint else next(iter(its.handled_by.values())).work
    scv = {"exponential": 1.0, "constant": 0.0}.get(work.kind)
    if scv is None:
        scv = float(np.expm1(work.parameters["sigma"] ** 2))
    return Stream(lam, work.mean() / 3_600_000.0, scv)
