"""The clock: a heap of events as an index over due times, in the order of (time, kind, entity).

Each event has four below it, which lie side by side in one line of the processor's cache: the children of row i are
rows 4 i - 8 to 4 i - 5, the first event is in row 3 (LaMarca and Ladner 1996, "The influence of caches on the
performance of heaps", ACM Journal of Experimental Algorithmics 1, section 3). Only events of the present span of
time, two hours or so, are in the heap; those of later spans wait unsorted, each span's in blocks of its own, which
keeps the heap small (a calendar queue, Brown 1988).
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NEVER, NOBODY, EventKind
from sim.lifecycle.services import part

KIND_BITS, NUMBER_BITS = 6, 32
KIND_MASK, SLOT_MASK = (1 << KIND_BITS) - 1, (1 << NUMBER_BITS) - 1
ROOT = 3
"""Row of the first event."""
SPAN_BITS = 23
"""A span of time has so many ms, as a power of 2: 2.3 h."""
SPAN_ENDS = -1
"""In place of an entity: the span ends here."""
BLOCK = 64
"""Rows of a block of events of one later span; the first is its head. `spans` names the last row written for each."""


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
    """Enter an event: in the heap if it is due in the present span, else in the last block of its span."""
    when, span = moment(time, kind), time >> SPAN_BITS
    sim.scheduled += 1
    if span <= sim.span:
        push(sim, when, who)
        return
    row = sim.spans[span]
    if row == NOBODY or (row + 1) % BLOCK == 0:
        row = new_block(sim, row)
    event = sim.later[row + 1]
    event.when = when
    event.who = who
    sim.spans[span] = row + 1


@part
def new_block(sim: Any, before: int) -> int:
    """Row of the head of a free block, which tells what row comes before it in its span."""
    block = sim.free_later
    head = sim.later[block]
    if head.who == 0:
        sim.free_later = block + BLOCK
        sim.later_top = sim.free_later + len(sim.spans) * BLOCK
    else:
        sim.free_later = head.who
    head.when = before
    return block


@part
def next_span(sim: Any) -> None:
    """A span begins: its events leave their blocks for the heap, and its end is made due."""
    sim.span += 1
    row = sim.spans[sim.span]
    while row != NOBODY:
        event = sim.later[row]
        if row % BLOCK == 0:
            event.who = sim.free_later
            sim.free_later = row
            row = event.when
        else:
            push(sim, event.when, event.who)
            row -= 1
    if sim.span + 1 < len(sim.spans):
        sim.scheduled += 1
        push(sim, moment((sim.span + 1) << SPAN_BITS, 0), SPAN_ENDS)


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
def drop_first(sim: Any) -> Any:
    """Remove the first event: earlier ones move up down to the bottom, where the last one then rises (Wegener 1993).

    The first two rows below the first into which one moved up; ROOT where none did.
    """
    heap, near, far = sim.heap, ROOT, ROOT
    sim.scheduled -= 1
    sim.pending -= 1
    end = ROOT + sim.pending
    when, who = heap[end].when, heap[end].who
    i, child = ROOT, 4 * ROOT - 8
    while child + 3 < end:
        first = earlier(heap, earlier(heap, child, child + 1), earlier(heap, child + 2, child + 3))
        heap[i] = heap[first]
        if i == ROOT:
            near = first
        elif i == near:
            far = first
        i, child = first, 4 * first - 8
    if child < end:
        first = child
        for other in range(child + 1, end):
            first = earlier(heap, first, other)
        heap[i] = heap[first]
        i = first
    rise(heap, i, when, who)
    return near, far


@part
def earlier(heap: Any, a: int, b: int) -> int:
    """The row of the earlier of two events; without a branch, which could not be foreseen."""
    one, other = heap[a], heap[b]
    return a + (b - a) * ((other.when < one.when) | ((other.when == one.when) & (other.who < one.who)))
