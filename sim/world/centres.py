"""Where service centres stand, and how far each household has to the next one."""

import numpy as np
import shapely
from numpy.typing import NDArray

from sim.world.ground import Ground

Floats = NDArray[np.float64]


def metres_to_centre(ground: Ground, count: int) -> Floats:
    """Metres (as the crow flies) from each household to the nearest of so many centres, shape (households,)."""
    sites = _sites(ground, count)
    x, y = ground.x[ground.places :], ground.y[ground.places :]
    nearest = np.full(len(x), np.inf)
    for east, north in sites.tolist():
        np.minimum(nearest, np.sqrt((x - east) ** 2 + (y - north) ** 2), out=nearest)
    return nearest


def by_community(ground: Ground, of_household: Floats) -> Floats:
    """Mean of a number of each household over those of each community, shape (communities,)."""
    home = ground.community[ground.places :]
    count = np.bincount(home, minlength=ground.communities)
    return np.asarray(np.bincount(home, weights=of_household, minlength=ground.communities) / np.maximum(count, 1))


def _sites(ground: Ground, count: int) -> Floats:
    """Positions (count, 2) of centres, each amid a community: one after the other where it spares most metres to all
    residents together (the greedy way to a p-median; Kuehn and Hamburger 1963)."""
    middle = shapely.get_coordinates(shapely.centroid(np.array(ground.outlines, dtype=object)))
    apart = np.sqrt(((middle[:, np.newaxis] - middle[np.newaxis]) ** 2).sum(axis=2))
    nearest = np.full(len(middle), np.inf)
    chosen: list[int] = []
    for _ in range(min(count, len(middle))):
        walked = np.minimum(nearest[:, np.newaxis], apart).T @ ground.residents
        walked[chosen] = np.inf
        chosen.append(int(np.argmin(walked)))
        nearest = np.minimum(nearest, apart[chosen[-1]])
    return middle[chosen]
