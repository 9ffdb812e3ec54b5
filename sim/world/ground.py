"""The ground: communities, households and public places, drawn from the territory's own seed.

Given numbers only, the district is a rectangle that communities tile, with households denser towards its centre;
given GeoJSON the communities are its polygons. All positions are metres east and north of the south-west corner.
"""

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from sim.chance.draws import stream, uniforms
from sim.scenario.models import Scenario
from sim.scenario.outlines import read_outlines
from sim.world.zones import Sites, groups_of, zones_of

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Box = tuple[float, float, float, float]
"""West, south, east and north edge, metres."""

JITTER = 0.3
"""Widest shift of a dividing line between generated communities, as part of the room on each side (assumed)."""
ATTEMPTS = 200
"""Draws of a point in a polygon's bounding box before the polygon is called degenerate."""


@dataclass(frozen=True)
class Ground:
    """Communities (arrays of length C), sites (length S: all public places, then all households) and residents.

    `first_place[c]` to `first_place[c + 1] - 1` are the sites of community c's public places, `first_home` likewise its
    households (numbered as sites). Household h (site - places) has residents from `first_resident[h]` to
    `first_resident[h + 1] - 1`. `x` and `y` are in metres. `along[s]` is the rank of a site on a space-filling curve
    through its community, which keeps neighbours together. `residents` are those of a community, `rate_factor` is its
    factor on all rates of issues. `zone` and `group` of each site are numbers in the scenario's order, from 1; 0: none.
    """

    outlines: list[shapely.Polygon]
    street: Ints
    first_place: Ints
    first_home: Ints
    x: Floats
    y: Floats
    community: Ints
    along: Ints
    first_resident: Ints
    residents: Ints
    rate_factor: Floats
    zone: Ints
    group: Ints

    @property
    def places(self) -> int:
        """Number of public places."""
        return int(self.first_place[-1])

    @property
    def communities(self) -> int:
        """Number of communities."""
        return len(self.outlines)

    @property
    def sites(self) -> Sites:
        """The community of each site, and how many are public places."""
        return Sites(self.community, self.places)

    def members(self, group: int) -> Ints:
        """Residents of each community (length C) who live in households of a group (number from 1)."""
        home, own = self.community[self.places :], self.group[self.places :] == group
        people = np.diff(self.first_resident)
        return np.bincount(home[own], weights=people[own], minlength=self.communities).astype(np.int64)

    def zone_means(self, factors: Floats, homes: bool) -> Floats:
        """Mean over each community's homes, or else its public places, of a factor by zone (of none first)."""
        own = slice(self.places, None) if homes else slice(0, self.places)
        its = self.community[own]
        total = np.bincount(its, weights=factors[self.zone[own]], minlength=self.communities)
        return np.asarray(total / np.maximum(np.bincount(its, minlength=self.communities), 1))


def build_ground(scenario: Scenario) -> Ground:
    """Lay out the district."""
    territory = scenario.territory
    seed = territory.seed
    outlines = _outlines(scenario)
    area = np.array([outline.area for outline in outlines])
    weight = area * _centre_density(outlines, territory.centre_density.value)
    households = share_out(scenario.population.households.value, weight, least=1)
    places = share_out(territory.places.value, area, least=1)
    x, y, community = _sites(seed, outlines, places, households)
    sizes = _household_sizes(seed, scenario.population.households.value, scenario.population.residents.value)
    first_resident = np.concatenate([[0], np.cumsum(sizes)])
    first_home = np.concatenate([[0], np.cumsum(households)]) + int(places.sum())
    residents = np.diff(first_resident[first_home - int(places.sum())])
    sites = Sites(community, int(places.sum()))
    zone = zones_of(territory, sites, len(outlines))
    return Ground(
        outlines=outlines,
        street=np.arange(len(outlines)) * territory.streets.value // len(outlines),
        first_place=np.concatenate([[0], np.cumsum(places)]),
        first_home=first_home,
        x=x,
        y=y,
        community=community,
        along=_ranks(x, y, community),
        first_resident=first_resident,
        residents=residents,
        rate_factor=_rate_factors(seed, residents, territory.community_spread.value),
        zone=zone,
        group=groups_of(seed, scenario.population.groups, list(territory.zones), sites, zone),
    )


class Inhabitants(NamedTuple):
    """Who lives where, by community: residents, the factor on all rates of issues, and the street."""

    residents: Ints
    rate_factor: Floats
    street: Ints

    def of(self, path: tuple[str | int, ...]) -> tuple[Ints, Floats]:
        """Return the residents and the share of issues of each place of the unit at a path of a scenario."""
        issues = self.residents * self.rate_factor
        if path[0] != "staff":
            return self.residents.sum(keepdims=True), np.ones(1)
        if path[1] == "community_desks":
            return self.residents, issues / issues.sum()
        by_street = [np.bincount(self.street, weights=weights) for weights in (self.residents, issues)]
        return by_street[0].astype(np.int64), by_street[1] / issues.sum()


def inhabitants(scenario: Scenario) -> Inhabitants:
    """Return who lives where in `build_ground`, without placing anybody."""
    territory, population = scenario.territory, scenario.population
    outlines = _outlines(scenario)
    area = np.array([outline.area for outline in outlines])
    weight = area * _centre_density(outlines, territory.centre_density.value)
    households = share_out(population.households.value, weight, least=1)
    sizes = _household_sizes(territory.seed, population.households.value, population.residents.value)
    ends = np.cumsum(np.concatenate([[0], sizes]))[np.concatenate([[0], np.cumsum(households)])]
    residents = np.diff(ends)
    return Inhabitants(
        residents,
        _rate_factors(territory.seed, residents, territory.community_spread.value),
        np.arange(len(outlines)) * territory.streets.value // len(outlines),
    )


def share_out(total: int, weight: Floats, least: int = 0) -> Ints:
    """Whole numbers in proportion to weights that add up to the total, by largest remainders.

    Each gets at least `least` as long as the total allows.
    """
    least = least if total >= least * len(weight) else 0
    exact = weight / weight.sum() * (total - least * len(weight))
    whole = np.floor(exact).astype(np.int64)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: total - least * len(weight) - int(whole.sum())]] += 1
    return np.asarray(whole + least)


def _outlines(scenario: Scenario) -> list[shapely.Polygon]:
    territory = scenario.territory
    if isinstance(territory.geojson, dict):
        return read_outlines(territory.geojson)
    side = math.sqrt(territory.area.value)
    state = stream(territory.seed, 0, "density")
    return [shapely.box(*box) for box in _tile((0.0, 0.0, side, side), territory.communities.value, state, 1)]


def _tile(box: Box, count: int, state: int, node: int) -> list[Box]:
    """Divide a rectangle into `count` by lines across the longer side, in an order that keeps neighbours near."""
    if count == 1:
        return [box]
    left = count // 2
    x0, y0, x1, y1 = box
    shift = 1.0 + JITTER * (2.0 * float(uniforms(state, np.array([node]), 0)[0]) - 1.0) / count
    part = min(max(left / count * shift, 0.1), 0.9)
    if x1 - x0 >= y1 - y0:
        cut = x0 + (x1 - x0) * part
        near, far = (x0, y0, cut, y1), (cut, y0, x1, y1)
    else:
        cut = y0 + (y1 - y0) * part
        near, far = (x0, y0, x1, cut), (x0, cut, x1, y1)
    return _tile(near, left, state, 2 * node) + _tile(far, count - left, state, 2 * node + 1)


def _centre_density(outlines: list[shapely.Polygon], factor: float) -> Floats:
    """Household density of communities: `factor` at the middle, falling to 1 at the edge (a cone)."""
    centres = np.array([(p.centroid.x, p.centroid.y) for p in outlines])
    distance = np.sqrt(((centres - centres.mean(axis=0)) ** 2).sum(axis=1))
    radius = float(distance.max()) or 1.0
    return np.asarray(1.0 + (factor - 1.0) * (1.0 - distance / radius))


def _sites(seed: int, outlines: list[shapely.Polygon], places: Ints, households: Ints) -> tuple[Floats, Floats, Ints]:
    """Positions and communities of all public places, then of all households."""
    parts = []
    for purpose, counts in (("place", places), ("household", households)):
        state = stream(seed, 0, purpose)
        for c, (outline, count) in enumerate(zip(outlines, counts, strict=True)):
            points = _points_inside(state, c, outline, int(count))
            parts.append((points[:, 0], points[:, 1], np.full(int(count), c, dtype=np.int64)))
    x, y, community = (np.concatenate(column) for column in zip(*parts, strict=True))
    return x, y, community


def _points_inside(state: int, community: int, outline: shapely.Polygon, count: int) -> Floats:
    """Points (count, 2) spread evenly over an outline, each drawn anew until it falls inside."""
    x0, y0, x1, y1 = outline.bounds
    entity = (np.int64(community) << np.int64(40)) + np.arange(count, dtype=np.int64)
    points = np.empty((count, 2))
    missing = np.arange(count)
    for attempt in range(ATTEMPTS):
        u = uniforms(state, entity[missing], 2 * attempt)
        v = uniforms(state, entity[missing], 2 * attempt + 1)
        points[missing] = np.column_stack([x0 + (x1 - x0) * u, y0 + (y1 - y0) * v])
        missing = missing[~shapely.intersects_xy(outline, points[missing])]
        if not len(missing):
            return points
    raise ValueError(f"community {community}: its outline is too thin to place households in it")


def _household_sizes(seed: int, households: int, residents: int) -> Ints:
    """Residents of each household: one each, the others thrown at random among them (a binomial spread)."""
    sizes = np.ones(households, dtype=np.int64) if residents >= households else np.zeros(households, dtype=np.int64)
    rest = residents - int(sizes.sum())
    owner = np.floor(uniforms(stream(seed, 0, "size"), np.arange(rest), 0) * households).astype(np.int64)
    return sizes + np.bincount(owner, minlength=households)


def _ranks(x: Floats, y: Floats, community: Ints) -> Ints:
    """Rank of each site along the Hilbert curve through its community, places and households together."""
    key = hilbert(x, y)
    order = np.lexsort((key, community))
    ranks = np.empty(len(x), dtype=np.int64)
    first = np.searchsorted(community[order], np.arange(int(community.max()) + 1))
    ranks[order] = np.arange(len(x)) - first[community[order]]
    return ranks


def hilbert(x: Floats, y: Floats, levels: int = 12) -> Ints:
    """Position of points along a Hilbert curve over their bounding square, 4^levels cells.

    Hilbert 1891; the quadrant steps follow Warren, Hacker's Delight, section 16.2.
    """
    span = max(float(np.ptp(x)), float(np.ptp(y)), 1e-9)
    cells = 1 << levels
    i = np.minimum(((x - x.min()) / span * cells).astype(np.int64), cells - 1)
    j = np.minimum(((y - y.min()) / span * cells).astype(np.int64), cells - 1)
    distance = np.zeros(len(x), dtype=np.int64)
    side = cells // 2
    while side > 0:
        right = (i & side) > 0
        upper = (j & side) > 0
        distance += side * side * ((3 * right) ^ upper)
        flip = right & ~upper
        i, j = np.where(flip, cells - 1 - i, i), np.where(flip, cells - 1 - j, j)
        i, j = np.where(upper, i, j), np.where(upper, j, i)
        side //= 2
    return distance


def readiness(seed: int, residents: Ints, ratio: float) -> Floats:
    """Factor of each community (length C) on reporting: log-uniform, at most `ratio` apart, mean 1 by `residents`."""
    if ratio == 1.0:
        return np.ones(len(residents))
    factor = ratio ** uniforms(stream(seed, 0, "readiness"), np.arange(len(residents)), 0)
    return np.asarray(factor * residents.sum() / (factor * residents).sum())


def _rate_factors(seed: int, residents: Ints, spread: float) -> Floats:
    """Factor of each community on all rates: lognormal, coefficient of variation `spread`, mean 1 by residents."""
    if spread == 0.0:
        return np.ones(len(residents))
    from scipy.special import ndtri

    sigma = math.sqrt(math.log(1.0 + spread * spread))
    u = uniforms(stream(seed, 0, "community_rate"), np.arange(len(residents)), 0)
    factor = np.exp(sigma * ndtri(u))
    return np.asarray(factor * residents.sum() / (factor * residents).sum())
