"""The best setting of factors: the cheapest that meets targets, or the front of two aims.

A search tries points with a few replications each. Its best are finalists, which are run anew with replications that
the search has not seen, since the best of many noisy points looks better than it is; among them the best is chosen, and
it is said how sure that is (`sim.study.kinds.selection`). For two aims the points that no other betters in both are
shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

import numpy as np
import pandas as pd

from sim.measures.studies import ChoiceFound, FrontFound, Trials
from sim.study.files.load import StudyFile, point
from sim.study.files.models import Optimise
from sim.study.files.points import Point
from sim.study.files.targets import Limit, limit
from sim.study.kinds.designs import Row
from sim.study.kinds.outcomes import Floats, Runs, by_replication, table_of_points, varied
from sim.study.kinds.search import Tried, search
from sim.study.kinds.selection import Chosen, ObservedPoint, Tolerances, choose, replications_wanted

MOST_CORNERS = 64
"""Corners of the space of factors that are checked before anything runs."""


@dataclass
class _Trials:
    """The points tried so far: asks for runs, and reads off what they gave."""

    file: StudyFile
    study: Optimise
    runs: Runs
    limits: tuple[Limit, ...]
    points: dict[Row, Point] = field(default_factory=dict)
    results: pd.DataFrame = field(default_factory=pd.DataFrame)

    def attempt(self, rows: Sequence[Row]) -> list[Tried]:
        """Run what is new of these settings and return what each gave."""
        for row in rows:
            self.points.setdefault(row, point(self.file, len(self.points), row))
        self.run([self.points[row] for row in dict.fromkeys(rows)], self.searched)
        return [self.tried(self.points[row]) for row in rows]

    def run(self, wanted: Sequence[Point], replications: range) -> None:
        """See to it that these replications of these points are run."""
        self.results = self.runs([(each, number) for number in replications for each in wanted])

    def tried(self, each: Point) -> Tried:
        """Return the means of a point over the replications of the search, aims turned so that less is better."""
        means = {name: float(self.values(name, [each], self.searched).mean()) for name in self.read}
        aims = tuple(self.sign(name) * means[name] for name in self.aims)
        excess = tuple(each_limit.excess(means[each_limit.measure]) for each_limit in self.limits)
        return Tried(None, ()) if not np.isfinite([*aims, *excess]).all() else Tried(aims, excess)

    @property
    def aims(self) -> list[str]:
        """Return the measures that are to be made small or large."""
        return [*self.study.minimise, *self.study.maximise]

    @property
    def read(self) -> list[str]:
        """Return the aims and the measures that have targets, each once."""
        return list(dict.fromkeys([*self.aims, *self.study.subject_to]))

    @property
    def searched(self) -> range:
        """Return the replications that the search sees."""
        assert isinstance(self.study.replications, int)
        return range(self.study.replications)

    def sign(self, aim: str) -> int:
        """Return 1 for an aim to be made small, -1 for one to be made large."""
        return -1 if aim in self.study.maximise else 1

    def values(self, measure: str, points: Sequence[Point], replications: range) -> Floats:
        """Return a row for each point, a column for each replication; NaN where undefined or failed."""
        values = by_replication(self.results, measure)
        found: Floats = values.reindex(index=[p.number for p in points], columns=replications).to_numpy(
            dtype=np.float64
        )
        return found


def planned(file: StudyFile) -> list[Point]:
    """Return points that stand for the space of the search: its corners, and the middle."""
    ends = (tuple(dict.fromkeys((axis.at(0.0), axis.at(1.0)))) for axis in file.axes)
    corners = [row for row, _ in zip(product(*ends), range(MOST_CORNERS), strict=False)]
    return [
        point(file, number, row) for number, row in enumerate([*corners, tuple(axis.at(0.5) for axis in file.axes)])
    ]


def counted(file: StudyFile) -> int:
    """Return how many points a search tries, at most."""
    assert isinstance(file.study, Optimise)
    return file.study.trials


def run(file: StudyFile, measures: Sequence[str], runs: Runs) -> ChoiceFound | FrontFound:
    """Search, then choose among the finalists or show the front."""
    study = file.study
    assert isinstance(study, Optimise)
    trials = _Trials(file, study, runs, tuple(limit(*item) for item in study.subject_to.items()))
    aims = trials.aims
    search(file.axes, len(aims), study.trials, study.batch, study.seed, trials.attempt)
    shown = list(dict.fromkeys([*aims, *study.subject_to, *measures]))
    return _front(trials, shown) if len(aims) > 1 else _choice(trials, shown)


def _sound(trials: _Trials) -> list[tuple[Point, Tried]]:
    """Return the points whose aims and limits are all defined."""
    found = ((each, trials.tried(each)) for each in trials.points.values())
    return [(each, tried) for each, tried in found if tried.aims is not None]


def finalists(trials: Sequence[tuple[Point, Tried]], most: int) -> list[Point]:
    """Return the best points of a search, at most that number of them.

    First those that keep all limits, by their aim, then those that fail by least.
    """

    def rank(item: tuple[Point, Tried]) -> tuple[float, float, int]:
        aims, excess = item[1]
        return max((0.0, *excess)), aims[0] if aims else np.inf, item[0].number

    return [each for each, _ in sorted(trials, key=rank)[:most]]


def _choice(trials: _Trials, measures: Sequence[str]) -> ChoiceFound:
    """Choose among the finalists; `measures` are those of their table."""
    study, sound = trials.study, _sound(trials)
    last = finalists(sound, study.select.finalists)
    about = [trials.aims[0], *study.subject_to]
    if not last:
        return ChoiceFound(_tried(trials, sound), about)
    chosen, fresh = _select(trials, last)
    return ChoiceFound(
        trials=_tried(trials, sound),
        measures=about,
        winner=None if chosen.winner is None else last[chosen.winner].number,
        finalists=len(last),
        confidence=chosen.confidence,
        tolerance=study.select.tolerance.value,
        chosen=_numbers(trials, last, fresh, measures),
    )


def _select(trials: _Trials, last: Sequence[Point]) -> tuple[Chosen, range]:
    """Run the finalists anew and choose; return the choice and the replications that it rests on."""
    study = trials.study
    begin = trials.searched.stop
    stage = range(begin, begin + study.select.at_least)
    trials.run(last, stage)
    tolerances = _tolerances(trials, last)
    confidence, at_most = study.select.confidence.value, study.select.at_most
    wanted = replications_wanted(_observed(trials, last, stage), tolerances, confidence, at_most)
    fresh = range(begin, begin + wanted)
    trials.run(last, fresh)
    return choose(_observed(trials, last, fresh), len(stage), tolerances), fresh


def _observed(trials: _Trials, last: Sequence[Point], replications: range) -> ObservedPoint:
    aim = trials.aims[0]
    limited = (trials.values(each.measure, last, replications) for each in trials.limits)
    excess = tuple(
        (values - each.value) * (1 if each.sense == "at most" else -1)
        for values, each in zip(limited, trials.limits, strict=True)
    )
    return ObservedPoint(trials.sign(aim) * trials.values(aim, last, replications), excess)


def _tolerances(trials: _Trials, last: Sequence[Point]) -> Tolerances:
    """Return what does not matter: a part of the best finalist's aim in the search, and of each target."""
    part = trials.study.select.tolerance.value
    best = trials.tried(last[0]).aims or (0.0,)
    return Tolerances(part * abs(best[0]), tuple(part * abs(each.value) for each in trials.limits))


def _numbers(trials: _Trials, chosen: Sequence[Point], replications: range, measures: Sequence[str]) -> pd.DataFrame:
    """Return the table of points for some of them, from some replications alone."""
    results = trials.results
    return table_of_points(chosen, results[results["replication"].isin(replications)], measures)


def front(trials: Sequence[tuple[Point, Tried]]) -> list[Point]:
    """Return the points that keep all limits and that no other such point betters in one aim without loss in one."""
    kept = [(each, np.array(tried.aims)) for each, tried in trials if max((0.0, *tried.excess)) <= 0.0]
    return [each for each, aims in kept if not any((other <= aims).all() and (other < aims).any() for _, other in kept)]


def _front(trials: _Trials, measures: Sequence[str]) -> FrontFound:
    """Return the front of two aims; `measures` are those of its table."""
    sound = _sound(trials)
    best, (first, second) = front(sound), trials.aims
    if not best:
        return FrontFound(_tried(trials, sound), (first, second))
    table = _numbers(trials, best, trials.searched, measures)
    return FrontFound(_tried(trials, sound), (first, second), [each.number for each in best], table)


def _tried(trials: _Trials, sound: Sequence[tuple[Point, Tried]]) -> Trials:
    """Return what is to be known of the search: what was tried, and the means of its first two measures."""
    points = [each for each, _ in sound]
    means = {name: trials.values(name, points, trials.searched).mean(axis=1) for name in trials.read[:2] if points}
    table = {
        "point": [each.number for each in points],
        **means,
        "kept": [max((0.0, *tried.excess)) <= 0.0 for _, tried in sound],
    }
    return Trials(
        factors=varied(trials.file),
        settings=len(trials.points),
        replications=len(trials.searched),
        measures=trials.read,
        points=pd.DataFrame(table),
        targets={each.measure: each.value for each in trials.limits},
    )
