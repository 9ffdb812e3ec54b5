"""The event log: rows counted always, and written if they are kept."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled.part import part
from sim.record.activities import AGENT_KINDS

(WORLD, RESIDENT, WORKER, LEADER, COMMUNITY, STREET, DEPARTMENT, MEMBERS, SUPERVISOR, DESK) = range(len(AGENT_KINDS))
"""Kinds of agents in the log."""


@part
def write(sim: Any, activity: int, issue: Any, case: int, kind: int, agent: int, value: int) -> None:
    """Add a row about an issue."""
    write_row(sim, activity, issue.root, issue.generation, case, kind, agent, value)


@part
def write_row(
    sim: Any, activity: int, root: int, generation: int, case: int, kind: int, agent: int, value: int
) -> None:
    """Add a row."""
    if sim.keep_log:
        row = sim.log[sim.rows]
        row.time_ms = sim.now
        row.activity = activity
        row.root = root
        row.generation = generation
        row.case = case
        row.agent_kind = kind
        row.agent = agent
        row.value = value
    sim.rows += 1


@part
def write_case(sim: Any, activity: int, case: Any, kind: int, agent: int, value: int) -> None:
    """Add a row about a case."""
    write(sim, activity, sim.issues[case.issue], case.number, kind, agent, value)
