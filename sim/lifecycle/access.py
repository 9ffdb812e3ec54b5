"""Access: from one thing to another, and to what the plan says of it; the only place where things are looked up."""

from __future__ import annotations

from typing import Any

from sim.kinds import Clock, EventKind, IssueState
from sim.lifecycle.services import part, schedule
from sim.world import outcomes


@part
def issue_of(sim: Any, case: Any) -> Any:
    """The issue that a case is about."""
    return sim.issues[case.issue]


@part
def case_of(sim: Any, job: Any) -> Any:
    """The case that a job is done for."""
    return sim.cases[job.case]


@part
def hazard_of(sim: Any, issue: Any) -> Any:
    """What the plan says of the hazard of an issue."""
    return sim.plan.hazards[issue.hazard]


@part
def find_site(sim: Any, issue: Any) -> None:
    """Look up where in the world an issue is, which is drawn anew whenever it is asked for."""
    issue.site = outcomes.site_of(sim.plan, hazard_of(sim, issue), area_of(sim, issue), issue.root)


@part
def site_of(sim: Any, issue: Any) -> Any:
    """The place or household where an issue is."""
    return sim.plan.sites[issue.site]


@part
def area_of(sim: Any, issue: Any) -> Any:
    """What the plan says of the community where an issue is."""
    return sim.plan.communities[issue.community]


@part
def is_open(sim: Any, issue: Any) -> bool:
    """Whether an issue is still there."""
    return is_open_at(sim, issue.slot)


@part
def is_open_at(sim: Any, slot: int) -> bool:
    """Whether the issue in a slot is still there; of the issue itself nothing is looked at."""
    return sim.states[slot] == IssueState.OPEN


@part
def set_state(sim: Any, issue: Any, state: IssueState) -> None:
    """Give an issue another state."""
    sim.states[issue.slot] = state


@part
def job_of(sim: Any, server: Any) -> Any:
    """The job that a busy server does."""
    return sim.jobs[server.job]


@part
def unit_of(sim: Any, case: Any) -> Any:
    """What the plan says of the unit a case was last sent to."""
    return sim.plan.units[case.unit]


@part
def server_at(sim: Any, station: Any, position: int) -> Any:
    """A server of a station by its position in it."""
    return sim.servers[station.first_server + position]


@part
def calendar_of(sim: Any, server: Any, clock: int) -> Any:
    """Calendar that bounds a server's jobs on a clock (number of a `sim.kinds.Clock`); what begins in agreed hours goes
    on until it is done."""
    if clock == Clock.CASES:
        return sim.plan.calendars[server.cases]
    return sim.plan.calendars[server.duty if clock == Clock.DUTY else server.always]


@part
def due(sim: Any, kind: EventKind, entity: Any, at: int) -> int:
    """Make an event of an entity due at a time (ms); return the due time, NOBODY for never."""
    return schedule(sim, kind, entity.number, entity.number, at)
