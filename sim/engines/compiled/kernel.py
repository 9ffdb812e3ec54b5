"""The kernel, the one compiled function: events happen in order until memory must grow, a moment comes, or the end."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import prefetch
from sim.engines.compiled.clock import (
    KIND_BITS,
    KIND_MASK,
    NUMBER_BITS,
    ROOT,
    SLOT_MASK,
    SPAN_ENDS,
    drop_first,
    moment,
    next_span,
)
from sim.engines.compiled.layout import EVENTS
from sim.kinds import EventKind
from sim.lifecycle import agenda, environment, run
from sim.lifecycle.services import part


@part
def lacks_room(sim: Any) -> bool:
    """Whether a table might not hold all that the next events may add, until it is looked again."""
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


@part
def step(sim: Any, until: int) -> bool:
    """Let the next event happen, if it is due before `until` (ms); whether it was."""
    plan = sim.plan
    when, who = sim.heap[ROOT].when, sim.heap[ROOT].who
    if sim.next < len(plan.root):
        occurs = max(plan.time[sim.next], 0)
        first = moment(occurs, EventKind.OCCURS)
        if first < when or (first == when and sim.next < who >> NUMBER_BITS):
            if occurs >= until:
                return False
            sim.now = occurs
            environment.primary_occurs(sim)
            prefetch.look_at_next_primary(sim)
            return True
    if when >> KIND_BITS >= until:
        return False
    near, far = drop_first(sim)
    prefetch.look_ahead(sim, near, far)
    if who == SPAN_ENDS:
        next_span(sim)
    else:
        agenda.happen(sim, when >> KIND_BITS, when & KIND_MASK, who >> NUMBER_BITS, who & SLOT_MASK)
    return True


def advance(sim: Any, until: int) -> None:
    """Let events happen until `until` (ms), until a table might be full, or until the end of the run."""
    if not sim.begun:
        sim.begun = 1
        next_span(sim)
        run.set_up(sim)
    while not lacks_room(sim):
        for _ in range(EVENTS):
            if sim.ended or not step(sim, until):
                return
