"""S23, the platform: sorting of reports, an easier way to report, cameras without persons, warning from repeats.

Sorting makes wrong dispatches rarer by a factor. Ease makes everybody report more often by a factor. Cameras are a
finding channel that is always open: they look at a share of the public places and see some hazards there at a rate, by
night too; whoever looks at their pictures spends minutes on false alarms, which have no issue and so are hours of a
unit, not jobs. Warning from repeats: places where cases about the same hazard came so often in so long a time. Measures
tell of them; if it `warns`, the warning asks for a repair of the cause (S25) by the unit that closes the last case.

Sources: automatic dispatch right in 70 % or more (B); reporting 1.57 times as often at the upper end (Sjoberg, Mellon
and Peixoto 2017, B); 13,145 finds of 10,000 cameras in a year (Deqing 2022, B); patrol found 97.6 % (Kunming, A), so
that cameras which find tenths of all are out of range. What a camera sees in an hour, and how often it errs, is assumed
(E).
Side effects: what is seen is work for crews, by night as well; false alarms take hours; more reports, more cases.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import numpy as np
from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.rule import rule
from sim.kinds import NOBODY, Activity, Performer, Source
from sim.language.bounds import Within
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Money, Number, PerDay, Share, Whole, value_or
from sim.language.units import DAY_MS, HOUR_MS, WEEKS_PER_YEAR, nearest_word
from sim.mechanisms.adoption import at_work
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism, Taken
from sim.mechanisms.eyes.channel import FindingChannel, Places
from sim.mechanisms.put_in import RECURRENCES, REPORTS
from sim.said import listed, said

CODE = "S23"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "platform")


class Platform(Model):
    """What a digital platform adds: sorting, ease of reporting, cameras, warnings."""

    enabled: bool = Field(False, description="Off: reports are sorted and made as they are, and no camera looks.")
    sorting: Share = Field(Share.of(1), description="Factor on the probability that a dispatch names a wrong unit.")
    ease: Annotated[Number, Within(1, 10)] = Field(
        Number.of(1), description="Factor on everybody's probability to report."
    )
    covered: Share = Field(Share.of(0), description="Share of the public places at which a camera looks.")
    hazards: list[str] = Field(default_factory=list, description="Hazards of public places that cameras see.")
    sees: Annotated[PerDay, Within(0, "60 per hour")] = Field(
        PerDay.of(0), description="How often a camera comes to see an open issue of theirs at its place."
    )
    registration: Duration = Field(Duration.of("5 min"), description="Time from a picture to the work order.")
    finds: Annotated[Number, Within(0, 10_000)] = Field(
        Number.of(0), description="Finds that are reckoned with for each camera and year, by which alarms are counted."
    )
    alarms: Annotated[Number, Within(0, 1000)] = Field(Number.of(0), description="False alarms for each such find.")
    look: Annotated[Duration, Within(0, "1 h")] = Field(
        Duration.of("1 min"), description="Time that a false alarm takes whoever looks at it."
    )
    looked_at_by: str = Field(
        "community_desks", description="Unit whose hours they take: community_desks, a street team or a department."
    )
    camera_cost: Money | None = Field(None, description="Cost of a camera a year.")
    warns: bool = Field(
        False, description="Whether a warning asks for a repair of the cause, of hazards that have such repairs."
    )
    repeats: Annotated[Whole, Within(2, 100)] = Field(
        Whole.of(3), description="Cases about one hazard at one place from which on it is warned of, told on or off."
    )
    within: Annotated[Duration, Within("1 day", "3650 days")] = Field(
        Duration.of("90 days"), description="Time in which they have to come, and in which a warning may prove right."
    )

    def coverage(self) -> float:
        """Share of the public places that cameras look at (0 to 1)."""
        return self.covered.value if self.enabled and self.hazards else 0.0

    def eased(self) -> float:
        """Factor on everybody's probability to report."""
        return self.ease.value if self.enabled else 1.0

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; what cameras do is in their channel."""
        return {
            "sorting": self.sorting.value if self.enabled else 1.0,
            "ease": self.eased(),
            "warned_from": int(self.repeats.value) if self.asks_for_repairs(scenario) else NOBODY,
            "within": int(self.within.value),
        }

    def asks_for_repairs(self, scenario: Any) -> bool:
        """Whether warnings bring about repairs of causes."""
        return bool(self.enabled and self.warns and scenario.mechanisms.prevention.repairs())


@rule
def sorts(plan: Any, case: Any) -> float:
    """Factor on the probability of a wrong dispatch of a case."""
    return plan.platform.sorting if at_work(case, NUMBER) else 1.0


@rule
def ease(plan: Any, issue: Any) -> float:
    """Factor on the probability to report an issue."""
    return plan.platform.ease if at_work(issue, NUMBER) else 1.0


@rule
def warned_from(plan: Any, issue: Any) -> int:
    """Number of cases about the hazard of an issue at its place from which on a repair is asked for; NOBODY if none
    is."""
    return plan.platform.warned_from if at_work(issue, NUMBER) else NOBODY


def cameras(scenario: Any) -> float:
    """Number of cameras in a scenario: one at each place that is looked at."""
    return scenario.mechanisms.platform.coverage() * scenario.territory.places.value


def eyes(scenario: Any, places: Places) -> FindingChannel | None:
    """The cameras as a finding channel, None without any."""
    platform = scenario.mechanisms.platform
    if not platform.coverage() or not platform.sees.value:
        return None
    seen = np.array([name in platform.hazards for name in scenario.hazards], dtype=np.float64)
    gaps = np.outer(seen * DAY_MS / platform.sees.value, np.ones(len(places.residents)))
    return FindingChannel(
        source=Source.CAMERA,
        performer=Performer.CAMERAS,
        hours=None,
        gaps=gaps,
        notes=1.0,
        fixes=0.0,
        registration=platform.registration,
        verified=False,
        covered=platform.coverage(),
    )


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for the cameras."""
    return float(cameras(scenario) * value_or(scenario.mechanisms.platform.camera_cost, 0.0))


def false_alarms(scenario: Any) -> Iterable[Charge]:
    """Hours of whoever looks at false alarms."""
    platform = scenario.mechanisms.platform
    alarms = cameras(scenario) * platform.finds.value * platform.alarms.value / WEEKS_PER_YEAR
    hours = alarms * platform.look.value / HOUR_MS
    return [Charge(platform.looked_at_by, hours, Taken.CASES)] if hours else []


def cameras_see_public_hazards(scenario: Any) -> Iterator[Contradiction]:
    """Cameras see hazards that exist, at public places."""
    for number, name in enumerate(scenario.mechanisms.platform.hazards):
        path = (*SECTION, "hazards", number)
        if name not in scenario.hazards:
            known = list(scenario.hazards)
            allowed = said("known here are {names}", names=listed(known))
            yield Contradiction(path, "no such hazard", nearest_word(name, known), allowed)
        elif scenario.hazards[name].place != "public":
            yield Contradiction(path, "is a hazard of homes, into which no camera looks")


def warnings_have_repairs(scenario: Any) -> Iterator[Contradiction]:
    """What a warning asks for can be had."""
    platform = scenario.mechanisms.platform
    if platform.enabled and platform.warns and not platform.asks_for_repairs(scenario):
        message = "no cause is ever repaired: mechanisms.prevention must be on, with `roots.hazards` and a `cut`"
        yield Contradiction((*SECTION, "warns"), message)


def alarms_are_looked_at(scenario: Any) -> Iterator[Contradiction]:
    """False alarms take the hours of a unit that exists."""
    unit, units = scenario.mechanisms.platform.looked_at_by, ["community_desks"]
    units += [*scenario.staff.street_teams, *scenario.departments]
    if unit not in units:
        allowed = said("known here are {names}", names=listed(units))
        yield Contradiction((*SECTION, "looked_at_by"), "no such unit", nearest_word(unit, units), allowed)


MECHANISM = Mechanism(
    code=CODE,
    section="platform",
    parameters=Platform,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("found_by_cameras_per_year", "repeat_share_tickets", "returned_share", "tickets_per_resident_year"),
    activities=(Activity("warned", "desk", "so many cases came at a place: it is warned of", "cases"),),
    puts_in={
        "sorting": ("returned_share",),
        "ease": REPORTS,
        "covered": ("found_by_cameras_per_year",),
        "sees": ("found_by_cameras_per_year",),
        "hazards": ("found_by_cameras_per_year",),
        "warns": RECURRENCES,
        "repeats": ("repeat_warnings_per_year", "repeat_warnings_hit_share"),
        "within": ("repeat_warnings_per_year", "repeat_warnings_hit_share"),
    },
    checks=(cameras_see_public_hazards, alarms_are_looked_at, warnings_have_repairs),
    eyes=eyes,
    costs={"cameras": yearly_cost},
    charges=false_alarms,
)
