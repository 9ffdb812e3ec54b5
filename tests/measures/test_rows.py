"""Rows of a table: choosing twice is choosing both, and columns of the same rows fit together."""

import pandas as pd
import pytest

from sim.measures.rows import Rows

TABLE = pd.DataFrame({"word": pd.Categorical(["a", "b", "a", "b"]), "number": [1, 2, 3, 4]}, index=[7, 8, 9, 10])


def test_all_rows_are_the_table() -> None:
    rows = Rows(TABLE)
    assert len(rows) == 4
    assert rows.frame("word", "number").equals(TABLE)


def test_choosing_twice_is_choosing_both() -> None:
    first = Rows(TABLE).where(TABLE["number"] > 1)
    second = first.where(first["word"] == "b")
    assert len(second) == 2
    assert second["number"].tolist() == [2, 4]


def test_columns_of_the_same_rows_fit_together() -> None:
    rows = Rows(TABLE).where([True, False, True, True])
    assert (rows["number"] + (rows["word"] == "a")).tolist() == [2, 4, 4]
    assert rows["word"].dtype == "category"


def test_no_rows_at_all() -> None:
    none = Rows(TABLE).where([False] * 4)
    assert len(none) == 0
    assert none["number"].sum() == 0


@pytest.mark.parametrize("rows", [Rows(TABLE), Rows(TABLE).where([True] * 4)])
def test_a_mask_of_another_length_is_refused(rows: Rows) -> None:
    with pytest.raises(IndexError):
        rows.where([True, False, True])
