"""Assumptions: all ranged numbers are varied, and the one that decides is found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

from sim.chance.draws import stream, uniform
from sim.language.distribution import DurationDistribution
from sim.scenario.load import load
from sim.show.pages.studies.page import answer_of
from sim.study.files.load import load_study
from sim.study.files.points import Point, Result
from sim.study.kinds.assumptions import ends, turns
from sim.study.kinds.study import StudyOptions, check_study, run_study
from tests.study.files.studies import rows, write

ALONE = StudyOptions("reference", workers=1)
PLANTED = "hazards.litter.seen_per_pass"


def decided(points: Sequence[Point], replication: int) -> list[Result]:
    """Evaluate detection that hangs on one number and on chance, a hundredth of which differs between points."""
    return [Result(p.number, replication, {"detection_median_h": _hours(p, replication)}) for p in points]


def _hours(point: Point, replication: int) -> float:
    seen = dict(each.split("=", 1) for each in point.sets).get(PLANTED, "0.6")
    workers = dict(each.split("=", 1) for each in point.sets).get("staff.grid_workers.count", "44")
    common = uniform(stream(3, replication, "common"), 0, 0)
    own = uniform(stream(3, replication, "own"), point.number, 0)
    return 440 / int(workers) / float(seen) + common + 0.01 * own


def test_every_ranged_number_has_both_its_ends() -> None:
    document = load("village-square").document
    found = {(end.path, end.end): end for end in ends(document)}
    assert found[PLANTED, "low"].given == f"{PLANTED}=0.36"
    assert found["staff.grid_workers.desk", "high"].value == "4 h"
    assert not any(path.startswith("field") for path, _ in found)
    assert {path for path, end in found if end == "low"} == {path for path, end in found if end == "high"}


def test_a_distribution_is_varied_as_a_whole() -> None:
    end = next(
        e for e in ends(load("village-square").document) if e.path.endswith("litter.procedure") and e.end == "high"
    )
    base = load("village-square").scenario.hazards["litter"].procedure
    moved = load("village-square", [end.given]).scenario.hazards["litter"].procedure
    assert isinstance(moved, DurationDistribution)
    assert moved.mean() == pytest.approx(2 * base.mean())
    assert moved.clock == base.clock
    assert end.value == "× 2"


def test_the_number_that_decides_is_found(tmp_path: Path) -> None:
    text = "kind: assumptions\nonly: [hazards.litter, mechanisms.patrol]\nmeasures: [detection_median_h]\n"
    done = run_study(load_study(write(tmp_path, text)), tmp_path / "out", ALONE, evaluate=decided)
    table = done.tables["assumptions"]
    assert table["path"].iloc[0] == PLANTED
    low = rows(table, path=PLANTED, end="low").iloc[0]
    assert low["difference"] == pytest.approx(10 / 0.36 - 10 / 0.6, abs=0.02)
    assert low["low"] < low["difference"] < low["high"]
    assert rows(table, path=PLANTED)["sure"].all()
    assert table.loc[table["path"] != PLANTED, "difference"].abs().max() < 0.02
    assert done.found.leading["detection_median_h"][0] == PLANTED
    title = done.found.title(PLANTED)
    assert title.en != PLANTED and f"Most influential: {title.en}" in answer_of(done.found, "en")[0]
    assert title.zh in answer_of(done.found, "zh")[0]


def test_with_two_variants_it_is_their_difference_that_is_looked_at(tmp_path: Path) -> None:
    text = (
        f"kind: assumptions\nonly: [{PLANTED}]\nmeasures: [detection_median_h]\n"
        "variants: {few: {set: {staff.grid_workers.count: 22}}, many: {}}\n"
    )
    done = run_study(load_study(write(tmp_path, text)), tmp_path / "out", ALONE, evaluate=decided)
    table = done.tables["assumptions"]
    assert table["base"].iloc[0] == pytest.approx((10 - 20) / 0.6, abs=0.02)
    assert rows(table, end="low")["mean"].iloc[0] == pytest.approx((10 - 20) / 0.36, abs=0.02)
    assert done.found.turns == {"detection_median_h": []}
    assert "no single number within its range turns the difference round" in answer_of(done.found, "en")[1]


def test_a_number_that_turns_the_difference_round_is_named() -> None:
    columns = {"sure": True, "base": 2.0, "path": ["a", "a", "b"], "value": ["1", "3", "5"], "mean": [1.0, -1.0, 0.5]}
    table = pd.DataFrame(columns)
    assert turns(table) == [("a", "3")]
    assert turns(table.assign(sure=False)) == [], "chance alone turns nothing round"


def test_what_is_left_out_is_not_varied(tmp_path: Path) -> None:
    text = "kind: assumptions\nonly: [hazards.litter]\nleave_out: [hazards.litter.recurs, hazards.litter.rate]\n"
    file = load_study(write(tmp_path, text))
    varied = {end.path for end in ends(file.base.loaded.document) if end.path.startswith("hazards.litter.")}
    left_out = {path for path in varied if ".recurs." in path or path.endswith(".rate")}
    assert len(left_out) == 3
    assert check_study(file) == 1 + 2 * (len(varied) - len(left_out))
