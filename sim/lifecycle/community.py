"""A community: the board of small tasks that wait at its desk or with a grid worker, and that helpers may take up.

The tasks offered by a station are a chain of jobs in the order of joining.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, Clock, JobKind
from sim.lifecycle.access import case_of, hazard_of, issue_of
from sim.lifecycle.hooks import noticing
from sim.lifecycle.services import part


@part
def small_task(sim: Any, community: int) -> int:
    """Oldest small task (slot of its job) waiting at a community's desk or with its grid workers, NOBODY if none is."""
    area = sim.plan.communities[community]
    oldest = sim.stations[area.desk].first_offer
    for worker in range(area.first_worker, area.first_worker + area.workers):
        slot = sim.stations[worker].first_offer
        if slot != NOBODY and (oldest == NOBODY or is_older(sim.jobs[slot], sim.jobs[oldest])):
            oldest = slot
    return oldest


@part
def listed_task(sim: Any, community: int, before: int) -> int:
    """Oldest small task (slot of its job) of those on the list of a community's partners that has waited there since
    before a moment (ms); NOBODY if none has."""
    area = sim.plan.communities[community]
    oldest = first_listed(sim, sim.stations[area.desk], before)
    for worker in range(area.first_worker, area.first_worker + area.workers):
        slot = first_listed(sim, sim.stations[worker], before)
        if slot != NOBODY and (oldest == NOBODY or is_older(sim.jobs[slot], sim.jobs[oldest])):
            oldest = slot
    return oldest


@part
def first_listed(sim: Any, station: Any, before: int) -> int:
    """First task (slot of its job) in a station's chain that partners may take up; NOBODY if none is."""
    slot = station.first_offer
    while slot != NOBODY:
        job = sim.jobs[slot]
        hazard = issue_of(sim, case_of(sim, job)).hazard
        if job.queued < before and noticing.is_listed(sim.plan, hazard):
            return slot
        slot = job.later
    return NOBODY


@part
def is_older(job: Any, other: Any) -> bool:
    """Whether a job was queued before another."""
    return job.queued < other.queued or (job.queued == other.queued and job.number < other.number)


@part
def can_be_taken_up(sim: Any, job: Any) -> bool:
    """Whether a waiting job is one that a helper could take up."""
    if job.kind != JobKind.HANDLE or job.clock != Clock.CASES:
        return False
    return hazard_of(sim, issue_of(sim, case_of(sim, job))).small > 0


@part
def offer(sim: Any, station: Any, job: Any) -> None:
    """Put a job at the end of a station's chain of small tasks."""
    job.offered = 1
    job.earlier = station.last_offer
    if station.last_offer == NOBODY:
        station.first_offer = job.slot
    else:
        sim.jobs[station.last_offer].later = job.slot
    station.last_offer = job.slot


@part
def call_in(sim: Any, station: Any, job: Any) -> None:
    """Take a job out of the chain of small tasks, if it is in it."""
    if job.offered == 0:
        return
    job.offered = 0
    if job.earlier == NOBODY:
        station.first_offer = job.later
    else:
        sim.jobs[job.earlier].later = job.later
    if job.later == NOBODY:
        station.last_offer = job.earlier
    else:
        sim.jobs[job.later].earlier = job.earlier
    job.earlier = job.later = NOBODY
