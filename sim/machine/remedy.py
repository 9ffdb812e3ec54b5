"""Ways out, told in the language of whoever asked: an option of the command, or an argument in Python.

Texts of errors are made far below both, so what runs the command says once that it does.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar


class _Asked:
    """Who asked: the command, or else a program."""

    by_command: ClassVar[bool] = False


@contextmanager
def asked_by_command() -> Iterator[None]:
    """Enter a time in which a command is carried out."""
    before, _Asked.by_command = _Asked.by_command, True
    try:
        yield
    finally:
        _Asked.by_command = before


def way_out(option: str, argument: str) -> str:
    """Return the option of the command to a command, the argument in Python to a program."""
    return option if _Asked.by_command else argument
