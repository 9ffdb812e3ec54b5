"""S19, staff quality: who is there, and how well who is there knows the work.

So far: crews of desks, teams and departments are absent on some days, each by itself, as grid workers are by the staff
section. A small unit then sometimes has nobody; the same hours lost evenly would cost less.

Sources: reserve staff in each community (Jiancaoping, A) tell that people are missing; how many days are lost to
leave and illness is assumed (E, 0 to 15 %).
Side effects: work waits for who is away.
"""

from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws
from sim.language.bounds import Within
from sim.language.model import Model
from sim.language.quantity import Share
from sim.mechanisms.contract import Evidence, Lowered, Mechanism


class StaffQuality(Model):
    """Absence of crews."""

    enabled: bool = Field(False, description="Off: crews are never away.")
    crew_absence: Annotated[Share, Within(0, 0.9)] = Field(
        Share.of(0), description="Share of duty days that a crew loses to leave and illness, drawn by crew and day."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Nothing: rules know of absence only what rosters tell."""
        return {}

    def absence(self) -> float:
        """Share of duty days on which a crew is absent."""
        return self.crew_absence.value if self.enabled else 0.0


MECHANISM = Mechanism(
    code="S19",
    section="staff_quality",
    parameters=StaffQuality,
    evidence=Evidence.STRUCTURE_ONLY,
    puts_in={},
    draws=Draws(run=("crew_absence",)),
)
