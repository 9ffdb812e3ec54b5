"""A contradiction: parts of a document that cannot all hold, found by a check."""

from __future__ import annotations

from typing import NamedTuple

Path = tuple[str | int, ...]
"""Keys and list positions that lead from the root of a document to a value."""


class Contradiction(NamedTuple):
    """Parts of a document that cannot all hold: told at one of them, its value or (`of_key`) its key.

    `nearest` is a word that may have been meant, `allowed` what may stand there.
    """

    path: Path
    message: str
    nearest: str | None = None
    allowed: str | None = None
    of_key: bool = False
