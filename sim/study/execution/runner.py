"""The runner of studies: runs what is not yet in the store, on this machine or a cluster, and loses nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sim.record.contents import LOCK, STORE, STORE_TABLES, STUDY, clear
from sim.record.store import MANIFEST, write_csv, write_manifest, write_text
from sim.said import listed, said
from sim.study.execution.executors import Crew, crew_of
from sim.study.execution.folder import FolderTaken, refuse_owned, refuse_unusable, remedy
from sim.study.execution.identity import StudyChange, changes
from sim.study.execution.provenance import numbers_digest, study_provenance
from sim.study.execution.schedule import carried_out
from sim.study.execution.store import UNBORN, StudyStore
from sim.study.execution.units import ENDED_EARLY, Run, carry_out
from sim.study.files.assignments import document_text
from sim.study.files.points import Evaluate
from sim.study.files.refused import Refused

if TYPE_CHECKING:
    import pandas as pd

TABLES = (*(f"{table}.parquet" for table in STORE_TABLES), "points.csv")
"""Files that the store is exported to."""

Progress = Callable[[int, int, int], object]
"""Told the number of runs finished, of all that are wanted so far, and of those that failed."""


class StudyChanged(Refused):
    """The folder holds runs of another study, or of the same with other numbers or other code."""

    def __init__(self, folder: Path, found: list[StudyChange]) -> None:
        """Name the folder and what changed."""
        lines = [said("  {change}", change=change.told) for change in found[:20]]
        if len(found) > len(lines):
            lines.append(said("  and {more} more", more=len(found) - len(lines)))
        super().__init__(
            listed([said("{folder} holds another study; what changed:", folder=folder), *lines, remedy()], "\n")
        )
        self.changes = found


class Runner:
    """Runs the points of a study and keeps what they gave in a folder; to be used in a `with` statement.

    With a folder that holds the same study, unfinished or not, nothing that is in it is run again. The numbers do not
    depend on how many workers there are, where they are, or how often the study was interrupted.
    """

    def __init__(
        self,
        folder: Path,
        study: Mapping[str, Any],
        evaluate: Evaluate,
        *,
        texts: Mapping[str, Any] | None = None,
        workers: int | None = None,
        scheduler: str | None = None,
        overwrite: bool = False,
        progress: Progress | None = None,
    ) -> None:
        """Take a study; nothing happens before the `with` statement.

        `study` is the plain document that identifies it (`sim.study.execution.identity.identity`); it is written to
        `study.yaml` with `texts`, which may change while the study stays the same. `workers` is the number of processes
        on this machine, None for one on each core; `scheduler` is the address of a Dask cluster to be used instead.
        `overwrite` takes away what the folder holds of gridgov's.
        """
        self.folder, self._study, self._evaluate = folder, study, evaluate
        self._texts = texts or {}
        self._workers, self._scheduler, self._overwrite = workers, scheduler, overwrite
        self._progress = progress or (lambda finished, total, failed: None)
        self._finished = 0
        self._wanted: set[tuple[int, int]] = set()
        self._found: dict[str, pd.DataFrame] = {}
        self._crew: Crew | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Open the store.

        Raises FolderTaken, StudyChanged, StoreDamaged, NotWritten, or StudyBusy if another process runs the study.
        """
        self._began = time.monotonic()
        document = json.loads(json.dumps({**self._study, "code": numbers_digest()}))
        _refuse_other_contents(self.folder, self._overwrite)
        self._store = StudyStore(self.folder, document, afresh=self._overwrite)
        with ExitStack() as until_open:
            until_open.callback(self._store.close)
            if found := changes(self._store.document(), document):
                raise StudyChanged(self.folder, found)
            if self._overwrite:
                clear(self.folder, keep=(STORE, f"{STORE}.wal"))
            self._store.forget(ENDED_EARLY)
            self._describe()
            self._open = until_open.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the workers; if all went well, export the tables."""
        if error is not None:
            self._open.__exit__(kind, error, trace)
            return
        with self._open:
            self._store.export()
        self._conclude()

    def keep(self, found: Mapping[str, pd.DataFrame]) -> None:
        """Take what the study found; its tables are written at the end, as csv by their names."""
        self._found = dict(found)

    def need(self, wanted: Iterable[Run]) -> None:
        """Run what is not yet in the store; return when all of it is there, failures included.

        Raises PointChanged if a point's number stood for another point before, SchedulerGone, DaskMissing, and
        OtherCode if workers have another version of the software.
        """
        runs = {(point.number, replication): (point, replication) for point, replication in wanted}
        self._store.register({point.number: point for point, _ in runs.values()}.values())
        new = runs.keys() - self._wanted
        self._wanted |= new
        self._finished += len(new & self._store.runs)
        self._tell()
        if missing := [run for key, run in runs.items() if key not in self._store.runs]:
            self._run(missing)

    def _run(self, missing: Iterable[Run]) -> None:
        work = partial(carry_out, self._evaluate, code=numbers_digest())
        for results in carried_out(self._workforce(), work, missing):
            self._store.add(results)
            self._finished += len(results)
            self._tell()

    def results(self) -> pd.DataFrame:
        """Return columns point, replication, measure, value, in this order of rows too; failed runs are absent."""
        return self._store.results()

    def runs(self) -> pd.DataFrame:
        """Return columns point, replication, error, seconds (wall time) and host."""
        return self._store.times()

    def failures(self) -> pd.DataFrame:
        """Return columns point, replication, error."""
        return self._store.failures()

    def _workforce(self) -> Crew:
        """Return the crew, which is called together when there is work."""
        if self._crew is None:
            self._crew = self._open.enter_context(crew_of(self._workers, self._scheduler))
        return self._crew

    def _tell(self) -> None:
        self._progress(self._finished, len(self._wanted), self._store.failed)

    def _describe(self) -> None:
        """Write what the study is and where its numbers come from, and that it is not complete."""
        write_text(self.folder / STUDY, document_text({**self._study, **self._texts}))
        unfinished = {**self._origin(), "complete": False}
        write_text(self.folder / MANIFEST, json.dumps(unfinished, indent=2, ensure_ascii=False) + "\n")

    def _conclude(self) -> None:
        """Write what the study found, and last of all that it is complete, with the checksums of all its files."""
        for name, table in self._found.items():
            write_csv(self.folder / f"{name}.csv", table)
        write_manifest(self.folder, self._origin(), [STUDY, STORE, *TABLES, *(f"{name}.csv" for name in self._found)])

    def _origin(self) -> dict[str, Any]:
        """Return where the numbers of the study come from."""
        engine = getattr(self._evaluate, "engine", None)
        origin = study_provenance(dict(self._study), engine, time.monotonic() - self._began)
        return {"kind": "study", **origin, "runs": len(self._store.runs), "failed": self._store.failed}


def _refuse_other_contents(folder: Path, overwrite: bool) -> None:
    """Raise FolderTaken if the folder holds something that is no study, unless it may be overwritten."""
    refuse_unusable(folder)
    if "?" in str(folder.absolute()):
        raise FolderTaken(
            said(
                "{folder} has a '?' in its path, where DuckDB keeps no store of a study; name another folder",
                folder=folder,
            )
        )
    if folder.is_file():
        raise FolderTaken(said("{folder} is a file, not a folder", folder=folder))
    if overwrite:
        refuse_owned(folder)
    if overwrite or not folder.exists() or (folder / STORE).is_file():
        return
    if any(file.name not in (*UNBORN, LOCK) for file in folder.iterdir()):
        raise FolderTaken(said("{folder} is not empty; {remedy}", folder=folder, remedy=remedy()))
