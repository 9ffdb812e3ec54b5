"""The street's own part of joint work: a unit that may act for some of the departments does theirs on site first.

Only then are the others called, so that no crew waits for it; where nobody is left to call, the case is done.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, Performer
from sim.lifecycle import ledger, street
from sim.lifecycle.access import is_open, issue_of
from sim.lifecycle.hooks import dispatching
from sim.lifecycle.joint_work import joint
from sim.lifecycle.joint_work.departments import first_department
from sim.lifecycle.log import write_as
from sim.lifecycle.services import part
from sim.record.activities import NUMBER

TAKEN_OVER = NUMBER["taken_over"]


@part
def note(sim: Any, case: Any) -> None:
    """Note of a joint case who acts for some of its departments, if anybody does."""
    issue = issue_of(sim, case)
    case.moved_by = dispatching.joined_by(sim.plan, issue)
    if case.moved_by != NOBODY:
        case.unit = dispatching.joining(sim.plan, issue)
        write_as(sim, TAKEN_OVER, case, Performer.STREET, sim.plan.options[issue.option].unit)


@part
def begins(sim: Any, case: Any) -> bool:
    """Put a joint case in the queue of the unit that acts for some of its departments; whether there is one."""
    unit = dispatching.joining(sim.plan, issue_of(sim, case))
    if unit == NOBODY:
        return False
    case.unit = unit
    street.hand_over(sim, case)
    return True


@part
def done(sim: Any, case: Any, station: Any) -> None:
    """The unit has done its part: the others are called, if there are any and the issue is still there."""
    issue = issue_of(sim, case)
    others = dispatching.called(sim.plan, issue)
    if others == 0 or not is_open(sim, issue):
        ledger.claim(sim, case, station, station.level)
        return
    case.unit = sim.plan.departments[first_department(others)]
    joint.call(sim, case)
