"""Mechanisms that are off: whatever numbers they have, nothing is seen of them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.traces.tracing import FAR_PLACE, PLACE, Occurs, hazard, hours, quiet, trace

OFF: dict[str, dict[str, Any]] = {
    "patrol": {"target": "7.5 h", "visits": "3650 per household per year", "slack": 1},
    "dispatch": {"wrong_unit": 0.9, "extension_asked": 1, "shelved": 1},
    "party_members": {"members": 50, "solved": "1000 per person per year", "roster": "always"},
    "ledger": {"false_claims": 1, "desk_check": 1, "checked": 1, "reached": 1},
    "density": {"split": "same_round", "cover": 1, "familiarity": 1},
    "queueing": {"ageing": "1 h", "skill_cv": 0.5, "begun_first": True},
}
"""Numbers with which each mechanism would be seen if it were on."""


@pytest.mark.parametrize("name", OFF)
def test_what_is_off_leaves_no_trace(name: str) -> None:
    """Whatever its numbers are, the log is that of plain reports."""
    hazards = {
        "stall": hazard("grid", "30 min", seen_per_pass=1, small=True, deadline="50 min"),
        "litter": hazard("grid", "30 min", at_once=False, seen_per_pass=1, urgency="normal"),
    }
    told = trace(
        quiet({"hazards": hazards, "mechanisms": {name: {"enabled": False, **OFF[name]}}}),
        Occurs("Mon 09:00:00", "litter", PLACE),
        Occurs("Mon 09:00:00", "stall", PLACE),
        Occurs("Mon 09:01:00", "stall", FAR_PLACE),
    )
    assert [row for row in told.rows if row[1] != "contacted"] == [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "occurred", "b", "world", PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:01:00", "occurred", "c", "world", FAR_PLACE),
        ("Mon 09:01:00", "reported", "1", "resident 0", 0),
        ("Mon 09:05:00", "registered", "0", "desk 0", "0:50:00"),
        ("Mon 09:05:00", "dispatched", "0", "street 0", "grid"),
        ("Mon 09:05:00", "accepted", "0", "street 0", "grid"),
        ("Mon 09:05:00", "queued", "0", "street 0", "worker 0"),
        ("Mon 09:05:00", "set_out", "0", "worker 0", "handle"),
        ("Mon 09:05:00", "arrived", "0", "worker 0", "handle"),
        ("Mon 09:06:00", "registered", "1", "desk 0", "0:50:00"),
        ("Mon 09:06:00", "dispatched", "1", "street 0", "grid"),
        ("Mon 09:06:00", "accepted", "1", "street 0", "grid"),
        ("Mon 09:06:00", "queued", "1", "street 0", "worker 0"),
        ("Mon 09:35:00", "claimed_done", "0", "street 0", 1),
        ("Mon 09:35:00", "closed", "0", "street 0", 1),
        ("Mon 09:35:00", "set_out", "1", "worker 0", "handle"),
        ("Mon 09:55:00", "arrived", "1", "worker 0", "handle"),
        ("Mon 09:56:00", "deadline_passed", "1", "supervisor", 1),
        ("Mon 10:25:00", "claimed_done", "1", "street 0", 1),
        ("Mon 10:25:00", "closed", "1", "street 0", 1),
    ]
    contacted = [row for row in told.rows if row[1] == "contacted"]  # without dispatch at once, else not in time
    at_once = [("Mon 09:05:00", "contacted", "0", "street 0", 0), ("Mon 09:06:00", "contacted", "1", "street 0", 0)]
    assert contacted == (at_once if name == "dispatch" else [])
    assert told.hours["worker 0"] == hours(busy="1:20:00")
