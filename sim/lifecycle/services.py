"""Services: what the lifecycle asks of the engine that carries it, and the marks of what an engine must know.

The lifecycle is functions over `sim`, the run. `sim` has the plan, the things in tables (`issues`, `cases`, `jobs`,
`summonses`, `servers`, `stations`, `walks`, `residents`) and some counts; the rest are the services below. An engine of
objects has them as methods of `sim`; one that compiles has functions of the same names.

A `line` is a number of entries in the order of (rank, number), each with the slot of a thing: jobs in line at a
station, issues on a beat. It is a value: what changes it returns the line changed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

PARTS: list[Callable[..., Any]] = []
"""Every part of the lifecycle, in the order of import."""
SERVICES: list[Callable[..., Any]] = []
"""Every service, in the order of this page."""


def part(function: F) -> F:
    """Mark a function as a part of the lifecycle: plain Python here, compiled by an engine that compiles."""
    PARTS.append(function)
    return function


def service(function: F) -> F:
    """Mark a function as a service."""
    SERVICES.append(function)
    return function


# -- the clock -------------------------------------------------------------------------------------------------------


@service
def schedule(sim: Any, kind: int, number: int, slot: int, time: int) -> int:
    """Make an event of a kind happen to an entity (its number and slot) at a time (ms); return that time.

    NOBODY for NEVER. An event whose time is not the entity's due time any more is void, so that to move or cancel one
    is to write the due time.
    """
    return sim.schedule(kind, number, slot, time)


# -- things ----------------------------------------------------------------------------------------------------------


@service
def new_issue(sim: Any) -> Any:
    """A blank issue with the next slot."""
    return sim.new_issue()


@service
def drop_issue(sim: Any) -> None:
    """Take back the newest issue: it never was."""
    sim.drop_issue()


@service
def new_case(sim: Any) -> Any:
    """A blank case with the next number."""
    return sim.new_case()


@service
def new_job(sim: Any) -> Any:
    """A blank job in a free slot, with the next number."""
    return sim.new_job()


@service
def free_job(sim: Any, job: Any) -> None:
    """A job has ended: its slot is free, its entries in lines are void."""
    sim.free_job(job)


@service
def new_summons(sim: Any) -> Any:
    """A blank summons with the next number."""
    return sim.new_summons()


@service
def new_done_job(sim: Any) -> Any:
    """A blank row of the table of jobs that have ended."""
    return sim.new_done_job()


# -- places ----------------------------------------------------------------------------------------------------------


@service
def is_taken(sim: Any, issue: Any) -> bool:
    """Whether an issue of its hazard is open at its site."""
    return sim.is_taken(issue)


@service
def take_place(sim: Any, issue: Any) -> None:
    """Note that an issue is open at its site."""
    sim.take_place(issue)


@service
def leave_place(sim: Any, issue: Any) -> None:
    """Note that it is not any more."""
    sim.leave_place(issue)


# -- lines -----------------------------------------------------------------------------------------------------------


@service
def is_empty(sim: Any, line: Any) -> bool:
    """Whether a line has no entries."""
    return sim.is_empty(line)


@service
def entered(sim: Any, line: Any, rank: int, number: int, slot: int) -> Any:
    """A line with one entry more: the slot of a thing, in the order of rank and number."""
    return sim.entered(line, rank, number, slot)


@service
def first_of(sim: Any, line: Any) -> Any:
    """First entry of a line that is not empty: its `rank`, `number` and `slot`."""
    return sim.first_of(line)


@service
def without_first(sim: Any, line: Any) -> Any:
    """A line without its first entry."""
    return sim.without_first(line)


# -- the log ---------------------------------------------------------------------------------------------------------


@service
def write_row(
    sim: Any, activity: int, root: int, generation: int, case: int, performer: int, agent: int, value: int
) -> None:
    """Add a row to the log at the present moment (ms): count it, and keep it if the log is kept."""
    sim.write_row(activity, root, generation, case, performer, agent, value)
