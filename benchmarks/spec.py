"""The numbers of the common dispatch model (README.md), and what every program that carries it out tells of a run.

Times are minutes.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

WORKERS = 200
DEPARTMENTS = 15
CREWS = 5
RESIDENTS, KINDS, ISSUES_PER_RESIDENT_YEAR = 10_000, 16, 10.75
GAP = 365 * 24 * 60 / (RESIDENTS * KINDS * ISSUES_PER_RESIDENT_YEAR)
"""Mean time between issues of the whole district."""
LOOK = 10.0
OWN_MEAN, PASSED_MEAN, CV = 30.0, 50.0, 1.0
VERIFY = 10.0
PASSED = 0.3
FALSE = 0.05
SIGMA = math.sqrt(math.log(1.0 + CV * CV))
OWN_MU = math.log(OWN_MEAN) - SIGMA * SIGMA / 2
PASSED_MU = math.log(PASSED_MEAN) - SIGMA * SIGMA / 2
FIRST, LATER = 0, 1
"""Classes of jobs at a worker: whatever follows a look, and looks."""
DAY = 24 * 60.0


NEVER = -1.0
"""In place of the time of what has not happened."""


@dataclass(slots=True)
class Issue:
    """A row of the table of issues: when it occurred, was looked at, claimed done and closed (min), and whose it is.

    `department` is the one it is passed on to (-1: none); `joined` is when it joined the line in which it is.
    """

    number: int
    occurred: float
    worker: int
    department: int = -1
    joined: float = NEVER
    looked: float = NEVER
    claimed: float = NEVER
    closed: float = NEVER


@dataclass
class Tally:
    """What is counted in a run: issues of the window that were closed, the sum of their sojourns, and busy time in it.

    `issues` counts all that occurred in the run, `events` all arrivals and ends of work. `table` keeps all issues,
    `jobs` a row for each job: number of the issue, worker or department, joined the line, began, ended.
    """

    start: float
    stop: float
    issues: int = 0
    events: int = 0
    closed: int = 0
    sojourn: float = 0.0
    workers: float = 0.0
    departments: float = 0.0
    table: list[Issue] = field(default_factory=list)
    jobs: list[tuple[int, int, float, float, float]] = field(default_factory=list)

    def occurs(self, worker: int, now: float) -> Issue:
        """Enter an issue that occurs."""
        issue = Issue(self.issues, now, worker)
        self.table.append(issue)
        self.issues += 1
        self.events += 1
        return issue

    def works(self, issue: Issue, department: bool, begin: float, end: float) -> None:
        """Book a job of a department's crew or of a worker."""
        self.events += 1
        unit = WORKERS + issue.department if department else issue.worker
        self.jobs.append((issue.number, unit, issue.joined, begin, end))
        busy = min(end, self.stop) - max(begin, self.start)
        if busy > 0.0:
            if department:
                self.departments += busy
            else:
                self.workers += busy

    def closes(self, issue: Issue, now: float) -> None:
        """Count an issue that is closed."""
        issue.closed = now
        if self.start <= issue.occurred < self.stop:
            self.closed += 1
            self.sojourn += now - issue.occurred


@dataclass(frozen=True)
class Window:
    """When a run is watched: it ends `followup` after the window, and issues occur until then."""

    warmup: float
    length: float
    followup: float

    @property
    def end(self) -> float:
        """End of the run."""
        return self.warmup + self.length + self.followup

    def tally(self) -> Tally:
        """An empty tally of this window."""
        return Tally(self.warmup, self.warmup + self.length)


def result(tally: Tally, cpu_seconds: float, wall_seconds: float) -> dict[str, float | None]:
    """What a program prints of one run; a bare heap closes no issue and has no mean sojourn."""
    length = tally.stop - tally.start
    return {
        "issues": tally.issues,
        "events": tally.events,
        "sojourn_min": tally.sojourn / tally.closed if tally.closed else None,
        "workers": tally.workers / (length * WORKERS),
        "departments": tally.departments / (length * DEPARTMENTS * CREWS),
        "cpu_seconds": cpu_seconds,
        "wall_seconds": wall_seconds,
    }


def main(run: Callable[[Window, int], Tally], prepare: Callable[[], object] | None = None) -> None:
    """Carry out `run` for each seed asked for on the command line and print one line of JSON for each.

    `prepare` is done before any clock is started.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=float, default=42.0)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    asked = parser.parse_args()
    if prepare is not None:
        prepare()
    for seed in asked.seeds:
        cpu, wall = time.process_time(), time.perf_counter()
        tally = run(Window(DAY, asked.days * DAY, 2 * DAY), seed)
        print(json.dumps(result(tally, time.process_time() - cpu, time.perf_counter() - wall)), flush=True)
