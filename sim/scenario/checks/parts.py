"""Ways into a scenario that several checks share."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.contradiction import Path
from sim.language.quantity import Quantity
from sim.scenario.hazards import Joint
from sim.scenario.models import Scenario
from sim.scenario.problems import dotted
from sim.scenario.staff import Crews, Travel

GRID, COMMUNITY = "grid", "community"
"""Units that every scenario has."""


def quantity(scenario: Scenario, path: Path) -> Quantity:
    """Return the quantity that stands at a path of plain fields."""
    value: object = scenario
    for step in path:
        value = getattr(value, str(step))
    if not isinstance(value, Quantity):
        raise TypeError(f"{dotted(path)} is no quantity")
    return value


def crews(scenario: Scenario) -> Iterator[tuple[Path, Crews]]:
    """Yield the desks, teams and departments, each with its path."""
    yield ("staff", "community_desks"), scenario.staff.community_desks
    for name, team in scenario.staff.street_teams.items():
        yield ("staff", "street_teams", name), team
    for name, department in scenario.departments.items():
        yield ("departments", name), department


def places_of(scenario: Scenario, path: Path) -> int:
    """Return the number of places that the unit at a path has: communities, streets, or the one district."""
    if path[:2] == ("staff", "community_desks"):
        return scenario.territory.communities.value
    return scenario.territory.streets.value if path[0] == "staff" else 1


def travels(scenario: Scenario) -> Iterator[tuple[Path, Travel]]:
    """Yield how everybody gets about, each with its path."""
    yield ("staff", "grid_workers", "travel"), scenario.staff.grid_workers.travel
    for path, unit in crews(scenario):
        yield (*path, "travel"), unit.travel


def joints(scenario: Scenario) -> Iterator[tuple[str, Joint]]:
    """Yield what is said of issues that need several departments, by the name of their hazard."""
    for name, hazard in scenario.hazards.items():
        if hazard.joint is not None and hazard.joint.share.value > 0:
            yield name, hazard.joint
