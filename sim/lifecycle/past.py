"""The past: what has become, by the start, of the issues of before it that make a stationary stock.

An issue of before the start is found on a round, whose odometers ran as planned, or by others at a steady rate, or it
heals. If none of this had happened by the start it is still there, undetected. If it has ended it may come back after
the start. It ends as it heals, or when its procedure is over after it was found: how long cases queued is not known.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NEVER, NOBODY, EventKind, Performer
from sim.lifecycle import beat
from sim.lifecycle.access import area_of, find_site, hazard_of
from sim.lifecycle.hooks import noticing
from sim.lifecycle.log import write
from sim.lifecycle.services import part, schedule
from sim.record.activities import NUMBER
from sim.world import outcomes

RECURS = NUMBER["recurs"]


@part
def still_there(sim: Any, issue: Any) -> bool:
    """Whether an issue of before the start is there at the start, and nobody knows of it.

    As many as occur in months are not: what tells without their place, which takes longer to find, comes first.
    """
    if reported_at(sim, issue, 0.0) <= 0 or heals_at(sim, issue) <= 0:
        return False
    find_site(sim, issue)
    return found_at(sim, issue) > 0


@part
def found_at(sim: Any, issue: Any) -> int:
    """Moment (ms) at which it was found before the start; after 0 if it was not."""
    channels = noticing.found_by_channels(sim.plan, issue)
    return min(beat.found_then(sim, issue), reported_at(sim, issue, channels))


@part
def reported_at(sim: Any, issue: Any, channels: float) -> int:
    """Moment (ms) at which it was found other than on a round, with channels that find at a rate (per ms): at the
    latest, without them; after 0 if it was not."""
    return noticing.reported_then(sim.plan, hazard_of(sim, issue), issue, channels, NEVER)


@part
def heals_at(sim: Any, issue: Any) -> int:
    """Moment (ms) at which it heals by itself."""
    return noticing.healed_at(sim.plan, hazard_of(sim, issue), issue, NEVER)


@part
def ended_at(sim: Any, issue: Any, found: int) -> int:
    """Moment (ms) at which it ended that was found at a moment: as it healed, or as its procedure was over."""
    healed = heals_at(sim, issue)
    return min(healed, noticing.mended_then(sim.plan, hazard_of(sim, issue), issue, found)) if found <= 0 else healed


@part
def will_recur(sim: Any, issue: Any) -> bool:
    """Whether an issue that was found or healed before the start comes back after it; then it is made due."""
    plan, hazard = sim.plan, hazard_of(sim, issue)
    delay = noticing.recurs_after(plan, hazard, issue)
    if delay < 0 or ended_at(sim, issue, reported_at(sim, issue, 0.0)) + delay <= 0:
        return False
    find_site(sim, issue)
    if not noticing.appears(plan, hazard, issue, area_of(sim, issue), sim.now):
        return False
    again = ended_at(sim, issue, found_at(sim, issue)) + delay
    if again <= 0 or again >= plan.run.end:
        return False
    write(sim, RECURS, issue, NOBODY, Performer.WORLD, NOBODY, again)
    issue.generation += 1
    issue.key = outcomes.issue_key(issue.root, issue.generation)
    issue.occurred = schedule(sim, EventKind.OCCURS, issue.number, issue.slot, again)
    return True
