"""Fixtures for all tests."""

import signal
from collections.abc import Callable, Iterator

import pytest

from sim.cli import main

Command = Callable[..., tuple[int, str, str]]
"""Takes the words after `gridgov`; returns the exit code and what was printed on output and error stream."""


@pytest.fixture
def gridgov(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Run the command line in this process."""

    def command(*words: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["gridgov", *map(str, words)])
        with pytest.raises(SystemExit) as end:
            main()
        printed = capfd.readouterr()
        return int(end.value.code or 0), printed.out, printed.err

    return command


@pytest.fixture
def heeding_ctrl_c() -> Iterator[None]:
    """A process that was begun in the background ignores Ctrl-C, and so do its tests."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def kernel() -> None:
    """Have the kernel of the present sources compiled and at hand: once for all tests, as for all runs."""
    from sim.engines.compiled import cache

    cache.kernel()
