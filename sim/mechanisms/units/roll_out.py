"""S33, staged roll-out: a mechanism that is at work in some places only, or in one place after another.

A mechanism that is placed bears on the issues that occur in the communities where it is at work, and on the cases about
these. Places adopt it on a day, and one by one (`every`): as they are listed, with the nearest numbers first, or in the
order of a mark that each community draws once for its territory, so that those that begin are a fair sample of all.
What is adopted later bears on the issues from then on. How rounds, posts and counters are arranged is so before the
start; such mechanisms have places, and no day. Assessment, and rating of departments by streets, count all cases of a
unit from when anybody has adopted them, and bear on those of the communities that have.

Sources: demonstration sites before the rest (Guanshanhu, B-), examples that are to turn a pot plant into a
landscape (Mianyang, B-): that it is done so. Nobody has measured how a neighbour's example works; here nobody learns
from it, an order is said.
Side effects: hours are charged to all units of their kind alike, also where nothing is adopted, in proportion to the
communities that have adopted it; costs count the communities that will have, from the first day. Stations that it
brings stand everywhere, idle where nothing comes to them.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Annotated, Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from sim.chance.distribution_table import DistributionTable
from sim.chance.draws import Draws, stream, uniform
from sim.kinds import NEVER
from sim.language.bounds import Date, Within
from sim.language.contradiction import Contradiction
from sim.language.model import Model
from sim.language.quantity import Duration
from sim.language.units import DAY_MS, nearest_word
from sim.mechanisms.contract import Charge, Evidence, Lowered, Mechanism
from sim.mechanisms.units.places import are_places, communities_of, street_of
from sim.said import listed, said

SECTION = ("mechanisms", "roll_out")
DRAWS = Draws(territory=("adoption",))
"""What it draws: the lot of each community."""


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
    """Mechanisms that can be placed, by section: all but this one."""
    from sim.mechanisms import MECHANISMS  # of which this is one

    return {mechanism.section: mechanism for mechanism in MECHANISMS if mechanism.section != SECTION[-1]}


class RollOut(Model):
    """Mechanisms that are not at work everywhere and always."""

    enabled: bool = Field(False, description="Off: what is on is on everywhere.")
    of: dict[str, Adoption] = Field(
        default_factory=dict,
        description="Where each of these is at work, by its section.",
    )

    def lower(self, table: DistributionTable, scenario: Any) -> Lowered:
        """Numbers of the plan: the numbers (in their codes) of mechanisms that are placed, of each the moment (ms) from
        which it is at work anywhere, and of each, community by community, that from which it is there, NEVER if it
        never is."""
        placed = [] if scenario is None or not self.enabled else [name for name in self.of if name in placeable()]
        since = [moments(scenario, name).tolist() for name in placed]
        return {
            "placed": len(placed),
            "communities": int(scenario.territory.communities.value) if placed else 0,
            "mechanisms": [placeable()[name].number for name in placed] or [0],
            "first": [min(row) for row in since] or [0],
            "since": [moment for row in since for moment in row] or [0],
        }


def adopted(scenario: Any, section: str) -> list[Adopted] | None:
    """The communities in which the mechanism of a section is at work, None if it is everywhere and always."""
    own = scenario.mechanisms.roll_out
    its = own.of.get(section) if own.enabled else None
    return None if its is None else its.adopted(scenario)


def part_reached(scenario: Any, section: str) -> float:
    """Part of the communities (0 to 1) in which the mechanism of a section is at work in the end."""
    there = adopted(scenario, section)
    return 1.0 if there is None else len(there) / float(scenario.territory.communities.value)


def streets_reached(scenario: Any, section: str) -> int:
    """Number of streets with a community in which the mechanism of a section is ever at work."""
    streets = street_of(scenario, np.arange(int(scenario.territory.communities.value)))
    return len(np.unique(streets[where(scenario, section)]))


def where(scenario: Any, section: str) -> NDArray[np.bool_]:
    """Whether (0 or 1) the mechanism of a section is ever at work in each community, shape (communities,)."""
    return np.asarray(moments(scenario, section) < NEVER)


def moments(scenario: Any, section: str) -> NDArray[np.int64]:
    """Moment (ms since the start) from which the mechanism of a section is at work in each community, shape
    (communities,): -NEVER where it always was, NEVER where it never is."""
    there = adopted(scenario, section)
    since = np.full(int(scenario.territory.communities.value), -NEVER if there is None else NEVER, dtype=np.int64)
    for community, day in there or ():
        since[community] = -NEVER if day is None else (day - scenario.run.start).days * DAY_MS
    return since


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


def _later(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return max(days) if days else None


def only_what_has_places_is_placed(scenario: Any) -> Iterator[Contradiction]:
    """Mechanisms named can be placed, as they are used; and places are there."""
    own, known = scenario.mechanisms.roll_out, placeable()
    for name, adoption in own.of.items():
        path, mechanism = (*SECTION, "of", name), known.get(name)
        if mechanism is None:
            message = said("{name} cannot be placed: there is no such mechanism", name=name)
            yield Contradiction(path, message, nearest_word(name, list(known)), listed(known))
            continue
        if mechanism.everywhere is not None:
            message = said("{name} cannot be placed: {why}", name=name, why=said(mechanism.everywhere))
            yield Contradiction(path, message)
            continue
        yield from are_places(scenario, (*path, "where"), adoption.where)
        if mechanism.standing and adoption.since is not None:
            yield Contradiction((*path, "since"), "is arranged before the start: it can have places, and no day")
        if adoption.every.value > 0 and adoption.since is None:
            yield Contradiction((*path, "every"), "from which day on is not said", allowed="say `since` too")


MECHANISM = Mechanism(
    code="S33",
    section="roll_out",
    parameters=RollOut,
    evidence=Evidence.NONE,
    draws=DRAWS,
    headline=("taken_over_share", "issues_per_year", "found_by_stewards_per_year"),
    puts_in={},
    checks=(only_what_has_places_is_placed,),
)
