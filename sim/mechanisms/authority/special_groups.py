"""S27, a station for a group: one in each street to which the group's own matters go, and which visits its homes.

What befalls the groups named, and further hazards of everybody if so wished, is handled by the station as far as it
falls to departments; the rest stays where it is. Its crews spend a part of their hours on visits, and hear there of
what is wrong in the homes of the group. Who petitions does so as others do: after chases in vain (S36), so that
petitions fall as far as waiting does, and no further.

Sources: homes of veterans, "five stations in one", petitions "from 40 % to 0" without a denominator (Guanshanhu, B-);
services for special groups bought by the government (Dachuan, B-). Nobody has measured an effect; all numbers are
assumed (E).
Side effects: crews for a few, whose hours others do not have; the department keeps its own.
"""

from collections.abc import Iterator
from typing import Annotated, Any

import numpy as np
from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.kinds import Performer, Source
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Money, Number, Share, Whole, value_or
from sim.language.units import HOUR_MS, WEEKS_PER_YEAR
from sim.mechanisms.authority.names import are_known, is_known
from sim.mechanisms.contract import Authority, Evidence, Lowered, Mechanism
from sim.mechanisms.eyes.channel import FindingChannel, Places
from sim.mechanisms.put_in import TAKEN_OVER
from sim.said import said

SECTION = ("mechanisms", "special_groups")
STATION_NAME = "service_station"
"""What the stations are called among the units."""


class SpecialGroups(Model):
    """Stations of the streets for some groups."""

    enabled: bool = Field(False, description="Off: there are no such stations.")
    groups: list[str] = Field(
        default_factory=list, description="Groups whose own hazards go to them, and whom they visit."
    )
    hazards: list[str] = Field(default_factory=list, description="Hazards of everybody that go to them as well.")
    share: Share = Field(Share.of(1), description="Share of the cases of departments in these that goes to them.")
    work_factor: Annotated[Number, Within(0, 10)] = Field(
        Number.of(1), description="Factor on the work of what they take from departments."
    )
    crews: Annotated[Whole, Within(0, 1000)] = Field(Whole.of(0), description="Crews of the station in each street.")
    roster: str | None = Field(None, description="Roster of these crews.")
    trip: DurationDistribution | None = Field(None, description="Time of a trip to a place; unsaid: none.")
    visits: Annotated[Number, Within(0, 366)] = Field(
        Number.of(0), description="Visits that they pay to each household of the groups, a year."
    )
    visit_time: Annotated[Duration, Within(0, "24 h")] = Field(
        Duration.of("40 min"), description="Time that a visit takes a crew, the way included."
    )
    registration: Duration = Field(Duration.of("10 min"), description="Time until what is heard there is filed.")
    cost: Money | None = Field(None, description="Cost of a crew, a year.")

    def acts(self) -> bool:
        """Whether there is anybody at these stations."""
        return self.enabled and self.crews.value > 0 and self.roster is not None

    def all_crews(self, scenario: Any) -> float:
        """Number of crews of the stations of all streets."""
        return float(self.crews.value * scenario.territory.streets.value) if self.acts() else 0.0

    def weekly_visits_h(self, scenario: Any) -> float:
        """Hours a week that visits take of all crews."""
        if not self.acts():
            return 0.0
        groups = scenario.population.groups
        shares = [groups[name].expected(scenario.territory.zones) for name in self.groups if name in groups]
        visits = scenario.population.households.value * sum(shares) * self.visits.value
        return float(visits * self.visit_time.value / HOUR_MS / WEEKS_PER_YEAR)

    def for_cases(self, scenario: Any) -> float:
        """Share of the duty of their crews that visits leave for cases."""
        duty = scenario.rosters[self.roster].weekly_hours(self.crews.value) * scenario.territory.streets.value
        return max(1.0 - self.weekly_visits_h(scenario) / duty, 0.0) if duty > 0 else 0.0

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: what the stations do is in their rows of authority and in their channel."""
        return {"crews": self.all_crews(scenario)}


def authority(scenario: Any) -> Iterator[Authority]:
    """Cases of departments in the hazards of the groups, and in those named, go to the station of the street."""
    own = scenario.mechanisms.special_groups
    if not own.acts():
        return
    for name, hazard in scenario.hazards.items():
        if name in own.hazards or hazard.group in own.groups:
            for unit in hazard.handled_by:
                if unit in scenario.departments:
                    yield Authority(name, unit, STATION_NAME, own.share.value, own.work_factor.value)


def eyes(scenario: Any, places: Places) -> FindingChannel | None:
    """The visits as a finding channel of what befalls the groups; None without any."""
    own = scenario.mechanisms.special_groups
    if not own.acts() or own.visits.value == 0:
        return None
    heard = np.array(
        [hazard.revealed_per_visit.value if hazard.group in own.groups else 0.0 for hazard in scenario.hazards.values()]
    )
    finds = np.outer(heard * own.visits.value / WEEKS_PER_YEAR, np.ones(len(places.residents)))
    gaps = np.divide(places.weekly_ms(own.roster), finds, out=np.zeros(finds.shape), where=finds > 0)
    return FindingChannel(
        source=Source.SERVICE,
        performer=Performer.SERVICE,
        hours=own.roster,
        gaps=gaps,
        notes=1.0,
        fixes=0.0,
        registration=own.registration,
        verified=False,
    )


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for the crews of the stations."""
    own = scenario.mechanisms.special_groups
    return float(own.all_crews(scenario) * value_or(own.cost, 0.0))


def stations_know_whom_they_serve(scenario: Any) -> Iterator[Contradiction]:
    """Groups, hazards and the roster are there, visits leave time, and no other unit has the stations' name."""
    own = scenario.mechanisms.special_groups
    if not own.enabled:
        return
    yield from are_known((*SECTION, "groups"), "group", own.groups, scenario.population.groups)
    yield from are_known((*SECTION, "hazards"), "hazard", own.hazards, scenario.hazards)
    if own.crews.value > 0:
        yield from is_known((*SECTION, "roster"), "roster", own.roster, scenario.rosters)
    if own.acts() and own.roster in scenario.rosters and own.visits.value > 0 and own.for_cases(scenario) <= 0.0:
        message = said(
            "visits take {hours:,.0f} h a week, all that the crews have",
            hours=own.weekly_visits_h(scenario),
        )
        yield Contradiction((*SECTION, "visits"), message, allowed="fewer visits, or more crews")
    if STATION_NAME in scenario.staff.street_teams or STATION_NAME in scenario.departments:
        yield Contradiction((*SECTION, "enabled"), said("another unit is called {name}", name=STATION_NAME))


MECHANISM = Mechanism(
    code="S27",
    section="special_groups",
    parameters=SpecialGroups,
    evidence=Evidence.NONE,
    headline=("never_reported_share_groups", "found_by_service_per_year"),
    puts_in={
        **{name: TAKEN_OVER for name in ("groups", "hazards", "share")},
        "visits": ("found_by_service_per_year",),
    },
    checks=(stations_know_whom_they_serve,),
    eyes=eyes,
    costs={"service_stations": yearly_cost},
    authority=authority,
    crews=lambda scenario: scenario.mechanisms.special_groups.all_crews(scenario),
)
