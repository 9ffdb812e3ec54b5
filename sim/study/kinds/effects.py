"""Effects of a full design, averaged over the values of all other factors and paired: what one factor does, and what
two do together that each alone does not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from sim.study.files.points import Point
from sim.study.kinds.outcomes import by_replication, difference
from sim.study.kinds.pairs import CAME_OUT, PUT_IN, holm, paired

COLUMNS = ["factor", "from", "to", "measure", "base", "mean", "difference", "low", "high", "p", "replications"]
PAIR_COLUMNS = ["factor", "other", *COLUMNS[1:]]
RISK = 0.05
"""Probability of calling any row of a table of effects sure by chance alone (Holm)."""


def main_effects(
    points: Sequence[Point],
    results: pd.DataFrame,
    measures: Sequence[str],
    put_in: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Return a row for each factor, measure and value but the factor's first; columns COLUMNS, `origin`, `adjusted_p`
    and `sure`, which what a factor puts in never is.

    `points` are those of a full design, `put_in` the measures that a factor puts in, by its name. A replication in
    which the measure is undefined at any point is left out.
    """
    rows = _rows(points, results, measures, _of_measure)
    effects = pd.DataFrame(rows, columns=COLUMNS)
    given = put_in or {}
    origin = [
        PUT_IN if measure in given.get(factor, ()) else CAME_OUT
        for factor, measure in zip(effects["factor"], effects["measure"], strict=True)
    ]
    return _judged(effects, origin)


def pair_effects(
    points: Sequence[Point],
    results: pd.DataFrame,
    measures: Sequence[str],
    put_in: Mapping[str, Collection[str]] | None = None,
) -> pd.DataFrame:
    """Return a row for each pair of factors and each measure; columns PAIR_COLUMNS and those of `main_effects`.

    `base` is what the last value of `factor` changes against its first one where `other` has its first value (`from`),
    `mean` the same where it has its last one (`to`), and `difference` how much more: nothing if the two just add up.
    """
    rows = _rows(points, results, measures, _pairs_of_measure)
    effects = pd.DataFrame(rows, columns=PAIR_COLUMNS)
    given = put_in or {}
    origin = [
        PUT_IN if measure in {*given.get(factor, ()), *given.get(other, ())} else CAME_OUT
        for factor, other, measure in zip(effects["factor"], effects["other"], effects["measure"], strict=True)
    ]
    return _judged(effects, origin)


OfMeasure = Callable[[pd.DataFrame, pd.DataFrame, str], Iterator[tuple[Any, ...]]]
"""Yields the rows of one measure, from the table of points and its values by point and replication."""


def _rows(
    points: Sequence[Point], results: pd.DataFrame, measures: Sequence[str], of_measure: OfMeasure
) -> list[tuple[Any, ...]]:
    table = pd.DataFrame([dict(point.factors) for point in points], index=[point.number for point in points])
    return [
        row
        for measure in measures
        for row in of_measure(table, by_replication(results, measure).reindex(table.index), measure)
    ]


def _judged(effects: pd.DataFrame, origin: Sequence[str]) -> pd.DataFrame:
    """Return effects with where they are from, Holm's p and whether they are sure, which what is put in never is."""
    judged = np.array(origin, dtype=object) == CAME_OUT
    chance = effects["p"].where((effects["low"] != effects["high"]) & judged).to_numpy(dtype=np.float64)
    adjusted = holm(chance)
    certain = (effects["low"] == effects["high"]) & (effects["difference"] != 0)
    return effects.assign(origin=origin, adjusted_p=adjusted, sure=(certain | (adjusted < RISK)) & judged)


def _of_measure(table: pd.DataFrame, values: pd.DataFrame, measure: str) -> Iterator[tuple[Any, ...]]:
    for factor in table.columns:
        levels = list(dict.fromkeys(table[factor]))
        means = [_mean(values[table[factor] == level]) for level in levels]
        for level, mean in zip(levels[1:], means[1:], strict=True):
            pair = paired(means[0], mean)
            ends = (pair.base, pair.other, pair.difference, pair.low, pair.high, pair.p, pair.pairs)
            yield (factor, levels[0], level, measure, *ends)


def _pairs_of_measure(table: pd.DataFrame, values: pd.DataFrame, measure: str) -> Iterator[tuple[Any, ...]]:
    varied = [name for name in table.columns if table[name].nunique() > 1]
    for factor, other in combinations(varied, 2):
        ends = {name: (table[name].iloc[0], table[name].iloc[-1]) for name in (factor, other)}
        without, with_it = (
            difference(*(_mean(values[there & (table[factor] == end)]) for end in ends[factor]))
            for there in (table[other] == end for end in ends[other])
        )
        pair = paired(without, with_it)
        found = (pair.base, pair.other, pair.difference, pair.low, pair.high, pair.p, pair.pairs)
        yield (factor, other, *ends[other], measure, *found)


def _mean(values: pd.DataFrame) -> Any:
    """Return the mean over points in each replication; undefined where it is at any of them."""
    return values.mean(skipna=False).to_numpy(dtype=np.float64)
