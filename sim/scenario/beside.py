"""Files that a scenario names, such as tables of observations and maps; they lie beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.language.contradiction import Path as Steps
from sim.scenario.presets import OUTSIDE, files_beside, lies_in, nearest_file, why_no_file
from sim.scenario.problems import Problem, ScenarioError, described
from sim.scenario.source import SourceText, decode


@dataclass(frozen=True)
class FilesBeside:
    """The files beside a scenario: sought from `folder`, never read outside of `roots`."""

    source: SourceText
    folder: Path
    roots: Sequence[Path]

    def text(self, name: str, path: Steps) -> str:
        """Return the text of a file that the scenario names at `path`; raise ScenarioError if it cannot."""
        if not any(lies_in(self.folder / name, root) for root in self.roots):
            raise self.refusal(OUTSIDE, path, described(name))
        file = (self.folder / name).resolve()
        if why := why_no_file(file):
            there = files_beside(file, endings=("",))
            raise self.refusal(why, path, described(name), nearest_file(file.name, there))
        return decode(file.read_bytes(), name)

    def refusal(self, message: str, path: Steps, found: str | None = None, nearest: str | None = None) -> ScenarioError:
        """Return the error that tells what is wrong with what the scenario says at `path`."""
        place = self.source.place(path) or self.source.values[()]
        return ScenarioError([Problem(place, message, path, found, nearest=nearest)])
