"""Reporting: probabilities that stay probabilities, whatever trust and inclination a resident has."""

from __future__ import annotations

import math
from collections.abc import Iterator

from sim.chance.book import VariateBook, upper_bound
from sim.scenario.models import Scenario
from sim.scenario.validate import Contradiction

MEAN_TOLERANCE = 0.01
PROBABILITY_TOLERANCE = 1e-9
MAX_REPORTS_PER_DAY = 10_000
"""Possible reports of one open issue, each an event; 400 people notice even the plainest one."""


def inclination_has_mean_one(scenario: Scenario) -> Iterator[Contradiction]:
    """Inclination moves reports from one resident to another, not all of them up or down."""
    inclination, path = scenario.population.inclination, ("population", "inclination")
    if math.isinf(upper_bound(inclination)):
        yield Contradiction(path, "has no upper bound", allowed="use uniform, triangular or empirical")
    if abs(inclination.mean() - 1) > MEAN_TOLERANCE:
        yield Contradiction(path, f"has the mean {inclination.mean():.3g}; must be 1")


def trust_is_a_share(scenario: Scenario) -> Iterator[Contradiction]:
    """Trust lies between 0 and 1."""
    highest = upper_bound(scenario.population.trust)
    if highest > 1:
        reaches = "has no upper bound" if math.isinf(highest) else f"reaches {highest:g}"
        yield Contradiction(("population", "trust"), f"{reaches}; must stay between 0 and 1")


def trust_never_forbids_reports(scenario: Scenario) -> Iterator[Contradiction]:
    """The factor 1 + slope x (trust - mean trust) is not negative for those who have no trust."""
    mean, slope = scenario.population.trust.mean(), scenario.mechanisms.reporting.trust_slope.value
    if slope * mean > 1:
        message = "the factor on reporting falls below zero without trust"
        allowed = f"at most {1 / mean:.3g}, one over the mean of population.trust"
        yield Contradiction(("mechanisms", "reporting", "trust_slope"), message, allowed=allowed)


def reports_stay_probabilities(scenario: Scenario) -> Iterator[Contradiction]:
    """Neither trust nor inclination lifts the probability to report above 1, nor reports beyond all counting."""
    highest = _highest_factor(scenario)
    if not scenario.mechanisms.reporting.enabled or math.isinf(highest):
        return
    for name, hazard in scenario.hazards.items():
        reports = hazard.reports.value * highest
        if reports > 1 + PROBABILITY_TOLERANCE and not hazard.at_once:
            message = f"trust and inclination lift it to {reports:.3g}"
            yield Contradiction(("hazards", name, "reports"), message, allowed=f"at most {1 / highest:.3g}")
        if hazard.noticed.value * reports > MAX_REPORTS_PER_DAY:
            message = f"one open issue could be reported {hazard.noticed.value * reports:,.0f} times a day"
            yield Contradiction(("hazards", name, "noticed"), message, allowed=f"at most {MAX_REPORTS_PER_DAY:,}")


def _highest_factor(scenario: Scenario) -> float:
    """Return the highest factor of any resident on the probability to report."""
    people = scenario.population
    numbers = scenario.mechanisms.reporting.lower(VariateBook(), people.trust, people.inclination)
    return float(numbers["highest"])
