"""S37, emergencies: what is a danger goes first, and what slows other cases does not hold it up.

A case about a dangerous issue is in class 0, whatever its hazard: it has a line of its own, looked at first, and may
take crews from line duty (`sim.lifecycle.station`). The street does not take the time to find out who is needed that it
takes for other joint cases, and a unit that an emergency reached by mistake passes it on in minutes.

Sources: emergencies on site within 30 minutes, nobody leaves until done (Pinggu 2017, B); a hotline passes emergencies
on by telephone while the caller is on the line (Guilin handbook 2016, A). The times are assumed (E).
Side effects: crews are taken from line duty, and other cases wait while they are away.
"""

from typing import Any

from pydantic import Field

from sim.chance.distribution_table import NONE, DistributionTable
from sim.chance.rule import rule
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.queueing import EMERGENCY


class Emergencies(Model):
    """What an emergency is, and what is quicker for one."""

    enabled: bool = Field(
        False, description="Off: the urgency of a case is that of its hazard, and nothing is quicker."
    )
    dangerous_first: bool = Field(True, description="A case about a dangerous issue is an emergency.")
    diagnosis: Duration | None = Field(
        None, description="Time the street takes to see which departments an emergency needs; unsaid: as for others."
    )
    return_after: DurationDistribution | None = Field(
        None, description="Time a wrong unit keeps an emergency; unsaid: as for others."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; NONE where emergencies are as other cases."""
        diagnosis = self.diagnosis if self.enabled else None
        return_after = self.return_after if self.enabled else None
        return {
            "dangerous_first": int(self.enabled and self.dangerous_first),
            "diagnosis": NONE if diagnosis is None else table.add(diagnosis),
            "return_after": NONE if return_after is None else table.add(return_after),
        }


@rule
def urgency(plan: Any, hazard: Any, issue: Any) -> int:
    """Class (number) of a new case: that of its hazard, or an emergency because its issue is dangerous."""
    if issue.dangerous and plan.emergencies.dangerous_first > 0:
        return EMERGENCY
    return hazard.urgency


@rule
def diagnosis_time(plan: Any, case: Any) -> int:
    """Number of the distribution of the time that the diagnosis of a case takes."""
    if case.priority == EMERGENCY and plan.emergencies.diagnosis != NONE:
        return plan.emergencies.diagnosis
    return plan.whistle.diagnosis


@rule
def time_to_return(plan: Any, case: Any) -> int:
    """Number of the distribution of the time that a wrong unit keeps a case."""
    if case.priority == EMERGENCY and plan.emergencies.return_after != NONE:
        return plan.emergencies.return_after
    return plan.dispatch.return_after


MECHANISM = Mechanism(
    code="S37",
    section="emergencies",
    parameters=Emergencies,
    evidence=Evidence.STRUCTURE_ONLY,
)
