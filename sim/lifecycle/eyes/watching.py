"""Other eyes: finding channels come upon an open issue, each at moments of its own, and fix or report it.

Without channels none of this is kept. With them each issue has a look of residents, whose next possible report is kept
while channels come by, and one of each channel.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, Level
from sim.lifecycle import environment, street
from sim.lifecycle.access import hazard_of
from sim.lifecycle.hooks import looking
from sim.lifecycle.log import write
from sim.lifecycle.services import part
from sim.record.activities import NUMBER

SEEN_BY_CHANNEL, FIXED_AT_ONCE = NUMBER["seen_by_channel"], NUMBER["fixed_at_once"]
RESIDENTS = 0
"""Number of the look of residents; that of channel n is n + 1."""


@part
def look_of(sim: Any, issue: Any, number: int) -> Any:
    """A look (number) at an issue."""
    return sim.looks[issue.slot * sim.looks_each + number]


@part
def begin(sim: Any, issue: Any) -> None:
    """Let all channels reckon when they first come upon an issue."""
    for number in range(len(sim.plan.eyes)):
        look = look_of(sim, issue, number + 1)
        look.passes = 0
        look.at = looking.next_seen(sim.plan, number, issue, 0, sim.now)


@part
def earliest(sim: Any, issue: Any, report: int) -> int:
    """Keep the next possible report of an issue (ms); the earliest moment at which anybody comes upon it."""
    look_of(sim, issue, RESIDENTS).at = report
    return earliest_kept(sim, issue)


@part
def earliest_kept(sim: Any, issue: Any) -> int:
    """The earliest moment (ms) at which anybody comes upon an issue."""
    return look_of(sim, issue, whose_turn(sim, issue)).at


@part
def whose_turn(sim: Any, issue: Any) -> int:
    """Number of the look that comes upon an issue first; at one instant in order of their numbers."""
    first = RESIDENTS
    for number in range(1, sim.looks_each):
        if look_of(sim, issue, number).at < look_of(sim, issue, first).at:
            first = number
    return first


@part
def comes_upon(sim: Any, issue: Any, number: int) -> None:
    """A channel (number) comes upon an issue: it passes by, fixes it at once, or reports it."""
    plan, eye, look = sim.plan, sim.plan.eyes[number], look_of(sim, issue, number + 1)
    passed = look.passes
    look.passes = passed + 1
    look.at = looking.next_seen(plan, number, issue, passed + 1, sim.now)
    if issue.case != NOBODY or not looking.acts(plan, eye, issue, passed, sim.now):
        return
    environment.detected(sim, issue, eye.source)
    if looking.fixes_now(plan, eye, hazard_of(sim, issue), issue, passed):
        write(sim, FIXED_AT_ONCE, issue, NOBODY, eye.performer, issue.community, eye.source)
        environment.fix(sim, issue, Level.STEWARDS)
    else:
        write(sim, SEEN_BY_CHANNEL, issue, sim.case_count, eye.performer, issue.community, eye.source)
        street.take_sighting(sim, issue, eye.source, passed + 1)
