"""The store of a study: a DuckDB file in which every run is written down, in a transaction, as soon as it ends.

Nothing written is lost when the process is killed, and nothing is written twice. At the end the tables are exported
as Parquet, sorted, so that they have the same bytes however the runs were spread or interrupted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from sim.machine.database import was_interrupted, without_bar
from sim.record.contents import STORE, STORE_FILES
from sim.record.literal import quoted, written
from sim.record.store import put, write_csv, write_parquet
from sim.said import said
from sim.study.execution.folder import remedy
from sim.study.execution.identity import canonical
from sim.study.files.points import Point, Result
from sim.study.files.refused import Refused, Stopped

if TYPE_CHECKING:
    import pandas as pd

UNBORN = STORE_FILES[2:]
"""The file until it holds its tables, and its log; they are left if a study is killed just when it begins."""

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {"threads": 1, "memory_limit": "1GB"}
_WRITE_ERRORS = (
    duckdb.IOException,
    duckdb.TransactionException,
    duckdb.FatalException,
    duckdb.OutOfMemoryException,
)
_FULL = ("No space left", "too large", "quota exceeded", "Could not write")
"""Words by which it tells that a disk takes nothing more."""
_TABLES = """
CREATE TABLE study (document VARCHAR NOT NULL);
CREATE TABLE points (
    point INTEGER PRIMARY KEY, name VARCHAR NOT NULL, base VARCHAR NOT NULL, sets VARCHAR[] NOT NULL,
    factors VARCHAR NOT NULL
);
CREATE TABLE runs (
    point INTEGER, replication INTEGER, measures VARCHAR[] NOT NULL, "values" DOUBLE[] NOT NULL,
    error VARCHAR, seconds DOUBLE NOT NULL, host VARCHAR NOT NULL, PRIMARY KEY (point, replication)
);
CREATE VIEW results AS
    SELECT point, replication, unnest(measures) AS measure, unnest("values") AS value FROM runs WHERE error IS NULL;
"""
_COLUMNS = {
    "points": ("INTEGER", "VARCHAR", "VARCHAR", "VARCHAR[]", "VARCHAR"),
    "runs": ("INTEGER", "INTEGER", "VARCHAR[]", "DOUBLE[]", "VARCHAR", "DOUBLE", "VARCHAR"),
}
_RESULTS = "SELECT * FROM results ORDER BY point, replication, measure"
_RUNS = "SELECT point, replication, error, seconds, host FROM runs ORDER BY point, replication"
_FAILURES = "SELECT point, replication, error FROM runs WHERE error IS NOT NULL ORDER BY point, replication"
_POINTS = """
SELECT point, name, base, array_to_string(sets, ' ') AS sets, factors,
    count(replication) FILTER (error IS NULL) AS finished, count(error) AS failed, min(error) AS error
FROM points LEFT JOIN runs USING (point) GROUP BY ALL ORDER BY point
"""


class StudyBusy(Refused):
    """Another process is at work on the study."""


class NotWritten(Stopped):
    """The disk is full, or takes nothing more for another reason."""


class StoreDamaged(Refused):
    """What a study has written down cannot be read."""


class PointChanged(Stopped):
    """A number that stands for one point already was given to another."""


class StudyStore:
    """The points and runs of one study. Not for several threads."""

    def __init__(self, folder: Path, document: Mapping[str, Any], *, afresh: bool = False) -> None:
        """Open the store in `folder`, or begin one there for the study that `document` identifies.

        `afresh` takes away all that it holds. Raises StudyBusy if another process has it open, StoreDamaged if it
        cannot be read, and NotWritten if the disk is full.
        """
        self.folder = folder
        if afresh:
            _take_away(folder)
        if not (folder / STORE).is_file():
            _begin(folder, document)
        self._connection = _connect(folder / STORE)
        self.runs: set[tuple[int, int]] = set()
        self.failed = 0
        try:
            with _legible(folder / STORE):
                self._document: dict[str, Any] = json.loads(self._rows("SELECT document FROM study")[0][0])
                self._points = {number: tuple(rest) for number, *rest in self._rows("SELECT * FROM points")}
                self._recount()
        except BaseException:
            self.close()
            raise

    def document(self) -> dict[str, Any]:
        """Return the document of the study that the store was begun for."""
        return self._document

    def register(self, points: Iterable[Point]) -> None:
        """Write down points that are new; raise PointChanged if a number stood for another point before."""
        new = []
        for point in points:
            row = (point.name, point.base, list(point.sets), json.dumps(point.factors, ensure_ascii=False))
            if point.number not in self._points:
                self._points[point.number] = row
                new.append((point.number, *row))
            elif self._points[point.number] != row:
                raise PointChanged(said("point {number} is not what it was when the study began", number=point.number))
        self._write("points", new)

    def add(self, results: Collection[Result]) -> None:
        """Write down what runs gave, all of it or nothing."""
        self._write("runs", [_row(result) for result in results])
        self.runs.update((result.point, result.replication) for result in results)
        self.failed += sum(result.error is not None for result in results)

    def forget(self, error: str) -> None:
        """Take away the runs that failed with this error, so that they are tried again."""
        self._connection.execute("DELETE FROM runs WHERE error = ?", [error])
        self._recount()

    def results(self) -> pd.DataFrame:
        """Return the tidy table: point, replication, measure, value, in this order of rows too."""
        return self._connection.execute(_RESULTS).df()

    def times(self) -> pd.DataFrame:
        """Return a row for each run: point, replication, error, seconds, host."""
        return self._connection.execute(_RUNS).df()

    def failures(self) -> pd.DataFrame:
        """Return the runs that failed: point, replication, error."""
        return self._connection.execute(_FAILURES).df()

    def points(self) -> pd.DataFrame:
        """Return a row for each point: number, name, scenario, assignments, its factors, and how its runs ended."""
        import pandas as pd

        table = self._connection.execute(_POINTS).df()
        factors = pd.DataFrame([dict(json.loads(text)) for text in table.pop("factors")], index=table.index)
        before, after = table.columns[:4], table.columns[4:]
        return pd.concat([table[before], factors, table[after]], axis="columns")

    def export(self) -> None:
        """Write results.parquet, runs.parquet, points.parquet and points.csv beside the store; raises NotWritten."""
        self._copy(_RESULTS, "results")
        self._copy(_RUNS, "runs")
        points = self.points()
        write_parquet(self.folder / "points.parquet", points, None)
        write_csv(self.folder / "points.csv", points)

    def close(self) -> None:
        """Close the file, for others to open."""
        with suppress(*_WRITE_ERRORS):  # what a full disk does not take into the file stays in its log
            self._connection.close()

    def _rows(self, query: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(query).fetchall()

    def _recount(self) -> None:
        self.runs = set(self._rows("SELECT point, replication FROM runs"))
        self.failed = int(self._rows("SELECT count(error) FROM runs")[0][0])

    def _write(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        """Add rows to a table, all of them or none: column by column, which is much faster than row by row."""
        if rows:
            given = ", ".join(f"unnest(?::{kind}[])" for kind in _COLUMNS[table])
            with _plainly(self.folder):
                self._connection.execute(
                    f"INSERT INTO {table} SELECT {given}", list(map(list, zip(*rows, strict=True)))
                )

    def _copy(self, query: str, name: str) -> None:
        """Write what a query gives as Parquet, beside and renamed; it need not fit into memory."""

        def copy(beside: Path) -> None:
            target = quoted(written(beside))
            self._connection.execute(f"COPY ({query}) TO {target} (FORMAT parquet, COMPRESSION zstd)")

        put(self.folder / f"{name}.parquet", copy)


@contextmanager
def _plainly(folder: Path) -> Iterator[None]:
    """Say in plain words that nothing can be written; Ctrl-C is told by DuckDB in words of its own."""
    try:
        yield
    except _WRITE_ERRORS as error:
        raise NotWritten(
            said("{folder} cannot be written to: {why}", folder=folder, why=str(error).splitlines()[0])
        ) from None
    except (duckdb.InterruptException, RuntimeError) as error:
        if was_interrupted(error):
            raise KeyboardInterrupt from None
        raise


def _row(result: Result) -> tuple[Any, ...]:
    measures = sorted(result.values)
    values = [float(result.values[measure]) for measure in measures]
    return result.point, result.replication, measures, values, result.error, result.seconds, result.host


def _begin(folder: Path, document: Mapping[str, Any]) -> None:
    """Make an empty store; it appears whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    beside = folder / UNBORN[0]
    _remove(folder, UNBORN)
    try:
        with _plainly(folder), _connect(beside) as connection:
            connection.execute(_TABLES)
            connection.execute("INSERT INTO study VALUES (?)", [canonical(document)])
            connection.execute("CHECKPOINT")  # into the file: closing it would tell of no failure, and leave a log
        os.replace(beside, folder / STORE)
    finally:
        _remove(folder, UNBORN)


def _take_away(folder: Path) -> None:
    """Remove a store, even one that cannot be read; raise StudyBusy if another process has it open."""
    if (folder / STORE).is_file():
        with suppress(StoreDamaged):
            _connect(folder / STORE).close()
    _remove(folder, STORE_FILES)


def _remove(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        (folder / name).unlink(missing_ok=True)


def _connect(file: Path) -> duckdb.DuckDBPyConnection:
    with _legible(file):
        return without_bar(duckdb.connect(written(file), config=_SETTINGS))


@contextmanager
def _legible(file: Path) -> Iterator[None]:
    """Say in plain words that a store cannot be read, and why."""
    try:
        yield
    except (duckdb.InterruptException, RuntimeError, *_WRITE_ERRORS) as error:
        text = str(error).splitlines()[0].replace(str(file), file.name)
        if "Conflicting lock" in text or "already attached" in text or "used by another process" in text:
            raise StudyBusy(
                said("another process is at work on the study in {folder}; wait until it ends", folder=file.parent)
            ) from None
        if any(word in text for word in _FULL):
            raise NotWritten(said("{folder} cannot be written to: {why}", folder=file.parent, why=text)) from None
        if was_interrupted(error):
            raise KeyboardInterrupt from None
        raise StoreDamaged(_damaged(file, text)) from None
    except (duckdb.Error, ValueError, LookupError, RecursionError) as error:
        raise StoreDamaged(_damaged(file, str(error).splitlines()[0])) from None


def _damaged(file: Path, why: str) -> str:
    return said(
        "{file} is damaged, so that what was run cannot be read ({why}); {remedy}", file=file, why=why, remedy=remedy()
    )
