"""The common dispatch model as SimPy is meant to be used: a process for each issue, a resource for each queue."""

from __future__ import annotations

import random
from collections.abc import Generator

import simpy
import spec
from simpy.resources.resource import PriorityRequest


class District:
    """Workers and departments, and the lives of issues among them."""

    def __init__(self, window: spec.Window, seed: int) -> None:
        self.env = simpy.Environment()
        self.tally = window.tally()
        self.random = random.Random(seed)
        self.workers = [simpy.PriorityResource(self.env) for _ in range(spec.WORKERS)]
        self.departments = [simpy.PriorityResource(self.env, spec.CREWS) for _ in range(spec.DEPARTMENTS)]

    def issues(self) -> Generator[simpy.Event, None, None]:
        """Let issues occur."""
        while True:
            yield self.env.timeout(self.random.expovariate(1.0 / spec.GAP))
            worker = int(self.random.random() * spec.WORKERS)
            self.env.process(self.life(self.tally.occurs(worker, self.env.now)))

    def life(self, issue: spec.Issue) -> Generator[simpy.Event, None, None]:
        """The life of an issue: looked at, handled, verified, and handled again if the claim was false."""
        worker = self.workers[issue.worker]
        issue.joined = self.env.now
        hands = worker.request(priority=spec.LATER)
        yield hands
        yield self.works(issue, False, spec.LOOK)
        issue.looked = self.env.now
        passed = self.random.random() < spec.PASSED
        if passed:
            issue.department = int(self.random.random() * spec.DEPARTMENTS)
        unit = self.departments[issue.department] if passed else worker
        mu = spec.PASSED_MU if passed else spec.OWN_MU
        holder = worker
        while True:
            issue.joined = self.env.now
            hands = self.change(holder, hands, unit)
            yield hands
            yield self.works(issue, passed, self.random.lognormvariate(mu, spec.SIGMA))
            issue.claimed = issue.joined = self.env.now
            hands = self.change(unit, hands, worker)
            yield hands
            yield self.works(issue, False, spec.VERIFY)
            holder = worker
            if self.random.random() >= spec.FALSE:
                break
        worker.release(hands)
        self.tally.closes(issue, self.env.now)

    def works(self, issue: spec.Issue, department: bool, time: float) -> simpy.Event:
        """Work for a time."""
        self.tally.works(issue, department, self.env.now, self.env.now + time)
        return self.env.timeout(time)

    def change(
        self, holder: simpy.PriorityResource, hands: PriorityRequest, to: simpy.PriorityResource
    ) -> PriorityRequest:
        """Join the next queue before the hands that did the last job choose their next."""
        request = to.request(priority=spec.FIRST)
        holder.release(hands)
        return request


def run(window: spec.Window, seed: int) -> spec.Tally:
    """One run."""
    district = District(window, seed)
    district.env.process(district.issues())
    district.env.run(until=window.end)
    return district.tally


if __name__ == "__main__":
    spec.main(run)
