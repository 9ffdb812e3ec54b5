"""The tables of one replication by the compiled engine, with its log."""

from __future__ import annotations

import pandas as pd

from sim.engines.compiled.run import simulate
from sim.plan.lower import lower
from sim.plan.window import Window
from sim.record.frames import Frames
from sim.scenario.models import Scenario

RENAMED = {"taken_up": "claimed"}
"""Words of the log and of the tables that are others today than when the hashes were kept: today's, and then."""


def tables_of(scenario: Scenario, replication: int) -> dict[str, pd.DataFrame]:
    """All tables of a replication by name; rows of the log in their order, the rows of `signed` in a table of their
    own, since a signature is told at its own moment, which other rows of the log do not depend on."""
    plan, ground, grids = lower(scenario, replication)
    tables = Frames(scenario, plan, ground, grids, Window(plan)).of(simulate(plan, keep_log=True))
    for name, column in (("events", "activity"), ("jobs", "kind")):
        tables[name][column] = tables[name][column].cat.rename_categories(RENAMED)
    log = tables.pop("events")
    signed = log["activity"] == "signed"
    order = ["case", "agent", "value"]
    return tables | {
        "events": log[~signed].reset_index(drop=True),
        "signatures": log[signed].sort_values(order)[["root", "generation", *order]].reset_index(drop=True),
    }
