"""Party members of a community: come forward in their hours off and take up small tasks."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled import community, simulation, station
from sim.engines.compiled.clock import schedule
from sim.engines.compiled.eventlog import MEMBERS, write_case
from sim.engines.compiled.part import part
from sim.kinds import NOBODY, JobKind, Kind
from sim.lifecycle import hooks
from sim.record.activities import NUMBER

CLAIMED = NUMBER["claimed"]


@part
def look_ahead(sim: Any, pool: Any) -> None:
    """Reckon when a member comes forward next."""
    record = sim.plan.stations[pool.number]
    area = sim.plan.communities[record.community]
    if area.member_gap <= 0.0 or record.servers == 0:
        return
    at = hooks.member_comes_at(sim.plan, area, record.community, pool.evenings, sim.now)
    pool.evenings += 1
    pool.due_evening = schedule(sim, Kind.EVENING.value, pool.number, pool.number, at)


@part
def on_evening(sim: Any, pool: Any) -> None:
    """A member comes forward and takes up the oldest small task, if there is one."""
    slot = community.small_task(sim, sim.plan.stations[pool.number].community)
    if slot != NOBODY:
        task = sim.jobs[slot]
        case = sim.cases[task.case]
        station.withdraw(sim, sim.stations[task.station], task)
        write_case(sim, CLAIMED, case, MEMBERS, pool.number, 0)
        job = simulation.new_job(sim, case, JobKind.CLAIMED.value)
        case.job = job.slot
        station.receive(sim, pool, job)
    look_ahead(sim, pool)
