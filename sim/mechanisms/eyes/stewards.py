"""S03, stewards and volunteer sensors: volunteers who walk in hours of their own, fix trifles and report the rest.

Stewards of a community together pass every place of it so often as their walking lasts: passes a week are count x
active x hours x speed / way. What a pass could see it sees as a patrol does (`seen_per_pass`), but volunteers act on a
part only. What patrols fix on the spot they fix at once, `do_now` times as often, without a case; the rest they report
by an app, and the worker of the beat checks what comes of it. An issue that has an open case is passed by.

Sources: daily rounds, notes, things done at once, instant reports (Jiancaoping, B-); 8 hours a week, by 120 stewards
with 26,000 hours in half a year (Yuqiao, C); about 0.06 trifles a steward and week (Dongcheng, B); 80 % of volunteers
still active after a year (Hager and Brudney 2004, B). What they act on, and when they walk, is assumed (E).
Side effects: the community desk's hours for keeping them; their reports are work for crews and, when done, a check by
grid workers.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import numpy as np
from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.kinds import Performer, Source
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Money, Number, Share, Speed, Whole, value_or
from sim.language.units import HOUR_MS
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Taken
from sim.mechanisms.eyes.channel import FindingChannel, Places
from sim.said import said

SECTION = ("mechanisms", "stewards")


class Stewards(Model):
    """Volunteers who walk the alleys, fix trifles and report."""

    enabled: bool = Field(False, description="Off: nobody walks but grid workers.")
    count: Whole = Field(Whole.of(0), description="Stewards in the district, spread by residents.")
    active: Share = Field(Share.of(1), description="Share of them who walk at all.")
    hours: Annotated[Duration, Within(0, "168 h")] = Field(
        Duration.of("8 h"), description="Hours that an active steward walks a week."
    )
    roster: str | None = Field(None, description="Roster of the hours in which they walk.")
    speed: Speed | None = Field(None, description="Speed of their walk; unsaid: that of a patrol.")
    notes: Share = Field(Share.of(1), description="Share of what they see that they act on.")
    do_now: Annotated[Number, Within(0, 10)] = Field(
        Number.of(1), description="How often they fix at once, where a patrol would fix 1 on the spot."
    )
    registration: Duration = Field(Duration.of("10 min"), description="Time from their report to the work order.")
    verified: bool = Field(False, description="Whether their reports are verified on site like those of residents.")
    support: Annotated[Duration, Within(0, "168 h")] = Field(
        Duration.of(0), description="Hours of the community desks that a steward takes a week."
    )
    cost: Money | None = Field(None, description="Cost of a steward a year.")

    def number(self) -> int:
        """Number of stewards in the district."""
        return self.count.value if self.enabled else 0

    def weekly_hours(self) -> float:
        """Hours a week that all of them walk."""
        return self.number() * self.active.value * self.hours.value / HOUR_MS

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: what stewards do is in their channel."""
        return {"count": self.number()}


def eyes(scenario: Any, places: Places) -> FindingChannel | None:
    """The stewards as a finding channel, None without any; their walking is spread by residents."""
    stewards = scenario.mechanisms.stewards
    if not stewards.weekly_hours():
        return None
    speed = (stewards.speed or scenario.mechanisms.patrol.speed).value
    metres = stewards.weekly_hours() * HOUR_MS * speed / 1000.0 * places.residents / places.residents.sum()
    seen = np.array([hazard.seen_per_pass.value for hazard in scenario.hazards.values()])
    finds = np.outer(seen, np.divide(metres, places.route_m, out=np.zeros(len(metres)), where=places.route_m > 0))
    gaps = np.divide(places.weekly_ms(stewards.roster), finds, out=np.zeros(finds.shape), where=finds > 0)
    return FindingChannel(
        source=Source.STEWARD,
        performer=Performer.STEWARDS,
        hours=stewards.roster,
        gaps=gaps,
        notes=stewards.notes.value,
        fixes=stewards.do_now.value,
        registration=stewards.registration,
        verified=stewards.verified,
    )


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for the stewards."""
    stewards = scenario.mechanisms.stewards
    return float(stewards.number() * value_or(stewards.cost, 0.0))


def support(scenario: Any) -> Iterable[Charge]:
    """Hours of the community desks for stewards."""
    stewards = scenario.mechanisms.stewards
    hours = stewards.number() * stewards.support.value / HOUR_MS
    return [Charge("community_desks", hours, Taken.CASES)] if hours else []


def stewards_have_hours(scenario: Any) -> Iterator[Contradiction]:
    """Who walks does so in the hours of some roster."""
    stewards = scenario.mechanisms.stewards
    if stewards.weekly_hours() and stewards.roster is None:
        message = "in which hours stewards walk is not said"
        yield Contradiction((*SECTION, "roster"), message, allowed="say the name of a roster")


def stewards_are_residents(scenario: Any) -> Iterator[Contradiction]:
    """Stewards live in the district."""
    most = scenario.population.residents.value
    if scenario.mechanisms.stewards.count.value > most:
        yield Contradiction((*SECTION, "count"), said("more than population.residents, which is {most:,}", most=most))


MECHANISM = Mechanism(
    code="S03",
    section="stewards",
    parameters=Stewards,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=(
        "found_by_stewards_per_year",
        "fixed_by_stewards_per_year",
        "stewards_off_duty_share",
        "steward_h_per_find",
    ),
    puts_in={
        "notes": ("found_by_stewards_per_year", "steward_h_per_find"),
        "do_now": ("fixed_by_stewards_per_year",),
    },
    checks=(stewards_have_hours, stewards_are_residents),
    eyes=eyes,
    costs={"stewards": yearly_cost},
    charges=support,
)
