"""Contradictions, parts of a document that cannot all hold, and doubts, what it can hardly mean: found by checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Keys and list positions that lead from the root of a document to a value."""

_DIGITS = 9
"""Digits of a position that are worth reading."""


def position(word: str, length: int) -> int | None:
    """Return the position, counted from 0, that a step of a path names in a list of a length; None if there is none."""
    found = int(word) if word.isdecimal() and len(word) <= _DIGITS else length
    return found if found < length else None


class Contradiction(NamedTuple):
    """Parts of a document that cannot all hold: told at one of them, its value or (`of_key`) its key.

    `nearest` is a word that may have been meant, `allowed` what may stand there.
    """

    path: Path
    message: str
    nearest: str | None = None
    allowed: str | None = None
    of_key: bool = False


class Doubt(NamedTuple):
    """What holds together and is hardly meant: told at a path, as a warning.

    `kind` names the sentence (`sim.words`, `doubt_...`) that is filled in with the `figures`; a figure `unit` is the
    name of a unit of the scenario. `advice` may say, as a message, what a command can do about it.
    """

    path: Path
    kind: str
    figures: Mapping[str, float | str]
    advice: str | None = None
