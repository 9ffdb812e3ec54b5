"""A community: the desk that handles what falls to it, and the board of small tasks that members may take up."""

from sim.engines.reference.entities import Job
from sim.engines.reference.station import Station
from sim.record.activities import KIND


class Community(Station):
    """The desk of one community."""

    kind = KIND["community"]

    def small_task(self) -> Job | None:
        """Oldest small task that waits at the desk or with a grid worker of the community."""
        area = self.plan.communities[self.record.community]
        workers = self.sim.workers[area.first_worker : area.first_worker + area.workers]
        offers = [job for station in (self, *workers) if (job := station.oldest_small()) is not None]
        return min(offers, key=lambda job: (job.queued, job.number), default=None)
