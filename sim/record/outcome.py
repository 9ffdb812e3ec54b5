"""The outcome of a replication: columns of whole numbers, alike from every engine, before names are joined to them."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.integer[Any]]
"""Whole numbers, in whatever width and layout the engine kept them."""

ISSUE_COLUMNS = (
    "root", "generation", "hazard", "community", "site", "occurred", "state", "ended", "detected", "detected_by",
    "fixed_by", "dangerous", "option", "joint", "needs", "work", "reports", "same_day", "asks", "cases", "passed_by",
    "unsolvable", "contested", "unclear",
)  # fmt: skip
"""Of each issue: numbers of the plan, times in ms (-1 for not), `work` in ms, states as in sim.kinds."""

CASE_COLUMNS = (
    "issue", "source", "channel", "state",
    "reported", "asked", "registered", "dispatched", "responded", "arrived", "claimed", "closed",
    "limit", "unit", "level", "dispatches", "returns", "sent_back", "reopened", "repeats", "overdue", "extended",
    "shelved", "chased", "called_back", "said_solved", "satisfied", "found_gone", "whistles", "first_whistle", "signed",
    "assembled", "assembled_late", "safe", "said_late", "said_untrue", "on_paper", "audited", "found_untrue",
    "petitioned", "moved_by", "passed_on", "led", "accepted", "hearings", "settled_by", "caught",
)  # fmt: skip
"""Of each case, in order of number; `issue` is the row of its issue, `limit` is NEVER for none."""

OF_ISSUE = {
    "root": "root", "generation": "generation", "hazard": "hazard", "community": "community", "site": "site",
    "option": "option", "joint": "joint", "unsolvable": "unsolvable", "contested": "contested", "unclear": "unclear",
    "occurred": "occurred", "detected": "detected",
    "fixed_at": "ended",
}  # fmt: skip
"""What a case is told with of its issue, and the issue's column; `fixed_at` is when the issue ended (-1: not)."""

JOB_COLUMNS = (
    "case", "station", "server", "kind", "queued", "started", "arrived", "finished", "busy", "displaced", "overtime",
)  # fmt: skip
"""Of each job that ended, or was broken off, in order of ending; `busy`, `displaced` and `overtime` in ms."""

STATION_COLUMNS = ("busy", "displaced", "overtime", "patrolled", "visited", "waiting")
"""Of each station: hours in ms between the opening and the closing of the window; `waiting` at its closing."""


REPORTER_COLUMNS = ("reports", "first_report", "first_case", "others")
"""Of each resident who had reported when the window closed, in the order in which they were met: reports made, when the
first was made (ms) and of which case it was, and reports about other issues than that one."""


@dataclass(frozen=True)
class Outcome:
    """What became of a plan: tables by column, each column of length n, the number of its rows.

    `queues` has shape (days, stations): the jobs that wait at each station as the window opens, and a day later and
    so on until it closes. `events` are the columns of the log (`sim.record.activities.LOG_COLUMNS`), or None if not
    kept. `rows` counts the events, kept or not, `consultations` those in the window. Trust (0 to 1) is
    summed over the `involved` residents at the end of the window, as it was before their first experience and as it
    was then; `reporters_before` and `reporters_after` sum it over those of them who had reported.
    """

    issues: dict[str, Column]
    cases: dict[str, Column]
    jobs: dict[str, Column]
    stations: dict[str, Column]
    queues: NDArray[np.int64]
    reporters: dict[str, Column]
    events: dict[str, Column] | None
    rows: int
    consultations: int
    involved: int
    trust_before: float
    trust_after: float
    reporters_before: float
    reporters_after: float

    def cases_with_issues(self) -> dict[str, Column]:
        """The table of cases, with what stands in `OF_ISSUE` of the issue of each."""
        about = self.cases["issue"]
        return self.cases | {name: self.issues[of][about] for name, of in OF_ISSUE.items()}
