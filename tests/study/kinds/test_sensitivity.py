"""Sensitivity: known indices are found through the same code that runs scenarios, and holes are told, not filled."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from sim.show.pages.studies.page import answer_of
from sim.study.kinds.sensitivity import noise_share
from sim.study.kinds.study import StudyOptions, run_study
from tests.study.execution.functions import holed, ishigami
from tests.study.files.studies import ishigami_study

V = 7**2 / 8 + 0.1 * np.pi**4 / 5 + 0.1**2 * np.pi**8 / 18 + 0.5
V1 = 0.5 * (1 + 0.1 * np.pi**4 / 5) ** 2
V13 = 0.1**2 * np.pi**8 * (1 / 18 - 1 / 50)
FIRST = {"x1": V1 / V, "x2": 7**2 / 8 / V, "x3": 0.0}
TOTAL = {"x1": (V1 + V13) / V, "x2": 7**2 / 8 / V, "x3": V13 / V}
"""Ishigami and Homma's indices for a = 7, b = 0.1 in closed form (Sudret 2008, Reliab. Eng. Syst. Saf. 93, 5.1)."""

ALONE = StudyOptions("reference", workers=1)


@pytest.fixture(scope="module")
def sobol(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("sobol")
    file = ishigami_study(folder, "{method: sobol, points: 512, second_order: true}")
    return run_study(file, folder / "out", ALONE, evaluate=ishigami)


def test_sobol_indices_are_those_of_the_closed_form(sobol) -> None:
    table = sobol.tables["indices"].set_index("factor")
    for name, expected in FIRST.items():
        assert abs(table.loc[name, "first"] - expected) < 0.08
        assert abs(table.loc[name, "first"] - expected) < 3 * table.loc[name, "first_half"] + 0.01
    for name, expected in TOTAL.items():
        assert abs(table.loc[name, "total"] - expected) < 0.08


def test_only_the_first_and_third_factor_act_together(sobol) -> None:
    pairs = sobol.tables["pairs"].set_index(["factor", "with"])["second"]
    assert abs(pairs["x1", "x3"] - V13 / V) < 0.1
    assert abs(pairs["x1", "x2"]) < 0.06 > abs(pairs["x2", "x3"])


def test_morris_ranks_the_factors(tmp_path: Path) -> None:
    file = ishigami_study(tmp_path, "{method: morris, points: 40}")
    done = run_study(file, tmp_path / "out", ALONE, evaluate=ishigami)
    table = done.tables["indices"].set_index("factor")
    assert list(table["mu_star"].sort_values(ascending=False).index) == ["x1", "x2", "x3"]
    assert table.loc["x3", "sigma"] > table.loc["x3", "mu_star"] / 2, "x3 acts through x1 alone"
    assert done.found.leading["y"][0] == "x1"
    assert answer_of(done.found, "en")[0].startswith("Most influential on y: x1")
    assert "对y影响最大的是x1" in answer_of(done.found, "zh")[0]


def test_one_undefined_point_makes_the_indices_undefined_and_says_so(tmp_path: Path) -> None:
    file = ishigami_study(tmp_path, "{method: sobol, points: 64}")
    done = run_study(file, tmp_path / "out", ALONE, evaluate=holed)
    assert done.tables["indices"][["first", "total"]].isna().all().all()
    lacking = done.found.undefined["y"]
    assert done.found.points == 320 and lacking > 0
    assert done.found.leading["y"] == []
    assert f"undefined at {lacking} of 320 points" in answer_of(done.found, "en")[0]


def test_the_share_of_noise_counts_no_chance_that_all_points_share() -> None:
    chance = np.random.default_rng(1)
    points, replications = 200, 10
    signal, shared = chance.normal(0, 2, (points, 1)), chance.normal(0, 50, (1, replications))
    noise = chance.normal(0, 3, (points, replications))
    assert abs(noise_share(signal + shared + noise) - 0.9 / 4.9) < 0.05
    assert noise_share(signal + shared) < 1e-20
    assert np.isnan(noise_share(signal))
