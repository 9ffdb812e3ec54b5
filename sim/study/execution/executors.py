"""Where runs are carried out: processes of this machine, or the workers of a Dask cluster, behind one interface.

That interface is `concurrent.futures.Executor`; a crew adds how much work it can hold and what its failures mean.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
from collections.abc import Callable, Iterator, MutableSequence
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any, ClassVar, ParamSpec, TypeVar

from sim.machine.cores import cores
from sim.machine.remedy import way_out
from sim.said import said
from sim.study.execution.processes import beginning, needs_script, process_context
from sim.study.files.refused import Refused, Stopped

P = ParamSpec("P")
T = TypeVar("T")


class SchedulerGone(Stopped):
    """The scheduler of the cluster does not answer, or does no more."""


class DaskMissing(Refused):
    """A cluster is asked for, and Dask is not installed."""


def refuse_two_places(workers: int | None, scheduler: str | None) -> None:
    """Raise Refused if both a number of processes on this machine and a cluster are named."""
    if workers is not None and scheduler is not None:
        raise Refused(
            said(
                "{option} is for this machine, {other} for a cluster with workers of its own: name one",
                option=way_out("--workers", "workers"),
                other=way_out("--scheduler", "scheduler"),
            )
        )


@dataclass(frozen=True)
class Crew:
    """Workers: an executor, the number of units worth handing to it at once, and the errors of a lost worker.

    `heard` returns how many runs they have done by what they tell with `heartbeat`, parts of runs among them; 0 where
    they cannot be heard.
    """

    executor: Executor
    slots: Callable[[], int]
    died: tuple[type[BaseException], ...]
    heard: Callable[[], float] = lambda: 0.0


def crew_of(workers: int | None, scheduler: str | None) -> contextlib.AbstractContextManager[Crew]:
    """Return the crew of the Dask cluster whose `scheduler` has this address (e.g. `tcp://head:8786`), or else of
    `workers` processes (number; None: one for each core) on this machine; entering it may raise as either does."""
    return local_crew(workers) if scheduler is None else cluster_crew(scheduler)


@contextlib.contextmanager
def local_crew(workers: int | None = None) -> Iterator[Crew]:
    """Enter a crew of processes on this machine: `workers` is the number of them, None for one on each core.

    They end with this process, and at once if an exception leaves the `with` statement.
    """
    count = workers or cores()
    processes = Processes(count)
    try:
        yield Crew(processes, lambda: count, (BrokenProcessPool,), lambda: sum(processes.done))
    except BaseException:
        processes.end_now()
        raise
    finally:
        processes.shutdown()


@contextlib.contextmanager
def cluster_crew(address: str) -> Iterator[Crew]:
    """Enter the crew of the Dask cluster whose scheduler has this address, e.g. `tcp://head:8786`.

    Raises DaskMissing, and SchedulerGone if nobody answers there or the connection is lost for longer than Dask's
    own time limit (`distributed.comm.timeouts.connect`).
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise DaskMissing("a cluster needs Dask: install gridgov with its extra 'dask'") from None
    # Its log tells with tracebacks what is said here in a sentence.
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        client = Client(address, set_as_default=False)
    except (OSError, ValueError) as error:
        raise SchedulerGone(
            said("no Dask scheduler answers at {address} ({why})", address=address, why=error)
        ) from None

    def slots() -> int:
        """Twice the cores there are now, so that workers need not wait for the way to here and back."""
        try:
            return max(1, 2 * int(sum(client.ncores().values())))
        except OSError:
            raise SchedulerGone(said("the Dask scheduler at {address} was lost", address=address)) from None

    try:
        # Not pure: a unit that is tried again must not be answered with the failure of the first time.
        yield Crew(client.get_executor(pure=False), slots, (KilledWorker,))
    except CancelledError:
        raise SchedulerGone(said("the Dask scheduler at {address} was lost", address=address)) from None
    finally:
        client.close(timeout=1)


class Processes(Executor):
    """Worker processes, each in a pool of its own, so that the death of one takes no other's work with it."""

    def __init__(self, workers: int) -> None:
        """Prepare so many workers; each starts with its first work."""
        self._context = process_context()
        self._ending, self._lifeline = self._context.Pipe(duplex=False)
        self.done: MutableSequence[float] = self._context.RawArray("d", workers)
        """How many runs each has done, by what it tells with `heartbeat`."""
        self._pools = [self._pool(place) for place in range(workers)]
        self._latest: list[Future[Any] | None] = [None] * workers

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a worker call a function: an idle one, or the first if none is."""
        latest = self._latest
        place = next((n for n, future in enumerate(latest) if future is None or future.done()), 0)
        with beginning(script=needs_script((fn, args, kwargs))):
            try:
                future = self._pools[place].submit(fn, *args, **kwargs)
            except BrokenProcessPool:
                self._pools[place] = self._pool(place)
                future = self._pools[place].submit(fn, *args, **kwargs)
        latest[place] = future
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers when they have done what they were given."""
        for pool in self._pools:
            pool.shutdown(wait, cancel_futures=cancel_futures)
        self._lifeline.close()
        self._ending.close()

    def end_now(self) -> None:
        """End the workers, whatever they are at."""
        self._lifeline.close()

    def _pool(self, place: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(1, self._context, _begin, (self._ending, self.done, place))


class _Worker:
    """What a worker process knows of itself: the numbers of runs done, which all share, and its place among them."""

    done: ClassVar[MutableSequence[float]] = [0.0]
    place: ClassVar[int] = 0


def heartbeat() -> Callable[[float], None]:
    """Return what a run that begins in this worker tells its share done to, from 0 to 1."""
    before = int(_Worker.done[_Worker.place])  # a run that a worker died of counts for nothing

    def tell(share: float) -> None:
        _Worker.done[_Worker.place] = before + share

    return tell


def _begin(ending: Connection, done: MutableSequence[float], place: int) -> None:
    """Set up a worker process: Ctrl-C is for its parent to handle, and it ends when the parent ends or says so."""
    _Worker.done, _Worker.place = done, place
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, args=(ending,), daemon=True).start()


def _end_with_parent(ending: Connection) -> None:
    """End this process when the other end of a pipe is closed, which the death of its holder does too."""
    try:
        ending.poll(None)
    finally:
        os._exit(1)
