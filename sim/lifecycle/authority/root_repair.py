"""Root repair: what comes back too often at a place has its cause repaired, by the unit that closed the last case.

An issue and all its recurrences are a chain; what is known of it stands at its head, the first of them. A place that
was warned of has its cause repaired too, for whatever chain.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import EventKind, JobKind, Performer
from sim.lifecycle import station, street
from sim.lifecycle.access import issue_of
from sim.lifecycle.authority import warning
from sim.lifecycle.hooks import working
from sim.lifecycle.log import write_as
from sim.lifecycle.services import part, schedule
from sim.record.activities import NUMBER

ROOT_DONE = NUMBER["root_done"]


@part
def head_of(sim: Any, issue: Any) -> Any:
    """The first issue of a chain."""
    return sim.issues[issue.head]


@part
def count(sim: Any, case: Any) -> None:
    """Count a closing; the first of a case may begin a repair, whose procedure runs."""
    if case.reopened:
        return
    issue = issue_of(sim, case)
    head = head_of(sim, issue)
    head.chain_cases += 1
    if working.begins_root_repair(sim.plan, issue, head.chain_cases) or warning.asks(sim, issue, case):
        schedule(sim, EventKind.ROOT, case.number, case.number, working.root_repair_prepared(sim.plan, case, sim.now))


@part
def begin(sim: Any, case: Any) -> None:
    """The procedure is over: the repair joins the queue of the unit of the case."""
    job = station.make_job(sim, case, JobKind.ROOT)
    station.receive(sim, sim.stations[street.station_for(sim, case)], job)


@part
def done(sim: Any, case: Any) -> None:
    """The cause is repaired: fewer recurrences come from now on."""
    issue = issue_of(sim, case)
    head_of(sim, issue).repaired = 1
    if case.warned:
        warning.repaired(sim, issue)
    write_as(sim, ROOT_DONE, case, Performer.STREET, 0)
