"""A community: the board of small tasks that members may take up."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled.part import part
from sim.kinds import NOBODY


@part
def small_task(sim: Any, community: int) -> int:
    """Oldest small task (job) that waits at the desk or with a grid worker of the community, NOBODY if none does."""
    area = sim.plan.communities[community]
    oldest = sim.stations[area.desk].first_offer
    for worker in range(area.first_worker, area.first_worker + area.workers):
        slot = sim.stations[worker].first_offer
        if slot != NOBODY and (oldest == NOBODY or is_older(sim.jobs[slot], sim.jobs[oldest])):
            oldest = slot
    return oldest


@part
def is_older(job: Any, other: Any) -> bool:
    """Whether a job was queued before another."""
    return job.queued < other.queued or (job.queued == other.queued and job.number < other.number)
