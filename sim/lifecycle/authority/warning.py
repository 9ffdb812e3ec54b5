"""Warning from repeats: so many cases about one hazard at one place in so long a time, and the place is warned of.

The last case of each place is kept, and each case knows the one before; after a warning they are counted anew. Nothing
of it is kept where nobody warns.
"""

from __future__ import annotations

from typing import Any

from sim.kinds import NOBODY, Performer
from sim.lifecycle.hooks import working
from sim.lifecycle.log import write_as
from sim.lifecycle.services import part
from sim.record.activities import NUMBER

WARNED = NUMBER["warned"]
NOT_ASKED, ASKED, REPAIRED = range(3)
"""What became of the cause at a place."""


@part
def place_of(sim: Any, issue: Any) -> Any:
    """What is known of the hazard of an issue at its site."""
    return sim.places[issue.site * len(sim.plan.hazards) + issue.hazard]


@part
def note(sim: Any, issue: Any, case: Any) -> None:
    """A case about an issue is opened: with it the place may be warned of."""
    repeats = working.warned_from(sim.plan, issue)
    if repeats == NOBODY:
        return
    place = place_of(sim, issue)
    case.earlier = place.last
    place.last = case.number + 1
    if since_when(sim, case, repeats) >= working.counted_since(sim.plan, sim.now):
        place.last = 0
        case.warned = 1
        write_as(sim, WARNED, case, Performer.DESK, repeats)


@part
def since_when(sim: Any, case: Any, repeats: int) -> int:
    """When the first of the last cases at a place, so many with this one, was opened (ms); NOBODY if they are fewer."""
    number = case.number
    for _ in range(repeats - 1):
        number = sim.cases[number].earlier - 1
        if number < 0:
            return NOBODY
    return sim.cases[number].reported


@part
def asks(sim: Any, issue: Any, case: Any) -> bool:
    """Whether a warning with a case about an issue asks for a repair; one at each place is enough."""
    if case.warned == 0 or place_of(sim, issue).repair != NOT_ASKED:
        return False
    place_of(sim, issue).repair = ASKED
    return True


@part
def repaired(sim: Any, issue: Any) -> None:
    """The cause is repaired at the place of an issue: less of its hazard occurs there from now on."""
    place_of(sim, issue).repair = REPAIRED


@part
def inherits(sim: Any, issue: Any) -> None:
    """Note of an issue that occurs whether the cause at its place is repaired."""
    if working.warned_from(sim.plan, issue) != NOBODY and place_of(sim, issue).repair == REPAIRED:
        issue.repaired = 1
