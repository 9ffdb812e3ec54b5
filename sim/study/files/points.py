"""What a study runs and gets: points, each a setting of its scenario, and results, one for each replication."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sim.world.world import OF_WORLD


@dataclass(frozen=True)
class Point:
    """One setting of a study's scenario.

    `number` is its place in the study, from 0; `name` that of the variant, or its number as text. `base` is a
    scenario file or preset, `sets` the assignments (`path=value`) laid over it, as with `gridgov run --set`, and
    `factors` what the study varied, as (factor, value) pairs, for the table.
    """

    number: int
    name: str
    base: str
    sets: tuple[str, ...] = ()
    factors: tuple[tuple[str, float | str], ...] = ()

    @property
    def worldly(self) -> tuple[str, ...]:
        """The assignments that could change the world; points with the same ones are likely to share it."""
        return tuple(assignment for assignment in self.sets if assignment.partition(".")[0] in OF_WORLD)


@dataclass(frozen=True)
class Result:
    """What one replication of one point gave.

    `values` has a number for each measure, NaN where it is undefined, and nothing if the run failed; then
    `error` says why, in one line. `seconds` is the wall time it took, on the machine `host`.
    """

    point: int
    replication: int
    values: Mapping[str, float] = field(default_factory=dict)
    error: str | None = None
    seconds: float = 0.0
    host: str = ""


Evaluate = Callable[[Sequence[Point], int], list[Result]]
"""Runs one replication of some points, which may share a world, and returns a result for each, in their order.

Other processes must be able to import it, and it must depend on nothing but the points and the replication: a
function of a module, or an object of a dataclass that is called.
"""
