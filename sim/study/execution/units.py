"""A unit of work: some runs that a worker carries out in one go, and what it hands back."""

from __future__ import annotations

import platform
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sim.said import said
from sim.study.execution.provenance import numbers_digest
from sim.study.files.points import Evaluate, Point, Result
from sim.study.files.refused import Stopped

Run = tuple[Point, int]
"""A point and the number of a replication, from 0."""

ENDED_EARLY = "a process ended early, most likely for lack of memory"
"""The error of a run that took its worker with it, time and again."""


class OtherCode(Stopped):
    """A worker has another version of the software than the study."""


@dataclass(frozen=True)
class Unit:
    """Runs to be carried out one after the other; `deaths` is the number of workers that died of them."""

    runs: tuple[Run, ...]
    deaths: int = 0

    def parted(self) -> list[Unit]:
        """Return a unit for each run."""
        return [Unit((run,)) for run in self.runs]

    def given_up(self) -> list[Result]:
        """Return the results of runs that workers died of."""
        return [Result(point.number, replication, error=ENDED_EARLY) for point, replication in self.runs]


def refuse_other_code(code: str) -> None:
    """Raise OtherCode unless the software here has the digest of that with which the work was begun."""
    if code != numbers_digest():
        raise OtherCode(said("a worker on {node} has other code than the study was begun with", node=platform.node()))


def carry_out(evaluate: Evaluate, unit: Unit, code: str) -> list[Result]:
    """Run a unit and return a result for each run; whatever goes wrong in a run becomes the error of its result.

    `code` is the digest of the software that the study was begun with. Raises OtherCode if it is another here.
    """
    refuse_other_code(code)
    results: list[Result] = []
    for replication, runs in groupby(unit.runs, key=lambda run: run[1]):
        results += _timed(evaluate, [point for point, _ in runs], replication)
    return results


def _timed(evaluate: Evaluate, points: Sequence[Point], replication: int) -> list[Result]:
    """Evaluate points together; the time is divided equally among them."""
    began = time.perf_counter()
    results = _guarded(evaluate, points, replication)
    seconds = (time.perf_counter() - began) / len(points)
    return [replace(result, seconds=seconds, host=platform.node()) for result in results]


def _guarded(evaluate: Evaluate, points: Sequence[Point], replication: int) -> list[Result]:
    """Evaluate points together, or one by one if that fails, so that each answers only for itself."""
    try:
        return evaluate(points, replication)
    except Exception as error:
        if len(points) > 1:
            return [result for point in points for result in _guarded(evaluate, [point], replication)]
        return [Result(points[0].number, replication, error=explained(error))]


def explained(error: Exception) -> str:
    """Return an error in one line, in people's words as far as it has any."""
    if isinstance(error, MemoryError):
        return "not enough memory"
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    text = " ".join(lines) or "no more is known"
    return text if type(error).__module__.startswith("sim.") else f"{type(error).__name__}: {text}"
