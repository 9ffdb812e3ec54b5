"""The whole of a scenario: one file says everything that a run depends on."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, create_model

from sim.language.bounds import Bare, Count, Date, Seed
from sim.language.distribution import DurationDistribution
from sim.language.model import Model, Of, OneWord
from sim.language.quantity import Duration, Label, Money, Number, PerResident, Share, Whole
from sim.mechanisms import MECHANISMS
from sim.scenario.hazards import Hazard
from sim.scenario.staff import Calendar, Crews, Roster, Staff
from sim.scenario.territory import Population, Profiles, Shock, Territory


class Run(Model):
    """When the clock starts, what is watched, and how often it is repeated."""

    start: Annotated[Date, Of.OCCURRENCES] = Field(
        description="The day on whose midnight the clock starts (the warm-up comes first)."
    )
    warmup: Annotated[Duration, Of.OCCURRENCES]
    length: Annotated[Duration, Of.OCCURRENCES] = Field(
        description="The window whose issues and cases enter the measures."
    )
    followup: Annotated[Duration, Of.OCCURRENCES] = Field(
        description="Time after the window in which its cases are followed up."
    )
    seed: Annotated[Seed, Of.OCCURRENCES]
    replications: Count = Field(ge=1)
    stock: Annotated[Literal["empty", "stationary"], Of.OCCURRENCES] = Field(
        "empty", description="Open issues at the start: none, or drawn from the stationary stock."
    )


class Channel(Model):
    """A way to report: its users and the time until the report is on the desk."""

    title: Label
    share: Share = Field(description="Share of residents who prefer it.")
    registration: DurationDistribution = Field(description="Time from report to work order.")


class Grids(Model):
    """How many grids there are: a count, or households per grid. Exactly one of the two."""

    count: Whole | None = None
    households_per_grid: Number | None = None
    cost: Money | None = Field(None, description="Setting up and running one grid, a year.")


if TYPE_CHECKING:

    class Mechanisms(Model):
        """What people and units do; each section is one file of sim/mechanisms."""

        def __getattr__(self, section: str) -> Any: ...

else:
    Mechanisms = create_model(
        "Mechanisms",
        __base__=Model,
        __doc__="What people and units do; each section is one file of sim/mechanisms.",
        **{
            mechanism.section: (mechanism.parameters, ... if mechanism.required else mechanism.parameters())
            for mechanism in MECHANISMS
        },
    )


class FieldRange(Model):
    """What a measure of this scenario is expected to be, by hand or in the field."""

    published: bool = Field(
        default=True, description="What the field publishes; false: worked out by hand from the scenario's own numbers."
    )
    expected: Bare | None = None
    low: Bare
    high: Bare
    unit: str = ""
    grade: Literal["A", "B", "B-", "C", "D", "E"]
    source: str


class Scenario(Model):
    """A district, its problems, its organisation and its rules."""

    name: OneWord = Field(description="One word: it names result folders.")
    title: Label
    about: str | Label = Field("", description="What it stands for and where its numbers come from.")
    run: Annotated[Run, Of.WORLD]
    calendar: Calendar
    rosters: dict[str, Roster]
    territory: Annotated[Territory, Of.WORLD, Of.GROUND]
    population: Annotated[Population, Of.WORLD]
    profiles: Annotated[Profiles, Of.WORLD, Of.OCCURRENCES]
    shocks: Annotated[list[Shock], Of.WORLD, Of.OCCURRENCES] = Field(default_factory=list)
    hazards: Annotated[dict[str, Hazard], Of.WORLD]
    prevention: dict[str, Share] = Field(
        default_factory=dict, description="Share of the primary issues of a hazard that is prevented."
    )
    consultations: Annotated[PerResident, Of.OCCURRENCES] = Field(
        description="Contacts that ask for information and are answered at once."
    )
    channels: dict[str, Channel]
    grids: Grids
    staff: Staff
    departments: dict[str, Crews]
    mechanisms: Mechanisms
    field: dict[str, FieldRange] = Field(
        default_factory=dict, description="Measures and the range they are expected in, shown in the report."
    )
