"""Who and where: two streets side by side, households and residents, channels, trust, the stock at the start."""

from __future__ import annotations

from typing import Any

import pytest

from tests.traces.tracing import (
    FAR_PLACE,
    FOUND,
    HOME,
    ONE,
    OTHER,
    PLACE,
    REPORTED,
    Draw,
    Occurs,
    a_case,
    an_issue,
    hazard,
    hours,
    noticed_after,
    people,
    quiet,
    seed_where,
    trace,
)
from tests.traces.wall import joint

TWO_STREETS: dict[str, Any] = {
    "territory": {"streets": 2, "communities": 2},
    "population": {"households": 2, "residents": 2},
    "grids": {"count": 2},
    "staff": {"grid_workers": {"count": 2}},
}
"""A street with one community, a place, a household and a worker each: the sites are 0 and 2, and 1 and 3."""


def test_the_second_street_has_units_of_its_own() -> None:
    hazards = {
        "swept": hazard("sweepers", "30 min"),
        "desk": hazard("community", "30 min"),
        "grid": hazard("grid", "30 min", verified_first=True),
        "fire": hazard("fire", "30 min"),
    }
    told = trace(
        quiet({"hazards": hazards, **TWO_STREETS, "mechanisms": {"ledger": {"checked": 1, "own_checks": 0}}}),
        Occurs("Mon 09:00:00", "swept", 1),
        Occurs("Mon 10:00:00", "desk", 1),
        Occurs("Mon 11:00:00", "grid", 1),
        Occurs("Mon 12:00:00", "fire", 0),
    )
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", 1),
        ("Mon 09:00:00", "reported", "0", "resident 1", 0),  # who lives in the second household
        ("Mon 09:05:00", "registered", "0", "desk 1", "240:00:00"),
        ("Mon 09:05:00", "dispatched", "0", "street 1", "sweepers"),
        ("Mon 09:05:00", "accepted", "0", "street 1", "sweepers"),
        ("Mon 09:05:00", "queued", "0", "street 1", "sweepers 1"),
        ("Mon 09:05:00", "set_out", "0", "sweepers 1", "handle"),
        ("Mon 09:15:00", "arrived", "0", "sweepers 1", "handle"),
        ("Mon 09:45:00", "claimed_done", "0", "street 1", 1),
        ("Mon 09:45:00", "closed", "0", "street 1", 1),
        ("Mon 10:00:00", "occurred", "b", "world", 1),
        ("Mon 10:00:00", "reported", "1", "resident 1", 0),
        ("Mon 10:05:00", "registered", "1", "desk 1", "240:00:00"),
        ("Mon 10:05:00", "dispatched", "1", "street 1", "community"),
        ("Mon 10:05:00", "accepted", "1", "street 1", "community"),
        ("Mon 10:05:00", "queued", "1", "street 1", "community 1"),
        ("Mon 10:05:00", "set_out", "1", "community 1", "handle"),
        ("Mon 10:15:00", "arrived", "1", "community 1", "handle"),
        ("Mon 10:45:00", "claimed_done", "1", "street 1", 1),
        ("Mon 10:45:00", "closed", "1", "street 1", 1),
        ("Mon 11:00:00", "occurred", "c", "world", 1),
        ("Mon 11:00:00", "reported", "2", "resident 1", 0),
        ("Mon 11:05:00", "set_out", "2", "worker 1", "verify"),
        ("Mon 11:25:00", "arrived", "2", "worker 1", "verify"),  # 1,000 m x 1.2
        ("Mon 11:37:00", "verified", "2", "worker 1", 0),
        ("Mon 11:37:00", "registered", "2", "desk 1", "240:00:00"),
        ("Mon 11:37:00", "dispatched", "2", "street 1", "grid"),
        ("Mon 11:37:00", "accepted", "2", "street 1", "grid"),
        ("Mon 11:37:00", "queued", "2", "street 1", "worker 1"),
        ("Mon 11:37:00", "set_out", "2", "worker 1", "handle"),
        ("Mon 11:37:00", "arrived", "2", "worker 1", "handle"),
        ("Mon 12:00:00", "occurred", "d", "world", 0),
        ("Mon 12:00:00", "reported", "3", "resident 0", 0),
        ("Mon 12:05:00", "registered", "3", "desk 0", "240:00:00"),
        ("Mon 12:05:00", "dispatched", "3", "street 0", "fire"),
        ("Mon 12:05:00", "accepted", "3", "street 0", "fire"),
        ("Mon 12:05:00", "queued", "3", "street 0", "fire"),  # one for the district
        ("Mon 12:05:00", "set_out", "3", "fire", "handle"),
        ("Mon 12:07:00", "claimed_done", "2", "street 1", 1),
        ("Mon 12:07:00", "set_out", "2", "worker 1", "check"),  # the only worker there is the next to itself
        ("Mon 12:07:00", "arrived", "2", "worker 1", "check"),
        ("Mon 12:13:00", "checked", "2", "worker 1", 1),
        ("Mon 12:13:00", "closed", "2", "street 1", 1),
        ("Mon 12:15:00", "arrived", "3", "fire", "handle"),
        ("Mon 12:45:00", "claimed_done", "3", "street 0", 1),
        ("Mon 12:45:00", "closed", "3", "street 0", 1),
    ]
    assert [told.issues[name]["needs"] for name in "abcd"] == [0, 0, 0, 1]  # departments as bits
    assert told.trust[0] == 2
    assert {name: row["busy"] for name, row in told.hours.items() if row["busy"] != "0:00:00"} == {
        "sweepers 1": "0:40:00", "community 1": "0:40:00", "worker 1": "1:08:00", "fire": "0:40:00",
    }  # fmt: skip


def test_who_reports_lives_near() -> None:
    """Three households of residents 0 and 1, 2, and 3 to 5. The offset is 2 ln 2u for u < 1/2, else -2 ln 2(1 - u)."""
    stay, on, back = (0.4, 0.6), (0.71, 0.8), (0.19, 0.3)  # offsets within 0.45; 1.1 to 1.8; -1.9 to -1.02
    low, high = (0.0, 0.33), (0.67, 1.0)

    def lives(offset: tuple[float, float], which: tuple[float, float]) -> tuple[Draw, ...]:
        return (Draw("household_offset", 0, *offset), Draw("reporter", 0, *which))

    changes = {
        "hazards": {"litter": hazard("sweepers", "5 min")},
        "population": {"households": 3, "residents": 6},
        "mechanisms": {"reporting": {"neighbourhood": 2}},
    }
    told = trace(
        quiet(changes),
        Occurs("Mon 09:00:00", "litter", PLACE, lives(stay, low)),
        Occurs("Mon 10:00:00", "litter", PLACE, lives(on, high)),
        Occurs("Mon 11:00:00", "litter", PLACE, lives(back, high)),
        Occurs("Mon 12:00:00", "litter", FAR_PLACE, lives(on, low)),
        Occurs("Mon 13:00:00", "litter", FAR_PLACE, lives(back, low)),
        by_hand=[people(0, 2, 3, 6, site_0=0, site_1=2)],
    )
    reporters = [row[3] for row in told.rows if row[1] == "reported"]
    assert reporters == [
        "resident 0",  # the household beside the place, its first resident
        "resident 2",  # the next one
        "resident 1",  # one back from the first: the street ends, and it is the first again; its second resident
        "resident 3",  # one on from the last: the last again
        "resident 2",  # one back
    ]


def test_an_empty_household_reports_nothing() -> None:
    told = trace(
        quiet({"hazards": {"litter": hazard("sweepers", "5 min")}, "population": {"households": 2, "residents": 2}}),
        Occurs("Mon 09:00:00", "litter", PLACE, (Draw("household_offset", 0, 0.4, 0.6),)),
        by_hand=[people(0, 0, 2, site_0=0)],
    )
    assert told.rows == [("Mon 09:00:00", "occurred", "a", "world", PLACE)]
    assert told.trust == (0, 0.0, 0.0)


def test_the_channel_is_the_residents_own() -> None:
    """The second of two, which half of the residents prefer: 3.5 working hours until the report is a work order."""
    slow = {"title": "Letter", "share": 0.5, "registration": "3.5 wh"}
    changes = {
        "run": {"seed": seed_where(("channel", 0, 0, 0.5, 1.0))},
        "hazards": {"litter": hazard("sweepers", "5 min")},
        "channels": {"hotline": {"share": 0.5}, "letter": slow},
    }
    told = trace(quiet(changes), Occurs("Mon 09:30:00", "litter", PLACE))
    assert told.rows[1:3] == [
        ("Mon 09:30:00", "reported", "0", "resident 0", 1),
        ("Mon 15:00:00", "registered", "0", "desk 0", "240:00:00"),  # 2.5 h until 12:00, 1 h from 14:00
    ]
    assert told.cases[0]["channel"] == 1


def test_those_who_lost_trust_report_less() -> None:
    """With slope 1 the chance is 1 / 1.5 at the mean trust of 0.5, and 0.75 / 1.5 at 0.25."""
    seen: dict[str, Any] = {"at_once": False, "noticed": "1 per day", "reports": 1}
    hazards = {
        "false": hazard("sweepers", "30 min"),
        "told": hazard("sweepers", "90 min", **seen),
        "doubted": hazard("sweepers", "30 min", **seen),
        "believed": hazard("sweepers", "30 min", **seen),
    }
    once = (Draw("noticed", 0, 0.9, 1.0), Draw("noticed", 1, 0.0, 0.01))  # the second time is 22 waking hours later
    lie = Draw("claims_false", REPORTED, 0.0, 0.5)
    changes = {
        "run": {"length": "1 day", "followup": "0 days"},
        "hazards": hazards,
        "mechanisms": {"ledger": {"false_claims": 0.5}, "reporting": {"trust_slope": 1}},
    }
    told = trace(
        quiet(changes),
        Occurs("Mon 09:00:00", "false", PLACE, (lie,)),
        Occurs("Mon 09:10:00", "told", FAR_PLACE, (*once, Draw("reports", 0, 0.51, 0.66), lie)),
        Occurs("Mon 10:00:00", "doubted", PLACE, (*once, Draw("reports", 0, 0.51, 0.66))),
        Occurs("Mon 11:00:00", "believed", PLACE, (*once, Draw("reports", 0, 0.3, 0.41))),
        by_hand=[noticed_after(hazard, issue, hours=0.5) for hazard, issue in ((1, 1), (2, 2), (3, 3))],
    )
    reports = [row[:3] for row in told.rows if row[1] in ("reported", "closed")]
    assert reports == [
        ("Mon 09:00:00", "reported", "0"),
        ("Mon 09:40:00", "reported", "1"),  # trusting still, half an hour after it occurred
        ("Mon 09:45:00", "closed", "0"),  # untruly: trust falls to 0.25, and c is not reported at 10:30
        ("Mon 11:25:00", "closed", "1"),  # untruly too: 0.125; 0.625 / 1.5 = 0.417
        ("Mon 11:30:00", "reported", "2"),
        ("Mon 12:15:00", "closed", "2"),
    ]
    assert (told.issues["c"]["reports"], told.issues["c"]["detected"]) == (0, "-")


def test_what_was_noticed_heals_all_the_same() -> None:
    noise = hazard(
        "sweepers", "5 min", at_once=False, noticed="1 per day", reports=1, heals={"share": 1, "after": "42 min"}
    )
    told = trace(
        quiet({"hazards": {"noise": noise}}),
        Occurs("Mon 09:00:00", "noise", PLACE, (Draw("noticed", 0, 0.9, 1.0), Draw("noticed", 1, 0.0, 0.5))),
        by_hand=[noticed_after(0, 0, hours=0.5)],
    )
    assert [row[:2] for row in told.rows] == [
        ("Mon 09:00:00", "occurred"),
        ("Mon 09:30:00", "reported"),  # the next would be 3 h later at least
        ("Mon 09:35:00", "registered"),
        ("Mon 09:35:00", "dispatched"),
        ("Mon 09:35:00", "accepted"),
        ("Mon 09:35:00", "queued"),
        ("Mon 09:35:00", "set_out"),
        ("Mon 09:42:00", "healed"),
        ("Mon 09:45:00", "arrived"),
        ("Mon 09:45:00", "found_gone"),
        ("Mon 09:46:00", "claimed_done"),
        ("Mon 09:46:00", "closed"),
    ]


STOCK: dict[str, Any] = {"run": {"stock": "stationary"}}


def test_what_is_open_at_the_start() -> None:
    """Of the issues of before, what has healed is gone, what would have been found is gone, the rest is there at 00:00.

    Found at a rate of one a day: after 12 h the chance to be still unseen is exp(-1/2) = 0.607.
    """
    poster = hazard(
        "sweepers", "30 min", at_once=False, noticed="1 per day", reports=1, heals={"share": 0.5, "after": "18 h"}
    )
    later, heals, lasts = Draw("noticed", 0, 0.0, 0.1), Draw("heals", 0, 0.0, 0.5), Draw("heals", 0, 0.5, 1.0)
    unseen, seen = Draw("stock", 0, 0.0, 0.6), Draw("stock", 0, 0.61, 1.0)
    told = trace(
        quiet({"hazards": {"poster": poster}, **STOCK}),
        Occurs("Sun-1 06:00:00", "poster", PLACE, (later, heals, Draw("stock", 0, 0.0, 0.4))),  # heals at 00:00: gone
        Occurs("Sun-1 12:00:00", "poster", PLACE, (later, heals, unseen)),
        Occurs("Sun-1 12:00:00", "poster", FAR_PLACE, (later, lasts, seen)),
        Occurs("Sun-1 12:00:01", "poster", FAR_PLACE, (later, lasts, unseen)),
        Occurs("Mon 01:00:00", "poster", PLACE, (later, lasts)),
        Occurs("Mon 07:00:00", "poster", PLACE, (later, lasts)),
        by_hand=[noticed_after(0, 1, hours=100_000)],
    )
    assert told.rows == [
        ("Mon 00:00:00", "occurred", "b", "world", PLACE),
        ("Mon 00:00:00", "occurred", "d", "world", FAR_PLACE),
        ("Mon 01:00:00", "absorbed", "e", "world", 0),
        ("Mon 06:00:00", "healed", "b", "world", 0),  # 18 h after it occurred
        ("Mon 07:00:00", "occurred", "f", "world", PLACE),
    ]
    assert told.issues["b"] == an_issue(
        hazard="poster", site=PLACE, occurred="Sun-1 12:00:00", state="healed", ended="Mon 06:00:00", work="0:30:00"
    )


def test_what_would_have_been_found_before_the_start() -> None:
    """4 rounds a day, each sees a quarter, half of a visit a day (at homes) and half a report.

    In half a day two rounds have passed the place, in 18 h three and one visit; the first half day without a report has
    the chance exp(-1/4) = 0.779, 18 h have exp(-3/8) = 0.687. The third pass is the first that sees below 0.75^2.
    """
    found: dict[str, Any] = {
        "at_once": False, "seen_per_pass": 0.25, "revealed_per_visit": 0.5, "noticed": "1 per day", "reports": 0.5,
    }  # fmt: skip
    hazards = {
        "inside": hazard("sweepers", "5 min", place="home", **found),
        "outside": hazard("sweepers", "5 min", **found | {"revealed_per_visit": 0}),
    }
    # of a day on duty, 24 h, as of 3.2 duty days: 4 h of patrol, four rounds
    patrol = {"target": "75 min", "visits": "365 per household per year"}
    unreported, unseen, untold = Draw("stock", 0, 0.0, 0.68), Draw("seen", 0, 0.0, 0.42), Draw("revealed", 0, 0.25, 0.5)
    told = trace(
        quiet({"hazards": hazards, **STOCK, "mechanisms": {"patrol": patrol}}),
        Occurs("Sun-1 06:00:00", "inside", HOME, (unreported, unseen, Draw("revealed", 0, 0.5, 1.0))),
        Occurs("Sun-1 06:00:00", "inside", HOME, (Draw("stock", 0, 0.69, 1.0), unseen, untold)),
        Occurs("Sun-1 06:00:00", "inside", HOME, (unreported, Draw("seen", 0, 0.43, 0.56), untold)),
        Occurs("Sun-1 06:00:00", "inside", HOME, (unreported, unseen, untold)),
        Occurs("Sun-1 12:00:00", "outside", PLACE, (Draw("stock", 0, 0.78, 1.0), unseen)),
        Occurs("Sun-1 12:00:00", "outside", PLACE, (unreported, Draw("seen", 0, 0.57, 1.0))),
        Occurs("Sun-1 12:00:00", "outside", PLACE, (unreported, Draw("seen", 0, 0.43, 0.56))),
        by_hand=[noticed_after(0, 3, hours=100_000), noticed_after(1, 6, hours=100_000)],
    )
    assert told.rows[:2] == [
        ("Mon 00:00:00", "occurred", "d", "world", HOME),
        ("Mon 00:00:00", "occurred", "g", "world", PLACE),
    ]
    assert [row[:3] for row in told.rows if row[1].startswith("found_on")] == [
        ("Mon 00:05:00", "found_on_visit", "d"),  # the second visit since it occurred
        ("Mon 00:29:00", "found_on_patrol", "g"),  # the third pass: 10 min of visits, 4 of booking, 15 of patrol
    ]
    assert list(told.issues) == ["d", "g"]


def test_what_ended_before_the_start_may_come_back_after_it() -> None:
    """Each comes back 2 days after its end: what healed on Sunday at 06:00, and what was reported then, after 12 h of
    procedure; not what is back before the start (it counts as an issue of its own), was prevented, or never recurs."""
    again: dict[str, Any] = {"recurs": {"share": 0.5, "after": "2 days"}}
    poster = hazard("sweepers", "30 min", at_once=False, heals={"share": 1, "after": "18 h"}, **again)
    wires = hazard("sweepers", "30 min", procedure="12 h", **again)
    recurs, stays, came = Draw("recurs", 0, *ONE), Draw("recurs", 0, *OTHER), Draw("prevented", 0, *OTHER)
    told = trace(
        quiet({"hazards": {"poster": poster, "wires": wires}, "prevention": {"poster": 0.5}, **STOCK}),
        Occurs("Fri-1 05:00:00", "poster", PLACE, (recurs, came)),
        Occurs("Sat-1 12:00:00", "poster", PLACE, (recurs, came, Draw("recurs", 0, *OTHER, generation=1))),
        Occurs("Sat-1 12:00:00", "poster", PLACE, (recurs, Draw("prevented", 0, *ONE))),
        Occurs("Sat-1 12:00:00", "poster", PLACE, (stays, came)),
        Occurs("Sun-1 06:00:00", "wires", FAR_PLACE, (recurs, Draw("recurs", 0, *OTHER, generation=1))),
    )
    assert [row[:3] for row in told.rows if row[1] in ("recurs", "occurred")] == [
        ("Mon 00:00:00", "recurs", "b"),
        ("Mon 00:00:00", "recurs", "e"),
        ("Tue 06:00:00", "occurred", "b1"),
        ("Tue 18:00:00", "occurred", "e1"),
    ]
    assert list(told.issues) == ["b1", "e1"]
    assert told.issues["e1"]["state"] == "fixed"


def test_a_patrol_finds_what_needs_several_departments() -> None:
    """Nobody is contacted, and the finder checks what the departments claim."""
    changes = {
        "hazards": joint("10 min", at_once=False, seen_per_pass=1),
        "departments": {"fire": {"travel": {"time": "0 min"}}},
        "mechanisms": {"patrol": {"target": "7.5 h"}, "ledger": {"checked": 1, "reached": 1}},
        "staff": {"grid_workers": {"roster": "day"}},
    }
    told = trace(changes, Occurs("Mon 08:00:00", "wall", PLACE))
    assert told.rows == [
        ("Mon 08:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:15:00", "found_on_patrol", "a", "worker 0", 0),
        ("Mon 09:15:00", "set_out", "0", "worker 0", "book"),
        ("Mon 09:15:00", "arrived", "0", "worker 0", "book"),
        ("Mon 09:19:00", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 09:49:00", "diagnosed", "0", "street 0", 3),  # and nobody is contacted at 10:49
        ("Mon 09:49:00", "whistle_blown", "0", "street 0", 1),
        ("Mon 10:09:00", "signed", "0", "fire", "0:20:00"),
        ("Mon 10:09:00", "signed", "0", "police", "0:20:00"),
        ("Mon 11:09:00", "summoned", "0", "fire", 0),
        ("Mon 11:09:00", "summoned", "0", "police", 0),
        ("Mon 11:09:00", "set_out", "0", "fire", "part"),
        ("Mon 11:09:00", "arrived", "0", "fire", "part"),  # no way to go: there before the police set out
        ("Mon 11:09:00", "set_out", "0", "police", "part"),
        ("Mon 11:29:00", "arrived", "0", "police", "part"),
        ("Mon 11:29:00", "assembled", "0", "street 0", "1:40:00"),
        ("Mon 11:39:00", "part_done", "0", "fire", 0),
        ("Mon 11:39:00", "part_done", "0", "police", 0),
        ("Mon 11:39:00", "claimed_done", "0", "street 0", 1),
        ("Mon 11:39:00", "set_out", "0", "worker 0", "check"),
        ("Mon 11:39:00", "arrived", "0", "worker 0", "check"),
        ("Mon 11:45:00", "checked", "0", "worker 0", 1),
        ("Mon 11:45:00", "closed", "0", "street 0", 1),
    ]
    assert told.cases == [
        a_case(
            source="patrol", channel=-1, reported="Mon 09:15:00", registered="Mon 09:19:00", dispatched="Mon 09:49:00",
            responded="Mon 11:09:00", arrived="Mon 11:09:00", claimed="Mon 11:39:00", closed="Mon 11:45:00",
            limit="Thu+1 09:19:00", state="closed", unit="fire", level="joint", dispatches=1, whistles=1,
            first_whistle="Mon 09:49:00", signed="Mon 10:09:00", assembled="Mon 11:29:00",
        )
    ]  # fmt: skip
    assert told.hours["fire"] == hours(busy="0:30:00")


WATER: dict[str, Any] = {"title": "Water", "crews": 1, "share": 1, "roster": "always", "travel": {"time": "10 min"}}
TWO_OR_THREE = Draw("joint_count", 0, 0.0, 0.5), Draw("joint_count", 0, 0.5, 1.0)


@pytest.mark.parametrize(
    ("unit", "wishes", "needs"),
    [
        # two of three: the one in charge, and of the two others the first is taken if u x 2 < 1
        ("fire", (TWO_OR_THREE[0], Draw("joint_member", 1, 0.0, 0.5)), 0b011),
        ("fire", (TWO_OR_THREE[0], Draw("joint_member", 1, 0.5, 1.0)), 0b101),  # else the last: u x 1 < 1
        ("water", (TWO_OR_THREE[0], Draw("joint_member", 1, 0.5, 1.0)), 0b101),
        ("sweepers", (TWO_OR_THREE[0], Draw("joint_member", 0, 0.0, 0.5)), 0b011),  # led by the first named: police
        ("sweepers", (TWO_OR_THREE[0], Draw("joint_member", 0, 0.5, 1.0)), 0b110),
        ("fire", TWO_OR_THREE[1:], 0b111),
    ],
)
def test_which_departments_are_needed(unit: str, wishes: tuple[Draw, ...], needs: int) -> None:
    wall = joint()["wall"]
    wall["handled_by"] = {unit: {"share": 1, "work": "5 min"}}
    wall["joint"] |= {"departments": {2: 0.5, 3: 0.5}, "among": ["police", "fire", "water"]}
    told = trace(
        quiet({"hazards": {"wall": wall}, "departments": {"water": WATER}}),
        Occurs("Mon 09:00:00", "wall", PLACE, wishes),
    )
    assert told.issues["a"]["needs"] == needs
    assert ("Mon 09:35:00", "diagnosed", "0", "street 0", needs) in told.rows
    names = [name for d, name in enumerate(("fire", "police", "water")) if needs >> d & 1]
    assert [row[3] for row in told.rows if row[1] == "part_done"] == names
    assert told.cases[0]["unit"] == names[0]


def test_two_finds_of_one_issue_have_draws_of_their_own() -> None:
    """Closed untruly twice: what the finder checks and overlooks is drawn anew for each case."""
    litter = hazard("grid", "5 min", at_once=False, seen_per_pass=1)
    second = FOUND + (1 << 16)
    ledger = {"false_claims": 0.5, "checked": 0}
    told = trace(
        quiet({"hazards": {"litter": litter}, "mechanisms": {"patrol": {"target": "7.5 h"}, "ledger": ledger},
               "staff": {"grid_workers": {"roster": "day"}}}),
        Occurs("Mon 08:00:00", "litter", PLACE,
               (Draw("claims_false", FOUND, 0.0, 0.5), Draw("claims_false", second, 0.5, 1.0))),
    )  # fmt: skip
    assert [row[:3] + row[4:] for row in told.rows if row[1] in ("found_on_patrol", "closed")] == [
        ("Mon 09:15:00", "found_on_patrol", "a", 0),
        ("Mon 09:24:00", "closed", "0", 0),  # 4 min to book, 5 of work
        ("Mon 10:24:00", "found_on_patrol", "a", 0),  # a round later, the odometer having stood for 9 min
        ("Mon 10:33:00", "closed", "1", 1),
    ]


def test_shares_of_units_and_channels_are_taken_for_what_they_are_together() -> None:
    """Two units with a share of 1 each have a half each."""
    litter = hazard("sweepers", "5 min")
    litter["handled_by"] = {"sweepers": {"share": 1, "work": "5 min"}, "fire": {"share": 1, "work": "10 min"}}
    told = trace(
        quiet({"hazards": {"litter": litter}}),
        Occurs("Mon 09:00:00", "litter", PLACE, (Draw("handler", 0, 0.4, 0.5),)),
        Occurs("Mon 10:00:00", "litter", PLACE, (Draw("handler", 0, 0.5, 0.6),)),
    )
    assert [(case["unit"], case["claimed"]) for case in told.cases] == [
        ("sweepers", "Mon 09:20:00"), ("fire", "Mon 10:25:00")
    ]  # fmt: skip
    assert [(issue["option"], issue["work"]) for issue in told.issues.values()] == [(0, "0:05:00"), (1, "0:10:00")]
