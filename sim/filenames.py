"""File names made of names that people give: of scenarios, studies and variants.

A name may be any text; a file name must be one that Linux, macOS and Windows all take and tell apart. A name that
is one already stays as it is, Chinese included. Any other becomes something readable and a part of its SHA-256.
Rules of names: POSIX.1-2017, 3.170 and 4.13; Windows: "Naming Files, Paths, and Namespaces" (Microsoft Learn).
"""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from sim.said import said

LONGEST = 120
"""Bytes in UTF-8; what is set around a name, as in `.timelines-NAME.svg.part`, must fit into what file systems take."""
TAKEN = 255
"""Bytes of the longest file name that Linux, macOS and Windows take."""

_DIGITS = 8
"""Of the SHA-256 of a name, in hexadecimal; more where two would be alike."""
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
"""Names of devices on Windows, with any ending."""


def file_name(name: str) -> str:
    """Return a name for the file or folder of what is called `name`: `name` itself if that is safe everywhere.

    Two names never get one file name, unless they differ in capitals alone; `file_names` tells those apart too.
    """
    return name if _is_safe(name) and not _looks_made(name) else _made(name)


def file_names(names: Iterable[str]) -> dict[str, str]:
    """Return the file names of things that lie in one folder, by their names.

    Where file systems do not tell two apart, as macOS and Windows do not by capitals, the later one is made anew.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in dict.fromkeys(names):
        own, digits = file_name(name), _DIGITS
        while _folded(own) in taken:
            own, digits = _made(name, digits), 2 * digits
        found[name] = own
        taken.add(_folded(own))
    return found


def unusable(path: Path) -> str | None:
    """Return in words why a path can be that of no result folder, None if it can: as far as its name alone tells.

    DuckDB takes names in UTF-8 only, and a backslash for a '/'.
    """
    try:
        raw = str(path).encode()
    except UnicodeEncodeError:
        return said("{path!r} is not a name in UTF-8", path=shown(path))
    if b"\0" in raw:
        return said("{path!r} has a zero byte in its name", path=shown(path))
    if os.sep == "/" and "\\" in str(path):
        return said("{path!r} has a backslash in it; folders are parted by '/'", path=shown(path))
    if any(len(part.encode()) > TAKEN for part in path.parts):
        return said("a name in {path!r}... is longer than {most} bytes", path=shown(path)[:LONGEST], most=TAKEN)
    return None


def shown(path: Path | str) -> str:
    """Return a path as text that can be written anywhere; bytes that are no UTF-8 become question marks."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_safe(name: str) -> bool:
    return (
        0 < len(name.encode("utf-8", "replace")) <= LONGEST
        and name.isprintable()
        and unicodedata.is_normalized("NFC", name)
        and name[0] not in " .-~"
        and name[-1] not in " ."
        and not _FORBIDDEN.search(name)
        and not _RESERVED.fullmatch(name)
    )


def _looks_made(name: str) -> bool:
    """Say whether a name ends as `_made` ends names, so that a name cannot be another's file name by design."""
    return re.search(rf"~[0-9a-f]{{{_DIGITS}}}$", name) is not None


def _made(name: str, digits: int = _DIGITS) -> str:
    """Return the readable part of a name and, after a tilde, the first digits of its SHA-256."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
    whole = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", name.replace("~", "-")))
    plain = "".join(sign if sign.isprintable() else "-" for sign in whole).lstrip(" .-")
    if _RESERVED.fullmatch(plain):
        plain = f"name-{plain}"
    short = plain.encode("utf-8")[: LONGEST - len(digest) - 1].decode("utf-8", "ignore").rstrip(" .-")
    return f"{short or 'name'}~{digest}"


def _folded(name: str) -> str:
    """Return what two names that some file system does not tell apart have in common."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
