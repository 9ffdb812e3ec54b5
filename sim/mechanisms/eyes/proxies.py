"""S38, proxies: somebody who calls on homes and reports for those who would not report themselves.

Proxies (workers, cadres, neighbours whom all know) call on homes in hours of their own, spread by residents; a call
lasts some minutes. Of an issue in a home those who live there know; a call finds it with probability `tells`. Of one in
public somebody at home knows if it was noticed there in the last days, `noticed` x (1 - `reports` x mean factor of the
groups there) a day over all residents, and tells with the same probability:

    chance = 1 - exp(-people at home x tells x those who know / residents)

What is told the proxy files; it has no reporter, so nobody is called back and nobody's patience ends.

Sources: errands run and matters put for people (Dachuan, B-); 800 cadres who come off hours (Jiancaoping, B-); the old
and the young of hollow villages, who do not report (several districts, B-). How often they call and what they are told
is assumed (E): nobody has published it.
Side effects: hours of whoever calls, taken from a unit of staff if one is named; what is told is work for others.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import numpy as np
from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.kinds import Performer, Source
from sim.language.bounds import Within
from sim.language.checks import on_the_calendar
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Money, Number, Share, Whole, value_or
from sim.language.units import HOUR_MS, nearest_word
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Taken
from sim.mechanisms.eyes.channel import FindingChannel, Places, known_and_untold
from sim.said import listed, said

SECTION = ("mechanisms", "proxies")
WORKERS = "grid_workers"


class Proxies(Model):
    """Those who call on homes and report for who lives there."""

    enabled: bool = Field(False, description="Off: who does not report has nobody to do it.")
    count: Whole = Field(Whole.of(0), description="Proxies in the district, spread by residents.")
    calls: Annotated[Number, Within(0, 1000)] = Field(
        Number.of(5), description="Homes that each of them calls on, a week."
    )
    length: Annotated[Duration, Within(0, "8 h")] = Field(
        Duration.of("15 min"), description="Length of a call, the way to it included."
    )
    roster: str | None = Field(None, description="Roster of the hours in which they call.")
    remembered: Annotated[Duration, Within(0, "365 days")] = Field(
        Duration.of("7 days"), description="How long somebody who noticed an issue in public knows of it."
    )
    tells: Share = Field(Share.of(0.1), description="Probability that who knows of an issue and is called on tells.")
    registration: Duration = Field(Duration.of("1 day"), description="Time until the proxy has filed it.")
    hours_of: str | None = Field(
        None,
        description="Whose hours calls take: grid_workers, community_desks, a street team or a department; unsaid: of"
        " nobody on the staff.",
    )
    cost: Money | None = Field(None, description="Cost of a proxy a year.")

    def weekly_calls(self) -> float:
        """Calls a week in the district."""
        return float(self.count.value * self.calls.value) if self.enabled else 0.0

    def weekly_hours(self) -> float:
        """Hours a week of all calls together."""
        return self.weekly_calls() * self.length.value / HOUR_MS

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: what is told is in their channel."""
        return {"calls": self.weekly_calls()}


def eyes(scenario: Any, places: Places) -> FindingChannel | None:
    """The calls as a finding channel, None without any."""
    proxies, population = scenario.mechanisms.proxies, scenario.population
    if not proxies.weekly_calls():
        return None
    at_home = population.residents.value / population.households.value
    told = _told(scenario, places, at_home)
    each = proxies.weekly_calls() * places.residents / places.residents.sum()
    finds = told * each
    return FindingChannel(
        source=Source.PROXY,
        performer=Performer.PROXIES,
        hours=proxies.roster,
        gaps=np.divide(places.weekly_ms(proxies.roster), finds, out=np.zeros(finds.shape), where=finds > 0),
        notes=1.0,
        fixes=0.0,
        registration=proxies.registration,
        verified=False,
    )


def _told(scenario: Any, places: Places, at_home: float) -> Any:
    """Chance that a call anywhere in a community finds an issue there, shape (hazards, communities)."""
    proxies, hazards = scenario.mechanisms.proxies, list(scenario.hazards.values())
    known = known_and_untold(scenario, places, proxies.remembered.value)
    in_public = 1.0 - np.exp(-at_home * proxies.tells.value * known)
    next_door = np.minimum(proxies.tells.value * at_home / places.residents, 1.0)
    at_homes = np.array([hazard.place == "home" for hazard in hazards])
    return np.where(at_homes[:, np.newaxis], next_door, in_public)


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for the proxies."""
    proxies = scenario.mechanisms.proxies
    return float(proxies.count.value * value_or(proxies.cost, 0.0)) if proxies.enabled else 0.0


def hours_taken(scenario: Any) -> Iterable[Charge]:
    """Hours of the unit whose people call: of grid workers in the field, of crews those for cases."""
    proxies = scenario.mechanisms.proxies
    hours, unit = proxies.weekly_hours(), proxies.hours_of
    if not hours or unit is None:
        return []
    return [Charge(unit, hours, Taken.FIELD if unit == WORKERS else Taken.CASES)]


def calls_have_hours(scenario: Any) -> Iterator[Contradiction]:
    """Homes are called on in the hours of some roster, by people of a unit that there is."""
    proxies, units = scenario.mechanisms.proxies, [WORKERS, "community_desks"]
    if proxies.weekly_calls() and proxies.roster is None:
        message = "in which hours homes are called on is not said"
        yield Contradiction((*SECTION, "roster"), message, allowed="say the name of a roster")
    units += [*scenario.staff.street_teams, *scenario.departments]
    unit = proxies.hours_of
    if unit is not None and unit not in units:
        allowed = said("known here are {names}", names=listed(units))
        yield Contradiction((*SECTION, "hours_of"), "no such unit", nearest_word(unit, units), allowed)


def people_remember_on_the_calendar(scenario: Any) -> Iterator[Contradiction]:
    """People remember by night too."""
    yield from on_the_calendar(scenario.mechanisms.proxies.remembered, (*SECTION, "remembered"))


MECHANISM = Mechanism(
    code="S38",
    section="proxies",
    parameters=Proxies,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("found_by_proxies_per_year", "proxy_h_per_find", "never_reported_share"),
    puts_in={
        "remembered": ("found_by_proxies_per_year", "proxy_h_per_find"),
        "tells": ("found_by_proxies_per_year", "proxy_h_per_find"),
    },
    checks=(calls_have_hours, people_remember_on_the_calendar),
    eyes=eyes,
    costs={"proxies": yearly_cost},
    charges=hours_taken,
)
