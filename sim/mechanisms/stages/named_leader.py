"""S26, the named leader: a leader takes a stuck case and stays with it until it is closed.

There are leaders in each street and in the district, and each leads a case in each of their `slots`. A case is stuck
when so many of its limits have passed, or when it has been open so long. A free slot of its street takes it, else one
of the district; if all are taken it waits, and a slot that is free takes of those that wait (in its street, or
anywhere) the one with the most severity x age. A slot is held until its case closes.

What is led is urgent (class 1); what is left of its procedure takes `shortens` of its time; and departments that are
whistled for come as if it had been escalated: surely, and in any hour.

Sources: projects of the first secretary (Weihai, B-), leaders who answer for a case each (several districts, B-), the
district's secretary himself in charge (Dachuan, B-). Slots, the trigger, the hours and how far procedures shorten are
assumed (E): nobody has published what a leader's case gains, or what those lose that are overtaken.
Side effects: `hours` of the leader for each case and week, and `cost` of a slot; led cases go before others. If all
are led, none is.
"""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from sim.chance.distribution_table import NONE, DistributionTable
from sim.chance.rule import rule
from sim.chance.variates import to_ms
from sim.kinds import NEVER, NOBODY
from sim.language.bounds import Within
from sim.language.checks import on_the_calendar
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration, Money, Share, Whole, value_or
from sim.language.units import HOUR_MS
from sim.mechanisms.adoption import at_work
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.said import said

CODE = "S26"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "named_leader")
LEADERS_HOURS = ("leader_h_on_cases_per_week", "leader_h_per_closing")
"""Measures whose own number the hours of leaders enter."""
MAX_SLOTS = 10_000
"""Most slots in a street, or in the district: each is looked at whenever a case is stuck."""


class Slots(Model):
    """How many cases leaders lead at a time."""

    street: Annotated[Whole, Within(0, MAX_SLOTS)] = Field(
        Whole.of(0), description="Cases that leaders of a street lead at a time, in each street."
    )
    district: Annotated[Whole, Within(0, MAX_SLOTS)] = Field(
        Whole.of(0), description="Cases that leaders of the district lead at a time."
    )


class NamedLeader(Model):
    """Leaders who take a stuck case and stay with it until it is closed."""

    enabled: bool = Field(False, description="Off: nobody takes a case but those who have it.")
    slots: Slots = Field(default_factory=Slots)
    overdue: Annotated[Whole, Within(1, 10)] | None = Field(
        Whole.of(2), description="Limits of a case after which it is stuck; null: however many have passed it is not."
    )
    after: Annotated[Duration, Within("1 h", "365 days")] | None = Field(
        None, description="Time since its report after which a case is stuck; unsaid: however old it is not."
    )
    shortens: Share = Field(Share.of(1), description="What is left of the procedure of a case that is led, as a part.")
    hours: Annotated[Duration, Within(0, "168 h")] = Field(
        Duration.of(0), description="Hours of a leader that a case takes a week as long as it is led."
    )
    roster: str | None = Field(None, description="Roster of the leaders; unsaid: that of public offices.")
    cost: Money | None = Field(None, description="Cost of a slot a year: the leader's hours, and those of the staff.")

    def acts(self) -> bool:
        """Whether there is anybody who leads a case."""
        return self.enabled and self.slots.street.value + self.slots.district.value > 0

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: NEVER limits, or no time (NONE), where that alone makes no case stuck."""
        return {
            "overdue": NEVER if self.overdue is None else int(self.overdue.value),
            "after": NONE if self.after is None else table.add(self.after),
            "shortens": self.shortens.value,
        }


@rule
def is_led(case: Any) -> bool:
    """Whether a leader has a case now."""
    return case.leader != NOBODY


@rule
def may_be_led(case: Any) -> bool:
    """Whether leaders would take a case at all."""
    return at_work(case, NUMBER)


@rule
def often_overdue(plan: Any, case: Any) -> bool:
    """Whether a case is stuck because so many of its limits have passed."""
    return may_be_led(case) and case.overdue >= plan.named_leader.overdue


@rule
def procedure_left(plan: Any, case: Any, ms: int) -> int:
    """What is left (ms) of the procedure of a case: less if it is led (how much less grade E)."""
    return to_ms(ms * plan.named_leader.shortens) if is_led(case) else ms


def all_slots(scenario: Any) -> float:
    """Slots in the district: those of all streets, and its own."""
    own = scenario.mechanisms.named_leader
    streets = scenario.territory.streets.value
    return float(own.slots.street.value * streets + own.slots.district.value) if own.acts() else 0.0


def yearly_cost(scenario: Any) -> float:
    """Yuan a year for the slots."""
    return all_slots(scenario) * value_or(scenario.mechanisms.named_leader.cost, 0.0)


def leaders_have_hours(scenario: Any) -> Iterator[Contradiction]:
    """A leader has no more hours for a case than there are on duty, and some trigger makes a case stuck."""
    own = scenario.mechanisms.named_leader
    yield from on_the_calendar(own.hours, (*SECTION, "hours"))
    if not own.acts():
        return
    roster = scenario.rosters.get(own.roster or scenario.calendar.office)
    if roster is not None and own.hours.value / HOUR_MS > roster.weekly_hours(1):
        allowed = said("at most {hours:,.4g} h", hours=roster.weekly_hours(1))
        yield Contradiction((*SECTION, "hours"), "more than the leaders are on duty in a week", allowed=allowed)
    if own.overdue is None and own.after is None:
        yield Contradiction((*SECTION, "overdue"), "no case is ever stuck", allowed="say `overdue` or `after`")


MECHANISM = Mechanism(
    code=CODE,
    section="named_leader",
    parameters=NamedLeader,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=("closed_joint_share", "closing_joint_median_h", "closing_request_p90_h"),
    puts_in={
        "slots.street": ("led_share", *LEADERS_HOURS),
        "slots.district": ("led_share", *LEADERS_HOURS),
        "overdue": ("led_share",),
        "after": ("led_share",),
        "hours": LEADERS_HOURS,
    },
    checks=(leaders_have_hours,),
    costs={"leaders": yearly_cost},
    crews=all_slots,
)
