"""Prefetching: what the coming events need is brought into the processor's cache while the present one is dealt with.

A district does not fit into the cache, and what an event is about has mostly been out of use for days. The next event
is the root of the heap, those after it lie in the rows below, and rise (Callahan, Kennedy and Porterfield 1991,
"Software prefetching", ASPLOS IV). Nothing here changes what happens.
"""

from __future__ import annotations

from typing import Any

from sim.engines.compiled.clock import KIND_MASK, SLOT_MASK
from sim.engines.compiled.tables import word_of
from sim.kinds import EventKind
from sim.lifecycle.services import part
from sim.world import outcomes


def fetch_ahead(rows: Any, index: int) -> None:
    """Have a row brought into the processor's cache while other work goes on; any index will do."""


@part
def look_ahead(sim: Any, near: int, far: int) -> None:
    """Fetch what an event is about that came to a row of the heap, and what that names of one in a nearer row."""
    fetch_entity(sim, sim.heap[far])
    fetch_beyond(sim, sim.heap[near])


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
        if kind == EventKind.NOTICED:
            fetch_ahead(sim.homes_met, issue.home)
            fetch_ahead(plan.first_resident, issue.home)
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


@part
def look_at_next_primary(sim: Any) -> None:
    """Fetch the place of the next primary issue of the world, and what is open there."""
    plan = sim.plan
    if sim.next >= len(plan.root) or plan.time[sim.next] < 0:
        return
    root = plan.root[sim.next]
    number = outcomes.root_hazard(root)
    if number < len(plan.hazards):
        site = outcomes.site_of(plan, plan.hazards[number], plan.communities[outcomes.root_community(root)], root)
        fetch_ahead(plan.sites, site)
        fetch_ahead(sim.taken, word_of(sim, site, number))
