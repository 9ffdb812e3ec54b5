"""S31, explanation: answers that say what was done, or why not, satisfy more residents and cost less trust.

An answer explained satisfies some who would otherwise not be, and a closing that did not solve it costs less trust. It
takes minutes of whoever handled the case. What is fixed does not change by it.

Sources: a photograph after the work raised satisfaction by about 44 % (San Diego, B); openness of village affairs and
public discussion of matters (several districts, B-). Sizes beside that are assumed (E).
Side effects: minutes of the hands that handle residents' cases; trust that stays high brings more reports.
"""

from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.rule import rule
from sim.chance.variates import duration
from sim.kinds import CaseState, Source
from sim.language.bounds import Within
from sim.language.model import Model
from sim.language.quantity import Duration, Share
from sim.mechanisms.adoption import at_work
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import SATISFIED, TRUST

CODE = "S31"
NUMBER = int(CODE[1:])


class Explanation(Model):
    """What an explained answer changes."""

    enabled: bool = Field(False, description="Off: answers are not explained.")
    dissatisfied: Share = Field(
        Share.of(1), description="Factor on the probability of a resident who was reached not to be satisfied."
    )
    trust_loss: Share = Field(Share.of(1), description="Factor on the trust lost by a closing that did not solve it.")
    minutes: Annotated[Duration, Within(0, "24 h")] = Field(
        Duration.of(0), description="Time that it takes whoever handles a resident's case, added to the work."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; `heard`: the part of those not satisfied whom an explanation satisfies."""
        return {
            "heard": 1.0 - self.dissatisfied.value if self.enabled else 0.0,
            "trust_loss": self.trust_loss.value if self.enabled else 1.0,
            "minutes": table.add(self.minutes if self.enabled else Duration.of(0)),
        }


@rule
def loses(plan: Any, case: Any) -> float:
    """Factor on the trust that a reporter loses: that of an explained answer once the case is closed, 1 before."""
    return plan.explanation.trust_loss if case.state == CaseState.CLOSED and at_work(case, NUMBER) else 1.0


@rule
def time(plan: Any, case: Any) -> int:
    """Time (ms) that explaining takes whoever handles a case."""
    if case.source != Source.RESIDENT or not at_work(case, NUMBER):
        return 0
    return duration(plan, plan.explanation.minutes, 0.5)


@rule
def heard(plan: Any, case: Any) -> float:
    """Share of those who would not be satisfied with an answer whom its explanation satisfies."""
    return plan.explanation.heard if at_work(case, NUMBER) else 0.0


MECHANISM = Mechanism(
    code=CODE,
    section="explanation",
    parameters=Explanation,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("satisfied_share_valid_solvable", "petitions_per_10000", "mean_trust"),
    puts_in={"dissatisfied": SATISFIED, "trust_loss": TRUST},
)
