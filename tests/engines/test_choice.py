"""Which engine takes a run."""

from sim.engines.choice import choose
from sim.scenario.load import load


def test_the_engine_that_is_asked_for_is_taken() -> None:
    scenario = load("village-square").scenario
    assert choose("reference", scenario) == ("reference", "as asked")
    assert choose("compiled", scenario) == ("compiled", "as asked")
