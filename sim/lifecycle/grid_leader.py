"""A grid leader: evens out the work among the workers of a community."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, Performer
from sim.lifecycle import grid_worker
from sim.lifecycle.access import area_of, issue_of, site_of
from sim.lifecycle.log import write_case
from sim.lifecycle.services import part
from sim.record.activities import NUMBER

REASSIGNED = NUMBER["reassigned"]


@part
def worker_for(sim: Any, case: Any, wanted: int) -> int:
    """Worker (number) for a job: the wanted one, or a colleague if that one is off duty too long; NOBODY without."""
    issue = issue_of(sim, case)
    area = area_of(sim, issue)
    if area.workers == 0 or wanted == NOBODY:
        return NOBODY
    if in_field_next(sim, wanted) - sim.now <= sim.plan.staff.rebalance_after:
        return wanted
    chosen, soonest = area.first_worker, in_field_next(sim, area.first_worker)
    for worker in range(area.first_worker + 1, area.first_worker + area.workers):
        opening = in_field_next(sim, worker)
        shorter = sim.stations[worker].waiting < sim.stations[chosen].waiting
        if opening < soonest or (opening == soonest and shorter):
            chosen, soonest = worker, opening
    if chosen != wanted:
        write_case(sim, REASSIGNED, case, Performer.LEADER, issue.community, chosen)
    return chosen


@part
def worker_at(sim: Any, case: Any) -> int:
    """Worker (number) of the beat where the issue is, or the colleague the leader names; NOBODY without."""
    return worker_for(sim, case, site_of(sim, issue_of(sim, case)).beat)


@part
def other_than(sim: Any, area: Any, worker: int) -> int:
    """The colleague (number) next to a worker in an area; the same one if alone, NOBODY without workers."""
    if area.workers == 0 or worker == NOBODY:
        return NOBODY
    return area.first_worker + (worker - area.first_worker + 1) % area.workers


@part
def in_field_next(sim: Any, worker: int) -> int:
    """When (ms) a worker is next in the field."""
    return grid_worker.in_field_at(sim, worker, sim.now)
