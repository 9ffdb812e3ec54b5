"""From a result folder to a file that tools of process mining read."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal, get_args

from ruamel.yaml import YAML

from sim.machine.database import connection
from sim.reading.export.log import Log
from sim.reading.export.ocel_json import write_ocel_json
from sim.reading.export.ocel_sqlite import write_ocel_sqlite
from sim.reading.export.xes import write_xes
from sim.record.store import SCENARIO, put, tables_of_run
from sim.study.files.refused import Refused
from sim.words import Language, label

Format = Literal["xes", "ocel"]
FORMATS: tuple[Format, ...] = get_args(Format)
SUFFIXES: dict[Format, tuple[str, ...]] = {"xes": (".xes",), "ocel": (".json", ".jsonocel", ".sqlite", ".sqlite3")}
"""Names of files of a format end so, the first of them if nobody chooses; the end decides how OCEL is written."""
NEEDED = ("events", "issues", "cases", "stations")


def export_log(
    folder: Path,
    to: Format = "xes",
    out: Path | None = None,
    replication: int | None = None,
    *,
    overwrite: bool = False,
    language: Language = "en",
) -> Path:
    """Write the event log of a run as XES or OCEL 2.0 and return the file: `out`, or `events` in the result folder.

    OCEL is written as JSON, or as SQLite if `out` ends in `.sqlite`. All replications are written, each with objects of
    its own, or the one that is named. Raises Refused, in the language, if the run kept no event log, has no such
    replication or the file has another ending, FileExistsError if it is there and may not be overwritten,
    IncompleteResult if the folder holds no whole run, and OSError if it cannot be written.
    """
    files = tables_of_run(folder, NEEDED)
    if "events" not in files:
        raise Refused(label("export_no_log", language).format(result=folder))
    path = folder / f"events{SUFFIXES[to][0]}" if out is None else out
    _refuse_ending(path, to, language)
    if path.exists() and not overwrite:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    document = YAML(typ="safe").load((folder / SCENARIO).read_text("utf-8"))
    asked = _replications(document, replication, language)
    with connection() as database:
        log = Log(database, files, document, asked)
        put(path, _writer(log, to, path.suffix, document["name"]))
    return path


def _writer(log: Log, to: Format, suffix: str, name: str) -> Callable[[Path], Any]:
    """Return what writes a log into a file."""
    if suffix.startswith(".sqlite"):
        return lambda beside: write_ocel_sqlite(beside, log)

    def write(beside: Path) -> None:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            if to == "xes":
                write_xes(file, log, name)
            else:
                write_ocel_json(file, log)

    return write


def _replications(document: dict[str, Any], replication: int | None, language: Language) -> range:
    """Return the replications that are to be written; raise Refused for one that there is not."""
    there = range(document["run"]["replications"])
    if replication is None:
        return there
    if replication not in there:
        known = label("from_to", language).format(low=0, high=len(there) - 1)
        what = label("asked_replication", language)
        raise Refused(label("not_known", language).format(what=what, found=replication, nearest="", known=known))
    return range(replication, replication + 1)


def _refuse_ending(path: Path, to: Format, language: Language) -> None:
    if path.suffix not in SUFFIXES[to]:
        endings = label("comma", language).join(SUFFIXES[to])
        told = label("export_ending", language)
        raise Refused(told.format(file=path, format=to, endings=endings))
