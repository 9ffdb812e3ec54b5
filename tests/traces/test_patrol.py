"""The walk: what a patrol or a visit comes upon and when, what it passes by, who walks for whom."""

from __future__ import annotations

from typing import Any

from tests.traces.tracing import (
    FAR_PLACE,
    FOUND,
    HOME,
    PLACE,
    REPORTED,
    Draw,
    Occurs,
    a_case,
    an_issue,
    hazard,
    hours,
    indoors_from,
    quiet,
    seed_where,
    trace,
)

SEEN: dict[str, Any] = {"at_once": False, "seen_per_pass": 1}
ON_FOOT: dict[str, Any] = {"grid_workers": {"roster": "day"}}


def walk(hazards: dict[str, Any], *, staff: dict[str, Any] | None = None, **mechanisms: Any) -> dict[str, Any]:
    """Workers who walk all of their 7.5 h from 09:00, a round in an hour."""
    return quiet(
        {
            "hazards": hazards,
            "staff": {"grid_workers": {"roster": "day"}} if staff is None else staff,
            "mechanisms": {"patrol": {"target": "7.5 h"}, **mechanisms},
        }
    )


def test_a_patrol_fixes_on_the_spot_what_comes_back_later() -> None:
    poster = hazard("sweepers", "30 min", **SEEN, fixed_on_the_spot=1, recurs={"share": 0.5, "after": "75 min"})
    once = (Draw("recurs", 0, 0.0, 0.5), Draw("recurs", 0, 0.5, 1.0, generation=1))
    told = trace(walk({"poster": poster}), Occurs("Mon 08:00:00", "poster", FAR_PLACE, once))
    assert told.rows == [
        ("Mon 08:00:00", "occurred", "a", "world", FAR_PLACE),
        ("Mon 09:45:00", "found_on_patrol", "a", "worker 0", 0),  # at three quarters of the first round
        ("Mon 09:45:00", "set_out", "0", "worker 0", "spot"),
        ("Mon 09:45:00", "arrived", "0", "worker 0", "spot"),
        ("Mon 09:55:00", "registered", "0", "desk 0", "240:00:00"),  # 4 min to book and 6 to fix
        ("Mon 09:55:00", "recurs", "a", "world", "1:15:00"),
        ("Mon 09:55:00", "fixed_on_the_spot", "0", "worker 0", 0),
        ("Mon 09:55:00", "closed", "0", "street 0", 1),
        ("Mon 11:10:00", "occurred", "a1", "world", FAR_PLACE),  # the odometer stands at 45 min + 75 min = 2 h
        ("Mon 11:55:00", "found_on_patrol", "a1", "worker 0", 0),  # passed at 2:45 h
        ("Mon 11:55:00", "set_out", "1", "worker 0", "spot"),
        ("Mon 11:55:00", "arrived", "1", "worker 0", "spot"),
        ("Mon 12:05:00", "registered", "1", "desk 0", "240:00:00"),
        ("Mon 12:05:00", "fixed_on_the_spot", "1", "worker 0", 0),  # this time for good
        ("Mon 12:05:00", "closed", "1", "street 0", 1),
    ]
    assert told.cases[0] == a_case(
        source="patrol", channel=-1, state="closed", unit="grid", level="spot", reported="Mon 09:45:00",
        registered="Mon 09:55:00", dispatched="Mon 09:55:00", responded="Mon 09:55:00", arrived="Mon 09:55:00",
        claimed="Mon 09:55:00", closed="Mon 09:55:00", limit="Thu+1 09:55:00",
    )  # fmt: skip
    assert told.issues == {
        "a": an_issue(
            hazard="poster", site=FAR_PLACE, occurred="Mon 08:00:00", state="fixed", ended="Mon 09:55:00",
            detected="Mon 09:45:00", detected_by="patrol", fixed_by="spot", work="0:30:00", cases=1,
        ),
        "a1": an_issue(
            generation=1, hazard="poster", site=FAR_PLACE, occurred="Mon 11:10:00", state="fixed", ended="Mon 12:05:00",
            detected="Mon 11:55:00", detected_by="patrol", fixed_by="spot", work="0:30:00", cases=1,
        ),
    }  # fmt: skip
    assert told.trust == (0, 0.0, 0.0)  # no resident was involved


def test_when_a_pass_sees() -> None:
    """An issue is seen at the next pass after it occurred; one in two passes sees: the draws say which."""
    litter = hazard("sweepers", "30 min", **SEEN)
    poster = hazard("sweepers", "30 min", **{**SEEN, "seen_per_pass": 0.5}, fixed_on_the_spot=1)
    told = trace(
        walk({"litter": litter, "poster": poster}),
        Occurs(
            "Mon 08:00:00", "poster", FAR_PLACE, (Draw("seen", 0, 0.26, 0.49),)
        ),  # -log2 u in (1, 2): the second pass
        Occurs("Mon 09:15:00", "litter", PLACE),  # the walker is just past it
        Occurs("Mon 09:44:00", "poster", PLACE, (Draw("seen", 0, 0.51, 0.99),)),  # the first
    )
    finds = [row[:3] for row in told.rows if row[1] == "found_on_patrol"]
    assert finds == [
        ("Mon 10:15:00", "found_on_patrol", "b"),  # a round after it occurred
        ("Mon 10:19:00", "found_on_patrol", "c"),  # at the same place, when the booking is done
        ("Mon 10:59:00", "found_on_patrol", "a"),  # 1:45 on the odometer, which stood still for 4 + 10 min
    ]


def test_a_known_issue_is_passed_by_and_seen_anew_once_it_was_closed_untruly() -> None:
    litter = hazard("sweepers", "30 min", seen_per_pass=1)
    wishes = (Draw("claims_false", REPORTED, 0.0, 0.5), Draw("claims_false", FOUND, 0.5, 1.0))
    told = trace(
        walk({"litter": litter}, ledger={"false_claims": 0.5, "reached": 1}, dispatch={"contact": "1 h"}),
        Occurs("Mon 09:00:00", "litter", PLACE, wishes),
    )
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 09:05:00", "dispatched", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "accepted", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 09:15:00", "arrived", "0", "sweepers", "handle"),  # the patrol passes by at this moment
        ("Mon 09:45:00", "claimed_done", "0", "street 0", 0),  # untruly
        ("Mon 09:45:00", "closed", "0", "street 0", 0),
        ("Mon 10:15:00", "found_on_patrol", "a", "worker 0", 0),  # the next round
        ("Mon 10:15:00", "set_out", "1", "worker 0", "book"),
        ("Mon 10:15:00", "arrived", "1", "worker 0", "book"),
        ("Mon 10:19:00", "registered", "1", "desk 0", "240:00:00"),
        ("Mon 10:19:00", "dispatched", "1", "street 0", "sweepers"),
        ("Mon 10:19:00", "accepted", "1", "street 0", "sweepers"),
        ("Mon 10:19:00", "queued", "1", "street 0", "sweepers"),
        ("Mon 10:19:00", "set_out", "1", "sweepers", "handle"),
        ("Mon 10:29:00", "arrived", "1", "sweepers", "handle"),
        ("Mon 10:59:00", "claimed_done", "1", "street 0", 1),
        ("Mon 10:59:00", "closed", "1", "street 0", 1),
        ("Tue 09:45:00", "rated", "0", "resident 0", 3),  # of case 0 a day after: it is solved by now
    ]
    assert [case["source"] for case in told.cases] == ["resident", "patrol"]
    assert (told.issues["a"]["detected_by"], told.issues["a"]["cases"]) == ("resident", 2)
    assert told.trust == (1, 0.5, 0.25)  # closed untruly: half is lost


def test_an_unsolved_case_is_not_reopened_while_another_about_it_is_open() -> None:
    litter = hazard("sweepers", "30 min", seen_per_pass=1, procedure="0 h")
    slow = {"call_back": "35 min", "false_claims": 0.5, "reached": 1, "satisfied_unsolved": 1}
    wishes = (Draw("claims_false", REPORTED, 0.0, 0.5), Draw("claims_false", FOUND, 0.5, 1.0))
    told = trace(walk({"litter": litter}, ledger=slow), Occurs("Mon 09:00:00", "litter", PLACE, wishes))
    assert [row[:3] + row[4:] for row in told.rows[9:] if row[1] in ("closed", "found_on_patrol", "rated")] == [
        ("Mon 09:45:00", "closed", "0", 0),
        ("Mon 10:15:00", "found_on_patrol", "a", 0),
        ("Mon 10:20:00", "rated", "0", 2),  # not solved, satisfied all the same; case 1 is open since 10:15
        ("Mon 10:59:00", "closed", "1", 1),
    ]
    assert told.cases[0] | {"satisfied": 1, "said_solved": 0, "called_back": 1, "reopened": 0} == told.cases[0]


def test_a_visit_reveals_what_a_household_knows() -> None:
    """A day of 24 h is 3.2 duty days: patrol of 3.2 h, half of it kept before the visit of 10 min, half after it."""
    pipe = hazard("sweepers", "30 min", at_once=False, place="home", revealed_per_visit=1, fixed_on_the_spot=1)
    litter = hazard("sweepers", "30 min", **SEEN)
    plan = {"target": "1 h", "keep": "30 min", "visits": "365 per household per year"}
    told = trace(
        quiet({"hazards": {"pipe": pipe, "litter": litter}, "mechanisms": {"patrol": plan}}),
        # a household tells at most 95 % of the time, however familiar the worker is
        Occurs("Mon 00:30:00", "pipe", HOME, (Draw("revealed", 0, 0.06, 1.0),)),
        Occurs("Mon 01:20:00", "litter", FAR_PLACE),
    )
    assert told.rows[:6] == [
        ("Mon 00:30:00", "occurred", "a", "world", HOME),
        ("Mon 01:20:00", "occurred", "b", "world", FAR_PLACE),  # patrol has 1:20 h behind it
        ("Mon 01:41:00", "found_on_visit", "a", "worker 0", 0),  # 1:36 h of patrol, then half of the round of visits
        ("Mon 01:41:00", "set_out", "0", "worker 0", "book"),  # visits book and do not fix on the spot
        ("Mon 01:41:00", "arrived", "0", "worker 0", "book"),
        ("Mon 01:45:00", "registered", "0", "desk 0", "240:00:00"),
    ]
    finds = [row for row in told.rows if row[1] == "found_on_patrol"]
    # 5 min of visits are left until 01:50, when patrol goes on at 1:36 h; the far place is passed at 1:45 h
    assert finds == [("Mon 01:59:00", "found_on_patrol", "b", "worker 0", 0)]
    assert told.cases[0]["source"] == "visit"
    assert told.issues["a"]["detected_by"] == "visit"
    assert told.hours["worker 0"] == hours(busy="0:08:00", patrolled="22:24:00", visited="1:10:00")  # 7 days


FAMILIAR: dict[str, Any] = {
    "hazards": {"pipe": hazard("sweepers", "5 min", at_once=False, place="home", revealed_per_visit=0.001)},
    "mechanisms": {
        "density": {"familiarity": 1, "split": "same_round"},
        "patrol": {"visits": "365 per household per year"},
    },
}
"""Visits of 10 min a day, from midnight on; a household tells 209 times as readily to whom knows it alone."""


def test_who_knows_few_households_is_told_more() -> None:
    """0.209 a visit: ln 0.7 / ln 0.791 = 1.5, so the second visit; it is half-way through the minutes of Tuesday."""
    told = trace(quiet(FAMILIAR), Occurs("Mon 00:00:00", "pipe", HOME, (Draw("revealed", 0, 0.69, 0.71),)))
    assert told.rows[1] == ("Tue 00:05:00", "found_on_visit", "a", "worker 0", 0)


def test_two_on_one_round_share_its_households() -> None:
    """Half a household each: 0.418 a visit, and 5 min a day. ln 0.5 / ln 0.582 = 1.3: the second visit, at 15 min."""
    told = trace(
        quiet({**FAMILIAR, "staff": {"grid_workers": {"count": 2}}}),
        Occurs("Mon 00:00:00", "pipe", HOME, (Draw("revealed", 0, 0.49, 0.51), Draw("revealed", 1, 0.0, 0.01))),
    )
    assert told.rows[1] == ("Wed 00:05:00", "found_on_visit", "a", "worker 0", 0)


def test_each_grid_has_a_round_of_visits_of_its_own() -> None:
    """The only household of the second community is half-way through the round of its worker."""
    two = {
        "territory": {"communities": 2},
        "population": {"households": 2, "residents": 2},
        "grids": {"count": 2},
        "staff": {"grid_workers": {"count": 2}},
    }
    told = trace(quiet({**FAMILIAR, **two}), Occurs("Mon 00:00:00", "pipe", 3, (Draw("revealed", 0, 0.8, 1.0),)))
    assert told.rows[1] == ("Mon 00:05:00", "found_on_visit", "a", "worker 1", 0)


def test_slack_is_walked_in_part() -> None:
    """After 1 h of patrol, half of the time: 2 h on the watch are 1 h of patrol."""
    changes = {
        "run": {"length": "1 day"},
        "hazards": {"litter": hazard("sweepers", "30 min", **SEEN)},
        "staff": ON_FOOT,
        "mechanisms": {"patrol": {"target": "1 h", "slack": 0.5}},
    }
    told = trace(
        quiet(changes),
        Occurs("Mon 09:50:00", "litter", FAR_PLACE),  # passed at 45 min; next at 1:45 h of patrol
        by_hand=[indoors_from(0, "Mon 14:00:00")],  # for no time; but what is walked is rounded down there
    )
    assert told.rows[1] == ("Mon 11:30:00", "found_on_patrol", "a", "worker 0", 0)  # 45 min of walking take 1:30 h
    # 1 h, and half of the 6.5 h after it but for 4 min of booking
    assert told.hours["worker 0"] == hours(busy="0:04:00", patrolled="4:13:00")


def test_a_walk_may_begin_later_in_the_period() -> None:
    """The walk of 1 h begins at 11:00, of the slack after it half is walked: the place is passed at 45 min of each."""
    changes = {
        "run": {"length": "1 day"},
        "hazards": {"litter": hazard("sweepers", "30 min", **SEEN)},
        "staff": ON_FOOT,
        "mechanisms": {"patrol": {"target": "1 h", "slack": 0.5}},
    }

    def late(plan: Any) -> None:
        plan.stints["before"] = 2 * 3_600_000

    for time, found in (("09:10", "11:45"), ("11:50", "13:30")):
        told = trace(quiet(changes), Occurs(f"Mon {time}:00", "litter", FAR_PLACE), by_hand=[late])
        assert told.rows[1][:2] == (f"Mon {found}:00", "found_on_patrol"), time


def test_hours_indoors_stop_walks_and_jobs() -> None:
    """An hour at the desk from 12:00: neither the round nor a case goes on."""
    changes = {
        "run": {"length": "1 day"},
        "hazards": {"litter": hazard("sweepers", "30 min", **SEEN), "stall": hazard("grid", "20 min")},
        "staff": {"grid_workers": {"roster": "day", "desk": "40 min", "line": "20 min"}},
        "mechanisms": {"patrol": {"target": "7 h"}},
    }
    told = trace(
        quiet(changes),
        Occurs("Mon 11:20:00", "litter", PLACE),  # passed at 2:15 h; next at 3:15 h of patrol
        Occurs("Mon 11:25:00", "stall", FAR_PLACE),
        by_hand=[indoors_from(0, "Mon 12:00:00")],
    )
    rows = [row for row in told.rows if row[3] == "worker 0" or row[1] == "claimed_done"]
    assert rows[:5] == [
        ("Mon 11:30:00", "set_out", "0", "worker 0", "handle"),  # after 2:30 h of patrol
        ("Mon 11:50:00", "arrived", "0", "worker 0", "handle"),
        ("Mon 13:10:00", "claimed_done", "0", "street 0", 1),  # 10 min of work before the desk, 10 after it
        ("Mon 13:55:00", "found_on_patrol", "a", "worker 0", 0),  # the 45 min that are missing
        ("Mon 13:55:00", "set_out", "1", "worker 0", "book"),
    ]
    # in the field for 6.5 h, of which 40 min of case and 4 of booking
    assert told.hours["worker 0"] == hours(busy="0:44:00", patrolled="5:46:00")


def test_jobs_come_before_the_walk_and_stop_it() -> None:
    """A worker's odometer stands still while a case is handled: the pass comes later by as much."""
    hazards = {"litter": hazard("sweepers", "30 min", **SEEN), "stall": hazard("grid", "20 min")}
    told = trace(walk(hazards), Occurs("Mon 08:00:00", "litter", PLACE), Occurs("Mon 09:00:00", "stall", FAR_PLACE))
    rows = [row for row in told.rows if row[3] == "worker 0"]
    assert rows == [
        ("Mon 09:05:00", "set_out", "0", "worker 0", "handle"),  # after 5 min of patrol
        ("Mon 09:25:00", "arrived", "0", "worker 0", "handle"),  # from where the worker began
        # done at 09:45; 10 min of patrol more
        ("Mon 09:55:00", "found_on_patrol", "a", "worker 0", 0),
        ("Mon 09:55:00", "set_out", "1", "worker 0", "book"),
        ("Mon 09:55:00", "arrived", "1", "worker 0", "book"),  # at the place of the find
    ]
    assert told.hours["worker 0"] == hours(busy="0:44:00", patrolled="36:46:00")  # 37.5 h less 44 min


def test_two_who_walk_the_same_round_see_each_for_themselves() -> None:
    """The first sees it at the third pass, the second at the first; each reckons with draws of its own."""
    litter = hazard("sweepers", "30 min", **{**SEEN, "seen_per_pass": 0.5})
    both = {"grid_workers": {"roster": "day", "count": 2}}
    told = trace(
        walk({"litter": litter}, staff=both, density={"split": "same_round"}),
        Occurs("Mon 08:00:00", "litter", PLACE, (Draw("seen", 0, 0.13, 0.24), Draw("seen", 1, 0.51, 0.99))),
    )
    assert told.rows[1] == ("Mon 09:15:00", "found_on_patrol", "a", "worker 1", 0)
    assert len([row for row in told.rows if row[1] == "found_on_patrol"]) == 1


def test_a_neighbour_walks_for_an_absent_worker() -> None:
    """Worker 0 is away on Monday: worker 1 walks the own 2 h, then half as much on the other beat, and does its cases.

    Each has half of the round, 30 min of walking; the place is at a quarter of it.
    """
    seed = seed_where(
        ("absence", 0, 0, 0.0, 0.5),
        ("absence", 1, 0, 0.5, 1.0),
        ("absence", 0, 1, 0.5, 1.0),
        ("absence", 1, 1, 0.5, 1.0),
    )
    changes = {
        "run": {"seed": seed, "length": "1 day", "followup": "1 day"},
        "hazards": {"litter": hazard("grid", "30 min", **SEEN)},
        "staff": {"grid_workers": {"roster": "day", "count": 2, "absence": 0.5}},
        "mechanisms": {
            "density": {"cover": 0.5},
            "patrol": {"target": "2 h"},
            "ledger": {"checked": 1, "own_checks": 0},
        },
    }
    told = trace(quiet(changes), Occurs("Mon 08:00:00", "litter", PLACE), beats=(0, 1, 0))
    assert told.rows == [
        ("Mon 08:00:00", "occurred", "a", "world", PLACE),
        ("Mon 11:07:30", "found_on_patrol", "a", "worker 1", 0),  # on the beat of worker 0 since 11:00
        ("Mon 11:07:30", "set_out", "0", "worker 1", "book"),
        ("Mon 11:07:30", "arrived", "0", "worker 1", "book"),
        ("Mon 11:11:30", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 11:11:30", "dispatched", "0", "street 0", "grid"),
        ("Mon 11:11:30", "accepted", "0", "street 0", "grid"),
        ("Mon 11:11:30", "reassigned", "0", "leader 0", "worker 1"),  # worker 0 comes back in 21:48:30 h
        ("Mon 11:11:30", "queued", "0", "street 0", "worker 1"),
        ("Mon 11:11:30", "set_out", "0", "worker 1", "handle"),
        ("Mon 11:11:30", "arrived", "0", "worker 1", "handle"),
        ("Mon 11:41:30", "claimed_done", "0", "street 0", 1),
        ("Mon 11:41:30", "reassigned", "0", "leader 0", "worker 1"),  # the check falls to the other: to worker 0
        ("Mon 11:41:30", "set_out", "0", "worker 1", "check"),
        ("Mon 11:41:30", "arrived", "0", "worker 1", "check"),
        ("Mon 11:47:30", "checked", "0", "worker 0", 1),  # the row has the street's number
        ("Mon 11:47:30", "closed", "0", "street 0", 1),
    ]
    assert told.hours["worker 1"] == hours(busy="0:40:00", patrolled="3:00:00")  # 2 h, and an hour for the neighbour
    assert told.hours["worker 0"] == hours()
