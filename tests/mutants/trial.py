"""A trial of a mutant: in a process of its own the tests run, in stages, until one of them notices it.

The process is forked from one that has loaded the libraries and nothing of the code under test, so it begins at once.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import sys
from collections.abc import Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

import hypothesis
import pytest

from tests.mutants.mutants import Mutant, mutated
from tests.mutants.targets import DESELECTED, FORBIDDEN, MEMORY, SLACK_FACTOR, SLACK_S, UNKNOWN_S


class Suite(NamedTuple):
    """Which tests look, in which order, and how long each took without a mutant (s)."""

    root: Path
    stages: Sequence[Sequence[str]]
    seconds: Mapping[str, float]


class _Loader(SourceFileLoader):
    """Loads one module from code that is given."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return self._code


class _Finder(MetaPathFinder):
    """Finds one module, before all others do."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self._name, self._path, self._code = name, str(path), code

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if fullname != self._name:
            return None
        return spec_from_file_location(fullname, self._path, loader=_Loader(fullname, self._path, self._code))


class _Watch:
    """Notes into a file which test runs, which one failed first and how long each took; sets the time each may take.

    What a process notes is there even if it is ended by its time limit.
    """

    def __init__(self, notes: int, seconds: Mapping[str, float]) -> None:
        self._notes, self._limits, self._parent = notes, seconds, os.getppid()
        self.failed: str | None = None
        self.seconds: dict[str, float] = {}

    def note(self, **what: Any) -> None:
        """Replace what was noted."""
        text = json.dumps(what).encode()
        os.ftruncate(self._notes, 0)
        os.pwrite(self._notes, text, 0)

    def allow(self, seconds: float) -> None:
        """Let the process be ended once it has used so much of the processor from now on."""
        signal.setitimer(signal.ITIMER_PROF, seconds)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Tests of whole runs by the engine that compiles do not look: beside others, in the files of mechanisms."""
        items[:] = [item for item in items if "kernel" not in getattr(item, "fixturenames", ())]

    def pytest_sessionstart(self) -> None:
        """Suite are about to be collected."""
        self.note(at="collecting")
        self.allow(UNKNOWN_S)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """A test is about to run, unless the process that wants to know has been killed."""
        if os.getppid() != self._parent:
            os._exit(1)
        self.note(at=nodeid)
        self.allow(SLACK_S + SLACK_FACTOR * self._limits[nodeid] if nodeid in self._limits else UNKNOWN_S)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A phase of a test has ended."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed and self.failed is None:
            self.failed = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file was collected, or could not be."""
        if report.failed and self.failed is None:
            self.failed = f"{report.nodeid} (as it is imported)"


def fork(mutant: Mutant | None, suite: Suite, notes: int, log: int) -> int:
    """Begin a process that tries a mutant, or the code as it is; return its number.

    It leaves in the file `notes` (a descriptor) as JSON what stopped it (`by`; none if nothing did) and the seconds of
    each test; what tests print goes to `log`.
    """
    pid = os.fork()
    if pid:
        return pid
    code = 1
    with contextlib.suppress(BaseException):
        os.setsid()
        for stream in (1, 2):
            os.dup2(log, stream)
        sys.stdout = sys.stderr = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - until the process ends
        code = _tried(mutant, suite, notes)
        sys.stdout.flush()
    os._exit(code)


def _tried(mutant: Mutant | None, suite: Suite, notes: int) -> int:
    # A time limit ends the process wherever it is, and leaves no memory image behind.
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    for name in FORBIDDEN:
        sys.modules[name] = None  # type: ignore[assignment]
    if mutant is not None:
        name = mutant.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        sys.meta_path.insert(0, _Finder(name, suite.root / mutant.file, mutated(mutant, suite.root)))
    # Chance and the speed of the machine must not decide what is noticed.
    hypothesis.settings.register_profile("mutants", database=None, derandomize=True, deadline=None)
    hypothesis.settings.load_profile("mutants")
    os.chdir(suite.root)
    watch = _Watch(notes, suite.seconds)
    for stage in suite.stages:
        options = ["-x", "-q", "--tb=short", "-p", "no:cacheprovider", "-p", "no:xdist"]
        options += [f"--deselect={test}" for test in DESELECTED]
        code = pytest.main([*options, *stage], plugins=[watch])
        if code != pytest.ExitCode.OK:
            watch.note(by=watch.failed or f"{stage[0]} (as tests begin)", seconds=watch.seconds)
            return 1
    watch.note(by=None, seconds=watch.seconds)
    return 0
