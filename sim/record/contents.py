"""What in a folder is gridgov's own: everything that runs, comparisons and studies write there, by its name.

Only that is ever taken away or read; whatever else lies in a result folder is its owner's.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from sim.record.store import CSV_TABLES, MANIFEST, PARQUET_TABLES, SCENARIO, VARIANTS

LOCK = ".lock"
"""Held by whoever writes into a folder; it may stay behind, held by nobody, when a process is killed."""
UNFINISHED = "unfinished"
"""Folder inside a result folder with the replications of a run that has not ended."""
FIGURES, REPORT, REPLAY = "figures", "report.html", "replay.html"
REPORTS = {"en": REPORT, "zh": "report.zh.html"}
"""The report in each language; both are always written."""
FORMATS = ("pdf", "docx", "xlsx")
"""Endings of what a report can be written as too, under the same name."""
WHOLE = ".whole.pdf"
"""Ending of a printed report with all that is folded behind its first pages."""
REPORT_FILES = tuple(
    name.removesuffix(".html") + ending
    for name in REPORTS.values()
    for ending in (".html", *(f".{its}" for its in FORMATS), WHOLE)
)
MARK = b"<dc:source>gridgov</dc:source>"
"""Stands near the beginning of every figure that gridgov drew."""
MARKED_BYTES = 4096
"""Bytes of a figure within which its mark stands."""

STUDY, STORE = "study.yaml", "runs.duckdb"
STORE_FILES = (STORE, f"{STORE}.wal", f"{STORE}.new", f"{STORE}.new.wal")
"""The store of a study and its log; the last two until it is whole."""
BESIDE_TABLES = ("measures", "differences", "causes", "changed", "pairs", "same", "states")
"""Tables of a comparison, as csv."""
STUDY_TABLES = ("effects", "responses", "indices", "pairs", "assumptions", "chosen", "paid")
"""Tables of what a study found, as csv."""
STORE_TABLES = ("results", "runs", "points")
"""Tables that the store of a study is exported to, as Parquet."""

PARQUET = tuple(dict.fromkeys((*PARQUET_TABLES, *STORE_TABLES)))
CSV = tuple(dict.fromkeys((*CSV_TABLES, *BESIDE_TABLES, *STUDY_TABLES, "points")))
NAMES = frozenset(
    (
        *(MANIFEST, SCENARIO, STUDY, REPLAY),
        *REPORT_FILES,
        *STORE_FILES,
        *(f"{table}.parquet" for table in PARQUET),
        *(f"{table}.csv" for table in CSV),
    )
)
"""Names of files that gridgov writes."""


def is_rest(path: Path) -> bool:
    """Say whether a file is the rest of one that was being written when its writer was killed."""
    name = path.name
    return name.startswith(".") and name.endswith(".part") and _is_written(path.with_name(name[1:-5]))


def is_own(path: Path) -> bool:
    """Say whether a file, by its name and the folder that it lies in, is one that gridgov wrote."""
    return path.is_file() and (_is_written(path) or is_rest(path))


def clear(folder: Path, keep: Collection[str] = ()) -> None:
    """Take away all that is gridgov's own in a result folder, but for the names to keep; the manifest goes first.

    Links to folders are not followed. Raises OSError for what cannot be taken away.
    """
    (folder / MANIFEST).unlink(missing_ok=True)
    for path in list(_own_within(folder)):
        if path.name not in keep:
            path.unlink(missing_ok=True)
    figures, variants, unfinished = folder / FIGURES, folder / VARIANTS, folder / UNFINISHED
    for path in (*_inside(figures), *_inside(variants)):
        if path.parent == figures and is_own(path):
            path.unlink()
        elif path.parent == variants and path.is_dir() and not path.is_symlink():
            clear(path)
            _remove_if_empty(path)
    _remove_if_empty(figures)
    _remove_if_empty(variants)
    if UNFINISHED not in keep and unfinished.is_dir() and not unfinished.is_symlink():
        shutil.rmtree(unfinished)


def _is_written(path: Path) -> bool:
    """Say whether gridgov writes a file of this name into this folder."""
    if path.parent.name == FIGURES and path.suffix == ".svg":
        return not path.is_file() or _is_marked(path)
    return path.name in NAMES


def _is_marked(figure: Path) -> bool:
    with figure.open("rb") as file:
        return MARK in file.read(MARKED_BYTES)


def _own_within(folder: Path) -> Iterator[Path]:
    return (path for path in _inside(folder) if is_own(path))


def _inside(folder: Path) -> list[Path]:
    """Return what lies in a folder, nothing if it is none or only a link to one."""
    return sorted(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []


def _remove_if_empty(folder: Path) -> None:
    if not folder.is_symlink():
        with suppress(OSError):
            folder.rmdir()
