"""Full designs tell what two factors do together, rank what moves a measure, and can be had at equal cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pandas as pd
import pytest

from sim.measures.organisation import yearly_cost
from sim.scenario.load import load
from sim.show.pages.studies.page import answer_of, study_page
from sim.study.files.load import load_study
from sim.study.files.points import Point, Result
from sim.study.kinds.equal_cost import NoEqualCost
from sim.study.kinds.rewrite import rewritten
from sim.study.kinds.study import StudyOptions, run_study
from sim.study.kinds.sweep import planned, run
from tests.study.execution.functions import settings
from tests.study.files.studies import rows, write

ALONE = StudyOptions("reference", workers=1)
SWITCHES = """\
kind: sweep
factors:
  more: {path: staff.grid_workers.count, values: [20, 30]}
  crews: {path: departments.housing.crews, values: [3, 4]}
  visits: {path: staff.grid_leaders.count, values: [5, 6]}
measures: [detection_median_h, closing_median_h]
replications: 4
"""
AT_EQUAL_COST = """\
kind: sweep
equal_cost: staff.grid_workers.count
factors:
  crews: {path: departments.housing.crews, values: [2, 3, 5]}
  speed: {path: mechanisms.patrol.speed, values: [1 km/h, 3 km/h]}
"""


def together(points: Sequence[Point], replication: int) -> list[Result]:
    """Evaluate detection that ten workers lower by 2 h, by 5 h with another crew, and closing that nothing moves."""
    return [Result(point.number, replication, _values(point, replication)) for point in points]


def _values(point: Point, replication: int) -> dict[str, float]:
    found = settings(point)
    more, crews = found["staff.grid_workers.count"] == 30, found["departments.housing.crews"] == 4
    wobble = 0.001 * ((point.number * 7 + replication * 3) % 5)
    hours = 20 - 2 * more - 3 * (more and crews) + 5 * (replication % 2) + wobble
    return {"detection_median_h": hours, "closing_median_h": 30.0 + (replication % 2)}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("together")
    return run_study(load_study(write(folder, SWITCHES)), folder / "out", ALONE, evaluate=together)


def test_a_pair_is_the_effect_of_one_with_the_other_less_its_effect_without(done) -> None:
    pairs = rows(done.tables["pairs"], measure="detection_median_h").set_index(["factor", "other"])
    both = pairs.loc[("more", "crews")]
    assert [both["base"], both["mean"], both["difference"]] == pytest.approx([-2, -5, -3], abs=0.01)
    assert both["high"] - both["low"] < 0.02 and both["sure"]
    assert not pairs.loc[("more", "visits"), "sure"] and not pairs.loc[("crews", "visits"), "sure"]
    assert len(pairs) == 3


def test_what_moves_a_measure_is_ranked_with_pairs(done) -> None:
    detection, closing = answer_of(done.found, "en")
    assert detection.startswith("Detection, median, the largest first: more −3.50 h (")
    assert "; more × crews −3.00 h; crews −1.50 h (" in detection
    assert "no factor and no pair" in closing


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_ranks_and_maps_only_what_acts_together(done, language) -> None:
    page = study_page(done.found, language)
    assert [figure.name for figure in page.figures] == ["ranking", "responses", "interactions"]
    assert (done.folder / "figures" / "ranking.svg").is_file()
    assert len(page.tables) == 3


def test_points_at_equal_cost_cost_what_the_first_does(tmp_path: Path) -> None:
    points = planned(load_study(write(tmp_path, AT_EQUAL_COST)))
    scenarios = [load(point.base, list(point.sets)).scenario for point in points]
    costs = [yearly_cost(scenario) for scenario in scenarios]
    pay = scenarios[0].staff.grid_workers.cost
    assert pay is not None
    assert all(abs(cost - costs[0]) <= pay.value / 2 for cost in costs)
    workers = [scenario.staff.grid_workers.count.value for scenario in scenarios]
    assert workers[0] == workers[1] == 44, "what is free changes nothing"
    assert workers[0] > workers[2] > workers[4]


def test_a_number_that_costs_nothing_cannot_pay(tmp_path: Path) -> None:
    text = AT_EQUAL_COST.replace("equal_cost: staff.grid_workers.count", "equal_cost: mechanisms.whistle.comes")
    with pytest.raises(NoEqualCost, match="no cost"):
        planned(load_study(write(tmp_path, text)))


def test_the_report_says_who_paid(tmp_path: Path) -> None:
    found = run(load_study(write(tmp_path, AT_EQUAL_COST)), ["detection_median_h"], _flat)
    assert answer_of(found, "en")[0].startswith("All points cost the same: Grid workers: number, from 37 to 44, ")
    assert found.paid is not None and (found.paid.points["after"] <= 44).all()


@pytest.mark.long
def test_a_report_at_equal_cost_is_written_anew_from_its_folder(tmp_path: Path) -> None:
    done = run_study(load_study(write(tmp_path, AT_EQUAL_COST)), tmp_path / "out", ALONE, evaluate=even)
    (tmp_path / "study.yaml").unlink()
    done.report.unlink()
    assert "All points cost the same: " in rewritten(done.folder, "en").read_text(encoding="utf-8")


def even(points: Sequence[Point], replication: int) -> list[Result]:
    """Evaluate a number that does not move."""
    return [Result(point.number, replication, {"detection_median_h": 1.0}) for point in points]


def _flat(wanted: Iterable[tuple[Point, int]]) -> pd.DataFrame:
    """Return numbers that do not move."""
    columns = ["point", "replication", "measure", "value"]
    return pd.DataFrame([(point.number, n, "detection_median_h", 1.0) for point, n in wanted], columns=columns)
