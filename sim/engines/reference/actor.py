"""The one place where Mesa is met: agents and the model they belong to.

Mesa's agents and agent sets are used, and nothing else of it: time is the event clock's, chance the keyed draws'.
"""

from typing import TYPE_CHECKING

import mesa

if TYPE_CHECKING:
    from sim.engines.reference.simulation import Simulation


class Actor(mesa.Agent):  # type: ignore[misc]
    """An agent of the simulation, with its plan, its clock and its log at hand."""

    def __init__(self, simulation: "Simulation") -> None:
        super().__init__(simulation)
        self.sim = simulation
        self.plan = simulation.plan
        self.clock = simulation.clock
        self.log = simulation.log


class Model(mesa.Model):  # type: ignore[misc]
    """A Mesa model that can be forgotten: Mesa 3.3 keeps every model alive in a table of its agents' numbers."""

    def forget(self) -> None:
        """Drop the agents and Mesa's references to this model."""
        self.remove_all_agents()
        mesa.Agent._ids.pop(self, None)
