"""The check of a result folder: are all its files there, and as they were written?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sim.record.contents import FIGURES, LOCK, UNFINISHED, is_own, is_rest
from sim.record.store import MANIFEST, VARIANTS, changed, read_manifest

KINDS = {None: "a run", "comparison": "a comparison", "study": "a study"}
"""What a manifest's entry `kind` says, in words."""


@dataclass(frozen=True)
class CheckedFolder:
    """A result folder: what it is of, how many files have checksums, and by name what is wrong, and what lies besides.

    The report and its figures have no checksums, for they may be written anew at any time, in another language too.
    """

    kind: str
    files: int
    wrong: tuple[tuple[str, str], ...]
    besides: tuple[tuple[str, str], ...]


def check_folder(folder: Path) -> CheckedFolder:
    """Check a result folder, and those of a comparison's variants; raise IncompleteResult if it is no whole one."""
    manifest = read_manifest(folder)
    files: dict[str, str] = dict(manifest["files"])
    kind = manifest.get("kind")
    if kind == "comparison":
        for variant in sorted({name.split("/")[1] for name in files if name.startswith(f"{VARIANTS}/")}):
            inside = folder / VARIANTS / variant
            if (inside / MANIFEST).is_file():
                files |= {f"{VARIANTS}/{variant}/{name}": its for name, its in read_manifest(inside)["files"].items()}
    wrong = tuple(changed(folder, files))
    return CheckedFolder(KINDS.get(kind, str(kind)), len(files), wrong, tuple(_besides(folder, files)))


def _besides(folder: Path, files: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what lies in a folder that its manifest does not tell of, and what it is in words."""
    if (folder / UNFINISHED).is_dir():
        yield UNFINISHED, "is left of a run that was interrupted"
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or name in files or name.startswith(f"{UNFINISHED}/") or path.name == LOCK:
            continue
        if is_rest(path):
            yield name, "is left of an interruption"
        elif not (is_own(path) and _may_lie(path.relative_to(folder))):
            yield name, "is not from gridgov"


def _may_lie(path: Path) -> bool:
    """Say whether gridgov writes into the folder, inside a result folder, that a file lies in."""
    *folders, _ = path.parts
    if folders[:1] == [VARIANTS]:
        folders = folders[2:]
    return folders in ([], [FIGURES])
