"""Reading the cells of a workbook: rows with their headings, each cell with its place, and all that is wrong there."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sim.language.units import nearest_word
from sim.scenario.load import shown
from sim.scenario.problems import Place, Problem, ScenarioError, described, shortened
from sim.workbook import messages
from sim.workbook.aliases import meant
from sim.workbook.layout import KEY, NAME, README, SHEETS, TOWN, Both, Language, Sheet, SheetColumn, SheetRow
from sim.workbook.template import library
from sim.workbook.typed import folded, plain

MAX_BYTES, MAX_ROWS = 20_000_000, 5_000
"""Size of a workbook when it is unpacked, and rows of a sheet: more than any town fills in."""
_HEADINGS_WITHIN = 10
"""Rows among which that of the headings is looked for: planners put a title above."""
_NOT_NEEDED = frozenset({"name", "before"})
"""Columns that say nothing to a scenario."""
_OF_VALUES = frozenset({"value", "cost", "day"})
"""Columns whose heading says no more than the row or the sheet."""


@dataclass(frozen=True)
class Cell(Place):
    """The place of a cell: the file, the row, the column (from 1), the sheet with its number, and what stands there in
    the words of the table; without a row it is the sheet."""

    sheet: str = ""
    number: int = 0
    about: str = ""

    @property
    def told(self) -> str:
        """The place as people of tables name it."""
        if self.line is None:
            return f"{shortened(self.file)} {self.sheet}"
        column, letters = self.column or 1, ""
        while column:
            column, left = divmod(column - 1, 26)
            letters = chr(ord("A") + left) + letters
        return f"{shortened(self.file)} {self.sheet}!{letters}{self.line}{self.about}"

    @property
    def order(self) -> tuple[str, int, int, int]:
        """What cells are sorted by: sheets as they stand in the book, then rows."""
        return self.file, self.number, self.line or 0, self.column or 0

    @property
    def named(self) -> bool:
        """Whether it says what stands there."""
        return bool(self.about)


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
        allowed = (
            messages.KNOWN.of(self.language).format(messages.ENUMERATED.of(self.language).join(known))
            if known
            else None
        )
        shown_value = None if found is None else described(found)
        self.problems.append(Problem(place, said.of(self.language), (), shown_value, allowed, nearest))

    def about(self, *words: object) -> str:
        """Return what stands in a cell, to be set behind its place."""
        told = [shortened(str(word), 40) for word in words if word is not None]
        return messages.ABOUT.of(self.language).format(messages.COMMA.of(self.language).join(told)) if told else ""


@dataclass(frozen=True)
class SheetLine:
    """A row of a sheet that says something: its first cell, the values of cells that are not empty, and the places of
    all, by the key of their column."""

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
    known = _sheets(pages.worksheets, book)
    if not known:
        raise _refused(book, messages.NO_SHEETS)
    return book, {
        sheet.key: list(_lines(page, written[page.title], Cell(book.file, None, None, page.title, number), sheet, book))
        for number, (page, sheet) in known.items()
    }


def _refused(book: Book, said: Both) -> ScenarioError:
    return ScenarioError([*book.problems, Problem(Place(book.file), said.of(book.language))])


def _sheets(pages: Sequence[Any], book: Book) -> dict[int, tuple[Any, Sheet]]:
    """Return the sheets of the template by their number in the book, and refuse misspelt, renamed and missing ones.

    Other sheets are the planner's own, as long as none is missing.
    """
    titles = {number: folded(page.title) for number, page in enumerate(pages, start=1)}
    known = {
        number: (pages[number - 1], sheet)
        for number, title in titles.items()
        for sheet in SHEETS
        if title in (sheet.key, *map(folded, sheet.name))
    }
    missing = [sheet for sheet in SHEETS if sheet not in [its for _, its in known.values()]]
    for number, title in titles.items() if known else ():
        page = pages[number - 1]
        if number in known or title in map(folded, README):
            continue
        renamed = next((its for its in missing if _is_renamed(page, its)), None)
        near = nearest_word(page.title, [name for sheet in SHEETS for name in sheet.name])
        if renamed is not None:
            missing.remove(renamed)
            near = renamed.name.of(book.language)
        if near is not None:
            book.refuse(Cell(book.file, None, None, page.title, number), messages.UNKNOWN_SHEET, nearest=near)
    for sheet in missing if known else ():
        if not any(problem.nearest in sheet.name for problem in book.problems):
            book.refuse(Place(book.file), messages.NO_SHEET.with_values(sheet=sheet.name))
    return known


def _is_renamed(page: Any, sheet: Sheet) -> bool:
    """Say whether a page is a sheet under another name: one has the other's in it, or most of its headings."""
    title = folded(page.title)
    if any(folded(name) in title or title in folded(name) for name in sheet.name):
        return True
    at, found = _headings(page, sheet)
    return at > 0 and len(found) > len(sheet.columns) / 2


def _column_of(title: object, sheet: Sheet) -> SheetColumn | None:
    return next((its for its in sheet.columns if folded(title) in (its.key, *map(folded, its.heading))), None)


def _headings(page: Any, sheet: Sheet) -> tuple[int, dict[int, SheetColumn]]:
    """Return the row in which most headings of a sheet stand, 0 if none has any, and its columns by their number."""
    best: tuple[int, dict[int, SheetColumn]] = (0, {})
    for row in range(1, min(page.max_row, _HEADINGS_WITHIN) + 1):
        titles = {at: page.cell(row, at).value for at in range(1, min(page.max_column, 100) + 1)}
        found = {at: column for at, title in titles.items() if (column := _column_of(title, sheet)) is not None}
        if len(found) > len(best[1]):
            best = row, found
    return best


def _lines(page: Any, written: Any, at_sheet: Cell, sheet: Sheet, book: Book) -> Iterator[SheetLine]:
    row, columns = _columns(page, at_sheet, sheet, book)
    for number in range(row + 1, min(page.max_row, MAX_ROWS) + 1):
        values: dict[str, Any] = {}
        places = {
            column.key: replace(at_sheet, line=number, column=at, about=_about(page, number, at, row, columns, book))
            for at, column in columns.items()
        }
        for at, column in columns.items():
            place, value = places[column.key], page.cell(number, at).value
            if value is None and written.cell(number, at).data_type == "f":
                book.refuse(place, messages.FORMULA)
            elif page.cell(number, at).data_type == "e":
                book.refuse(place, messages.FAULTY, value)
            elif value is not None and str(value).strip():
                values[column.key] = plain(value, column)
        if values:
            yield SheetLine(replace(at_sheet, line=number, column=1), values, places)


def _about(page: Any, number: int, at: int, row: int, columns: Mapping[int, SheetColumn], book: Book) -> str:
    """Return what a cell is about in the words of the table: what its row is called, and its heading."""
    column, by_key = columns[at], {its.key: place for place, its in columns.items()}
    if column.key == KEY.key:
        return ""
    names = (page.cell(number, by_key[key]).value for key in (NAME.key, KEY.key) if key in by_key)
    name = next((its for its in names if its is not None), None)
    return book.about(name, None if column.key in _OF_VALUES and name is not None else page.cell(row, at).value)


def _columns(page: Any, at_sheet: Cell, sheet: Sheet, book: Book) -> tuple[int, dict[int, SheetColumn]]:
    """Return the row of the headings and the columns of a sheet by their number, in whatever order they stand."""
    row, known = _headings(page, sheet)
    if not row:
        headings = [column.heading.of(book.language) for column in sheet.columns if column.key not in _NOT_NEEDED]
        book.refuse(at_sheet, messages.NO_HEADINGS, known=headings)
        return page.max_row, {}
    found: dict[int, SheetColumn] = {}
    misspelt: set[str] = set()
    names = [name for column in sheet.columns for name in column.heading]
    for at in range(1, min(page.max_column, 100) + 1):
        place, title = replace(at_sheet, line=row, column=at), page.cell(row, at).value
        if at in known and known[at] in found.values():
            book.refuse(place, messages.TWICE, title)
        elif at in known:
            found[at] = known[at]
        elif title is not None and (near := nearest_word(str(title), names)):
            misspelt.add(near)
            book.refuse(place, messages.UNKNOWN_HEADING, title, near)
    for at, column in enumerate(sheet.columns, start=1):
        if column in found.values() or column.key in _NOT_NEEDED or misspelt & {*column.heading}:
            continue
        there = None if at in found else page.cell(row, at).value
        place = at_sheet if at in found else replace(at_sheet, line=row, column=at)
        book.refuse(place, messages.NO_HEADING.with_values(heading=column.heading), there)
    return row, found


def row_of(line: SheetLine, rows: Sequence[SheetRow], sheet: Sheet, book: Book) -> SheetRow | None:
    """Return the row that a line says something of, by its key or either name; None if it is unknown."""
    word = line.values.get(KEY.key, line.values.get(NAME.key))
    if word is None:
        if set(line.values) - _NOT_NEEDED:
            book.refuse(line.first, messages.NO_KEY)
        return None
    for row in rows:
        if folded(word) in (row.key, *map(folded, row.name)):
            return row
    names = {row.key: row.name.of(book.language) for row in rows}
    near = nearest_word(str(word), [*names, *(name for row in rows for name in row.name)])
    near = near or names.get(meant(str(word)) or "")
    said = messages.UNKNOWN_ROW if sheet is TOWN or near else messages.UNKNOWN_UNIT
    place = line.places.get(KEY.key if KEY.key in line.values else NAME.key, line.first)
    book.refuse(replace(place, about=""), said, word, near, list(names.values()))
    return None
