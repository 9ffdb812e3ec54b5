"""Points are counted before any is made, and too many are refused at once."""

import time
from pathlib import Path

import pytest

from sim.study.execution.sizes import TooLarge
from sim.study.files.load import load_study
from sim.study.kinds.study import KINDS, check_sizes, check_study, kind_of
from tests.study.files.studies import write

FACTORS = "  workers: {path: staff.grid_workers.count, range: [30, 34], steps: 1000000000}\n"
HUGE = {
    "full": f"kind: sweep\nfactors:\n{FACTORS}  grids: {{path: grids.count, range: [1, 1000], steps: 1000}}\n"
    "  speed: {path: mechanisms.patrol.speed, range: [1 km/h, 3 km/h], steps: 1000000000}\n",
    "sobol": f"kind: sweep\ndesign: {{kind: sobol, points: {2**40}}}\nfactors:\n{FACTORS}",
    "morris": "kind: sensitivity\ndesign: {method: morris, points: 1000000000000}\n"
    f"factors:\n{FACTORS}  grids: {{path: grids.count, range: [20, 60]}}\n",
    "indices": f"kind: sensitivity\ndesign: {{method: sobol, points: {2**40}, second_order: true}}\n"
    f"factors:\n{FACTORS}  grids: {{path: grids.count, range: [20, 60]}}\n",
    "search": f"kind: optimise\nminimise: [yearly_cost]\ntrials: 1000000000000\nfactors:\n{FACTORS}",
}


@pytest.mark.parametrize("name", HUGE)
def test_too_many_points_are_refused_before_they_are_made(name: str, tmp_path: Path) -> None:
    file = load_study(write(tmp_path, HUGE[name]))
    began = time.process_time()
    with pytest.raises(TooLarge, match=r"points, and at most 1,000,000 can be checked"):
        check_study(file)
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize(
    "text",
    [
        "kind: sweep\nfactors:\n  a: {path: staff.grid_workers.count, range: [30, 32], steps: 9}\n"
        "  b: {path: grids.count, values: [20, 30]}\n",
        "kind: sweep\ndesign: {kind: latin_hypercube, points: 5}\n"
        "factors: {a: {path: mechanisms.patrol.speed, range: [1 km/h, 3 km/h]}}\n",
        "kind: sensitivity\ndesign: {method: morris, points: 2}\n"
        "factors: {a: {path: mechanisms.patrol.speed, range: [1 km/h, 3 km/h]},"
        " b: {path: mechanisms.dispatch.wrong_unit, range: [0.1, 0.2]}}\n",
        "kind: sensitivity\ndesign: {method: sobol, points: 2, second_order: true}\n"
        "factors: {a: {path: mechanisms.patrol.speed, range: [1 km/h, 3 km/h]},"
        " b: {path: mechanisms.patrol.target, range: [2 h, 3 h]}}\n",
    ],
    ids=["full", "hypercube", "morris", "sobol"],
)
def test_the_count_is_that_of_the_points(text: str, tmp_path: Path) -> None:
    file = load_study(write(tmp_path, text))
    kind = KINDS[kind_of(file.study)]
    assert len(kind.planned(file)) <= kind.counted(file) <= 2 * len(kind.planned(file))
    if kind_of(file.study) == "sweep":
        assert kind.counted(file) == len(kind.planned(file))


def test_the_load_of_a_study_follows_its_points(tmp_path: Path) -> None:
    def load_of(lengths: str) -> float:
        text = f"kind: sweep\nfactors: {{length: {{path: run.length, values: [{lengths}]}}}}\n"
        return check_sizes(load_study(write(tmp_path, text)))[1].rows

    assert load_of("3 days, 300 days") > 5 * load_of("3 days, 4 days")
