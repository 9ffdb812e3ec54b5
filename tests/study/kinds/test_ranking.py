"""What chance explains as well is not ranked, neither in tables nor in figures, and both say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sim.language.quantity import Label
from sim.measures.studies import SensitivityFound, Varied
from sim.show.figures.indices import draw_indices
from sim.show.figures.style import RULE, style_for
from sim.show.pages.studies.page import study_page
from sim.study.kinds.ranking import outweighed, ranked
from sim.study.kinds.sensitivity import leading
from sim.words import LANGUAGES, Language, label

CLEAR = {"first": [0.6, 0.2], "first_half": [0.1, 0.05], "total": [0.7, 0.3], "total_half": [0.1, 0.1]}


def sobol(noise: float = 0.0, **changed: Sequence[float]) -> pd.DataFrame:
    table = pd.DataFrame({"factor": ["a", "b"], **CLEAR, **changed})
    return table.assign(ranked=ranked(table, "total", noise))


def found_with(table: pd.DataFrame) -> SensitivityFound:
    return SensitivityFound(
        method="sobol",
        main=("total", "first"),
        factors={name: Varied(Label.model_validate(name), "") for name in "ab"},
        points=64,
        indices=table.assign(measure="yearly_cost"),
        pairs=pd.DataFrame(columns=["factor", "with", "second", "second_half", "ranked"]),
        leading={"yearly_cost": leading(table, "total")},
        undefined={"yearly_cost": 0},
        noise={"yearly_cost": 0.0},
    )


@pytest.mark.parametrize(
    "changed, noise, expected",
    [
        ({}, 0.0, [True, True]),
        ({"total_half": [0.1, 0.16]}, 0.0, [True, False]),  # wider than the index
        ({"total": [0.7, -0.01]}, 0.0, [True, False]),
        ({"first": [0.8, 0.2]}, 0.0, [False, True]),  # first above total
        ({"first": [0.69, 0.69], "total": [0.7, 0.7]}, 0.0, [False, False]),  # more than the whole
        ({"first": [0.53, 0.5], "total": [0.53, 0.5]}, 0.0, [True, True]),  # the whole, within its interval
        ({}, 0.4, [True, False]),  # chance makes more of the variance
        ({}, np.nan, [True, True]),
        ({"total_half": [np.nan, 0.1]}, 0.0, [False, True]),
    ],
)
def test_what_chance_explains_as_well_is_not_ranked(
    changed: dict[str, Sequence[float]], noise: float, expected: list[bool]
) -> None:
    assert list(sobol(noise, **changed)["ranked"]) == expected


def test_what_nothing_moves_is_no_matter_of_chance() -> None:
    assert not outweighed(np.zeros(2), np.zeros(2)).any()
    assert sobol(**{name: [0.0, 0.0] for name in CLEAR})["ranked"].all()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_first_order_index_stands_above_its_total_without_the_sentence(language: Language) -> None:
    sentence = label("cannot_rank", language)
    (table,) = study_page(found_with(sobol(first=[0.8, 0.2])), language).tables
    assert [row[-1] for row in table.rows] == [sentence, ""]
    (table,) = study_page(found_with(sobol()), language).tables
    assert sentence not in {cell for row in table.rows for cell in row}


def test_an_answer_names_no_leading_factor_by_chance() -> None:
    assert study_page(found_with(sobol()), "en").answer[0].startswith("Most influential")
    (told,) = study_page(found_with(sobol(total_half=[0.4, 0.1])), "en").answer
    assert "cannot rank: more points or replications" in told and "Most" not in told


def test_the_figure_is_grey_where_the_table_does_not_rank() -> None:
    found = found_with(sobol(total_half=[0.1, 0.2]))
    figure = draw_indices(found.indices, found.factors, ["yearly_cost"], found.main, style_for("en"))
    (axes,) = figure.axes
    colours = {
        tick.get_text(): bar.get_facecolor()[:3] for tick, bar in zip(axes.get_yticklabels(), axes.patches, strict=True)
    }
    grey = tuple(int(RULE[at : at + 2], 16) / 255 for at in (1, 3, 5))
    assert colours["b"] == pytest.approx(grey) and colours["a"] != pytest.approx(grey)
    assert "cannot rank" in axes.get_xlabel()


def test_undefined_indices_are_not_said_to_lack_points(tmp_path: Path) -> None:
    table = sobol(**{name: [np.nan, np.nan] for name in CLEAR})
    found = replace(found_with(table), undefined={"yearly_cost": 3})
    (shown,) = study_page(found, "en").tables
    assert {row[-1] for row in shown.rows} == {""}
    assert len(study_page(found, "en").answer) == 1
