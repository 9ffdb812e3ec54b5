"""Zones and groups: their shares are parts of a whole, what they name is there, and a group's hazards befall homes."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator

from sim.language.contradiction import Contradiction, Path
from sim.language.quantity import value_or
from sim.language.units import nearest_word
from sim.said import listed, said
from sim.scenario.checks.shares import TOLERANCE
from sim.scenario.models import Scenario

ZONES: Path = ("territory", "zones")
GROUPS: Path = ("population", "groups")


def zones_are_shares(scenario: Scenario) -> Iterator[Contradiction]:
    """A place lies in one zone at most, and zones of whole communities have all their homes."""
    zones = scenario.territory.zones
    yield from _at_most_one(ZONES, (zone.share.value for zone in zones.values() if not zone.whole), "of places")
    yield from _at_most_one(ZONES, (zone.share.value for zone in zones.values() if zone.whole), "of communities")
    homes = (value_or(zone.homes, 0.0) for zone in zones.values() if not zone.whole)
    yield from _at_most_one(ZONES, homes, "of homes")
    for name, zone in zones.items():
        if zone.whole and zone.homes is not None:
            message = "a zone of whole communities has all their homes"
            yield Contradiction((*ZONES, name, "homes"), message, allowed="leave it out")


def groups_are_shares(scenario: Scenario) -> Iterator[Contradiction]:
    """A household is of one group at most, wherever it lies."""
    groups = scenario.population.groups
    yield from _at_most_one(GROUPS, (group.share.value for group in groups.values()), "of homes")
    for zone in scenario.territory.zones:
        shares = [group.zones.get(zone, group.share).value for group in groups.values()]
        if any(zone in group.zones for group in groups.values()):
            yield from _at_most_one(GROUPS, shares, said("of homes in the zone {zone}", zone=zone))


def zones_and_groups_name_what_is_there(scenario: Scenario) -> Iterator[Contradiction]:
    """Hazards, zones, channels and groups are called by the names that they have."""
    for name, zone in scenario.territory.zones.items():
        for hazard in zone.rates:
            yield from _known((*ZONES, name, "rates", hazard), "hazard", hazard, scenario.hazards, of_key=True)
    for name, group in scenario.population.groups.items():
        for its in group.zones:
            yield from _known((*GROUPS, name, "zones", its), "zone", its, scenario.territory.zones, of_key=True)
        if group.channel is not None:
            yield from _known((*GROUPS, name, "channel"), "channel", group.channel, scenario.channels)
    for name, hazard_of in scenario.hazards.items():
        if hazard_of.group is not None:
            yield from _known(("hazards", name, "group"), "group", hazard_of.group, scenario.population.groups)


def hazards_befall_their_groups(scenario: Scenario) -> Iterator[Contradiction]:
    """What befalls a group is at its homes, as often in each zone."""
    for name, hazard in scenario.hazards.items():
        if hazard.group is None:
            continue
        if hazard.place != "home":
            yield Contradiction(("hazards", name, "place"), "what befalls a group is at its homes", allowed="home")
        for zone, its in scenario.territory.zones.items():
            if name in its.rates:
                message = said(
                    "it befalls the group {group}: how often in each zone follows from who lives there",
                    group=hazard.group,
                )
                yield Contradiction((*ZONES, zone, "rates", name), message, of_key=True)


def _at_most_one(path: Path, shares: Iterable[float], what: str) -> Iterator[Contradiction]:
    total = math.fsum(shares)
    if total > 1 + TOLERANCE:
        yield Contradiction(path, said("the shares {what} sum to {total:.7g}; at most 1", what=said(what), total=total))


def _known(
    path: Path, kind: str, word: str, known: Collection[str], *, of_key: bool = False
) -> Iterator[Contradiction]:
    if word not in known:
        allowed = said("known here are {names}", names=listed(known)) if known else "none is known here"
        yield Contradiction(
            path, said("no such {kind}", kind=said(kind)), nearest_word(word, list(known)), allowed, of_key
        )
