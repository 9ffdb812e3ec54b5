"""A department: its memory of whistles and its month."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled.part import part
from sim.lifecycle import hooks
from sim.mechanisms.whistle import faded_load


@part
def answers_whistle(sim: Any, station: Any, case: Any, department: int) -> bool:
    """Whether it sends a crew; every whistle is felt."""
    comes = hooks.comes(sim.plan, case, station, department, sim.now)
    servers = sim.plan.stations[station.number].servers
    station.load = faded_load(sim.plan, station, sim.now) + 1.0 / max(servers, 1)
    station.load_at = sim.now
    return comes


@part
def counts_closing(station: Any, in_time: bool) -> None:
    """Count a case of its own that was closed."""
    station.closed += 1
    station.in_time += in_time
