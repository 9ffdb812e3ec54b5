"""Field figures: what a scenario is expected to show lies in the range that is given for it."""

from __future__ import annotations

from collections.abc import Iterator

from sim.language.contradiction import Contradiction
from sim.scenario.models import Scenario


def ranges_hold_what_is_expected(scenario: Scenario) -> Iterator[Contradiction]:
    """The low end of a range is not above its high end, and what is expected lies between them."""
    for name, figure in scenario.field.items():
        if figure.low > figure.high:
            yield Contradiction(("field", name, "low"), "lies above high")
        elif figure.expected is not None and not figure.low <= figure.expected <= figure.high:
            yield Contradiction(("field", name, "expected"), "lies outside of low and high")
