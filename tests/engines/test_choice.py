"""Which engine takes a run, and in how many processes."""

import pytest

from sim.engines.choice import choose, in_one_process
from sim.scenario.load import load


def test_the_engine_that_is_asked_for_is_taken() -> None:
    scenario = load("village-square").scenario
    assert choose("reference", scenario) == ("reference", "as asked")
    assert choose("compiled", scenario) == ("compiled", "as asked")


@pytest.mark.parametrize(
    ("engine", "preset", "one"),
    [
        ("compiled", "village-square", True),
        ("compiled", "jiancaoping-800", False),
        ("reference", "village-square", False),
    ],
)
def test_only_few_rows_of_the_compiled_engine_are_not_worth_a_second_process(
    engine: str, preset: str, one: bool
) -> None:
    assert in_one_process(engine, load(preset).scenario) == one
