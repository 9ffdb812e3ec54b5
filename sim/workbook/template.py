"""Writing the template: every row that a town can say, with what the teaching case has there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.scenario.load import Loaded, load
from sim.study.files.refused import Refused
from sim.workbook.layout import README, SHEETS, Both, Language, Sheet, SheetRow, rows_of
from sim.workbook.messages import NO_LIBRARY

if TYPE_CHECKING:
    from openpyxl import Workbook

BASE = "village-square"
"""The scenario that a town extends, and whose numbers the template shows."""
_WIDTH, _WIDE = 26, 110
_READ_ME = (
    Both(
        "A town for gridgov. Fill in what you know, leave the rest empty; then: gridgov new NAME --from-excel FILE",
        "gridgov 城区表格。填写已知的数，其余空着，保存后运行：gridgov new 名称 --from-excel 文件",
    ),
    Both(
        "No data about persons: only how many there are, and of what.",
        "不要填写任何个人信息：只填数量。",
    ),
)


def write_template(path: Path, language: Language, *, overwrite: bool = False) -> None:
    """Write the template of a town into a new file, or over one that is there.

    Raises FileExistsError for one that is not to be written over, and Refused if openpyxl is not installed.
    """
    openpyxl = library(language)
    book = openpyxl.Workbook()
    first = book.active
    first.title = README.of(language)
    for line in (*_READ_ME, *(sheet.about for sheet in SHEETS)):
        first.append([line.of(language)])
    first.column_dimensions["A"].width = _WIDE
    base = load(BASE)
    for sheet in SHEETS:
        _fill(book, sheet, base, language)
    with path.open("wb" if overwrite else "xb") as file:
        book.save(file)


def library(language: Language) -> Any:
    """Return openpyxl; raise Refused if it is not installed."""
    try:
        import openpyxl
    except ImportError:
        raise Refused(NO_LIBRARY.of(language)) from None
    return openpyxl


def _fill(book: Workbook, sheet: Sheet, base: Loaded, language: Language) -> None:
    from openpyxl.styles import Font

    page = book.create_sheet(sheet.name.of(language))
    page.append([column.heading.of(language) for column in sheet.columns])
    for cell in page[1]:
        cell.font = Font(bold=True)
        page.column_dimensions[cell.column_letter].width = _WIDTH
    page.freeze_panes = "A2"
    for row in rows_of(sheet, base.scenario):
        shown = {"key": row.key, "name": row.name.of(language), "before": _before(base, row)}
        page.append([shown.get(column.key) for column in sheet.columns])


def _before(base: Loaded, row: SheetRow) -> Any:
    """Return what the teaching case has in a row, as its file writes it; None if it says nothing."""
    value: Any = base.document
    for step in row.path:
        value = value.get(step) if isinstance(value, dict) else None
    return value.get("value") if isinstance(value, dict) else value
