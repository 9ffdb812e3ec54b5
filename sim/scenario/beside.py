"""Files that a scenario names, such as tables of observations and maps; they lie beside it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sim.language.contradiction import Path as Steps
from sim.language.units import nearest_word
from sim.scenario.presets import OUTSIDE, lies_in
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
        if not os.path.isfile(file):
            there = [other.name for other in file.parent.iterdir()] if os.path.isdir(file.parent) else []
            raise self.refusal("no such file", path, described(name), nearest_word(file.name, there))
        return decode(file.read_bytes(), name)

    def refusal(self, message: str, path: Steps, found: str | None = None, nearest: str | None = None) -> ScenarioError:
        """Return the error that tells what is wrong with what the scenario says at `path`."""
        place = self.source.place(path) or self.source.values[()]
        return ScenarioError([Problem(place, message, path, found, nearest=nearest)])
