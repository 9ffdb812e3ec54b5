"""Which engine takes a run, and in how many processes."""

import pytest

from sim.engines.choice import choose, processes
from sim.scenario.load import load


def test_the_engine_that_is_asked_for_is_taken() -> None:
    scenario = load("village-square").scenario
    assert choose("reference", scenario) == ("reference", "as asked")
    assert choose("compiled", scenario) == ("compiled", "as asked")


@pytest.mark.parametrize(
    ("engine", "preset", "count"),
    [
        ("compiled", "village-square", 1),
        ("compiled", "jiancaoping-800", 3),
        ("reference", "village-square", 3),
    ],
)
def test_only_few_rows_of_the_compiled_engine_are_not_worth_a_second_process(
    monkeypatch: pytest.MonkeyPatch, engine: str, preset: str, count: int
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    assert processes(engine, load(preset, ["run.replications=4"]).scenario) == count


def test_there_are_as_many_processes_as_wished_but_no_more_than_replications() -> None:
    scenario = load("village-square", ["run.replications=4"]).scenario
    assert [processes("compiled", scenario, wanted) for wanted in (1, 3, 9)] == [1, 3, 4]
