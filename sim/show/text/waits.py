"""What the rows of a log leave to be read between them: what a case waits for, why a way is long, who did not come.

Gaps are told from the rows alone: a case that was accepted and not yet queued waits for its procedure, one that is
queued and not taken up for hands. Shorter gaps than `TOLD` are not worth a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sim.words import Language, label

TOLD = 3_600_000
"""Milliseconds from which a wait is told."""
ELSEWHERE = {
    "shelved",
    "returned",
    "taken_over",
    "staged",
    "claimed_done",
    "closed",
    "reopened",
    "cancelled",
    "found_gone",
}
"""What ends the wait for a procedure otherwise than by the end of it, or may."""
HANDLED = ("set_out", "claimed_done", "closed", "found_gone", "reassigned", "shelved", "whistle_blown")


class Note(NamedTuple):
    """What is told beside a row: a label, how long it takes (ms; None if that does not end) and of which stations."""

    label: str
    ms: int | None = None
    stations: tuple[tuple[str, tuple[int, ...]], ...] = ()


Row = Mapping[Any, Any]


def notes_on(rows: Sequence[Row]) -> dict[int, Note]:
    """Return what is to be told beside rows of the log (their place in `rows`, which are in order of time)."""
    notes: dict[int, Note] = {}
    of_case: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        if row["case"] >= 0:
            of_case.setdefault(row["case"], []).append(at)
    for places in of_case.values():
        for number, place in enumerate(places):
            note = _note([rows[its] for its in places], number)
            if note is not None:
                notes[place] = note
    return notes


def note_told(note: Note, names: Mapping[int, tuple[str, str]], duration: str, language: Language) -> str:
    """Return a note in a sentence; `names` has kind and title of the stations by number."""
    if not note.stations:
        return label(note.label, language).format(time=duration)
    comma = label("comma", language)
    said = (
        label(name, language).format(who=comma.join(names.get(number, ("", ""))[1] for number in stations))
        for name, stations in note.stations
    )
    return comma.join(said)


def _note(rows: Sequence[Row], number: int) -> Note | None:
    activity = rows[number]["activity"]
    if activity == "accepted":
        return _procedure(rows, number)
    if activity == "queued":
        return _line(rows, number)
    if activity == "arrived":
        return _way(rows, number)
    return _missing(rows, number) if activity == "crews_left" else None


def _procedure(rows: Sequence[Row], number: int) -> Note | None:
    """The wait of an accepted case before it joins a queue, if nothing else happened that may explain it."""
    for row in rows[number + 1 :]:
        if row["activity"] == "queued":
            return _if_long(Note("waits_procedure", row["time_ms"] - rows[number]["time_ms"]))
        if row["activity"] in ELSEWHERE or row["activity"] == "accepted":
            return None
    return Note("waits_procedure_still")


def _line(rows: Sequence[Row], number: int) -> Note | None:
    """The wait in line; another joining of a queue begins another wait."""
    for row in rows[number + 1 :]:
        if row["activity"] in HANDLED:
            taken_up = row["activity"] == "set_out"
            return _if_long(Note("waits_line", row["time_ms"] - rows[number]["time_ms"])) if taken_up else None
        if row["activity"] == "queued":
            return None
    return Note("waits_line_still")


def _way(rows: Sequence[Row], number: int) -> Note | None:
    """A way that took long: ways are of minutes, so that it was interrupted."""
    here = rows[number]
    for row in reversed(rows[:number]):
        if row["activity"] == "set_out" and row["agent"] == here["agent"]:
            return _if_long(Note("long_way", here["time_ms"] - row["time_ms"]))
    return None


def _missing(rows: Sequence[Row], number: int) -> Note | None:
    """Whom the crews that leave have waited for: who sent nobody, is on the way still, or comes in this moment."""
    since = list(_since_whistle(rows, number))
    now = rows[number]["time_ms"]
    nobody = [row["agent"] for row in since if row["activity"] == "failed_to_come"]
    sent = [row["agent"] for row in since if row["activity"] == "summoned"]
    came = {row["agent"]: row["time_ms"] for row in since if row["activity"] == "arrived"}
    late = [agent for agent in sent if came.get(agent) == now]
    under_way = [agent for agent in sent if agent not in came]
    told = (("sent_nobody", nobody), ("came_too_late", late), ("not_there_yet", under_way))
    stations = tuple((name, tuple(agents)) for name, agents in told if agents)
    return Note("crews_left", stations=stations) if stations else None


def _since_whistle(rows: Sequence[Row], number: int) -> Iterator[Row]:
    """Yield the rows since the last whistle, in reverse order of time."""
    for row in reversed(rows[:number]):
        if row["activity"] == "whistle_blown":
            return
        yield row


def _if_long(note: Note) -> Note | None:
    return note if note.ms is not None and note.ms >= TOLD else None
