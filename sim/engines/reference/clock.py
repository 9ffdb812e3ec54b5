"""The clock: SimPy's event queue, with the model's own order of what happens at one instant.

Each entity has at most one pending event of a kind. Its `due` time is the truth and the queue only an index: an
event whose time is not due any more is void, so that to move or cancel an event is to write its due time. Hence
(time, kind, entity) is a total order, whatever the order of scheduling.
"""

from collections.abc import Callable
from typing import Any, Protocol

import simpy

from sim.kinds import Kind
from sim.plan.intervals import NEVER

ENTITY_BITS = 40
BEAT = 20_000
"""Events between two heartbeats, well under a second of work."""


class Entity(Protocol):
    """Whatever events happen to: a number that orders its kind, and the due times of its pending events."""

    number: int
    due: dict[Kind, int]


Handler = Callable[[Any], None]


class Occasion(simpy.Event):
    """One event of the model in SimPy's queue."""

    def __init__(self, env: simpy.Environment, kind: Kind, entity: Entity, time: int, callback: Any) -> None:
        self.env = env
        self.callbacks = [callback]
        self._value = None
        self._ok = True
        self.kind = kind
        self.entity = entity
        self.time = time
        env.schedule(self, (kind << ENTITY_BITS) | entity.number, time - env.now)  # type: ignore[arg-type]


class EventClock:
    """Schedules events and calls their handlers. Times are ms since the start."""

    def __init__(self, heartbeat: Callable[[int], object] | None = None) -> None:
        self.env = simpy.Environment()
        self.now = 0
        self.handlers: dict[Kind, Handler] = {}
        self.heartbeat = heartbeat
        self.happened = 0

    def schedule(self, kind: Kind, entity: Entity, time: int) -> None:
        """Make an event of an entity due at a time (not before now), instead of the one of this kind it had."""
        if time >= NEVER:
            entity.due.pop(kind, None)
            return
        if time < self.now:
            raise ValueError(f"{kind.name} of {entity.number} scheduled at {time}, before now ({self.now})")
        entity.due[kind] = time
        Occasion(self.env, kind, entity, time, self._happen)

    def cancel(self, kind: Kind, entity: Entity) -> None:
        """Make a pending event of an entity void."""
        entity.due.pop(kind, None)

    def run(self) -> None:
        """Let events happen until one ends the run."""
        self.env.run()

    def end(self) -> None:
        """End the run before anything else happens."""
        raise simpy.core.StopSimulation(None)

    def _happen(self, occasion: Occasion) -> None:
        kind, entity = occasion.kind, occasion.entity
        if entity.due.get(kind) != occasion.time:
            return
        del entity.due[kind]
        self.now = occasion.time
        self.happened += 1
        if self.heartbeat is not None and self.happened % BEAT == 0:
            self.heartbeat(self.now)
        self.handlers[kind](entity)
