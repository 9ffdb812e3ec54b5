"""Factors of a sweep that act together: effects that turn their sign with the value of another factor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from math import hypot
from typing import Any, NamedTuple

import pandas as pd


class Turn(NamedTuple):
    """An effect on a measure that turns: what the last value of `factor` changes against its first one, where `other`
    has the value `low` and where it has `high`."""

    measure: str
    factor: str
    other: str
    low: Any
    high: Any
    at_low: float
    at_high: float


def means_of_pair(responses: pd.DataFrame, measure: str, down: str, across: str) -> pd.DataFrame:
    """Return the means of a measure by the values of two factors, averaged over the others, in the order of the points.

    `responses` is the table of a sweep: a row for each point and measure, with a column for each factor and `mean`.
    """
    rows = responses[responses["measure"] == measure]
    table = rows.groupby([down, across], sort=False)["mean"].mean().unstack(across)
    return table.loc[list(dict.fromkeys(rows[down])), list(dict.fromkeys(rows[across]))]


def sign_turns(responses: pd.DataFrame, factors: Sequence[str], measures: Sequence[str]) -> Iterator[Turn]:
    """Yield the effects that are positive at one value of another factor and negative at another one.

    Of each pair of factors and measure the two values at which the effect differs most. An effect counts if it is
    larger than the half-widths of its two means together, as if they were independent: with common random numbers that
    is on the safe side. Each effect is looked at alone: of many some turn by chance.
    """
    for measure in measures:
        rows = responses[responses["measure"] == measure]
        for factor, other in permutations(factors, 2):
            effects = [(value, *_effect(group, factor)) for value, group in rows.groupby(other, sort=False)]
            sure = [(value, effect) for value, effect, half in effects if abs(effect) > half]
            if not sure:
                continue
            (low, least), (high, most) = min(sure, key=lambda its: its[1]), max(sure, key=lambda its: its[1])
            if least < 0 < most:
                yield Turn(measure, factor, other, low, high, least, most)


def _effect(rows: pd.DataFrame, factor: str) -> tuple[float, float]:
    """Return what the last value of a factor changes against its first one in the mean of some points, and its
    half-width."""
    ends = [rows[rows[factor] == value] for value in (rows[factor].iloc[0], rows[factor].iloc[-1])]
    first, last = (float(end["mean"].mean()) for end in ends)
    halves = [hypot(*((end["high"] - end["low"]) / 2)) / len(end) for end in ends]
    return last - first, hypot(*halves)
