"""S25, prevention at source: causes removed before issues occur, or after they came back too often.

*Removed before*: of the primary issues of a hazard a share does not occur, from a day on and until another if these
are said, at a price a year. Whoever is spared at a smaller share is so at a larger one. *Root repair*: when the case
numbered `after` about an issue and its recurrences is closed, its unit gets one job more: after a procedure (`takes`)
the work of the issue times `effort`. When it is done, a later recurrence comes only if it would have come at a share of
recurrences smaller by `cut`. Where a warning of the platform asked for the repair (S23), the primary issues of the
hazard at that place are cut as well.

Sources: govern at the source, from mending after to preventing before (B); root out what comes back (Weihai, B); of 27
topics of a month in Beijing 15 had fewer tickets after five months, some by over 10 % (B): that is all that is known of
size. Shares, efforts and cuts are assumed (E).
Side effects: crew hours of root repairs, up front; money for what is removed. Slower for months, then fewer issues.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import NONE, DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.kinds import NEVER, Activity
from sim.language.bounds import Date, Within
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Money, Number, Share, Whole
from sim.mechanisms.adoption import at_work
from sim.mechanisms.authority.names import are_known
from sim.mechanisms.contract import Evidence, Lowered, Mechanism, Removal
from sim.mechanisms.put_in import OCCURRENCES, RECURRENCES

CODE = "S25"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "prevention")


class RootRepair(Model):
    """Work on the cause of what comes back."""

    hazards: list[str] = Field(default_factory=list, description="Hazards whose causes are repaired.")
    after: Annotated[Whole, Within(1, 1000)] = Field(
        Whole.of(3), description="Cases about the same hazard at the same place, with whose closing it is begun."
    )
    effort: Annotated[Number, Within(0, 1000)] = Field(
        Number.of(5), description="Work of the repair, as a multiple of the work of the issue."
    )
    takes: DurationDistribution | None = Field(None, description="Procedure before that work; unsaid: none.")
    cut: Share = Field(Share.of(0), description="Share of later recurrences that do not come.")


class Prevention(Model):
    """Causes removed at their source."""

    enabled: bool = Field(False, description="Off: nothing is removed but by `prevention` of the scenario.")
    removes: dict[str, Share] = Field(
        default_factory=dict, description="Share of the primary issues of a hazard that does not occur."
    )
    since: Date | None = Field(None, description="First day of that; unsaid: always.")
    until: Date | None = Field(None, description="First day on which that is over; unsaid: never.")
    cost: Money | None = Field(None, description="What it costs a year.")
    roots: RootRepair = Field(default_factory=RootRepair, description="Work on the cause of what comes back.")

    def repairs(self) -> bool:
        """Whether the causes of any hazard are repaired, to some effect."""
        return bool(self.enabled and self.roots.cut.value > 0.0 and self.roots.hazards)

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; `of_hazard` says of each hazard whether its causes are repaired."""
        roots, on = self.roots, self.repairs()
        return {
            "of_hazard": [int(name in roots.hazards) for name in scenario.hazards] or [0],
            "after": int(roots.after.value) if on else NEVER,
            "effort": roots.effort.value,
            "takes": NONE if roots.takes is None else table.add(roots.takes),
            "left": 1.0 - roots.cut.value,
        }


@rule
def repairs(plan: Any, issue: Any) -> bool:
    """Whether causes of an issue's hazard are repaired, where it is."""
    return plan.prevention.of_hazard[issue.hazard] > 0 and at_work(issue, NUMBER)


@rule
def begins_root_repair(plan: Any, issue: Any, cases: int) -> bool:
    """Whether the closing of a case begins a repair of the cause; `cases`: number of those of its chain."""
    return cases == plan.prevention.after and repairs(plan, issue)


@rule
def comes_all_the_same(plan: Any, hazard: Any, key: int) -> bool:
    """Whether an issue (key) whose cause is repaired comes back all the same: its mark against what is left of the
    share."""
    return uniform(plan.draw.recurs, key, 0) < hazard.recurs_share * plan.prevention.left


@rule
def removed_by_repair(plan: Any, issue: Any, share: float) -> float:
    """Share of primary issues that do not occur at the place of one, if so many do not anyway: more where its cause was
    repaired."""
    return 1.0 - (1.0 - share) * plan.prevention.left if issue.repaired > 0 else share


def removals(scenario: Any) -> Iterator[Removal]:
    """What does not occur."""
    own = scenario.mechanisms.prevention
    if own.enabled:
        for name, share in own.removes.items():
            yield Removal(name, share.value, since=own.since, until=own.until)


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for what is removed."""
    own = scenario.mechanisms.prevention
    return float(own.cost.value) if own.enabled and own.cost is not None else 0.0


def prevention_has_a_price(scenario: Any) -> Iterator[Contradiction]:
    """Hazards named are there; what is removed says its price, and when it begins before it ends."""
    own = scenario.mechanisms.prevention
    if not own.enabled:
        return
    yield from are_known((*SECTION, "removes"), "hazard", own.removes, scenario.hazards, of_key=True)
    yield from are_known((*SECTION, "roots", "hazards"), "hazard", own.roots.hazards, scenario.hazards)
    if own.cost is None and any(share.value > 0 for share in own.removes.values()):
        yield Contradiction((*SECTION, "removes"), "costs nothing: a free lunch; say `cost`, if it be 0")
    if own.since is not None and own.until is not None and own.until <= own.since:
        yield Contradiction((*SECTION, "until"), "must come after `since`")


MECHANISM = Mechanism(
    code=CODE,
    section="prevention",
    parameters=Prevention,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("recurrences_prevented_per_year", "recurrence_share", "issues_per_year"),
    puts_in={
        "removes": OCCURRENCES,
        "since": OCCURRENCES,
        "until": OCCURRENCES,
        "roots": RECURRENCES,
    },
    draws=Draws(run=("root_procedure",)),
    checks=(prevention_has_a_price,),
    activities=(Activity("root_done", "station", "a unit has repaired the cause of what comes back"),),
    costs={"prevention": yearly_cost},
    removals=removals,
)
