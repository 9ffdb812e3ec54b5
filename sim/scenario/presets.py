"""Finding scenario files: by path, or by the bare name of a preset that comes with the software."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sim.filenames import shown
from sim.language.units import nearest_word
from sim.scenario.problems import Place, Problem, ScenarioError, excerpt

SUFFIX = ".yaml"
OUTSIDE = "lies outside the folder of the scenario or study"


def preset_folder() -> Path:
    """Return the folder of the presets: in the package where it is installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "presets"
    return installed if installed.is_dir() else package.parent / "scenarios"


def located(
    name: str | Path, folder: Path, asked_at: Place | None = None, within: Sequence[Path] | None = None
) -> Path:
    """Return the file that `name` stands for: a preset if it is a bare word, else a path from `folder`.

    `asked_at` is where the name is written, for the message when there is no such file. A name that stands in a file
    gives the folders `within` which it must lie; nothing is looked for, or told, outside of them.
    """
    preset = preset_folder() / f"{name}{SUFFIX}"
    path = folder / name
    bare = not path.suffix and Path(name).name == str(name)
    place = asked_at or Place(shown(name))
    if within is not None and not any(lies_in(path, root) for root in within):
        instead = "name a file there or below, or a preset"
        raise ScenarioError([Problem(place, OUTSIDE, found=excerpt(repr(str(name))), allowed=instead)])
    if os.path.isfile(path):
        return path
    if bare and os.path.isfile(preset):
        return preset
    known = [file.stem for file in preset_folder().glob(f"*{SUFFIX}")] if bare else _files_beside(path)
    what = "is a folder" if os.path.isdir(path) else "no such file"
    allowed = f"a file or one of the presets {', '.join(sorted(known))}" if bare and known else None
    nearest = nearest_word(str(name) if bare else path.name, known)
    raise ScenarioError([Problem(place, what, found=excerpt(repr(str(name))), allowed=allowed, nearest=nearest)])


def lies_in(path: Path, folder: Path) -> bool:
    """Say whether a path, links followed, lies in a folder or below; what cannot be a path does not."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):
        return False


def _files_beside(path: Path) -> list[str]:
    return [file.name for file in path.parent.glob(f"*{SUFFIX}")] if os.path.isdir(path.parent) else []


def which_of_two(files: Sequence[Path]) -> Iterator[str]:
    """Yield a sentence for each file that was read, where a preset and a file of the user have the same name.

    `files` are those of a scenario, the asked one first.
    """
    presets = preset_folder().resolve()
    names = {file.stem for file in presets.glob(f"*{SUFFIX}")}
    for file in files:
        if file.parent != presets and file.stem in names:
            yield f"{shown(file)} was read, not the preset {file.stem}"
        elif file.parent == presets:
            folders = dict.fromkeys((Path.cwd(), files[0].parent))
            others = [folder / file.name for folder in folders if folder.resolve() != presets]
            yield from (f"the preset {file.stem} was read, not {shown(it)}" for it in others if os.path.isfile(it))
