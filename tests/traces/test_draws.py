"""Draws: whatever is drawn is drawn for its own case, attempt, whistle or department.

Each time is one of two durations here, and the wishes say which: a draw taken for another gives the other as often as
not.
"""

from __future__ import annotations

from typing import Any

from tests.traces.tracing import (
    FAR_PLACE,
    FOUND,
    ONE,
    OTHER,
    PLACE,
    REPORTED,
    Draw,
    Occurs,
    a_case,
    hazard,
    hours,
    member_after,
    quiet,
    seed_where,
    trace,
    trip,
)  # fmt: skip
from tests.traces.wall import OF_WHISTLE, joint


def either(one: str, other: str) -> dict[str, Any]:
    """A duration that is one or the other, each in half of the draws: `ONE` or `OTHER` says which."""
    return {"mixture": [{"share": 0.5, "of": one}, {"share": 0.5, "of": other}]}


def times(rows: list[tuple[Any, ...]], *activities: str) -> list[tuple[Any, ...]]:
    """Time and activity of the rows of some activities."""
    return [row[:2] for row in rows if row[1] in activities]


def test_times_until_the_work_begins() -> None:
    changes = {
        "hazards": {"litter": hazard("sweepers", "30 min", procedure=either("1 h", "3 h"))},
        "channels": {"hotline": {"registration": either("5 min", "25 min")}},
        "staff": {"street_teams": {"sweepers": {"travel": {"time": either("10 min", "30 min")}}}},
        "mechanisms": {
            "dispatch": {"wrong_unit": 0.5, "return_after": either("1 h", "2 h"), "contact": either("30 min", "90 min")}
        },
    }
    wishes = (
        Draw("registration", REPORTED, *OTHER),
        Draw("wrong_unit", REPORTED, *ONE),
        Draw("returned", REPORTED + 1, *OTHER),  # numbered by dispatches so far
        Draw("wrong_unit", REPORTED + 1, *ONE),
        Draw("returned", REPORTED + 2, *ONE),
        Draw("wrong_unit", REPORTED + 2, *OTHER),
        Draw("contact", REPORTED, *ONE),
        Draw("procedure", REPORTED, *ONE),
        Draw("travel", trip("handle"), *OTHER),
    )
    told = trace(changes, Occurs("Mon 09:00:00", "litter", PLACE, wishes))
    assert [row[:2] for row in told.rows[1:]] == [
        ("Mon 09:00:00", "reported"),
        ("Mon 09:25:00", "registered"),  # 25 min
        ("Mon 09:25:00", "dispatched"),
        ("Mon 11:25:00", "returned"),  # 2 h
        ("Mon 11:25:00", "dispatched"),
        ("Mon 12:25:00", "returned"),  # 1 h
        ("Mon 12:25:00", "dispatched"),
        ("Mon 12:25:00", "accepted"),
        ("Mon 12:55:00", "contacted"),  # 30 min
        ("Mon 13:25:00", "queued"),  # 1 h
        ("Mon 13:25:00", "set_out"),
        ("Mon 13:55:00", "arrived"),  # 30 min
        ("Mon 14:25:00", "claimed_done"),
        ("Mon 14:25:00", "closed"),
        ("Tue 14:25:00", "rated"),
    ]


def test_each_attempt_has_draws_of_its_own() -> None:
    changes = {
        "hazards": {"litter": hazard("sweepers", either("20 min", "40 min"))},
        "staff": {"street_teams": {"sweepers": {"travel": {"time": either("10 min", "30 min")}}}},
        "mechanisms": {
            "dispatch": {"contact": "30 days"},
            "ledger": {
                "false_claims": 0.5, "call_back": either("1 h", "5 h"), "reached": 0.5, "satisfied_unsolved": 0.5,
            },
        },
    }  # fmt: skip
    wishes = (
        Draw("travel", trip("handle"), *OTHER),
        Draw("work", 0, *ONE),
        Draw("claims_false", REPORTED, *ONE),
        Draw("call_back", REPORTED, *OTHER),
        Draw("reached", REPORTED, *ONE),
        Draw("satisfied", REPORTED, *ONE),
        Draw("travel", trip("handle", attempt=1), *ONE),
        Draw("work", 1, *OTHER),
        Draw("claims_false", REPORTED + 1, *OTHER),
        Draw("call_back", REPORTED + 1, *ONE),
        Draw("reached", REPORTED + 1, *OTHER),
    )
    told = trace(changes, Occurs("Mon 09:00:00", "litter", PLACE, wishes))
    assert [row[:2] + row[4:] for row in told.rows[6:]] == [
        ("Mon 09:05:00", "set_out", "handle"),
        ("Mon 09:35:00", "arrived", "handle"),  # 30 min
        ("Mon 09:55:00", "claimed_done", 0),  # 20 min
        ("Mon 09:55:00", "closed", 0),
        ("Mon 14:55:00", "rated", 2),  # 5 h later: unsolved, and satisfied
        ("Mon 14:55:00", "reopened", 0),
        ("Mon 14:55:00", "queued", "sweepers"),
        ("Mon 14:55:00", "set_out", "handle"),
        ("Mon 15:05:00", "arrived", "handle"),  # 10 min
        ("Mon 15:45:00", "claimed_done", 1),  # 40 min
        ("Mon 15:45:00", "closed", 1),  # and nobody is reached
    ]
    case = told.cases[0]
    assert (case["called_back"], case["said_solved"], case["satisfied"]) == (1, 0, 1)  # of the last valid call-back


def test_each_chase_has_a_patience_of_its_own() -> None:
    changes = {
        "hazards": {"litter": hazard("sweepers", "12 h")},
        "mechanisms": {"reporting": {"patience": either("2 h", "5 h")}},
    }
    wishes = tuple(Draw("patience", REPORTED + chase, *half) for chase, half in enumerate((ONE, OTHER, ONE, OTHER)))
    told = trace(quiet(changes), Occurs("Mon 09:00:00", "litter", PLACE, wishes))
    assert times(told.rows, "chased", "closed") == [
        ("Mon 11:00:00", "chased"),  # 2 h
        ("Mon 16:00:00", "chased"),  # 5 h
        ("Mon 18:00:00", "chased"),  # 2 h; the next is due at 23:00
        ("Mon 21:15:00", "closed"),
    ]


def test_each_whistle_and_department_has_draws_of_its_own() -> None:
    """Two whistles; with contacts at once, so that signatures are the last thing before the notice of an hour."""
    either_way = {"time": either("10 min", "30 min")}
    wall = joint(either("30 min", "90 min"))  # type: ignore[arg-type]
    changes = {
        "hazards": wall,
        "departments": {"fire": {"travel": either_way}, "police": {"travel": either_way}},
        "mechanisms": {"whistle": {"sign_after": either("10 min", "50 min"), "comes": 0.5}},
    }
    one, two = REPORTED + OF_WHISTLE, REPORTED + 2 * OF_WHISTLE
    wishes = (
        Draw("sign", one, *ONE),
        Draw("sign", one + 1, *ONE),
        Draw("comes", one, *ONE),
        Draw("comes", one + 1, *OTHER),
        Draw("sign", two, *OTHER),
        Draw("sign", two + 1, *OTHER),
        Draw("comes", two, *ONE),
        Draw("comes", two + 1, *ONE),
        Draw("travel", trip("part", whistle=1, department=0), *OTHER),
        Draw("travel", trip("part", whistle=2, department=0), *ONE),
        Draw("travel", trip("part", whistle=2, department=1), *OTHER),
        Draw("joint_work", 0, *OTHER),
    )
    told = trace(quiet(changes), Occurs("Mon 09:00:00", "wall", PLACE, wishes))
    assert [row[:2] + row[3:4] for row in told.rows[4:]] == [
        ("Mon 09:35:00", "whistle_blown", "street 0"),
        ("Mon 09:45:00", "signed", "fire"),  # 10 min
        ("Mon 09:45:00", "signed", "police"),
        ("Mon 10:45:00", "summoned", "fire"),
        ("Mon 10:45:00", "failed_to_come", "police"),
        ("Mon 10:45:00", "set_out", "fire"),
        ("Mon 11:15:00", "arrived", "fire"),  # 30 min
        ("Mon 12:15:00", "crews_left", "street 0"),
        ("Mon 12:15:00", "whistle_blown", "street 0"),
        ("Mon 13:05:00", "signed", "fire"),  # 50 min
        ("Mon 13:05:00", "signed", "police"),
        ("Mon 14:05:00", "summoned", "fire"),
        ("Mon 14:05:00", "summoned", "police"),
        ("Mon 14:05:00", "set_out", "fire"),
        ("Mon 14:05:00", "set_out", "police"),
        ("Mon 14:15:00", "arrived", "fire"),  # 10 min
        ("Mon 14:35:00", "arrived", "police"),  # 30 min
        ("Mon 14:35:00", "assembled", "street 0"),
        ("Mon 16:05:00", "part_done", "fire"),  # 90 min
        ("Mon 16:05:00", "part_done", "police"),
        ("Mon 16:05:00", "claimed_done", "street 0"),
        ("Mon 16:05:00", "closed", "street 0"),
    ]


def test_each_occurrence_heals_and_recurs_in_its_own_time() -> None:
    noise = hazard(
        "sweepers", "5 min", at_once=False, dangerous=0.5,
        heals={"share": 0.5, "after": either("1 h", "2 h")}, recurs={"share": 0.5, "after": either("3 h", "5 h")},
    )  # fmt: skip
    wishes = (
        Draw("heals", 0, *ONE), Draw("heals_after", 0, *OTHER), Draw("recurs", 0, *ONE),
        Draw("recurs_after", 0, *ONE), Draw("dangerous", 0, *ONE),
        Draw("heals", 0, *ONE, generation=1), Draw("heals_after", 0, *ONE, generation=1),
        Draw("recurs", 0, *ONE, generation=1), Draw("recurs_after", 0, *OTHER, generation=1),
        Draw("dangerous", 0, *OTHER, generation=1), Draw("heals", 0, *OTHER, generation=2),
    )  # fmt: skip
    told = trace({"hazards": {"noise": noise}}, Occurs("Mon 09:00:00", "noise", FAR_PLACE, wishes))
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", FAR_PLACE),
        ("Mon 11:00:00", "healed", "a", "world", 0),  # 2 h
        ("Mon 11:00:00", "recurs", "a", "world", "3:00:00"),
        ("Mon 14:00:00", "occurred", "a1", "world", FAR_PLACE),  # at the same site
        ("Mon 15:00:00", "healed", "a1", "world", 0),  # 1 h
        ("Mon 15:00:00", "recurs", "a1", "world", "5:00:00"),
        ("Mon 20:00:00", "occurred", "a2", "world", FAR_PLACE),  # and stays
    ]
    assert [(issue["dangerous"], issue["state"]) for issue in list(told.issues.values())[:2]] == [
        (1, "healed"), (0, "healed")
    ]  # fmt: skip


def test_what_is_done_on_the_spot_checked_and_overlooked() -> None:
    """The first find is fixed on the spot; the second booked, and its false claim checked: seen at first, then not."""
    hazards = {
        "poster": hazard("grid", "5 min", at_once=False, seen_per_pass=1, fixed_on_the_spot=0.5),
    }
    ledger = {"false_claims": 1, "checked": 0.5, "own_checks": 0.5, "own_detects": 0.5, "other_detects": 0}
    wishes = (
        Draw("spot", 1, *OTHER),
        Draw("checked", FOUND, *ONE), Draw("checker", FOUND, *ONE), Draw("check_detects", FOUND, *ONE),
        Draw("checked", FOUND + 1, *ONE), Draw("checker", FOUND + 1, *ONE),
        Draw("check_detects", FOUND + 1, *OTHER), Draw("spot", 2, *ONE), Draw("spot_work", 0, *OTHER),
    )  # fmt: skip
    changes = {
        "hazards": hazards,
        "staff": {"grid_workers": {"roster": "day"}},
        "mechanisms": {"patrol": {"target": "7.5 h", "spot_work": either("6 min", "16 min")}, "ledger": ledger},
    }
    told = trace(quiet(changes), Occurs("Mon 08:00:00", "poster", PLACE, wishes))
    assert [
        row[:2] + row[4:] for row in told.rows if row[1] not in ("set_out", "arrived", "dispatched", "accepted")
    ] == [
        ("Mon 08:00:00", "occurred", PLACE),
        ("Mon 09:15:00", "found_on_patrol", 0),
        ("Mon 09:19:00", "registered", "240:00:00"),
        ("Mon 09:19:00", "queued", "worker 0"),
        ("Mon 09:24:00", "claimed_done", 0),
        ("Mon 09:30:00", "checked", 0),
        ("Mon 09:30:00", "sent_back", 0),
        ("Mon 09:30:00", "queued", "worker 0"),
        ("Mon 09:35:00", "claimed_done", 0),
        ("Mon 09:41:00", "checked", 1),  # overlooked
        ("Mon 09:41:00", "closed", 0),
        ("Mon 10:41:00", "found_on_patrol", 0),  # a round later: it stood for 26 min
        ("Mon 11:01:00", "registered", "240:00:00"),  # 4 min to book, 16 to fix
        ("Mon 11:01:00", "fixed_on_the_spot", 0),
        ("Mon 11:01:00", "closed", 1),
    ]
    assert told.hours["worker 0"]["busy"] == "0:46:00"


def test_a_members_work_is_drawn_for_the_case() -> None:
    changes = {
        "run": {"seed": seed_where(("member_evening", 0, 0, 0.9, 1.0), ("member_evening", 0, 1, 0.0, 0.001))},
        "hazards": {"small": hazard("community", "30 min", small=True)},
        "staff": {"community_desks": {"roster": "day"}},
        "mechanisms": {"party_members": {"members": 1, "work": either("25 min", "45 min")}},
    }
    told = trace(
        quiet(changes),
        Occurs("Mon 18:00:00", "small", PLACE, (Draw("member_work", REPORTED, *OTHER),)),
        by_hand=[member_after(0.5)],
    )
    assert told.rows[-1] == ("Mon 20:15:00", "closed", "0", "street 0", 1)
    assert told.hours["members"] == hours(busy="0:45:00")
    assert told.cases[0] == a_case(
        reported="Mon 18:00:00", registered="Mon 18:05:00", dispatched="Mon 18:05:00", responded="Mon 19:30:00",
        arrived="Mon 19:30:00", claimed="Mon 20:15:00", closed="Mon 20:15:00", limit="Thu+1 18:05:00", state="closed",
        unit="community", level="members", dispatches=1,
    )  # fmt: skip


def test_some_ask_for_an_extension_and_some_are_shelved() -> None:
    """Half ask, half are shelved: the draws of the report decide, once for the case."""
    litter = hazard("sweepers", "30 min", procedure="3 h", deadline="4 h")
    dispatch = {"extension_asked": 0.5, "shelved": 0.5}
    asks = (Draw("extension", REPORTED, *ONE), Draw("shelved", REPORTED, *OTHER))
    lies = (Draw("extension", REPORTED, *OTHER), Draw("shelved", REPORTED, *ONE))
    told = trace(
        quiet({"hazards": {"litter": litter}, "mechanisms": {"dispatch": dispatch}}),
        Occurs("Mon 09:00:00", "litter", PLACE, asks),
        Occurs("Mon 10:00:00", "litter", FAR_PLACE, lies),
    )
    assert [(case["extended"], case["shelved"], case["limit"]) for case in told.cases] == [
        (1, 0, "Mon 17:05:00"), (0, 1, "Mon 14:05:00")
    ]  # fmt: skip
    assert times(told.rows, "extended", "shelved", "resumed") == [
        ("Mon 10:05:00", "shelved"), ("Mon 11:05:00", "extended"), ("Tue 10:05:00", "resumed")
    ]  # fmt: skip
