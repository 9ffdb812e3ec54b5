"""Cells of csv files: what people call things must not be a formula where the file is opened as a spreadsheet.

A text that begins with a sign of formulas gets an apostrophe before it, which says to spreadsheets that it is text
(OWASP, "CSV Injection"). Numbers stay, and so does a text that is no more than a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_SIGNS = r"[=+\-@\t\r\n＝＋－＠]"
_FORMULA = re.compile(f"'*{_SIGNS}")
_MARKED = re.compile(f"'+{_SIGNS}")
_NUMBER = re.compile(r"[-+]?\d+(\.\d*)?([eE][-+]?\d+)?")


def marked(cell: Any) -> Any:
    """Return what stands in a csv file for a cell."""
    formula = isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if formula else cell


def unmarked(cell: Any) -> Any:
    """Return the cell that stands so in a csv file."""
    return cell[1:] if isinstance(cell, str) and _MARKED.match(cell) else cell


def for_spreadsheets(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with its texts, and the names of its columns, as they stand in a csv file."""
    return _each_text(frame, marked).rename(columns=marked)


def from_spreadsheet(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame that was written so."""
    return _each_text(frame, unmarked).rename(columns=unmarked)


def _each_text(frame: pd.DataFrame, change: Callable[[Any], Any]) -> pd.DataFrame:
    changed = frame.copy(deep=False)
    for name in frame:
        if frame[name].dtype.kind not in "biufmM":  # numbers, truths and times
            changed[name] = frame[name].map(change, na_action="ignore")
    return changed
