"""A run: what is due from the start, and what is noted when the observation period opens and closes."""

from __future__ import annotations

from typing import Any

from sim.kinds import EventKind, StationKind
from sim.lifecycle import grid_worker, hours, party_members
from sim.lifecycle.oversight import assessment, supervisor
from sim.lifecycle.services import part, schedule

DAY = 86_400_000
"""Milliseconds from one count of those who wait to the next."""


@part
def set_up(sim: Any) -> None:
    """Make due what begins by itself."""
    times = sim.plan.run
    schedule(sim, EventKind.END, 0, 0, times.end)
    schedule(sim, EventKind.MARK, 0, 0, times.warmup)
    schedule(sim, EventKind.MARK, 0, 0, times.window)
    schedule(sim, EventKind.COUNT, 0, 0, times.warmup)
    for number in range(len(sim.stations)):
        place = sim.stations[number]
        if place.walks:
            grid_worker.go_out(sim, number)
        elif place.kind == StationKind.MEMBERS or place.kind == StationKind.PARTNERS:
            party_members.look_ahead(sim, place)
    assessment.set_up(sim)
    supervisor.expect_month_end(sim)


@part
def on_mark(sim: Any) -> None:
    """The observation period opens or closes: note the hours of all stations so far, and trust."""
    for number in range(len(sim.walks)):
        grid_worker.bring_up_to_date(sim, number)
    for number in range(len(sim.stations)):
        place, mark = sim.stations[number], sim.marks[sim.marked * len(sim.stations) + number]
        hours.so_far(sim, place, mark)
        mark.waiting = place.waiting
        if place.walks:
            mark.patrolled = sim.walks[number].patrolled
            mark.visited = sim.walks[number].visited
    sim.marked += 1
    note_trust(sim)


@part
def on_count(sim: Any) -> None:
    """A day of the observation period begins, or its last has ended: count the jobs that wait at each station."""
    first = sim.counted * len(sim.stations)
    for number in range(len(sim.stations)):
        sim.queues[first + number] = sim.stations[number].waiting
    sim.counted += 1
    if sim.now + DAY <= sim.plan.run.window:
        schedule(sim, EventKind.COUNT, 0, 0, sim.now + DAY)


@part
def note_trust(sim: Any) -> None:
    """Sum the trust of all residents involved so far, and of those who had really reported: at first, and now."""
    sim.trust_of = sim.involved
    sim.trust_before = sim.trust_now = sim.reporters_before = sim.reporters_now = 0.0
    for i in range(sim.involved):
        person = sim.residents[sim.met[i]]
        sim.trust_before += person.first_trust
        sim.trust_now += person.trust
        if person.reports > 0:
            sim.reporters_before += person.first_trust
            sim.reporters_now += person.trust
