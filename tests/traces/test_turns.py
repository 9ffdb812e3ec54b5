"""Joint work without a whistle: one department after the other, or under a lead department."""

from __future__ import annotations

import pytest

from tests.traces.tracing import ONE, OTHER, PLACE, REPORTED, Draw, Occurs, a_case, hazard, hours, ms, quiet, trace
from tests.traces.wall import joint

OF_ATTEMPT = 64
"""Room for the departments in the numbers of the draws of an attempt."""
STAYS, RETURNS = (0.5, 1.0), (0.0, 0.5)
UP_TO_THE_DIAGNOSIS = [
    ("Mon 09:00:00", "occurred", "a", "world", PLACE),
    ("Mon 09:00:00", "reported", "0", "resident 0", 0),
    ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),
]


def returning(*answers: tuple[int, int, tuple[float, float]]) -> tuple[Draw, ...]:
    """Which department returns its part (attempt, department, whether) where half of them do."""
    return tuple(
        Draw("part_returned", REPORTED + attempt * OF_ATTEMPT + d, *whether) for attempt, d, whether in answers
    )


@pytest.mark.parametrize("whistle", [{"way": "sequence"}, {"enabled": False}], ids=["sequence", "off"])
def test_one_department_after_the_other(whistle: dict[str, object]) -> None:
    """Without a whistle, and where it is off. The fire brigade first returns its part, once; the police do not."""
    wishes = returning((0, 0, RETURNS), (1, 1, STAYS))
    told = trace(
        quiet({"hazards": joint(procedure="1 h"), "mechanisms": {"whistle": {"part_returned": 0.5, **whistle}}}),
        Occurs("Mon 09:00:00", "wall", PLACE, wishes),
    )
    assert told.rows == [
        *UP_TO_THE_DIAGNOSIS,
        ("Mon 09:35:00", "diagnosed", "0", "street 0", 3),
        ("Mon 10:35:00", "part_returned", "0", "fire", 0),  # after the procedure
        ("Mon 12:35:00", "queued", "0", "street 0", "fire"),  # 2 h to return it; asked again, it goes
        ("Mon 12:35:00", "set_out", "0", "fire", "part"),
        ("Mon 12:45:00", "arrived", "0", "fire", "part"),
        ("Mon 13:45:00", "part_done", "0", "fire", 0),
        ("Mon 14:45:00", "queued", "0", "street 0", "police"),  # the procedure runs again between parts
        ("Mon 14:45:00", "set_out", "0", "police", "part"),
        ("Mon 15:05:00", "arrived", "0", "police", "part"),
        ("Mon 16:05:00", "part_done", "0", "police", 0),
        ("Mon 16:05:00", "claimed_done", "0", "street 0", 1),
        ("Mon 16:05:00", "closed", "0", "street 0", 1),
    ]
    assert told.cases == [
        a_case(
            reported="Mon 09:00:00", registered="Mon 09:05:00", dispatched="Mon 09:35:00", responded="Mon 12:45:00",
            arrived="Mon 12:45:00", claimed="Mon 16:05:00", closed="Mon 16:05:00", limit="Thu+1 09:05:00",
            state="closed", unit="fire", level="joint", dispatches=1, returns=1,
        )
    ]  # fmt: skip


def test_parts_in_turn_use_the_time_for_cases() -> None:
    """The police have no time for cases, and without a whistle no other: the case waits for them."""
    told = trace(
        quiet(
            {
                "hazards": joint(deadline="4 h"),
                "departments": {"police": {"share": 0}},
                "mechanisms": {"whistle": {"way": "sequence"}},
            }
        ),
        Occurs("Mon 09:00:00", "wall", PLACE),
    )
    assert [row[:4] for row in told.rows[4:]] == [
        ("Mon 09:35:00", "queued", "0", "street 0"),
        ("Mon 09:35:00", "set_out", "0", "fire"),
        ("Mon 09:45:00", "arrived", "0", "fire"),
        ("Mon 10:45:00", "part_done", "0", "fire"),
        ("Mon 10:45:00", "queued", "0", "street 0"),  # no procedure: at once
        ("Mon 13:05:00", "deadline_passed", "0", "supervisor"),
        ("Mon 17:05:00", "deadline_passed", "0", "supervisor"),
        ("Mon 17:05:00", "escalated", "0", "supervisor"),  # a joint case is not whistled for as an overdue one
    ]
    assert told.hours["police"] == hours(waiting=1)


def test_the_lead_department_asks_the_others_and_goes_last() -> None:
    """Of three departments the third returns its part at first; fire leads, though it may be asked like the others."""
    changes = {
        "hazards": joint(among=("fire", "police", "water")),
        "departments": {
            "water": {"title": "Water", "crews": 1, "share": 1, "roster": "always", "travel": {"time": "0 min"}}
        },
        "mechanisms": {"whistle": {"way": "lead", "part_returned": 0.5}},
    }
    wishes = returning((0, 0, RETURNS), (0, 1, STAYS), (0, 2, RETURNS))
    told = trace(quiet(changes), Occurs("Mon 09:00:00", "wall", PLACE, wishes))
    assert told.rows == [
        *UP_TO_THE_DIAGNOSIS,
        ("Mon 09:35:00", "diagnosed", "0", "street 0", 7),
        ("Mon 09:35:00", "part_returned", "0", "water", 0),  # no procedure; the lead is not asked
        ("Mon 09:35:00", "queued", "0", "street 0", "police"),
        ("Mon 09:35:00", "set_out", "0", "police", "part"),
        ("Mon 09:55:00", "arrived", "0", "police", "part"),
        ("Mon 10:55:00", "part_done", "0", "police", 0),
        ("Mon 11:35:00", "queued", "0", "street 0", "water"),  # after 2 h
        ("Mon 11:35:00", "set_out", "0", "water", "part"),
        ("Mon 11:35:00", "arrived", "0", "water", "part"),  # no travel
        ("Mon 12:35:00", "part_done", "0", "water", 0),
        ("Mon 12:35:00", "queued", "0", "street 0", "fire"),  # now that all others are done
        ("Mon 12:35:00", "set_out", "0", "fire", "part"),
        ("Mon 12:45:00", "arrived", "0", "fire", "part"),
        ("Mon 13:45:00", "part_done", "0", "fire", 0),
        ("Mon 13:45:00", "claimed_done", "0", "street 0", 1),
        ("Mon 13:45:00", "closed", "0", "street 0", 1),
    ]
    case = told.cases[0]
    assert (case["returns"], case["unit"], case["level"], case["whistles"]) == (1, "fire", "joint", 0)
    assert (case["first_whistle"], case["assembled"]) == ("-", "-")


def test_a_part_may_be_returned_again_when_all_is_done_again() -> None:
    """Sent back, the case is asked about anew: the police return their part at both attempts, once at each."""
    changes = {
        "hazards": joint("10 min"),
        "mechanisms": {
            "whistle": {"way": "lead", "part_returned": 0.5},
            "ledger": {"false_claims": 0.5, "desk_check": 1},
        },
    }
    wishes = (
        *returning((0, 1, RETURNS), (1, 1, RETURNS)),
        Draw("claims_false", REPORTED, 0.0, 0.5),
        Draw("claims_false", REPORTED + 1, 0.5, 1.0),
    )
    told = trace(quiet(changes), Occurs("Mon 09:00:00", "wall", PLACE, wishes))
    rows = [(row[0], row[1], row[3]) for row in told.rows[4:] if row[1] not in ("arrived", "queued")]
    assert rows == [
        ("Mon 09:35:00", "part_returned", "police"),
        ("Mon 11:35:00", "set_out", "police"),  # 20 min of travel, 10 of work
        ("Mon 12:05:00", "part_done", "police"),
        ("Mon 12:05:00", "set_out", "fire"),  # 10 and 10
        ("Mon 12:25:00", "part_done", "fire"),
        ("Mon 12:25:00", "claimed_done", "street 0"),
        ("Mon 12:25:00", "sent_back", "street 0"),
        ("Mon 12:25:00", "part_returned", "police"),
        ("Mon 14:25:00", "set_out", "police"),
        ("Mon 14:55:00", "part_done", "police"),
        ("Mon 14:55:00", "set_out", "fire"),
        ("Mon 15:15:00", "part_done", "fire"),
        ("Mon 15:15:00", "claimed_done", "street 0"),
        ("Mon 15:15:00", "closed", "street 0"),
    ]
    assert (told.cases[0]["returns"], told.cases[0]["sent_back"]) == (2, 1)


def test_who_comes_alone_sees_alone_that_it_is_gone() -> None:
    told = trace(
        quiet(
            {"hazards": joint(heals={"share": 1, "after": "50 min"}), "mechanisms": {"whistle": {"way": "sequence"}}}
        ),
        Occurs("Mon 09:00:00", "wall", PLACE),
    )
    assert told.rows[4:] == [
        ("Mon 09:35:00", "queued", "0", "street 0", "fire"),
        ("Mon 09:35:00", "set_out", "0", "fire", "part"),
        ("Mon 09:45:00", "arrived", "0", "fire", "part"),  # still there: an hour of work
        ("Mon 09:50:00", "healed", "a", "world", 0),
        ("Mon 10:45:00", "part_done", "0", "fire", 0),
        ("Mon 10:45:00", "queued", "0", "street 0", "police"),
        ("Mon 10:45:00", "set_out", "0", "police", "part"),
        ("Mon 11:05:00", "arrived", "0", "police", "part"),
        ("Mon 11:05:00", "found_gone", "0", "street 0", 0),
        ("Mon 11:06:00", "part_done", "0", "police", 0),
        ("Mon 11:06:00", "claimed_done", "0", "street 0", 1),
        ("Mon 11:06:00", "closed", "0", "street 0", 1),
    ]


def test_the_lead_is_the_department_of_the_lowest_number() -> None:
    """Also where the issue falls to another: the police, who need one more of the two that may be needed."""
    wall = joint()["wall"]
    wall["handled_by"] = {"police": {"share": 1, "work": "5 min"}}
    wall["joint"]["departments"] = {2: 1}
    changes = {
        "hazards": {"wall": wall, "other": hazard("fire", "5 min")},
        "mechanisms": {"whistle": {"way": "lead"}},
    }
    told = trace(quiet(changes), Occurs("Mon 09:00:00", "wall", PLACE))
    assert [(row[0], row[4]) for row in told.rows if row[1] in ("diagnosed", "queued")] == [
        ("Mon 09:35:00", 3),
        ("Mon 09:35:00", "police"),  # asked by fire
        ("Mon 10:55:00", "fire"),
    ]


@pytest.mark.parametrize("way", ["sequence", "lead"])
def test_each_department_has_a_part_of_its_own(way: str) -> None:
    """Fire has 1 h, the police 3 h; sent back, fire has 3 h and the police 1 h: the same by both ways."""
    parts = joint()
    parts["wall"]["joint"]["work"] = {"empirical": {"values": [1, 3], "unit": "h"}}
    changes = {
        "hazards": parts,
        "mechanisms": {"whistle": {"way": way}, "ledger": {"false_claims": 0.5, "desk_check": 1}},
    }
    attempt = 2 if way == "sequence" else 1  # in turn each part is an attempt of its own
    wishes = (
        *(Draw("joint_work", part, *half) for part, half in enumerate([ONE, OTHER, OTHER, ONE])),
        Draw("claims_false", REPORTED + attempt - 1, 0.0, 0.5),
        Draw("claims_false", REPORTED + 2 * attempt - 1, 0.5, 1.0),
    )
    told = trace(quiet(changes), Occurs("Mon 09:00:00", "wall", PLACE, wishes))
    worked = [(job[1], (ms(str(job[7])) - ms(str(job[6]))) // 3_600_000) for job in told.jobs]
    assert sorted(worked[:2]) == [("fire", 1), ("police", 3)]
    assert sorted(worked[2:]) == [("fire", 3), ("police", 1)]
