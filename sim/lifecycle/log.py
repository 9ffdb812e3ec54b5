"""The log: a row for each arrow of the lifecycle. What the rows say stands in `sim.record.activities`."""

from __future__ import annotations

from typing import Any

from sim.lifecycle.access import area_of, issue_of
from sim.lifecycle.services import part, write_row


@part
def write(sim: Any, activity: int, issue: Any, case: int, performer: int, agent: int, value: int) -> None:
    """Log what somebody does about an issue; `case` is the number of a case or NOBODY. The others are
    numbers of what the activity says (`sim.record.activities`)."""
    write_row(sim, activity, issue.root, issue.generation, case, performer, agent, value)


@part
def write_case(sim: Any, activity: int, case: Any, performer: int, agent: int, value: int) -> None:
    """Log what somebody (number of the agent) does about a case: an activity (number) and its value."""
    write(sim, activity, issue_of(sim, case), case.number, performer, agent, value)


@part
def write_as(sim: Any, activity: int, case: Any, performer: int, value: int) -> None:
    """Log what the street in charge of a case, or somebody for it, does with it: an activity (number) and its value."""
    write_case(sim, activity, case, performer, area_of(sim, issue_of(sim, case)).street, value)
