"""Figures of the field and indicators in a scenario: each must be of a measure that there is.

Measures come after scenarios in the order of the house, so a scenario's own checks do not know them.
"""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.contradiction import Path
from sim.language.units import nearest_word
from sim.measures.catalogue import MEASURES
from sim.scenario.load import Loaded, read
from sim.scenario.models import Scenario
from sim.scenario.problems import Problem, ScenarioError


def refuse_unknown_figures(loaded: Loaded) -> None:
    """Raise ScenarioError with the place of every figure of the field, and every indicator, that is of no measure."""
    unknown = [(path, name) for path, name in _named(loaded.scenario) if name not in MEASURES]
    if not unknown:
        return
    document = read(loaded.files[0]).document
    problems = [
        Problem(
            document.place(document.held(path), of_key=path[0] == "field"),
            "no such measure",
            path,
            repr(name),
            nearest=nearest_word(name, list(MEASURES)),
        )
        for path, name in unknown
    ]
    raise ScenarioError(problems)


def _named(scenario: Scenario) -> Iterator[tuple[Path, str]]:
    """Yield each place of a scenario that names a measure, with the name."""
    for name in scenario.field:
        yield ("field", name), name
    for name, entry in (scenario.indicators.entries if scenario.indicators else {}).items():
        if entry.measure is not None:
            yield ("indicators", "entries", name, "measure"), entry.measure
