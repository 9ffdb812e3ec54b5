"""Things as they are made: nothing is counted or due, and what there may be later, there is none of yet."""

from __future__ import annotations

import pytest

from sim.kinds import NEVER, NOBODY
from sim.lifecycle import things
from sim.lifecycle.joint_work.summons import Summons

NONE_YET: dict[str, str] = {
    "Issue": "ended detected report_day case detected_by fixed_by",
    "Case": "registered dispatched responded arrived claimed closed whistled first_whistle signed assembled safe asked"
    " issue reporter finder job lead leader first_part last_part channel unit level moved_by accepted stage settled_by",
    "Job": "case department started arrived station server left next_part passed earlier later",
    "Summons": "case department",
    "Server": "station job",
    "Station": "community first_offer last_offer score",
    "Walk": "coverer sightings visits covers period stint",
    "Resident": "joined",
    "DoneJob": "",
    "Mark": "",
}
"""Times of what has not happened, and things that a thing has not got, by kind; moments that are due are such too."""
UNLIKE: dict[tuple[str, str], float] = {
    ("Issue", "adopted"): -1,  # all mechanisms are at work for it, unless they are placed elsewhere
    ("Issue", "heals_at"): NEVER,  # unless the world says so
    ("Case", "adopted"): -1,
    ("Case", "limit"): NEVER,  # until it is filed
    ("Station", "novelty"): 1.0,  # all effort is fresh
}


@pytest.mark.parametrize("name", NONE_YET)
def test_of_a_new_thing_nothing_is_counted_or_due(name: str) -> None:
    kind = {**vars(things), "Summons": Summons}[name]
    nothing = {
        field: NOBODY if field in NONE_YET[name].split() or field.startswith("due_") else 0
        for field in things.widths(kind)
    }
    nothing |= {field: value for (unlike, field), value in UNLIKE.items() if unlike == name}
    assert things.blank(kind) == nothing
