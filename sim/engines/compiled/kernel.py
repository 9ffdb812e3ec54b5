"""The kernel, the one compiled function: events happen in order until memory must grow, a moment comes, or the end."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import (
    foresight,
    grid_worker,
    joint,
    nature,
    party_members,
    simulation,
    station,
    street,
    supervisor,
)
from sim.engines.compiled.clock import (
    KIND_BITS,
    KIND_MASK,
    MIDNIGHT,
    NUMBER_BITS,
    ROOT,
    SLOT_MASK,
    drop_first,
    enter,
    moment,
    next_day,
)
from sim.engines.compiled.part import part
from sim.kinds import NOBODY, Kind
from sim.plan.plan import GRID

MEMBERS_LEVEL = 4


@part
def set_up(sim: Any) -> None:
    """Make due what begins by itself."""
    settings = sim.plan.settings
    next_day(sim)
    enter(sim, settings.end, Kind.END.value, 0)
    enter(sim, settings.warmup, Kind.MARK.value, 0)
    enter(sim, settings.window, Kind.MARK.value, 0)
    for number in range(len(sim.stations)):
        place = sim.stations[number]
        if place.level == GRID:
            grid_worker.go_out(sim, place)
        elif place.level == MEMBERS_LEVEL:
            party_members.look_ahead(sim, place)
    supervisor.look_ahead(sim)


@part
def lacks_room(sim: Any) -> bool:
    """Whether a table might not hold all that the next event may add."""
    margin = sim.margin
    return (
        sim.issue_count + margin > len(sim.issues)
        or sim.case_count + margin > len(sim.cases)
        or sim.job_top + margin > len(sim.jobs)
        or sim.node_top + margin > len(sim.nodes)
        or sim.later_top + margin > len(sim.later)
        or sim.scheduled + margin > len(sim.heap)
        or sim.done_count + margin > len(sim.jobs_done)
        or (sim.keep_log and sim.rows + margin > len(sim.log))
    )


@part
def happen_server(sim: Any, time: int, kind: int, number: int) -> None:
    """An event of a server."""
    server = sim.servers[number]
    place = sim.stations[server.station]
    if kind == Kind.DONE.value:
        if server.due_done == time:
            server.due_done = NOBODY
            sim.now = time
            station.done(sim, place, server)
    elif server.due_arrived == time:
        server.due_arrived = NOBODY
        sim.now = time
        station.arrive(sim, place, server)


@part
def happen_case(sim: Any, time: int, kind: int, number: int) -> None:
    """An event of a case."""
    case = sim.cases[number]
    if kind == Kind.STEP.value:
        if case.due_step == time:
            case.due_step = NOBODY
            sim.now = time
            street.on_step(sim, case)
    elif kind == Kind.LIMIT.value:
        if case.due_limit == time:
            case.due_limit = NOBODY
            sim.now = time
            supervisor.on_limit(sim, case)
    elif kind == Kind.CONTACT.value:
        if case.due_contact == time:
            case.due_contact = NOBODY
            sim.now = time
            street.on_contact(sim, case)
    elif kind == Kind.CHASE.value:
        if case.due_chase == time:
            case.due_chase = NOBODY
            sim.now = time
            street.on_chase(sim, case)
    elif case.due_hold == time:
        case.due_hold = NOBODY
        sim.now = time
        joint.on_hold(sim, case)


@part
def happen_station(sim: Any, time: int, kind: int, number: int) -> None:
    """An event of a station."""
    place = sim.stations[number]
    if kind == Kind.DUTY.value:
        if place.due_duty == time:
            place.due_duty = NOBODY
            sim.now = time
            grid_worker.on_duty(sim, number)
    elif kind == Kind.OPEN.value:
        if place.due_open == time:
            place.due_open = NOBODY
            sim.now = time
            station.take(sim, place)
    elif place.due_evening == time:
        place.due_evening = NOBODY
        sim.now = time
        party_members.on_evening(sim, place)


@part
def happen_issue(sim: Any, time: int, kind: int, number: int, slot: int) -> None:
    """An event of an issue; a recurrence is an event of the issue that has ended."""
    issue = sim.issues[slot]
    if kind == Kind.OCCURS.value:
        sim.now = time
        nature.recurrence_occurs(sim, number, issue)
    elif issue.due_noticed == time:
        issue.due_noticed = NOBODY
        sim.now = time
        nature.on_noticed(sim, issue)


@part
def happen(sim: Any, when: int, who: int) -> None:
    """An event whose time has come: void if its entity is not due then, else handed to its handler."""
    time, kind, slot = when >> KIND_BITS, when & KIND_MASK, who & SLOT_MASK
    if kind == Kind.DONE.value or kind == Kind.ARRIVED.value:
        happen_server(sim, time, kind, slot)
    elif kind == Kind.NOTICED.value or kind == Kind.OCCURS.value:
        happen_issue(sim, time, kind, who >> NUMBER_BITS, slot)
    elif kind == Kind.DUTY.value or kind == Kind.OPEN.value or kind == Kind.EVENING.value:
        happen_station(sim, time, kind, slot)
    elif kind == Kind.MARK.value:
        sim.now = time
        simulation.on_mark(sim)
    elif kind == Kind.END.value:
        sim.ended = 1
    elif kind == Kind.MONTH.value:
        sim.now = time
        supervisor.on_month(sim)
    else:
        happen_case(sim, time, kind, slot)


def advance(sim: Any, until: int) -> None:
    """Let events happen until `until` (ms), until a table might be full, or until the end of the run."""
    plan = sim.plan
    if not sim.begun:
        sim.begun = 1
        set_up(sim)
    while not sim.ended and not lacks_room(sim):
        when, who = sim.heap[ROOT].when, sim.heap[ROOT].who
        if sim.next < len(plan.root):
            occurs = max(plan.time[sim.next], 0)
            first = moment(occurs, Kind.OCCURS.value)
            if first < when or (first == when and sim.next < who >> NUMBER_BITS):
                if occurs >= until:
                    return
                sim.now = occurs
                nature.primary_occurs(sim)
                continue
        if when >> KIND_BITS >= until:
            return
        drop_first(sim)
        foresight.look_ahead(sim)
        if who == MIDNIGHT:
            next_day(sim)
        else:
            happen(sim, when, who)
