"""What place a scenario is about, in a sentence: how many residents, communities, grids, workers and crews."""

from __future__ import annotations

from sim.scenario.models import Scenario
from sim.words import Language, label
from sim.world.grids import grid_count


def place_counts(scenario: Scenario) -> dict[str, float]:
    """Return how many residents, communities, grids, grid workers and crews of departments a scenario has."""
    return {
        "residents": scenario.population.residents.value,
        "communities": scenario.territory.communities.value,
        "grids": grid_count(scenario),
        "workers": scenario.staff.grid_workers.count.value,
        "crews": sum(unit.in_all(1) for unit in scenario.departments.values()),
    }


def place_text(scenario: Scenario, title: str, language: Language) -> str:
    """Return a sentence that says what place a scenario is about; `title` is what the scenario is called."""
    counts = {name: f"{count:,.0f}" for name, count in place_counts(scenario).items()}
    return label("asked_place", language).format(title=title, **counts)
