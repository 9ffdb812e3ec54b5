"""A small model with one of each kind of field, and ways to read a document into it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field

from sim.language.contradiction import Contradiction
from sim.language.distribution import DurationDistribution
from sim.language.model import Model
from sim.language.quantity import Duration, Label, PerResident, Share, Whole
from sim.scenario.load import read
from sim.scenario.problems import ScenarioError
from sim.scenario.validate import validated


class Hazard(Model):
    """What goes wrong."""

    rate: PerResident
    work: DurationDistribution
    handled_by: str
    counts: dict[int, Share] = Field(default_factory=dict)


class Run(Model):
    """How long."""

    length: Duration
    start: date = date(2026, 1, 1)
    stock: Literal["empty", "stationary"] = "empty"


class Small(Model):
    """The whole."""

    title: Label
    run: Run
    grids: Whole
    hazards: dict[str, Hazard]
    departments: list[str]


GOOD = """\
title: {en: Small, zh: 小}
run:
  length: 2 weeks
grids: {value: 515, low: 400, high: 800, grade: A}
hazards:
  litter:
    rate: 160 per 1000 residents per year
    work: {lognormal: {median: 25 min, p90: 60 min}}
    handled_by: sanitation
departments: [sanitation, police]
"""


def contradictions(small: Small) -> Iterable[Contradiction]:
    """Yield every hazard that nobody handles."""
    for name, hazard in small.hazards.items():
        if hazard.handled_by not in small.departments:
            path = ("hazards", name, "handled_by")
            yield Contradiction(path, "no such department", nearest="police")


def loaded(path: Path) -> Small:
    """Return the small scenario in a file."""
    return validated(Small, read(path).document, (contradictions,))


def faults(path: Path) -> list[str]:
    """Return the problems of a file, a line each, without the folder of it."""
    try:
        loaded(path)
    except ScenarioError as error:
        return error.render().replace(f"{path.parent}/", "").splitlines()
    return []
