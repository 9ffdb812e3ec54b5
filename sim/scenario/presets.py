"""Finding scenario files: by path, or by the bare name of a preset that comes with the software."""

from __future__ import annotations

from pathlib import Path

from sim.language.units import nearest_word
from sim.scenario.problems import Place, Problem, ScenarioError

SUFFIX = ".yaml"


def preset_folder() -> Path:
    """Return the folder of the presets: in the package where it is installed, beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "presets"
    return installed if installed.is_dir() else package.parent / "scenarios"


def located(name: str | Path, folder: Path, asked_at: Place | None = None) -> Path:
    """Return the file that `name` stands for: a preset if it is a bare word, else a path from `folder`.

    `asked_at` is where the name is written, for the message when there is no such file.
    """
    preset = preset_folder() / f"{name}{SUFFIX}"
    path = folder / name
    bare = not path.suffix and Path(name).name == str(name)
    if path.is_file():
        return path
    if bare and preset.is_file():
        return preset
    known = [file.stem for file in preset_folder().glob(f"*{SUFFIX}")] if bare else _files_beside(path)
    what = "is a folder" if path.is_dir() else "no such file"
    allowed = f"a file or one of the presets {', '.join(sorted(known))}" if bare and known else None
    nearest = nearest_word(str(name) if bare else path.name, known)
    place = asked_at or Place(str(name))
    raise ScenarioError([Problem(place, what, found=repr(str(name)), allowed=allowed, nearest=nearest)])


def _files_beside(path: Path) -> list[str]:
    return [file.name for file in path.parent.glob(f"*{SUFFIX}")] if path.parent.is_dir() else []
