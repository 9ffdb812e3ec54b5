"""Comparing the engines: the same plan through both, every table and every row of the log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.plan.lower import lower
from sim.plan.plan import Plan
from sim.record.activities import ACTIVITIES, LOG_COLUMNS
from sim.record.outcome import Column, Outcome
from sim.scenario.models import Scenario

ROOT, GENERATION = LOG_COLUMNS.index("root"), LOG_COLUMNS.index("generation")
TABLES = ("issues", "cases", "jobs", "stations", "reporters")
TOTALS = ("rows", "consultations", "involved", "trust_before", "trust_after", "reporters_before", "reporters_after")


@dataclass(frozen=True)
class Difference:
    """The first thing in which the engines differ: where, and what each says, with the history of the issue in both."""

    where: str
    reference: str
    compiled: str

    def __str__(self) -> str:
        return f"{self.where}\nreference engine:\n{self.reference}\ncompiled engine:\n{self.compiled}"


def compare_engines(scenario: Scenario, replication: int = 0) -> Difference | None:
    """Run a replication of a scenario by both engines with the log; their first difference, None if there is none."""
    plan, _, _ = lower(scenario, replication)
    return compare_on(plan)


def compare_on(plan: Plan) -> Difference | None:
    """Run a plan by both engines with the log; their first difference, None if there is none."""
    from sim.engines.compiled.run import simulate as compiled
    from sim.engines.reference.run import simulate as reference

    return difference(reference(plan, True), compiled(plan, True))


def difference(one: Outcome, other: Outcome) -> Difference | None:
    """First difference of two outcomes with logs: of the logs, of the tables, of the totals."""
    assert one.events is not None and other.events is not None  # asked for
    logs = _rows(one.events), _rows(other.events)
    row = _first_unlike(*logs)
    if row is not None:
        return Difference(f"row {row} of the log", *(_history(log, row) for log in logs))
    for table in TABLES:
        for name, column in getattr(one, table).items():
            place = _first_unlike(column, getattr(other, table)[name])
            if place is not None:
                return Difference(
                    f"{table}.{name}, row {place}",
                    _cell(getattr(one, table), name, place),
                    _cell(getattr(other, table), name, place),
                )
    place = _first_unlike(one.queues, other.queues)
    if place is not None:
        return Difference(f"queues, day {place}", str(one.queues[place]), str(other.queues[place]))
    for name in TOTALS:
        if getattr(one, name) != getattr(other, name):
            return Difference(name, repr(getattr(one, name)), repr(getattr(other, name)))
    return None


def _rows(events: dict[str, Column]) -> NDArray[np.int64]:
    """A log by rows, shape (rows, columns)."""
    return np.column_stack([events[name].astype(np.int64) for name in LOG_COLUMNS])


def _first_unlike(one: NDArray[Any], other: NDArray[Any]) -> int | None:
    """Number of the first row in which two arrays differ, the length of the shorter if they only differ in length."""
    common = min(len(one), len(other))
    unlike = one[:common] != other[:common]
    rows = np.flatnonzero(unlike if unlike.ndim == 1 else unlike.any(axis=1))
    if len(rows):
        return int(rows[0])
    return None if len(one) == len(other) else common


def _cell(table: dict[str, Column], name: str, place: int) -> str:
    return f"{table[name][place]} of {len(table[name])}" if place < len(table[name]) else f"{len(table[name])} rows"


def _history(events: NDArray[np.int64], row: int) -> str:
    """Rows of the log about the issue of a row, up to it; and the row before it, whatever it is about."""
    if row >= len(events):
        return f"the log ends after {len(events)} rows"
    same = (events[: row + 1, [ROOT, GENERATION]] == events[row, [ROOT, GENERATION]]).all(axis=1)
    numbers = sorted({max(row - 1, 0), *np.flatnonzero(same).tolist()})
    return "\n".join(f"{n:8d} {_spelled(events[n])}" for n in numbers)


def _spelled(row: NDArray[np.int64]) -> str:
    cells = dict(zip(LOG_COLUMNS, row.tolist(), strict=True))
    cells["activity"] = ACTIVITIES[cells["activity"]].name
    return " ".join(f"{name}={value}" for name, value in cells.items())
