"""Which engine takes a run, and why: the same answer from both, so this is a matter of waiting only."""

from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from sim.language.units import DAY_MS

if TYPE_CHECKING:
    from sim.scenario.models import Scenario

ROWS_PER_ISSUE = 9.0
"""Rows of the log for each issue, consultations apart; measured on the presets (8 to 9)."""
SMALL_ROWS = 2_000_000
"""Up to so many rows the reference engine is done about as soon as a compiler: a minute on one core, measured."""


class EngineMissing(Exception):
    """The engine asked for is not installed."""


class Choice(NamedTuple):
    """An engine, and why it was taken."""

    engine: str
    why: str


def expected_rows(scenario: "Scenario") -> float:
    """Rows of the event log that the replications of a scenario will have, roughly."""
    run = scenario.run
    years = (run.warmup.value + run.length.value + run.followup.value) / DAY_MS / 365.0
    issues = sum(hazard.rate.value for hazard in scenario.hazards.values()) * scenario.population.residents.value
    return issues * years * ROWS_PER_ISSUE * run.replications


def choose(wanted: str, scenario: "Scenario") -> Choice:
    """The engine for a run: the one wanted, or for `auto` the one that answers first.

    Raises EngineMissing if the compiled engine is wanted and numba is not installed.
    """
    if wanted == "reference":
        return Choice("reference", "as asked")
    if find_spec("numba") is None:
        if wanted == "compiled":
            raise EngineMissing("the compiled engine needs numba: install gridgov with its extra 'fast'")
        return Choice("reference", "numba, which the compiled one needs, is not installed")
    from sim.engines.compiled.cache import is_compiled

    if wanted == "compiled":
        return Choice("compiled", "as asked")
    if is_compiled():
        return Choice("compiled", "it is ready")
    if expected_rows(scenario) <= SMALL_ROWS:
        return Choice("reference", "done before the other would be compiled")
    return Choice("compiled", "a large run; it is compiled first, once")
