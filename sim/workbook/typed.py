"""What people type into cells: numbers with what is counted behind them, days off and days worked, yes and no."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from sim.language.chinese import DIGITS, day_of_excel, half_width, has_chinese, without_counted
from sim.workbook.layout import SheetColumn, SheetRow

_DAYS_OF_EXCEL = range(1, 2_958_466)
_UNITS = {"area": ("km2", "平方公里"), "money": ("yuan", "元")}
"""What a bare number of a kind is in, in English and in Chinese."""
_BARE = re.compile(rf"{DIGITS}\s*[百千万亿]*")

OFF_WORDS = frozenset({"holiday", "off", "day off", "休", "放假", "休息", "节假日", "假期", "假", "休假"})
WORKED_WORDS = frozenset({"worked", "work", "workday", "班", "上班", "补班", "调休上班", "调休", "工作", "工作日"})
YES_WORDS = frozenset({"yes", "y", "true", "是", "对", "上班", "√", "✓"})
NO_WORDS = frozenset({"no", "n", "false", "否", "不", "不上班", "×", "✗"})


def folded(text: object) -> str:
    """Return a word as it is compared: plain signs, small letters, single spaces."""
    return " ".join(half_width(str(text)).casefold().split())


def plain(value: Any, column: SheetColumn | SheetRow) -> Any:
    """Return the value of a cell as a scenario writes it.

    A bare number of an area is in square kilometres, of money in yuan, of a day what Excel counts.
    """
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    if isinstance(value, datetime | date):
        return str(value)
    if isinstance(value, str):
        return _written(value.strip(), column)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value if isinstance(value, bool) else str(value).strip()
    number = int(value) if float(value).is_integer() else value
    if column.kind == "day" and number in _DAYS_OF_EXCEL:
        return day_of_excel(int(number)).isoformat()
    return f"{number} {_UNITS[column.kind][0]}" if column.kind in _UNITS else number


def _written(text: str, column: SheetColumn | SheetRow) -> str:
    """Return a text without what is only counted, and a bare number with its unit."""
    signs = half_width(text)
    if column.kind == "number":
        return without_counted(text)
    if column.kind in _UNITS and _BARE.fullmatch(signs):
        english, chinese = _UNITS[column.kind]
        return f"{signs}{chinese}" if has_chinese(signs) else f"{signs} {english}"
    return text
