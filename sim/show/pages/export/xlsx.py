"""The first pages of a report as a workbook (.xlsx), by openpyxl: the text on one sheet, the table on another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.show.pages.export.missing import MissingProgram
from sim.words import label

if TYPE_CHECKING:
    from sim.show.pages.brief.parts import Brief, BriefCell, BriefRow

_NUMBER = re.compile(r"([+−-]?)([\d,]+(?:\.\d+)?)( %)?")
_WIDE, _NARROW = 44, 15
"""Widths of columns, in letters."""
PARTS = {"value": "value", "change": "difference", "low": "lower_end", "high": "upper_end", "verdict": "verdict"}
"""Columns of a variant: the part of a cell, and what its heading is called."""
ENDS = {"low": "end_of_range_low", "high": "end_of_range_high"}
"""The same where the column itself is an interval."""
_WHOLE = 1000.0
"""Numbers from here on are shown without decimals."""
_SIGNED, _SIGNED_WHOLE = "+#,##0.00;-#,##0.00;0", "+#,##0;-#,##0;0"
_TINTS = {"better": "E6F1EC", "worse": "F8E9E2", "neutral": "E9F0F5"}


def write_xlsx(brief: Brief, path: Path) -> None:
    """Write the first pages as a workbook; raises MissingProgram if openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise MissingProgram("an .xlsx is written by openpyxl, of the extra `office`: pip install 'gridgov[office]'"
                             ) from None  # fmt: skip
    book = Workbook()
    book.properties.creator, book.properties.title = "gridgov", brief.title
    sheet = book.active
    sheet.title = label("sheet_text", brief.language)
    sheet.column_dimensions["A"].width = _WIDE
    sheet.column_dimensions["B"].width = 2 * _WIDE
    for number, (name, text) in enumerate(_lines(brief), start=1):
        _put(sheet.cell(number, 1), name, bold=True)
        _put(sheet.cell(number, 2), text)
    if brief.groups:
        _table(book.create_sheet(label("sheet_table", brief.language)), brief)
    book.save(path)


def _lines(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield what the first sheet says, each with what it is."""
    language = brief.language
    yield brief.kicker, brief.title
    yield from ((label("asked", language), text) for text in brief.asked)
    joint = label("semicolon", language)
    yield from ((variant.title, joint.join((variant.price, *variant.changes))) for variant in brief.variants)
    yield from ((brief.advice_title, text) for text in brief.advice)
    warned = label("read_first", language)
    if not brief.warnings:
        yield warned, label("warnings_none", language)
    yield from ((title or warned, line) for title, lines in brief.warnings for line in lines)
    yield from ((warned, label(name, language)) for name in ("caveat_assumptions", "caveat_people"))
    yield from (("", text) for text in brief.notes)


def _table(sheet: Any, brief: Brief) -> None:
    """Write the table: of each variant its value, the difference with the ends of its interval, and what is known of
    it, all as numbers in the units that the row names; columns that would be empty are left out."""
    language = brief.language
    first, base, *variants = brief.columns
    rows = [row for group in brief.groups for row in group.rows]
    columns = [
        (at, part)
        for at in range(len(variants))
        for part in PARTS
        if any(_told(row.cells[at], part) is not None for row in rows)
    ]
    differ = any(row.change_unit for row in rows)
    named = label("setting_of", language)
    heads = [first, label("unit", language), base, *([label("change_unit", language)] if differ else [])]
    heads += [
        variants[at]
        if part == "value"
        else named.format(entry=variants[at], title=label(PARTS[part] if differ else ENDS.get(part, part), language))
        for at, part in columns
    ]
    for at, text in enumerate(heads, start=1):
        _put(sheet.cell(1, at), text, bold=True)
        sheet.column_dimensions[sheet.cell(1, at).column_letter].width = _WIDE if at == 1 else _NARROW
    line = 1
    for group in brief.groups:
        line += 1
        _put(sheet.cell(line, 1), f"{group.arrow} {group.title}".strip(), bold=True)
        for row in group.rows:
            line += 1
            _row(sheet, line, row, columns, differ=differ)
    sheet.freeze_panes = "E2" if differ else "D2"


def _row(sheet: Any, line: int, row: BriefRow, columns: Sequence[tuple[int, str]], *, differ: bool) -> None:
    from openpyxl.styles import PatternFill

    _put(sheet.cell(line, 1), row.label)
    _put(sheet.cell(line, 2), row.value_unit if row.change_unit else row.value_unit or row.unit)
    _number(sheet.cell(line, 3), row.base, row.value)
    if differ:
        _put(sheet.cell(line, 4), row.change_unit)
    for place, (at, part) in enumerate(columns, start=5 if differ else 4):
        its, told = row.cells[at], _told(row.cells[at], part)
        cell = sheet.cell(line, place)
        if part == "value" and not isinstance(told, str):
            _number(cell, its.value, told)
        elif isinstance(told, float):
            _number(cell, "", told)
            signed = _SIGNED_WHOLE if abs(told) >= _WHOLE else _SIGNED
            cell.number_format = signed if row.change_unit else sheet.cell(line, 3).number_format
        else:
            _put(cell, told or "")
        if its.sure and its.sense in _TINTS:
            cell.fill = PatternFill("solid", fgColor=_TINTS[its.sense])


def _told(cell: BriefCell, part: str) -> float | str | None:
    """Return what a part of a cell tells: a number, or a text where it is none; None if nothing."""
    numbers = cell.figures
    if part == "verdict":
        return " ".join(filter(None, (cell.mark, cell.tag))) or None
    if part == "value":
        return numbers.value if numbers.value is not None or numbers.low is not None else cell.value or None
    told: float | None = getattr(numbers, part)
    return told


def _number(cell: Any, text: str, value: float | None) -> None:
    """Write a number as its text shows it, in full; the text itself if there is no number."""
    _put(cell, text)
    if value is None:
        return
    if cell.data_type != "n" or not text:
        cell.number_format = "#,##0" if abs(value) >= _WHOLE else "#,##0.00"
    cell.value = value


def _put(cell: Any, text: str, *, bold: bool = False) -> None:
    """Write a text, as a number if it is one; never as a formula."""
    from openpyxl.styles import Alignment, Font

    if found := _NUMBER.fullmatch(text):
        sign, digits, percent = found.groups()
        decimals = len(digits.partition(".")[2])
        plus = "+0" if sign == "+" else "0"
        point = f".{'0' * decimals}" if decimals else ""
        number = float(digits.replace(",", "")) * (-1 if sign in "−-" and sign else 1)
        cell.value = number / 100 if percent else number
        cell.number_format = f"{plus}{point}{'%' if percent else ''};-0{point}{'%' if percent else ''}"
    elif text:
        cell.value = text
        cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
