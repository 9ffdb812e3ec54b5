"""The folder of a result: whether a run may write there, and where it keeps what is finished until all is."""

from pathlib import Path

from sim.filenames import unusable
from sim.record.store import MANIFEST
from sim.study.files.refused import Refused

UNFINISHED = "unfinished"
"""Folder inside a result folder with the replications of a run that has not ended."""


REMEDY = "name another folder, or add --overwrite"


class FolderTaken(Refused):
    """The folder for a result holds something else already."""


def refuse_unusable(folder: Path) -> None:
    """Raise FolderTaken if no result folder can be called so."""
    if why := unusable(folder):
        raise FolderTaken(f"{why}, so it cannot be a result folder; name another one")


def claim(folder: Path, key: str, overwrite: bool) -> Path:
    """Return the folder, inside `folder`, for the finished replications of the run that `key` names.

    Raises FolderTaken unless `folder` is new, empty, holds the same run interrupted, or may be overwritten.
    """
    refuse_unusable(folder)
    parts = folder / UNFINISHED / key
    if overwrite or parts.is_dir() or not folder.exists():
        return parts
    if not folder.is_dir():
        raise FolderTaken(f"{folder} is a file, not a folder")
    if (folder / MANIFEST).is_file():
        raise FolderTaken(f"{folder} holds a result already; {REMEDY}")
    if (folder / UNFINISHED).is_dir():
        raise FolderTaken(f"{folder} holds an unfinished run of something else; {REMEDY}")
    if any(folder.iterdir()):
        raise FolderTaken(f"{folder} is not empty; {REMEDY}")
    return parts
