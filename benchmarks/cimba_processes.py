"""The common dispatch model in cimba: processes compiled by numba on a C engine; servers fetch issues from queues."""

from __future__ import annotations

import cimba as cb
import spec

LOOK, HANDLE, VERIFY = 0, 1, 2
LATER, FIRST = 0, 1  # cimba takes the greatest priority first
WORKERS, DEPARTMENTS = float(spec.WORKERS), float(spec.DEPARTMENTS)
GAP, LOOK_TIME, VERIFY_TIME, PASSED, FALSE = spec.GAP, spec.LOOK, spec.VERIFY, spec.PASSED, spec.FALSE
OWN_MU, PASSED_MU, SIGMA, CREWS = spec.OWN_MU, spec.PASSED_MU, spec.SIGMA, spec.CREWS


class Issue(cb.Model):
    """One issue and the next step of it."""

    occurred: cb.Param[float] = 0.0
    worker: cb.Param[int] = 0
    department: cb.Param[int] = -1
    step: cb.Param[int] = LOOK


class Worker(cb.Model):
    """A worker and the jobs in line."""

    district: cb.Ref[District]
    queue: cb.PriorityStore[Issue] = cb.PriorityStore()

    @cb.process
    def works(self):
        """Fetch a job, do it, say what follows."""
        while True:
            issue = self.queue.get()
            if issue.step == LOOK:
                self.district.work(LOOK_TIME)
                cb.hold(LOOK_TIME)
                if cb.random.bernoulli(PASSED):
                    issue.department = int(cb.random.uniform(0.0, DEPARTMENTS))
                self.hand_over(issue)
            elif issue.step == HANDLE:
                time = cb.random.lognormal(OWN_MU, SIGMA)
                self.district.work(time)
                cb.hold(time)
                issue.step = VERIFY
                self.queue.put(issue, FIRST)
            else:
                self.district.work(VERIFY_TIME)
                cb.hold(VERIFY_TIME)
                if cb.random.bernoulli(FALSE):
                    self.hand_over(issue)
                else:
                    self.district.close(issue.occurred)
                    cb.release(issue)

    @cb.function
    def hand_over(self, issue: Issue) -> None:
        """Give an issue to the unit that handles it."""
        issue.step = HANDLE
        if issue.department >= 0:
            self.district.departments[issue.department].queue.put(issue)
        else:
            self.queue.put(issue, FIRST)


class Department(cb.Model):
    """A department and the issues in line."""

    district: cb.Ref[District]
    queue: cb.Store[Issue] = cb.Store()

    @cb.process(copies=CREWS)
    def works(self):
        """Fetch an issue, handle it, have it verified."""
        while True:
            issue = self.queue.get()
            time = cb.random.lognormal(PASSED_MU, SIGMA)
            self.district.crew_work(time)
            cb.hold(time)
            issue.step = VERIFY
            self.district.workers[issue.worker].queue.put(issue, FIRST)


class District(cb.Model):
    """All of it, and what is counted."""

    workers: list[Worker]
    departments: list[Department]
    start: cb.Param[float] = 0.0
    stop: cb.Param[float] = 0.0
    issues: cb.Output[int]
    events: cb.Output[int]
    closed: cb.Output[int]
    sojourn: cb.Output[float]
    worked: cb.Output[float]
    crewed: cb.Output[float]

    def __init__(self) -> None:
        self.workers = [Worker() for _ in range(spec.WORKERS)]
        self.departments = [Department() for _ in range(spec.DEPARTMENTS)]
        for unit in (*self.workers, *self.departments):
            unit.district = self

    @cb.on_start
    def count_from_nothing(self):
        """Outputs are undefined until they are set."""
        self.issues = self.events = self.closed = 0
        self.sojourn = self.worked = self.crewed = 0.0

    @cb.process
    def occur(self):
        """Let issues occur."""
        while True:
            cb.hold(cb.random.exponential(GAP))
            self.issues += 1
            self.events += 1
            worker = int(cb.random.uniform(0.0, WORKERS))
            self.workers[worker].queue.put(cb.spawn(Issue, occurred=cb.now(), worker=worker), LATER)

    @cb.function
    def work(self, time: float) -> None:
        """Book a worker's job that begins now."""
        self.events += 1
        self.worked += max(min(cb.now() + time, self.stop) - max(cb.now(), self.start), 0.0)

    @cb.function
    def crew_work(self, time: float) -> None:
        """Book a crew's job that begins now."""
        self.events += 1
        self.crewed += max(min(cb.now() + time, self.stop) - max(cb.now(), self.start), 0.0)

    @cb.function
    def close(self, occurred: float) -> None:
        """Count an issue that is closed."""
        if self.start <= occurred < self.stop:
            self.closed += 1
            self.sojourn += cb.now() - occurred


def run(window: spec.Window, seed: int) -> spec.Tally:
    """One run."""
    tally = window.tally()
    district = District()
    district.start, district.stop = tally.start, tally.stop
    experiment = cb.Experiment(district, replications=1, window=cb.Window(duration=window.end), seed=seed)
    told = experiment.run(workers=1)[district]
    tally.issues, tally.events, tally.closed = (int(x.values[0, 0]) for x in (told.issues, told.events, told.closed))
    tally.sojourn, tally.workers, tally.departments = (
        float(x.values[0, 0]) for x in (told.sojourn, told.worked, told.crewed)
    )
    return tally


if __name__ == "__main__":
    spec.main(run, prepare=lambda: run(spec.Window(0.0, spec.DAY, 0.0), 0))
