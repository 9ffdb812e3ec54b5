"""Functions with known answers, evaluated through the runner like a simulation; other processes can import them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sim.chance.draws import stream, uniform
from sim.study.files.points import Point, Result


def ishigami(points: Sequence[Point], replication: int) -> list[Result]:
    """Evaluate sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 (Ishigami and Homma 1990), which has no chance in it."""
    return [Result(point.number, replication, {"y": _ishigami(**dict(point.factors))}) for point in points]


def _ishigami(x1: float, x2: float, x3: float) -> float:
    return math.sin(x1) + 7 * math.sin(x2) ** 2 + 0.1 * x3**4 * math.sin(x1)


def holed(points: Sequence[Point], replication: int) -> list[Result]:
    """Evaluate the same, undefined where x1 is above 3."""
    results = ishigami(points, replication)
    return [
        Result(point.number, replication, {"y": math.nan}) if dict(point.factors)["x1"] > 3 else result
        for point, result in zip(points, results, strict=True)
    ]


def settings(point: Point) -> dict[str, float]:
    """Return the numbers that a point sets, by path."""
    return {path: float(value.split()[0]) for path, _, value in (given.partition("=") for given in point.sets)}


@dataclass(frozen=True)
class Staffing:
    """A staffing question with a known best: cost 60 per worker, median detection 600 / workers hours plus noise.

    The noise of a replication is shared by all points but for a tenth of it.
    """

    noise_h: float = 1.0

    def __call__(self, points: Sequence[Point], replication: int) -> list[Result]:
        """Return cost and detection."""
        return [Result(point.number, replication, self._values(point, replication)) for point in points]

    def _values(self, point: Point, replication: int) -> dict[str, float]:
        workers = settings(point)["staff.grid_workers.count"]
        common = uniform(stream(1, replication, "common"), 0, 0)
        own = uniform(stream(1, replication, "own"), point.number, 0)
        noise = self.noise_h * (common - 0.5 + 0.1 * (own - 0.5))
        return {"yearly_cost": 60_000 * workers, "detection_median_h": 600 / workers + noise}
