"""Engines: what runs a plan."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from sim.scenario.load import Loaded


def simulate(
    loaded: "Loaded", replication: int, events: bool = False, heartbeat: Callable[[float], object] | None = None
) -> "dict[str, pd.DataFrame]":
    """Run one replication by the reference engine; the tables of sim.record.columns by name, and the events if asked for."""
    from sim.engines.frames import Frames
    from sim.engines.reference.run import simulate as run
    from sim.lifecycle.lower import lower

    plan, ground, grids = lower(loaded.scenario, replication)
    outcome = run(plan, events, heartbeat)
    return Frames(loaded.scenario, plan, ground, grids).of(outcome)
