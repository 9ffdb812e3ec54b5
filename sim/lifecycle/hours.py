"""Hours of a server: which of them a job uses, what it has taken of them, and what is given back to line duty."""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, Clock
from sim.lifecycle.access import calendar_of, job_of, server_at
from sim.lifecycle.hooks import working
from sim.lifecycle.services import part
from sim.plan.intervals import finish, worked_by


@part
def in_hand(sim: Any, station: Any, server: Any, job: Any) -> Any:
    """Calendar in which a server does a job that it has taken up."""
    return calendar_of(sim, server, working.clock_in_hand(sim.plan, station, job))


@part
def still_to_do(sim: Any, station: Any, server: Any, job: Any) -> int:
    """Work (ms) that is left now of a job that hands are on site for."""
    calendar = in_hand(sim, station, server, job)
    return job.left - (worked_by(sim.plan, calendar, sim.now) - worked_by(sim.plan, calendar, job.arrived))


@part
def taken(sim: Any, station: Any, server: Any, job: Any) -> tuple[int, int, int]:
    """Ms a job has taken of its server so far; those of them taken from line duty and not given back; and those worked
    off duty."""
    clock = working.clock_in_hand(sim.plan, station, job)
    busy = open_since(sim, server, job, clock)
    overtime = 0 if clock <= Clock.DUTY else busy - open_since(sim, server, job, Clock.DUTY.value)
    if job.clock == Clock.CASES:
        return busy, 0, overtime
    return busy, busy - overtime - open_since(sim, server, job, Clock.CASES.value), overtime


@part
def open_since(sim: Any, server: Any, job: Any, clock: int) -> int:
    """Ms in which a server was open on a clock (number) since it took up a job."""
    calendar = calendar_of(sim, server, clock)
    return worked_by(sim.plan, calendar, sim.now) - worked_by(sim.plan, calendar, job.started)


@part
def given_back(sim: Any, server: Any, job: Any, on_duty: int) -> int:
    """Moment (ms) at which a server has given back what a job took (ms on duty) of its line duty, out of its time for
    cases."""
    lent = on_duty - open_since(sim, server, job, Clock.CASES.value)
    return finish(sim.plan, calendar_of(sim, server, Clock.CASES), sim.now, lent)


@part
def so_far(sim: Any, station: Any, mark: Any) -> None:
    """Note busy and displaced ms and overtime of all servers up to now, jobs under way included."""
    for position in range(station.servers):
        server = server_at(sim, station, position)
        mark.busy += server.busy
        mark.displaced += server.displaced
        mark.overtime += server.overtime
        if server.job != NOBODY:
            more, lent, overtime = taken(sim, station, server, job_of(sim, server))
            mark.busy += more
            mark.displaced += lent
            mark.overtime += overtime
