"""A grid leader: evens out the work among the workers of a community."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import grid_worker
from sim.engines.compiled.eventlog import LEADER, write_case
from sim.engines.compiled.part import part
from sim.kinds import NOBODY
from sim.record.activities import NUMBER

REASSIGNED = NUMBER["reassigned"]


@part
def worker_for(sim: Any, case: Any, wanted: int) -> int:
    """Worker for a job: the wanted one, or a colleague if that one is off duty too long; NOBODY without workers."""
    community = sim.issues[case.issue].community
    area = sim.plan.communities[community]
    if area.workers == 0 or wanted == NOBODY:
        return NOBODY
    if opens(sim, wanted) - sim.now <= sim.plan.settings.rebalance_after:
        return wanted
    chosen, soonest = area.first_worker, opens(sim, area.first_worker)
    for worker in range(area.first_worker + 1, area.first_worker + area.workers):
        opening = opens(sim, worker)
        shorter = sim.stations[worker].waiting < sim.stations[chosen].waiting
        if opening < soonest or (opening == soonest and shorter):
            chosen, soonest = worker, opening
    if chosen != wanted:
        write_case(sim, REASSIGNED, case, LEADER, community, chosen)
    return chosen


@part
def other_than(sim: Any, community: int, worker: int) -> int:
    """The colleague next to a worker in the community; the same one if alone, NOBODY without workers."""
    area = sim.plan.communities[community]
    if area.workers == 0:
        return NOBODY
    return area.first_worker + (worker - area.first_worker + 1) % area.workers


@part
def opens(sim: Any, worker: int) -> int:
    """When a worker is next in the field."""
    return grid_worker.opens(sim, worker, sim.now)
