"""Grids: an overlay on the ground that cuts each community into contiguous parts of nearly equal household count.

Any number of grids is possible without touching the world below. Grids are shared out among communities in proportion
to households; a community is cut by lines across its longer side until it has its number of parts.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from sim.scenario.models import Scenario
from sim.world.ground import Floats, Ground, Ints, share_out


@dataclass(frozen=True)
class GridLayout:
    """GridLayout by number (length G) and the grid of each site (length S)."""

    community: Ints
    households: Ints
    sites: Ints
    route_m: Floats
    outlines: list[BaseGeometry]
    of_site: Ints


def grid_count(scenario: Scenario) -> int:
    """Number of grids of a scenario, from its count or its households per grid (at least one per community)."""
    grids = scenario.grids
    if grids.count is not None:
        return int(grids.count.value)
    assert grids.households_per_grid is not None  # the scenario has exactly one of the two
    return max(1, round(scenario.population.households.value / grids.households_per_grid.value))


def cut_grids(scenario: Scenario, ground: Ground) -> GridLayout:
    """Cut the communities of a ground into the scenario's grids. The route of a grid is in proportion to its places."""
    homes = np.diff(ground.first_home).astype(float)
    counts = share_out(grid_count(scenario), homes, least=1)
    of_site = np.full(len(ground.x), -1, dtype=np.int64)
    outlines: list[BaseGeometry] = []
    for c, count in enumerate(counts):
        for sites, outline in _cut(ground, _sites_of(ground, c), ground.outlines[c], int(count)):
            of_site[sites] = len(outlines)
            outlines.append(outline)
    community = np.repeat(np.arange(len(counts)), counts)
    sites = np.bincount(of_site[of_site >= 0], minlength=len(outlines))
    places = np.bincount(of_site[: ground.places][of_site[: ground.places] >= 0], minlength=len(outlines))
    households = np.bincount(of_site[ground.places :][of_site[ground.places :] >= 0], minlength=len(outlines))
    return GridLayout(community, households, sites, _routes(scenario, ground, community, places), outlines, of_site)


def _sites_of(ground: Ground, c: int) -> Ints:
    places = np.arange(ground.first_place[c], ground.first_place[c + 1])
    return np.concatenate([places, np.arange(ground.first_home[c], ground.first_home[c + 1])])


def _cut(ground: Ground, sites: Ints, outline: BaseGeometry, count: int) -> list[tuple[Ints, BaseGeometry]]:
    if count <= 1:
        return [(sites, outline)] if count == 1 else []
    x0, y0, x1, y1 = outline.bounds
    across = ground.x if x1 - x0 >= y1 - y0 else ground.y
    homes = np.sort(across[sites[sites >= ground.places]])
    left = count // 2
    at = len(homes) * left // count
    low, high = (x0, x1) if across is ground.x else (y0, y1)
    line = (homes[at - 1] + homes[at]) / 2.0 if 0 < at < len(homes) else low + (high - low) * left / count
    near = shapely.box(x0, y0, line, y1) if across is ground.x else shapely.box(x0, y0, x1, line)
    far = shapely.box(line, y0, x1, y1) if across is ground.x else shapely.box(x0, line, x1, y1)
    below = across[sites] < line
    return _cut(ground, sites[below], outline.intersection(near), left) + _cut(
        ground, sites[~below], outline.intersection(far), count - left
    )


def _routes(scenario: Scenario, ground: Ground, community: Ints, places: Ints) -> Floats:
    """Walkable metres of each grid: the community's route, shared out by public places (which line the streets)."""
    area = np.array([outline.area for outline in ground.outlines])
    route = area * scenario.territory.route_density.value
    return np.asarray(route[community] * places / np.maximum(np.diff(ground.first_place), 1)[community])
