"""A station: servers with one queue, the idea under all who handle work.

Four lines in fact, looked at in this order: emergencies that may use any hour; meetings in agreed hours; summons and
emergencies, which may use all hours on duty; the other jobs, which use the hours for cases. In each the job of lowest
rank is first. Hands on duty come before hands that are called from home; an emergency may call hands from other work.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NEVER, NOBODY, Clock, EventKind, JobKind
from sim.lifecycle import community, grid_worker, hours, job_site
from sim.lifecycle.access import calendar_of, case_of, due, issue_of, job_of, server_at, site_of
from sim.lifecycle.hooks import working
from sim.lifecycle.joint_work import parts
from sim.lifecycle.log import write_case
from sim.lifecycle.services import entered, first_of, free_job, is_empty, new_done_job, new_job, part, without_first
from sim.plan.intervals import closing_after, finish, next_open
from sim.record.activities import NUMBER

SET_OUT, ARRIVED, INTERRUPTED = NUMBER["set_out"], NUMBER["arrived"], NUMBER["interrupted"]
LINES = (Clock.ANY.value, Clock.AGREED.value, Clock.DUTY.value, Clock.CASES.value)
CLOCKS = len(LINES)


# -- lines ---------------------------------------------------------------------------------------------------------


@part
def line_of(station: Any, clock: int) -> int:
    """Number of a station's line of the jobs on a clock."""
    return station.number * CLOCKS + clock


@part
def join_line(sim: Any, station: Any, job: Any) -> None:
    """Put a job in line by its rank."""
    line = line_of(station, job.clock)
    sim.lines[line] = entered(sim, sim.lines[line], job.rank, job.number, job.slot)


@part
def first_in_line(sim: Any, station: Any, clock: int) -> int:
    """First job in line (its slot), NOBODY if none; entries of jobs withdrawn, started or moved forward are dropped."""
    line = line_of(station, clock)
    while not is_empty(sim, sim.lines[line]):
        entry = first_of(sim, sim.lines[line])
        job = sim.jobs[entry.slot]
        if job.number == entry.number and in_queue(job) and job.rank == entry.rank:
            return entry.slot
        sim.lines[line] = without_first(sim, sim.lines[line])
    return NOBODY


@part
def leave_line(sim: Any, station: Any, clock: int) -> None:
    """Take the first job out of its line on a clock (number)."""
    line = line_of(station, clock)
    sim.lines[line] = without_first(sim, sim.lines[line])


@part
def in_queue(job: Any) -> bool:
    """Whether a job waits in a line."""
    return job.station != NOBODY and job.server == NOBODY


# -- jobs come and go ----------------------------------------------------------------------------------------------


@part
def make_job(sim: Any, case: Any, kind: int) -> Any:
    """A job of a kind (number) about a case, at its issue's place."""
    job = new_job(sim)
    site = site_of(sim, issue_of(sim, case))
    job.case = case.number
    job.kind = kind
    job.queued = sim.now
    job.x = site.x
    job.y = site.y
    return job


@part
def receive(sim: Any, station: Any, job: Any) -> None:
    """Let a job join the queue, and take up what can be taken up."""
    case = case_of(sim, job)
    job.rank = working.rank(sim.plan, sim.now, case.priority, case, job.kind)
    join_line(sim, station, job)
    job.station = station.number
    station.waiting += 1
    if community.can_be_taken_up(sim, job):
        community.offer(sim, station, job)
    take(sim, station)


@part
def withdraw(sim: Any, station: Any, job: Any) -> None:
    """Take a waiting job out of the queue; one that is under way is broken off and its server freed."""
    if job.server == NOBODY:
        station.waiting -= 1
        community.call_in(sim, station, job)
        forget(sim, job)
    else:
        break_off(sim, station, sim.servers[job.server])


@part
def forget(sim: Any, job: Any) -> None:
    """A job has ended: its case has it no more."""
    case = case_of(sim, job)
    if case.job == job.slot:
        case.job = NOBODY
    free_job(sim, job)


@part
def hasten(sim: Any, station: Any, job: Any, priority: int) -> None:
    """Give a waiting job another class: its rank becomes smaller, and its place in line is found anew."""
    better = working.rank(sim.plan, job.queued, priority, case_of(sim, job), job.kind)
    if better < job.rank:
        job.rank = better
        join_line(sim, station, job)


@part
def take(sim: Any, station: Any) -> None:
    """Start jobs of each line in order of rank as long as there are hands for the first."""
    if station.waiting == 0:
        return
    for clock in LINES:
        if not is_empty(sim, sim.lines[line_of(station, clock)]):
            take_from(sim, station, clock)
    if not station.walks:
        watch_opening(sim, station)


@part
def take_from(sim: Any, station: Any, clock: int) -> None:
    """Start jobs of the line on a clock (number); hands may pass over a part of a case of which they had another."""
    passed = NOBODY
    while True:
        slot = first_in_line(sim, station, clock)
        if slot == NOBODY:
            break
        job = sim.jobs[slot]
        server = hands_for(sim, station, job)
        if server == NOBODY and not parts.of_several(sim, job):
            break
        leave_line(sim, station, clock)
        if server == NOBODY:
            job.passed = passed
            passed = slot
        else:
            station.waiting -= 1
            start(sim, station, sim.servers[server], job)
    while passed != NOBODY:
        job = sim.jobs[passed]
        passed = job.passed
        join_line(sim, station, job)


@part
def hands_for(sim: Any, station: Any, job: Any) -> int:
    """Server (number) for the first job in line, NOBODY if none: one on duty, idle or called from other work, before
    one who is off duty; who may use all hours on duty is not asked for it."""
    off_duty = NOBODY
    for position in range(station.servers):
        server = server_at(sim, station, position)
        if server.job == NOBODY and opens(sim, server, job.clock) == sim.now and parts.may_do(sim, server, job):
            if job.clock <= Clock.DUTY or is_on_duty(sim, server):
                return server.number
            if off_duty == NOBODY:
                off_duty = server.number
    called = NOBODY if job.clock == Clock.CASES else called_from_work(sim, station, job)
    return off_duty if called == NOBODY else called


@part
def is_on_duty(sim: Any, server: Any) -> bool:
    """Whether a server is on duty now."""
    return opens(sim, server, Clock.DUTY.value) == sim.now


@part
def called_from_work(sim: Any, station: Any, job: Any) -> int:
    """Server (number) on duty who leaves other work for an emergency, NOBODY if none does: of those at the least urgent
    work the first."""
    if not working.interrupts(sim.plan, case_of(sim, job)):
        return NOBODY
    chosen, least = NOBODY, 0
    for position in range(station.servers):
        server = server_at(sim, station, position)
        if server.job != NOBODY and is_on_duty(sim, server):
            at_hand = job_of(sim, server)
            priority = case_of(sim, at_hand).priority
            if at_hand.kind == JobKind.HANDLE and priority > least:
                chosen, least = server.number, priority
    if chosen != NOBODY:
        server = sim.servers[chosen]
        write_case(sim, INTERRUPTED, case_of(sim, job_of(sim, server)), station.performer, station.number, 0)
        put_back(sim, station, server)
    return chosen


@part
def put_back(sim: Any, station: Any, server: Any) -> None:
    """A server leaves its job, which goes back to its place in line; work done on site is not done again."""
    job = job_of(sim, server)
    if job.arrived != NOBODY:
        job.left = hours.still_to_do(sim, station, server, job)
    server.due_arrived = server.due_done = NOBODY
    release(sim, station, server, job)
    job.server = job.started = job.arrived = NOBODY
    join_line(sim, station, job)
    station.waiting += 1


@part
def watch_opening(sim: Any, station: Any) -> None:
    """Wake up when the next idle server opens for a job that waits; a worker wakes at each stint anyway."""
    opening = NEVER
    for clock in LINES:
        if not is_empty(sim, sim.lines[line_of(station, clock)]) and first_in_line(sim, station, clock) != NOBODY:
            opening = min(opening, next_opening(sim, station, clock))
    if opening < NEVER and station.due_open != opening:
        station.due_open = due(sim, EventKind.OPEN, station, opening)


@part
def next_opening(sim: Any, station: Any, clock: int) -> int:
    """When (ms) the next idle server opens on a clock, NEVER if none does; those who are open pass over what waits."""
    opening = NEVER
    for position in range(station.servers):
        server = server_at(sim, station, position)
        if server.job == NOBODY:
            at = opens(sim, server, clock)
            if at > sim.now:
                opening = min(opening, at)
    return opening


@part
def opens(sim: Any, server: Any, clock: int) -> int:
    """When (ms) a server is next open to take up a job on a clock (number): for cases, after what it has to give back;
    in agreed hours, when offices are open."""
    if clock == Clock.AGREED:
        return next_open(sim.plan, sim.plan.working, sim.now)
    since = max(sim.now, server.resumes) if clock == Clock.CASES else sim.now
    return next_open(sim.plan, calendar_of(sim, server, clock), since)


# -- a job under way -----------------------------------------------------------------------------------------------


@part
def start(sim: Any, station: Any, server: Any, job: Any) -> None:
    """A server takes up a job and sets out."""
    if station.walks:
        grid_worker.stop_walking(sim, station)
    community.call_in(sim, station, job)
    job.server = server.number
    job.started = sim.now
    server.job = job.slot
    server.case = job.case
    case = case_of(sim, job)
    write_case(sim, SET_OUT, case, station.performer, station.number, job.kind)
    trip = working.trip_time(sim.plan, station, server, case, job)
    if job.clock == Clock.ANY and not is_on_duty(sim, server):
        trip += working.call_out_time(sim.plan, case)
    if trip > 0:
        there = finish(sim.plan, hours.in_hand(sim, station, server, job), sim.now, trip)
        server.due_arrived = due(sim, EventKind.ARRIVED, server, there)
    else:
        arrive(sim, station, server)


@part
def arrive(sim: Any, station: Any, server: Any) -> None:
    """A server is on site: it begins to work, or waits for others."""
    job = job_of(sim, server)
    job.arrived = sim.now
    if job.kind != JobKind.MISSENT:
        server.x = job.x
        server.y = job.y
    write_case(sim, ARRIVED, case_of(sim, job), station.performer, station.number, job.kind)
    ms = job_site.on_site(sim, station, job)
    if ms != NOBODY:
        work(sim, station, server, job, ms)


@part
def work(sim: Any, station: Any, server: Any, job: Any, ms: int) -> None:
    """A server works for so long (ms), on the clock of its job; until it stops where what stops is
    handed over, or who does it leaves."""
    calendar = hours.in_hand(sim, station, server, job)
    job.left = ms
    end = finish(sim.plan, calendar, sim.now, ms)
    if working.hands_over(sim.plan, station, job):
        end = min(end, closing_after(sim.plan, calendar, sim.now))
    end = min(end, working.left_to_others(sim.plan, station, job, sim.now))
    server.due_done = due(sim, EventKind.DONE, server, end)


@part
def done(sim: Any, station: Any, server: Any) -> None:
    """A server has ended its job: what follows for the case, then the next job. One who stops hands over the rest."""
    job = job_of(sim, server)
    stops = working.hands_over(sim.plan, station, job)
    stops = stops or working.left_to_others(sim.plan, station, job, job.arrived) <= sim.now
    if stops and hours.still_to_do(sim, station, server, job) > 0:
        put_back(sim, station, server)
        take(sim, station)
        return
    release(sim, station, server, job)
    stays = job.kind == JobKind.PART  # until all parts of the case are done
    job_site.on_job_done(sim, station, job)
    if not stays:
        forget(sim, job)
    go_on(sim, station, server)


@part
def break_off(sim: Any, station: Any, server: Any) -> None:
    """A server drops its job without result and takes the next."""
    server.due_arrived = NOBODY
    server.due_done = NOBODY
    job = job_of(sim, server)
    release(sim, station, server, job)
    forget(sim, job)
    go_on(sim, station, server)


@part
def go_on(sim: Any, station: Any, server: Any) -> None:
    """Take up the next job, if there is one; a worker without any walks on."""
    take(sim, station)
    if station.walks and server.job == NOBODY:
        grid_worker.go_out(sim, station.number)


@part
def release(sim: Any, station: Any, server: Any, job: Any) -> None:
    """Free a server and book the hours its job took; those that line duty has lent are given back next."""
    busy, displaced, overtime = hours.taken(sim, station, server, job)
    if working.goes_on(sim.plan, station, job):
        server.resumes = hours.given_back(sim, server, job, busy - overtime)
    server.busy += busy
    server.displaced += displaced
    server.overtime += overtime
    server.job = NOBODY
    row = new_done_job(sim)
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
    row.overtime = overtime
