"""The folder of a result: who may write there, one at a time, and what is kept there until all is finished."""

from __future__ import annotations

import errno
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sim.filenames import unusable
from sim.machine.remedy import way_out
from sim.record.contents import LOCK, NAMES, STORE, UNFINISHED
from sim.record.store import FULL, MANIFEST
from sim.said import listed, said
from sim.study.files.refused import Refused

HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""Errors by which the system says that somebody else holds a lock."""
NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)
"""Errors by which it says that a file system, of a network for example, knows no locks; there everybody may write."""
TRIES = 100
"""Times that a folder is made anew which another process takes away, being done with it, in the same moment."""


class FolderTaken(Refused):
    """The folder for a result holds something else already."""


class FolderBusy(Refused):
    """Another process writes into the folder."""


class NotWritable(Refused):
    """Nothing can be written into the folder."""


def remedy() -> str:
    """Return the way out where a folder holds something."""
    return said(
        "name another folder, or add {option}", option=said(way_out("--overwrite", "overwrite=True to the options"))
    )


def refuse_unusable(folder: Path) -> None:
    """Raise FolderTaken if no result folder can be called so."""
    if why := unusable(folder):
        raise FolderTaken(said("{why}, so it cannot be a result folder; name another one", why=said(why)))


def claim(folder: Path, key: str, overwrite: bool) -> Path:
    """Return the folder, inside `folder`, for the finished replications of the run that `key` names.

    Raises FolderTaken unless `folder` is new, empty, holds the same run interrupted, or may be overwritten; then what
    other runs left unfinished is taken away.
    """
    refuse_unusable(folder)
    parts = folder / UNFINISHED / key
    if overwrite:
        refuse_owned(folder)
        for other in (folder / UNFINISHED).iterdir() if (folder / UNFINISHED).is_dir() else ():
            if other.name != key and other.is_dir():
                shutil.rmtree(other)
        return parts
    if parts.is_dir() or not folder.exists():
        return parts
    if (folder / MANIFEST).is_file():
        raise FolderTaken(said("{folder} holds a result already; {remedy}", folder=folder, remedy=remedy()))
    if (folder / UNFINISHED).is_dir():
        raise FolderTaken(
            said("{folder} holds an unfinished run of something else; {remedy}", folder=folder, remedy=remedy())
        )
    if any(file.name != LOCK for file in folder.iterdir()):
        raise FolderTaken(said("{folder} is not empty; {remedy}", folder=folder, remedy=remedy()))
    return parts


def refuse_owned(folder: Path) -> None:
    """Raise FolderTaken if files lie in a folder under names of gridgov's that no run of it has left there."""
    left = (folder / MANIFEST, folder / UNFINISHED, folder / STORE)
    if not folder.is_dir() or any(path.exists() for path in left):
        return
    theirs = sorted(path.name for path in folder.iterdir() if path.name in NAMES)
    if theirs:
        raise FolderTaken(
            said(
                "{folder} is no result folder and has files of its own called {files}, which would be lost; "
                "name another folder",
                folder=folder,
                files=listed(theirs),
            )
        )


@contextmanager
def new_folder(place: Path, name: str) -> Iterator[Path]:
    """Make a folder of this name in a place, or `NAME-2`, `NAME-3` ... if there is one; it goes again if left empty.

    Raises NotWritable.
    """
    with _plainly(place):
        place.mkdir(parents=True, exist_ok=True)
        folder = _made(place, name)
    try:
        yield folder
    finally:
        with suppress(OSError):
            folder.rmdir()


def _made(place: Path, name: str) -> Path:
    number = 1
    while True:
        folder = place / (name if number == 1 else f"{name}-{number}")
        try:
            folder.mkdir()
        except FileExistsError:
            number += 1
        else:
            return folder


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder, made if need be, so that nobody else writes into it meanwhile; one left empty is taken away again.

    The system lets go of it when its holder dies. Raises FolderBusy if it is held, by another process or thread,
    FolderTaken if it is a file, NotWritable, and OSError if the disk is full.
    """
    refuse_unusable(folder)
    if folder.is_file():
        raise FolderTaken(said("{folder} is a file, not a folder", folder=folder))
    new = not folder.exists()
    with _plainly(folder):
        lock = _locked(folder)
    try:
        yield
    finally:
        _let_go(folder / LOCK, lock)
        if new:
            with suppress(OSError):
                folder.rmdir()


@contextmanager
def _plainly(folder: Path) -> Iterator[None]:
    """Say in words that a folder cannot be written to; a full disk is another matter, for room can be made."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise
        reason = said(error.strerror or str(error))
        with_out = said(way_out(" with --out", ""))
        raise NotWritable(
            said(
                "{folder} cannot be written to ({reason}); name another folder{with_out}",
                folder=folder,
                reason=reason,
                with_out=with_out,
            )
        ) from None


def _locked(folder: Path) -> int:
    """Return the open file of the lock, which is held now; whoever let go of it may have taken the file away."""
    file = folder / LOCK
    for _ in range(TRIES):
        with suppress(FileExistsError):  # it may go between the try to make it and the look whether it is a folder
            folder.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            lock = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                _take(folder, lock)
                if os.path.samestat(os.fstat(lock), file.stat()):
                    _sign(lock)
                    return lock
            except BaseException:
                os.close(lock)
                raise
            os.close(lock)
    raise FolderBusy(said("{folder} is in use by others again and again; {remedy}", folder=folder, remedy=remedy()))


def _take(folder: Path, lock: int) -> None:
    """Take a lock or raise FolderBusy with its holder."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(lock, 1 << 30, os.SEEK_SET)  # beyond what is written there, for others to read
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in NO_LOCKS:
            return
        if error.errno not in HELD:
            raise
        os.lseek(lock, 0, os.SEEK_SET)
        holder = os.read(lock, 200).decode("utf-8", "replace").strip() or said("another process")
        raise FolderBusy(
            said(
                "{folder} is in use by {holder}; wait until it ends, or name another folder",
                folder=folder,
                holder=said(holder),
            )
        ) from None


def _sign(lock: int) -> None:
    """Write down who holds a lock; on a full disk nobody learns it."""
    with suppress(OSError):
        os.ftruncate(lock, 0)
        os.lseek(lock, 0, os.SEEK_SET)
        os.write(lock, f"process {os.getpid()} on {platform.node()}".encode())


def _let_go(file: Path, lock: int) -> None:
    """Take the file of a lock away, while it is still held, and let go of it."""
    with suppress(OSError):  # Windows takes no open files away
        file.unlink()
    os.close(lock)
    if sys.platform == "win32":
        with suppress(OSError):
            file.unlink()
