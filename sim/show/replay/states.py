"""What is to be seen of an issue at each moment: from the rows of tables to changes of its state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

import numpy as np
import pandas as pd

from sim.show.figures.style import LEVEL_COLOURS

Frames = Mapping[str, pd.DataFrame]

LEVELS = ("", *LEVEL_COLOURS)
"""Who handles a case, by number; 0 while nobody does."""
LEVEL_BIT = 3
"""Bits of a change below its level, which has four."""
OVERDUE, WHISTLED = 1 << 7, 1 << 8
"""Flags of a change: a limit has passed; a whistle calls."""
NEVER_OPEN = ("absorbed", "prevented")


class State(IntEnum):
    """What is to be seen of an issue: the lowest three bits of a change."""

    ABSENT = 0
    HIDDEN = 1
    """It is there and nobody knows of it."""
    KNOWN = 2
    """Found or reported; at a desk, or checked."""
    WAITING = 3
    """In line at a unit."""
    UNDERWAY = 4
    """Somebody is on the way to it or works on it."""
    CLOSED = 5
    UNFIXED = 6
    """Its case is closed and it is still there."""
    ENDED = 7
    """It ended and no case about it was ever closed."""


class Moment(IntEnum):
    """What a row of a table says of an issue."""

    OCCURRED = 0
    FOUND = 1
    OPENED = 2
    QUEUED = 3
    TAKEN_UP = 4
    LEFT = 5
    LIMIT_PASSED = 6
    WHISTLE = 7
    ASSEMBLED = 8
    ENDED = 9
    CANCELLED = 10
    CLOSED = 11


class SeenFrom(NamedTuple):
    """From `at` (ms) on an issue is seen as `code`: state, level (three bits higher) and flags."""

    issue: int
    at: int
    code: int


def moments(frames: Frames, issues: pd.DataFrame) -> pd.DataFrame:
    """Return what the tables of one replication say of issues: columns issue (its row), at, what, level, by time.

    A case that was reopened has all its closings only with the event log; tables know the last one.
    """
    numbers = issues.reset_index(drop=True).reset_index(names="issue")[["issue", "root", "generation"]]
    cases = frames["cases"].merge(numbers, on=["root", "generation"])
    jobs = frames["jobs"].merge(cases[["case", "issue"]], on="case").merge(_kinds(frames), on="station")
    own = issues.assign(issue=np.arange(len(issues)))
    work = jobs.assign(level=_levels(jobs))
    work = work[work["level"] > 0]
    late = cases[(cases["overdue"] > 0) & ~(cases["closed_at"] < cases["due_at"])]
    parts = [
        _part(own, "occurred_at", Moment.OCCURRED),
        _part(own, "detected_at", Moment.FOUND),
        _part(own, "ended_at", Moment.ENDED),
        _part(cases, "reported_at", Moment.OPENED),
        _part(work, "queued_at", Moment.QUEUED),
        _part(work, "started_at", Moment.TAKEN_UP),
        _part(work[work["started_at"].notna()], "finished_at", Moment.LEFT),
        _part(late, "due_at", Moment.LIMIT_PASSED),
        _part(cases, "whistled_at", Moment.WHISTLE),
        _part(cases, "assembled_at", Moment.ASSEMBLED),
        *_ends(frames, cases, jobs, numbers),
    ]
    found = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    return found.sort_values(["issue", "at", "what"], kind="stable", ignore_index=True)


def _part(rows: pd.DataFrame, column: str, what: Moment) -> pd.DataFrame:
    level = rows["level"].to_numpy() if what in (Moment.QUEUED, Moment.TAKEN_UP, Moment.CLOSED) else 0
    part = pd.DataFrame({"issue": rows["issue"].to_numpy(), "at": rows[column].to_numpy()})
    return part.assign(what=int(what), level=level).dropna(subset="at")


def _kinds(frames: Frames) -> pd.DataFrame:
    return frames["stations"][["station", "kind"]].rename(columns={"kind": "station_kind"})


def _levels(jobs: pd.DataFrame) -> pd.Series:
    """Return at which level a job is, 0 for one that does not handle a case: to book, verify, check or audit it."""
    of_station = jobs["station_kind"].astype(str).replace("worker", "grid")
    kind = jobs["kind"].astype(str)
    named = of_station.where(kind.isin(["handle", "taken_up"]), "")
    named = named.mask(kind == "spot", "spot").mask(kind == "part", "joint")
    return named.map({name: number for number, name in enumerate(LEVELS)}).fillna(0).astype(int)


def _ends(frames: Frames, cases: pd.DataFrame, jobs: pd.DataFrame, numbers: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Yield when cases ended and were opened again."""
    level = cases["level"].astype(str).map({name: number for number, name in enumerate(LEVELS)}).fillna(0).astype(int)
    closed = cases.assign(level=level)
    if "events" not in frames:
        yield _part(closed, "closed_at", Moment.CLOSED)
        verified = jobs[jobs["kind"] == "verify"].groupby("case", observed=True)["finished_at"].max().rename("at")
        gone = cases[cases["state"] == "cancelled"].merge(verified, on="case", how="left")
        yield _part(gone.assign(at=gone["at"].fillna(gone["reported_at"])), "at", Moment.CANCELLED)
        return
    log = frames["events"]
    kinds = {
        "closed": Moment.CLOSED,
        "settled": Moment.CLOSED,
        "reopened": Moment.OPENED,
        "cancelled": Moment.CANCELLED,
    }
    rows = log[log["activity"].isin(list(kinds))].merge(numbers, on=["root", "generation"])
    levels = rows["case"].map(closed.set_index("case")["level"]).fillna(0).astype(int)
    rows = rows.assign(level=levels)
    for name, what in kinds.items():
        yield _part(rows[rows["activity"] == name], "local_time", what)


def changes(found: pd.DataFrame) -> list[SeenFrom]:
    """Return how what is to be seen of issues changes, of the rows of `moments`; one change for one moment."""
    told: list[SeenFrom] = []
    at = found["at"].to_numpy().astype("datetime64[ms]").astype(np.int64)
    rows = zip(found["issue"].tolist(), at.tolist(), found["what"].tolist(), found["level"].tolist(), strict=True)
    seen, of = IssueSeen(), -1
    for issue, when, what, level in rows:
        if issue != of:
            seen, of = IssueSeen(), issue
        seen.take(what, level)
        code = seen.code()
        if told and told[-1].issue == issue:
            if told[-1].at == when:
                told.pop()
            if told and told[-1].issue == issue and told[-1].code == code:
                continue
        told.append(SeenFrom(issue, when, code))
    return told


class IssueSeen:
    """What is known of one issue while its moments are told in order."""

    def __init__(self) -> None:
        self.there = self.found = self.was_closed = False
        self.open = self.waiting = self.underway = 0
        self.level = self.flags = 0

    def take(self, what: int, level: int) -> None:
        """Take up the next moment."""
        match what:
            case Moment.OCCURRED | Moment.ENDED:
                self.there = what == Moment.OCCURRED
            case Moment.FOUND:
                self.found = True
            case Moment.OPENED:
                self.open += 1
                self.found = True
            case Moment.QUEUED:
                self.waiting += 1
            case Moment.TAKEN_UP:
                self.waiting = max(0, self.waiting - 1)
                self.underway += 1
            case Moment.LEFT:
                self.underway = max(0, self.underway - 1)
            case Moment.LIMIT_PASSED:
                self.flags |= OVERDUE
            case Moment.WHISTLE:
                self.flags |= WHISTLED
            case Moment.ASSEMBLED:
                self.flags &= ~WHISTLED
            case Moment.CANCELLED | Moment.CLOSED:
                self.open -= 1
                self.was_closed |= what == Moment.CLOSED
                self.flags = self.waiting = self.underway = 0
        self.level = level or self.level

    def state(self) -> State:
        """Return what is to be seen now."""
        if self.open > 0:
            return State.UNDERWAY if self.underway > 0 else State.WAITING if self.waiting > 0 else State.KNOWN
        if self.there:
            return State.UNFIXED if self.was_closed else State.KNOWN if self.found else State.HIDDEN
        return State.CLOSED if self.was_closed else State.ENDED

    def code(self) -> int:
        """Return state, level and flags as one number below 512."""
        return self.state() | self.level << LEVEL_BIT | self.flags
