"""People and ground: what can be computed and is hardly meant."""

from collections.abc import Iterator

from sim.language.contradiction import Doubt
from sim.scenario.models import Scenario
from sim.scenario.sizes import grids_of

HOUSEHOLD = (1.5, 5.0)
"""People in a household that are usual: China's provinces had 2.2 to 3.2 in the census of 2020 (background knowledge),
large cities in Europe fewer, some in South Asia more."""
DENSITY = (500.0, 40_000.0)
"""Residents per km² of built-up area that are usual: villages to the densest districts (background knowledge)."""
GRIDS_OF_A_WORKER = 2
"""Grids that a worker has at most without anybody wondering (assumed; the presets have 0.6 to 1)."""
KM2 = 1e6


def households_are_of_usual_size(scenario: Scenario) -> Iterator[Doubt]:
    """As many people live in a household as in most places."""
    population = scenario.population
    people = population.residents.value / population.households.value
    if not HOUSEHOLD[0] <= people <= HOUSEHOLD[1]:
        figures = {"people": people, "low": HOUSEHOLD[0], "high": HOUSEHOLD[1]}
        yield Doubt(("population", "residents"), "household", figures)


def workers_are_as_many_as_grids(scenario: Scenario) -> Iterator[Doubt]:
    """No worker has more grids than are usual."""
    workers, grids = scenario.staff.grid_workers.count.value, grids_of(scenario)
    if grids > GRIDS_OF_A_WORKER * workers:
        yield Doubt(("staff", "grid_workers", "count"), "grids", {"workers": workers, "grids": grids})


def density_is_usual(scenario: Scenario) -> Iterator[Doubt]:
    """As many people live on a square kilometre as in most built-up areas."""
    density = scenario.population.residents.value / (scenario.territory.area.value / KM2)
    if not DENSITY[0] <= density <= DENSITY[1]:
        figures = {"density": density, "low": DENSITY[0], "high": DENSITY[1]}
        yield Doubt(("territory", "area"), "density", figures)
