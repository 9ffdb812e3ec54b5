"""S07, the whistle: how several departments are brought to one place, and what that costs their other work.

The street finds that it needs several departments (diagnosis), waits for what the procedure demands, and blows. Each
department signs and contacts the street, both within their limits; the street calls a meeting on site. Each rested
department sends a crew with probability `comes`; one that was whistled for often of late comes less: comes x (1 - most
x tired / (1 + tired)), tired = f x load, where load is whistles in the memory time per crew, or per full-time crew's
hours for cases (`load_per`). Crews on site wait for the last one, at most `hold`; then all leave and the whistle is
blown again, until it is escalated and all come. Joint work runs when all are on duty; an emergency ignores rosters, and
so does a case that is escalated; after `agreed_after` whistles departments meet in office hours, on duty or not. A
whistle takes crews from their line duty, and the hours so displaced are counted, as are those off duty.

For which cases the street blows is its lever: joint ones; single ones of departments that still wait in line when so
many of their limits have passed (`single_after`), from a class on (`single_class`). Whistles for what could wait tire
the departments that hard cases need.

Alternatives: one department after the other, each with its own procedure, some returning their part; or a lead
department that asks the others and finishes last.

Sources: sign in 1 hour, contact in 24 hours, on site in 3 working days, 5 for hard cases (Nanjing Gulou 2023, A);
within 30 minutes, nobody leaves until done (Pinggu 2017, B); eight whistles for one wall (Gulou, A); too many
whistles tire departments (B). Fatigue's form and size are assumed (E).
Side effects: crews wait on site for the last one, and line duty is displaced; a summons goes before all waiting jobs.
"""

from collections.abc import Iterator
from math import exp
from typing import Annotated, Any, Literal

from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, uniform
from sim.chance.rule import rule
from sim.chance.variates import duration
from sim.kinds import NEVER, NOBODY, Activity
from sim.language.bounds import Within
from sim.language.checks import above_zero, lasts, on_the_calendar
from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Number, Share, Whole
from sim.mechanisms import queueing
from sim.mechanisms.adoption import at_work
from sim.mechanisms.contract import Evidence, Lowered, Mechanism
from sim.mechanisms.put_in import ATTENDANCE, WHISTLED

WHISTLE, SEQUENCE, LEAD = range(3)
ORDINARY_WHISTLE, HARD_WHISTLE, EMERGENCY_WHISTLE = range(3)
CODE = "S07"
NUMBER = int(CODE[1:])
SECTION = ("mechanisms", "whistle")
WAYS = {"whistle": WHISTLE, "sequence": SEQUENCE, "lead": LEAD}
CLASSES = {
    "emergency": queueing.EMERGENCY, "urgent": queueing.URGENT, "overdue": queueing.LATE, "normal": queueing.NORMAL,
}  # fmt: skip


class WhistleKind(Model):
    """Limits of one kind of whistle, each from the moment it is blown."""

    sign: Duration = Field(description="Limit to sign the whistle.")
    contact: Duration = Field(description="Limit to contact the street.")
    arrive: Duration = Field(description="Limit to be on site.")


class WhistleKinds(Model):
    """The kinds of whistle: everyday work, hard cases, emergencies."""

    ordinary: WhistleKind
    hard: WhistleKind
    emergency: WhistleKind


class Whistle(Model):
    """How cases that need several departments are brought together."""

    enabled: bool = Field(True, description="Off: joint cases go from one department to the next.")
    way: Literal["whistle", "sequence", "lead"] = Field(
        "whistle",
        description="Joint cases by whistle, one department after the other, or a lead department asking the others.",
    )
    diagnosis: Duration = Field(description="Time the street takes to see that it needs several departments.")
    kinds: WhistleKinds
    sign_after: DurationDistribution = Field(description="Time a department takes to sign.")
    contact_after: DurationDistribution = Field(description="Time from signing to contact with the street.")
    notice: Duration = Field(description="Time from the last contact to the meeting on site.")
    comes: Share = Field(description="Probability that a rested department sends a crew to the meeting.")
    fatigue: Annotated[Number, Within(0, 1000)] = Field(
        description="Strength f of fatigue: a department comes with probability comes / (1 + f x load)."
    )
    fatigue_most: Share = Field(
        Share(value=1), description="Greatest part of those who would come that fatigue keeps away."
    )
    fatigue_memory: Duration = Field(description="Mean memory of past whistles: load is whistles in that time.")
    load_per: Literal["crew", "full_time_crew"] = Field(
        "crew",
        description="What whistles weigh on: a department's crews, or its hours for cases in full-time crews of 40 h a"
        " week, however they are divided.",
    )
    failed_tire: bool = Field(True, description="A whistle that a department does not answer tires it as well.")
    hold: Duration = Field(description="Longest time that crews on site wait for the last; then all leave.")
    attempts: Annotated[Whole, Within(0, 1000)] = Field(
        description="Whistles for one case before it is escalated and all come."
    )
    agreed_after: Annotated[Whole, Within(0, 1000)] | None = Field(
        None,
        description="Whistles for one case after which departments meet in office hours, whoever is on duty; unsaid: in"
        " the hours on duty, and in any hour once it is escalated.",
    )
    part_returned: Share = Field(description="Without a whistle: probability that a department first returns its part.")
    for_overdue: bool = Field(True, description="Blow for single cases of departments that wait beyond their limit.")
    single_after: Annotated[Number, Within("0.05", 2)] = Field(
        Number(value=2),
        description="Limits of a single case after which the street blows for it, if it still waits: 0.5 when half of"
        " its limit has passed, 1 at the limit, 2 when it passed twice.",
    )
    single_class: Literal["emergency", "urgent", "overdue", "normal"] = Field(
        "normal", description="Least urgent class of the single cases for which the street blows."
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan; `sign`, `contact`, `arrive` hold the limits of whistles by kind."""
        kinds = (self.kinds.ordinary, self.kinds.hard, self.kinds.emergency)
        return {
            "way": WAYS[self.way] if self.enabled else SEQUENCE,
            "diagnosis": table.add(self.diagnosis),
            "sign_after": table.add(self.sign_after),
            "contact_after": table.add(self.contact_after),
            "notice": table.add(self.notice),
            "comes": self.comes.value,
            "fatigue": self.fatigue.value,
            "fatigue_most": self.fatigue_most.value,
            "fatigue_memory": self.fatigue_memory.value,
            "by_hours": int(self.load_per == "full_time_crew"),
            "failed_tire": int(self.failed_tire),
            "agreed_after": NEVER if self.agreed_after is None else int(self.agreed_after.value),
            "single_after": self.single_after.value,
            "single_class": CLASSES[self.single_class],
            "hold": table.add(self.hold),
            "attempts": self.attempts.value,
            "part_returned": self.part_returned.value,
            "for_overdue": int(self.enabled and self.way == "whistle" and self.for_overdue),
            "sign": [table.add(kind.sign) for kind in kinds],
            "contact": [table.add(kind.contact) for kind in kinds],
            "arrive": [table.add(kind.arrive) for kind in kinds],
        }


@rule
def way(plan: Any, case: Any) -> int:
    """Way (number) in which several departments are brought together for a case."""
    return plan.whistle.way if at_work(case, NUMBER) else SEQUENCE


@rule
def kind_of_whistle(hazard: Any, case: Any) -> int:
    """Kind (number) of a whistle for a case: an emergency, a hard case by its hazard, or ordinary."""
    if case.priority == queueing.EMERGENCY:
        return EMERGENCY_WHISTLE
    return HARD_WHISTLE if hazard.hard else ORDINARY_WHISTLE


@rule
def sign_time(plan: Any, case: Any, unit: int) -> int:
    """Time (ms) a department takes to sign a whistle."""
    u = uniform(plan.draw.sign, case.key, case.token + case.whistles * 64 + unit)
    return duration(plan, plan.whistle.sign_after, u)


@rule
def whistle_contact_time(plan: Any, case: Any, unit: int) -> int:
    """Time (ms, on its clock) from signing to contact with the street."""
    u = uniform(plan.draw.whistle_contact, case.key, case.token + case.whistles * 64 + unit)
    return duration(plan, plan.whistle.contact_after, u)


@rule
def faded_load(plan: Any, station: Any, now: int) -> float:
    """Load of whistles that a department still feels at `now` (ms): each fades as exp(-age / memory) (grade E)."""
    return station.load * exp(-(now - station.load_at) / plan.whistle.fatigue_memory)


@rule
def willing(plan: Any, station: Any, now: int) -> float:
    """Probability that a department sends a crew, comes x (1 - most x tired / (1 + tired)), tired = f x load (grade
    E)."""
    tired = plan.whistle.fatigue * faded_load(plan, station, now)
    return plan.whistle.comes * (1.0 + (1.0 - plan.whistle.fatigue_most) * tired) / (1.0 + tired)


@rule
def is_escalated(plan: Any, case: Any) -> bool:
    """Whether all come to a case, in any hour: its whistles failed, or a leader has it."""
    return case.whistles > plan.whistle.attempts or case.leader != NOBODY


@rule
def comes_to_meeting(plan: Any, case: Any, unit: int, chance: float) -> bool:
    """Whether a department sends a crew, with a probability; always once escalated."""
    if is_escalated(plan, case):
        return True
    return uniform(plan.draw.comes, case.key, case.token + case.whistles * 64 + unit) < chance


@rule
def load_of_one(plan: Any, station: Any) -> float:
    """Load that one more whistle is to a department: one over the number of its crews, or of its full-time crews (grade
    E)."""
    if plan.whistle.by_hours > 0:
        full_time = plan.stations[station.number].full_time
        return 1.0 / full_time if full_time > 0.0 else 0.0
    return 1.0 / (station.servers if station.servers > 1 else 1)


@rule
def tires(plan: Any, comes: bool) -> bool:
    """Whether a whistle that a department answers, or not, is felt."""
    return comes or plan.whistle.failed_tire > 0


@rule
def meets_in_agreed_hours(plan: Any, case: Any) -> bool:
    """Whether departments that were whistled for meet in office hours, whoever is on duty."""
    return case.whistles > plan.whistle.agreed_after or (case.leader != NOBODY and plan.whistle.agreed_after < NEVER)


@rule
def blows_for_single(plan: Any, case: Any) -> bool:
    """Whether the street would blow for a department's case, by its class."""
    return plan.whistle.for_overdue > 0 and at_work(case, NUMBER) and case.priority <= plan.whistle.single_class


@rule
def returns_part(plan: Any, case: Any, unit: int, factor: float) -> bool:
    """Without a whistle: whether a department (number) first returns its part of the case; `factor` is on the
    probability."""
    u = uniform(plan.draw.part_returned, case.key, case.token + case.attempt * 64 + unit)
    return u < plan.whistle.part_returned * factor


def whistles_end(scenario: Any) -> Iterator[Contradiction]:
    """A whistle is blown at least once before it is escalated, and crews on site have a limit to hold them."""
    whistle = scenario.mechanisms.whistle
    blown = whistle.enabled and whistle.way == "whistle"
    joint = any(hazard.joint is not None and hazard.joint.share.value > 0 for hazard in scenario.hazards.values())
    if not blown or not (whistle.for_overdue or joint):
        return
    if whistle.attempts.value == 0:
        yield Contradiction((*SECTION, "attempts"), "the whistle needs an attempt; must be above zero")
    yield from lasts(whistle.hold, (*SECTION, "hold"), "crews would leave before the next can come")


def whistles_are_forgotten(scenario: Any) -> Iterator[Contradiction]:
    """Memory of whistles fades, by day and by night."""
    memory, path = scenario.mechanisms.whistle.fatigue_memory, (*SECTION, "fatigue_memory")
    yield from above_zero(memory, path)
    yield from on_the_calendar(memory, path)


MECHANISM = Mechanism(
    code=CODE,
    section="whistle",
    parameters=Whistle,
    evidence=Evidence.STRUCTURE_ONLY,
    headline=(
        "whistles_per_1000_cases",
        "joint_arrival_registered_median_h",
        "closing_joint_median_h",
        "displaced_h_per_week",
    ),
    puts_in={
        "way": WHISTLED,
        "for_overdue": WHISTLED,
        "single_after": WHISTLED,
        "single_class": WHISTLED,
        "kinds": ATTENDANCE,
        "sign_after": ("whistle_signed_median_h",),
        "comes": ATTENDANCE,
        "fatigue": ATTENDANCE,
        "fatigue_most": ATTENDANCE,
        "attempts": ATTENDANCE,
    },
    draws=Draws(run=("sign", "whistle_contact", "comes", "part_returned")),
    checks=(whistles_end, whistles_are_forgotten),
    activities=(
        Activity("diagnosed", "street", "the street finds that several departments are needed", "departments"),
        Activity("whistle_blown", "street", "a whistle is blown", "how often for this case"),
        Activity("signed", "department", "a department signs a whistle", "ms it took"),
        Activity("summoned", "department", "a department sends a crew to a meeting"),
        Activity("failed_to_come", "department", "a department sends nobody"),
        Activity("assembled", "street", "all departments are on site", "ms since the whistle"),
        Activity("crews_left", "street", "crews that waited in vain leave", "crews on site"),
        Activity("part_returned", "department", "a department first returns its part of a joint case"),
        Activity("part_done", "department", "a department has done its part"),
    ),
)
