"""The event log of a run as exporters read it: piece by piece, with names in place of numbers.

No table is read whole but that of stations; what is held at once is a piece of events, whatever the size of the log.
Times are texts in ISO 8601 to the millisecond, local to the district, without a zone: a scenario has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from sim.kinds import JobKind, Scope, StationKind, words
from sim.language.units import HOUR_MS
from sim.record.activities import ACTIVITIES
from sim.record.columns import TABLES
from sim.record.literal import pattern, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PIECE_ROWS, PIECE_CASES = 50_000, 5_000
"""Rows of the log, or of another table, and cases with all their rows, that are held at once."""
MOMENT = "'%Y-%m-%dT%H:%M:%S.%g'"
"""How DuckDB writes a time."""
JOB_KINDS = words(JobKind)
AT_STATIONS = {kind.name.lower(): kind.performer.name.lower() for kind in StationKind}
"""As whom the log tells of what a station does, by the kind of the station."""
_EVENT = (
    f'e.file_row_number, e.replication, strftime(e.local_time, {MOMENT}), e.activity, e.root, e.generation, e."case",'
    " e.agent_kind, e.agent, e.value"
)
_BEFORE = "e.replication = i.replication AND e.root = i.root"


class Value(NamedTuple):
    """What the value of a row of the log becomes: an attribute of this name and type (of OCEL)."""

    name: str
    type: str


VALUES: dict[str, tuple[Value, ...]] = {
    activity.name: values
    for activity in ACTIVITIES
    for begins, values in (
        ("ms", (Value("hours", "float"),)),
        ("site", (Value("site", "integer"),)),
        ("community", (Value("community", "integer"),)),
        ("channel", (Value("channel", "string"),)),
        ("unit", (Value("unit", "string"),)),
        ("station", (Value("station", "string"),)),
        ("kind of job", (Value("job", "string"),)),
        ("how often", (Value("times", "integer"),)),
        ("1 if", (Value("true", "boolean"),)),
        ("1 solved", (Value("solved", "boolean"), Value("satisfied", "boolean"))),
        ("per mille", (Value("per_mille", "integer"),)),
        ("crews", (Value("crews", "integer"),)),
        ("departments", (Value("departments", "string"),)),
        ("score", (Value("score_per_mille", "integer"), Value("pressure_per_mille", "integer"))),
    )
    if activity.value.startswith(begins)
}
"""What the value of each activity that has one is told as, by the activity."""


class KnownStation(NamedTuple):
    """A station of a replication: what it is called, its kind, its unit, its community (-1: none), its servers (how
    many)."""

    name: str
    kind: str
    unit: str
    community: int
    servers: int


class Event(NamedTuple):
    """A row of the log: its place in the table, replication, time, activity, issue as (root, generation), case (-1 for
    none), who performed it, their number (-1 for none), the station that they are, if they are one, what its value
    says, by name, and the station that it names, if any. `of_issue` says whether the issue has a row of its own."""

    row: int
    replication: int
    at: str
    activity: str
    issue: tuple[int, int]
    case: int
    performer: str
    number: int
    station: int | None
    values: Mapping[str, Any]
    named: int | None = None
    of_issue: bool = True


class Log:
    """The log and the tables beside it, of some replications of a run, on a connection of DuckDB's."""

    def __init__(
        self, database: DuckDBPyConnection, files: Mapping[str, Path], document: Mapping[str, Any], replications: range
    ) -> None:
        """Keep where the tables lie; `document` is the scenario, `replications` are those to be told of."""
        self.database, self.replications = database, replications
        self.sources = {name: f"read_parquet({quoted(pattern(file))}" for name, file in files.items()}
        self.channels, self.departments = list(document["channels"]), list(document["departments"])
        self.stations = {replication: self._stations(replication) for replication in replications}
        self.units = list(dict.fromkeys(its.unit for its in self.stations[replications[0]]))

    def _stations(self, replication: int) -> list[KnownStation]:
        rows = self.database.execute(
            f"SELECT name, kind, community, servers FROM {self.sources['stations']}) WHERE replication = ?"
            " ORDER BY station",
            [replication],
        ).fetchall()
        return [
            KnownStation(name, kind, _unit(name, kind), community, servers) for name, kind, community, servers in rows
        ]

    def activities(self) -> list[str]:
        """Return the activities that occur, in the order of the model."""
        found = self.database.execute(f"SELECT DISTINCT activity FROM {self.sources['events']}) e {self._own()}")
        there = {name for (name,) in found.fetchall()}
        return [activity.name for activity in ACTIVITIES if activity.name in there]

    def events(self) -> Iterator[Event]:
        """Yield all events, in the order of the log."""
        for low, high in self._pieces("events", PIECE_ROWS):
            rows = self.database.execute(
                f"SELECT {_EVENT}, i.root IS NOT NULL FROM {self.sources['events']}, file_row_number = true) e"
                f" LEFT JOIN {self.sources['issues']}) i ON {_BEFORE} AND e.generation = i.generation"
                f" {self._own()} AND e.file_row_number >= ? AND e.file_row_number < ? ORDER BY e.file_row_number",
                [low, high],
            ).fetchall()
            yield from (self._event(row[:-1], of_issue=row[-1]) for row in rows)

    def issues(self) -> Iterator[tuple[dict[str, Any], bool]]:
        """Yield the rows of the table of issues, and whether the issue that each recurs from is there too."""
        follow = self.database.execute(
            f"SELECT e.replication, e.root, e.generation FROM {self.sources['issues']}) e"
            f" JOIN {self.sources['issues']}) i ON {_BEFORE} AND e.generation = i.generation + 1"
        ).fetchall()
        known = set(follow)
        for row in self.rows("issues"):
            yield row, (row["replication"], row["root"], row["generation"]) in known

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table beside the log, in its order, by column; times as texts, the missing as None."""
        columns = [(column.name, column.type == "time") for column in TABLES[table]]
        asked = ", ".join(f'strftime("{name}", {MOMENT})' if time else f'"{name}"' for name, time in columns)
        for low, high in self._pieces(table, PIECE_ROWS):
            rows = self.database.execute(
                f"SELECT {asked} FROM {self.sources[table]}, file_row_number = true) e"
                f" {self._own()} AND file_row_number >= ? AND file_row_number < ? ORDER BY e.file_row_number",
                [low, high],
            ).fetchall()
            yield from (dict(zip((name for name, _ in columns), row, strict=True)) for row in rows)

    def traces(self) -> Iterator[tuple[dict[str, Any], list[Event]]]:
        """Yield each case, as a row of its table, with its events in the order of the log."""
        here: tuple[int, int] | None = None
        events: dict[int, list[Event]] = {}
        for case in self.rows("cases"):
            piece = case["replication"], case["case"] // PIECE_CASES
            if piece != here:
                here, events = piece, self._events_of_cases(piece[0], piece[1] * PIECE_CASES)
            yield case, events.pop(case["case"], [])

    def _events_of_cases(self, replication: int, first: int) -> dict[int, list[Event]]:
        """Return the events of a piece of the cases of a replication, by case."""
        found: dict[int, list[Event]] = {}
        rows = self.database.execute(
            f"SELECT {_EVENT} FROM {self.sources['events']}, file_row_number = true) e"
            ' WHERE replication = ? AND "case" >= ? AND "case" < ? ORDER BY file_row_number',
            [replication, first, first + PIECE_CASES],
        ).fetchall()
        for event in map(self._event, rows):
            found.setdefault(event.case, []).append(event)
        return found

    def _pieces(self, table: str, size: int) -> Iterator[tuple[int, int]]:
        ((rows,),) = self.database.execute(f"SELECT count(*) FROM {self.sources[table]})").fetchall()
        return ((low, low + size) for low in range(0, rows, size))

    def _own(self) -> str:
        return f"WHERE e.replication >= {self.replications[0]} AND e.replication <= {self.replications[-1]}"

    def _event(self, row: tuple[Any, ...], *, of_issue: bool = True) -> Event:
        place, replication, at, activity, root, generation, case, performer, number, value = row
        stations = self.stations[replication]
        is_station = 0 <= number < len(stations) and AT_STATIONS[stations[number].kind] == performer
        station = number if is_station else None
        told = self._told(activity, value, stations) if activity in VALUES else {}
        named = value if "station" in told else None
        issue = root, generation
        return Event(place, replication, at, activity, issue, case, performer, number, station, told, named, of_issue)

    def _told(self, activity: str, value: int, stations: list[KnownStation]) -> dict[str, Any]:
        """Return what the value of an activity says, by the names in `VALUES`."""
        names = VALUES[activity]
        first = names[0].name
        if len(names) == 2:
            parts = divmod(value, 10_000) if first == "score_per_mille" else (bool(value & 1), bool(value & 2))
            return dict(zip((name.name for name in names), parts, strict=True))
        match first:
            case "hours":
                return {first: value / HOUR_MS}
            case "channel":
                return {first: self.channels[value]}
            case "unit":
                return {first: self.units[value]}
            case "station":
                return {first: stations[value].name}
            case "job":
                return {first: JOB_KINDS[value]}
            case "true":
                return {first: bool(value)}
            case "departments":
                return {first: "+".join(name for bit, name in enumerate(self.departments) if value >> bit & 1)}
        return {first: value}


def _unit(name: str, kind: str) -> str:
    """Return the unit of a station; where there are several stations of a unit they are numbered."""
    return name if StationKind[kind.upper()].scope == Scope.DISTRICT else name.rpartition(" ")[0]


def performer_name(event: Event, stations: list[KnownStation]) -> str:
    """Return who performed an event: the station, or the kind of those who did, with their number if they have one."""
    if event.station is not None:
        return stations[event.station].name
    return event.performer if event.number < 0 else f"{event.performer} {event.number}"
