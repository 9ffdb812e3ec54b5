"""The tree of indicators of a scenario, as a table and as rows of a report."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from sim.measures.summary import indicator_table, summarise
from sim.scenario.models import Indicators
from sim.show.pages.indicator_rows import indicator_tree

TREE: dict[str, Any] = {
    "title": {"en": "Our tree", "zh": "指标体系"},
    "source": {"en": "A page.", "zh": "某网页。"},
    "levels": {
        "aspects": {"title": {"en": "Aspects", "zh": "方面"}, "count": 2},
        "items": {"title": {"en": "Items", "zh": "分项"}, "count": 16},
    },
    "entries": {
        "backlog": {"of": "governing", "measure": "backlog_mean"},
        "governing": {"title": {"en": "Governing", "zh": "治理"}},
        "rooms": {"title": {"en": "Rooms", "zh": "阵地"}},
        "rules": {"of": "governing", "title": {"en": "Rules", "zh": "制度"}},
    },
}


@pytest.fixture(name="summary")
def _summary() -> pd.DataFrame:
    return summarise(pd.DataFrame({"replication": [0, 1], "measure": "backlog_mean", "value": [4.0, 6.0]}))


def test_the_table_has_the_tree_and_what_is_not_named(summary: pd.DataFrame) -> None:
    table = indicator_table(Indicators.model_validate(TREE), summary)
    assert table["entry"].dropna().tolist() == ["governing", "backlog", "rules", "rooms"]
    row = table.set_index("entry").loc["backlog"]
    assert (row["depth"], row["mean"], row["unit"]) == (1, 5.0, "cases")
    assert table[table["entry"].isin(["rules", "rooms"])][["measure", "mean"]].isna().all(axis=None)
    assert table[table["entry"].isna()][["zh", "unnamed"]].to_numpy().tolist() == [["分项", 15]]


def test_leaves_tell_their_measure_or_that_there_is_none(summary: pd.DataFrame) -> None:
    tree = indicator_tree(summary, {"indicators": TREE}, "en")
    assert tree is not None
    assert [(row.depth, row.title, row.holds, row.value) for row in tree.rows] == [
        (0, "Governing", True, ""), (1, "", False, "5.00"), (1, "Rules", False, ""), (0, "Rooms", False, "")
    ]  # fmt: skip
    assert tree.levels == ["Aspects: 2, all named.", "Items: 16, of which 1 are named."]
    assert indicator_tree(summary, {}, "en") is None
