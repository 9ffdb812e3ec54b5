"""Where the district lies and who lives there: the part of a scenario that no organisation changes."""

from typing import Annotated, Any

from pydantic import Field

from sim.language.bounds import Bare, Date, Seed, Within
from sim.language.distribution import NumberDistribution
from sim.language.model import Model, Of
from sim.language.quantity import Area, Label, Number, RouteDensity, Whole


class Territory(Model):
    """The ground: streets, communities, public places and the way past them.

    Without `geojson` a plausible territory is generated from the numbers; with it the communities are the
    polygons given there (longitude and latitude, in their order), and `area` and `communities` must agree.
    """

    seed: Seed = Field(1, description="Seed of the ground itself; the same ground for every run seed.")
    streets: Whole = Field(description="Street offices (subdistricts).")
    communities: Whole = Field(description="Communities, shared out among the streets.")
    area: Area = Field(description="Built-up area covered by the communities.")
    route_density: RouteDensity = Field(description="Walkable route per area: streets, lanes and estate paths.")
    places: Whole = Field(description="Public places where street issues occur.")
    centre_density: Annotated[Number, Within(0, 1000)] = Field(
        description="Household density at the centre of the district over that at its edge."
    )
    community_spread: Annotated[Number, Within(0, 10)] = Field(
        description="Coefficient of variation of issue rates between communities."
    )
    place_spread: Annotated[Number | None, Within(0, 10)] = Field(
        None,
        description="Coefficient of variation of issue rates between the places of a community, for each hazard apart: "
        "some are chronic. Unsaid: all alike.",
    )
    geojson: str | dict[str, Any] | None = Field(
        None,
        description="GeoJSON file of community polygons, beside the scenario file; "
        "in a resolved scenario what stood in it.",
    )


class Population(Model):
    """Households and residents, fixed whatever the grids."""

    households: Annotated[Whole, Of.GROUND]
    residents: Annotated[Whole, Of.GROUND]
    trust: NumberDistribution = Field(description="Trust of a resident in the handling of issues at the start, 0 to 1.")
    inclination: NumberDistribution = Field(
        description="Factor of a resident on the probability to report, mean 1, bounded."
    )
    inclination_ratio: Annotated[Number | None, Within(1, 100)] = Field(
        None,
        description="How many times as fast the readiest community may report as the least ready. Unsaid: all alike.",
    )


class Shock(Model):
    """A time in which issues occur at other rates: a storm, a break of the heating."""

    title: Label
    start: Date
    days: Annotated[Whole, Within(0, 36500)]
    hours: str | None = Field(
        None, description="Hours of each of these days in which it acts, e.g. '14:00-18:00'; unsaid: all day."
    )
    factors: dict[str, Number] = Field(description="Factor on the rate of each hazard named.")


class Profiles(Model):
    """How rates vary in time; each profile is scaled to mean 1."""

    hours: dict[str, list[Bare]] = Field(description="24 weights of the hours of a day, by name of the profile.")
    weekdays: dict[str, list[Bare]] = Field(description="7 weights, Monday first, by name of the profile.")
    months: dict[str, list[Bare]] = Field(description="12 weights, January first, by name of the profile.")
    day_spread: Annotated[Number, Within(0, 10)] = Field(
        description="Coefficient of variation of the gamma factor of a hazard on each day."
    )
    common_day_spread: Annotated[Number | None, Within(0, 10)] = Field(
        None,
        description="The same of a factor of each day that all hazards have in common (weather). Unsaid: none.",
    )
    noticing_day_spread: Annotated[Number | None, Within(0, 10)] = Field(
        None,
        description="The same of a factor of each day on how many people notice what is open, common to all hazards"
        " (weather, news). Unsaid: none.",
    )
