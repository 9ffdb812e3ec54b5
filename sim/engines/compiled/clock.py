"""The clock: a binary heap of events as an index over due times, in the order of (time, kind, entity)."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled.rules import part
from sim.lifecycle.intervals import NEVER
from sim.lifecycle.states import NOBODY

ENTITY_BITS = 40


@part
def schedule(sim: Any, kind: int, number: int, slot: int, time: int) -> int:
    """Enter an event of an entity; its due time, NOBODY for never. What comes after the end is not entered."""
    if time >= NEVER:
        return NOBODY
    if time < sim.plan.settings.end:
        push(sim, time, (kind << ENTITY_BITS) | number, slot)
    return time


@part
def push(sim: Any, time: int, order: int, slot: int) -> None:
    """Add an event to the heap."""
    heap = sim.heap
    i = sim.pending
    sim.pending = i + 1
    while i > 0:
        above = heap[(i - 1) >> 1]
        if above.time < time or (above.time == time and above.order <= order):
            break
        heap[i] = above
        i = (i - 1) >> 1
    event = heap[i]
    event.time = time
    event.order = order
    event.slot = slot


@part
def drop_first(sim: Any) -> None:
    """Remove the first event from the heap."""
    heap = sim.heap
    last = sim.pending - 1
    sim.pending = last
    moved = heap[last]
    i = 0
    while 2 * i + 1 < last:
        child = 2 * i + 1
        below = heap[child]
        if child + 1 < last:
            other = heap[child + 1]
            if other.time < below.time or (other.time == below.time and other.order < below.order):
                child += 1
                below = other
        if moved.time < below.time or (moved.time == below.time and moved.order <= below.order):
            break
        heap[i] = below
        i = child
    if i < last:
        heap[i] = moved
