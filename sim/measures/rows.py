"""Rows chosen from a table."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray


class Rows:
    """Rows of a table. A column of theirs is copied when it is asked for: choosing rows copies nothing.

    Tables are wide and measures look at two or three columns; copying all of them took two thirds of measuring.
    """

    def __init__(self, table: pd.DataFrame, chosen: NDArray[np.intp] | None = None) -> None:
        """Take the rows at the positions `chosen` of a table, or all."""
        self._table, self._chosen = table, chosen

    def __len__(self) -> int:
        return len(self._table) if self._chosen is None else len(self._chosen)

    def __getitem__(self, column: str) -> pd.Series[Any]:
        """Return a column; those of the same rows have the same index."""
        whole = self._table[column]
        return whole if self._chosen is None else pd.Series(whole.array.take(self._chosen), name=column)

    def where(self, mask: ArrayLike) -> Rows:
        """Return the rows where a mask of shape (rows,) is true; raise IndexError for one of another shape."""
        chosen = np.arange(len(self._table)) if self._chosen is None else self._chosen
        return Rows(self._table, chosen[np.asarray(mask, dtype=bool)])

    def frame(self, *columns: str) -> pd.DataFrame:
        """Return some columns as a frame."""
        return pd.DataFrame({column: self[column] for column in columns})
