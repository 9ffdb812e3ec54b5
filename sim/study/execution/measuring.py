"""From the tables of a run to its measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from sim.engines import simulate_compiled
from sim.measures.office import OfficeHours
from sim.measures.organisation import organisation
from sim.measures.summary import measure_all
from sim.measures.tables import Tables
from sim.plan.rosters import DutyRosters
from sim.study.execution.evaluate import ready
from sim.study.execution.replicate import Progress, Simulate
from sim.world.occurrences import seasons

if TYPE_CHECKING:
    import pandas as pd

    from sim.scenario.load import Loaded
    from sim.scenario.models import Scenario


@dataclass(frozen=True)
class Measured:
    """An engine that measures what it has simulated, so that the processes that simulate do that too."""

    simulate: Simulate

    def __call__(
        self, loaded: Loaded, replication: int, events: bool = False, heartbeat: Progress | None = None
    ) -> dict[str, pd.DataFrame]:
        """Simulate one replication; the tables with the table `measures`."""
        if self.simulate is simulate_compiled:
            ready()
        tables = self.simulate(loaded, replication, events=events, heartbeat=heartbeat)
        return {**tables, "measures": measured(loaded.scenario, tables)}


def measured(scenario: Scenario, frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Return every measure of every replication in the tables of a scenario."""
    return measure_all(Tables(frames, office_hours(scenario), seasons(scenario), organisation(scenario)))


def office_hours(scenario: Scenario) -> OfficeHours:
    """Return the working hours by which limits are counted, from the start to the end of the run."""
    period = scenario.run
    length_ms = period.warmup.value + period.length.value + period.followup.value
    days = int(-(-length_ms // (timedelta(days=1) / timedelta(milliseconds=1))))
    offsets = DutyRosters(scenario, days).working()[:, :2].astype("timedelta64[ms]")
    return OfficeHours(np.datetime64(period.start, "ms") + offsets)
