"""What goes wrong, how it is found, and what it takes to put it right."""

from typing import Annotated, Literal

from pydantic import Field

from sim.language.bounds import Within
from sim.language.distribution import DurationDistribution
from sim.language.model import Model, Of
from sim.language.quantity import Duration, Label, Number, PerDay, PerResident, Share, Whole


class Heals(Model):
    """Issues that end by themselves if nobody comes."""

    share: Share
    after: DurationDistribution


class Recurs(Model):
    """Issues that come back after they ended, healed or fixed, because their cause remains."""

    share: Share = Field(
        description="Probability that an issue that ended is followed by another; "
        "also the share of all issues that are recurrences."
    )
    after: DurationDistribution


class Handling(Model):
    """One unit that may have to handle an issue, and the work it holds for it."""

    share: Share = Field(description="Share of the issues whose handling falls to this unit.")
    work: DurationDistribution = Field(description="Work at the place, travel apart.")


class Part(Model):
    """What joint issues need of a department where they need it."""

    crews: Annotated[Whole, Within(1, 60)] = Field(
        Whole(value=1), description="Crews that it sends; each has a part of its own, and none has two."
    )
    work: DurationDistribution | None = Field(
        None, description="Work on site of each of its crews; unsaid: that of all departments."
    )


class Joint(Model):
    """Issues that truly need several departments."""

    share: Share
    departments: dict[int, Share] = Field(description="Distribution of the number of departments needed, two or more.")
    among: list[str] = Field(description="Departments that may be needed beside the one in charge.")
    work: DurationDistribution = Field(description="Joint work on site, the same for all who came.")
    parts: dict[str, Part] = Field(
        default_factory=dict,
        description="By department, where its part is another: several crews, or work of its own. Unsaid: one crew, and"
        " the work of all.",
    )
    hard: bool = Field(False, description="Whistles for it are of the hard kind.")

    def crews_of(self, department: str) -> int:
        """Crews that an issue needs of a department where it needs that."""
        own = self.parts.get(department)
        return 1 if own is None else own.crews.value

    def work_of(self, department: str) -> DurationDistribution:
        """Work on site of each crew of a department."""
        own = self.parts.get(department)
        return self.work if own is None or own.work is None else own.work


class Hazard(Model):
    """One category of issues."""

    title: Label
    rate: Annotated[PerResident, Of.OCCURRENCES] = Field(
        description="Issues per resident and year, recurrences included."
    )
    stream: Literal["street_order", "request"] = Field(
        description="Patrol stream of street order, or requests of residents."
    )
    place: Literal["public", "home"]
    group: Annotated[str | None, Of.OCCURRENCES] = Field(
        None, description="It befalls households of this group alone, and `rate` is per member. Unsaid: anybody."
    )
    hours: Annotated[str, Of.OCCURRENCES] = Field(description="Name of an hour profile.")
    weekdays: Annotated[str | None, Of.OCCURRENCES] = Field(
        None, description="Name of a weekday profile; none is even."
    )
    months: Annotated[str | None, Of.OCCURRENCES] = Field(None, description="Name of a month profile; none is even.")
    seen_per_pass: Share = Field(description="Probability that a patrol passing an open issue sees it.")
    noticed: PerDay = Field(description="People who notice an open issue, per day.")
    awake: str | None = Field(None, description="Hours in which it is noticed. Unsaid: those of reporting.")
    company: Annotated[Share | None, Within(0, 0.95)] = Field(
        None, description="Share of the reports of it that come in company. Unsaid: that of reporting."
    )
    reports: Share = Field(description="Probability that one who notices it reports it, at mean trust.")
    revealed_per_visit: Share = Field(description="Probability that a household visit reveals it.")
    at_once: bool = Field(False, description="Reported the moment it occurs, whatever the rest says.")
    heals: Heals | None = None
    recurs: Annotated[Recurs | None, Of.OCCURRENCES] = None
    dangerous: Share = Field(description="Share of dangerous issues.")
    unsolvable: Share = Field(Share.of(0), description="Share of issues that no work can fix.")
    contested: Share = Field(Share.of(0), description="Share of issues over which residents are at odds.")
    unclear: Share = Field(Share.of(0), description="Share of issues of which it is unclear who owns them.")
    severity: Annotated[Number, Within(0, "1e6")] = Field(description="Weight of a day that it stays open.")
    fixed_on_the_spot: Share = Field(description="Share that a patrol can fix at once when it finds it.")
    handled_by: dict[str, Handling] = Field(description="grid, community, a street team or a department.")
    procedure: DurationDistribution | None = Field(None, description="Waiting before work that occupies nobody.")
    deadline: Annotated[Duration, Of.ORGANISATION] = Field(description="Time limit from registration.")
    joint: Joint | None = None
    verified_first: Annotated[bool, Of.ORGANISATION] = Field(
        False, description="Public reports of it are verified on site before filing."
    )
    small: Annotated[bool, Of.ORGANISATION] = Field(
        False, description="Party members may take it up off hours while it waits at grid or community."
    )
    urgency: Annotated[Literal["emergency", "urgent", "normal"], Of.ORGANISATION] = "normal"
