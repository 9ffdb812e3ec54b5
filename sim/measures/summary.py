"""From replications to a summary with intervals, beside what the field says and in the tree of a place's indicators."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from sim.measures import duration, load
from sim.measures.catalogue import MEASURES
from sim.measures.measure import Measure
from sim.measures.statistics.interval import student
from sim.measures.tables import Tables

if TYPE_CHECKING:
    from sim.scenario.models import FieldRange, Indicators

PARTS_OF_A_WHOLE = ("share", "Gini, 0 to 1", "trust (0 to 1)")
"""Units of what lies between 0 and 1."""

CHANGES = ("trust_change_involved",)
"""Measures that may be of either sign."""


def measure_all(tables: Tables) -> pd.DataFrame:
    """Return every measure of every replication: columns replication, measure, value (NaN where
    undefined)."""
    rows = [
        (watched.number, name, measure(watched))
        for watched in tables.replications()
        for name, measure in MEASURES.items()
    ]
    return pd.DataFrame(rows, columns=["replication", "measure", "value"])


def summarise(measures: pd.DataFrame, followup_h: float = 0.0) -> pd.DataFrame:
    """Return a row per measure: unit, mean, standard error, 95 % interval (Student's t) and number of
    replications.

    Replications in which a measure is undefined are left out; with fewer than two the error and interval
    are NaN. A quantile that some replications did not reach in the time that they were followed (infinite there) has
    neither mean nor interval, for those that reached it are the quick ones: `not_reached` counts the others, and
    `at_least` is the mean if each of these had reached it at the end of the follow-up (`followup_h`), or at once where
    hours count from what may happen later than a registration: the least that it can be. NaN where all reached it.
    Student's interval does not know that a share ends at 0 and 1: where it would pass the bounds of
    its measure it is cut there, and is then not symmetric about the mean.
    """
    never = np.isposinf(measures["value"].to_numpy(dtype=np.float64))
    reached = measures.assign(value=measures["value"].mask(never))
    summary = reached.groupby("measure", sort=False)["value"].agg(["mean", "std", "count"]).reset_index()
    not_reached = measures.assign(value=never).groupby("measure", sort=False)["value"].sum().to_numpy(dtype=np.int64)
    followed = np.where(measures["measure"].isin([each.name for each in duration.MEASURES]), followup_h, 0.0)
    least_mean = measures.assign(value=measures["value"].mask(never, followed)).groupby("measure", sort=False)["value"]
    censored = not_reached > 0
    summary.loc[censored, ["mean", "std"]] = np.nan
    count = summary["count"].to_numpy(dtype=np.float64)
    error = (summary["std"] / np.sqrt(np.maximum(count, 1))).to_numpy(dtype=np.float64)
    half = student(np.maximum(count - 1, 1)) * error
    least, most = np.array([bounds(MEASURES[name]) for name in summary["measure"]]).reshape(-1, 2).T
    return pd.DataFrame(
        {
            "measure": summary["measure"],
            "unit": [MEASURES[name].unit for name in summary["measure"]],
            "mean": summary["mean"],
            "standard_error": error,
            "low": np.maximum(summary["mean"] - half, least),
            "high": np.minimum(summary["mean"] + half, most),
            "replications": summary["count"],
            "not_reached": not_reached,
            "at_least": np.where(censored, least_mean.mean().to_numpy(dtype=np.float64), np.nan),
        }
    )


def bounds(measure: Measure) -> tuple[float, float]:
    """Return the least and the most that a measure can be: 0 and 1 for shares, 0 and infinity for amounts.

    The ratio of a higher percentile to a lower one is at least 1.
    Loads have no upper bound, for work runs on after the hours it is set beside; changes have no bounds.
    """
    if measure.name in CHANGES:
        return -math.inf, math.inf
    part = measure.unit in PARTS_OF_A_WHOLE and measure not in load.MEASURES
    return (1.0 if measure.unit == "ratio" else 0.0), (1.0 if part else math.inf)


def field_check(summary: pd.DataFrame, field_ranges: Mapping[str, "FieldRange"]) -> pd.DataFrame:
    """Return the measures that a scenario gives a range for: simulated mean, range, expected, grade,
    source, inside, published.

    `low` and `high` are the range allowed. A mean that is undefined is not inside. Raises KeyError for a
    name that is no measure.
    """
    means = summary.set_index("measure")["mean"]
    rows = [
        {
            "measure": name,
            "simulated": means[name],
            "low": known.low,
            "high": known.high,
            "expected": known.expected,
            "unit": known.unit or MEASURES[name].unit,
            "grade": known.grade,
            "source": known.source,
            "inside": bool(known.low <= means[name] <= known.high),
            "published": known.published,
        }
        for name, known in field_ranges.items()
    ]
    columns = ["measure", "simulated", "low", "high", "expected", "unit", "grade", "source", "inside", "published"]
    return pd.DataFrame(rows, columns=columns)


def indicator_table(indicators: "Indicators", summary: pd.DataFrame) -> pd.DataFrame:
    """Return the tree of indicators: entry, of, depth (0: at the top), en, zh, measure, unit, mean, low, high, unnamed.

    What no measure stands for has none, nor numbers. Last come the levels of which the source counts more than are
    named: without an entry, the rest in `unnamed`. Raises KeyError for a name that is no measure.
    """
    found = summary.set_index("measure")
    rows = [
        {"entry": name, "of": entry.of, "depth": depth, "en": entry.title and entry.title.en,
         "zh": entry.title and entry.title.zh, "measure": entry.measure,
         **({} if entry.measure is None else found.loc[entry.measure, ["unit", "mean", "low", "high"]].to_dict())}
        for name, depth, entry in indicators.in_order()
    ]  # fmt: skip
    rest = [
        {"depth": depth, "en": level.title.en, "zh": level.title.zh, "unnamed": level.count - number}
        for depth, (level, number) in enumerate(zip(indicators.levels.values(), indicators.named(), strict=True))
        if level.count is not None and level.count > number
    ]
    columns = ["entry", "of", "depth", "en", "zh", "measure", "unit", "mean", "low", "high", "unnamed"]
    return pd.DataFrame([*rows, *rest], columns=columns).astype({"unnamed": "Int64"})
