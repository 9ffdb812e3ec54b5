"""Replications of one scenario, in as many processes as wished; the answer does not depend on how many.

What a replication found is put on disk as soon as it ends, a file for each table. So processes hand back nothing
but files, and after an interruption what was finished is still there.
"""

import os
import shutil
import signal
from collections.abc import Callable, MutableSequence, Sequence
from concurrent.futures import FIRST_EXCEPTION, ProcessPoolExecutor, wait
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.synchronize import Event
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ClassVar, Protocol

from sim.study.execution.processes import beginning, process_context

if TYPE_CHECKING:
    import pandas as pd

    from sim.scenario.load import Loaded

Progress = Callable[[float], object]
"""Told how much is done: the share of one replication, or of all of them, from 0 to 1."""

POLL_S = 0.2
"""Seconds between two looks at the processes."""


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
    events: bool = False,
    progress: Progress | None = None,
) -> "dict[str, list[Path]]":
    """Simulate replications 0, 1, ... and return the Parquet files of each table, by its name.

    `simulate` must be a function that other processes can import. At most `workers` processes run at once
    (None: one for each core); with one, everything happens in this process. `events` adds the event log.
    `parts` is a folder for finished replications, made if need be: those found in it are not run again, so it
    must belong to this scenario and this code.
    """
    parts.mkdir(parents=True, exist_ok=True)
    job = Job(simulate, loaded, events, parts)
    carry_out(job, replications, workers, progress)
    return job.files(replications)


class Work(Protocol):
    """Work that comes in numbered pieces, each of which any process can do; what is done stays on disk."""

    def is_done(self, number: int) -> bool:
        """Say whether a piece is done."""

    def run(self, number: int, heartbeat: Progress) -> None:
        """Do a piece; `heartbeat` is told the share of it that is done."""


def carry_out(work: Work, pieces: int, workers: int | None = None, progress: Progress | None = None) -> None:
    """Do the pieces 0, 1, ... of some work that are not done, in at most `workers` processes (None: one a core)."""
    missing = [number for number in range(pieces) if not work.is_done(number)]
    finished = pieces - len(missing)

    def tell(done: float) -> None:
        if progress is not None:
            progress((finished + done) / pieces)

    tell(0.0)
    processes = min(workers or os.cpu_count() or 1, len(missing))
    if processes > 1:
        _run_in_processes(work, missing, processes, tell)
    else:
        _run_here(work, missing, tell)


@dataclass(frozen=True)
class Job:
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

    def files(self, replications: int) -> "dict[str, list[Path]]":
        """Return the files of each table in the order of replications; the map, which none changes, has one."""
        from sim.record.columns import NOT_REPLICATED

        parts = [self.part(number) for number in range(replications)]
        found = {file.stem: [part / file.name for part in parts] for file in sorted(parts[0].iterdir())}
        return {name: files[:1] if name in NOT_REPLICATED else files for name, files in found.items()}

    def run(self, replication: int, heartbeat: Progress) -> None:
        """Simulate one replication; its folder appears complete or not at all."""
        from sim.record.store import write_tables

        tables = self.simulate(self.loaded, replication, events=self.events, heartbeat=heartbeat)
        beside = self.parts / f".{replication}.part"
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        write_tables(beside, tables)
        beside.rename(self.part(replication))


def further(tell: Progress, done: int, pieces: int = 1) -> Progress:
    """Return what a piece tells its share to, `done` of `pieces` being finished before it."""
    return lambda share: tell((done + share) / pieces)


def _run_here(work: Work, pieces: Sequence[int], tell: Progress) -> None:
    """Do pieces one after the other in this process; `tell` counts in pieces."""
    for done, number in enumerate(pieces):
        work.run(number, further(tell, done))
    tell(len(pieces))


def _run_in_processes(work: Work, pieces: Sequence[int], processes: int, tell: Progress) -> None:
    """Do pieces in processes of their own; what ends this one early ends them at a heartbeat."""
    context = process_context()
    shares = context.RawArray("d", len(pieces))
    stop = context.Event()
    with ProcessPoolExecutor(processes, context, _begin, (shares, stop)) as pool:
        try:
            with beginning():
                pending = {pool.submit(_work, work, number, slot) for slot, number in enumerate(pieces)}
            while pending:
                finished, pending = wait(pending, POLL_S, FIRST_EXCEPTION)
                for future in finished:
                    future.result()
                tell(sum(shares))
        except BaseException:
            stop.set()
            pool.shutdown(cancel_futures=True)
            raise


class _Stopped(Exception):
    """Raised inside a piece of work whose answer nobody waits for any more."""


class _Shared:
    """What a worker process shares with the one that began it: shares done, and the word to stop."""

    shares: ClassVar[MutableSequence[float]]
    stop: ClassVar[Event]


def _begin(shares: MutableSequence[float], stop: Event) -> None:
    """Set up a worker process: Ctrl-C is for its parent to handle, and without a parent it ends."""
    _Shared.shares, _Shared.stop = shares, stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(work: Work, number: int, slot: int) -> None:
    """Do one piece in a worker process."""

    def heartbeat(share: float) -> None:
        _Shared.shares[slot] = share
        if _Shared.stop.is_set():
            raise _Stopped

    heartbeat(0.0)
    work.run(number, heartbeat)
    _Shared.shares[slot] = 1.0
