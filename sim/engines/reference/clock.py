"""The clock: SimPy's event queue, with the model's own order of what happens at one instant: (time, kind, entity).

An entity's due time is the truth and the queue only an index (see `sim.lifecycle.services.schedule`), so the order does
not depend on that of scheduling.
"""

from collections.abc import Callable
from typing import Any

import simpy

from sim.kinds import EventKind

ENTITY_BITS = 40
BEAT = 20_000
"""Events between two heartbeats, well under a second of work."""


class Occasion(simpy.Event):
    """One event of the model in SimPy's queue: its kind, the number and slot of its entity, its time (ms)."""

    def __init__(
        self, env: simpy.Environment, kind: int, number: int, slot: int, time: int, callback: Callable[[Any], None]
    ) -> None:
        self.env = env
        self.callbacks = [callback]
        self._value = None
        self._ok = True
        self.kind = kind
        self.number = number
        self.slot = slot
        self.time = time
        env.schedule(self, (kind << ENTITY_BITS) | number, time - env.now)  # type: ignore[arg-type]


class EventClock:
    """Keeps occasions in order and hands them on. Times are ms since the start."""

    def __init__(self, heartbeat: Callable[[int], object] | None = None) -> None:
        self.env = simpy.Environment()
        self.heartbeat = heartbeat
        self.happened = 0

    def enter(self, kind: int, number: int, slot: int, time: int, callback: Callable[[Occasion], None]) -> None:
        """Have `callback` called with an occasion at its time; raises ValueError for a time that has passed."""
        if time < self.env.now:
            raise ValueError(f"{EventKind(kind).name} of {number} scheduled at {time}, before now ({self.env.now})")
        Occasion(self.env, kind, number, slot, time, callback)

    def step(self) -> None:
        """Let the next occasion happen."""
        self.env.step()
        self.happened += 1
        if self.heartbeat is not None and self.happened % BEAT == 0:
            self.heartbeat(int(self.env.now))
