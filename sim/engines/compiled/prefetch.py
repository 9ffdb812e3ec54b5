"""Prefetching: what the coming events need is brought into the processor's cache while the present one is dealt with.

A district does not fit into the cache, and what an event is about has mostly been out of use for days. The next event
is the root of the heap, the one after it one of the four below (Callahan, Kennedy and Porterfield 1991,
"Software prefetching", ASPLOS IV). Nothing here changes what happens.
"""

from __future__ import annotations

from typing import Any

from sim.engines.compiled.clock import KIND_MASK, ROOT, SLOT_MASK
from sim.engines.compiled.tables import word_of
from sim.kinds import EventKind
from sim.lifecycle.services import part


def fetch_ahead(rows: Any, index: int) -> None:
    """Have a row brought into the processor's cache while other work goes on; any index will do."""


@part
def look_ahead(sim: Any) -> None:
    """Fetch what the coming events are about, and for the next one what that names."""
    for row in range(ROOT + 1, ROOT + 5):
        fetch_entity(sim, sim.heap[row])
    fetch_beyond(sim, sim.heap[ROOT])


@part
def fetch_entity(sim: Any, event: Any) -> None:
    """Fetch the record of an event's entity."""
    kind, slot = event.when & KIND_MASK, event.who & SLOT_MASK
    if kind == EventKind.NOTICED or kind == EventKind.OCCURS:
        fetch_ahead(sim.issues, slot)
    elif kind == EventKind.DUTY:
        fetch_ahead(sim.walks, slot)
    elif kind == EventKind.DONE or kind == EventKind.ARRIVED:
        fetch_ahead(sim.servers, slot)
    elif kind >= EventKind.ASSEMBLY_WAIT and kind <= EventKind.CHASE and kind != EventKind.SIGNED:
        fetch_ahead(sim.cases, slot)


@part
def fetch_beyond(sim: Any, event: Any) -> None:
    """Fetch what the record of an event's entity names: an issue's place, a worker's hours, a case's issue, a job."""
    plan, kind, slot = sim.plan, event.when & KIND_MASK, event.who & SLOT_MASK
    if kind == EventKind.NOTICED or kind == EventKind.OCCURS:
        issue = sim.issues[slot]
        fetch_ahead(plan.sites, issue.site)
        fetch_ahead(sim.taken, word_of(sim, issue.site, issue.hazard))
    elif kind == EventKind.DUTY:
        stint = max(sim.walks[slot].stint, 0)
        fetch_ahead(plan.opens, stint + 1)
        fetch_ahead(plan.stints, stint + 1)
    elif kind == EventKind.DONE or kind == EventKind.ARRIVED:
        server = sim.servers[slot]
        fetch_ahead(sim.jobs, max(server.job, 0))
        fetch_ahead(sim.cases, server.case)
        fetch_ahead(plan.opens, plan.calendars[server.cases].at)
    elif kind >= EventKind.ASSEMBLY_WAIT and kind <= EventKind.CHASE and kind != EventKind.SIGNED:
        fetch_ahead(sim.issues, sim.cases[slot].issue)
