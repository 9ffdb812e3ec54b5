"""The common dispatch model on Mesa's own event list (`mesa.experimental.devs`, as Mesa 3.3 has it)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import mesa
import spec
from dispatch import Dispatch
from mesa.experimental.devs import DEVSimulator


class MesaClock:
    """Mesa's simulator of discrete events as a clock."""

    def __init__(self) -> None:
        self.simulator = DEVSimulator()
        self.simulator.setup(mesa.Model())

    @property
    def now(self) -> float:
        """The time."""
        return float(self.simulator.time)

    def after(self, delay: float, handler: Callable[[Any], None], what: Any) -> None:
        """Call the handler after a delay."""
        self.simulator.schedule_event_relative(handler, delay, function_args=[what])


def run(window: spec.Window, seed: int) -> spec.Tally:
    """One run."""
    clock = MesaClock()
    model = Dispatch(clock, window, seed)
    model.begin()
    clock.simulator.run_until(window.end)
    return model.tally


if __name__ == "__main__":
    spec.main(run)
