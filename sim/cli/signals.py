"""Ctrl-C and SIGTERM: a command that is asked to end ends so, whatever libraries make of the interruption."""

import signal
from types import FrameType

from sim.cli.spoken import say
from sim.said import said

ASKED = {signal.SIGINT: "interrupted", signal.SIGTERM: "ended by SIGTERM"}
"""Signals that ask a command to end, and how it tells so."""

_came: list[int] = []
_told: list[str] = []


def heed() -> None:
    """Have these signals raise KeyboardInterrupt, unless this process was begun to ignore them."""
    for number in ASKED:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def ignore() -> None:
    """Have these signals do nothing, for what is to be done at the very end."""
    for number in ASKED:
        signal.signal(number, signal.SIG_IGN)


def came() -> int | None:
    """Return the first of these signals that came, None if none did."""
    return _came[0] if _came else None


def exit_code() -> int:
    """Return the exit code of a command that was asked to end: 128 and the number of the signal."""
    return 128 + (came() or signal.SIGINT)


def tell(way_on: str = "") -> None:
    """Say, once, that the command was asked to end, and the way on."""
    if not _told:
        _told.append(way_on)
        asked = ASKED[signal.Signals(came() or signal.SIGINT)]
        say(said("{asked}; {way_on}", asked=said(asked), way_on=said(way_on)) if way_on else asked)


def _interrupt(number: int, frame: FrameType | None) -> None:
    _came.append(number)
    raise KeyboardInterrupt
