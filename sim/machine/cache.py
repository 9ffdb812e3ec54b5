"""Where what is made once for all runs is kept: the compiled engine, and what matplotlib knows of fonts.

That is a folder of the user's; where none can be written (no home, a read-only one, a full disk) a temporary folder,
which serves until the machine is started again.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
import warnings
from collections.abc import Mapping
from functools import cache
from multiprocessing import parent_process
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from sim.said import said

CHOSEN = "GRIDGOV_CACHE"
"""Environment variable that names the folder."""
DRAWING = "MPLCONFIGDIR"
"""Environment variable that names the folder of matplotlib."""


class TemporaryCache(UserWarning):
    """Says that the folder of the user's cannot be written, and which one is used instead."""


def user_folder(system: str, environment: Mapping[str, str], home: PurePath | None) -> PurePath | None:
    """Return the folder for caches by the custom of a system (`sys.platform`), None if nothing tells it.

    `GRIDGOV_CACHE` comes first; then `XDG_CACHE_HOME` if it is absolute, as the XDG base directory specification
    demands, on Windows `LOCALAPPDATA`; then the custom under `home`.
    """
    kind = PureWindowsPath if system == "win32" else PurePosixPath
    if environment.get(CHOSEN):
        return kind(environment[CHOSEN])
    base = kind(environment.get("LOCALAPPDATA" if system == "win32" else "XDG_CACHE_HOME", ""))
    if base.is_absolute():
        return base / "gridgov"
    custom = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(system, ".cache")
    return None if home is None else home / custom / "gridgov"


@cache
def cache_folder() -> Path:
    """Return a folder that can be written, made if need be; warns by TemporaryCache if it is a temporary one.

    Processes begun from here use the same one, and say nothing.
    """
    folder = usual_folder()
    if folder is None or not _can_be_written(folder):
        told = (
            said("no folder for caches is known")
            if folder is None
            else said("{folder} cannot be written", folder=folder)
        )
        folder = _temporary()
        os.environ[CHOSEN] = str(folder)
        if parent_process() is None:
            warnings.warn(
                TemporaryCache(said("{told}: what is compiled is kept in {folder} for now", told=told, folder=folder)),
                stacklevel=2,
            )
    return folder


def usual_folder() -> Path | None:
    """Return the folder for caches of whoever runs this, whether it can be written or not; None if none is known."""
    found = user_folder(sys.platform, os.environ, _home())
    return None if found is None else Path(found)


def give_matplotlib_a_folder() -> None:
    """Have matplotlib keep its list of fonts here if it cannot where it would; to be called before it is loaded."""
    if DRAWING in os.environ or "matplotlib" in sys.modules:
        return
    home = _home()
    usual = [Path(base) / "matplotlib" for base in _usual_folders(home)]
    if not usual or not all(map(_can_be_written, usual)):
        folder = cache_folder() / "matplotlib"
        folder.mkdir(exist_ok=True)
        os.environ[DRAWING] = str(folder)


def _usual_folders(home: Path | None) -> list[str]:
    """Return where matplotlib would make folders of its own: one for settings, one for what it finds out."""
    if sys.platform in ("win32", "darwin"):
        return [] if home is None else [str(home / ".matplotlib")]
    under = {"XDG_CONFIG_HOME": ".config", "XDG_CACHE_HOME": ".cache"}
    known = [os.environ.get(name) or (home and str(home / usual)) for name, usual in under.items()]
    return [folder for folder in known if folder] if all(known) else []


def _home() -> Path | None:
    with contextlib.suppress(RuntimeError):  # a user whom the system does not know, as in containers
        return Path.home()
    return None


def _can_be_written(folder: Path) -> bool:
    """Say whether files can be written in a folder, by writing one; it is made if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"\0")
    except OSError:
        return False
    return True


def _temporary() -> Path:
    """Return this user's own folder among the temporary ones, or a new one if somebody else could write there.

    Machine code is loaded from it.
    """
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    folder = Path(tempfile.gettempdir()) / f"gridgov-{user}"
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, exist_ok=True)
        if _is_own(folder) and _can_be_written(folder):
            return folder
    return Path(tempfile.mkdtemp(prefix="gridgov-"))


def _is_own(folder: Path) -> bool:
    """Say whether a folder is no link, is this user's, and is closed to others."""
    found = folder.lstat()
    if not hasattr(os, "getuid"):
        return stat.S_ISDIR(found.st_mode)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
