"""Reading the cells of a workbook: rows with their headings, each cell with its place, and all that is wrong there."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sim.language.chinese import day_of_excel, half_width
from sim.language.units import nearest_word
from sim.scenario.load import shown
from sim.scenario.problems import Place, Problem, ScenarioError, described, shortened
from sim.workbook import messages
from sim.workbook.layout import KEY, SHEETS, Both, Language, Sheet, SheetColumn, SheetRow
from sim.workbook.template import library

MAX_BYTES, MAX_ROWS = 20_000_000, 5_000
"""Size of a workbook when it is unpacked, and rows of a sheet: more than any town fills in."""
_DAYS_OF_EXCEL = range(1, 2_958_466)


@dataclass(frozen=True)
class Cell(Place):
    """The place of a cell: the file, the row, the column (from 1), and the sheet."""

    sheet: str = ""

    @property
    def told(self) -> str:
        """The place as people of tables name it."""
        column, letters = self.column or 1, ""
        while column:
            column, left = divmod(column - 1, 26)
            letters = chr(ord("A") + left) + letters
        return f"{shortened(self.file)} {self.sheet}!{letters}{self.line}"


@dataclass
class Book:
    """A workbook as it is read: who reads it, and what is wrong with it so far."""

    file: str
    language: Language
    problems: list[Problem] = field(default_factory=list)

    def refuse(
        self, place: Place, said: Both, found: object = None, nearest: str | None = None, known: Sequence[str] = ()
    ) -> None:
        """Note what is wrong at a place, in the language of the reader."""
        allowed = messages.KNOWN.of(self.language).format(", ".join(known)) if known else None
        shown_value = None if found is None else described(found)
        self.problems.append(Problem(place, said.of(self.language), (), shown_value, allowed, nearest))


@dataclass(frozen=True)
class SheetLine:
    """A row of a sheet that says something: its cells that are not empty, by the key of their column."""

    first: Cell
    values: dict[str, Any]
    places: dict[str, Cell]


def lines_of(path: Path, language: Language) -> tuple[Book, dict[str, list[SheetLine]]]:
    """Return the lines of every sheet by its key, and the book with what is wrong so far.

    Raise ScenarioError if the file cannot be read at all, and Refused if openpyxl is not installed.
    """
    openpyxl = library(language)
    book = Book(shown(path), language)
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(part.file_size for part in packed.infolist()) > MAX_BYTES:
                raise _refused(book, messages.TOO_LARGE)
        pages = openpyxl.load_workbook(path, data_only=True)
        written = openpyxl.load_workbook(path)
    except OSError:
        raise
    except ScenarioError:
        raise
    except Exception:  # whatever a library says of a file that is no workbook is of its own insides
        raise _refused(book, messages.NO_WORKBOOK) from None
    found: dict[str, list[SheetLine]] = {}
    for page in pages.worksheets:
        sheet = _sheet_of(page.title, book)
        if sheet is not None:
            found[sheet.key] = list(_lines(page, written[page.title], sheet, book))
    if not found:
        raise _refused(book, messages.NO_SHEETS)
    return book, found


def _refused(book: Book, said: Both) -> ScenarioError:
    return ScenarioError([*book.problems, Problem(Place(book.file), said.of(book.language))])


def _sheet_of(title: str, book: Book) -> Sheet | None:
    """Return the sheet of a title; other sheets are the planner's own, but for misspelt ones."""
    for sheet in SHEETS:
        if folded(title) in (sheet.key, *map(folded, sheet.name)):
            return sheet
    if near := nearest_word(title, [name for sheet in SHEETS for name in sheet.name]):
        book.refuse(Place(f"{book.file} {title}"), messages.UNKNOWN_SHEET, nearest=near)
    return None


def folded(text: object) -> str:
    """Return a word as it is compared: plain signs, small letters, single spaces."""
    return " ".join(half_width(str(text)).casefold().split())


def _lines(page: Any, written: Any, sheet: Sheet, book: Book) -> Iterator[SheetLine]:
    columns = _columns(page, sheet, book)
    for number in range(2, min(page.max_row, MAX_ROWS) + 1):
        values: dict[str, Any] = {}
        places: dict[str, Cell] = {}
        for at, column in columns.items():
            place = Cell(book.file, number, at, page.title)
            value = page.cell(number, at).value
            if value is None and written.cell(number, at).data_type == "f":
                book.refuse(place, messages.FORMULA)
            elif page.cell(number, at).data_type == "e":
                book.refuse(place, messages.FAULTY, value)
            elif value is not None and str(value).strip():
                values[column.key], places[column.key] = plain(value, column), place
        if values:
            yield SheetLine(Cell(book.file, number, 1, page.title), values, places)


def _columns(page: Any, sheet: Sheet, book: Book) -> dict[int, SheetColumn]:
    """Return the columns of a sheet by their number, in whatever order they stand."""
    found: dict[int, SheetColumn] = {}
    headings = [name for column in sheet.columns for name in column.heading]
    for at in range(1, min(page.max_column, 100) + 1):
        place, title = Cell(book.file, 1, at, page.title), page.cell(1, at).value
        column = next((its for its in sheet.columns if folded(title) in (its.key, *map(folded, its.heading))), None)
        if column is not None and column in found.values():
            book.refuse(place, messages.TWICE, title)
        elif column is not None:
            found[at] = column
        elif title is not None and (near := nearest_word(str(title), headings)):
            book.refuse(place, messages.UNKNOWN_HEADING, title, near)
    for column in sheet.columns:
        if column not in found.values() and column.key not in ("name", "before"):
            book.refuse(Cell(book.file, 1, 1, page.title), messages.NO_HEADING, column.heading.of(book.language))
    return found


def plain(value: Any, column: SheetColumn | SheetRow) -> Any:
    """Return the value of a cell as a scenario writes it.

    A bare number of an area is in square kilometres, of money in yuan, of a day what Excel counts.
    """
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    if isinstance(value, datetime | date):
        return str(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value if isinstance(value, bool) else str(value).strip()
    number = int(value) if float(value).is_integer() else value
    if column.kind == "day" and number in _DAYS_OF_EXCEL:
        return day_of_excel(int(number)).isoformat()
    unit = {"area": " km2", "money": " yuan"}.get(column.kind)
    return f"{number}{unit}" if unit else number


def row_of(line: SheetLine, rows: Sequence[SheetRow], book: Book) -> SheetRow | None:
    """Return the row that a line says something of, by its key or either name; None if it is unknown."""
    if KEY.key not in line.values:
        if set(line.values) - {"name", "before"}:
            book.refuse(line.first, messages.NO_KEY)
        return None
    word = line.values[KEY.key]
    for row in rows:
        if folded(word) in (row.key, *map(folded, row.name)):
            return row
    names = [row.key for row in rows]
    near = nearest_word(str(word), [*names, *(name for row in rows for name in row.name)])
    book.refuse(line.places[KEY.key], messages.UNKNOWN_ROW, word, near, names)
    return None
