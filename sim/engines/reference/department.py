"""A department (or a street team): crews with one queue, and its memory of whistles."""

from typing import TYPE_CHECKING

from sim.engines.reference.entities import Case
from sim.engines.reference.station import Station
from sim.lifecycle import hooks
from sim.mechanisms.whistle import faded_load
from sim.record.activities import KIND

if TYPE_CHECKING:
    from sim.engines.reference.simulation import Simulation


class Department(Station):
    """One department: `load` is whistles per crew still felt at `load_at`; `closed`, `in_time` count a month."""

    kind = KIND["department"]

    def __init__(self, sim: "Simulation", number: int) -> None:
        super().__init__(sim, number)
        self.load = 0.0
        self.load_at = 0
        self.closed = 0
        self.in_time = 0

    def answers_whistle(self, case: Case, department: int) -> bool:
        """Whether it sends a crew; every whistle is felt."""
        now = self.clock.now
        comes = hooks.comes(self.plan, case, self, department, now)
        self.load = faded_load(self.plan, self, now) + 1.0 / max(len(self.servers), 1)
        self.load_at = now
        return comes

    def counts_closing(self, in_time: bool) -> None:
        """Count a case of its own that was closed."""
        self.closed += 1
        self.in_time += in_time


class StreetTeam(Station):
    """A team of a street: sanitation, enforcement."""

    kind = KIND["street"]
