"""Result folders: Parquet tables, two csv files, the resolved scenario and, last of all, the manifest.

Every file is written beside its place and renamed into it. The manifest goes first when a folder is
written again and comes last, so that a folder with a manifest is whole and one without says that it is
not. DuckDB writes with one thread: the same frames give the same bytes.
"""

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from sim.language.units import nearest_word
from sim.machine.database import connection, was_interrupted
from sim.machine.remedy import way_out
from sim.record.cells import for_spreadsheets
from sim.record.columns import TABLES, Column
from sim.record.joining import join_parquet
from sim.record.literal import pattern, quoted, written
from sim.said import listed, said
from sim.threads import side_by_side

MANIFEST = "manifest.json"
SEAL = "manifest_sha256"
"""Entry of a manifest with the checksum of all its others."""
SCENARIO = "scenario.yaml"
VARIANTS = "variants"
"""Folder inside that of a comparison with a result folder for each variant."""
CSV_TABLES = ("measures", "summary", "indicators")
PARQUET_TABLES = tuple(dict.fromkeys((*TABLES, "events")))
OPTIONAL_TABLES = ("events", "indicators")
_REQUIRED = tuple(name for name in (*CSV_TABLES, *TABLES) if name not in OPTIONAL_TABLES)

_SQL_TYPES = {
    "int": "BIGINT", "float": "DOUBLE", "bool": "BOOLEAN", "str": "VARCHAR", "word": "VARCHAR", "time": "TIMESTAMP_MS",
}  # fmt: skip
_FORMAT = "FORMAT parquet, PARQUET_VERSION V2, COMPRESSION zstd, COMPRESSION_LEVEL 1, DICTIONARY_SIZE_LIMIT 300"
"""Nearly as small as with more compression, since numbers are kept as differences; written a third sooner. A column
of more values than words ever are is not tried as a dictionary, which would take a fifth of the time."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Errors of the system by which a disk, or what may be used of it, is full."""
_DUCKDB_ERRORS = (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException)
"""Errors by which DuckDB tells that the system does not write or read."""
_PANDAS_TYPES = {
    "int": "int64", "float": "float64", "bool": "bool", "str": "str", "word": "category", "time": "datetime64[ms]",
}  # fmt: skip


class IncompleteResult(Exception):
    """A result folder that cannot be used, with the reason in plain words."""


@dataclass(frozen=True)
class Results:
    """What a result folder holds: its tables by name, the resolved scenario as YAML, and the manifest."""

    folder: Path
    tables: Mapping[str, pd.DataFrame]
    document_yaml: str
    manifest: Mapping[str, Any]


def again() -> str:
    """Return the way out of a damaged result folder."""
    return said(
        "Run it again: name another folder, or add {option}.",
        option=said(way_out("--overwrite", "overwrite=True to the options")),
    )


def write_results(
    folder: Path, tables: Mapping[str, pd.DataFrame | Sequence[Path]], document_yaml: str, manifest: Mapping[str, Any]
) -> None:
    """Write a result folder, the manifest last.

    `tables` holds each table of `sim.record.columns`, `measures`, `summary` and, if wished, `indicators`
    and `events`: a frame, or for one kept as Parquet the files (of `write_parquet`) whose rows make it, in their order.
    What stood in the folder under these names is replaced; files of optional tables that are
    not given are removed. The manifest gains `complete` and `files`, the SHA-256 digest of every file.
    Raises ValueError for a table that is missing, unknown or lacks columns, before anything is touched.
    """
    _refuse_bad_tables(tables)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    for name in OPTIONAL_TABLES:
        (folder / _file_name(name)).unlink(missing_ok=True)
    side_by_side(lambda name: _write_table(folder, name, tables[name]), tables)
    write_text(folder / SCENARIO, document_yaml)
    write_manifest(folder, manifest, [SCENARIO, *map(_file_name, tables)])


def read_results(folder: Path) -> Results:
    """Read a result folder; raise IncompleteResult if it is not whole or not what its manifest tells of."""
    manifest = _manifest_of_run(folder)
    refuse_changed(folder, manifest["files"])
    refuse_unknown(folder, manifest, _REQUIRED)
    tables = {name: _read_table(folder / file, name) for name, file in _present(manifest)}
    return Results(folder, tables, (folder / SCENARIO).read_text(encoding="utf-8"), manifest)


def tables_of_run(folder: Path, names: Iterable[str]) -> dict[str, Path]:
    """Return the files of these tables in a run's folder, of optional ones only those that are there.

    Raises IncompleteResult if the folder holds no whole run, or if one of them or the scenario was changed. Nothing
    else is read, so that to look at one table of a large result does not take as long as to read all.
    """
    manifest = _manifest_of_run(folder)
    held = [name for name in names if name not in OPTIONAL_TABLES or _file_name(name) in manifest["files"]]
    refuse_unknown(folder, manifest, held)
    files = {name: _file_name(name) for name in held}
    refuse_changed(folder, {file: manifest["files"][file] for file in (SCENARIO, *files.values())})
    return {name: folder / file for name, file in files.items()}


def _manifest_of_run(folder: Path) -> dict[str, Any]:
    """Return the manifest of a run's folder; raise IncompleteResult if it holds something else."""
    manifest = read_manifest(folder)
    if kind := manifest.get("kind"):
        raise IncompleteResult(
            said(
                "{folder} holds a {kind}, not a run{runs_within}",
                folder=folder,
                kind=said(kind),
                runs_within=_runs_within(folder),
            )
        )
    return manifest


def write_parquet(path: Path, frame: pd.DataFrame, columns: Sequence[Column] | None) -> None:
    """Write a frame as Parquet, beside and renamed; `columns` fixes their order and types if given."""
    chosen = "*"
    if columns is not None:
        chosen = ", ".join(_typed(frame, column) for column in columns)
    with connection() as database:
        database.register("frame", frame)
        _copy(database, path, f"SELECT {chosen} FROM frame")


def write_tables(folder: Path, tables: Mapping[str, pd.DataFrame]) -> None:
    """Write tables as Parquet files of their names into a folder, several at once."""
    side_by_side(lambda name: write_parquet(folder / f"{name}.parquet", tables[name], TABLES.get(name)), tables)


def _typed(frame: pd.DataFrame, column: Column) -> str:
    """Return a column of a frame in SQL with the type it is kept in; categories are words by themselves."""
    if isinstance(frame[column.name].dtype, pd.CategoricalDtype):
        return f'"{column.name}"'
    return f'"{column.name}"::{_SQL_TYPES[column.type]} AS "{column.name}"'


def _copy(database: duckdb.DuckDBPyConnection, path: Path, rows: str) -> None:
    """Write the rows that a query gives as Parquet, beside and renamed."""

    put(path, lambda beside: database.execute(f"COPY ({rows}) TO {quoted(written(beside))} ({_FORMAT})"))


def read_parquet(path: Path | Sequence[Path], columns: Sequence[Column] | None) -> pd.DataFrame:
    """Read Parquet files into pandas, one after the other; of `columns`, if given, each with its type.

    Columns of words become categories: the words that are in use, in the order of the alphabet.
    """
    paths = [path] if isinstance(path, Path) else path
    with told_plainly(paths[0]), connection() as database:
        source = database.read_parquet([pattern(file) for file in paths], hive_partitioning=False)
        chosen = "*" if columns is None else ", ".join(_selected(source, column) for column in columns)
        frame: pd.DataFrame = source.project(chosen).df()
    if columns is None:
        return frame
    frame = frame.astype({c.name: _PANDAS_TYPES[c.type] for c in columns})
    return frame.assign(**{c.name: frame[c.name].cat.as_unordered() for c in columns if c.type == "word"})


def _selected(source: duckdb.DuckDBPyRelation, column: Column) -> str:
    """Return a column in SQL: times by the ms, words as an enumeration of those in use, categories in pandas."""
    if column.type == "time":
        return f'"{column.name}"::TIMESTAMP_MS AS "{column.name}"'
    if column.type != "word":
        return f'"{column.name}"'
    words = source.project(f'"{column.name}"').distinct().order(f'"{column.name}"').fetchall()
    listed = ", ".join(quoted(word) for (word,) in words if word is not None)
    return f'"{column.name}"::ENUM({listed}) AS "{column.name}"' if listed else f'"{column.name}"'


def write_csv(path: Path, frame: pd.DataFrame) -> None:
    """Write a frame as csv, beside and renamed: numbers in full, times in ISO 8601, the missing empty, no formulas."""

    def write(beside: Path) -> None:
        with beside.open("w", encoding="utf-8", newline="") as file:  # by its name pandas would take `~` for a home
            for_spreadsheets(frame).to_csv(file, index=False, lineterminator="\n", date_format="%Y-%m-%dT%H:%M:%S")

    put(path, write)


def _refuse_bad_tables(tables: Mapping[str, pd.DataFrame | Sequence[Path]]) -> None:
    known = {*PARQUET_TABLES, *CSV_TABLES}
    if unknown := sorted(set(tables) - known):
        raise ValueError(f"unknown tables: {', '.join(unknown)}")
    if missing := sorted(known - set(OPTIONAL_TABLES) - set(tables)):
        raise ValueError(f"missing tables: {', '.join(missing)}")
    for name, columns in TABLES.items():
        table = tables[name]
        absent = [c.name for c in columns if c.name not in table] if isinstance(table, pd.DataFrame) else []
        if absent:
            raise ValueError(f"table {name} lacks the columns {', '.join(absent)}")


def _file_name(table: str) -> str:
    return f"{table}.csv" if table in CSV_TABLES else f"{table}.parquet"


def _present(manifest: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the name and the file of each table that the manifest tells of."""
    for name in (*PARQUET_TABLES, *CSV_TABLES):
        if _file_name(name) in manifest["files"]:
            yield name, _file_name(name)


def _write_table(folder: Path, name: str, table: pd.DataFrame | Sequence[Path]) -> None:
    path = folder / _file_name(name)
    if not isinstance(table, pd.DataFrame):
        put(path, lambda beside: join_parquet(beside, table))
    elif name in CSV_TABLES:
        write_csv(path, table)
    else:
        write_parquet(path, table, TABLES.get(name))


def _read_table(path: Path, name: str) -> pd.DataFrame:
    if name in CSV_TABLES:
        return pd.read_csv(path)
    return read_parquet(path, TABLES.get(name))


def write_manifest(folder: Path, manifest: Mapping[str, Any], names: Iterable[str]) -> None:
    """Write the manifest of a whole folder, with the checksums of the files that are named and one of its own."""
    files = {name: file_digest(folder / name) for name in sorted(names)}
    whole = {**manifest, "files": files, "complete": True}
    write_text(folder / MANIFEST, json.dumps({**whole, SEAL: _seal(whole)}, indent=2, ensure_ascii=False) + "\n")


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a folder; raise IncompleteResult unless it is whole and says that the folder is."""
    path = folder / MANIFEST
    if not folder.is_dir():
        what = said("is a file, not a result folder") if folder.exists() else said("is no folder")
        near = nearest_word(folder.name, [other.name for other in _results_in(folder.parent)])
        raise IncompleteResult(
            said("{folder} {what}; did you mean '{near}'?", folder=folder, what=what, near=folder.parent / near)
            if near
            else said("{folder} {what}", folder=folder, what=what)
        )
    if not path.is_file():
        raise IncompleteResult(
            said(
                "{folder} has no {manifest}: it is no result folder, or its run was interrupted.",
                folder=folder,
                manifest=MANIFEST,
            )
        )
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        raise IncompleteResult(
            said("{path} is damaged: it cannot be read as JSON. {again}", path=path, again=again())
        ) from None
    if not isinstance(manifest, dict):
        raise IncompleteResult(said("{path} is damaged: it is no manifest. {again}", path=path, again=again()))
    if manifest.get("complete") is not True or not isinstance(manifest.get("files"), dict):
        if manifest.get("kind") == "study":
            raise IncompleteResult(
                said("{folder} holds a study that is not finished; the command that began it goes on", folder=folder)
            )
        raise IncompleteResult(
            said("{path} does not say that its run was completed. {again}", path=path, again=again())
        )
    if manifest.pop(SEAL, None) != _seal(manifest):
        raise IncompleteResult(said("{path} was changed after the run. {again}", path=path, again=again()))
    return manifest


def _results_in(folder: Path) -> list[Path]:
    """Return the result folders in a folder, by their names."""
    try:
        return sorted(inside for inside in folder.iterdir() if (inside / MANIFEST).is_file())
    except OSError:
        return []


def _runs_within(folder: Path) -> str:
    """Return in words which runs a result folder of another kind holds."""
    runs = [str(run) for run in _results_in(folder / VARIANTS)]
    return (
        said("; name one of its runs: {runs}", runs=listed(runs))
        if runs
        else said("; its runs keep no tables of their own")
    )


def refuse_changed(folder: Path, files: Mapping[str, str]) -> None:
    """Raise IncompleteResult with all files, of those whose checksums are given, that are missing or were changed."""
    wrong = [f"{folder / name} {what}" for name, what in changed(folder, files)]
    if wrong:
        raise IncompleteResult("\n".join([*wrong, again()]))


def refuse_unknown(folder: Path, manifest: Mapping[str, Any], tables: Iterable[str]) -> None:
    """Raise IncompleteResult if a manifest does not tell of one of these tables."""
    if absent := [name for name in tables if _file_name(name) not in manifest["files"]]:
        raise IncompleteResult(
            said(
                "{manifest} does not tell of the tables {tables}. {again}",
                manifest=folder / MANIFEST,
                tables=listed(absent),
                again=again(),
            )
        )


def changed(folder: Path, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the name of each file that is not what its checksum says, and what is wrong with it in words."""
    for name, digest in files.items():
        if not (folder / name).is_file():
            yield name, "is missing"
        elif file_digest(folder / name) != digest:
            yield name, "was changed"


def _seal(manifest: Mapping[str, Any]) -> str:
    """Return the checksum of a manifest's entries, the same whatever their order."""
    plain = json.loads(json.dumps(manifest))
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def write_text(path: Path, text: str) -> None:
    """Write a text in UTF-8 with lines ended by line feeds, beside and renamed."""
    put(path, lambda beside: beside.write_text(text, encoding="utf-8", newline="\n"))


def put(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a file beside `path`, then rename it into place; leave nothing behind on failure.

    Whoever cannot write raises OSError with the name of `path`.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        with told_plainly(path):
            write(beside)
            os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Tell what goes wrong with a file as the system would, by an OSError with its name; Ctrl-C as Python would.

    DuckDB has errors of its own for both, and an error of writing knows no name.
    """
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from None
    except _DUCKDB_ERRORS as error:
        text = str(error).splitlines()[0].replace(str(path), path.name)
        full = "No space left" in text or "quota" in text.lower() or "too large" in text
        raise OSError(errno.ENOSPC if full else errno.EIO, text, str(path)) from None
    except (duckdb.InterruptException, RuntimeError) as error:
        if was_interrupted(error):
            raise KeyboardInterrupt from None
        raise


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
