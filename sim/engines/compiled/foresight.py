"""Foresight: what the coming events need is brought into the processor's cache while the present one is dealt with.

A district does not fit into the cache, and what an event is about has mostly been out of use for days. The next event
is the root of the heap, the one after it one of the four below (prefetching: Callahan, Kennedy and Porterfield 1991,
"Software prefetching", ASPLOS IV). Nothing here changes what happens.
"""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import nature, simulation
from sim.engines.compiled.clock import KIND_MASK, ROOT, SLOT_MASK
from sim.engines.compiled.part import fetch_ahead, part
from sim.kinds import Kind


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
    if kind == Kind.NOTICED.value or kind == Kind.OCCURS.value:
        fetch_ahead(sim.issues, slot)
    elif kind == Kind.DUTY.value:
        fetch_ahead(sim.workers, slot)
    elif kind == Kind.DONE.value or kind == Kind.ARRIVED.value:
        fetch_ahead(sim.servers, slot)
    elif kind >= Kind.HOLD.value and kind <= Kind.CHASE.value:
        fetch_ahead(sim.cases, slot)


@part
def fetch_beyond(sim: Any, event: Any) -> None:
    """Fetch what the record of an event's entity names: an issue's place, a worker's hours, a case's issue, a job."""
    plan, kind, slot = sim.plan, event.when & KIND_MASK, event.who & SLOT_MASK
    if kind == Kind.NOTICED.value or kind == Kind.OCCURS.value:
        issue = sim.issues[slot]
        fetch_ahead(plan.sites, issue.site)
        fetch_ahead(sim.taken, nature.word_of(sim, issue.site, issue.hazard))
        fetch_ahead(plan.first_resident, simulation.home_of_reporter(plan, issue))
    elif kind == Kind.DUTY.value:
        stint = max(sim.workers[slot].stint, 0)
        fetch_ahead(plan.opens, stint + 1)
        fetch_ahead(plan.stints, stint + 1)
    elif kind == Kind.DONE.value or kind == Kind.ARRIVED.value:
        server = sim.servers[slot]
        fetch_ahead(sim.jobs, max(server.job, 0))
        fetch_ahead(sim.cases, server.case)
        fetch_ahead(plan.opens, plan.calendars[server.cases].at)
    elif kind >= Kind.HOLD.value and kind <= Kind.CHASE.value:
        fetch_ahead(sim.issues, sim.cases[slot].issue)
