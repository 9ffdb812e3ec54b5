"""The results of a study by point and measure: means, intervals, and differences between points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sim.measures.catalogue import MEASURES
from sim.measures.statistics.interval import student
from sim.measures.studies import Varied
from sim.measures.summary import bounds
from sim.study.files.load import StudyFile
from sim.study.files.points import Point
from sim.study.files.precision import Observed, Precision, Until

Floats = NDArray[np.float64]

Runs = Callable[[Iterable[tuple[Point, int]]], pd.DataFrame]
"""Sees to it that the given replications of the given points are run, and returns all results there are: columns
point, replication, measure, value; a row for each, failed runs absent."""


def varied(file: StudyFile) -> dict[str, Varied]:
    """Return the factors of a study by name, with what people are told of them."""
    return {axis.name: Varied(axis.title, axis.unit, axis.titles) for axis in file.axes}


def every(points: Sequence[Point], replications: int) -> list[tuple[Point, int]]:
    """Return all replications of all points, those that share their random numbers together."""
    return [(point, replication) for replication in range(replications) for point in points]


class Replicated(NamedTuple):
    """All results, the replications of each point, and the measures that were to be known better than that."""

    results: pd.DataFrame
    replications: int
    unmet: Sequence[str] = ()


def replicated(points: Sequence[Point], asked: int | Until, runs: Runs) -> Replicated:
    """Run the points as often as asked.

    With a rule of precision all points get as many as the one that needs most, so that they stay paired; what its
    budget did not suffice for at any point is `unmet`. `asked` is how many replications, or the rule.
    """
    if not isinstance(asked, Until):
        return Replicated(runs(every(points, asked)), asked)
    rule, done = asked.precision(), 0
    results = runs([])
    while more := _further(rule, results, done):
        done += more
        results = runs(every(points, done))
    seen = _seen(rule, results, done)
    return Replicated(results, done, tuple(dict.fromkeys(name for point in seen for name in rule.unmet(point))))


def _further(rule: Precision, results: pd.DataFrame, done: int) -> int:
    """Return how many replications more the point needs that needs most; points that all failed need none."""
    if not done:
        return rule.at_least
    return max(map(rule.further, _seen(rule, results, done)), default=0)


def _seen(rule: Precision, results: pd.DataFrame, done: int) -> list[dict[str, Observed]]:
    """Return, for each point with results, what its replications gave of the measures that have a target."""
    points = results["point"].unique()
    tables = {name: by_replication(results, name).reindex(index=points, columns=range(done)) for name in rule.targets}
    return [{name: _observed(table.loc[point]) for name, table in tables.items()} for point in points]


def _observed(row: pd.Series) -> Observed:
    values = row.to_numpy(dtype=np.float64)
    return Observed(values, values)


def by_replication(results: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Return the values of a measure: a row for each point, a column for each replication, NaN where undefined."""
    chosen = results[results["measure"] == measure]
    return chosen.pivot(index="point", columns="replication", values="value").sort_index()


def difference(first: Floats, second: Floats) -> Floats:
    """Return second less first, values of the same shape in one unit; infinite where one of them was not reached."""
    never = np.isinf(first) | np.isinf(second)
    return np.where(never, np.inf, np.where(never, 0.0, second) - np.where(never, 0.0, first))


def point_means(results: pd.DataFrame, measure: str, points: Sequence[Point], replications: int) -> Floats:
    """Return the mean of a measure at each point over the replications; NaN if undefined or not reached in any of them.

    One for each point, in their order, in the unit of the measure.
    """
    values = by_replication(results, measure).reindex(index=[p.number for p in points], columns=range(replications))
    means: Floats = values.to_numpy(dtype=np.float64).mean(axis=1)
    return np.where(np.isfinite(means), means, np.nan)


def table_of_points(points: Sequence[Point], results: pd.DataFrame, measures: Sequence[str]) -> pd.DataFrame:
    """Return a row for each measure and point: the factors' values, mean, 95 % interval (Student's, cut at the bounds
    of the measure) and counts.

    `replications` counts the runs that define the measure, `undefined` those that do not; failed ones are in neither.
    `not_reached` of these did not reach a quantile in the time followed: with any, there is no mean and no interval.
    """
    factors = {p.number: {"point": p.number, **dict(p.factors)} for p in points}
    frames = []
    for measure in measures:
        values = by_replication(results, measure)
        values = values.loc[values.index.intersection(list(factors))]
        given = pd.DataFrame([factors[number] for number in values.index], columns=list(next(iter(factors.values()))))
        frames.append(given.join(_summary(values, measure)))
    return pd.concat(frames, ignore_index=True)


def _summary(values: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Return mean, interval and counts of each row of values."""
    not_reached = np.isinf(values).sum(axis=1).to_numpy()
    count = values.notna().sum(axis=1).to_numpy() - not_reached
    values = values.where(np.broadcast_to(not_reached[:, None] == 0, values.shape))
    error = values.std(axis=1).to_numpy() / np.sqrt(np.maximum(count, 1))
    half = student(np.maximum(count - 1, 1)) * error
    mean = values.mean(axis=1).to_numpy()
    least, most = bounds(MEASURES[measure]) if measure in MEASURES else (-np.inf, np.inf)
    return pd.DataFrame(
        {
            "measure": measure,
            "mean": mean,
            "low": np.maximum(mean - half, least),
            "high": np.minimum(mean + half, most),
            "replications": count,
            "undefined": values.shape[1] - count - not_reached,
            "not_reached": not_reached,
        }
    )
