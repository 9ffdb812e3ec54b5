"""Main effects of a full design: what one factor does, averaged over the values of all others, paired."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from sim.study.files.points import Point
from sim.study.kinds.outcomes import by_replication
from sim.study.kinds.pairs import CAME_OUT, PUT_IN, holm, paired

COLUMNS = ["factor", "from", "to", "measure", "base", "mean", "difference", "low", "high", "p", "replications"]
RISK = 0.05
"""Probability of calling any row of the table of main effects sure by chance alone (Holm)."""


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
    given = put_in or {}
    table = pd.DataFrame([dict(point.factors) for point in points], index=[point.number for point in points])
    rows = [row for measure in measures for row in _of_measure(table, by_replication(results, measure), measure)]
    effects = pd.DataFrame(rows, columns=COLUMNS)
    pairs = zip(effects["factor"], effects["measure"], strict=True)
    origin = np.array(
        [PUT_IN if measure in given.get(factor, ()) else CAME_OUT for factor, measure in pairs], dtype=object
    )
    judged = origin == CAME_OUT
    chance = effects["p"].where((effects["low"] != effects["high"]) & judged).to_numpy(dtype=np.float64)
    adjusted = holm(chance)
    certain = (effects["low"] == effects["high"]) & (effects["difference"] != 0)
    return effects.assign(origin=origin, adjusted_p=adjusted, sure=(certain | (adjusted < RISK)) & judged)


def _of_measure(table: pd.DataFrame, values: pd.DataFrame, measure: str) -> Iterator[tuple[Any, ...]]:
    values = values.reindex(table.index)
    for factor in table.columns:
        levels = list(dict.fromkeys(table[factor]))
        means = [values[table[factor] == level].mean(skipna=False).to_numpy(dtype=np.float64) for level in levels]
        for level, mean in zip(levels[1:], means[1:], strict=True):
            pair = paired(means[0], mean)
            ends = (pair.base, pair.other, pair.difference, pair.low, pair.high, pair.p, pair.pairs)
            yield (factor, levels[0], level, measure, *ends)
