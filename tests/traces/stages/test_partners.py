"""Partners of a community: they take up what has waited since before the last meeting, if it is on their list."""

from __future__ import annotations

from typing import Any

import pytest

from tests.traces.tracing import PLACE, Occurs, hazard, partner_after, quiet, trace

SMALL = {"small": hazard("community", "30 min", small=True, procedure="1 h")}


def partners(**own: Any) -> dict[str, Any]:
    plain = {"units": 1, "tasks": 1, "hazards": ["small"], "roster": "always", "work": "20 min", "contract": "0 h"}
    return {"co_building": {"enabled": True, **plain, **own}}


@pytest.mark.parametrize(("meeting", "taken"), [("12 h", True), ("24 h", False)])
def test_partners_take_what_waited_at_the_last_meeting(meeting: str, taken: bool) -> None:
    """It waits from 10:05 on, for nobody is at the desk; of two meetings before 14:00 only that of noon is after it."""
    told = trace(
        quiet(
            {
                "hazards": SMALL,
                "staff": {"community_desks": {"crews": 0}},
                "mechanisms": partners(meeting=meeting),
            }
        ),
        Occurs("Mon 09:00:00", "small", PLACE),
        by_hand=[partner_after(14)],
    )
    rows = [row for row in told.rows if row[3] == "partners" and row[0].startswith("Mon ")]
    expected = [
        ("Mon 14:00:00", "taken_up", "0", "partners", 0),
        ("Mon 14:00:00", "set_out", "0", "partners", "taken_up"),
        ("Mon 14:00:00", "arrived", "0", "partners", "taken_up"),
    ]
    assert rows == (expected if taken else [])
    if taken:
        assert (told.issues["a"]["fixed_by"], told.cases[0]["level"]) == ("partners", "partners")
        assert told.cases[0]["claimed"] == "Mon 14:20:00"


def test_what_is_not_on_the_list_is_left() -> None:
    told = trace(
        quiet(
            {
                "hazards": {**SMALL, "other": hazard("community", "30 min", small=True)},
                "staff": {"community_desks": {"crews": 0}},
                "mechanisms": partners(hazards=["other"], meeting="1 h"),
            }
        ),
        Occurs("Mon 09:00:00", "small", PLACE),
        by_hand=[partner_after(14)],
    )
    assert not [row for row in told.rows if row[3] == "partners"]
