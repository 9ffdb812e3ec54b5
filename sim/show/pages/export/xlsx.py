"""The first pages of a report as a workbook (.xlsx), by openpyxl: the text on one sheet, the table on another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.show.pages.export.missing import MissingProgram
from sim.words import label

if TYPE_CHECKING:
    from sim.show.pages.brief.parts import Brief, BriefRow

_NUMBER = re.compile(r"([+−-]?)([\d,]+(?:\.\d+)?)( %)?")
_WIDE, _NARROW = 44, 15
"""Widths of columns, in letters."""
_TINTS = {"better": "E6F1EC", "worse": "F8E9E2", "neutral": "E9F0F5"}


def write_xlsx(brief: Brief, path: Path) -> None:
    """Write the first pages as a workbook; raises MissingProgram if openpyxl is not installed."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise MissingProgram("an .xlsx is written by openpyxl, of the extra `office`: pip install 'gridgov[office]'"
                             ) from None  # fmt: skip
    book = Workbook()
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
    """Write the table: of each variant its value, the difference, its interval and what is known of it."""
    language = brief.language
    parts = [label(name, language) for name in ("value", "difference", "interval", "verdict")]
    first, base, *variants = brief.columns
    heads = [first, label("unit", language), base, *(f"{name}: {part}" for name in variants for part in parts)]
    for at, text in enumerate(heads, start=1):
        _put(sheet.cell(1, at), text, bold=True)
        sheet.column_dimensions[sheet.cell(1, at).column_letter].width = _WIDE if at == 1 else _NARROW
    line = 1
    for group in brief.groups:
        line += 1
        _put(sheet.cell(line, 1), f"{group.arrow} {group.title}".strip(), bold=True)
        for row in group.rows:
            line += 1
            _row(sheet, line, row)
    sheet.freeze_panes = "D2"


def _row(sheet: Any, line: int, row: BriefRow) -> None:
    from openpyxl.styles import PatternFill

    for at, text in enumerate((row.label, row.unit, row.base), start=1):
        _put(sheet.cell(line, at), text)
    for number, cell in enumerate(row.cells):
        known = " ".join(filter(None, (cell.mark, cell.tag)))
        for part, text in enumerate((cell.value, cell.change, cell.interval, known)):
            place = sheet.cell(line, 4 + 4 * number + part)
            _put(place, text)
            if cell.sure and cell.sense in _TINTS:
                place.fill = PatternFill("solid", fgColor=_TINTS[cell.sense])


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
