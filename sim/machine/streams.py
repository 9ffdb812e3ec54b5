"""Output streams that take whatever is printed: signs that they do not have, and text that nobody reads any more.

What a command did counts, not whether its last lines found a reader.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import TextIO

GONE = (errno.EPIPE, errno.EINVAL)
"""What systems say of a pipe that nobody reads: Windows the latter."""


class _Forgiving(io.FileIO):
    """A file that drops what cannot be written, and keeps the reason unless nobody reads."""

    refused: OSError | None = None

    def write(self, content: object) -> int:
        """Write bytes; say that all were written, since a rest would be tried without end."""
        view = memoryview(content)  # type: ignore[arg-type]  # a buffer, which has no type in Python 3.11
        try:
            done = 0
            while done < view.nbytes:
                done += super().write(view[done:]) or 0
        except OSError as error:
            if error.errno not in GONE:
                self.refused = self.refused or error
        return view.nbytes


def forgive() -> None:
    """Have the standard streams show what they have no sign for as `?`, and end quietly when nobody reads them."""
    for name in ("stdout", "stderr"):
        setattr(sys, name, _forgiving(getattr(sys, name)))


def finish() -> OSError | None:
    """Write what is still to be written; return why output was lost, None if it was not or nobody wanted it."""
    refused = None
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as error:
            refused = refused or error
        buffer = getattr(stream, "buffer", None)
        file = getattr(buffer, "raw", buffer)
        refused = refused or getattr(file, "refused", None)
    return refused


def _forgiving(stream: TextIO | None) -> TextIO:
    if stream is None:  # closed by whoever started this; the next file opened must not take its place
        return open(os.devnull, "w", encoding="utf-8")
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    below = getattr(stream.buffer, "raw", stream.buffer)  # without a buffer where Python is told to use none
    if type(below) is not io.FileIO:  # the console of Windows
        stream.reconfigure(errors="replace")
        return stream
    stream.flush()
    file = _Forgiving(stream.fileno(), "wb", closefd=False)
    return io.TextIOWrapper(
        file if below is stream.buffer else io.BufferedWriter(file),
        stream.encoding,
        "replace",
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
