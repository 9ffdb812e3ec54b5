"""The evaluation by simulation: the measures of the run that the same scenario gives by itself."""

import pickle
from pathlib import Path

import pytest

from sim.engines import simulate
from sim.scenario.load import load
from sim.scenario.problems import ScenarioError
from sim.study.execution.evaluate import Evaluation
from sim.study.execution.measuring import measured
from sim.study.files.points import Point

SQUARE = "village-square"
SHORT = ("run.warmup=0 days", "run.length=2 days", "run.followup=1 day")


def point(number: int, *sets: str, base: str = SQUARE) -> Point:
    return Point(number, str(number), base, (*SHORT, *sets))


@pytest.fixture(scope="module")
def evaluate() -> Evaluation:
    return Evaluation.of([SQUARE, SQUARE], "reference")


def test_its_measures_are_those_of_a_run(evaluate: Evaluation) -> None:
    sets = (*SHORT, "staff.grid_workers.count=25")
    loaded = load(SQUARE, sets)
    expected = measured(loaded.scenario, simulate(loaded, 1)).set_index("measure")["value"].to_dict()
    (result,) = evaluate([Point(0, "0", SQUARE, sets)], 1)
    assert result.error is None
    assert result.values == pytest.approx(expected, nan_ok=True, rel=0, abs=0)


def test_a_wrong_point_does_not_stop_the_others(evaluate: Evaluation) -> None:
    results = evaluate([point(0, "staff.grid_workers.count=-1"), point(1)], 0)
    assert [result.point for result in results] == [0, 1]
    assert results[0].error is not None
    assert "must not be negative" in results[0].error
    assert not results[0].values
    assert results[1].error is None
    assert results[1].values


def test_it_carries_its_scenarios_with_it(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(f"extends: {SQUARE}\nname: own\ntitle: own\n")
    there = pickle.loads(pickle.dumps(Evaluation.of([str(file)], "reference")))
    file.unlink()
    (result,) = there([point(0, base=str(file))], 0)
    assert result.error is None


def test_a_scenario_that_cannot_be_read_is_told_before_anything_runs() -> None:
    with pytest.raises(ScenarioError, match="no such file"):
        Evaluation.of(["nowhere.yaml"], "reference")
