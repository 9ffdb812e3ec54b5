"""Finding scenario files: by path, or by the bare name of a preset that comes with the software."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from sim.filenames import shown
from sim.language.units import nearest_word
from sim.said import listed, said
from sim.scenario.problems import Place, Problem, ScenarioError, described

SUFFIX = ".yaml"
ENDINGS = (SUFFIX, ".yml")
OUTSIDE = "lies outside the folder of the scenario or study"


def preset_folder() -> Path:
    """Return the folder of the presets: in the package where it is installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "presets"
    return installed if installed.is_dir() else package.parent / "scenarios"


def is_preset(name: str) -> bool:
    """Say whether a preset has this name."""
    return _is_bare(name) and os.path.isfile(preset_folder() / f"{name}{SUFFIX}")


def located(
    name: str | Path, folder: Path, asked_at: Place | None = None, within: Sequence[Path] | None = None
) -> Path:
    """Return the file that `name` stands for: a preset if it is a bare word, else a path from `folder`.

    `asked_at` is where the name is written, for the message when there is no such file. A name that stands in a file
    gives the folders `within` which it must lie; nothing is looked for, or told, outside of them.
    """
    path = folder / name
    place = asked_at or Place(shown(name) or "''")
    if within is not None and not any(lies_in(path, root) for root in within):
        instead = "name a file there or below, or a preset"
        raise ScenarioError([Problem(place, OUTSIDE, found=described(str(name)), allowed=instead)])
    if os.path.isfile(path):
        return path
    if is_preset(str(name)):
        return preset_folder() / f"{name}{SUFFIX}"
    raise ScenarioError([_not_found(str(name), path, place)])


def _is_bare(name: str) -> bool:
    """Say whether a name is one word that may be a preset's."""
    return not Path(name).suffix and Path(name).name == name


def _not_found(name: str, path: Path, place: Place) -> Problem:
    """Return the problem of a name that stands for no file at `path` and no preset, and what may have been meant."""
    presets = sorted(file.stem for file in preset_folder().glob(f"*{SUFFIX}"))
    found: str | None
    allowed: str | None = None
    beside = files_beside(path)
    if re.match(r"[\w.]+[=＝]", name):
        found, allowed = f":{name}", "what is laid over a scenario in a comparison stands after a colon"
    elif _is_bare(name):
        found = f"{name}{SUFFIX}" if f"{name}{SUFFIX}" in beside else nearest_word(name, presets)
        allowed = said("a file or one of the presets {names}", names=listed(presets)) if presets else None
    elif Path(name).stem in presets and name == f"{Path(name).stem}{path.suffix}" and path.suffix in ENDINGS:
        found, allowed = path.stem, "a preset is named without its ending"
    else:
        found = nearest_file(path.name, beside)
    what = (why_no_file(path) or NO_FILE) if name.strip() else "is the name of no file"
    return Problem(place, what, found=described(name), allowed=allowed, nearest=found)


NO_FILE = "no such file"
_NO_FILES = (
    (stat.S_ISDIR, "is a folder"),
    (stat.S_ISFIFO, "is a pipe, not a file; write what comes from it into one"),
    (stat.S_ISCHR, "is a device, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
    (stat.S_ISSOCK, "is a socket, not a file"),
)


def why_no_file(path: Path) -> str | None:
    """Return in words why a path, links followed, is that of no file that can be read; None if it is one."""
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError) as error:
        if os.path.islink(path):
            return "is a link that leads to no file"
        return "cannot be looked at: it is not permitted" if isinstance(error, PermissionError) else NO_FILE
    return next((what for is_so, what in _NO_FILES if is_so(mode)), None)


def plain_file(path: Path) -> Path:
    """Return the path of a file that people named; raise ScenarioError, with the nearest name, if there is none."""
    if why := why_no_file(path):
        place, nearest = Place(shown(path)), nearest_file(path.name, files_beside(path))
        raise ScenarioError([Problem(place, why, found=described(str(path)), nearest=nearest)])
    return path


def lies_in(path: Path, folder: Path) -> bool:
    """Say whether a path, links followed, lies in a folder or below; what cannot be a path does not."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def files_beside(path: Path, endings: Sequence[str] = ENDINGS) -> list[str]:
    """Return the names of the files in a path's folder with one of the endings, but for its own name."""
    try:
        names = sorted(file.name for file in path.parent.iterdir() if os.path.isfile(file))
    except (OSError, ValueError):
        return []
    return [name for name in names if name.endswith(tuple(endings)) and name != path.name]


def nearest_file(name: str, names: Sequence[str]) -> str | None:
    """Return the one of the names of files that looks most like `name`, None if none comes close; endings aside."""
    stems = {Path(other).stem: other for other in names}
    nearest = nearest_word(Path(name).stem, list(stems))
    return stems[nearest] if nearest else None


def which_of_two(files: Sequence[Path]) -> Iterator[str]:
    """Yield a sentence for each file that was read, where a preset and a file of the user have the same name.

    `files` are those of a scenario, the asked one first.
    """
    presets = preset_folder().resolve()
    names = {file.stem for file in presets.glob(f"*{SUFFIX}")}
    for file in files:
        preset = presets / file.name
        if file.parent != presets and preset in files:
            yield said("both {file} and the preset {preset} were read", file=shown(file), preset=file.stem)
        elif file.parent != presets and file.stem in names:
            yield said("{file} was read, not the preset {preset}", file=shown(file), preset=file.stem)
        elif file.parent == presets:
            folders = dict.fromkeys((Path.cwd(), files[0].parent))
            others = [folder / file.name for folder in folders if folder.resolve() != presets]
            unread = (it for it in others if os.path.isfile(it) and it.resolve() not in files)
            yield from (
                said("the preset {preset} was read, not {file}", preset=file.stem, file=shown(it)) for it in unread
            )
