"""Engines: what runs a plan."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from sim.scenario.load import Loaded


def simulate(
    loaded: "Loaded", replication: int, events: bool = False, heartbeat: Callable[[float], object] | None = None
) -> "dict[str, pd.DataFrame]":
    """Run one replication (from 0) by the reference engine.

    Returns the tables of `sim.record.columns` by name, and `events` if asked for. `heartbeat` is told the share of the
    run that is done, 0 to 1, now and then; what it raises ends the run.
    """
    from sim.engines.frames import Frames
    from sim.engines.reference.run import simulate as run
    from sim.lifecycle.lower import lower

    plan, ground, grids = lower(loaded.scenario, replication)
    outcome = run(plan, events, heartbeat)
    return Frames(loaded.scenario, plan, ground, grids).of(outcome)
