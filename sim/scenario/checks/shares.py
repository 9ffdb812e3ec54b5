"""Shares of a whole: they sum to 1."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from sim.language.contradiction import Contradiction, Path
from sim.language.quantity import Share
from sim.said import said
from sim.scenario.models import Scenario

TOLERANCE = 1e-6


def handlings_sum_to_one(scenario: Scenario) -> Iterator[Contradiction]:
    """Every issue falls to exactly one unit."""
    for name, hazard in scenario.hazards.items():
        shares = (handling.share for handling in hazard.handled_by.values())
        yield from _sum_to_one(("hazards", name, "handled_by"), shares)


def joint_counts_sum_to_one(scenario: Scenario) -> Iterator[Contradiction]:
    """Every joint issue needs some number of departments."""
    for name, hazard in scenario.hazards.items():
        if hazard.joint is not None:
            path = ("hazards", name, "joint", "departments")
            yield from _sum_to_one(path, hazard.joint.departments.values())


def channels_sum_to_one(scenario: Scenario) -> Iterator[Contradiction]:
    """Every resident prefers one channel."""
    yield from _sum_to_one(("channels",), (channel.share for channel in scenario.channels.values()))


def shifts_sum_to_one(scenario: Scenario) -> Iterator[Contradiction]:
    """Every crew works one pattern of its roster."""
    for name, roster in scenario.rosters.items():
        if roster.shifts:
            yield from _sum_to_one(("rosters", name, "shifts"), (shifts.share for shifts in roster.shifts))


def _sum_to_one(path: Path, shares: Iterable[Share]) -> Iterator[Contradiction]:
    total = math.fsum(share.value for share in shares)
    if abs(total - 1) > TOLERANCE:
        yield Contradiction(path, said("the shares sum to {total:.7g}, not to 1", total=total))
