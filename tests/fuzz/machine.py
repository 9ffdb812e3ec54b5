"""Trying mutants by the thousand: in processes of their own with limits, told at once, resumable."""

from __future__ import annotations

import gc
import importlib
import json
import multiprocessing as mp
import os
import pkgutil
import resource
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import sim
from tests.fuzz.draw import Draw, Make
from tests.fuzz.outcome import Outcome, TooLongError, judged

MEMORY = 6 << 30
"""Address space that a process may take, in bytes; much of it is reserved by libraries and never used."""
GROWTH = 1 << 30
"""Memory by which the peak of a process may grow with one mutant, in bytes."""


@dataclass(frozen=True)
class Tried:
    """A mutant that was tried: its number, what became of it, and what had been done to it."""

    number: int
    outcome: Outcome
    story: tuple[str, ...] = ()

    def line(self) -> str:
        """Return it as a line of JSON."""
        return json.dumps([self.number, list(self.outcome), list(self.story)], ensure_ascii=True)

    @staticmethod
    def read(line: str) -> Tried:
        """Return what a line tells; ValueError if it is damaged."""
        number, outcome, story = json.loads(line)
        return Tried(number, Outcome(*outcome), tuple(story))


def try_one(make: Make, draw: Draw, folder: Path, seconds: float) -> Tried:
    """Make a mutant and try it, for so many seconds at most."""

    def stop(number: int, frame: object) -> None:
        raise TooLongError

    story: tuple[str, ...] = ()
    before = _peak()
    signal.signal(signal.SIGPROF, stop)
    try:
        mutant = make(draw, folder)
        story = mutant.story
        signal.setitimer(signal.ITIMER_PROF, seconds)
        outcome = judged(mutant.attempt)
    except TooLongError:
        outcome = Outcome("takes too long", "outside of ours")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if _peak() - before > GROWTH and not outcome.is_fault:
        outcome = Outcome("takes too much memory", f"{(_peak() - before) >> 20} MB", outcome.said)
    return Tried(draw.number, outcome, story)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _import_all() -> None:
    """Import what mutants may need before processes are forked, so that none is stopped in the midst of it."""
    for found in pkgutil.walk_packages(sim.__path__, "sim."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    for name in ("scipy.stats.qmc", "SALib.sample.morris", "SALib.sample.sobol", "shapely.geometry", "optuna"):
        importlib.import_module(name)


class Machine:
    """Tries the mutants of one kind in several processes; a process that dies or hangs is a fault and is replaced."""

    def __init__(
        self, make: Make, kind: str, seed: int, *, seconds: float, processes: int, grace: float = 30.0
    ) -> None:
        """Take what makes mutants, the kind and seed that number them, and the limits.

        A mutant may take `seconds` of a processor; a process that is silent for three times as long and `grace` more
        seconds of the clock hangs.
        """
        self.make, self.kind, self.seed = make, kind, seed
        self.seconds, self.processes, self.grace = seconds, processes, grace

    def tried(self, numbers: Iterable[int]) -> Iterator[Tried]:
        """Yield what becomes of each mutant, in the order in which they end."""
        todo = iter(numbers)
        _import_all()
        crew = [_Worker(self) for _ in range(self.processes)]
        try:
            for worker in crew:
                worker.give(next(todo, None))
            while any(worker.number is not None for worker in crew):
                for worker in crew:
                    if worker.number is not None and (done := worker.heard(self.seconds * 3 + self.grace)):
                        yield done
                        worker.give(next(todo, None))
                wait([worker.pipe for worker in crew if worker.number is not None], timeout=0.5)
        finally:
            for worker in crew:
                worker.end()

    def serve(self, pipe: Connection) -> None:
        """Try what is asked for through a pipe until nothing is."""
        os.setpgrp()
        gc.set_threshold(100_000)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        with TemporaryDirectory(prefix="fuzz-") as folder:
            while (number := pipe.recv()) is not None:
                pipe.send(try_one(self.make, Draw(self.seed, self.kind, number), Path(folder), self.seconds))


class _Worker:
    """A process that tries one mutant at a time, and the number that it is at."""

    def __init__(self, machine: Machine) -> None:
        self.machine, self.number, self.since = machine, None, 0.0
        self._start()

    number: int | None

    def _start(self) -> None:
        context = mp.get_context("fork")
        self.pipe, other = context.Pipe()
        self.process: Any = context.Process(target=self.machine.serve, args=(other,), daemon=True)
        self.process.start()
        other.close()

    def give(self, number: int | None) -> None:
        """Ask for a mutant."""
        self.number, self.since = number, time.monotonic()
        if number is not None:
            self.pipe.send(number)

    def heard(self, seconds: float) -> Tried | None:
        """Return what became of its mutant if it ended, died or hung for so long."""
        assert self.number is not None
        try:
            if self.pipe.poll():
                done: Tried = self.pipe.recv()
                return done
        except (EOFError, OSError):
            self.process.join(5)
            return self._lost("dies", f"exit code {self.process.exitcode}")
        if time.monotonic() - self.since > seconds:
            self.process.kill()
            return self._lost("hangs", "inside a library")
        return None

    def _lost(self, what: str, where: str) -> Tried:
        done = Tried(self.number or 0, Outcome(what, where))
        self.process.join()
        self._start()
        return done

    def end(self) -> None:
        """End the process."""
        with suppress(OSError):  # it may have ended already
            self.pipe.send(None)
        self.process.join(2)
        self.process.kill()


def resumed(path: Path, count: int, seed: int) -> dict[int, Tried]:
    """Return what was tried before by number, but for faults, which may have been mended since.

    The first line of the file holds the seed; a file of another seed counts for nothing, nor does a torn last line.
    """
    if not path.is_file():
        return {}
    first, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    found: dict[int, Tried] = {}
    for line in lines if first == json.dumps({"seed": seed}) else ():
        try:
            tried = Tried.read(line)
        except (ValueError, TypeError):
            continue
        found[tried.number] = tried
    return {number: tried for number, tried in found.items() if number < count and not tried.outcome.is_fault}


def keep(path: Path, seed: int, before: Iterable[Tried]) -> Callable[[Tried], None]:
    """Return what writes down one mutant after the other, after those tried before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in (json.dumps({"seed": seed}), *(t.line() for t in before))))
    file = path.open("a", encoding="utf-8", buffering=1)
    return lambda tried: file.write(f"{tried.line()}\n") and None
