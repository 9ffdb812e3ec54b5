"""Things to evaluate that are cheaper than a simulation, and go through the same path."""

import math
import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.chance.draws import uniform
from sim.study.files.points import Point, Result


@dataclass(frozen=True)
class Drawn:
    """Draws by point and replication, after some time; one measure is undefined in every fifth replication."""

    seconds: float = 0.0

    def __call__(self, points: Sequence[Point], replication: int) -> list[Result]:
        time.sleep(self.seconds * len(points))
        return [Result(point.number, replication, values_of(point.number, replication)) for point in points]


def values_of(point: int, replication: int) -> dict[str, float]:
    drawn = uniform(7, point, replication)
    return {"drawn": drawn, "log": math.log(drawn), "sometimes": math.nan if replication % 5 == 4 else drawn}


@dataclass(frozen=True)
class Fails:
    """Fails for one point; the others draw."""

    point: int

    def __call__(self, points: Sequence[Point], replication: int) -> list[Result]:
        if any(point.number == self.point for point in points):
            raise ValueError("no such\n  district")
        return Drawn()(points, replication)


@dataclass(frozen=True)
class Kills:
    """Kills its process for one point, as a system does that runs out of memory."""

    point: int

    def __call__(self, points: Sequence[Point], replication: int) -> list[Result]:
        if any(point.number == self.point for point in points):
            os.kill(os.getpid(), signal.SIGKILL)
        return Drawn()(points, replication)


@dataclass(frozen=True)
class Noted:
    """Draws, and leaves a file for each run that it is asked for."""

    folder: Path

    def __call__(self, points: Sequence[Point], replication: int) -> list[Result]:
        for point in points:
            (self.folder / f"{point.number}-{replication}-{time.monotonic_ns()}").touch()
        return Drawn()(points, replication)

    def seen(self) -> list[tuple[int, int]]:
        """Return point and replication of all runs that were asked for, sorted."""
        return sorted((int(a), int(b)) for a, b, _ in (file.name.split("-") for file in self.folder.iterdir()))
