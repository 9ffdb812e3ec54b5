"""Zones and groups: what kind of place each site lies in, what kind of household lives there, and what that moves.

A site is in the zone, and a household of the group, in which its mark falls among the shares: a territory's draw of its
own, so that a share that grows takes in others and leaves those that it had. Rates of issues stay those of the whole
district: zones say where they occur.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.chance.draws import stream, uniforms
from sim.language.quantity import value_or
from sim.scenario.territory import Group, Territory, Zone

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

COMMUNITY_SHIFT, HOME_BIT = 41, 1 << 40
"""Structural number of a site: its community, whether it is a household, and which one in the community."""
WHOLE = 1
"""Number of the draw by which whole communities are ranked; sites are number 0."""


class Sites(NamedTuple):
    """The community of each site (length S), public places first, and how many of them are such."""

    community: Ints
    places: int

    @property
    def is_home(self) -> NDArray[np.bool_]:
        """Whether each site is a household."""
        return np.arange(len(self.community)) >= self.places

    def keys(self) -> Ints:
        """Structural number of each site."""
        part = self.community * 2 + self.is_home
        order = np.argsort(part, kind="stable")
        start = np.searchsorted(part[order], np.arange(int(part.max()) + 2))
        index = np.empty(len(part), dtype=np.int64)
        index[order] = np.arange(len(part)) - start[part[order]]
        return (self.community << COMMUNITY_SHIFT) | np.where(self.is_home, HOME_BIT, 0) | index


def zones_of(territory: Territory, sites: Sites, communities: int) -> Ints:
    """Zone of each site (length S): its number in the territory's order from 1, 0 for none."""
    zone = np.zeros(len(sites.community), dtype=np.int64)
    if not territory.zones:
        return zone
    zones = list(territory.zones.values())
    state = stream(territory.seed, 0, "zone")
    u = uniforms(state, sites.keys(), 0)
    for homes in (False, True):
        shares = [0.0 if its.whole else value_or(its.homes, 0.0) if homes else its.share.value for its in zones]
        here = sites.is_home == homes
        zone[here] = _numbers(u[here], np.array(shares))
    whole = _whole_communities(state, zones, communities)[sites.community]
    return np.where(whole > 0, whole, zone)


def _numbers(u: Floats, shares: Floats) -> Ints:
    """Which of several shares each mark falls in, counted from 1, one after the other; 0 beyond all of them."""
    number = np.searchsorted(np.cumsum(shares), u, side="right") + 1
    return np.where(number > len(shares), 0, number)


def _whole_communities(state: int, zones: Sequence[Zone], communities: int) -> Ints:
    """Zone of each community (length C) that is of one as a whole, 0 for others: those with the lowest marks first."""
    zone = np.zeros(communities, dtype=np.int64)
    order = np.argsort(uniforms(state, np.arange(communities), WHOLE), kind="stable")
    taken = 0.0
    for number, its in enumerate(zones, start=1):
        if its.whole:
            first, taken = round(taken * communities), taken + its.share.value
            zone[order[first : round(taken * communities)]] = number
    return zone


def groups_of(seed: int, groups: Mapping[str, Group], zones: Sequence[str], sites: Sites, zone: Ints) -> Ints:
    """Group of the household at each site (length S), by number from 1; 0 for no group and for public places."""
    group = np.zeros(len(sites.community), dtype=np.int64)
    if not groups:
        return group
    u = uniforms(stream(seed, 0, "group"), sites.keys(), 0)
    for number, name in enumerate(["", *zones]):
        shares = np.array([its.zones.get(name, its.share).value for its in groups.values()])
        here = sites.is_home & (zone == number)
        group[here] = _numbers(u[here], shares)
    return group


def zone_factors(zones: Mapping[str, Zone], hazard: str) -> Floats:
    """Factor on the rate of a hazard at a site of no zone, and of each zone in order: length Z + 1, the first 1."""
    said = [zone.rates.get(hazard) for zone in zones.values()]
    return np.array([1.0, *(value_or(factor, 1.0) for factor in said)])
