"""Helpers of a community, party members and partners: they come forward in their hours and take up small tasks."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, EventKind, JobKind, StationKind
from sim.lifecycle import community, station
from sim.lifecycle.access import case_of, due
from sim.lifecycle.hooks import noticing
from sim.lifecycle.log import write_case
from sim.lifecycle.services import part
from sim.record.activities import NUMBER

TAKEN_UP = NUMBER["taken_up"]
PARTNERS = StationKind.PARTNERS.value


@part
def look_ahead(sim: Any, members: Any) -> None:
    """Reckon when a helper of a community's pool comes forward next."""
    area = sim.plan.communities[members.community]
    if noticing.mean_gap(area, members) <= 0.0 or members.servers == 0:
        return
    pool = sim.plan.pools[sim.plan.stations[members.number].pool]
    at = noticing.member_comes_at(sim.plan, area, pool, members, sim.now)
    members.evenings += 1
    members.due_evening = due(sim, EventKind.EVENING, members, at)


@part
def on_evening(sim: Any, members: Any) -> None:
    """A helper comes forward and takes up the oldest small task, if there is one; partners one of their list."""
    if members.kind == PARTNERS:
        slot = community.listed_task(sim, members.community, noticing.listed_before(sim.plan, sim.now))
    else:
        slot = community.small_task(sim, members.community)
    if slot != NOBODY and noticing.helps(sim.plan, members, sim.now):
        take_up(sim, members, sim.jobs[slot])
    look_ahead(sim, members)


@part
def take_up(sim: Any, members: Any, task: Any) -> None:
    """Take a task from those who have it in line, and do it there and then."""
    case = case_of(sim, task)
    station.withdraw(sim, sim.stations[task.station], task)
    write_case(sim, TAKEN_UP, case, members.performer, members.number, 0)
    job = station.make_job(sim, case, JobKind.TAKEN_UP)
    case.job = job.slot
    station.receive(sim, members, job)
