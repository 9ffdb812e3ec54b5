"""Handing out runs to a crew: how many in one unit, how many units at once, and what happens when a worker dies."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from statistics import mean, median

from sim.machine.remedy import way_out
from sim.said import said
from sim.study.execution.executors import Crew
from sim.study.execution.units import Run, Unit
from sim.study.files.points import Result
from sim.study.files.refused import Stopped

UNIT_S = 1.0
"""Seconds that a unit of short runs should take: long beside the few milliseconds of handing it out and writing it
down, and short beside what anybody waits for."""
SHARED_S = 10.0
"""Seconds that a unit of longer runs may take if they share a world, which is then built once."""
DEATHS = 3
"""Number of workers that may die of a unit before its runs are tried one by one, and of a run before it is given up."""
POLL_S = 0.2
"""Seconds between two looks at what workers tell of runs under way."""
RECENT = 9
"""Number of units by whose median the length of the next runs is judged, for a worker's first one takes longer."""


class NothingFinishes(Stopped):
    """Workers die of whatever they are given."""


class Schedule:
    """Runs waiting for a worker, and the size of the units they are handed out in."""

    def __init__(self, runs: Iterable[Run]) -> None:
        """Take runs; those of one replication whose points may share its world go together."""
        self._runs = deque(sorted(runs, key=lambda run: (*_world(run), run[0].number)))
        self._again: deque[Unit] = deque()
        self._recent_s: deque[float] = deque(maxlen=RECENT)
        self._given_up = 0

    def __bool__(self) -> bool:
        """Whether anything waits."""
        return bool(self._runs or self._again)

    def next(self, slots: int) -> Unit:
        """Return the next unit for a crew of so many slots; call it only if anything waits."""
        if self._again:
            return self._again.popleft()
        fair = -(-len(self._runs) // (2 * slots))  # so that all end at about the same time
        taken = [self._runs.popleft()]
        while self._runs and len(taken) < fair and self._goes_with(taken):
            taken.append(self._runs.popleft())
        return Unit(tuple(taken))

    def _goes_with(self, taken: list[Run]) -> bool:
        """Say whether the next run should go into a unit with those taken."""
        if not self._recent_s:
            return False
        run_s = median(self._recent_s)
        shared = run_s > UNIT_S and _world(taken[0]) == _world(self._runs[0])
        return (len(taken) + 1) * run_s <= (SHARED_S if shared else UNIT_S)

    def learn(self, results: list[Result]) -> None:
        """Take note of how long runs took, in seconds."""
        self._recent_s.append(mean(result.seconds for result in results))

    def bury(self, unit: Unit) -> list[Result]:
        """Have a unit tried again of which a worker died, or give it up and return its failures.

        Raises NothingFinishes instead of giving up one after the other when no unit ever ended well.
        """
        again = Unit(unit.runs, unit.deaths + 1)
        if again.deaths < DEATHS:
            self._again.append(again)
        elif len(again.runs) > 1:
            self._again.extend(again.parted())
        else:
            self._given_up += 1
            if self._given_up == DEATHS and not self._recent_s:
                raise NothingFinishes(
                    said(
                        "every worker process ended early, most likely for lack of memory; try {option} (from a "
                        "script: it must run its study under `if __name__ == '__main__':`)",
                        option=way_out("--workers 1", "workers=1"),
                    )
                )
            return again.given_up()
        return []


def _world(run: Run) -> tuple[int, tuple[str, ...]]:
    """Return what runs have in common that share a world, as far as can be told without loading their scenarios."""
    return run[1], run[0].worldly


def carried_out(
    crew: Crew,
    work: Callable[[Unit], list[Result]],
    runs: Iterable[Run],
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[list[Result]]:
    """Have a crew do its work on runs; yield their results as they come, in any order, and each run's once.

    `work` must be something that other processes can import; `meanwhile` is called every `POLL_S` seconds at least. No
    more than the crew's slots are handed out at once, so that memory does not grow with the number of runs.
    """
    waiting = Schedule(runs)
    at_work: dict[Future[list[Result]], Unit] = {}
    while waiting or at_work:
        slots = crew.slots()
        while waiting and len(at_work) < slots:
            unit = waiting.next(slots)
            at_work[crew.executor.submit(work, unit)] = unit
        finished = wait(at_work, POLL_S, FIRST_COMPLETED).done
        meanwhile()
        for future in finished:
            unit = at_work.pop(future)
            try:
                results = future.result()
            except crew.died:
                results = waiting.bury(unit)
            else:
                waiting.learn(results)
            if results:
                yield results
