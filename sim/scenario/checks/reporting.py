"""Reporting: probabilities that stay probabilities, whatever trust and inclination a resident has."""

from __future__ import annotations

import math
from collections.abc import Iterator

from sim.chance.distribution_table import upper_bound
from sim.language.contradiction import Contradiction
from sim.said import said
from sim.scenario.models import Scenario

MEAN_TOLERANCE = 0.01


def inclination_has_mean_one(scenario: Scenario) -> Iterator[Contradiction]:
    """Inclination moves reports from one resident to another, not all of them up or down."""
    inclination, path = scenario.population.inclination, ("population", "inclination")
    if math.isinf(upper_bound(inclination)):
        yield Contradiction(path, "has no upper bound", allowed="use uniform, triangular or empirical")
    if abs(inclination.mean() - 1) > MEAN_TOLERANCE:
        yield Contradiction(path, said("has the mean {mean:.3g}; must be 1", mean=inclination.mean()))


def trust_is_a_share(scenario: Scenario) -> Iterator[Contradiction]:
    """Trust lies between 0 and 1."""
    highest = upper_bound(scenario.population.trust)
    if highest > 1:
        reaches = said("has no upper bound") if math.isinf(highest) else said("reaches {highest:g}", highest=highest)
        yield Contradiction(("population", "trust"), said("{reaches}; must stay between 0 and 1", reaches=reaches))
