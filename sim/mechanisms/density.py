"""S01, grids and density: how a territory is cut into beats and who stands in for whom.

More grids are not more patrol: a beat is what one worker walks, and its length follows from the workers, not from the
lines on the map. What the lines decide is written here: how two workers share a grid, who covers an absent colleague,
and whether a worker who knows fewer households is told more.

Sources: the reform of 515 grids to 800 with 837 workers (Jiancaoping, county report, grade A). The rules of sharing
and cover are assumptions (grade E) with ranges, since no published account states them.
Side effects: cover takes time from the neighbour's slack, never from a case.
"""

from math import exp, log
from typing import Annotated, Any, Literal

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.rule import rule
from sim.language.bounds import Within
from sim.language.model import Model
from sim.language.quantity import Number, Share
from sim.mechanisms.contract import Evidence, Lowered, Mechanism

REFERENCE_HOUSEHOLDS = 209.0
"""Households per worker at which familiarity is neutral: 175,000 households over 837 workers (grade C)."""


class Density(Model):
    """How grids turn into beats."""

    enabled: bool = Field(True, description="Off: halves, no cover, no familiarity.")
    split: Literal["halves", "same_round"] = Field(
        "halves", description="Two workers in one grid walk half of it each, or both walk the whole round."
    )
    cover: Share = Field(
        description="Share of an absent worker's patrol that a neighbour of the same community walks in addition."
    )
    familiarity: Annotated[Number, Within(0, 10)] = Field(
        description="Exponent e of (209 / households per worker)^e on what visits reveal; 0 is neutral."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Nothing: grids have become beats before anything happens."""
        return {}

    def shares_round(self) -> bool:
        """Whether workers of one grid all walk its whole round."""
        return self.enabled and self.split == "same_round"

    def covered(self) -> float:
        """Share of an absent worker's patrol that a neighbour walks, 0 to 1."""
        return self.cover.value if self.enabled else 0.0

    def exponent(self) -> float:
        """Exponent of familiarity, without a unit; 0 is neutral."""
        return self.familiarity.value if self.enabled else 0.0


@rule
def familiarity_factor(households: float, exponent: float) -> float:
    """Factor on what is revealed to a worker in charge of so many households; 1 when the exponent is 0.

    (209 / households)^e, written as exp(e log(.)) because powers differ between interpreters and compilers.
    """
    if households <= 0.0 or exponent == 0.0:
        return 1.0
    return exp(exponent * log(REFERENCE_HOUSEHOLDS / households))


MECHANISM = Mechanism(
    code="S01",
    section="density",
    parameters=Density,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("patrol_share_street_order", "finds_per_patrol_hour", "worker_patrol_h", "utilisation_worker"),
    puts_in={"familiarity": ("cases_visit_per_year",)},
    standing=True,
)
