"""The agenda: whose event of which kind is handled where. An event that is not due any more is void.

The order of kinds at one instant is that of `sim.kinds.EventKind`.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, EventKind
from sim.lifecycle import environment, grid_worker, job_site, party_members, run, station, street
from sim.lifecycle.authority import root_repair
from sim.lifecycle.joint_work import whistle
from sim.lifecycle.oversight import supervisor
from sim.lifecycle.services import part
from sim.lifecycle.stages import named_leader


@part
def happen(sim: Any, time: int, kind: int, number: int, slot: int) -> None:
    """An event of a kind whose time (ms) has come, of the entity of a number, kept in a slot."""
    if kind == EventKind.DONE or kind == EventKind.ARRIVED:
        of_server(sim, time, kind, sim.servers[slot])
    elif kind == EventKind.NOTICED or kind == EventKind.OCCURS:
        of_issue(sim, time, kind, number, sim.issues[slot])
    elif kind == EventKind.DUTY or kind == EventKind.OPEN or kind == EventKind.EVENING:
        of_station(sim, time, kind, sim.stations[slot])
    elif kind == EventKind.MARK:
        sim.now = time
        run.on_mark(sim)
    elif kind == EventKind.END:
        sim.ended = 1
    elif kind == EventKind.MONTH:
        sim.now = time
        supervisor.on_month(sim)
    elif kind == EventKind.COUNT:
        sim.now = time
        run.on_count(sim)
    elif kind == EventKind.ROOT:
        sim.now = time
        root_repair.begin(sim, sim.cases[slot])
    elif kind == EventKind.SIGNED:
        sim.now = time
        whistle.on_signed(sim, sim.summonses[slot])
    else:
        of_case(sim, time, kind, sim.cases[slot])


@part
def of_server(sim: Any, time: int, kind: int, server: Any) -> None:
    """An event of a kind (number) of a server, whose time (ms) has come."""
    place = sim.stations[server.station]
    if kind == EventKind.DONE:
        if server.due_done == time:
            server.due_done = NOBODY
            sim.now = time
            station.done(sim, place, server)
    elif server.due_arrived == time:
        server.due_arrived = NOBODY
        sim.now = time
        station.arrive(sim, place, server)


@part
def of_case(sim: Any, time: int, kind: int, case: Any) -> None:
    """An event of a kind (number) of a case, whose time (ms) has come."""
    if kind == EventKind.STEP:
        if case.due_step == time:
            case.due_step = NOBODY
            sim.now = time
            street.on_step(sim, case)
    elif kind == EventKind.LIMIT:
        if case.due_limit == time:
            case.due_limit = NOBODY
            sim.now = time
            supervisor.on_limit(sim, case)
    elif kind == EventKind.CONTACT:
        if case.due_contact == time:
            case.due_contact = NOBODY
            sim.now = time
            street.on_contact(sim, case)
    elif kind == EventKind.CHASE:
        if case.due_chase == time:
            case.due_chase = NOBODY
            sim.now = time
            street.on_chase(sim, case)
    elif kind == EventKind.SAFE:
        if case.due_safe == time:
            case.due_safe = NOBODY
            sim.now = time
            job_site.made_safe(sim, case)
    elif kind == EventKind.STUCK:
        if case.due_stuck == time:
            case.due_stuck = NOBODY
            sim.now = time
            named_leader.consider(sim, case)
    elif case.due_wait == time:
        case.due_wait = NOBODY
        sim.now = time
        whistle.on_wait_over(sim, case)


@part
def of_station(sim: Any, time: int, kind: int, place: Any) -> None:
    """An event of a kind (number) of a station, whose time (ms) has come."""
    if kind == EventKind.DUTY:
        if place.due_duty == time:
            place.due_duty = NOBODY
            sim.now = time
            grid_worker.on_duty(sim, place.number)
    elif kind == EventKind.OPEN:
        if place.due_open == time:
            place.due_open = NOBODY
            sim.now = time
            station.take(sim, place)
    elif place.due_evening == time:
        place.due_evening = NOBODY
        sim.now = time
        party_members.on_evening(sim, place)


@part
def of_issue(sim: Any, time: int, kind: int, number: int, issue: Any) -> None:
    """An event of an issue, whose time (ms) has come; a recurrence (number) is an event of the issue that has ended."""
    if kind == EventKind.OCCURS:
        sim.now = time
        environment.recurrence_occurs(sim, number, issue)
    elif issue.due_noticed == time:
        issue.due_noticed = NOBODY
        sim.now = time
        environment.on_noticed(sim, issue)
