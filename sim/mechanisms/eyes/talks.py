"""S34, talks and proxies: cadres who sit with residents off hours hear of what nobody reports, and report it for them.

Cadres hold sessions in the communities, spread by residents, in hours of their own. Those who know of an issue and do
not report it are who noticed it in the last days, `noticed` x (1 - `reports` x mean factor of the groups there) a
day. A session hears of it if somebody among those present knows of it and tells:

    chance = 1 - exp(-present x tells x those who know / residents)

and so finds come with a mean gap of the sessions' open time over that chance. What is heard is filed for the residents
by the cadre: it has no reporter, so nobody is called back and nobody's patience ends.

Sources: talks at the doorstep and matters handled or put for people (Dachuan, B-), talks on the lawn and 800 cadres who
come off hours (Jiancaoping, B-); villages of the old and the young, who do not report (several districts, B-). How many
come to a session and what they tell is assumed (E): nobody has published what is heard there.
Side effects: hours of the cadres and of the community desks that prepare sessions; what is heard is work for others.
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
from sim.language.units import HOUR_MS, WEEKS_PER_YEAR
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Taken
from sim.mechanisms.eyes.channel import FindingChannel, Places, known_and_untold

SECTION = ("mechanisms", "talks")


class Talks(Model):
    """Sessions of cadres with residents, in which they hear of what is not reported."""

    enabled: bool = Field(False, description="Off: nobody asks those who do not report.")
    cadres: Whole = Field(Whole.of(0), description="Cadres who hold sessions, in the whole district.")
    sessions: Annotated[Number, Within(0, 365)] = Field(
        Number.of(12), description="Sessions that each of them sits in, a year."
    )
    together: Annotated[Number, Within(1, 100)] = Field(Number.of(2), description="Cadres in one session.")
    length: Annotated[Duration, Within(0, "24 h")] = Field(
        Duration.of("90 min"), description="Length of a session, for the hours of the cadres."
    )
    roster: str | None = Field(None, description="Roster of the hours in which sessions are held.")
    present: Annotated[Number, Within(0, 10_000)] = Field(Number.of(12), description="Residents in one session.")
    remembered: Annotated[Duration, Within(0, "365 days")] = Field(
        Duration.of("7 days"), description="How long somebody who noticed an issue knows of it."
    )
    tells: Share = Field(Share.of(0.1), description="Probability that who knows of one and is there tells of it.")
    registration: Duration = Field(Duration.of("1 day"), description="Time until the cadre has filed it.")
    support: Annotated[Duration, Within(0, "168 h")] = Field(
        Duration.of(0), description="Hours of the community desk that a session takes."
    )
    cost: Money | None = Field(None, description="Cost of a session.")

    def weekly_sessions(self) -> float:
        """Sessions a week in the district."""
        return self.cadres.value * self.sessions.value / self.together.value / WEEKS_PER_YEAR if self.enabled else 0.0

    def weekly_hours(self) -> float:
        """Hours a week of all cadres together."""
        return self.weekly_sessions() * self.together.value * self.length.value / HOUR_MS

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: what is heard is in their channel."""
        return {"sessions": self.weekly_sessions()}


def eyes(scenario: Any, places: Places) -> FindingChannel | None:
    """The sessions as a finding channel, None without any."""
    talks = scenario.mechanisms.talks
    if not talks.weekly_sessions():
        return None
    known = known_and_untold(scenario, places, talks.remembered.value)
    chance = 1.0 - np.exp(-talks.present.value * talks.tells.value * known)
    heard = chance * talks.weekly_sessions() * places.residents / places.residents.sum()
    return FindingChannel(
        source=Source.TALK,
        performer=Performer.CADRES,
        hours=talks.roster,
        gaps=np.divide(places.weekly_ms(talks.roster), heard, out=np.zeros(heard.shape), where=heard > 0),
        notes=1.0,
        fixes=0.0,
        registration=talks.registration,
        verified=False,
    )


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for the sessions."""
    talks = scenario.mechanisms.talks
    return float(talks.weekly_sessions() * WEEKS_PER_YEAR * value_or(talks.cost, 0.0))


def support(scenario: Any) -> Iterable[Charge]:
    """Hours of the community desks for sessions."""
    talks = scenario.mechanisms.talks
    hours = talks.weekly_sessions() * talks.support.value / HOUR_MS
    return [Charge("community_desks", hours, Taken.CASES)] if hours else []


def sessions_have_hours(scenario: Any) -> Iterator[Contradiction]:
    """Sessions are held in the hours of some roster."""
    talks = scenario.mechanisms.talks
    if talks.weekly_sessions() and talks.roster is None:
        message = "in which hours sessions are held is not said"
        yield Contradiction((*SECTION, "roster"), message, allowed="say the name of a roster")


def people_remember_on_the_calendar(scenario: Any) -> Iterator[Contradiction]:
    """People remember by night too."""
    yield from on_the_calendar(scenario.mechanisms.talks.remembered, (*SECTION, "remembered"))


MECHANISM = Mechanism(
    code="S34",
    section="talks",
    parameters=Talks,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("found_in_talks_per_year", "cadre_h_per_find", "satisfied_share_valid"),
    puts_in={
        "present": ("found_in_talks_per_year", "cadre_h_per_find"),
        "remembered": ("found_in_talks_per_year", "cadre_h_per_find"),
        "tells": ("found_in_talks_per_year", "cadre_h_per_find"),
    },
    checks=(sessions_have_hours, people_remember_on_the_calendar),
    eyes=eyes,
    costs={"sessions": yearly_cost},
    charges=support,
)
