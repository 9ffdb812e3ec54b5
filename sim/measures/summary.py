"""From replications to a summary with intervals, and beside what the field says."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy import stats

from sim.measures.catalogue import MEASURES
from sim.measures.tables import Tables

if TYPE_CHECKING:
    from sim.scenario.models import FieldRange

CONFIDENCE = 0.95


def measure_all(tables: Tables) -> pd.DataFrame:
    """Return every measure of every replication: columns replication, measure, value (NaN where
    undefined)."""
    rows = [
        (watched.number, name, measure(watched))
        for watched in tables.replications()
        for name, measure in MEASURES.items()
    ]
    return pd.DataFrame(rows, columns=["replication", "measure", "value"])


def summarise(measures: pd.DataFrame) -> pd.DataFrame:
    """Return a row per measure: unit, mean, standard error, 95 % interval (Student's t) and number of
    replications.

    Replications in which a measure is undefined are left out; with fewer than two the error and interval
    are NaN.
    """
    values = measures.groupby("measure", sort=False)["value"]
    summary = values.agg(["mean", "std", "count"]).reset_index()
    count = summary["count"].to_numpy(dtype=np.float64)
    error = (summary["std"] / np.sqrt(np.maximum(count, 1))).to_numpy(dtype=np.float64)
    half = stats.t.ppf((1 + CONFIDENCE) / 2, np.maximum(count - 1, 1)) * error
    return pd.DataFrame(
        {
            "measure": summary["measure"],
            "unit": [MEASURES[name].unit for name in summary["measure"]],
            "mean": summary["mean"],
            "standard_error": error,
            "low": summary["mean"] - half,
            "high": summary["mean"] + half,
            "replications": summary["count"],
        }
    )


def field_check(summary: pd.DataFrame, field_ranges: Mapping[str, "FieldRange"]) -> pd.DataFrame:
    """Return the measures that a scenario gives a range for: simulated mean, range, expected, grade,
    source, inside.

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
        }
        for name, known in field_ranges.items()
    ]
    columns = ["measure", "simulated", "low", "high", "expected", "unit", "grade", "source", "inside"]
    return pd.DataFrame(rows, columns=columns)
