"""Figures of the field in a scenario: each must be of a measure that there is.

Measures come after scenarios in the order of the house, so a scenario's own checks do not know them.
"""

from __future__ import annotations

from sim.language.units import nearest_word
from sim.measures.catalogue import MEASURES
from sim.scenario.load import Loaded, read
from sim.scenario.problems import Problem, ScenarioError


def refuse_unknown_figures(loaded: Loaded) -> None:
    """Raise ScenarioError with the place of every figure of the field that is of no measure."""
    unknown = [name for name in loaded.scenario.field if name not in MEASURES]
    if not unknown:
        return
    document = read(loaded.files[0]).document
    problems = [
        Problem(
            document.place(document.held(("field", name)), of_key=True),
            "no such measure",
            ("field", name),
            repr(name),
            nearest=nearest_word(name, list(MEASURES)),
        )
        for name in unknown
    ]
    raise ScenarioError(problems)
