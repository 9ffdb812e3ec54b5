"""Writing the template: every row that a town can say, with what the teaching case has there."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.scenario.checks.public_holidays import holidays_of_china
from sim.scenario.load import Loaded, load
from sim.scenario.models import Scenario
from sim.show.text.settings import setting_value
from sim.study.files.refused import Refused
from sim.workbook.layout import (
    HOLIDAYS,
    NO,
    OFF,
    README,
    SHEETS,
    WORKED,
    YES,
    Both,
    Language,
    Sheet,
    SheetRow,
    rows_of,
    unit_rows,
)
from sim.workbook.messages import NO_LIBRARY
from sim.workbook.units_told import of_unit

if TYPE_CHECKING:
    from openpyxl import Workbook

BASE = "village-square"
"""The scenario that a town extends, and whose numbers the template shows."""
_WIDTH, _WIDE = 26, 110
_ROWS_TO_CHOOSE = 400
_CHOICES = {"what": (OFF, WORKED), "holidays": (YES, NO)}
"""What may be chosen in the cells of a column, by its key."""
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
    if sheet is HOLIDAYS:
        _fill_holidays(page, base.scenario, language)
    for key, choices in _CHOICES.items():
        _offer(page, sheet, key, [its.of(language) for its in choices])
    for row in rows_of(sheet, base.scenario):
        shown = {"key": row.key, "name": row.name.of(language), "before": _before(base, row, language)}
        page.append([shown.get(column.key) for column in sheet.columns])


def _fill_holidays(page: Any, scenario: Scenario, language: Language) -> None:
    """Fill in the days off and days worked of all years from that of the teaching case that are announced."""
    for year in count(scenario.run.start.year):
        known = holidays_of_china(year)
        if known is None:
            return
        days = [(day, OFF) for day in known.holidays] + [(day, WORKED) for day in known.workdays]
        for day, what in sorted(days):
            page.append([day, what.of(language)])
            page.cell(page.max_row, 1).number_format = "yyyy-mm-dd"


def _offer(page: Any, sheet: Sheet, key: str, words: list[str]) -> None:
    """Let the cells of a column be chosen from a list, if the sheet has the column."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    at = next((number for number, column in enumerate(sheet.columns, start=1) if column.key == key), None)
    if at is not None:
        listed = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
        listed.add(f"{get_column_letter(at)}2:{get_column_letter(at)}{_ROWS_TO_CHOOSE}")
        page.add_data_validation(listed)


def _before(base: Loaded, row: SheetRow, language: Language) -> Any:
    """Return what the teaching case has in a row, as a file in a language writes it; None if it says nothing."""
    if len(row.path) > 1 and row.path in {its.path for its in unit_rows(base.scenario)}:
        return of_unit(base.scenario, row.path, language)
    value: Any = base.document
    for step in row.path:
        value = value.get(step) if isinstance(value, dict) else None
    value = value.get("value") if isinstance(value, dict) else value
    measured = isinstance(value, str) and (row.kind == "area" or row.path[-1] in ("cost", "length"))
    return setting_value(value, base.document, language).replace(" ", "") if measured and language == "zh" else value
