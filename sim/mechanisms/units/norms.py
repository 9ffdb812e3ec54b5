"""S30, norms and cohesion: custom, neighbourliness and trust, as inputs without any dynamics.

A share of the primary issues of some hazards does not occur, and residents report as if their trust were higher, or
lower, by a shift; trust stays between 0 and 1 all the same, so that nobody reports more readily than the readiest. What
they learn from answers is as before. Activities take hours of the community desks.

Sources: village rules, councils of moral matters and of weddings and funerals, elections of harmonious neighbours and
filial houses (several districts, B-): that they exist. Nobody has measured any effect of them; every number here is
*put in*, and off in every preset.
Side effects: hours of the community desks, charged to all desks alike.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.rule import rule
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Number, Share
from sim.language.units import HOUR_MS
from sim.mechanisms.adoption import at_work
from sim.mechanisms.authority.names import are_known
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Removal, Taken
from sim.mechanisms.put_in import OCCURRENCES, REPORTS

CODE = "S30"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "norms")


class Norms(Model):
    """What custom and neighbourliness are said to change."""

    enabled: bool = Field(False, description="Off: nothing is put in.")
    removes: dict[str, Annotated[Share, Within(0, 0.05)]] = Field(
        default_factory=dict, description="Share of the primary issues of a hazard that does not occur."
    )
    trust: Annotated[Number, Within(0, 0.1)] = Field(
        Number.of(0), description="By how much higher the trust is with which residents report; 1 at most."
    )
    mistrust: Annotated[Number, Within(0, 0.1)] = Field(
        Number.of(0), description="By how much lower that trust is, where norms keep people from reporting; 0 at least."
    )
    hours: Annotated[Duration, Within(0, "168 h")] = Field(
        Duration.of(0), description="Hours of the community desk that activities take a week in each community."
    )

    def shift(self) -> float:
        """By how much higher or lower (of 0 to 1) the trust is with which residents report."""
        return self.trust.value - self.mistrust.value if self.enabled else 0.0

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: the shift of trust, and the factor on how ready residents of mean trust were to report
        before the start."""
        slope = 0.0 if scenario is None else scenario.mechanisms.reporting.trust_slope.value
        return {"trust": self.shift(), "readier": max(1.0 + slope * self.shift(), 0.0)}


@rule
def readier(plan: Any, issue: Any) -> float:
    """Factor on the rate at which an issue is reported before the start."""
    return plan.norms.readier if at_work(issue, NUMBER) else 1.0


@rule
def felt(plan: Any, issue: Any, trust: float) -> float:
    """Trust (0 to 1) with which a resident reports an issue."""
    if plan.norms.trust == 0.0 or not at_work(issue, NUMBER):
        return trust
    shifted = trust + plan.norms.trust
    return 0.0 if shifted < 0.0 else (1.0 if shifted > 1.0 else shifted)


def removals(scenario: Any) -> Iterator[Removal]:
    """What does not occur."""
    own = scenario.mechanisms.norms
    for name, share in own.removes.items() if own.enabled else ():
        yield Removal(name, share.value)


def charges(scenario: Any) -> Iterator[Charge]:
    """Hours of activities, taken from the cases of the community desks."""
    own = scenario.mechanisms.norms
    if own.enabled and own.hours.value > 0:
        hours = scenario.territory.communities.value * own.hours.value / HOUR_MS
        yield Charge("community_desks", hours, Taken.CASES)


def norms_name_what_there_is(scenario: Any) -> Iterator[Contradiction]:
    """Hazards are there, and whatever is put in takes hours."""
    own = scenario.mechanisms.norms
    if not own.enabled:
        return
    yield from are_known((*SECTION, "removes"), "hazard", own.removes, scenario.hazards, of_key=True)
    if own.hours.value == 0 and (
        own.trust.value or own.mistrust.value or any(share.value for share in own.removes.values())
    ):
        yield Contradiction((*SECTION, "hours"), "what is put in costs nothing: a free lunch; say the hours it takes")


MECHANISM = Mechanism(
    code=CODE,
    section="norms",
    parameters=Norms,
    evidence=Evidence.NONE,
    headline=("issues_per_year", "tickets_per_resident_year", "utilisation_community"),
    puts_in={
        "removes": OCCURRENCES,
        "trust": REPORTS,
        "mistrust": REPORTS,
    },
    checks=(norms_name_what_there_is,),
    charges=charges,
    removals=removals,
)
