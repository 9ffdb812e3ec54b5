"""A command that is asked to end ends so, whatever libraries make of it, and says how to go on."""

import errno
import signal
from collections.abc import Iterator

import duckdb
import pytest
import typer

from sim.cli import signals
from sim.cli.outcome import explained, interruptible
from sim.record.store import told_plainly
from sim.study.files.refused import Stopped


@pytest.fixture(autouse=True)
def _nothing_came() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in signals.ASKED}
    yield
    signals._came.clear()
    signals._told.clear()
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("error", [RuntimeError("Query interrupted"), KeyError("half"), None])
def test_whatever_is_made_of_a_signal_it_is_told_as_one(
    number: signal.Signals, code: int, error: Exception | None, capsys: pytest.CaptureFixture[str]
) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a process begun in the background ignores it
    signals.heed()
    with pytest.raises(typer.Exit) as end, interruptible("the same command goes on"):
        try:
            signal.raise_signal(number)
        except KeyboardInterrupt:
            if error is not None:
                raise error from None
            raise
    assert end.value.exit_code == code
    assert capsys.readouterr().err == f"{signals.ASKED[number]}; the same command goes on\n"


def test_a_signal_that_a_process_was_begun_to_ignore_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signals.heed()
    signal.raise_signal(signal.SIGINT)
    assert signals.came() is None


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left on device", "tables"), Stopped("it is over")])
def test_what_ended_early_is_told_with_the_way_on(error: Exception) -> None:
    with pytest.raises(type(error)) as raised, interruptible("the same command with --out here goes on"):
        raise error
    code, told = explained(raised.value)
    assert code == 1
    assert told.endswith("the same command with --out here goes on")


@pytest.mark.parametrize(
    ("error", "number"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), errno.ENOSPC),
        (duckdb.IOException("IO Error: Could not write: No space left on device"), errno.ENOSPC),
        (duckdb.IOException("IO Error: it is broken"), errno.EIO),
    ],
)
def test_errors_of_writing_name_the_file(error: Exception, number: int) -> None:
    from pathlib import Path

    with pytest.raises(OSError, match=r"cases\.parquet") as told, told_plainly(Path("cases.parquet")):
        raise error
    assert told.value.errno == number


def test_an_interrupted_query_is_ctrl_c() -> None:
    from pathlib import Path

    for error in (duckdb.InterruptException("INTERRUPT Error: Interrupted!"), RuntimeError("Query interrupted")):
        with pytest.raises(KeyboardInterrupt), told_plainly(Path("cases.parquet")):
            raise error
