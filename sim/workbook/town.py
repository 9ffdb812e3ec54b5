"""From a filled workbook to a scenario: what its cells say, laid over the teaching case scaled to the residents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from sim import filenames
from sim.language.contradiction import Path as Keys
from sim.language.units import WHOLE, QuantityError
from sim.plan.offered.scaled import Scaled, scaled
from sim.said import Message, Tell
from sim.said import said as message
from sim.scenario.load import Draft, Loaded, dump, read, resolved
from sim.scenario.merge import Layered
from sim.scenario.problems import Place, Problem, ScenarioError, dotted
from sim.scenario.source import SourceText
from sim.words import LANGUAGES, tell_in
from sim.workbook import messages
from sim.workbook.cells import Book, Cell, SheetLine, lines_of, row_of
from sim.workbook.layout import (
    HOLIDAYS,
    KEY,
    PRICES,
    TOWN,
    TOWN_ROWS,
    UNITS,
    WORKERS,
    Language,
    Sheet,
    SheetRow,
    rows_of,
)
from sim.workbook.template import BASE
from sim.workbook.typed import NO_WORDS, OFF_WORDS, WORKED_WORDS, YES_WORDS, folded, plain

RESIDENTS: Keys = ("population", "residents")
HOUSEHOLDS: Keys = ("population", "households")
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


class FilledTown(NamedTuple):
    """The scenario of a workbook, the text of a scenario file that says the same, and what must be known of it: what
    was made of empty cells, and which cell was not used."""

    loaded: Loaded
    text: str
    noted: Sequence[str]


def town_of(path: Path, name: str | None, language: Language, title: Any = None) -> FilledTown:
    """Return the scenario of a filled workbook.

    `name` is that of the scenario, else the workbook says it, else the name of its file; so is `title`, as a scenario
    writes it. Raise ScenarioError with all
    that is wrong, each with its sheet and cell, and Refused if openpyxl is not installed.
    """
    book, lines = lines_of(path, language)
    draft = read(BASE)
    base = resolved(draft).scenario
    said = Said()
    units = rows_of(UNITS, base)
    _say_town(lines.get(TOWN.key, ()), said, book)
    _say_units(lines.get(UNITS.key, ()), units, said, book)
    _say_prices(lines.get(PRICES.key, ()), rows_of(PRICES, base), said, book)
    _say_holidays(lines.get(HOLIDAYS.key, ()), said, book)
    noted = _say_name(name or said.data.get("name") or path.stem, said, book)
    if title is not None:
        said.say(("title",), title, Place(book.file))
    elif "title" not in said.data:
        said.say(("title",), said.data["name"], Place(book.file))
    elif "en" not in said.data["title"]:
        said.say(("title", "en"), said.data["title"]["zh"], said.places["title", "zh"])
    elif "zh" not in said.data["title"]:
        said.say(("title", "zh"), said.data["title"]["en"], said.places["title", "en"])
    for its, told in _about(_residents(said)).items():
        said.say(("about", its), told, Place(book.file))
    numbers = _scaled(draft, said)
    whole = _over_scaled(numbers, said, tell_in(language))
    try:
        loaded = resolved(Draft(draft.document.under(whole.layer(book.file)), (path, *draft.files)))
    except ScenarioError as error:
        found = [_in_words_of_the_table(its, language) for its in error.problems if _is_own(its, book)]
        raise ScenarioError([*book.problems, *found]) from None
    if book.problems:
        raise ScenarioError(book.problems)
    left = {path: its for path, its in numbers.items() if path not in said.places}
    noted.append(_of_empty(left, loaded, units, language))
    return FilledTown(loaded, _text(path, whole.data, tell_in(language)), noted)


def _say_name(name: str, said: Said, book: Book) -> list[str]:
    """Say what the scenario is called; return that the table calls it otherwise, if it does."""
    written = said.data.get("name", name)
    if written != name or "name" not in said.data:
        said.say(("name",), name, Place(book.file))
    return [] if written == name else [messages.NAMED.with_values(name=name, written=written).of(book.language)]


def _about(residents: int | None) -> dict[str, str]:
    """Return what the scenario says of itself: how many live there, and what its table did not say."""
    told = messages.ABOUT_TABLE if residents is None else messages.ABOUT_TOWN.with_values(residents=f"{residents:,}")
    return {its: told.of(its) for its in LANGUAGES}


def _is_own(problem: Problem, book: Book) -> bool:
    """Say whether a problem is not only what follows of residents that are left empty, which is told already."""
    told = messages.NO_RESIDENTS.of(book.language) in [its.message for its in book.problems]
    return not (told and dotted(RESIDENTS) in problem.message)


def _in_words_of_the_table(problem: Problem, language: Language) -> Problem:
    """Return a problem with numbers of the town called as their rows are."""
    if not isinstance(problem.message, Message):
        return problem
    names = {dotted(row.path): messages.QUOTED.of(language).format(row.name.of(language)) for row in TOWN_ROWS}
    values = {name: names.get(str(its), its) for name, its in problem.message.values.items()}
    return replace(problem, message=Message(problem.message.template, values))


def _of_empty(numbers: Mapping[Keys, Scaled], loaded: Loaded, units: Sequence[SheetRow], language: Language) -> str:
    """Return what the empty cells stand for: numbers scaled to the residents, or those of the teaching case."""
    residents = f"{loaded.scenario.population.residents.value:,}"
    if not numbers:
        return messages.NOT_SCALED.with_values(residents=residents).of(language)
    comma = messages.COMMA.of(language)
    told = [f"{row.name.of(language)} {_shown(numbers[row.path])}" for row in TOWN_ROWS if row.path in numbers]
    crews = [
        f"{row.name.of(language)} {_shown(its)}"
        for row in units
        for way in ("crews", "total")
        if row is not WORKERS and (its := numbers.get((*row.path, way))) and its.value != "null"
    ]
    if crews:
        told.append(messages.CREWS.of(language).format(units=comma.join(crews)))
    return messages.SCALED.with_values(residents=residents, numbers=comma.join(told)).of(language)


def _text(path: Path, data: dict[str, Any], tell: Tell) -> str:
    """Return the scenario file: what names it, then the sections in their order."""
    first = {"extends": BASE, "name": data["name"], "title": data["title"], "about": data["about"]}
    head = message("# Written from the table {file}.\n", file=filenames.shown(Path(path.name)))
    return tell(head) + dump({**first, **data})


def _scaled(draft: Draft, said: Said) -> dict[Keys, Scaled]:
    """Return the numbers of the teaching case scaled to the residents, but for units whose crews are said."""
    residents = _residents(said)
    if residents is None:
        return {}
    try:
        town = scaled(draft, residents)
    except ScenarioError:  # too few or too many: told of the number itself, or of what does not fit it
        return {}
    ways = ("crews", "total")
    return {
        path: number
        for path, number in town.numbers.items()
        if path[-1] not in ways or not any((*path[:-1], way) in said.places for way in ways)
    }


def _shown(number: Scaled) -> str:
    """Return a number without its unit, which the row says."""
    digits = number.value.partition(" ")[0]
    return f"{int(digits):,}" if digits.isdecimal() else digits


def _over_scaled(numbers: Mapping[Keys, Scaled], said: Said, tell: Tell) -> Said:
    """Return what is said, and beneath it numbers in proportion, which stand where the residents are said; `tell` says
    where they come from."""
    whole = Said()
    for path, number in numbers.items():
        value = None if number.value == "null" else {"value": _number(number.value)}
        if value is not None and number.source:
            value["source"] = tell(number.source)
        whole.say(path, value, _unnamed(said.places[RESIDENTS]))
    for path, place in said.places.items():
        if any(isinstance(step, int) for step in path):  # inside a list, which is said as a whole
            whole.places[path] = place
        elif not isinstance(value := _at(said.data, path), dict):
            whole.say(path, value, place)
    return whole


def _unnamed(place: Place) -> Place:
    """Return a cell without what stands there, for numbers that only follow from it."""
    return replace(place, about="") if isinstance(place, Cell) else place


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
    residents: Place = Place(book.file)
    for row, line in _known(lines, TOWN_ROWS, TOWN, book):
        if row.path == RESIDENTS:
            residents = line.places.get("value", line.first)
        if "value" in line.values:
            said.say(row.path, plain(line.values["value"], row), line.places["value"])
    if HOUSEHOLDS in said.places and RESIDENTS not in said.places:
        book.refuse(residents, messages.NO_RESIDENTS)


def _known(
    lines: Sequence[SheetLine], rows: Sequence[SheetRow], sheet: Sheet, book: Book
) -> Iterator[tuple[SheetRow, SheetLine]]:
    """Yield the lines of known rows, each row once."""
    before: set[str] = set()
    for line in lines:
        row = row_of(line, rows, sheet, book)
        if row is not None and row.key in before:
            book.refuse(line.places.get(KEY.key, line.first), messages.TWICE, row.name.of(book.language))
        elif row is not None:
            before.add(row.key)
            yield row, line


def _say_units(lines: Sequence[SheetLine], rows: Sequence[SheetRow], said: Said, book: Book) -> None:
    for row, line in _known(lines, rows, UNITS, book):
        workers = row is WORKERS
        for key in ("crews", "total", "share"):
            if key in line.values and workers and key != "total":
                book.refuse(line.places[key], messages.NOT_OF_WORKERS, line.values[key])
            elif key == "total" and not workers and {"crews", "total"} <= set(line.values):
                book.refuse(line.places["total"], messages.ONE_OF_TWO)
            elif key in line.values and workers and (before := said.places.get((*row.path, "count"))):
                other = before.told.partition(" ")[2]
                book.refuse(line.places[key], messages.WORKERS_TWICE.with_values(other=other))
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
    at = next(line.places[key] for key in _HOURS if key in line.values)
    said.say(("rosters", roster, "shifts"), [shifts], at)
    said.say((*row.path, "roster"), roster, at)
    for key, days in _HOURS.items():
        if key in line.values:
            said.places["rosters", roster, "shifts", 0, "week", days] = line.places[key]


def _yes(line: SheetLine, book: Book) -> bool:
    value = line.values.get("holidays", False)
    if isinstance(value, bool):
        return value
    if folded(value) not in YES_WORDS | NO_WORDS:
        book.refuse(line.places["holidays"], messages.YES_OR_NO, value)
    return folded(value) in YES_WORDS


def _say_prices(lines: Sequence[SheetLine], rows: Sequence[SheetRow], said: Said, book: Book) -> None:
    for row, line in _known(lines, rows, PRICES, book):
        if "cost" in line.values:
            said.say(row.path, line.values["cost"], line.places["cost"])


def _say_holidays(lines: Sequence[SheetLine], said: Said, book: Book) -> None:
    """Say all days off and all weekend days worked, if there are any."""
    days: dict[str, list[Any]] = {"holidays": [], "workdays": []}
    for line in lines:
        if "day" not in line.values:
            book.refuse(line.first, messages.NO_DAY)
            continue
        what = folded(line.values.get("what", ""))
        if what not in OFF_WORDS | WORKED_WORDS:
            told = messages.OFF_OR_WORKED if what else messages.UNSAID_OFF_OR_WORKED
            book.refuse(line.places.get("what", line.first), told, line.values.get("what"))
        key = "workdays" if what in WORKED_WORDS else "holidays"
        said.places["calendar", key, len(days[key])] = line.places["day"]
        days[key].append(line.values["day"])
    if lines:
        for key, its in days.items():
            said.say(("calendar", key), its, replace(lines[0].first, line=None, about=HOLIDAYS.name.of(book.language)))
