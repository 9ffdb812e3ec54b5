"""S16, the tri-party of property: residents ask the company of their estate first, and some matters never become cases.

A site is `covered` or not, by a mark drawn with the territory: there owners, committee and company settle the listed
matters together. Who would report one there asks the company first with probability `asks_first`; the case is then
outside the register. The company's crews in the community do the work; it is truly fixed with probability `fixes`.
If it is not, or not within `gives_up`, the resident reports it as others do, and trusts less. Somebody else who reports
it in the meantime has it filed too. What is dangerous is reported at once. Where a site is covered, listed work of the
community's desk takes `coordination` of its time, which was spent on the company already.

Sources: neighbourhood committee, owners' committee and company as one (Weihai, B-; Zhangwan, B-); owners' committees in
about 30 % of estates, by region 22 to 38 %, Shanghai 83 % (2019, B); over 40 % of one area's complaints concerned
property (B). Who asks first, what companies fix and how long residents wait is assumed (E).
Side effects: `meetings` of the desk for each covered estate; companies' hours, which the government does not pay; those
whom the company fails wait longer from the day it occurred. Fewer tickets are no success by themselves.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.kinds import StationKind
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Share, Whole
from sim.language.units import HOUR_MS, MONTHS_PER_WEEK
from sim.mechanisms.adoption import at_work
from sim.mechanisms.authority.names import are_known
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Taken
from sim.mechanisms.put_in import REPORTS

CODE = "S16"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "property")
COMMUNITY_BITS, OF_HOMES = 32, 1 << 31
"""In the key of a site: room for those of a community, and where households begin among them."""


class Property(Model):
    """Companies of estates whom residents ask before they report."""

    enabled: bool = Field(False, description="Off: all is reported to the government.")
    hazards: list[str] = Field(default_factory=list, description="Hazards that companies can settle.")
    covered: Share = Field(
        Share.of(0), description="Share of sites at which owners, committee and company settle matters together."
    )
    asks_first: Share = Field(
        Share.of(0), description="Probability that who would report a listed matter at such a site asks them first."
    )
    fixes: Share = Field(Share.of(1), description="Probability that what the company did is truly fixed.")
    gives_up: Annotated[Duration, Within("1 h", "365 days")] = Field(
        Duration.of("5 days"), description="Time after which a resident gives up and reports it after all."
    )
    crews: Annotated[Whole, Within(0, 1000)] = Field(
        Whole.of(1), description="Crews of property companies in each community."
    )
    roster: str | None = Field(None, description="Roster of the companies; unsaid: that of public offices.")
    trip: DurationDistribution | None = Field(None, description="Time of a trip to a place; unsaid: none.")
    coordination: Share = Field(
        Share.of(1), description="Part of the desk's work on listed matters that is left at covered sites."
    )
    estates: Annotated[Whole, Within(0, 1_000_000)] = Field(
        Whole.of(0), description="Estates in the district; the `covered` ones among them hold meetings."
    )
    meetings: Annotated[Duration, Within(0, "168 h")] = Field(
        Duration.of("2 h"), description="Hours of the community desk that a covered estate takes a month."
    )

    def acts(self) -> bool:
        """Whether there is any covered site at which a matter can be settled."""
        return self.enabled and self.covered.value > 0 and bool(self.hazards)

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: `listed` is a flag for each hazard."""
        listed = self.hazards if self.acts() else []
        return {
            "listed": [int(name in listed) for name in (scenario.hazards if scenario is not None else ())],
            "covered": self.covered.value if self.acts() else 0.0,
            "asks_first": self.asks_first.value,
            "fixes": self.fixes.value,
            "gives_up": table.add(self.gives_up),
            "coordination": self.coordination.value,
        }


@rule
def is_covered(plan: Any, issue: Any) -> bool:
    """Whether an issue is one that the parties of its site settle together, by the mark of the site (grade E)."""
    if plan.property.covered <= 0.0 or plan.property.listed[issue.hazard] == 0 or not at_work(issue, NUMBER):
        return False
    area, first_home = plan.communities[issue.community], plan.communities[0].first_home
    within = issue.site - area.first_place
    if issue.site >= first_home:
        within = issue.site - area.first_home + OF_HOMES
    return uniform(plan.draw.covered_site, (issue.community << COMMUNITY_BITS) + within, 0) < plan.property.covered


@rule
def asks_first(plan: Any, issue: Any) -> bool:
    """Whether the next who would report an issue asks the company first (grade E)."""
    if not is_covered(plan, issue):
        return False
    return uniform(plan.draw.asks_first, issue.key, issue.notices) < plan.property.asks_first


@rule
def fixes(plan: Any, issue: Any, case: Any) -> bool:
    """Whether a company that was asked truly fixes an issue: not what needs departments, or nobody can fix."""
    if issue.unsolvable > 0 or issue.joint > 0:
        return False
    return uniform(plan.draw.company_fixes, case.key, case.token) < plan.property.fixes


@rule
def coordination(plan: Any, station: Any, issue: Any) -> float:
    """Factor on the work of a community's desk, 1 for other stations and other issues (grade E)."""
    if station.kind != StationKind.COMMUNITY or not is_covered(plan, issue):
        return 1.0
    return plan.property.coordination


def charges(scenario: Any) -> Iterable[Charge]:
    """Hours of the community desks for meetings with the parties of covered estates."""
    own = scenario.mechanisms.property
    if own.acts():
        monthly = own.estates.value * own.covered.value * own.meetings.value / HOUR_MS
        yield Charge("community_desks", monthly * MONTHS_PER_WEEK, Taken.CASES)


def companies(scenario: Any) -> float:
    """Number of crews of companies in all communities."""
    own = scenario.mechanisms.property
    return float(own.crews.value * scenario.territory.communities.value) if own.acts() else 0.0


def companies_are_known(scenario: Any) -> Iterator[Contradiction]:
    """What companies settle is there, and the estates that meet are counted: meetings are no free lunch."""
    own = scenario.mechanisms.property
    if own.enabled:
        yield from are_known((*SECTION, "hazards"), "hazard", own.hazards, scenario.hazards)
    if own.acts() and own.estates.value == 0:
        message = "how many estates there are is not said; their meetings take hours of the desks"
        yield Contradiction((*SECTION, "estates"), message, allowed="a number above 0, and `meetings`, if it be 0")


MECHANISM = Mechanism(
    code=CODE,
    section="property",
    parameters=Property,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("solved_outside_share", "asked_outside_per_year", "outside_before_report_mean_h", "utilisation_company"),
    puts_in={
        "covered": ("solved_outside_share", *REPORTS),
        "asks_first": ("asked_outside_per_year", *REPORTS),
        "fixes": ("solved_outside_share",),
        "gives_up": ("outside_before_report_mean_h",),
    },
    draws=Draws(territory=("covered_site",), run=("asks_first", "company_fixes")),
    checks=(companies_are_known,),
    charges=charges,
    crews=companies,
)
