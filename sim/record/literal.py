"""How DuckDB is told of files, so that what a folder is called says nothing to it but where the folder is.

What DuckDB reads are patterns: `*`, `?` and `[1]` stand for other names, `a=1` for a column, `~` for the home of the
user, and `s3:` for another machine.
"""

from __future__ import annotations

import glob
from pathlib import Path


def written(path: Path) -> str:
    """Return a file that is to be written or opened, as DuckDB takes it."""
    if path.is_absolute():
        return str(path)
    return str(path.absolute()) if path.parts and path.parts[0].startswith("~") else f"./{path.as_posix()}"


def pattern(path: Path) -> str:
    """Return the pattern that stands for this file alone, as DuckDB reads files."""
    return glob.escape(written(path))


def quoted(text: str) -> str:
    """Return a text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
