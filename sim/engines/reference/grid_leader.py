"""A grid leader: evens out the work among the workers of a community."""

from typing import TYPE_CHECKING

from sim.engines.reference.actor import Actor
from sim.engines.reference.entities import Case
from sim.engines.reference.grid_worker import GridWorker
from sim.plan.intervals import next_open
from sim.record.activities import KIND, NUMBER

if TYPE_CHECKING:
    from sim.engines.reference.simulation import Simulation


class GridLeader(Actor):
    """The leaders of one community (numbered like it), as one who decides."""

    def __init__(self, sim: "Simulation", number: int) -> None:
        super().__init__(sim)
        self.number = number
        area = self.plan.communities[number]
        self.workers = sim.workers[area.first_worker : area.first_worker + area.workers]

    def worker_for(self, case: Case, wanted: GridWorker | None) -> GridWorker | None:
        """Worker for a job: the wanted one, or a colleague if that one is off duty too long; None without workers."""
        if not self.workers or wanted is None:
            return wanted if self.workers else None
        now = self.clock.now
        if self._opens(wanted) - now <= self.plan.settings.rebalance_after:
            return wanted
        chosen = min(self.workers, key=lambda w: (self._opens(w), w.waiting, w.number))
        if chosen is not wanted:
            self.log.write(
                now, NUMBER["reassigned"], case.issue, case.number, KIND["leader"], self.number, chosen.number
            )
        return chosen

    def other_than(self, worker: int) -> GridWorker | None:
        """The colleague next to a worker (a station number) in the community; None if there are no workers."""
        if not self.workers:
            return None
        return self.workers[(worker - self.workers[0].number + 1) % len(self.workers)]

    def _opens(self, worker: GridWorker) -> int:
        return next_open(self.plan, worker.server, self.clock.now)
