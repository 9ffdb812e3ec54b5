"""S07, the whistle: how several departments are brought to one place, and what that costs their other work.

The street finds that it needs several departments (diagnosis), waits for what the procedure demands, and blows. Each
department signs and contacts the street, both within their limits; the street calls a meeting on site. Each rested
department sends a crew with probability `comes`; one that was whistled for often of late comes less: comes / (1 + f x
load), load being whistles per crew in the memory time. Crews on site wait for the last one, at most `hold`; then all
leave and the whistle is blown again, until it is escalated and all come. Joint work runs when all are on duty; an
emergency ignores rosters. A whistle takes crews from their line duty, and the hours so displaced are counted.

Alternatives: one department after the other, each with its own procedure, some returning their part; or a lead
department that asks the others and finishes last.

Sources: sign in 1 hour, contact in 24 hours, on site in 3 working days, 5 for hard cases (Nanjing Gulou 2023, A);
within 30 minutes, nobody leaves until done (Pinggu 2017, B); eight whistles for one wall (Gulou, A); too many
whistles tire departments (B). Fatigue's form and size are assumed (E).
"""

from math import exp
from typing import Any, Literal

from pydantic import Field

from sim.chance.book import VariateBook
from sim.chance.draws import uniform
from sim.chance.rule import rule
from sim.chance.variates import duration
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Number, Share, Whole
from sim.mechanisms import queueing

WHISTLE, SEQUENCE, LEAD = range(3)
ORDINARY, HARD, EMERGENCY = range(3)
WAYS = {"whistle": WHISTLE, "sequence": SEQUENCE, "lead": LEAD}


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
    fatigue: Number = Field(
        description="Strength f of fatigue: a department comes with probability comes / (1 + f x load)."
    )
    fatigue_memory: Duration = Field(
        description="Mean memory of past whistles: load is whistles per crew in that time."
    )
    hold: Duration = Field(description="Longest time that crews on site wait for the last; then all leave.")
    attempts: Whole = Field(description="Whistles for one case before it is escalated and all come.")
    part_returned: Share = Field(description="Without a whistle: probability that a department first returns its part.")
    for_overdue: bool = Field(True, description="Blow for single cases of departments that passed their limit twice.")

    def lower(self, book: VariateBook) -> dict[str, float | int]:
        """Numbers of the plan; `sign_i`, `contact_i`, `arrive_i` are the limits of whistles of kind i."""
        kinds = (self.kinds.ordinary, self.kinds.hard, self.kinds.emergency)
        return {
            "way": WAYS[self.way] if self.enabled else SEQUENCE,
            "diagnosis": book.add(self.diagnosis),
            "sign_after": book.add(self.sign_after),
            "contact_after": book.add(self.contact_after),
            "notice": book.add(self.notice),
            "comes": self.comes.value,
            "fatigue": self.fatigue.value,
            "fatigue_memory": self.fatigue_memory.value,
            "hold": book.add(self.hold),
            "attempts": self.attempts.value,
            "part_returned": self.part_returned.value,
            "for_overdue": int(self.enabled and self.way == "whistle" and self.for_overdue),
            **{f"sign_{i}": book.add(kind.sign) for i, kind in enumerate(kinds)},
            **{f"contact_{i}": book.add(kind.contact) for i, kind in enumerate(kinds)},
            **{f"arrive_{i}": book.add(kind.arrive) for i, kind in enumerate(kinds)},
        }


@rule
def whistle_kind(hazard: Any) -> int:
    """Kind of a whistle for an issue: by its hazard an emergency, a hard case, or ordinary."""
    if hazard.urgency == queueing.EMERGENCY:
        return EMERGENCY
    return HARD if hazard.hard else ORDINARY


@rule
def sign_limit(plan: Any, kind: int) -> int:
    """Number (in the book) of the limit to sign a whistle of a kind."""
    return _of_kind(kind, plan.settings.sign_0, plan.settings.sign_1, plan.settings.sign_2)


@rule
def contact_limit(plan: Any, kind: int) -> int:
    """Number (in the book) of the limit to contact the street about a whistle of a kind."""
    return _of_kind(kind, plan.settings.contact_0, plan.settings.contact_1, plan.settings.contact_2)


@rule
def arrive_limit(plan: Any, kind: int) -> int:
    """Number (in the book) of the limit to be on site for a whistle of a kind."""
    return _of_kind(kind, plan.settings.arrive_0, plan.settings.arrive_1, plan.settings.arrive_2)


@rule
def _of_kind(kind: int, ordinary: int, hard: int, emergency: int) -> int:
    if kind == EMERGENCY:
        return emergency
    return hard if kind == HARD else ordinary


@rule
def sign_time(plan: Any, case: Any, unit: int) -> int:
    """Time (ms) a department takes to sign a whistle."""
    u = uniform(plan.draw.sign, case.key, case.token + case.whistles * 64 + unit)
    return duration(plan, plan.settings.sign_after, u)


@rule
def whistle_contact_time(plan: Any, case: Any, unit: int) -> int:
    """Time (ms, on its clock) from signing to contact with the street."""
    u = uniform(plan.draw.whistle_contact, case.key, case.token + case.whistles * 64 + unit)
    return duration(plan, plan.settings.contact_after, u)


@rule
def faded_load(plan: Any, station: Any, now: int) -> float:
    """Whistles per crew that a department still feels: each fades exponentially with the memory time."""
    return station.load * exp(-(now - station.load_at) / plan.settings.fatigue_memory)


@rule
def comes_to_meeting(plan: Any, case: Any, station: Any, unit: int, now: int) -> bool:
    """Whether a department sends a crew, given how often it was whistled for of late; always once escalated."""
    if case.whistles > plan.settings.attempts:
        return True
    chance = plan.settings.comes / (1.0 + plan.settings.fatigue * faded_load(plan, station, now))
    return uniform(plan.draw.comes, case.key, case.token + case.whistles * 64 + unit) < chance


@rule
def returns_part(plan: Any, case: Any, unit: int) -> bool:
    """Without a whistle: whether a department first returns its part of the case."""
    u = uniform(plan.draw.part_returned, case.key, case.token + case.attempt * 64 + unit)
    return u < plan.settings.part_returned
