"""Outcomes: mutants tried side by side, and what became of each, kept line by line so that a run can be resumed."""

from __future__ import annotations

import json
import os
import signal
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from tests.mutants.mutants import Mutant
from tests.mutants.targets import AT_ONCE, WHOLE_S
from tests.mutants.trial import Suite, fork


class SuiteFails(Exception):
    """The tests fail without any mutant, so that they can say nothing of one."""


class CodeChanged(Exception):
    """The code or the tests were changed while mutants of it were tried."""


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: the test that noticed it, None if it survived, and the seconds it took by the clock."""

    identity: str
    file: str
    within: str
    line: int
    source: str
    before: str
    after: str
    by: str | None
    seconds: float

    @property
    def survived(self) -> bool:
        """Whether no test noticed it."""
        return self.by is None


@dataclass
class _Running:
    mutant: Mutant | None
    notes: IO[bytes]
    begun: float

    def end(self, status: int) -> tuple[str | None, dict[str, float]]:
        """What noticed it, and seconds of its tests; `status` is that of its process."""
        self.notes.seek(0)
        noted: dict[str, Any] = json.loads(self.notes.read() or b'{"at": "the beginning"}')
        self.notes.close()
        if "by" in noted:
            return noted["by"], noted["seconds"]
        if os.WIFSIGNALED(status):
            number = os.WTERMSIG(status)
            why = "out of time" if number in (signal.SIGPROF, signal.SIGKILL) else f"ended by signal {number}"
        else:
            why = "its process ended"
        return f"{noted['at']} ({why})", {}


def baseline(root: Path, stages: Sequence[Sequence[str]], log: IO[bytes]) -> Suite:
    """Run the tests without a mutant; raises SuiteFails if one fails. Their seconds set the limits of mutants."""
    suite = Suite(root, stages, {})
    (running,) = _together([None], suite, log, 1, lambda: None)
    _, by, seconds, _ = running
    if by is not None:
        raise SuiteFails(by)
    return suite._replace(seconds=seconds)


def tried(mutants: Sequence[Mutant], suite: Suite, log: IO[bytes], at_once: int = AT_ONCE) -> Iterator[Outcome]:
    """Try mutants, some at once, and yield what became of each as it ends; raises CodeChanged if the code does."""
    before = _state(suite.root)

    def unchanged() -> None:
        if _state(suite.root) != before:
            raise CodeChanged

    for mutant, by, _, seconds in _together(mutants, suite, log, at_once, unchanged):
        assert mutant is not None
        yield Outcome(
            mutant.identity, mutant.file, mutant.within, mutant.line, mutant.source, mutant.before, mutant.after,
            by, round(seconds, 1),
        )  # fmt: skip


def _together(
    mutants: Sequence[Mutant | None], suite: Suite, log: IO[bytes], at_once: int, check: Callable[[], None]
) -> Iterator[tuple[Mutant | None, str | None, dict[str, float], float]]:
    waiting, running = deque(mutants), dict[int, _Running]()
    try:
        while waiting or running:
            while waiting and len(running) < at_once:
                check()
                mutant, notes = waiting.popleft(), tempfile.TemporaryFile()  # noqa: SIM115 - closed as its process ends
                pid = fork(mutant, suite, notes.fileno(), log.fileno())
                running[pid] = _Running(mutant, notes, time.monotonic())
            for pid, its in list(running.items()):
                ended, status = os.waitpid(pid, os.WNOHANG)
                took = time.monotonic() - its.begun
                if ended:
                    del running[pid]
                    yield its.mutant, *its.end(status), took
                elif took > WHOLE_S:
                    _end(pid)
            time.sleep(0.02)
    finally:
        for pid in running:
            _end(pid)
            os.waitpid(pid, 0)


def _end(pid: int) -> None:
    """End a process and all that it began; it leads a group of its own as soon as it runs."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        os.kill(pid, signal.SIGKILL)


def _state(root: Path) -> dict[Path, int]:
    """When each file of the code and of its tests was last written."""
    files = (file for part in ("sim", "tests") for file in (root / part).rglob("*.py"))
    return {file: file.stat().st_mtime_ns for file in files}


def kept(file: Path) -> dict[str, Outcome]:
    """Outcomes kept in a file, by identity, the last one of each; a line that a kill cut short is left out."""
    found: dict[str, Outcome] = {}
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        try:
            outcome = Outcome(**json.loads(line))
        except json.JSONDecodeError:
            continue
        found[outcome.identity] = outcome
    return found


def keep(file: Path, outcome: Outcome) -> None:
    """Add an outcome to a file, on a line of its own even after one that was cut short."""
    with file.open("ab+") as lines:
        if lines.tell():
            lines.seek(-1, os.SEEK_END)
            if lines.read(1) != b"\n":
                lines.write(b"\n")
        lines.write(json.dumps(asdict(outcome)).encode() + b"\n")
