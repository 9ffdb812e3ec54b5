"""Processes: how many of them share the work on this machine, and how they begin.

On Linux they are forked from a server, a process that has loaded everything before and does nothing else; so they
begin at once, and that server loads while this process goes on. They have the environment variables that there were
when it began. Elsewhere each process is started anew.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from multiprocessing import get_context, parent_process
from multiprocessing.context import BaseContext
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

from sim.engines.choice import expected_rows
from sim.machine.cores import cores
from sim.machine.locks import process_lock

if TYPE_CHECKING:
    from sim.scenario.models import Scenario

FEW_ROWS = 500_000
"""Up to so many rows the compiled engine is done in one process as soon as a second one has begun; measured."""

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""Variables by which numerical libraries are told how many threads to use: one, for every core has its process."""

PRELOADED = ("sim.study.execution.measuring", "sim.plan.lower", "sim.record.frames", "sim.record.store")
"""What the server loads: all that a replication needs, whatever its engine."""
RUNNERS = {
    "compiled": "sim.engines.compiled.run",
    "reference": "sim.engines.reference.run",
    "auto": "sim.engines.compiled.run",
}
"""What it loads besides, by the engine asked for."""

_BEGINNING = process_lock()
_STARTED_AS = os.getpid()


def process_count(engine: str, scenario: "Scenario", wanted: int | None = None) -> int:
    """Return how many processes to run the replications of a scenario in: as many as wanted, or as are worth it."""
    few = engine == "compiled" and expected_rows(scenario) <= FEW_ROWS
    return min(wanted or (1 if few else cores()), scenario.run.replications)


def may_begin_processes() -> bool:
    """Say whether this process may begin others: not if it is one of several itself, or was forked after a start.

    What it would need to begin others belongs to the process that it was forked from.
    """
    return parent_process() is None and os.getpid() == _STARTED_AS


def start_server(*engines: str) -> None:
    """Have the server begin to load, what these engines need too, unless it runs already."""
    if sys.platform != "linux":
        return
    from multiprocessing import forkserver, resource_tracker

    forkserver.set_forkserver_preload([*PRELOADED, *(RUNNERS[engine] for engine in engines)])
    resource_tracker.ensure_running()  # first, for it lets Ctrl-C through again
    # What lies in the folder that the user happens to be in must not be taken for a part of this.
    with beginning(), _environment({"PYTHONSAFEPATH": "1"}):
        forkserver.ensure_running()


def process_context() -> BaseContext:
    """Return the way in which processes begin here; they are to begin inside `beginning`."""
    start_server()
    return get_context("forkserver" if sys.platform == "linux" else "spawn")


def needs_script(work: object) -> bool:
    """Say whether what a process is to do names something of the script that the user runs, in its pickled form."""
    return b"__main__" in pickle.dumps(work)


@contextmanager
def beginning(script: bool = False) -> Iterator[None]:
    """Have processes that begin inside use one thread each; Ctrl-C is answered afterwards, and by this one alone.

    They import the `script` that the user runs only if they need it: one that is not guarded by
    `if __name__ == "__main__"` would begin to run again.

    A process that is not yet known when this one ends would tell of its distress with a traceback. One thread after
    the other, since what is changed meanwhile there is once for all.
    """
    came: list[int] = []
    with (
        _BEGINNING,
        _answering_by(came.append),
        _blocked(),
        _environment(dict.fromkeys(THREADS, "1")),
        nullcontext() if script else _without_script(),
    ):
        yield
    if came:
        signal.raise_signal(signal.SIGINT)


@contextmanager
def _without_script() -> Iterator[None]:
    """Have processes that begin inside not import the script that the user runs."""
    script = sys.modules["__main__"]
    before: dict[str, object] = {name: vars(script)[name] for name in ("__file__", "__spec__") if name in vars(script)}
    vars(script).update(dict.fromkeys(before))
    try:
        yield
    finally:
        vars(script).update(before)


@contextmanager
def _answering_by(note: Callable[[int], object]) -> Iterator[None]:
    """Answer Ctrl-C by a call only, if this is the thread that is asked."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda number, frame: note(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _blocked() -> Iterator[None]:
    """Block Ctrl-C in this thread, and so in processes that it begins, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Have environment variables set to these values."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
