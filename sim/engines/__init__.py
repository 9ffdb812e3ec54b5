"""Engines: what runs a plan. Both give the same tables and the same log, row for row."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from sim.plan.plan import Plan
    from sim.record.outcome import Outcome
    from sim.scenario.load import Loaded

    Simulate = Callable[[Plan, bool, Callable[[float], object] | None], Outcome]

Heartbeat = Callable[[float], object]
"""Told the share of a replication that is done, now and then."""


def simulate(
    loaded: "Loaded", replication: int, events: bool = False, heartbeat: Heartbeat | None = None
) -> "dict[str, pd.DataFrame]":
    """Run one replication by the reference engine; the tables of sim.record.columns by name, events if asked for."""
    from sim.engines.reference.run import simulate as engine

    return _tables(engine, loaded, replication, events, heartbeat)


def simulate_compiled(
    loaded: "Loaded", replication: int, events: bool = False, heartbeat: Heartbeat | None = None
) -> "dict[str, pd.DataFrame]":
    """The same by the compiled engine."""
    from sim.engines.compiled.run import simulate as engine

    return _tables(engine, loaded, replication, events, heartbeat)


def _tables(
    engine: "Simulate", loaded: "Loaded", replication: int, events: bool, heartbeat: Heartbeat | None
) -> "dict[str, pd.DataFrame]":
    from sim.plan.lower import lower
    from sim.plan.window import Window
    from sim.record.frames import Frames

    plan, ground, grids = lower(loaded.scenario, replication)
    return Frames(loaded.scenario, plan, ground, grids, Window(plan)).of(engine(plan, events, heartbeat))
