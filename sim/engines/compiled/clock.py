"""The clock: a heap of events as an index over due times, in the order of (time, kind, entity).

Each event has four below it, which lie side by side in one line of the processor's cache: the children of row i are
rows 4 i - 8 to 4 i - 5, the first event is in row 3 (LaMarca and Ladner 1996, "The influence of caches on the
performance of heaps", ACM Journal of Experimental Algorithmics 1, section 3). Only events of today are in the heap;
those of later days wait unsorted, each day's in blocks of its own, which keeps the heap small (a calendar queue,
Brown 1988).
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NEVER, NOBODY, EventKind
from sim.lifecycle.services import part
from sim.scenario.hours import DAY

KIND_BITS, NUMBER_BITS = 6, 32
KIND_MASK, SLOT_MASK = (1 << KIND_BITS) - 1, (1 << NUMBER_BITS) - 1
ROOT = 3
"""Row of the first event."""
MIDNIGHT = -1
"""In place of an entity: the day ends here."""
BLOCK = 64
"""Rows of a block of events of one later day; the first is its head. `days` names the last row written for each day."""


@part
def schedule(sim: Any, kind: int, number: int, slot: int, time: int) -> int:
    """Enter an event of an entity; its due time, NOBODY for never. What comes after the end is not entered."""
    if time >= NEVER:
        return NOBODY
    if time < sim.plan.run.end or kind <= EventKind.END:
        enter(sim, time, kind, (number << NUMBER_BITS) | slot)
    return time


@part
def enter(sim: Any, time: int, kind: int, who: int) -> None:
    """Enter an event: in the heap if it is due today, else in the last block of its day."""
    when, day = moment(time, kind), time // DAY
    sim.scheduled += 1
    if day <= sim.today:
        push(sim, when, who)
        return
    row = sim.days[day]
    if row == NOBODY or (row + 1) % BLOCK == 0:
        row = new_block(sim, row)
    event = sim.later[row + 1]
    event.when = when
    event.who = who
    sim.days[day] = row + 1


@part
def new_block(sim: Any, before: int) -> int:
    """Row of the head of a free block, which tells what row comes before it in its day."""
    block = sim.free_later
    head = sim.later[block]
    if head.who == 0:
        sim.free_later = block + BLOCK
        sim.later_top = sim.free_later + len(sim.days) * BLOCK
    else:
        sim.free_later = head.who
    head.when = before
    return block


@part
def next_day(sim: Any) -> None:
    """A day begins: its events leave their blocks for the heap, and its end is made due."""
    sim.today += 1
    row = sim.days[sim.today]
    while row != NOBODY:
        event = sim.later[row]
        if row % BLOCK == 0:
            event.who = sim.free_later
            sim.free_later = row
            row = event.when
        else:
            push(sim, event.when, event.who)
            row -= 1
    if sim.today + 1 < len(sim.days):
        sim.scheduled += 1
        push(sim, moment((sim.today + 1) * DAY, 0), MIDNIGHT)


@part
def moment(time: int, kind: int) -> int:
    """Time and kind in one number, in their order."""
    return (time << KIND_BITS) | kind


@part
def push(sim: Any, when: int, who: int) -> None:
    """Add an event to the heap."""
    sim.pending += 1
    rise(sim.heap, ROOT + sim.pending - 1, when, who)


@part
def rise(heap: Any, row: int, when: int, who: int) -> None:
    """Put an event into a free row of the heap, or as far above it as it belongs."""
    i = row
    while i > ROOT:
        above = heap[(i >> 2) + 2]
        if above.when < when or (above.when == when and above.who <= who):
            break
        heap[i] = above
        i = (i >> 2) + 2
    event = heap[i]
    event.when = when
    event.who = who


@part
def drop_first(sim: Any) -> None:
    """Remove the first event: earlier ones move up down to the bottom, where the last one then rises (Wegener 1993)."""
    heap = sim.heap
    sim.scheduled -= 1
    sim.pending -= 1
    end = ROOT + sim.pending
    when, who = heap[end].when, heap[end].who
    i, child = ROOT, 4 * ROOT - 8
    while child + 3 < end:
        first = earlier(heap, earlier(heap, child, child + 1), earlier(heap, child + 2, child + 3))
        heap[i] = heap[first]
        i, child = first, 4 * first - 8
    if child < end:
        first = child
        for other in range(child + 1, end):
            first = earlier(heap, first, other)
        heap[i] = heap[first]
        i = first
    rise(heap, i, when, who)


@part
def earlier(heap: Any, a: int, b: int) -> int:
    """The row of the earlier of two events; without a branch, which could not be foreseen."""
    one, other = heap[a], heap[b]
    return a + (b - a) * ((other.when < one.when) | ((other.when == one.when) & (other.who < one.who)))
