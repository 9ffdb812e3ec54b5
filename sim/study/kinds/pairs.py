"""Differences between variants that share their worlds: paired by replication, with Student's intervals.

Two variants with one seed meet the same issues in each replication, so their difference there is free of most of the
chance that moves both. The interval is that of the mean of these differences (common random numbers; Law 2015,
Simulation Modeling and Analysis, 5th ed., sections 10.2.1 and 11.2); beside it stands Welch's, which runs with seeds of
their own would have given.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from sim.measures.catalogue import MEASURES
from sim.measures.statistics.interval import CONFIDENCE, student
from sim.measures.summary import CHANGES

PUT_IN, CAME_OUT = "put_in", "came_out"
"""Where a difference is from: what was changed enters the measure's own mark; or queues, hours and stocks."""

Floats = NDArray[np.float64]

SMALL_PART = 0.10
"""A difference that cannot be more than this share of the first variant's mean, either way, is said to be none."""


class Paired(NamedTuple):
    """The paired difference `other - base` of one quantity, in its unit.

    `low` and `high` are the ends of its 95 % interval, `independent_half_width` half of the interval that as many
    independent runs of each would have had (Welch), `correlation` that of the two over the replications, `gain` how
    many times wider the independent interval is, and `p` the two-sided probability of such a difference by chance if
    there were none. What cannot be had from the pairs is NaN. `not_reached` counts the pairs in which one of the two is
    infinite, a quantile that was not reached in the time followed: then nothing is said of the difference, nor of the
    mean of the side where it happened, for the pairs that are left are the quick ones.
    """

    pairs: int
    base: float
    other: float
    difference: float
    low: float
    high: float
    independent_half_width: float
    correlation: float
    gain: float
    p: float
    not_reached: int = 0


def paired(base: Floats, other: Floats) -> Paired:
    """Compare two quantities, of the same shape, by replication; pairs in which one is undefined (NaN) are left out."""
    both = ~(np.isnan(base) | np.isnan(other))
    a, b = base[both], other[both]
    nan = math.nan
    if len(a) == 0:
        return Paired(0, nan, nan, nan, nan, nan, nan, nan, nan, nan)
    not_reached = int((np.isinf(a) | np.isinf(b)).sum())
    if not_reached:
        return Paired(len(a), _finite_mean(a), _finite_mean(b), nan, nan, nan, nan, nan, nan, nan, not_reached)
    means = float(a.mean()), float(b.mean())
    change = float((b - a).mean())
    if len(a) == 1:
        return Paired(1, *means, change, nan, nan, nan, nan, nan, nan)
    half, p = _students(b - a)
    independent = _welch_half_width(a, b)
    gain = independent / half if half > 0 else nan
    return Paired(len(a), *means, change, change - half, change + half, independent, _correlation(a, b), gain, p)


def _finite_mean(values: Floats) -> float:
    return math.nan if np.isinf(values).any() else float(values.mean())


def _students(differences: Floats) -> tuple[float, float]:
    """Half-width of the interval of their mean and p-value of a mean of zero; 0, and 0 or 1, if they are all equal."""
    n = len(differences)
    if np.ptp(differences) == 0.0:
        return 0.0, float(differences[0] == 0.0)
    error = float(differences.std(ddof=1)) / math.sqrt(n)
    half = float(student(n - 1)) * error
    return half, float(2 * stats.t.sf(abs(float(differences.mean())) / error, n - 1))


def _welch_half_width(a: Floats, b: Floats) -> float:
    """Half-width of the interval of the difference of two independent means (Welch 1947, Biometrika 34)."""
    parts = np.array([a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)])
    if not parts.sum() > 0:
        return 0.0
    freedom = parts.sum() ** 2 / (parts**2 / np.array([len(a) - 1, len(b) - 1])).sum()
    return float(student(freedom)) * math.sqrt(parts.sum())


def _correlation(a: Floats, b: Floats) -> float:
    return float(np.corrcoef(a, b)[0, 1]) if np.ptp(a) > 0 and np.ptp(b) > 0 else math.nan


def differences(
    measures: Mapping[str, pd.DataFrame],
    put_in: Mapping[str, Collection[str]] | None = None,
    unmeasured: Collection[str] = (),
) -> pd.DataFrame:
    """Return a row for each measure and each variant but the first, against the first.

    `measures` holds the frames (replication, measure, value) by name of the variant, `put_in` the measures that a
    variant puts in, by its name; `unmeasured` are the variants that change what nobody has measured. Columns: variant,
    against, measure, unit, those of Paired, relative, relative_low and relative_high (parts of the absolute value of
    the base's mean, see `_relative`), origin (PUT_IN or CAME_OUT), adjusted_p (Holm's, over all rows that are a matter
    of chance and get a verdict) and verdict (see `verdict`).
    """
    given = put_in or {}
    tables = {
        name: frame.pivot(index="replication", columns="measure", values="value") for name, frame in measures.items()
    }
    against, base = next(iter(tables.items()))
    names = [name for name in MEASURES if name in base.columns]
    rows = [
        {
            "variant": variant,
            "against": against,
            "measure": name,
            "unit": MEASURES[name].unit,
            **_compared(base, other, name),
            "origin": PUT_IN if name in given.get(variant, ()) else CAME_OUT,
        }
        for variant, other in list(tables.items())[1:]
        for name in names
    ]
    frame = pd.DataFrame(rows)
    for part in ("difference", "low", "high"):
        frame["relative" if part == "difference" else f"relative_{part}"] = _relative(frame, part)
    judged = frame["gain"].notna() & (frame["origin"] == CAME_OUT) & ~frame["variant"].isin(list(unmeasured))
    frame["adjusted_p"] = holm(frame["p"].where(judged).to_numpy(dtype=np.float64))
    frame["verdict"] = [verdict(row, measured=row["variant"] not in unmeasured) for row in frame.to_dict("records")]
    return frame


def _relative(frame: pd.DataFrame, part: str) -> pd.Series:
    """Differences, or ends of their intervals, as parts of the base's mean.

    NaN for shares, whose differences are told in points, for changes, which may be of either sign, and where the base
    is zero. What cannot be negative cannot fall by more than all of itself: there Student's interval is cut.
    """
    told = [unit != "share" and name not in CHANGES for name, unit in zip(frame["measure"], frame["unit"], strict=True)]
    relative = frame[part] / frame["base"].abs().where((frame["base"] != 0) & np.array(told, dtype=bool))
    return relative.clip(lower=-1.0)


def _compared(base: pd.DataFrame, other: pd.DataFrame, measure: str) -> dict[str, float]:
    a, b = base[measure].align(other[measure], join="inner")
    return paired(a.to_numpy(dtype=np.float64), b.to_numpy(dtype=np.float64))._asdict()


def holm(p: Floats) -> Floats:
    """Return p-values, one for each given, adjusted for how many were looked at; NaN stays and counts not.

    Holm 1979, Scand. J. Stat. 6.
    """
    adjusted = np.full(len(p), math.nan)
    order = np.argsort(p)[: np.count_nonzero(~np.isnan(p))]
    left = np.arange(len(order), 0, -1)
    adjusted[order] = np.minimum(np.maximum.accumulate(p[order] * left), 1.0)
    return adjusted


def verdict(row: Mapping[Any, Any], *, measured: bool = True) -> str:
    """Return in one word what a row of `differences` shows; not `measured` is what nobody has measured.

    `unmeasured` then, `put_in` where what was changed enters the measure's own mark: neither is a finding. Else
    `undefined` (no pair), `censored` (a quantile that was not reached in some), `single` (one pair), `same` (equal in
    every replication), `exact` (the same difference in every one), `sure` (not by chance, at 5 %, even among all rows
    looked at), `likely` (at 5 %, if looked at alone), `none` (at most SMALL_PART of the base either way) or `unclear`.
    """
    if row["not_reached"]:
        return "censored"
    if row["pairs"] < 2:
        return "undefined" if not row["pairs"] else _no_verdict(row, measured=measured) or "single"
    if row["low"] == row["high"]:
        return "same" if not row["difference"] else _no_verdict(row, measured=measured) or "exact"
    if told := _no_verdict(row, measured=measured):
        return told
    if row["p"] < 1 - CONFIDENCE:
        return "sure" if row["adjusted_p"] < 1 - CONFIDENCE else "likely"
    most = max(-row["low"], row["high"])
    return "none" if most <= SMALL_PART * abs(row["base"]) else "unclear"


def _no_verdict(row: Mapping[Any, Any], *, measured: bool) -> str:
    """Return why a difference that there is gets no verdict; nothing if it gets one."""
    return "unmeasured" if not measured else "put_in" if row["origin"] == PUT_IN else ""
