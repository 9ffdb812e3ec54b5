"""Processes: how more of them begin on this machine to share the work.

On Linux they are forked from a server, a process that has loaded everything before and does nothing else; so they
begin at once, and that server loads while this process goes on. Elsewhere each is started anew.
"""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.context import ForkServerContext, SpawnContext
from threading import current_thread, main_thread

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""Variables by which numerical libraries are told how many threads to use: one, for every core has its process."""

LOADED = ["sim.study.measuring", "sim.lifecycle.lower", "sim.engines.frames", "sim.record.store"]
"""What the server loads: all that a replication needs, whatever its engine."""
ENGINES = {"compiled": "sim.engines.compiled.run", "reference": "sim.engines.reference.run"}
"""What it loads besides, by engine."""


def serve(*engines: str) -> None:
    """Have the server begin to load, for these engines too, unless it runs already."""
    if sys.platform != "linux":
        return
    forkserver.set_forkserver_preload([*LOADED, *(ENGINES[engine] for engine in engines)])
    resource_tracker.ensure_running()  # first, for it lets Ctrl-C through again
    with single_threaded(), ctrl_c_later():
        forkserver.ensure_running()


def more() -> ForkServerContext | SpawnContext:
    """Return the way in which more processes begin."""
    serve()
    return get_context("forkserver") if sys.platform == "linux" else get_context("spawn")


@contextmanager
def single_threaded() -> Iterator[None]:
    """Have processes that are started meanwhile use one thread each."""
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def ctrl_c_later() -> Iterator[None]:
    """Answer Ctrl-C only after what is done inside; processes that begin there never see it.

    One that is begun but not yet known when this process ends would tell of its distress with a traceback.
    """
    if current_thread() is not main_thread():  # which alone is interrupted
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: came.append(number))
    try:
        with _blocked():
            yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)


@contextmanager
def _blocked() -> Iterator[None]:
    """Block Ctrl-C, also for processes that begin meanwhile, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
