"""Studies: replications of a scenario, where they are executed, and the result folder that they end in.

The package can be called: `sim.study("question.yaml", "results/question")` runs the study in a file, as
`gridgov study` does, and returns a `sim.study.kinds.study.Done`. It takes a result folder, `StudyOptions`, and
a function that is told of progress, and raises what `run_study` raises; ScenarioError for a file that is wrong.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.study.kinds.study import Done, StudyOptions


class _Study(ModuleType):
    """The package itself, which can be called, so that the name `sim.study` serves both."""

    def __call__(
        self,
        file: str | Path,
        folder: str | Path,
        options: StudyOptions | None = None,
        step: Callable[[str, float], object] = lambda name, share: None,
    ) -> Done:
        """Run the study in a file and return what was done."""
        from sim.study.files.load import load_study
        from sim.study.kinds.study import StudyOptions, run_study

        return run_study(load_study(Path(file)), Path(folder), options or StudyOptions(), step)


sys.modules[__name__].__class__ = _Study
