"""Small study files, and studies of functions instead of scenarios."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

from sim.language.quantity import Label
from sim.study.files.factors import Span
from sim.study.files.load import StudyFile, load_study

HEAD = """\
name: small
title: {en: Small, zh: 小}
scenario: village-square
set: {run.warmup: 1 week, run.length: 3 days, run.followup: 3 days}
"""


def write(folder: Path, text: str, head: str = HEAD) -> Path:
    """Return the path of a study file with this text below the head."""
    path = folder / "study.yaml"
    path.write_text(head + text, encoding="utf-8")
    return path


PATHS = ("grids.count", "staff.grid_workers.count", "staff.grid_leaders.count")
"""Numbers of the scenario that stand for the factors of a function."""


def of_function(folder: Path, text: str, low: float, high: float, *names: str) -> StudyFile:
    """Return a study over factors that move nothing in its scenario, to be evaluated by a function of them."""
    factors = ", ".join(f"{name}: {{path: {path}, values: [1, 2]}}" for name, path in zip(names, PATHS, strict=False))
    file = load_study(write(folder, f"{text}factors: {{{factors}}}\n"))
    axes = tuple(Span(name, Label.model_validate(name), "", low, high, False, 3, False, ()) for name in names)
    return replace(file, study=file.study.model_copy(update={"measures": ["y"]}), axes=axes)


def ishigami_study(folder: Path, design: str) -> StudyFile:
    """Return a sensitivity study of Ishigami's function."""
    text = f"kind: sensitivity\nreplications: 1\ndesign: {design}\n"
    return of_function(folder, text, -math.pi, math.pi, "x1", "x2", "x3")


def rows(frame: Any, **wanted: Any) -> Any:
    """Return the rows of a frame in which columns have these values."""
    for column, value in wanted.items():
        frame = frame[frame[column] == value]
    return frame
