"""Small tables of a run for tests: every column of the contract, plain values where a test says nothing."""

from typing import Any

import numpy as np
import pandas as pd

from sim.measures.office import OfficeHours
from sim.measures.tables import Tables
from sim.record.columns import TABLES

PLAIN: dict[str, Any] = {"int": 0, "float": 0.0, "bool": False, "str": "", "word": "", "time": None}
PANDAS_TYPES = {
    "int": "int64", "float": "float64", "bool": "bool", "str": "str", "word": "category", "time": "datetime64[ms]",
}  # fmt: skip

WINDOW = {"window_from": "2024-05-06", "window_to": "2024-05-13", "followed_to": "2024-05-20"}


def table(name: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Return a table of the contract; what a row does not say is zero, False, empty or missing."""
    columns = TABLES[name]
    unknown = {key for row in rows for key in row} - {column.name for column in columns}
    assert not unknown, unknown
    data = {c.name: [row.get(c.name, PLAIN[c.type]) for row in rows] for c in columns}
    return pd.DataFrame({c.name: pd.Series(data[c.name]).astype(PANDAS_TYPES[c.type]) for c in columns})


def case(reported_at: str, **values: Any) -> dict[str, Any]:
    """Return a case registered and due as it was reported, unless said otherwise."""
    plain = {"registered_at": reported_at, "source": "patrol", "stream": "street_order", "state": "open"}
    return {"reported_at": reported_at, **plain, **values}


def issue(occurred_at: str, **values: Any) -> dict[str, Any]:
    """Return an open issue of severity 1."""
    return {"occurred_at": occurred_at, "state": "open", "severity": 1.0, **values}


def weekdays(start: str, days: int) -> OfficeHours:
    """Return office hours 08:30-12:00 and 14:00-18:00, Monday to Friday."""
    first = np.datetime64(start, "D")
    dates = [first + np.timedelta64(i, "D") for i in range(days)]
    parts = [("08:30", "12:00"), ("14:00", "18:00")]
    spans = [[f"{d}T{a}", f"{d}T{b}"] for d in dates if np.is_busday(d) for a, b in parts]
    return OfficeHours(np.array(spans, dtype="datetime64[ms]"))


def tables(
    issues: list[dict[str, Any]] | None = None,
    cases: list[dict[str, Any]] | None = None,
    stations: list[dict[str, Any]] | None = None,
    districts: list[dict[str, Any]] | None = None,
) -> Tables:
    """Return the tables of a run with a window of one week and one week of follow-up, 1,000 residents."""
    rows = {
        "issues": issues or [],
        "cases": cases or [],
        "stations": stations or [],
        "jobs": [],
        "queues": [],
        "charges": [],
        "district": [{**WINDOW, "residents": 1000, **row} for row in districts or [{}]],
        "map": [],
    }
    return Tables({name: table(name, values) for name, values in rows.items()}, weekdays("2024-05-06", 14))
