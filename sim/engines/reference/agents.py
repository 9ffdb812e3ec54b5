"""The one place where Mesa is met: agents, and the model they belong to.

Mesa's agents and agent sets are used, and nothing else of it: time is the event clock's, chance the keyed draws'.
"""

from __future__ import annotations

from typing import Any

import mesa

from sim.lifecycle.things import Resident, Station, blank

STATION, RESIDENT = blank(Station), blank(Resident)


class StationAgent(mesa.Agent):  # type: ignore[misc]
    """A station as an agent, with the fields of `sim.lifecycle.things.Station` and what the plan says of it."""

    def __init__(self, model: mesa.Model, number: int, record: Any) -> None:
        super().__init__(model)
        of_plan = {name: value for name, value in record._asdict().items() if name in STATION}
        for name, value in (STATION | of_plan | {"number": number}).items():
            setattr(self, name, value)


class ResidentAgent(mesa.Agent):  # type: ignore[misc]
    """A resident as an agent, with the fields of `sim.lifecycle.things.Resident`."""

    def __init__(self, model: mesa.Model) -> None:
        super().__init__(model)
        for name, value in RESIDENT.items():
            setattr(self, name, value)


class MesaModel(mesa.Model):  # type: ignore[misc]
    """A Mesa model that can be forgotten: Mesa 3.3 keeps every model alive in a table of its agents' numbers."""

    def forget(self) -> None:
        """Drop the agents and Mesa's references to this model."""
        self.remove_all_agents()
        mesa.Agent._ids.pop(self, None)


class Residents(dict[int, ResidentAgent]):
    """Residents by number, each made when first looked at."""

    def __init__(self, model: MesaModel) -> None:
        super().__init__()
        self.model = model

    def __missing__(self, number: int) -> ResidentAgent:
        """Make a resident."""
        resident = self[number] = ResidentAgent(self.model)
        return resident
