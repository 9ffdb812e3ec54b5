"""A scenario for another number of residents: ground, people, hands and crews in proportion, so that it works alike.

Counts are rounded up where fewer would mean more for each. Work does not fall evenly on communities, and small pools
come in whole crews; so crews are raised where a desk, team or department would still have more than it can do.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sim.language.contradiction import Path
from sim.plan.offered.load import offered_loads
from sim.said import said
from sim.scenario.checks.parts import crews, places_of, quantity
from sim.scenario.load import Draft, resolved
from sim.scenario.models import Scenario
from sim.scenario.problems import dotted

ROUNDED_UP: tuple[Path, ...] = (("territory", "streets"), ("territory", "communities"))
ROUNDED: tuple[Path, ...] = (
    ("territory", "places"),
    ("population", "households"),
    ("grids", "count"),
    ("staff", "grid_workers", "count"),
    ("staff", "grid_leaders", "count"),
    ("mechanisms", "party_members", "members"),
)
AREA: Path = ("territory", "area")
RESIDENTS: Path = ("population", "residents")
M2_IN_KM2 = 1e6


class Scaled(NamedTuple):
    """A number in proportion: as a scenario writes it, and the arithmetic (`sim.said`)."""

    value: str
    source: str


@dataclass(frozen=True)
class Town:
    """What differs in a scenario for so many residents from the one that it was scaled from, by path; `factor` is the
    number of residents over that of the other."""

    factor: float
    numbers: Mapping[Path, Scaled]

    def sets(self) -> list[str]:
        """Return the assignments that make the town of the scenario that it was scaled from."""
        return [f"{dotted(path)}={number.value}" for path, number in self.numbers.items()]


def scaled(template: Draft, residents: int) -> Town:
    """Return a town of so many residents in proportion to a scenario that has a number of grids.

    Raise ScenarioError if there is none such, for instance because it has fewer residents than crews.
    """
    base = resolved(template).scenario
    factor = residents / base.population.residents.value
    numbers = _ground_and_people(base, residents, factor)
    for path, unit in crews(base):
        before = unit.in_all(places_of(base, path))
        numbers |= _crews(path, before, math.ceil(_exactly(before * factor)), factor)
    town = resolved(template, Town(factor, numbers).sets()).scenario
    units = dict(crews(base))
    for load in offered_loads(town):
        path = load.path[:-1]
        if path in units and load.enough > load.crews:
            numbers |= _crews(path, units[path].in_all(places_of(base, path)), int(load.enough), factor)
    return Town(factor, numbers)


def _ground_and_people(base: Scenario, residents: int, factor: float) -> dict[Path, Scaled]:
    area = base.territory.area.value / M2_IN_KM2
    numbers = {
        RESIDENTS: Scaled(str(residents), said("chosen")),
        AREA: _of(f"{area * factor:.4g} km2", f"{area:g} km2", factor),
    }
    for path in (*ROUNDED_UP, *ROUNDED):
        before = quantity(base, path).value
        exact = _exactly(before * factor)
        count = max(math.ceil(exact) if path in ROUNDED_UP else round(exact), 1)
        numbers[path] = _of(str(count), f"{before:,}", factor)
    return numbers


def _crews(path: Path, before: int, count: int, factor: float) -> dict[Path, Scaled]:
    """Return the crews of a unit: those of communities and streets are shared out by residents."""
    raised = count > math.ceil(_exactly(before * factor))
    why = "raised until none has more work than hours" if raised else "rounded up"
    source = said("arithmetic: {before:,} x {factor:.3g}, {why}", before=before, factor=factor, why=said(why))
    number = Scaled(str(max(count, 1)), source)
    if path[0] == "departments":
        return {(*path, "crews"): number}
    return {(*path, "crews"): Scaled("null", ""), (*path, "total"): number}


def _of(value: str, before: str, factor: float) -> Scaled:
    return Scaled(value, said("arithmetic: {before} x {factor:.3g}", before=before, factor=factor))


def _exactly(value: float) -> float:
    """A product without what the computer's numbers add to it."""
    return round(value, 9)
