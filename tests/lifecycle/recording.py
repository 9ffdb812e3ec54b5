"""A run that records what the lifecycle asks of its engine, for tests of single parts."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from sim.kinds import IssueState
from sim.lifecycle.things import Issue


class Recording(SimpleNamespace):
    """A run at a moment `now`, with issues of its own; events and rows of the log are lists."""

    def __init__(self, **own: Any) -> None:
        lists: dict[str, Any] = {name: [] for name in ("issues", "states", "events", "rows")}
        super().__init__(**{"now": 0, "last": 0, "looks_each": 0, **lists, **own})

    def add(self, issue: Issue) -> Issue:
        issue.slot = len(self.issues)
        self.issues.append(issue)
        self.states.append(IssueState.OPEN)
        return issue

    def schedule(self, kind: int, number: int, slot: int, time: int) -> int:
        self.events.append((kind, number, slot, time))
        return time

    def write_row(self, *row: int) -> None:
        self.rows.append(row)

    def leave_place(self, issue: Issue) -> None:
        self.left_place = issue
