"""S13, committees and levels: meetings decide who owns a case that nobody accepts; a rule says who catches the rest.

The world says of which issues it is unclear whose they are (`hazards.<name>.unclear`). Whoever is sent a case about one
returns it, first the unit that it falls to, then others; after so many returns (`bounces`) it falls to the desk of the
community, with so many times the work (`fallback`). That is so with the mechanism off. With it on, the case comes
before the lowest level after its first return. Each hearing decides with a probability, and then the unit that the case
falls to accepts it; else it goes up to the next level, and after the highest it is sent about again. Departments whose
members sit in committees are also quicker in contact, at signing and in returning what is not theirs (`links`).
Emergencies, and what truly needs several departments, have owners. The limit runs on.

Sources: 76 committees, three levels, the community's party committee catches what falls through (Jiancaoping, B-); four
levels and 803 part-time members (Weihai, B-); five levels (Dachuan, B-); 4 % of cases in circulation between units
(Yichun 2023, A) bound how many are unclear; full meetings twice a year (Beijing streets, B). Periods and what a hearing
decides are assumed (E).
Side effects: hours of the crews who sit in the meetings, whether there is anything to decide or not; waiting for them.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.rule import rule
from sim.kinds import NOBODY, Scope, StationKind
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Label, Money, Number, Share, Whole, value_or
from sim.language.units import WEEKS_PER_YEAR
from sim.mechanisms.adoption import at_work
from sim.mechanisms.authority.names import are_known
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Taken
from sim.mechanisms.queueing import EMERGENCY
from sim.mechanisms.stages.stage import HearingStage
from sim.said import said

CODE = "S13"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "committees")
DESKS = "community_desks"
"""What members call the desks of the communities."""
SCOPES = {"community": Scope.COMMUNITY, "street": Scope.STREET, "district": Scope.DISTRICT}
MOST_LEVELS = 8


class CommitteeLevel(Model):
    """The committees of one level: one in each place."""

    title: Label | None = Field(None, description="What a committee of this level is called; unsaid: by its level.")
    place: Literal["community", "street", "district"] = Field(description="What there is one of them in.")
    roster: str = Field(description="Roster of the meetings.")
    decides: Share = Field(description="Probability that a hearing decides whose a case is.")
    members: list[str] = Field(
        default_factory=list,
        description="Who gives a crew to each meeting: community_desks, street teams, departments.",
    )
    others: Annotated[Number, Within(0, 10_000)] = Field(
        Number.of(0), description="Other members at each meeting; their hours are counted."
    )


class Committees(Model):
    """Committees of several levels that decide whose a case is, and who catches what nobody owns."""

    enabled: bool = Field(False, description="Off: what nobody owns is sent about until the community catches it.")
    levels: dict[str, CommitteeLevel] = Field(default_factory=dict, description="Levels by name, the lowest first.")
    item: DurationDistribution = Field(
        DurationDistribution.of("15 min"), description="Time of a meeting that a hearing takes."
    )
    bounces: Annotated[Whole, Within(1, 100)] = Field(
        Whole.of(3), description="Returns after which a case that nobody owns falls to the community, on or off."
    )
    fallback: Annotated[Number, Within(0, 100)] = Field(
        Number.of(1), description="Factor on the work of the desk that catches it, on or off."
    )
    links: dict[str, Annotated[Number, Within(0, 100)]] = Field(
        default_factory=dict,
        description="Departments by name, with a factor on their times to contact, to sign and to return.",
    )
    cost: Money | None = Field(None, description="Cost of an hour of meetings.")

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; `links` has a factor for each unit of the base organisation."""
        links = self.links if self.enabled else {}
        others = 2 + len(scenario.staff.street_teams) if scenario is not None else 0
        departments = scenario.departments if scenario is not None else ()
        of = [links[name].value if name in links else 1.0 for name in departments]
        return {"bounces": self.bounces.value, "fallback": self.fallback.value, "links": [1.0] * others + of or [1.0]}


@rule
def disowned(issue: Any, case: Any) -> bool:
    """Whether nobody owns a case about an issue: an unclear one that is not decided, not caught, no emergency and not
    joint."""
    if issue.unclear == 0 or issue.joint > 0 or case.priority == EMERGENCY:
        return False
    return case.settled_by == NOBODY and case.caught == 0


@rule
def falls_through(plan: Any, case: Any) -> bool:
    """Whether a case that nobody owns was returned so often that the community catches it."""
    return case.returns >= plan.committees.bounces


@rule
def fallback(plan: Any) -> float:
    """Factor on the work of the desk that catches a case."""
    return plan.committees.fallback


@rule
def decides(issue: Any, case: Any) -> bool:
    """Whether a case about an issue that nobody owns comes before the committees."""
    return disowned(issue, case) and at_work(issue, NUMBER)


@rule
def link(plan: Any, case: Any, unit: int) -> float:
    """Factor on a unit's (number) times to contact, to sign and to return, for a case."""
    if unit < 0 or unit >= len(plan.committees.links) or not at_work(case, NUMBER):
        return 1.0
    return plan.committees.links[unit]


def stages(scenario: Any) -> Iterator[HearingStage]:
    """The levels, the lowest first."""
    own = scenario.mechanisms.committees
    for name, level in own.levels.items() if own.enabled else ():
        yield HearingStage(
            unit=unit_name(name), kind=StationKind.COMMITTEE, scope=SCOPES[level.place], roster=level.roster,
            item=own.item, settles=level.decides.value,
        )  # fmt: skip


def unit_name(level: str) -> str:
    """What the committees of a level are called among the units."""
    return f"committee_{level}"


def meeting_hours(scenario: Any) -> Iterator[tuple[CommitteeLevel, float]]:
    """Each level with the hours of its meetings a week, in all places."""
    own, territory = scenario.mechanisms.committees, scenario.territory
    places = {"community": territory.communities.value, "street": territory.streets.value, "district": 1}
    for level in own.levels.values() if own.enabled else ():
        yield level, float(scenario.rosters[level.roster].weekly_hours(1) * places[level.place])


def charges(scenario: Any) -> Iterable[Charge]:
    """Hours of the crews that sit in the meetings."""
    for level, hours in meeting_hours(scenario):
        for name in level.members:
            yield Charge(name, hours, Taken.CASES)


def weekly_person_hours(scenario: Any) -> float:
    """Hours a week of all members, of crews and others."""
    return float(sum(hours * (len(its.members) + its.others.value) for its, hours in meeting_hours(scenario)))


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for meetings."""
    hours = sum(hours for _, hours in meeting_hours(scenario))
    return float(hours * WEEKS_PER_YEAR * value_or(scenario.mechanisms.committees.cost, 0.0))


def committees_can_meet(scenario: Any) -> Iterator[Contradiction]:
    """Members, links and names of levels are those of units."""
    own, staff = scenario.mechanisms.committees, scenario.staff
    if not own.enabled:
        return
    if len(own.levels) > MOST_LEVELS:
        yield Contradiction((*SECTION, "levels"), said("more than {most} levels", most=MOST_LEVELS))
    yield from are_known((*SECTION, "links"), "department", own.links, scenario.departments, of_key=True)
    for name, level in own.levels.items():
        path = (*SECTION, "levels", name)
        units = (DESKS, *staff.street_teams, *scenario.departments)
        yield from are_known((*path, "members"), "unit", level.members, units)
        if unit_name(name) in units:
            yield Contradiction(path, said("another unit is called {name}", name=unit_name(name)), of_key=True)


MECHANISM = Mechanism(
    code=CODE,
    section="committees",
    parameters=Committees,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=(
        "unclear_decided_share",
        "orphan_days_per_unclear_case",
        "returns_per_unclear_case",
        "committee_h_per_decision",
    ),
    puts_in={
        "levels": ("unclear_decided_share", "returns_per_unclear_case"),
        "bounces": ("unclear_decided_share", "returns_per_unclear_case"),
        "links": ("whistle_signed_median_h",),
    },
    checks=(committees_can_meet,),
    charges=charges,
    costs={"meetings": yearly_cost},
    stages=stages,
)
