"""Sweeps: all combinations are run, effects are paired, and what is wrong in a file is told at its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sim.show.pages.studies.page import answer_of, study_page
from sim.study.files.load import load_study
from sim.study.files.models import Design
from sim.study.files.points import Point, Result
from sim.study.kinds.designs import spread
from sim.study.kinds.outcomes import replicated
from sim.study.kinds.study import StudyOptions, run_study
from sim.study.kinds.sweep import planned
from tests.study.execution.functions import settings
from tests.study.files.studies import rows, write

ALONE = StudyOptions("reference", workers=1)
TWO = """\
kind: sweep
factors:
  workers: {path: staff.grid_workers.count, values: [20, 30, 40]}
  speed: {path: mechanisms.patrol.speed, range: [1 km/h, 3 km/h], steps: 2}
measures: [detection_median_h, yearly_cost]
replications: 4
"""


def additive(points: Sequence[Point], replication: int) -> list[Result]:
    """Evaluate detection that falls by 0.1 h per worker and 2 h per km/h, with a shift that all points share."""
    return [Result(point.number, replication, _values(point, replication)) for point in points]


def _values(point: Point, replication: int) -> dict[str, float]:
    found = settings(point)
    workers, speed = found["staff.grid_workers.count"], found["mechanisms.patrol.speed"]
    wobble = 0.001 * ((point.number * 7 + replication * 3) % 5)
    hours = 20 - 0.1 * workers - 2 * speed + 5 * (replication % 2) + wobble
    return {"detection_median_h": hours, "yearly_cost": 1000 * workers}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("sweep")
    return run_study(load_study(write(folder, TWO)), folder / "out", ALONE, evaluate=additive)


def test_all_combinations_are_points(tmp_path: Path) -> None:
    points = planned(load_study(write(tmp_path, TWO)))
    assert len(points) == 6
    assert points[0].sets[-2:] == ("staff.grid_workers.count=20", "mechanisms.patrol.speed=1 km/h")
    assert points[-1].factors == (("workers", 40.0), ("speed", 3.0))


def test_effects_are_paired(done) -> None:
    effects = done.tables["effects"]
    workers = rows(effects, factor="workers", to=40.0, measure="detection_median_h").iloc[0]
    assert workers["difference"] == pytest.approx(-2, abs=0.01)
    assert workers["high"] - workers["low"] < 0.02, "the shift of each replication is shared by all points"
    assert workers["sure"]
    assert rows(effects, factor="speed", measure="yearly_cost")["difference"].eq(0).all()


def test_sentences_say_what_moves_and_what_does_not(done) -> None:
    workers, speed = answer_of(done.found, "en")
    assert "workers from 20 to 40, all else averaged: Detection, median −2.00 h (" in workers
    assert "Put in, not found: Cost of a year +20,000 (+100 %)." in workers
    assert "No significant difference in the other 1 measures" in speed


def test_the_report_and_its_files_are_there(done) -> None:
    page = done.report.read_text(encoding="utf-8")
    assert "Small" in page and "What each factor does" in page
    assert (done.folder / "figures" / "responses.svg").is_file()
    for name in ("responses.csv", "effects.csv", "results.parquet", "points.csv"):
        assert (done.folder / name).is_file()


def test_a_spread_of_points_tells_where_measures_are_least_and_most(tmp_path: Path) -> None:
    text = TWO + "design: {kind: latin_hypercube, points: 8, seed: 3}\n"
    found = run_study(load_study(write(tmp_path, text)), tmp_path / "out", ALONE, evaluate=additive).found
    cost = next(its for its in found.extremes if its.measure == "yearly_cost")
    costs = rows(found.responses, measure="yearly_cost").set_index("point")["mean"]
    assert (cost.least.point, cost.most.point) == (costs.idxmin(), costs.idxmax())
    assert (cost.least.value, cost.most.value) == (costs.min(), costs.max())
    assert cost.low == cost.difference == cost.high == costs.max() - costs.min()
    sentence = next(text for text in answer_of(found, "en") if text.startswith("Cost of a year"))
    workers = rows(found.responses, measure="yearly_cost").set_index("point")["workers"]
    assert f"(workers {workers[cost.least.point]:g}, speed " in sentence


@pytest.mark.parametrize("kind", ["latin_hypercube", "sobol"])
def test_spread_points_fill_every_part_of_each_range(kind: str) -> None:
    places = spread(Design(kind=kind, points=16, seed=3), 3)
    assert (np.sort(np.floor(places * 16), axis=0) == np.arange(16)[:, None]).all()
    assert (places == spread(Design(kind=kind, points=16, seed=3), 3)).all()


def test_replications_go_on_until_intervals_are_narrow(tmp_path: Path) -> None:
    rule = "replications: {until: {detection_median_h: 20 %}, at_most: 30, look_ahead: 0}"
    folder = tmp_path
    file = load_study(write(folder, TWO.replace("replications: 4", rule)))
    done = run_study(file, folder / "out", ALONE, evaluate=additive)
    counts = done.tables["responses"]["replications"]
    assert 3 < counts.iloc[0] < 30
    assert (counts == counts.iloc[0]).all()


def failing(points: Sequence[Point], replication: int) -> list[Result]:
    """Evaluate the same, but no point with 20 workers can be run."""
    results = additive(points, replication)
    return [
        Result(result.point, replication, error="too few")
        if settings(point)["staff.grid_workers.count"] == 20
        else result
        for point, result in zip(points, results, strict=True)
    ]


def hopeless(points: Sequence[Point], replication: int) -> list[Result]:
    """Fail everywhere."""
    return [Result(point.number, replication, error="broken") for point in points]


def test_points_that_fail_are_told_and_do_not_stop_the_others(tmp_path: Path) -> None:
    done = run_study(load_study(write(tmp_path, TWO)), tmp_path / "out", ALONE, evaluate=failing)
    assert done.failed == 8
    responses = done.tables["responses"]
    assert set(responses["workers"]) == {30.0, 40.0}
    assert responses["difference"].isna().all(), "the first point, from which differences count, failed"
    assert "8 runs gave no result" in done.report.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["sweep", "sensitivity", "assumptions", "optimise"])
def test_a_study_whose_runs_all_fail_still_says_so(kind: str, tmp_path: Path) -> None:
    texts = {
        "sweep": TWO,
        "sensitivity": TWO.replace("sweep", "sensitivity") + "design: {method: morris, points: 2}\n",
        "assumptions": "kind: assumptions\nonly: [hazards.litter.rate]\nreplications: 2\n",
        "optimise": TWO.replace("sweep", "optimise") + "minimise: [yearly_cost]\ntrials: 2\n",
    }
    done = run_study(load_study(write(tmp_path, texts[kind])), tmp_path / "out", ALONE, evaluate=hopeless)
    assert done.failed > 1
    assert "broken" in done.report.read_text(encoding="utf-8")


def test_a_precision_that_is_not_reached_is_named(tmp_path: Path) -> None:
    rule = (
        "replications: {until: {detection_median_h: 0.1 %, yearly_cost: 1 %}, at_least: 3, at_most: 4, look_ahead: 0}"
    )
    done = run_study(
        load_study(write(tmp_path, TWO.replace("replications: 4", rule))), tmp_path / "out", ALONE, evaluate=additive
    )
    last = study_page(done.found, "en").answer[0]
    assert "budget of replications was spent" in last
    assert "Median" in last or "detection" in last.lower()
    assert "cost" not in last.lower()
    assert last in done.report.read_text("utf-8")


def test_a_precision_of_a_measure_that_is_never_defined_is_not_reached(tmp_path: Path) -> None:
    def runs(wanted: Sequence[tuple[Point, int]]) -> pd.DataFrame:
        rows = [(point.number, replication, "joint_arrival_median_h", float("nan")) for point, replication in wanted]
        return pd.DataFrame(rows, columns=["point", "replication", "measure", "value"])

    rule = "replications: {until: {joint_arrival_median_h: 1 %}, at_least: 3, at_most: 4}"
    file = load_study(write(tmp_path, TWO.replace("replications: 4", rule)))
    done = replicated(planned(file), file.study.replications, runs)
    assert (done.replications, list(done.unmet)) == (4, ["joint_arrival_median_h"])
