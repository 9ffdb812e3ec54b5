"""The common dispatch model with SimPy as a bare clock: one event for each event of the model, no processes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import simpy
import spec
from dispatch import Dispatch


class Call(simpy.Event):
    """An event that calls a handler."""

    def __init__(self, env: simpy.Environment, handler: Callable[[Any], None], what: Any) -> None:
        self.env = env
        self.callbacks = [self.call]
        self._ok = True
        self._value = None
        self.handler = handler
        self.what = what

    def call(self, _: simpy.Event) -> None:
        """Call the handler."""
        self.handler(self.what)


class SimpyClock:
    """SimPy's environment as a clock."""

    def __init__(self) -> None:
        self.env = simpy.Environment()

    @property
    def now(self) -> float:
        """The time."""
        return float(self.env.now)

    def after(self, delay: float, handler: Callable[[Any], None], what: Any) -> None:
        """Call the handler after a delay."""
        self.env.schedule(Call(self.env, handler, what), delay=delay)


def run(window: spec.Window, seed: int) -> spec.Tally:
    """One run."""
    clock = SimpyClock()
    model = Dispatch(clock, window, seed)
    model.begin()
    clock.env.run(until=window.end)
    return model.tally


if __name__ == "__main__":
    spec.main(run)
