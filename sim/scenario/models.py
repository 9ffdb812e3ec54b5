"""The whole of a scenario: one file says everything that a run depends on."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

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


class IndicatorLevel(Model):
    """A level of a tree of indicators, such as aspects, items, indicators."""

    title: Label
    count: Count | None = Field(None, ge=0, description="How many the source counts, named or not; unsaid: those here.")


class Indicator(Model):
    """An entry of the tree: what it is called, in which other entry it stands, and the measure that stands for it."""

    title: Label | None = Field(None, description="As the source names it; unsaid: the measure's own name.")
    of: str | None = Field(None, description="The entry in which it stands; unsaid: it stands at the top.")
    measure: str | None = Field(None, description="The measure that stands for it; unsaid: nothing here measures it.")


class PlacedIndicator(NamedTuple):
    """An entry at its place: its name, how deep it stands (0: at the top), and itself."""

    name: str
    depth: int
    entry: Indicator


MOST_DEEP = 8
"""Levels that a tree of indicators has at most."""


class Indicators(Model):
    """The tree of indicators by which a place judges itself, shown with the values of a run that it does not change."""

    title: Label
    source: str | Label = Field("", description="Where the tree is published, and who chose the measures.")
    levels: dict[str, IndicatorLevel] = Field(default_factory=dict, description="Levels, the highest first.")
    entries: dict[str, Indicator] = Field(default_factory=dict, description="Entries by name, in their order.")

    def in_order(self, of: str | None = None, depth: int = 0) -> Iterator[PlacedIndicator]:
        """Yield the entries in one or at the top, each before those in it; none in a ring or deeper than MOST_DEEP."""
        for name, entry in self.entries.items():
            if entry.of == of and depth < MOST_DEEP:
                yield PlacedIndicator(name, depth, entry)
                yield from self.in_order(name, depth + 1)

    def named(self) -> list[int]:
        """Return how many entries of each level have a title; a measure that is put in without one is none of them."""
        depths = [placed.depth for placed in self.in_order() if placed.entry.title is not None]
        return [depths.count(depth) for depth in range(len(self.levels))]


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
    indicators: Indicators | None = Field(
        None, description="The tree of indicators by which the place judges itself, shown in the report."
    )
