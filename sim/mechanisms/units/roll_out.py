"""S33, staged roll-out: a mechanism that is at work in some places only, or in one place after another.

What a mechanism takes over, removes and finds is lowered community by community; so that is what can be placed, with
its hours and its cost in proportion to the communities in which it is at work. Places adopt it on a day, and one by one
(`every`): as they are listed, with the nearest numbers first, or in the order of a mark that each community draws once
for its territory, so that those that begin are a fair sample of all.

Sources: demonstration sites before the rest (Guanshanhu, B-), examples that are to turn a pot plant into a
landscape (Mianyang, B-): that it is done so. Nobody has measured how a neighbour's example works; here nobody learns
from it, an order is said.
Side effects: hours are charged to all units of their kind alike, also where nothing is adopted; costs count the
communities that will have adopted it, from the first day.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Annotated, Any, Literal, NamedTuple

import numpy as np
from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, stream, uniform
from sim.language.bounds import Date, Within
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration
from sim.language.units import DAY_MS
from sim.mechanisms.contract import Authority, Charge, Evidence, Lowered, Mechanism, Removal
from sim.mechanisms.eyes.channel import FindingChannel, Places
from sim.mechanisms.put_in import OCCURRENCES, TAKEN_OVER
from sim.mechanisms.units.places import are_places, communities_of
from sim.said import listed, said

SECTION = ("mechanisms", "roll_out")
DRAWS = Draws(territory=("adoption",))
"""What it draws: the lot of each community."""
FOUND = ("found_by_stewards_per_year", "found_in_talks_per_year", "found_by_proxies_per_year")


class Adopted(NamedTuple):
    """A community (number) in which a mechanism is at work, from a day on if one is given."""

    community: int
    since: date | None


class Adoption(Model):
    """Where and from when one mechanism is at work."""

    where: list[str] | None = Field(
        None, description="Places, as `community 3` or `street 1`, numbered from 0. Unsaid: everywhere."
    )
    since: Date | None = Field(None, description="Day on which the first community adopts it; unsaid: always.")
    every: Annotated[Duration, Within(0, "3650 days")] = Field(
        Duration.of(0), description="Time from one community to the next, in whole days; 0: all at once."
    )
    order: Literal["listed", "neighbours", "drawn"] = Field(
        "listed",
        description="Who adopts it first: communities as they are listed; from the first listed, by how near their"
        " numbers are; or as drawn by lot, the same in all replications.",
    )

    def adopted(self, scenario: Any) -> list[Adopted]:
        """The communities that adopt it, in their order, each with its day."""
        listed: dict[int, None] = {}
        for place in self.where if self.where is not None else [None]:
            listed |= dict.fromkeys(communities_of(scenario, None if place is None else [place]))
        ordered = list(listed)
        if self.order == "neighbours":
            ordered = sorted(ordered, key=lambda community: abs(community - ordered[0]))
        elif self.order == "drawn":
            lots = stream(int(scenario.territory.seed), 0, DRAWS.territory[0])
            ordered = sorted(ordered, key=lambda community: uniform(lots, community, 0))
        step = int(self.every.value / DAY_MS)
        days = [
            None if self.since is None else self.since + timedelta(days=step * turn) for turn in range(len(ordered))
        ]
        return [Adopted(community, day) for community, day in zip(ordered, days, strict=True)]


def placeable() -> dict[str, Mechanism]:
    """Mechanisms that can be placed, by section."""
    from sim.mechanisms import MECHANISMS  # of which this is one

    return {mechanism.section: mechanism for mechanism in MECHANISMS if mechanism.placeable is not None}


def _with_names(schema: dict[str, Any]) -> None:
    """Say in the schema which mechanisms can be placed."""
    schema["description"] = f"{schema['description'].removesuffix('.')}: {', '.join(placeable())}."


class RollOut(Model):
    """Mechanisms that are not at work everywhere and always."""

    enabled: bool = Field(False, description="Off: what is on is on everywhere.")
    of: dict[str, Adoption] = Field(
        default_factory=dict,
        description="Where each of these is at work, by its section.",
        json_schema_extra=_with_names,
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """No rule reads it: it is in the rows of what it places."""
        return {"placed": len(self.of) if self.enabled else 0}


def adopted(scenario: Any, section: str) -> list[Adopted] | None:
    """The communities in which the mechanism of a section is at work, None if it is everywhere and always."""
    own = scenario.mechanisms.roll_out
    its = own.of.get(section) if own.enabled else None
    return None if its is None else its.adopted(scenario)


def part_reached(scenario: Any, section: str) -> float:
    """Part of the communities (0 to 1) in which the mechanism of a section is at work in the end."""
    there = adopted(scenario, section)
    return 1.0 if there is None else len(there) / float(scenario.territory.communities.value)


def placed_removals(scenario: Any, mechanism: Mechanism) -> Iterator[Removal]:
    """What a mechanism removes, in the communities in which it is at work."""
    there = adopted(scenario, mechanism.section)
    for row in () if mechanism.removals is None else mechanism.removals(scenario):
        if there is None:
            yield row
            continue
        for community, since in there:
            if row.community in (None, community):
                yield replace(row, community=community, since=_later(row.since, since))


def placed_authority(scenario: Any, mechanism: Mechanism) -> Iterator[tuple[Authority, int | None]]:
    """Who takes over what by a mechanism, each with the community (number) in which, None for all."""
    there = adopted(scenario, mechanism.section)
    for row in () if mechanism.authority is None else mechanism.authority(scenario):
        if there is None:
            yield row, None
            continue
        for community, since in there:
            yield replace(row, since=_later(row.since, since)), community


def placed_charges(scenario: Any, mechanism: Mechanism) -> Iterator[Charge]:
    """Hours that a mechanism charges, in proportion to the communities that have adopted it."""
    there = adopted(scenario, mechanism.section)
    for charge in () if mechanism.charges is None else mechanism.charges(scenario):
        if there is None:
            yield charge
            continue
        each = charge.hours / float(scenario.territory.communities.value)
        for day in dict.fromkeys(its.since for its in there):
            count = sum(its.since == day for its in there)
            yield replace(charge, hours=each * count, since=_later(charge.since, day))


def placed_eyes(scenario: Any, mechanism: Mechanism, places: Places) -> FindingChannel | None:
    """The finding channel of a mechanism, which never comes where it is not at work."""
    channel = None if mechanism.eyes is None else mechanism.eyes(scenario, places)
    there = adopted(scenario, mechanism.section)
    if channel is None or there is None:
        return channel
    gaps = np.zeros(channel.gaps.shape)
    at = [community for community, _ in there]
    gaps[:, at] = channel.gaps[:, at]
    return replace(channel, gaps=gaps)


def _later(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return max(days) if days else None


def only_what_has_places_is_placed(scenario: Any) -> Iterator[Contradiction]:
    """Mechanisms named can be placed, as far as they are used; and places are there."""
    own, known = scenario.mechanisms.roll_out, placeable()
    for name, adoption in own.of.items():
        path, mechanism = (*SECTION, "of", name), known.get(name)
        if mechanism is None or mechanism.placeable is None:
            message = said("{name} cannot be placed: it is not at work community by community", name=name)
            yield Contradiction(path, message, allowed=listed((listed(known), *_with_own_places(scenario)), "; "))
            continue
        yield from are_places(scenario, (*path, "where"), adoption.where)
        if mechanism.eyes is not None and adoption.since is not None:
            yield Contradiction((*path, "since"), "who finds can be placed, and is there from the start")
        if adoption.every.value > 0 and adoption.since is None:
            yield Contradiction((*path, "every"), "from which day on is not said", allowed="say `since` too")
        everywhere = mechanism.placeable(scenario)
        if own.enabled and everywhere is not None:
            yield Contradiction(path, said("{what} cannot be placed", what=said(everywhere)))


def _with_own_places(scenario: Any) -> Iterator[str]:
    """Yield a hint for each mechanism that says itself where it is at work."""
    for section, its in scenario.mechanisms:
        if hasattr(its, "where"):
            yield said("`{section}` has its own `where`", section=section)


MECHANISM = Mechanism(
    code="S33",
    section="roll_out",
    parameters=RollOut,
    evidence=Evidence.NONE,
    draws=DRAWS,
    headline=("taken_over_share", "issues_per_year", "found_by_stewards_per_year"),
    puts_in={"of": (*OCCURRENCES, *TAKEN_OVER, *FOUND)},
    checks=(only_what_has_places_is_placed,),
)
