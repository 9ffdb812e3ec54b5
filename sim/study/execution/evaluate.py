"""The evaluation of points by simulation: from a setting of a scenario to its measures in one replication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Self

from sim.engines import simulate, simulate_compiled
from sim.scenario.load import Draft, Loaded, read, resolved
from sim.scenario.merge import Layered
from sim.scenario.source import SourceText
from sim.study.execution.units import explained
from sim.study.files.points import Point, Result

Engine = Literal["reference", "compiled"]


@dataclass(frozen=True)
class Evaluation:
    """Evaluates points by simulating their scenarios.

    It carries the scenarios that points build on, so that workers elsewhere need no files and see no changes of them
    while a study runs.
    """

    engine: Engine
    drafts: Mapping[str, Draft]

    @classmethod
    def of(cls, bases: Iterable[str], engine: Engine) -> Self:
        """Return an evaluation by an engine for points that build on these scenario files or presets.

        Raises ScenarioError if one of them cannot be read.
        """
        return cls(engine, {base: _portable(read(base)) for base in dict.fromkeys(bases)})

    def __call__(self, points: Sequence[Point], replication: int) -> list[Result]:
        """Return a result for each point; one that fails does not stop the others."""
        if self.engine == "compiled":
            ready()
        return [self._result(point, replication) for point in points]

    def _result(self, point: Point, replication: int) -> Result:
        try:
            values = self._measured(resolved(self.drafts[point.base], point.sets), replication)
        except Exception as error:
            return Result(point.number, replication, error=explained(error))
        return Result(point.number, replication, values)

    def _measured(self, loaded: Loaded, replication: int) -> dict[str, float]:
        from sim.study.execution.measuring import measured

        engine = simulate_compiled if self.engine == "compiled" else simulate
        measures = measured(loaded.scenario, engine(loaded, replication))
        return dict(zip(measures["measure"], measures["value"], strict=True))


def _portable(draft: Draft) -> Draft:
    """Return a document without the lines and columns of its values, which make it ten times as large to send."""
    data = draft.document.data
    return Draft(Layered(data, (SourceText(draft.files[0].name, data),)), draft.files)


@cache
def ready() -> None:
    """Have the kernel compiled, by one process of this machine while the others wait."""
    from sim.engines.compiled import cache as kernel

    with _lock(kernel.cache_folder().with_suffix(".lock")):
        kernel.compile_now()


@contextmanager
def _lock(file: Path) -> Iterator[None]:
    """Hold a lock that all processes of this machine know; it is let go when its holder dies."""
    try:
        import fcntl
    except ImportError:  # not on Windows, where a kernel compiled twice is all that happens
        yield
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with open(file, "w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
