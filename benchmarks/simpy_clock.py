"""The common dispatch model with SimPy as a bare clock: one event for each event of the model, no processes."""

from __future__ import annotations

from collections.abc import Callable

import simpy
import spec
from dispatch import Dispatch, Issue


class Call(simpy.Event):
    """An event that calls a handler."""

    def __init__(self, env: simpy.Environment, handler: Callable[[Issue], None], issue: Issue) -> None:
        self.env = env
        self.callbacks = [self.call]
        self._ok = True
        self._value = None
        self.handler = handler
        self.issue = issue

    def call(self, _: simpy.Event) -> None:
        """Call the handler."""
        self.handler(self.issue)


class SimpyClock:
    """SimPy's environment as a clock."""

    def __init__(self) -> None:
        self.env = simpy.Environment()

    @property
    def now(self) -> float:
        """The time."""
        return float(self.env.now)

    def after(self, delay: float, handler: Callable[[Issue], None], issue: Issue) -> None:
        """Call the handler after a delay."""
        self.env.schedule(Call(self.env, handler, issue), delay=delay)


def run(window: spec.Window, seed: int) -> spec.Tally:
    """One run."""
    clock = SimpyClock()
    model = Dispatch(clock, window, seed)
    model.begin()
    clock.env.run(until=window.end)
    return model.tally


if __name__ == "__main__":
    spec.main(run)
