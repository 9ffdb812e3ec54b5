"""Two policies in the same worlds: each world is simulated once for each policy, by processes that wait for work."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from functools import cache, lru_cache
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.engines import simulate_compiled
from sim.machine.cores import cores
from sim.measures.catalogue import MEASURES
from sim.measures.organisation import organisation
from sim.measures.statistics.warmup import states
from sim.measures.tables import Tables, Watched, times
from sim.scenario.load import Draft, Loaded, read, resolved
from sim.study.execution.executors import Processes
from sim.study.execution.measuring import office_hours
from sim.world.occurrences import seasons
from sim.world.world import keep_worlds

if TYPE_CHECKING:
    import pandas as pd

SHOWN = (
    "severity_days_open",
    "never_reported_share",
    "detection_mean_h",
    "closing_street_order_median_h",
    "closing_request_median_h",
    "closing_joint_median_h",
    "said_in_time_share_due",
    "truly_in_time_share_due",
    "utilisation_department_max",
    "displaced_h_per_week",
    "yearly_cost",
)
"""Measures on the page, in their order; to compute all that there are would take longer than the simulation."""
KEPT = 600
"""Worlds whose outcome is kept, so that a slider that goes back answers at once."""
AT_HAND = 16
"""Worlds that each process keeps as they were before anybody acted."""
CURVES = ("day", "unseen", "open_cases")
"""States of the district that are drawn over time, the days of it first."""
LINES = ("counted", "waiting")
"""The same of lines at departments."""
GENERATIONS = 1000
"""More than an issue has recurrences."""
UNKNOWN, KNOWN, NOT_FIXED = range(3)
"""What an issue is on the map: nobody knows of it, its case is open, or the case is closed and the issue is not."""

Setting = tuple[str, ...]
"""What a policy changes of the scenario (`path=value`)."""


class Spots(NamedTuple):
    """Issues that are open when the observation period ends: where (m), and UNKNOWN, KNOWN or NOT_FIXED, shape (n,)."""

    x: NDArray[np.float64]
    y: NDArray[np.float64]
    kind: NDArray[np.int64]


class GridMap(NamedTuple):
    """The map: the outline of each grid as text (`x y, x y, ...`, in m), and the community it lies in."""

    outlines: tuple[str, ...]
    communities: tuple[int, ...]


class Happened(NamedTuple):
    """What came of a policy in one world.

    `day`, `unseen` and `open_cases` have shape (n,): days since the start, open issues that nobody knows of, and open
    cases then. `waiting` are the jobs in line at all departments, at the days `counted`, both of shape (m,).
    `days_open` are the days that issues of each grid of the observation period were open, `issues` their number; both
    have shape (grids,).
    """

    values: dict[str, float]
    day: NDArray[np.float64]
    unseen: NDArray[np.float64]
    open_cases: NDArray[np.float64]
    counted: NDArray[np.float64]
    waiting: NDArray[np.float64]
    ground: GridMap
    days_open: NDArray[np.float64]
    issues: NDArray[np.float64]
    spots: Spots


@cache
def _draft(scenario: str) -> Draft:
    return read(scenario)


@lru_cache(maxsize=64)
def loaded(scenario: str, setting: Setting) -> Loaded:
    """Return a scenario with what a policy changes; raises ScenarioError if that cannot be."""
    return resolved(_draft(scenario), setting)


@lru_cache(maxsize=64)
def _frame_of(scenario: str, setting: Setting) -> dict[str, Any]:
    """Return what measures want to know of a scenario beside the tables."""
    its = loaded(scenario, setting).scenario
    return {"office": office_hours(its), "season": seasons(its), "organisation": organisation(its)}


def live(scenario: str, tasks: Sequence[tuple[Setting, int]]) -> list[Happened]:
    """Simulate each task, a policy and the number of a world; raises ScenarioError for what cannot be."""
    keep_worlds(AT_HAND)
    return [_live(scenario, setting, world) for setting, world in tasks]


def _live(scenario: str, setting: Setting, world: int) -> Happened:
    its = loaded(scenario, setting)
    frames = simulate_compiled(its, world)
    tables = Tables(frames, **_frame_of(scenario, setting))
    (watched,) = tables.replications()
    over_time = states(tables, np.datetime64(its.scenario.run.start))
    grids = frames["map"]
    days, issues = _days_open(watched, grids["grid"].to_numpy())
    day, unseen, open_cases = (over_time[name].to_numpy(dtype=np.float64) for name in CURVES)
    return Happened(
        {name: MEASURES[name](watched) for name in SHOWN},
        day,
        unseen,
        open_cases,
        *_waiting(frames, np.datetime64(its.scenario.run.start)),
        GridMap(tuple(grids["outline"]), tuple(int(number) for number in grids["community"])),
        days,
        issues,
        _spots(watched),
    )


def _waiting(
    frames: Mapping[str, pd.DataFrame], start: np.datetime64
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the days since the start on which lines were counted, and the jobs in line at all departments then."""
    stations, queues = frames["stations"], frames["queues"]
    departments = stations["station"].to_numpy()[stations["kind"].to_numpy() == "department"]
    there = np.isin(queues["station"].to_numpy(), departments)
    at, place = np.unique(queues["at"].to_numpy()[there], return_inverse=True)
    waiting = np.bincount(place, queues["waiting"].to_numpy()[there], minlength=len(at))
    return (at - start) / np.timedelta64(1, "D"), waiting.astype(np.float64)


def _days_open(watched: Watched, grids: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the days that the issues of each grid were open until the end of the run, and how many these are."""
    issues = watched.issues
    place = np.searchsorted(grids, issues["grid"].to_numpy())
    inside = (place < len(grids)) & (grids[np.minimum(place, len(grids) - 1)] == issues["grid"].to_numpy())
    ended = times(issues, "ended_at")
    days = (np.where(np.isnat(ended), watched.stop, ended) - times(issues, "occurred_at")) / np.timedelta64(1, "D")
    counts = np.bincount(place[inside], minlength=len(grids))
    open_for = np.bincount(place[inside], days[inside], minlength=len(grids))
    return open_for.astype(np.float64), counts.astype(np.float64)


def _spots(watched: Watched) -> Spots:
    issues, at = watched.real_issues, watched.end
    ended, known = times(issues, "ended_at"), times(issues, "detected_at")
    here = (times(issues, "occurred_at") <= at) & (np.isnat(ended) | (ended > at))
    kind = np.where(np.isnat(known) | (known > at), UNKNOWN, KNOWN)
    kind[(kind == KNOWN) & _all_closed(watched, at)] = NOT_FIXED
    return Spots(issues["x_m"].to_numpy()[here], issues["y_m"].to_numpy()[here], kind[here])


def _all_closed(watched: Watched, at: np.datetime64) -> NDArray[np.bool_]:
    """Say of each issue whether it has cases at a moment, and all of them are closed."""
    cases = watched.every_registered
    closed = times(cases, "closed_at")
    begun, done = times(cases, "registered_at") <= at, ~np.isnat(closed) & (closed <= at)
    keys = _keys(cases["root"], cases["generation"])
    issues = watched.real_issues
    own = _keys(issues["root"], issues["generation"])
    return np.isin(own, keys[done]) & ~np.isin(own, keys[begun & ~done])


def _keys(root: pd.Series, generation: pd.Series) -> NDArray[np.int64]:
    keys: NDArray[np.int64] = root.to_numpy(dtype=np.int64) * GENERATIONS + generation.to_numpy(dtype=np.int64)
    return keys


class Worlds:
    """The worlds of a scenario, in which policies are tried; outcomes are kept for when they are asked for again."""

    def __init__(self, scenario: str, crew: Executor, count: int) -> None:
        """Keep the scenario (file or preset), and the processes, of which there are so many."""
        self.scenario, self._crew, self._count = scenario, crew, count
        self._kept: OrderedDict[tuple[Setting, int], Happened] = OrderedDict()
        self._asking = Lock()

    def outcomes(self, settings: Iterable[Setting], worlds: int) -> list[list[Happened]]:
        """Return for each policy what came of it in the worlds 0, 1, ... (so many, a number of them).

        Raises ScenarioError for a policy that cannot be. One page after the other, if several are open.
        """
        asked = [[(setting, world) for world in range(worlds)] for setting in settings]
        with self._asking:
            self._make(list(dict.fromkeys(task for task in chain(*asked) if task not in self._kept)))
            found = [[self._kept[task] for task in tasks] for tasks in asked]
            for task in chain(*asked):
                self._kept.move_to_end(task)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return found

    def _make(self, missing: Sequence[tuple[Setting, int]]) -> None:
        parts = [missing[place :: self._count] for place in range(self._count)]
        under_way = [(part, self._crew.submit(live, self.scenario, part)) for part in parts if part]
        for part, future in under_way:
            self._kept.update(zip(part, future.result(), strict=True))


@contextmanager
def worlds_of(scenario: str) -> Iterator[Worlds]:
    """Yield the worlds of a scenario, with a process on each core that has loaded all it needs.

    Raises ScenarioError for a scenario that is none, and EngineMissing where there is no compiled engine.
    """
    count = cores()
    crew = Processes(count)
    try:
        own = Worlds(scenario, crew, count)
        own.outcomes([()], count)  # so that every process is ready
        yield own
    except BaseException:
        crew.end_now()
        raise
    finally:
        crew.shutdown()


def mean_values(outcomes: Sequence[Happened]) -> Mapping[str, NDArray[np.float64]]:
    """Return the curves `unseen`, `open_cases` and `waiting`, means over worlds, and their days `day` and `counted`."""
    return {name: np.mean([getattr(outcome, name) for outcome in outcomes], axis=0) for name in (*CURVES, *LINES)}
