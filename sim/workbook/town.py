"""From a filled workbook to a scenario: what its cells say, laid over the teaching case scaled to the residents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sim import filenames
from sim.language.contradiction import Path as Keys
from sim.language.units import WHOLE, QuantityError
from sim.plan.offered.scaled import scaled
from sim.said import Tell
from sim.said import said as message
from sim.scenario.load import Draft, Loaded, dump, read, resolved
from sim.scenario.merge import Layered
from sim.scenario.problems import Place, ScenarioError
from sim.scenario.source import SourceText
from sim.words import tell_in
from sim.workbook import messages
from sim.workbook.cells import Book, SheetLine, folded, lines_of, plain, row_of
from sim.workbook.layout import (
    HOLIDAYS,
    KEY,
    NO,
    OFF,
    PRICES,
    TOWN,
    TOWN_ROWS,
    UNITS,
    WORKED,
    WORKERS,
    YES,
    Language,
    SheetRow,
    rows_of,
)
from sim.workbook.template import BASE

RESIDENTS: Keys = ("population", "residents")
_HOURS = {"weekdays": "mon-fri", "saturday": "sat", "sunday": "sun"}
_ROSTER = "{}_of_the_table"


@dataclass
class Said:
    """What a workbook says: a document, and the place of each of its values by path."""

    data: dict[str, Any] = field(default_factory=dict)
    places: dict[Keys, Place] = field(default_factory=dict)

    def say(self, path: Keys, value: Any, place: Place) -> None:
        """Put a value at a path, and note its place for it and for the sections around it that have none."""
        section = self.data
        for length, step in enumerate(path[:-1], start=1):
            section = section.setdefault(str(step), {})
            self.places.setdefault(path[:length], place)
        section[str(path[-1])] = value
        self.places[path] = place

    def layer(self, file: str) -> Layered:
        """Return it as a layer of a scenario."""
        return Layered(self.data, (SourceText(file, self.data, dict(self.places), dict(self.places)),))


def town_of(path: Path, name: str | None, language: Language) -> tuple[Loaded, str]:
    """Return the scenario of a filled workbook, and the text of the scenario file that says the same.

    `name` is that of the scenario, else the workbook says it, else the name of its file. Raise ScenarioError with all
    that is wrong, each with its sheet and cell, and Refused if openpyxl is not installed.
    """
    book, lines = lines_of(path, language)
    draft = read(BASE)
    base = resolved(draft).scenario
    said = Said()
    _say_town(lines.get(TOWN.key, ()), said, book)
    _say_units(lines.get(UNITS.key, ()), rows_of(UNITS, base), said, book)
    _say_prices(lines.get(PRICES.key, ()), rows_of(PRICES, base), said, book)
    _say_holidays(lines.get(HOLIDAYS.key, ()), said, book)
    if name or "name" not in said.data:
        said.say(("name",), name or path.stem, Place(book.file))
    if "title" not in said.data:
        said.say(("title",), said.data["name"], Place(book.file))
    elif "en" not in said.data["title"]:
        said.say(("title", "en"), said.data["title"]["zh"], said.places["title", "zh"])
    whole = _over_scaled(draft, said, tell_in(language))
    try:
        loaded = resolved(Draft(draft.document.under(whole.layer(book.file)), draft.files))
    except ScenarioError as error:
        raise ScenarioError([*book.problems, *error.problems]) from None
    if book.problems:
        raise ScenarioError(book.problems)
    return loaded, _text(path, whole.data, tell_in(language))


def _text(path: Path, data: dict[str, Any], tell: Tell) -> str:
    """Return the scenario file: what names it, then the sections in their order."""
    first = {"extends": BASE, "name": data["name"], "title": data["title"]}
    head = message("# Written from the table {file}.\n", file=filenames.shown(Path(path.name)))
    return tell(head) + dump({**first, **data})


def _over_scaled(draft: Draft, said: Said, tell: Tell) -> Said:
    """Return what is said, and beneath it the numbers of the teaching case scaled to the residents, if they are; `tell`
    says where these come from."""
    residents = _residents(said)
    if residents is None:
        return said
    try:
        town = scaled(draft, residents)
    except ScenarioError:  # too few or too many: told of the number itself, or of what does not fit it
        return said
    whole = Said()
    for path, number in town.numbers.items():
        unit = path[:-1] if path[-1] in ("crews", "total") else None
        if unit is None or not any((*unit, key) in said.places for key in ("crews", "total")):
            value = None if number.value == "null" else {"value": _number(number.value)}
            if value is not None and number.source:
                value["source"] = tell(number.source)
            whole.say(path, value, said.places[RESIDENTS])
    for path, place in said.places.items():
        if any(isinstance(step, int) for step in path):  # inside a list, which is said as a whole
            whole.places[path] = place
        elif not isinstance(value := _at(said.data, path), dict):
            whole.say(path, value, place)
    return whole


def _number(written: str) -> int | str:
    return int(written) if written.isdecimal() else written


def _at(data: Any, path: Keys) -> Any:
    for step in path:
        data = data[step]
    return data


def _residents(said: Said) -> int | None:
    try:
        number = int(WHOLE.read(_at(said.data, RESIDENTS)))
    except (KeyError, QuantityError):
        return None
    return number or None


def _say_town(lines: Sequence[SheetLine], said: Said, book: Book) -> None:
    for row, line in _known(lines, TOWN_ROWS, book):
        if "value" in line.values:
            said.say(row.path, plain(line.values["value"], row), line.places["value"])


def _known(lines: Sequence[SheetLine], rows: Sequence[SheetRow], book: Book) -> Iterator[tuple[SheetRow, SheetLine]]:
    """Yield the lines of known rows, each row once."""
    before: set[str] = set()
    for line in lines:
        row = row_of(line, rows, book)
        if row is not None and row.key in before:
            book.refuse(line.places[KEY.key], messages.TWICE, row.key)
        elif row is not None:
            before.add(row.key)
            yield row, line


def _say_units(lines: Sequence[SheetLine], rows: Sequence[SheetRow], said: Said, book: Book) -> None:
    for row, line in _known(lines, rows, book):
        workers = row is WORKERS
        for key in ("crews", "total", "share"):
            if key in line.values and workers and key != "total":
                book.refuse(line.places[key], messages.NOT_OF_WORKERS, line.values[key])
            elif key == "total" and not workers and {"crews", "total"} <= set(line.values):
                book.refuse(line.places["total"], messages.ONE_OF_TWO)
            elif key in line.values:
                said.say((*row.path, "count" if workers else key), line.values[key], line.places[key])
        _say_hours(row, line, said, book)


def _say_hours(row: SheetRow, line: SheetLine, said: Said, book: Book) -> None:
    """Say a roster of a unit's own if hours are filled in."""
    week = {days: str(line.values[key]) for key, days in _HOURS.items() if key in line.values}
    place = line.places.get("holidays", line.first)
    on_holidays = _yes(line, book)
    if not week:
        if "holidays" in line.values:
            book.refuse(place, messages.NO_HOURS)
        return
    roster = _ROSTER.format(row.key)
    shifts: dict[str, Any] = {"share": 1, "week": week} | ({"holidays": True} if on_holidays else {})
    at = next(line.places[key] for key in _HOURS if key in line.places)
    said.say(("rosters", roster, "shifts"), [shifts], at)
    said.say((*row.path, "roster"), roster, at)
    for key, days in _HOURS.items():
        if key in line.places:
            said.places["rosters", roster, "shifts", 0, "week", days] = line.places[key]


def _yes(line: SheetLine, book: Book) -> bool:
    value = line.values.get("holidays", False)
    if isinstance(value, bool):
        return value
    if folded(value) not in (*YES, *NO):
        book.refuse(line.places["holidays"], messages.YES_OR_NO, value)
    return folded(value) in YES


def _say_prices(lines: Sequence[SheetLine], rows: Sequence[SheetRow], said: Said, book: Book) -> None:
    for row, line in _known(lines, rows, book):
        if "cost" in line.values:
            said.say(row.path, line.values["cost"], line.places["cost"])


def _say_holidays(lines: Sequence[SheetLine], said: Said, book: Book) -> None:
    """Say all days off and all weekend days worked, if there are any."""
    days: dict[str, list[Any]] = {"holidays": [], "workdays": []}
    for line in lines:
        if "day" not in line.values:
            book.refuse(line.first, messages.NO_DAY)
            continue
        what = folded(line.values.get("what", OFF.en))
        if what not in (*OFF, *WORKED):
            book.refuse(line.places["what"], messages.OFF_OR_WORKED, line.values["what"])
            continue
        its = days["workdays" if what in WORKED else "holidays"]
        key = "workdays" if what in WORKED else "holidays"
        said.places["calendar", key, len(its)] = line.places["day"]
        its.append(line.values["day"])
    if lines:
        for key, its in days.items():
            said.say(("calendar", key), its, lines[0].first)
