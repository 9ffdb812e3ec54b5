"""Reports: a plain one."""

from __future__ import annotations

import pytest

from tests.traces.tracing import FAR_PLACE, PLACE, Occurs, a_case, an_issue, hazard, hours, trace


def test_a_plain_report() -> None:
    litter = hazard("sweepers", "30 min", procedure="1 h")
    told = trace({"hazards": {"litter": litter}}, Occurs("Mon 09:00:00", "litter", FAR_PLACE))
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", FAR_PLACE),  # by hand
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),  # at once; channel 0
        ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),  # 5 min to register; a limit of 10 days
        ("Mon 09:05:00", "dispatched", "0", "street 0", "sweepers"),  # with no time lost
        ("Mon 09:05:00", "accepted", "0", "street 0", "sweepers"),  # the right unit
        ("Mon 10:05:00", "queued", "0", "street 0", "sweepers"),  # procedure 1 h; steps come before contacts
        ("Mon 10:05:00", "set_out", "0", "sweepers", "handle"),  # the crew is free
        ("Mon 10:05:00", "contacted", "0", "street 0", 0),  # 1 h after acceptance
        ("Mon 10:15:00", "arrived", "0", "sweepers", "handle"),  # 10 min of travel
        ("Mon 10:45:00", "claimed_done", "0", "street 0", 1),  # 30 min of work
        ("Mon 10:45:00", "closed", "0", "street 0", 1),  # a resident's case is closed on the claim
        ("Tue 10:45:00", "rated", "0", "resident 0", 3),  # a day later: solved (1) and satisfied (2)
    ]
    assert told.cases == [
        a_case(
            reported="Mon 09:00:00", registered="Mon 09:05:00", dispatched="Mon 09:05:00", responded="Mon 10:05:00",
            arrived="Mon 10:15:00", claimed="Mon 10:45:00", closed="Mon 10:45:00", limit="Thu+1 09:05:00",
            state="closed", unit="sweepers", level="street", dispatches=1, called_back=1, said_solved=1, satisfied=1,
        )
    ]  # fmt: skip
