"""The stories of issues: everything that a result knows of them, in order of time, from the event log or the tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from sim.kinds import JobKind
from sim.kinds import words as kind_words
from sim.record.activities import ACTIVITIES
from sim.record.store import Results
from sim.show.text.unit_titles import unit_title
from sim.show.text.waits import note_told, notes_on
from sim.words import Language, label, words

VALUES = {activity.name: activity.value for activity in ACTIVITIES}
JOB_KINDS = kind_words(JobKind)
OF_ISSUE = ("occurred_at", "detected_at", "ended_at")
OF_CASE = ("reported_at", "registered_at", "dispatched_at", "whistled_at", "assembled_at", "claimed_at", "closed_at")
OF_JOB = {"started_at": "set_out", "arrived_at": "arrived", "finished_at": "job_done"}
HOUR_MS, DAY_MS = 3_600_000, 86_400_000
DAY_MIN = 1440
A_MINUTE = pd.Timedelta(minutes=1)
BY_NOBODY = {"checked", "verified", "cancelled"}
"""Activities whose performer the log has by kind only; who is on site stands in the line before."""


class IssueName(NamedTuple):
    """An issue of a replication: a primary one (generation 0) or its recurrence."""

    replication: int
    root: int
    generation: int


class StoryLine(NamedTuple):
    """Something that happened to an issue: when, what, and who did it (empty if nobody or not known)."""

    at: pd.Timestamp
    what: str
    who: str


def hundredths_of_days(at: pd.Timestamp, occurred: pd.Timestamp) -> int:
    """Return how long after an occurrence something happened, in hundredths of days, halves up.

    It is counted in the whole minutes that are told of both, so that readers who subtract them find it, and pages,
    which hold minutes, say the same.
    """
    minutes = (at.floor("min") - occurred.floor("min")) // A_MINUTE
    return (minutes * 100 + DAY_MIN // 2) // DAY_MIN


def issue_of(results: Results, replication: int, case: int) -> IssueName | None:
    """Return the issue that a case is about, None if there is no such case."""
    cases = results.tables["cases"]
    found = cases[(cases["replication"] == replication) & (cases["case"] == case)]
    return IssueName(replication, int(found["root"].iloc[0]), int(found["generation"].iloc[0])) if len(found) else None


def known(results: Results, issue: IssueName) -> Mapping[Any, Any] | None:
    """Return the row of an issue in a result, None if it never came up there."""
    rows = _rows(results.tables["issues"], issue)
    return rows.iloc[0].to_dict() if len(rows) else None


def history(results: Results, issue: IssueName, document: Mapping[str, Any], language: Language) -> list[StoryLine]:
    """Return all that happened to an issue, in order of time; from the event log if the result has one.

    `document` is the scenario, for the titles of units.
    """
    one = pd.DataFrame({"root": [issue.root], "generation": [issue.generation]})
    return [line for _, line in histories(results.tables, issue.replication, one, document, language)]


def histories(
    frames: Mapping[str, pd.DataFrame],
    replication: int,
    issues: pd.DataFrame,
    document: Mapping[str, Any],
    language: Language,
) -> list[tuple[IssueName, StoryLine]]:
    """Return all that happened to several issues of a replication, those of each in order of time.

    `frames` are the tables of a result, of which the rows about these issues are read; `issues` has the columns `root`
    and `generation`; `document` is the scenario, for the titles of units.
    """
    tables = {name: _of_issues(frames, name, replication, issues) for name in _TOLD if name in frames}
    names = _station_titles(frames["stations"], replication, document, language)
    if "events" in tables:
        rows = tables["events"].sort_values("time_ms", kind="stable")
        return list(_from_log(_records(rows), replication, names, _occurred(tables["issues"]), language))
    steps = [*_from_tables(tables, replication, document, language), *_from_jobs(tables, replication, names, language)]
    return sorted(steps, key=lambda step: step[1].at)


_TOLD = ("issues", "cases", "jobs", "events")


def _rows(table: pd.DataFrame, issue: IssueName) -> pd.DataFrame:
    own = (table["root"] == issue.root) & (table["generation"] == issue.generation)
    return table[own & (table["replication"] == issue.replication)]


def _of_issues(tables: Mapping[str, pd.DataFrame], name: str, replication: int, issues: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a table that are about some issues, each with the issue that it is about."""
    table = tables[name]
    own = table[table["replication"] == replication]
    if name == "jobs":
        cases = tables["cases"]
        about = cases.loc[cases["replication"] == replication, ["case", "root", "generation"]]
        own = own.merge(about, on="case")
    return own.merge(issues[["root", "generation"]], on=["root", "generation"])


def _records(rows: pd.DataFrame) -> list[dict[Any, Any]]:
    columns = [rows[name].tolist() for name in rows]
    return [dict(zip(rows, values, strict=True)) for values in zip(*columns, strict=True)]


def _issue(row: Mapping[Any, Any], replication: int) -> IssueName:
    return IssueName(replication, row["root"], row["generation"])


def _occurred(issues: pd.DataFrame) -> dict[tuple[Any, Any], pd.Timestamp]:
    """Return when issues occurred, which may be before the log begins."""
    return dict(zip(zip(issues["root"], issues["generation"], strict=True), issues["occurred_at"], strict=True))


def _from_log(
    rows: list[dict[Any, Any]],
    replication: int,
    names: Mapping[int, tuple[str, str]],
    occurred: Mapping[tuple[Any, Any], pd.Timestamp],
    language: Language,
) -> Iterator[tuple[IssueName, StoryLine]]:
    """Yield a line for each row of the log, and after it what is waited for then."""
    notes = notes_on(rows)
    for place, row in enumerate(rows):
        what = words(language).activities[row["activity"]]
        if row["activity"] == "occurred" and occurred[row["root"], row["generation"]] < row["local_time"] - A_MINUTE:
            what = label("occurred_before", language).format(on=occurred[row["root"], row["generation"]])
        detail = _detail(row, names, language)
        issue, at = _issue(row, replication), row["local_time"]
        yield issue, StoryLine(at, f"{what} ({detail})" if detail else what, _who(row, names, language))
        if place in notes:
            ms = notes[place].ms
            time = "" if ms is None else _duration(ms, language)
            yield issue, StoryLine(at, note_told(notes[place], names, time, language), "")


def _station_titles(
    stations: pd.DataFrame, replication: int, document: Mapping[str, Any], language: Language
) -> dict[int, tuple[str, str]]:
    """Return kind and title of the stations by number."""
    own = stations[stations["replication"] == replication]
    titles = (unit_title(name, document, language) for name in own["name"])
    return dict(zip(own["station"].tolist(), zip(own["kind"], titles, strict=True), strict=True))


def _who(row: Mapping[Any, Any], names: Mapping[int, tuple[str, str]], language: Language) -> str:
    """Return the name of a station, or the kind and number of another agent; nothing for the world."""
    kind, number = row["agent_kind"], row["agent"]
    if kind == "world" or row["activity"] in BY_NOBODY:
        return ""
    station_kind, name = names.get(number, ("", ""))
    if station_kind == kind:
        return name
    return label(f"agent_{kind}", language) + (f" {number}" if number >= 0 else "")


def _detail(row: Mapping[Any, Any], names: Mapping[int, tuple[str, str]], language: Language) -> str:
    """Return what the value of a row of the log says, where that can be put in a word."""
    meaning, value = VALUES[row["activity"]], row["value"]
    if meaning.startswith("ms"):
        return _duration(value, language)
    if meaning == "kind of job":
        return words(language).jobs[JOB_KINDS[value]]
    if meaning == "station":
        return names.get(value, ("", ""))[1]
    if meaning.startswith("how often"):
        return f"{value} ×" if value > 1 else ""
    return label("it_is_not_true", language) if meaning.startswith("1 if") and value == 0 else ""


def _duration(ms: int, language: Language) -> str:
    size, unit = (ms / DAY_MS, "d") if ms >= 2 * DAY_MS else (ms / HOUR_MS, "h")
    return f"{size:.1f} {label(unit, language)}"


def _from_tables(
    tables: Mapping[str, pd.DataFrame], replication: int, document: Mapping[str, Any], language: Language
) -> Iterator[tuple[IssueName, StoryLine]]:
    for row in _records(tables["issues"]):
        found_by = label(f"source_{row['detected_by']}", language) if row["detected_by"] else ""
        by = {"detected_at": found_by, "ended_at": label(row["fixed_by"] or "self_resolved", language)}
        for name in (name for name in OF_ISSUE if pd.notna(row[name])):
            yield _issue(row, replication), StoryLine(row[name], label(name, language), by.get(name, ""))
    for row in _records(tables["cases"]):
        number = label("case_n", language).format(n=row["case"])
        for name in (name for name in OF_CASE if pd.notna(row[name])):
            unit = unit_title(row["unit"], document, language) if name == "claimed_at" else ""
            yield _issue(row, replication), StoryLine(row[name], f"{number}: {label(name, language)}", unit)


def _from_jobs(
    tables: Mapping[str, pd.DataFrame], replication: int, names: Mapping[int, tuple[str, str]], language: Language
) -> Iterator[tuple[IssueName, StoryLine]]:
    for row in _records(tables["jobs"]):
        who = names[row["station"]][1]
        kind = words(language).jobs[row["kind"]]
        for name, word in OF_JOB.items():
            if pd.notna(row[name]):
                yield _issue(row, replication), StoryLine(row[name], f"{_of_work(word, language)} ({kind})", who)


def _of_work(step: str, language: Language) -> str:
    """Return what a step of a job is called: an activity of the log, or the end of the work, which the log has not."""
    return label(step, language) if step == "job_done" else words(language).activities[step]
