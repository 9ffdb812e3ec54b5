"""The results of a study by point and measure: means, intervals, and differences between points."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

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
    return {axis.name: Varied(axis.title, axis.unit) for axis in file.axes}


def every(points: Sequence[Point], replications: int) -> list[tuple[Point, int]]:
    """Return all replications of all points, those that share their random numbers together."""
    return [(point, replication) for replication in range(replications) for point in points]


def replicated(points: Sequence[Point], asked: int | Until, runs: Runs) -> tuple[pd.DataFrame, int]:
    """Run the points as often as asked; return all results, and the number of replications of each point.

    With a rule of precision all points get as many as the one that needs most, so that they stay paired.
    """
    if not isinstance(asked, Until):
        return runs(every(points, asked)), asked
    rule, done = asked.precision(), 0
    results = runs([])
    while more := _further(rule, results, done):
        done += more
        results = runs(every(points, done))
    return results, done


def unmet(asked: int | Until, results: pd.DataFrame, done: int) -> list[str]:
    """Return the measures whose interval is wider than a rule of precision asks, at any point, after `done`
    replications of each; none if a number was asked for."""
    if not isinstance(asked, Until):
        return []
    rule = asked.precision()
    tables = {name: by_replication(results, name).reindex(columns=range(done)) for name in rule.targets}
    seen = [{name: _observed(row)} for name, table in tables.items() for _, row in table.iterrows()]
    found = {name for each in seen for name in replace(rule, targets={n: rule.targets[n] for n in each}).unmet(each)}
    return [name for name in rule.targets if name in found]


def _further(rule: Precision, results: pd.DataFrame, done: int) -> int:
    """Return how many replications more the point needs that needs most; points that all failed need none."""
    if not done:
        return rule.at_least
    tables = {name: by_replication(results, name).reindex(columns=range(done)) for name in rule.targets}
    needs = [
        rule.further({name: _observed(table.loc[point]) for name, table in tables.items()})
        for point in next(iter(tables.values())).index
    ]
    return max(needs, default=0)


def _observed(row: pd.Series) -> Observed:
    values = row.to_numpy(dtype=np.float64)
    return Observed(values, values)


def by_replication(results: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Return the values of a measure: a row for each point, a column for each replication, NaN where undefined."""
    chosen = results[results["measure"] == measure]
    return chosen.pivot(index="point", columns="replication", values="value").sort_index()


def point_means(results: pd.DataFrame, measure: str, points: Sequence[Point], replications: int) -> Floats:
    """Return the mean of a measure at each point over the replications; NaN if it is undefined in any of them.

    One for each point, in their order, in the unit of the measure.
    """
    values = by_replication(results, measure).reindex(index=[p.number for p in points], columns=range(replications))
    means: Floats = values.to_numpy(dtype=np.float64).mean(axis=1)
    return means


def table_of_points(points: Sequence[Point], results: pd.DataFrame, measures: Sequence[str]) -> pd.DataFrame:
    """Return a row for each measure and point: the factors' values, mean, 95 % interval (Student's, cut at the bounds
    of the measure) and counts.

    `replications` counts the runs that define the measure, `undefined` those that do not; failed ones are in neither.
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
    count = values.notna().sum(axis=1).to_numpy()
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
            "undefined": values.shape[1] - count,
        }
    )
