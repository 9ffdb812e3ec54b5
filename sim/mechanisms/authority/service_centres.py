"""S22, service centres and the 15-minute circle: counters near home take reports, answer, and do simple business.

Of the residents of a household a share at_door x exp(-distance / reach) prefers the counter to other ways to report,
by the distance to the next centre as the crow flies; the others choose among the other ways as they do without centres.
Of the contacts that ask for information a share is absorbed: asked at the counter, where each takes minutes of the
community desk. Of the cases of some hazards that fall to the departments named a share is done at one stop, by the
community desk, with a procedure that is shorter by a factor.

Sources: one large, four area and 77 small centres (Jiancaoping, B); circles of 15 minutes, one stop (Dachuan, B); 259
centres (Weihai, B); 8,132 circles of trade for 168 million people, 20,700 each (A). How far people walk, what is asked
at counters and what one stop spares is assumed (E).
Side effects: minutes and work of the community desks, whose other cases wait; rent; people who come report as well.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.rule import rule
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Length, Money, Number, Share, Whole, value_or
from sim.language.units import HOUR_MS, WEEKS_PER_YEAR
from sim.mechanisms.authority.names import are_known, is_known
from sim.mechanisms.contract import Authority, Charge, Evidence, Lowered, Mechanism, Taken
from sim.mechanisms.put_in import TAKEN_OVER
from sim.said import said

CODE = "S22"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "service_centres")


class ServiceCentres(Model):
    """Counters near home."""

    enabled: bool = Field(False, description="Off: who reports at a counter does so however far it is.")
    centres: Annotated[Whole, Within(1, 10_000)] = Field(
        Whole.of(1), description="Centres in the district, each amid a community, where they are nearest to most."
    )
    channel: str = Field("counter", description="The way to report (`channels`) that is their counter.")
    reach: Annotated[Length | None, Within("1 m", "1000 km")] = Field(
        None, description="Distance at which the share that prefers the counter has fallen to 37 %; unsaid: no bound."
    )
    at_door: Share | None = Field(
        None, description="Share of residents next door who prefer the counter; unsaid: the share of its channel."
    )
    absorbed: Share = Field(
        Share.of(0), description="Share of the contacts that ask for information that is asked at a counter."
    )
    minutes: Annotated[Duration, Within(0, "8 h")] = Field(
        Duration.of("12 min"), description="Time of the community desk that such a contact takes."
    )
    hazards: list[str] = Field(default_factory=list, description="Hazards whose simple business is done at one stop.")
    units: list[str] = Field(default_factory=list, description="Departments whose business that is.")
    one_stop: Share = Field(Share.of(0), description="Share of their cases of these hazards done at one stop.")
    quicker: Annotated[Number, Within(0, 10)] = Field(
        Number.of(1), description="Factor on the procedure of what is done at one stop."
    )
    rent: Money | None = Field(None, description="Rent of a centre a year.")

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; who prefers the counter is told by community (`sim.plan.channels`)."""
        return {"quicker": self.quicker.value}

    def draws_people(self) -> bool:
        """Whether they move what residents prefer."""
        return self.enabled and (self.reach is not None or self.at_door is not None)

    def absorbs(self) -> float:
        """Share of the contacts that ask for information that is asked at a counter."""
        return self.absorbed.value if self.enabled else 0.0


@rule
def haste(plan: Any, case: Any) -> float:
    """Factor on the procedure of a case."""
    return plan.service_centres.quicker if case.moved_by == NUMBER and case.passed_on == 0 else 1.0


def absorbed_per_week(scenario: Any) -> float:
    """Contacts a week that are asked at counters."""
    contacts = scenario.population.residents.value * scenario.consultations.value / WEEKS_PER_YEAR
    return float(contacts * scenario.mechanisms.service_centres.absorbs())


def authority(scenario: Any) -> Iterator[Authority]:
    """Simple business goes to the community desk."""
    own = scenario.mechanisms.service_centres
    if not own.enabled:
        return
    for name in own.hazards:
        for unit in scenario.hazards[name].handled_by if name in scenario.hazards else ():
            if unit in own.units:
                yield Authority(name, unit, "community", own.one_stop.value)


def charges(scenario: Any) -> Iterator[Charge]:
    """Hours of the community desks for what is asked at the counter."""
    hours = absorbed_per_week(scenario) * scenario.mechanisms.service_centres.minutes.value / HOUR_MS
    if hours > 0:
        yield Charge("community_desks", hours, Taken.CASES)


def yearly_rent(scenario: Any) -> float:
    """Yuan a year for the rooms."""
    own = scenario.mechanisms.service_centres
    return float(own.centres.value * value_or(own.rent, 0.0)) if own.enabled else 0.0


def centres_stand_somewhere(scenario: Any) -> Iterator[Contradiction]:
    """No community has two centres; way to report, hazards and units are there; whoever takes over has crews."""
    own = scenario.mechanisms.service_centres
    if not own.enabled:
        return
    communities = scenario.territory.communities.value
    if own.centres.value > communities:
        message = said("more centres than communities, of which there are {communities}", communities=communities)
        yield Contradiction(
            (*SECTION, "centres"), message, allowed=said("at most {communities}", communities=communities)
        )
    if own.draws_people():
        yield from is_known((*SECTION, "channel"), "channel", own.channel, scenario.channels)
        if len(scenario.channels) == 1:
            yield Contradiction((*SECTION, "channel"), "is the only way to report; there must be another for the rest")
    yield from are_known((*SECTION, "hazards"), "hazard", own.hazards, scenario.hazards)
    yield from are_known((*SECTION, "units"), "department", own.units, scenario.departments)
    if own.one_stop.value > 0 and own.units and scenario.staff.community_desks.in_all(int(communities)) == 0:
        yield Contradiction((*SECTION, "one_stop"), "there is no community desk to do it")


MECHANISM = Mechanism(
    code=CODE,
    section="service_centres",
    parameters=ServiceCentres,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("walk_in_share", "calls_avoided_per_year", "first_response_median_h", "utilisation_community"),
    puts_in={
        **{name: TAKEN_OVER for name in ("hazards", "units", "one_stop")},
        **{name: ("walk_in_share",) for name in ("channel", "reach", "at_door")},
        "centres": ("walk_in_share", "centre_m_p90"),
        "absorbed": ("calls_avoided_per_year",),
    },
    checks=(centres_stand_somewhere,),
    costs={"centres": yearly_rent},
    charges=charges,
    authority=authority,
    standing=True,
)
