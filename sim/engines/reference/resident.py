"""A resident: comes to be when first involved, with a home, trust, an inclination to report and a preferred channel."""

from typing import TYPE_CHECKING

from sim.engines.reference.actor import Actor
from sim.engines.reference.entities import Case, Issue
from sim.lifecycle import hooks
from sim.mechanisms import reporting

if TYPE_CHECKING:
    from sim.engines.reference.simulation import Simulation


class Resident(Actor):
    """One resident (numbered in the district): `trust` is 0 to 1, `inclination` a factor on reporting."""

    def __init__(self, sim: "Simulation", number: int) -> None:
        super().__init__(sim)
        self.number = number
        self.first_trust = reporting.first_trust(self.plan, number)
        self.trust = self.first_trust
        self.inclination = reporting.inclination(self.plan, number)
        self.channel = hooks.channel(self.plan, number)

    def decides_to_report(self, issue: Issue) -> bool:
        """Whether the resident, having noticed an issue, reports it."""
        return hooks.reports(self.plan, self.plan.hazards[issue.hazard], issue, self)

    def learns(self, solved: bool) -> None:
        """Trust grows with an issue solved and shrinks with one that was not."""
        self.trust = hooks.trust_after(self.plan, self.trust, solved)

    def chases(self, case: Case) -> None:
        """Patience has ended: the resident asks what became of the case."""
        case.chased += 1
        self.learns(solved=False)
