"""S28, coverage of new fields: which office buildings, markets, parks and villages are on anybody's round.

Of the sites of a zone a share is covered: a mark of each site, the same for every share. Uncovered ones have no beat,
so no patrol passes them, no visit is made, and who checks there is whoever the leader names. Their part of the round is
not walked: who covers more walks longer rounds with the same feet.

Sources: branches in office buildings, parks and markets made into 1,800 grids, 2,993 firms of 4,673 with somebody in
charge (Weihai, C); organisations outside the state sector "to be strengthened" (several districts, B-). Membership of
an organisation is not coverage of problems: shares are assumed (E).
Side effects: rounds grow by what is covered, so that old places are passed less often by the same workers.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Share
from sim.mechanisms.authority.names import are_known
from sim.mechanisms.contract import Evidence, Lowered, Mechanism

SECTION = ("mechanisms", "coverage")


class Coverage(Model):
    """Which zones are on the rounds of grid workers."""

    enabled: bool = Field(False, description="Off: every place is on somebody's round.")
    covered: dict[str, Share] = Field(
        default_factory=dict, description="Share of the places and homes of a zone that are on rounds. Unsaid: all."
    )

    def shares(self, zones: Sequence[str]) -> list[float]:
        """Covered share of the sites of no zone, which is 1, and of each of these zones."""
        said = self.covered if self.enabled else {}
        return [1.0, *(said[zone].value if zone in said else 1.0 for zone in zones)]

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Nothing: places have beats, or none, before anything happens (`sim.plan.beats`)."""
        return {}


def zones_are_known(scenario: Any) -> Iterator[Contradiction]:
    """Zones that are covered are there."""
    own = scenario.mechanisms.coverage
    yield from are_known((*SECTION, "covered"), "zone", own.covered, scenario.territory.zones, of_key=True)


MECHANISM = Mechanism(
    code="S28",
    section="coverage",
    parameters=Coverage,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("never_reported_spread_zones", "never_reported_share_zones"),
    puts_in={},
    draws=Draws(territory=("covered",)),
    checks=(zones_are_known,),
    standing=True,
)
