"""Replications of scenarios, here or by a crew of workers; the answer does not depend on how many there are, or where.

What a replication found is put on disk as soon as it ends, a file for each table. So workers hand back nothing but
files, and after an interruption what was finished is still there. Workers of a cluster must see the same folder.
"""

import json
import os
import platform
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sim.machine.cores import cores
from sim.machine.remedy import way_out
from sim.record.store import file_digest
from sim.said import said
from sim.study.execution.executors import crew_of, heartbeat
from sim.study.execution.processes import may_begin_processes
from sim.study.execution.provenance import numbers_digest
from sim.study.execution.schedule import carried_out
from sim.study.execution.units import Run, Unit, refuse_other_code
from sim.study.files.points import Point, Result
from sim.study.files.refused import Stopped

if TYPE_CHECKING:
    import pandas as pd

    from sim.scenario.load import Loaded

Progress = Callable[[float], object]
"""Told how much is done: the share of one replication, or of all of them, from 0 to 1."""

INDEX = "tables.json"
"""File with the checksum of each table of a finished replication, by the name of its file."""

APPEARS_S = 60.0
"""Seconds in which what another machine has written must appear in a shared folder; networks take their time."""
LOOK_S = 0.1
"""Seconds between two looks for it."""


class FolderNotShared(Stopped):
    """A machine of the cluster does not have the result folder of this one."""


class Simulate(Protocol):
    """An engine: returns the tables of a replication by name, and tells `heartbeat` the share done."""

    def __call__(
        self, loaded: "Loaded", replication: int, events: bool = False, heartbeat: Progress | None = None
    ) -> "dict[str, pd.DataFrame]":
        """Simulate one replication."""


def replicate(
    loaded: "Loaded",
    parts: Path,
    *,
    replications: int,
    simulate: Simulate,
    workers: int | None = None,
    scheduler: str | None = None,
    events: bool = False,
    progress: Progress | None = None,
) -> "dict[str, list[Path]]":
    """Simulate replications 0, 1, ... and return the Parquet files of each table, by its name.

    `simulate` must be a function that other processes can import, and `events` adds the event log. `parts` is a folder
    for finished replications, made if need be: those found in it are not run again, so it must belong to this scenario
    and this code. `workers`, `scheduler` and errors are those of `carry_out`.
    """
    job = ReplicationJob(simulate, loaded, events, parts)
    carry_out([job], replications, workers, scheduler, progress)
    return job.files(replications)


@dataclass(frozen=True)
class ReplicationJob:
    """What a process needs to know to run any replication of a scenario."""

    simulate: Simulate
    loaded: "Loaded"
    events: bool
    parts: Path

    def part(self, replication: int) -> Path:
        """Return the folder of a finished replication."""
        return self.parts / str(replication)

    def is_done(self, replication: int) -> bool:
        """Say whether a replication is finished."""
        return self.part(replication).is_dir()

    def is_whole(self, replication: int) -> bool:
        """Say whether the tables of a finished replication are as they were written; a power cut may take what was."""
        part = self.part(replication)
        try:
            tables: dict[str, str] = json.loads((part / INDEX).read_text(encoding="utf-8"))
            return all(file_digest(part / name) == its for name, its in tables.items())
        except (OSError, ValueError, AttributeError):
            return False

    def anywhere(self) -> "ReplicationJob":
        """Return the same job with a path that holds in whatever folder a worker was started."""
        return replace(self, parts=self.parts.absolute())

    def files(self, replications: int) -> "dict[str, list[Path]]":
        """Return the files of each table in the order of replications; the map, which none changes, has one."""
        from sim.record.columns import NOT_REPLICATED

        parts = [self.part(number) for number in range(replications)]
        names = sorted(json.loads((parts[0] / INDEX).read_text(encoding="utf-8")))
        found = {Path(name).stem: [part / name for part in parts] for name in names}
        return {name: files[:1] if name in NOT_REPLICATED else files for name, files in found.items()}

    def run(self, replication: int, heartbeat: Progress) -> None:
        """Simulate one replication; its folder appears complete or not at all."""
        from sim.record.store import write_tables, write_text

        tables = self.simulate(self.loaded, replication, events=self.events, heartbeat=heartbeat)
        beside = self.parts / f".{replication}.{platform.node()}.{os.getpid()}.part"  # of whoever else tries, another
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        try:
            write_tables(beside, tables)
            index = {file.name: file_digest(file) for file in beside.iterdir()}
            write_text(beside / INDEX, json.dumps(index))
            beside.rename(self.part(replication))
        except OSError:
            if not self.is_done(replication):  # by a worker that was believed lost
                raise
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def carry_out(
    jobs: Sequence[ReplicationJob],
    replications: int,
    workers: int | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> None:
    """Run the replications 0, 1, ... of all jobs that are not finished; those of one number may share their world.

    At most `workers` processes run at once (None: one for each core); with one, everything happens in this process,
    and so it does if this process is one of several or was forked.
    `scheduler` is the address of a Dask cluster to be used instead. Raises what a replication raises, SchedulerGone,
    DaskMissing, FolderNotShared, OtherCode, and Stopped if workers die of a replication time and again.
    """
    for job in jobs:
        job.parts.mkdir(parents=True, exist_ok=True)
        for replication in filter(job.is_done, range(replications)):
            if not job.is_whole(replication):
                shutil.rmtree(job.part(replication))
    every = [(number, replication) for replication in range(replications) for number in range(len(jobs))]
    missing = [(number, replication) for number, replication in every if not jobs[number].is_done(replication)]
    finished = len(every) - len(missing)

    def tell(done: float) -> None:
        if progress is not None:
            # What a dead worker told of the run that it died of may be counted beside the run that was tried again.
            progress(min((finished + done) / len(every), 1.0))

    tell(0.0)
    processes = min(workers or cores(), len(missing)) if may_begin_processes() else 1
    if missing and (scheduler or processes > 1):
        runs = [(Point(number, str(number), ""), replication) for number, replication in missing]
        _run_by_crew(jobs, runs, processes, scheduler, tell)
    else:
        for done, (number, replication) in enumerate(missing):
            jobs[number].run(replication, partial(_tell_further, tell, done))
    tell(len(missing))


def _tell_further(tell: Progress, done: int, share: float) -> None:
    """Tell of a share of one replication, so many being done before it."""
    tell(done + share)


def _run_by_crew(
    jobs: Sequence[ReplicationJob], runs: Iterable[Run], processes: int, scheduler: str | None, tell: Progress
) -> None:
    """Have a crew run replications; `tell` counts in runs. An error ends what else is under way."""
    whole = [job.anywhere() for job in jobs]
    done = most = 0.0
    with crew_of(processes, scheduler) as crew:

        def listen() -> None:
            nonlocal most
            most = max(most, done, crew.heard())
            tell(most)

        for results in carried_out(crew, partial(work, whole, code=numbers_digest()), runs, listen):
            for result in results:
                if result.error:
                    raise Stopped(
                        said(
                            "{why}; try {option}",
                            why=said(result.error),
                            option=way_out("--workers 1", "workers=1"),
                        )
                    )
                _await(jobs[result.point], result)
            done += len(results)
            listen()


def work(jobs: Sequence[ReplicationJob], unit: Unit, code: str) -> list[Result]:
    """Run the replications of a unit in a worker; a point's number is that of its job.

    `code` is the digest of the software that the work was begun with. Raises OtherCode and FolderNotShared.
    """
    refuse_other_code(code)
    results = []
    for point, replication in unit.runs:
        job, tell, began = jobs[point.number], heartbeat(), time.perf_counter()
        if not job.parts.is_dir():
            raise FolderNotShared(_not_shared(job.parts, said("{node} does not have it", node=platform.node())))
        if not job.is_done(replication):  # by a worker that died of a later one of its unit
            job.run(replication, tell)
            tell(1.0)
        results.append(Result(point.number, replication, seconds=time.perf_counter() - began, host=platform.node()))
    return results


def _await(job: ReplicationJob, result: Result) -> None:
    """Wait until the files of a replication appear here; raises FolderNotShared if they do not."""
    until = time.monotonic() + APPEARS_S
    while not job.is_done(result.replication):
        if time.monotonic() > until:
            raise FolderNotShared(
                _not_shared(job.parts, said("what {host} wrote there does not appear here", host=result.host))
            )
        time.sleep(LOOK_S)


def _not_shared(folder: Path, why: str) -> str:
    return said(
        "the result folder must be one that all machines of the cluster share: {folder}: {why}",
        folder=folder,
        why=said(why),
    )
