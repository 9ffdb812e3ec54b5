"""S21 with S35, funding: income by rule, a budget that holds, and services bought from others.

Communities have an income by rule, `per_1000_households` and `per_community`, and what is given beside that. Out of it
come all items of cost that mechanisms bring; more than that is refused, unless `deficit`. Pay of the staff that the
scenario names is paid from elsewhere. Of what is granted for a service (`buys`) as many crews are hired as it pays the
hours of, `hour` for each rostered one; what is left is not spent. They are shared out to the streets evenly, or by
households and the issues to be expected there (`formula: need`, half by each), and begin `tender` after the observation
period opens, or later than that. Of the cases of issues from then on that fall to `units` the share `cases` is theirs.

Sources: at least 36,000 yuan for 1,000 households and 200,000 yuan a community (Weihai, A); functions entrusted to, and
bought from, social organisations (Weihai, B); money follows tasks by factors (Dachuan, B). What an hour costs, how long
tenders last and what purchased crews take over are assumed (E).
Side effects: money spent here is missing elsewhere; hours of crews who stand by are paid as well. Hours that volunteers
give cost nothing here and are never a saving.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from math import ceil, floor
from typing import Annotated, Any, Literal

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.language.bounds import Within
from sim.language.checks import above_zero, on_the_calendar
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Label, Money, Number, Share
from sim.language.units import DAY_MS, WEEKS_PER_YEAR
from sim.mechanisms.authority.names import are_known
from sim.mechanisms.contract import Authority, Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import TAKEN_OVER
from sim.said import said

SECTION = ("mechanisms", "funding")
PREFIX = "bought_"


class Purchase(Model):
    """A service that others are paid for, with crews in each street."""

    title: Label
    yuan: Money = Field(description="What is granted for it.")
    roster: str = Field(description="Roster of its crews; all of its hours are paid.")
    trip: DurationDistribution = Field(description="Time of a trip of its crews.")
    share: Share = Field(Share.of(1), description="Share of its hours that is for these cases.")
    units: list[str] = Field(description="Departments, street teams or `community` whose cases it takes over.")
    hazards: list[str] = Field(description="Hazards whose cases it takes over.")
    cases: Share = Field(Share.of(1), description="Share of these cases that it takes over.")
    work_factor: Annotated[Number, Within("0.1", 10)] = Field(
        Number.of(1), description="Factor on the work of a case for its crews."
    )


class Funding(Model):
    """Income of the communities, and what is bought."""

    enabled: bool = Field(False, description="Off: money is neither given nor counted against what is spent.")
    per_1000_households: Money = Field(Money.of("0 yuan"), description="Income for each 1,000 households.")
    per_community: Money = Field(Money.of("0 yuan"), description="Income of each community.")
    further: Money = Field(Money.of("0 yuan"), description="What the district has beside that, for all together.")
    deficit: bool = Field(False, description="Whether mechanisms may cost more than there is.")
    formula: Literal["even", "need"] = Field(
        "even",
        description="How crews are shared out to streets, and their cost to communities: evenly, or half by households"
        " and half by the issues to be expected.",
    )
    hour: Money = Field(Money.of("60 yuan"), description="Price of a rostered hour of a purchased crew.")
    tender: Duration = Field(
        Duration.of(0), description="Time from the opening of the observation period until services begin."
    )
    buys: dict[str, Purchase] = Field(default_factory=dict, description="Services bought, by name.")

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Nothing: stations and rows of who takes over what are all there is."""
        return {}

    def bought(self) -> Mapping[str, Purchase]:
        """The services that money is granted for."""
        return {name: its for name, its in self.buys.items() if its.yuan.value > 0} if self.enabled else {}

    def income(self, communities: float, households: float) -> float:
        """Yuan a year of so many communities, with so many households together, by rule."""
        if not self.enabled:
            return 0.0
        return self.per_community.value * communities + self.per_1000_households.value * households / 1000.0


def unit_name(purchase: str) -> str:
    """What the crews of a service are called."""
    return PREFIX + purchase


def crew_price(scenario: Any, purchase: Purchase) -> float:
    """Yuan a year that the rostered hours of a crew of a service cost; 0 if its roster is not known or never open."""
    roster = scenario.rosters.get(purchase.roster)
    hours = roster.weekly_hours(1) * WEEKS_PER_YEAR if roster is not None else 0.0
    return float(hours * scenario.mechanisms.funding.hour.value)


def crews_of(scenario: Any, purchase: Purchase) -> int:
    """Number of crews that the money granted for a service pays."""
    price = crew_price(scenario, purchase)
    return floor(purchase.yuan.value / price + 1e-9) if price > 0 else 0


def begins(scenario: Any) -> date:
    """First day of services: the first midnight by which the tender is over."""
    run = scenario.run
    day: date = run.start + timedelta(days=ceil((run.warmup.value + scenario.mechanisms.funding.tender.value) / DAY_MS))
    return day


def authority(scenario: Any) -> Iterator[Authority]:
    """Cases of the units and hazards named go to the crews of services."""
    for name, its in scenario.mechanisms.funding.bought().items():
        for hazard in its.hazards:
            for unit in its.units:
                if hazard in scenario.hazards and unit in scenario.hazards[hazard].handled_by:
                    by, cases, work = unit_name(name), its.cases.value, its.work_factor.value
                    yield Authority(hazard, unit, by, cases, work, begins(scenario))


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for the crews of services."""
    bought = scenario.mechanisms.funding.bought().values()
    return float(sum(crews_of(scenario, its) * crew_price(scenario, its) for its in bought))


def crews(scenario: Any) -> float:
    """Number of crews of all services."""
    return float(sum(crews_of(scenario, its) for its in scenario.mechanisms.funding.bought().values()))


def services_can_be_bought(scenario: Any) -> Iterator[Contradiction]:
    """What services name is there, they take over something, and each street gets a crew for it."""
    funding, units = scenario.mechanisms.funding, ("community", *scenario.staff.street_teams, *scenario.departments)
    yield from on_the_calendar(funding.tender, (*SECTION, "tender"))
    bought = funding.bought()
    if bought:
        yield from above_zero(funding.hour, (*SECTION, "hour"))
    for name, its in bought.items():
        path = (*SECTION, "buys", name)
        yield from are_known((*path, "units"), "unit", its.units, units)
        yield from are_known((*path, "hazards"), "hazard", its.hazards, scenario.hazards)
        if unit_name(name) in units:
            yield Contradiction(
                path, said("its crews would be called {name}, as another unit is", name=unit_name(name))
            )
        yield from _has_crews(scenario, its, path)


def _has_crews(scenario: Any, its: Purchase, path: tuple[str, ...]) -> Iterator[Contradiction]:
    """Money buys a crew for each street that cases are taken over in, with time for them."""
    streets, price = int(scenario.territory.streets.value), crew_price(scenario, its)
    count = crews_of(scenario, its)
    if price > 0 and count < streets:
        message = said(
            "pays {count} crews at {price:,.0f} yuan a year each, for {streets} streets",
            count=count,
            price=price,
            streets=streets,
        )
        yield Contradiction(
            (*path, "yuan"), message, allowed=said("at least {price:,} yuan, or 0", price=ceil(price) * streets)
        )
    if its.share.value == 0 and its.cases.value > 0:
        yield Contradiction((*path, "share"), "its crews have no time for the cases that they take over")


MECHANISM = Mechanism(
    code="S21",
    section="funding",
    parameters=Funding,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("taken_over_share", "closing_request_median_h", "services_cost_per_case"),
    puts_in={"buys.cases": TAKEN_OVER, "buys.units": TAKEN_OVER, "buys.hazards": TAKEN_OVER},
    checks=(services_can_be_bought,),
    costs={"purchased services": yearly_cost},
    authority=authority,
    crews=crews,
)
