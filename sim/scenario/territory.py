"""Where the district lies and who lives there: the part of a scenario that no organisation changes."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from sim.language.bounds import Bare, Date, Seed, Within
from sim.language.distribution import NumberDistribution
from sim.language.model import Model, Of
from sim.language.quantity import Area, Label, Number, RouteDensity, Share, Whole, value_or


class Zone(Model):
    """Places of a kind: offices, markets, parks; or whole communities, as villages are.

    The rate of a hazard is that of the whole district, so what is more here is less elsewhere.
    """

    title: Label
    share: Share = Field(description="Share of the public places that lie in it; of communities if `whole`.")
    homes: Share | None = Field(None, description="Share of the households that lie in it. Unsaid: none.")
    whole: bool = Field(False, description="It is made of whole communities, with all that is in them.")
    rates: dict[str, Annotated[Number, Within(0, 20)]] = Field(
        default_factory=dict,
        description="How many times as many issues of a hazard a place in it has as one in no zone. Unsaid: 1.",
    )


class Territory(Model):
    """The ground: streets, communities, public places and the way past them.

    Without `geojson` a plausible territory is generated from the numbers; with it the communities are the
    polygons given there (longitude and latitude, in their order), and `area` and `communities` must agree. A file that
    names a map and says no `area` has that of its polygons.
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
    zones: dict[str, Zone] = Field(
        default_factory=dict, description="Zones by name; a place lies in one at most. Unsaid: places are all alike."
    )
    geojson: str | dict[str, Any] | None = Field(
        None,
        description="GeoJSON file of community polygons, beside the scenario file; "
        "in a resolved scenario what stood in it.",
    )


class Group(Model):
    """Households of a kind: old people alone, families of veterans. All who live in one are its members."""

    title: Label
    share: Annotated[Share, Of.GROUND] = Field(description="Share of all households, but for those of the zones named.")
    zones: Annotated[dict[str, Share], Of.GROUND] = Field(
        default_factory=dict, description="Share of the households of a zone, by its name."
    )
    inclination: Annotated[Number | None, Within(0, 10)] = Field(
        None, description="Factor of its members on the probability to report. Unsaid: 1."
    )
    channel: str | None = Field(None, description="The channel by which all of them report. Unsaid: as others do.")
    at_home: Annotated[Number | None, Within(0, 10)] = Field(
        None, description="Factor on the probability that a household visit finds somebody who tells. Unsaid: 1."
    )

    def expected(self, zones: Mapping[str, Zone]) -> float:
        """Share of all households, and so of residents, that is expected to be of the group in such zones."""
        shares = home_shares(zones)
        named = {name: share for name, share in self.zones.items() if name in shares}
        inside = sum(shares[name] * share.value for name, share in named.items())
        return inside + max(1.0 - sum(shares[name] for name in named), 0.0) * self.share.value


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
    groups: dict[str, Group] = Field(
        default_factory=dict, description="Groups by name; a household is of one at most. Unsaid: all are alike."
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


def exposed(scenario: Any, hazard: Any) -> float:
    """Residents to whom the rate of a hazard applies: all, or the members of its group, as many as are expected."""
    people = scenario.population
    if hazard.group is None:
        return float(people.residents.value)
    if hazard.group not in people.groups:
        return 0.0
    return float(people.residents.value * people.groups[hazard.group].expected(scenario.territory.zones))


def home_shares(zones: Mapping[str, Zone]) -> dict[str, float]:
    """Expected share of all households that lie in each zone; those of whole communities go first."""
    whole = sum(zone.share.value for zone in zones.values() if zone.whole)
    rest = max(1.0 - whole, 0.0)
    return {name: zone.share.value if zone.whole else rest * value_or(zone.homes, 0.0) for name, zone in zones.items()}
