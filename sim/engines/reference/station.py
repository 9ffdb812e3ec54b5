"""A station: servers with one queue, the idea under all who handle work.

Three lines in fact, looked at in this order: emergency whistles, which may use any hour; summons and emergencies, which
may use all hours on duty; the other jobs, which use the hours for cases.
"""

from heapq import heappop, heappush
from typing import TYPE_CHECKING, Any

from sim.engines.reference.actor import Actor
from sim.engines.reference.entities import Job, Server
from sim.kinds import Clock, JobKind, Kind
from sim.lifecycle import hooks
from sim.plan.intervals import NEVER, finish, next_open, worked_by
from sim.record.activities import KIND, NUMBER

if TYPE_CHECKING:
    from sim.engines.reference.simulation import Simulation

Entry = tuple[int, int, Job]
SET_OUT, ARRIVED = NUMBER["set_out"], NUMBER["arrived"]


class Station(Actor):
    """Somebody who takes up jobs: a worker, a desk, a team, a department, a pool of members."""

    kind = KIND["department"]

    def __init__(self, sim: "Simulation", number: int) -> None:
        super().__init__(sim)
        self.number = number
        self.due: dict[Kind, int] = {}
        self.record: Any = self.plan.stations[number]
        first = self.record.first_server
        self.servers = [Server(i, self.plan, self) for i in range(first, first + self.record.servers)]
        self.lines: dict[Clock, list[Entry]] = {clock: [] for clock in (Clock.ANY, Clock.DUTY, Clock.CASES)}
        self.waiting = 0

    def receive(self, job: Job) -> None:
        """Let a job join the queue, and take up what can be taken up."""
        job.rank = hooks.rank(self.plan, self.clock.now, job.case.priority, job.case, job.kind)
        heappush(self.lines[job.clock], (job.rank, job.number, job))
        job.station = self
        self.waiting += 1
        self.take()

    def withdraw(self, job: Job) -> None:
        """Take a waiting job out of the queue; one that is under way is broken off and its server freed."""
        job.withdrawn = True
        if job.server is None:
            self.waiting -= 1
        else:
            self.break_off(job.server)

    def hasten(self, job: Job, priority: int) -> None:
        """Give a waiting job another class: its rank falls, its place in line is found anew."""
        better = hooks.rank(self.plan, job.queued, priority, job.case, job.kind)
        if better < job.rank:
            job.rank = better
            heappush(self.lines[job.clock], (better, job.number, job))

    def take(self) -> None:
        """Start jobs of each line in order of rank as long as there are hands for the first."""
        for clock, line in self.lines.items():
            while (job := self._first(line)) is not None:
                server = self._free(clock)
                if server is None:
                    break
                heappop(line)
                self.waiting -= 1
                self.start(server, job)
        self.watch_opening()

    def _first(self, line: list[Entry]) -> Job | None:
        """First job in line; entries of jobs withdrawn, started or moved forward are dropped."""
        while line:
            rank, _, job = line[0]
            if job.in_queue and rank == job.rank:
                return job
            heappop(line)
        return None

    def _free(self, clock: Clock) -> Server | None:
        """First idle server that is open on a clock."""
        now, plan = self.clock.now, self.plan
        for server in self.servers:
            if server.job is None and next_open(plan, server.calendar(clock), now) == now:
                return server
        return None

    def watch_opening(self) -> None:
        """Wake up when the next idle server opens for a job that waits."""
        now, plan = self.clock.now, self.plan
        opening = NEVER
        for clock, line in self.lines.items():
            if self._first(line) is not None:
                idle = [next_open(plan, s.calendar(clock), now) for s in self.servers if s.job is None]
                opening = min(opening, min(idle, default=NEVER))
        if opening < NEVER and self.due.get(Kind.OPEN) != opening:
            self.clock.schedule(Kind.OPEN, self, opening)

    def start(self, server: Server, job: Job) -> None:
        """A server takes up a job and sets out."""
        now = self.clock.now
        job.server = server
        job.started = now
        server.job = job
        case = job.case
        self.log.write(now, SET_OUT, case.issue, case.number, self.kind, self.number, job.kind)
        trip = hooks.trip_time(self.plan, self.record, server, case, job)
        if trip > 0:
            self.clock.schedule(Kind.ARRIVED, server, finish(self.plan, server.calendar(job.clock), now, trip))
        else:
            self.arrive(server)

    def arrive(self, server: Server) -> None:
        """A server is on site: it begins to work, or waits for others."""
        job = server.job
        assert job is not None  # only servers with a job travel
        now = self.clock.now
        job.arrived = now
        server.x, server.y = job.x, job.y
        case = job.case
        self.log.write(now, ARRIVED, case.issue, case.number, self.kind, self.number, job.kind)
        work = self.sim.on_site(self, job)
        if work is not None:
            self.work(server, work)

    def work(self, server: Server, ms: int) -> None:
        """A server works for so long, on the clock of its job."""
        assert server.job is not None  # on_site has given it work
        self.clock.schedule(Kind.DONE, server, finish(self.plan, server.calendar(server.job.clock), self.clock.now, ms))

    def done(self, server: Server) -> None:
        """A server has ended its job: what follows for the case, then the next job."""
        job = self.release(server)
        self.sim.on_job_done(self, job)
        self.take()

    def break_off(self, server: Server) -> None:
        """A server drops its job without result and takes the next."""
        self.clock.cancel(Kind.ARRIVED, server)
        self.clock.cancel(Kind.DONE, server)
        self.release(server)
        self.take()

    def release(self, server: Server) -> Job:
        """Free a server and book the hours its job took."""
        job = server.job
        assert job is not None  # only busy servers are released
        job.finished = self.clock.now
        job.busy, job.displaced = self.hours(server, job)
        server.busy += job.busy
        server.displaced += job.displaced
        server.job = None
        self.sim.jobs_done.append(job)
        return job

    def hours(self, server: Server, job: Job) -> tuple[int, int]:
        """Working ms a job has taken of its server so far, and those of them taken from line duty."""
        now, plan = self.clock.now, self.plan
        for_cases = worked_by(plan, server, now) - worked_by(plan, server, job.started)
        if job.clock == Clock.CASES:
            return for_cases, 0
        calendar = server.calendar(job.clock)
        busy = worked_by(plan, calendar, now) - worked_by(plan, calendar, job.started)
        return busy, busy - for_cases

    def hours_so_far(self) -> tuple[int, int]:
        """Busy and displaced ms of all servers up to now, jobs under way included."""
        busy = sum(s.busy for s in self.servers)
        displaced = sum(s.displaced for s in self.servers)
        for server in self.servers:
            if server.job is not None:
                more, taken = self.hours(server, server.job)
                busy, displaced = busy + more, displaced + taken
        return busy, displaced

    def oldest_small(self) -> Job | None:
        """Oldest waiting job that a party member could take up."""
        small = [job for _, _, job in self.lines[Clock.CASES] if self._can_be_claimed(job)]
        return min(small, key=lambda job: (job.queued, job.number), default=None)

    def _can_be_claimed(self, job: Job) -> bool:
        return job.in_queue and job.kind == JobKind.HANDLE and self.plan.hazards[job.case.issue.hazard].small > 0
