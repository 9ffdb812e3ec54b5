"""S15, co-building contracts: units in the community take up tasks from a list, and lend rooms and parking.

The units of a community are a pool as party members are: in the hours of `roster` they come forward, `tasks` a unit and
year, and take up the oldest waiting small task of `hazards`. Lists are matched at meetings, every `meeting`, so that
only what has waited since before the last one can be taken. Units are spread evenly over communities. In those with a
unit, `parking_shared` of the issues of the hazard `parking` do not occur, less what owners use themselves
(`owner_first`), as of the rooms that are lent.

Sources: over 380 contracts (Jiancaoping, A), 1,218 units (Weihai, A), lists of resources, needs and projects (A); own
units first, others by arrangement (Dachuan, B-); 11 units, 36 needs, 10 projects in a year (Shunyi 2023, C): 0.9 tasks
a unit and year. Meetings, what is shared, and the hours of a contract are assumed (E).
Side effects: `contract` hours a month of the community desk for each unit. What contracts are worth lies outside cases.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import floor, log
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import to_ms
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Number, Share, Whole
from sim.language.units import HOUR_MS, MONTHS_PER_WEEK
from sim.mechanisms.adoption import begun_in
from sim.mechanisms.authority.names import are_known, is_known
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Removal, Taken
from sim.mechanisms.put_in import OCCURRENCES
from sim.said import said

CODE = "S15"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "co_building")
MAX_TIMES = 10_000
"""Most times a day that units of a community come forward, each an event."""
YEAR_DAYS = 365.0


class CoBuilding(Model):
    """Units in the communities that have contracts with them."""

    enabled: bool = Field(False, description="Off: no unit does anything for its community.")
    units: Annotated[Whole, Within(0, 1_000_000)] = Field(
        Whole.of(0), description="Units with a contract in the district, spread evenly over communities."
    )
    tasks: Annotated[Number, Within(0, 100_000)] = Field(
        Number.of(0), description="Tasks that a unit is ready to take up a year."
    )
    hazards: list[str] = Field(default_factory=list, description="Hazards on the list of tasks; `small` ones.")
    roster: str | None = Field(None, description="Roster of the hours in which units help; unsaid: of public offices.")
    work: DurationDistribution | None = Field(None, description="Work of a task; unsaid: that of party members.")
    meeting: Annotated[Duration, Within("1 h", "5 years")] = Field(
        Duration.of("13 weeks"), description="Time from one meeting, at which lists are matched, to the next."
    )
    contract: Annotated[Duration, Within(0, "168 h")] = Field(
        Duration.of("1 h"), description="Hours of the community desk that a contract takes a month."
    )
    parking: str | None = Field(None, description="Hazard that shared parking spaces keep from occurring.")
    parking_shared: Share = Field(
        Share.of(0), description="Part of these issues that do not occur where a unit lends its spaces all the time."
    )
    rooms: Annotated[Duration, Within(0, "744 h")] = Field(
        Duration.of(0), description="Hours a month for which a unit offers rooms."
    )
    owner_first: Share = Field(
        Share.of(0), description="Part of the hours offered, of rooms and spaces, that owners use themselves."
    )

    def number(self) -> int:
        """Number of units in the district."""
        return int(self.units.value) if self.enabled else 0

    def units_of(self, communities: int) -> list[int]:
        """Number of units in each of so many communities: as even as can be."""
        ends = [self.number() * c // communities for c in range(communities + 1)]
        return [end - start for start, end in pairwise(ends)]

    def contract_hours(self) -> float:
        """Hours a week of the community desks for contracts."""
        return self.number() * self.contract.value / HOUR_MS * MONTHS_PER_WEEK

    def room_hours(self) -> float:
        """Hours a week for which rooms are lent."""
        lent = self.number() * self.rooms.value / HOUR_MS * MONTHS_PER_WEEK
        return lent * (1.0 - self.owner_first.value)

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: `listed` is a flag for each hazard."""
        listed = self.hazards if self.number() else []
        return {
            "listed": [int(name in listed) for name in (scenario.hazards if scenario is not None else ())],
            "meeting": int(self.meeting.value),
        }


@rule
def gap(plan: Any, area: Any, community: int, k: int) -> int:
    """Time (ms of the units' roster) until a unit of the community next comes forward; exponential."""
    return to_ms(-log(uniform(plan.draw.partner_comes, community, k)) * area.partner_gap)


@rule
def is_agreed(plan: Any, community: int, now: int) -> bool:
    """Whether units of a community have contracts with it at a time (ms)."""
    return begun_in(plan, NUMBER, community, now)


@rule
def last_meeting(plan: Any, now: int) -> int:
    """Moment (ms) of the last meeting; the first is at the start."""
    return floor(now / plan.co_building.meeting) * plan.co_building.meeting


def removals(scenario: Any) -> Iterator[Removal]:
    """Parking that is shared, in the communities with a unit."""
    own = scenario.mechanisms.co_building
    if not own.number() or own.parking is None:
        return
    share = own.parking_shared.value * (1.0 - own.owner_first.value)
    for community, units in enumerate(own.units_of(int(scenario.territory.communities.value))):
        if units:
            yield Removal(own.parking, share, community)


def charges(scenario: Any) -> Iterable[Charge]:
    """Hours of the community desks for contracts."""
    hours = scenario.mechanisms.co_building.contract_hours()
    return [Charge("community_desks", hours, Taken.CASES)] if hours else []


def tasks_are_small(scenario: Any) -> Iterator[Contradiction]:
    """What is on the list is there and small, and so is the hazard of parking."""
    own = scenario.mechanisms.co_building
    if not own.enabled:
        return
    yield from are_known((*SECTION, "hazards"), "hazard", own.hazards, scenario.hazards)
    for number, name in enumerate(own.hazards):
        if name in scenario.hazards and not scenario.hazards[name].small:
            yield Contradiction(
                (*SECTION, "hazards", number), said("helpers take up what is small; {name} is not", name=name)
            )
    if own.parking_shared.value > 0:
        yield from is_known((*SECTION, "parking"), "hazard", own.parking, scenario.hazards)


def units_come_at_times(scenario: Any) -> Iterator[Contradiction]:
    """Units do not come forward beyond all counting."""
    own, communities = scenario.mechanisms.co_building, scenario.territory.communities.value
    a_day = own.number() * own.tasks.value / YEAR_DAYS
    if a_day > MAX_TIMES * communities:
        message = said("units would come forward {a_day:,.0f} times a day", a_day=a_day)
        allowed = said("at most {most:,} times in each community", most=MAX_TIMES)
        yield Contradiction((*SECTION, "tasks"), message, allowed=allowed)


MECHANISM = Mechanism(
    code=CODE,
    section="co_building",
    parameters=CoBuilding,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("partner_tasks_per_year", "desk_h_per_partner_task", "rooms_lent_h_per_week"),
    puts_in={
        "parking_shared": OCCURRENCES,
        "owner_first": (*OCCURRENCES, "rooms_lent_h_per_week"),
        "units": ("rooms_lent_h_per_week", *OCCURRENCES),
        "rooms": ("rooms_lent_h_per_week",),
        "contract": ("desk_h_per_partner_task",),
    },
    draws=Draws(run=("partner_comes",)),
    checks=(tasks_are_small, units_come_at_times),
    charges=charges,
    removals=removals,
)
