"""S36, petitions: reporters who chase in vain go over the heads of those who have the case; demands nobody can meet.

At a chase of a number, and at each later one, a reporter petitions with a probability, once for a case: it becomes
urgent. Issues of the world that are `unsolvable` (`hazards.<name>.unsolvable`) are fixed by no work: what is reported
done is untrue, and residents say so. After so many attempts such a case is closed for good, with a reason. Rates are
told with and without them.

Sources: petitions are closed for good after handling, review and second review (regulations on petitions, D);
demands that no unit can meet beside reasonable ones (a study of governance by hotline, B). Shares and probabilities are
assumed (E).
Side effects: petitions push other cases back; work on what cannot be solved is lost to others.
"""

from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.kinds import Activity
from sim.language.bounds import Within
from sim.language.model import Model
from sim.language.quantity import Share, Whole
from sim.mechanisms.adoption import at_work
from sim.mechanisms.contract import Evidence, Lowered, Mechanism

CODE = "S36"
NUMBER = int(CODE[1:])


class Petitions(Model):
    """Reporters who go over the heads of those who have their case."""

    enabled: bool = Field(False, description="Off: nobody petitions.")
    after: Whole = Field(Whole.of(3), description="Number of chases of a case from which its reporter may petition.")
    probability: Share = Field(Share.of(0), description="Probability at each of these chases.")
    attempts: Annotated[Whole, Within(0, 100)] = Field(
        Whole.of(3), description="Attempts at what is unsolvable after which it is closed for good, on or off."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan."""
        return {
            "after": self.after.value,
            "probability": self.probability.value if self.enabled else 0.0,
            "attempts": self.attempts.value,
        }


@rule
def petitions(plan: Any, case: Any) -> bool:
    """Whether the reporter who chases a case petitions for it: from the chase of a number on, once."""
    s = plan.petitions
    if case.petitioned > 0 or case.chased < s.after or not at_work(case, NUMBER):
        return False
    return uniform(plan.draw.petition, case.key, case.token + case.chased) < s.probability


@rule
def is_final(plan: Any, issue: Any, case: Any) -> bool:
    """Whether nothing more is tried for a case about an issue that cannot be solved."""
    return issue.unsolvable > 0 and case.attempt + 1 >= plan.petitions.attempts


MECHANISM = Mechanism(
    code=CODE,
    section="petitions",
    parameters=Petitions,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("petitions_per_10000", "truly_resolved_share_solvable"),
    puts_in={"after": ("petitions_per_10000",), "probability": ("petitions_per_10000",)},
    draws=Draws(run=("petition",)),
    activities=(Activity("petitioned", "resident", "the reporter goes over the heads of those who have it"),),
)
