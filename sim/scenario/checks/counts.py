"""Counts and sizes: what must not be zero, what cannot be more than something else, what an engine can hold."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.checks import above_zero
from sim.language.contradiction import Contradiction, Path
from sim.said import said
from sim.scenario.checks.parts import crews, places_of, quantity
from sim.scenario.models import Scenario
from sim.scenario.problems import dotted
from sim.scenario.sizes import crews_of_mechanisms

MAX_COMMUNITIES, MAX_HAZARDS = 65_535, 255
"""As many as the number of an issue has room for (16 and 8 bits, the last hazard being consultations)."""
MAX_DEPARTMENTS = 60
"""The departments that a case needs are the bits of one integer."""
MAX_SITES = 20_000_000
"""Households, residents or public places that fit in memory."""

_ABOVE_ZERO: tuple[Path, ...] = (
    ("territory", "streets"),
    ("territory", "communities"),
    ("territory", "area"),
    ("territory", "route_density"),
    ("territory", "places"),
    ("territory", "centre_density"),
    ("population", "households"),
    ("population", "residents"),
)
_NOT_MORE: tuple[tuple[Path, Path], ...] = (
    (("territory", "streets"), ("territory", "communities")),
    (("territory", "communities"), ("territory", "places")),
    (("territory", "communities"), ("population", "households")),
    (("population", "households"), ("population", "residents")),
)


def sizes_are_above_zero(scenario: Scenario) -> Iterator[Contradiction]:
    """There is somebody to live in the district and somewhere to live."""
    for path in _ABOVE_ZERO:
        yield from above_zero(quantity(scenario, path), path)


def parts_are_not_more_than_the_whole(scenario: Scenario) -> Iterator[Contradiction]:
    """A part is not larger than what it is a part of, and each home has somebody in it."""
    for part, whole in _NOT_MORE:
        most = quantity(scenario, whole).value
        if quantity(scenario, part).value > most:
            yield Contradiction(part, said("more than {whole}, which is {most:,}", whole=dotted(whole), most=most))


def grids_are_told_once(scenario: Scenario) -> Iterator[Contradiction]:
    """The number of grids follows from their count, or from the households in each; none is empty."""
    grids, households = scenario.grids, scenario.population.households.value
    if (grids.count is None) == (grids.households_per_grid is None):
        many = said("neither") if grids.count is None else said("both")
        message = said("says {many} of `count` and `households_per_grid`", many=many)
        yield Contradiction(("grids",), message, allowed="say one; null takes an inherited one away")
        return
    for name, told in (("count", grids.count), ("households_per_grid", grids.households_per_grid)):
        if told is not None and not 1 <= told.value <= households:
            message = said(
                "must lie between 1 and population.households, which is {households:,}", households=households
            )
            yield Contradiction(("grids", name), message)


def numbers_have_room(scenario: Scenario) -> Iterator[Contradiction]:
    """Engines can number the communities, hazards and departments."""
    for path, count, most in (
        (("territory", "communities"), scenario.territory.communities.value, MAX_COMMUNITIES),
        (("hazards",), len(scenario.hazards), MAX_HAZARDS),
        (("departments",), len(scenario.departments), MAX_DEPARTMENTS),
    ):
        if count > most:
            yield Contradiction(
                path, said("{count:,} are too many", count=count), allowed=said("at most {most:,}", most=most)
            )


def sites_fit_in_memory(scenario: Scenario) -> Iterator[Contradiction]:
    """The district is of a size that a computer can hold."""
    for path in (("territory", "places"), ("population", "households"), ("population", "residents")):
        if quantity(scenario, path).value > MAX_SITES:
            yield Contradiction(path, "more than fit in memory", allowed=said("at most {most:,}", most=MAX_SITES))


def people_have_room(scenario: Scenario) -> Iterator[Contradiction]:
    """There is room for everybody: in smaller areas rounds would take less time than a step."""
    area, residents = scenario.territory.area.value, scenario.population.residents.value
    if scenario.territory.geojson is None and area < residents:
        yield Contradiction(
            ("territory", "area"),
            said("too small for {residents:,} residents", residents=residents),
            allowed="1 m2 for each",
        )


def crews_are_people(scenario: Scenario) -> Iterator[Contradiction]:
    """No more people work for the district than live in it."""
    total = scenario.staff.grid_workers.count.value + crews_of_mechanisms(scenario)
    for path, unit in crews(scenario):
        total += unit.in_all(places_of(scenario, path))
    if total > scenario.population.residents.value:
        message = said(
            "fewer than the {total:,.0f} workers and crews of staff, departments and mechanisms", total=total
        )
        yield Contradiction(("population", "residents"), message)
