"""Party members of a community: come forward in their hours off and take up small tasks."""

from typing import TYPE_CHECKING

from sim.engines.reference.station import Station
from sim.kinds import JobKind, Kind
from sim.lifecycle import hooks
from sim.record.activities import KIND, NUMBER

if TYPE_CHECKING:
    from sim.engines.reference.simulation import Simulation


class PartyMembers(Station):
    """The pool of active members of one community."""

    kind = KIND["members"]

    def __init__(self, sim: "Simulation", number: int) -> None:
        super().__init__(sim, number)
        self.evenings = 0
        self.area = self.plan.communities[self.record.community]

    def look_ahead(self) -> None:
        """Reckon when a member comes forward next."""
        if self.area.member_gap <= 0.0 or not self.servers:
            return
        at = hooks.member_comes_at(self.plan, self.area, self.record.community, self.evenings, self.clock.now)
        self.evenings += 1
        self.clock.schedule(Kind.EVENING, self, at)

    def on_evening(self) -> None:
        """A member comes forward and takes up the oldest small task, if there is one."""
        task = self.sim.desks[self.record.community].small_task()
        if task is not None:
            case = task.case
            task.station.withdraw(task)
            self.log.write(self.clock.now, NUMBER["claimed"], case.issue, case.number, self.kind, self.number)
            case.job = self.sim.new_job(case, JobKind.CLAIMED)
            self.receive(case.job)
        self.look_ahead()
