"""The common dispatch model as handlers of events, for any clock that can call a method after a time."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from typing import Protocol, TypeVar

import spec
from spec import Issue

T = TypeVar("T")


class Clock(Protocol):
    """What the model needs of a clock: the time, and a call of `handler(issue)` after a delay."""

    @property
    def now(self) -> float:
        """The time, min."""

    def after(self, delay: float, handler: Callable[[T], None], what: T) -> None:
        """Call the handler with what it is about after a delay (min)."""


class Dispatch:
    """Workers with two lines each, departments with one, and what happens at each event."""

    def __init__(self, clock: Clock, window: spec.Window, seed: int) -> None:
        self.clock = clock
        self.tally = window.tally()
        self.random = random.Random(seed)
        self.busy = [False] * spec.WORKERS
        self.first: list[deque[tuple[Issue, bool]]] = [deque() for _ in range(spec.WORKERS)]
        self.looks: list[deque[Issue]] = [deque() for _ in range(spec.WORKERS)]
        self.free = [spec.CREWS] * spec.DEPARTMENTS
        self.lines: list[deque[Issue]] = [deque() for _ in range(spec.DEPARTMENTS)]

    def begin(self) -> None:
        """Let the first issue come."""
        self._next_issue()

    def _next_issue(self) -> None:
        self.clock.after(self.random.expovariate(1.0 / spec.GAP), self.occurs, None)

    def occurs(self, _: None) -> None:
        """An issue occurs, and its worker has to look at it."""
        issue = self.tally.occurs(int(self.random.random() * spec.WORKERS), self.clock.now)
        self._next_issue()
        issue.joined = self.clock.now
        self.looks[issue.worker].append(issue)
        self._take(issue.worker)

    def _take(self, worker: int) -> None:
        """Let a worker who is free take up the next job: first what follows a look, then looks."""
        if self.busy[worker]:
            return
        if self.first[worker]:
            issue, verifies = self.first[worker].popleft()
            if verifies:
                self._work(issue, spec.VERIFY, self.verified)
            else:
                self._work(issue, self.random.lognormvariate(spec.OWN_MU, spec.SIGMA), self.handled)
        elif self.looks[worker]:
            self._work(self.looks[worker].popleft(), spec.LOOK, self.looked)

    def _work(self, issue: Issue, time: float, then: Callable[[Issue], None]) -> None:
        self.busy[issue.worker] = True
        self.tally.works(issue, False, self.clock.now, self.clock.now + time)
        self.clock.after(time, then, issue)

    def looked(self, issue: Issue) -> None:
        """A worker has looked: the issue is the worker's own, or passed on."""
        self.busy[issue.worker] = False
        issue.looked = self.clock.now
        if self.random.random() < spec.PASSED:
            issue.department = int(self.random.random() * spec.DEPARTMENTS)
        self._handle(issue)
        self._take(issue.worker)

    def _handle(self, issue: Issue) -> None:
        issue.joined = self.clock.now
        if issue.department < 0:
            self.first[issue.worker].append((issue, False))
            self._take(issue.worker)
        else:
            self.lines[issue.department].append(issue)
            self._send(issue.department)

    def _send(self, department: int) -> None:
        """Let a free crew take up the next job."""
        if self.free[department] and self.lines[department]:
            self.free[department] -= 1
            issue = self.lines[department].popleft()
            time = self.random.lognormvariate(spec.PASSED_MU, spec.SIGMA)
            self.tally.works(issue, True, self.clock.now, self.clock.now + time)
            self.clock.after(time, self.crew_done, issue)

    def crew_done(self, issue: Issue) -> None:
        """A crew claims an issue done."""
        self.free[issue.department] += 1
        self._verify(issue)
        self._send(issue.department)

    def handled(self, issue: Issue) -> None:
        """A worker claims an issue done."""
        self.busy[issue.worker] = False
        self._verify(issue)
        self._take(issue.worker)

    def _verify(self, issue: Issue) -> None:
        issue.claimed = issue.joined = self.clock.now
        self.first[issue.worker].append((issue, True))
        self._take(issue.worker)

    def verified(self, issue: Issue) -> None:
        """A worker has verified: the issue is closed or done again."""
        self.busy[issue.worker] = False
        if self.random.random() < spec.FALSE:
            self._handle(issue)
        else:
            self.tally.closes(issue, self.clock.now)
        self._take(issue.worker)
