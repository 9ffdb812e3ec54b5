"""A station: servers with three lines of jobs, looked at in the order of `LINES`, each in order of rank."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import grid_worker, simulation
from sim.engines.compiled.clock import schedule
from sim.engines.compiled.eventlog import write_case
from sim.engines.compiled.part import part
from sim.engines.compiled.queue import entered, without_first
from sim.kinds import NOBODY, Clock, JobKind, Kind
from sim.lifecycle import hooks
from sim.plan.intervals import NEVER, finish, next_open, worked_by
from sim.plan.plan import GRID
from sim.record.activities import NUMBER

SET_OUT, ARRIVED = NUMBER["set_out"], NUMBER["arrived"]
CASES, DUTY, ANY = Clock.CASES.value, Clock.DUTY.value, Clock.ANY.value
LINES = (ANY, DUTY, CASES)
CLOCKS = len(LINES)


@part
def calendar_of(sim: Any, server: Any, clock: int) -> Any:
    """Calendar that bounds a server's jobs on a clock."""
    if clock == CASES:
        return sim.plan.calendars[server.cases]
    return sim.plan.calendars[server.duty if clock == DUTY else server.always]


@part
def forget(sim: Any, job: Any) -> None:
    """A job has ended: its slot is free, its entries in line are void."""
    case = sim.cases[job.case]
    if case.job == job.slot:
        case.job = NOBODY
    job.number = 0
    job.later = sim.free_job
    sim.free_job = job.slot


@part
def in_queue(job: Any) -> bool:
    """Whether a job waits in a line."""
    return job.station != NOBODY and job.server == NOBODY


@part
def receive(sim: Any, station: Any, job: Any) -> None:
    """Let a job join the queue, and take up what can be taken up."""
    case = sim.cases[job.case]
    job.rank = hooks.rank(sim.plan, sim.now, case.priority, case, job.kind)
    line = station.number * CLOCKS + job.clock
    sim.lines[line] = entered(sim, sim.lines[line], job.rank, job.number, job.slot)
    job.station = station.number
    station.waiting += 1
    if can_be_claimed(sim, job):
        offer(sim, station, job)
    take(sim, station)


@part
def withdraw(sim: Any, station: Any, job: Any) -> None:
    """Take a waiting job out of the queue; one that is under way is broken off and its server freed."""
    if job.server == NOBODY:
        station.waiting -= 1
        call_in(sim, station, job)
        forget(sim, job)
    else:
        break_off(sim, station, sim.servers[job.server])


@part
def hasten(sim: Any, station: Any, job: Any, priority: int) -> None:
    """Give a waiting job another class: its rank falls, its place in line is found anew."""
    better = hooks.rank(sim.plan, job.queued, priority, sim.cases[job.case], job.kind)
    if better < job.rank:
        job.rank = better
        line = station.number * CLOCKS + job.clock
        sim.lines[line] = entered(sim, sim.lines[line], better, job.number, job.slot)


@part
def take(sim: Any, station: Any) -> None:
    """Start jobs of each line in order of rank as long as there are hands for the first."""
    if station.waiting == 0:
        return
    for clock in LINES:
        line = station.number * CLOCKS + clock
        while True:
            slot = first_in(sim, line)
            if slot == NOBODY:
                break
            server = free(sim, station, clock)
            if server == NOBODY:
                break
            sim.lines[line] = without_first(sim, sim.lines[line])
            station.waiting -= 1
            start(sim, station, sim.servers[server], sim.jobs[slot])
    if station.level != GRID:
        watch_opening(sim, station)


@part
def first_in(sim: Any, line: int) -> int:
    """First job in line (its slot); entries of jobs withdrawn, started or moved forward are dropped."""
    while sim.lines[line] != NOBODY:
        node = sim.nodes[sim.lines[line]]
        job = sim.jobs[node.slot]
        if job.number == node.number and in_queue(job) and job.rank == node.rank:
            return node.slot
        sim.lines[line] = without_first(sim, sim.lines[line])
    return NOBODY


@part
def free(sim: Any, station: Any, clock: int) -> int:
    """First idle server that is open on a clock."""
    record = sim.plan.stations[station.number]
    for number in range(record.first_server, record.first_server + record.servers):
        server = sim.servers[number]
        if server.job == NOBODY and next_open(sim.plan, calendar_of(sim, server, clock), sim.now) == sim.now:
            return number
    return NOBODY


@part
def watch_opening(sim: Any, station: Any) -> None:
    """Wake up when the next idle server opens for a job that waits."""
    record = sim.plan.stations[station.number]
    opening = NEVER
    for clock in LINES:
        if first_in(sim, station.number * CLOCKS + clock) != NOBODY:
            for number in range(record.first_server, record.first_server + record.servers):
                server = sim.servers[number]
                if server.job == NOBODY:
                    opening = min(opening, next_open(sim.plan, calendar_of(sim, server, clock), sim.now))
    if opening < NEVER and station.due_open != opening:
        station.due_open = schedule(sim, Kind.OPEN.value, station.number, station.number, opening)


@part
def start(sim: Any, station: Any, server: Any, job: Any) -> None:
    """A server takes up a job and sets out."""
    if station.level == GRID:
        grid_worker.stop_walking(sim, station)
    call_in(sim, station, job)
    job.server = server.number
    job.started = sim.now
    server.job = job.slot
    server.case = job.case
    case = sim.cases[job.case]
    write_case(sim, SET_OUT, case, station.kind, station.number, job.kind)
    trip = hooks.trip_time(sim.plan, sim.plan.stations[station.number], server, case, job)
    if trip > 0:
        there = finish(sim.plan, calendar_of(sim, server, job.clock), sim.now, trip)
        server.due_arrived = schedule(sim, Kind.ARRIVED.value, server.number, server.number, there)
    else:
        arrive(sim, station, server)


@part
def arrive(sim: Any, station: Any, server: Any) -> None:
    """A server is on site: it begins to work, or waits for others."""
    job = sim.jobs[server.job]
    job.arrived = sim.now
    server.x = job.x
    server.y = job.y
    write_case(sim, ARRIVED, sim.cases[job.case], station.kind, station.number, job.kind)
    ms = simulation.on_site(sim, station, job)
    if ms != NOBODY:
        work(sim, server, job, ms)


@part
def work(sim: Any, server: Any, job: Any, ms: int) -> None:
    """A server works for so long, on the clock of its job."""
    end = finish(sim.plan, calendar_of(sim, server, job.clock), sim.now, ms)
    server.due_done = schedule(sim, Kind.DONE.value, server.number, server.number, end)


@part
def done(sim: Any, station: Any, server: Any) -> None:
    """A server has ended its job: what follows for the case, then the next job."""
    job = sim.jobs[server.job]
    release(sim, server, job)
    simulation.on_job_done(sim, station, job)
    forget(sim, job)
    take(sim, station)
    if station.level == GRID and server.job == NOBODY:
        grid_worker.go_out(sim, station)


@part
def break_off(sim: Any, station: Any, server: Any) -> None:
    """A server drops its job without result and takes the next."""
    server.due_arrived = NOBODY
    server.due_done = NOBODY
    job = sim.jobs[server.job]
    release(sim, server, job)
    forget(sim, job)
    take(sim, station)


@part
def release(sim: Any, server: Any, job: Any) -> None:
    """Free a server and book the hours its job took."""
    busy, displaced = hours(sim, server, job)
    server.busy += busy
    server.displaced += displaced
    server.job = NOBODY
    row = sim.jobs_done[sim.done_count]
    sim.done_count += 1
    row.case = job.case
    row.station = server.station
    row.server = server.number
    row.kind = job.kind
    row.queued = job.queued
    row.started = job.started
    row.arrived = job.arrived
    row.finished = sim.now
    row.busy = busy
    row.displaced = displaced


@part
def hours(sim: Any, server: Any, job: Any) -> tuple[int, int]:
    """Working ms a job has taken of its server so far, and those of them taken from line duty."""
    plan = sim.plan
    cases = calendar_of(sim, server, CASES)
    for_cases = worked_by(plan, cases, sim.now) - worked_by(plan, cases, job.started)
    if job.clock == CASES:
        return for_cases, 0
    calendar = calendar_of(sim, server, job.clock)
    busy = worked_by(plan, calendar, sim.now) - worked_by(plan, calendar, job.started)
    return busy, busy - for_cases


@part
def hours_so_far(sim: Any, station: Any, mark: Any) -> None:
    """Note busy and displaced ms of all servers up to now, jobs under way included."""
    record = sim.plan.stations[station.number]
    for number in range(record.first_server, record.first_server + record.servers):
        server = sim.servers[number]
        mark.busy += server.busy
        mark.displaced += server.displaced
        if server.job != NOBODY:
            more, taken = hours(sim, server, sim.jobs[server.job])
            mark.busy += more
            mark.displaced += taken


# -- small tasks that party members may take up: a chain in order of joining ------------------------------------------


@part
def can_be_claimed(sim: Any, job: Any) -> bool:
    """Whether a waiting job is one that a party member could take up."""
    hazard = sim.issues[sim.cases[job.case].issue].hazard
    return job.kind == JobKind.HANDLE.value and job.clock == CASES and sim.plan.hazards[hazard].small > 0


@part
def offer(sim: Any, station: Any, job: Any) -> None:
    """Put a job at the end of the chain of small tasks."""
    job.offered = 1
    job.earlier = station.last_offer
    if station.last_offer == NOBODY:
        station.first_offer = job.slot
    else:
        sim.jobs[station.last_offer].later = job.slot
    station.last_offer = job.slot


@part
def call_in(sim: Any, station: Any, job: Any) -> None:
    """Take a job out of the chain of small tasks, if it is in it."""
    if job.offered == 0:
        return
    job.offered = 0
    if job.earlier == NOBODY:
        station.first_offer = job.later
    else:
        sim.jobs[job.earlier].later = job.later
    if job.later == NOBODY:
        station.last_offer = job.earlier
    else:
        sim.jobs[job.later].earlier = job.earlier
    job.earlier = job.later = NOBODY
