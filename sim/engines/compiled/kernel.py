"""The kernel, the one compiled function: events happen in order until memory must grow, a moment comes, or the end."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import prefetch
from sim.engines.compiled.clock import (
    KIND_BITS,
    KIND_MASK,
    MIDNIGHT,
    NUMBER_BITS,
    ROOT,
    SLOT_MASK,
    drop_first,
    moment,
    next_day,
)
from sim.kinds import EventKind
from sim.lifecycle import agenda, environment, run
from sim.lifecycle.services import part


@part
def lacks_room(sim: Any) -> bool:
    """Whether a table might not hold all that the next event may add."""
    margin = sim.margin
    return (
        sim.issue_count + margin > len(sim.issues)
        or sim.look_count + margin > len(sim.looks)
        or sim.case_count + margin > len(sim.cases)
        or sim.summons_count + margin > len(sim.summonses)
        or sim.job_top + margin > len(sim.jobs)
        or sim.node_top + margin > len(sim.nodes)
        or sim.later_top + margin > len(sim.later)
        or sim.scheduled + margin > len(sim.heap)
        or sim.done_count + margin > len(sim.jobs_done)
        or (sim.keep_log and sim.rows + margin > len(sim.log))
    )


def advance(sim: Any, until: int) -> None:
    """Let events happen until `until` (ms), until a table might be full, or until the end of the run."""
    plan = sim.plan
    if not sim.begun:
        sim.begun = 1
        next_day(sim)
        run.set_up(sim)
    while not sim.ended and not lacks_room(sim):
        when, who = sim.heap[ROOT].when, sim.heap[ROOT].who
        if sim.next < len(plan.root):
            occurs = max(plan.time[sim.next], 0)
            first = moment(occurs, EventKind.OCCURS)
            if first < when or (first == when and sim.next < who >> NUMBER_BITS):
                if occurs >= until:
                    return
                sim.now = occurs
                environment.primary_occurs(sim)
                continue
        if when >> KIND_BITS >= until:
            return
        drop_first(sim)
        prefetch.look_ahead(sim)
        if who == MIDNIGHT:
            next_day(sim)
        else:
            time, kind = when >> KIND_BITS, when & KIND_MASK
            agenda.happen(sim, time, kind, who >> NUMBER_BITS, who & SLOT_MASK)
