"""Tables: services that make things, note what is open at which place, and write the log."""

from __future__ import annotations

from typing import Any

from sim.kinds import IssueState
from sim.lifecycle.services import part

WORD = 64
"""Hazards in a word of the table of what is open."""


@part
def new_issue(sim: Any) -> Any:
    """The next row of the issues, blank."""
    slot = sim.issue_count
    sim.issue_count += 1
    sim.issues[slot] = sim.blank_issue[0]
    issue = sim.issues[slot]
    issue.slot = slot
    sim.states[slot] = IssueState.OPEN
    sim.look_count = (slot + 1) * sim.looks_each
    return issue


@part
def drop_issue(sim: Any) -> None:
    """Leave the last row to the next issue."""
    sim.issue_count -= 1


@part
def new_case(sim: Any) -> Any:
    """The next row of the cases, blank."""
    number = sim.case_count
    sim.case_count += 1
    sim.cases[number] = sim.blank_case[0]
    case = sim.cases[number]
    case.number = number
    return case


@part
def new_job(sim: Any) -> Any:
    """The first free row of the jobs, blank; a free one names the next free one in `later`."""
    slot = sim.free_job
    if sim.jobs[slot].later > 0:
        sim.free_job = sim.jobs[slot].later
    else:
        sim.free_job = sim.job_top = slot + 1
    sim.job_count += 1
    sim.jobs[slot] = sim.blank_job[0]
    job = sim.jobs[slot]
    job.slot = slot
    job.number = sim.job_count
    return job


@part
def free_job(sim: Any, job: Any) -> None:
    """Put a row of the jobs before the free ones."""
    job.number = 0
    job.later = sim.free_job
    sim.free_job = job.slot


@part
def new_summons(sim: Any) -> Any:
    """The next row of the summonses, blank."""
    number = sim.summons_count
    sim.summons_count += 1
    sim.summonses[number] = sim.blank_summons[0]
    summons = sim.summonses[number]
    summons.number = number
    return summons


@part
def new_done_job(sim: Any) -> Any:
    """The next row of the jobs that have ended."""
    row = sim.jobs_done[sim.done_count]
    sim.done_count += 1
    return row


@part
def word_of(sim: Any, site: int, hazard: int) -> int:
    """Word of a site and hazard in the table of what is open."""
    return site * ((len(sim.plan.hazards) + WORD - 1) // WORD) + hazard // WORD


@part
def bit_of(issue: Any) -> int:
    """Bit of an issue's hazard in its word."""
    return 1 << issue.hazard % WORD


@part
def is_taken(sim: Any, issue: Any) -> bool:
    """Look at the bit of its place."""
    return (sim.taken[word_of(sim, issue.site, issue.hazard)] & bit_of(issue)) != 0


@part
def take_place(sim: Any, issue: Any) -> None:
    """Set the bit of its place."""
    sim.taken[word_of(sim, issue.site, issue.hazard)] |= bit_of(issue)


@part
def leave_place(sim: Any, issue: Any) -> None:
    """Clear the bit of its place."""
    sim.taken[word_of(sim, issue.site, issue.hazard)] &= ~bit_of(issue)


@part
def write_row(
    sim: Any, activity: int, root: int, generation: int, case: int, performer: int, agent: int, value: int
) -> None:
    """Count a row, and write it if the log is kept."""
    if sim.keep_log:
        row = sim.log[sim.rows]
        row.time_ms = sim.now
        row.activity = activity
        row.root = root
        row.generation = generation
        row.case = case
        row.agent_kind = performer
        row.agent = agent
        row.value = value
    sim.rows += 1
