"""Fixtures for all tests."""

from collections.abc import Callable

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
