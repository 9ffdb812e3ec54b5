"""What the pages and the figures of a run's report show before it has words: counted once, for both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from sim.measures.places import average_by_place
from sim.measures.stations.book import Year, book_of_hours
from sim.measures.stations.unit_loads import UnitUse, unit_loads
from sim.measures.statistics.warmup import Settled, settled, states
from sim.measures.tables import Tables, Watched
from sim.scenario.models import Scenario
from sim.show.figures.stories.arrivals import arrivals
from sim.show.figures.stories.flow import case_flow
from sim.show.figures.stories.known import true_and_known
from sim.show.figures.stories.queues import queues_over_time
from sim.show.pages.case_list.chosen import ListedCases, choose


@dataclass(frozen=True)
class Counted:
    """The tables of a run of a scenario, and what is counted of them, when first asked for."""

    tables: Tables
    scenario: Scenario

    @cached_property
    def runs(self) -> Sequence[Watched]:
        """The replications."""
        return list(self.tables.replications())

    @cached_property
    def known(self) -> pd.DataFrame:
        """Issues that occurred, were found and ended, by week."""
        return true_and_known(self.runs)

    @cached_property
    def flow(self) -> pd.DataFrame:
        """Registered cases by where they came from, who did them and how they ended."""
        return case_flow(self.runs)

    @cached_property
    def queues(self) -> pd.DataFrame:
        """Jobs that wait for each unit, by week."""
        return queues_over_time(self.tables.frames["queues"], self.tables.frames["stations"])

    @cached_property
    def arrivals(self) -> pd.DataFrame:
        """Cases by day of the week and hour."""
        return arrivals(self.runs)

    @cached_property
    def communities(self) -> pd.DataFrame:
        """How each community fared."""
        return average_by_place(self.tables, "community")

    @cached_property
    def grids(self) -> pd.DataFrame:
        """How each grid fared."""
        return average_by_place(self.tables, "grid")

    @cached_property
    def loads(self) -> Sequence[UnitUse]:
        """The load of each unit."""
        return unit_loads(self.tables)

    @cached_property
    def hours(self) -> Sequence[Year]:
        """Where the hours of each kind of staff go."""
        return book_of_hours(self.tables)

    @cached_property
    def listed(self) -> ListedCases:
        """The cases that are listed, with what is told of them."""
        return choose(self.tables.frames)

    @cached_property
    def states(self) -> pd.DataFrame:
        """Issues unseen and cases open, from the start of the run on."""
        return states(self.tables, np.datetime64(self.scenario.run.start))

    @cached_property
    def settled(self) -> Settled:
        """What of the run is not steady."""
        return settled(self.states)
