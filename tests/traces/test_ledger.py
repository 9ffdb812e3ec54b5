"""Claims: false ones, checks at the desk and on site, call-backs, what is opened again, was gone, or comes back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.traces.tracing import (
    FAR_PLACE,
    FOUND,
    PLACE,
    REPORTED,
    Draw,
    Occurs,
    a_case,
    an_issue,
    hazard,
    hours,
    quiet,
    trace,
)

FALSE_ONCE = (Draw("claims_false", REPORTED, 0.0, 0.5), Draw("claims_false", REPORTED + 1, 0.5, 1.0))
"""The first claim of a reported case is false, the second true, where half of them are."""


def until_claimed(limit: str) -> list[tuple[Any, ...]]:
    """Rows of a case of the sweepers that is falsely claimed done at 09:45."""
    return [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "registered", "0", "desk 0", limit),
        ("Mon 09:05:00", "dispatched", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "accepted", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 09:15:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 09:45:00", "claimed_done", "0", "street 0", 0),  # 30 min of work, and not done
    ]


def test_a_false_claim_is_opened_again_after_the_call_back() -> None:
    litter = hazard("sweepers", "30 min")
    ledger = {"false_claims": 0.5, "rework": 0.5}
    told = trace(
        {"hazards": {"litter": litter}, "mechanisms": {"ledger": ledger}},
        Occurs("Mon 09:00:00", "litter", PLACE, FALSE_ONCE),
    )
    assert told.rows == [
        *until_claimed("240:00:00"),
        ("Mon 09:45:00", "closed", "0", "street 0", 0),  # on the claim; the contact due at 10:05 falls away
        ("Tue 09:45:00", "rated", "0", "resident 0", 0),  # a day later: neither solved nor satisfied
        ("Tue 09:45:00", "reopened", "0", "street 0", 0),
        ("Tue 09:45:00", "queued", "0", "street 0", "sweepers"),  # to the unit at once, without procedure or dispatch
        ("Tue 09:45:00", "set_out", "0", "sweepers", "handle"),
        ("Tue 09:55:00", "arrived", "0", "sweepers", "handle"),
        ("Tue 10:10:00", "claimed_done", "0", "street 0", 1),  # half of the work
        ("Tue 10:10:00", "closed", "0", "street 0", 1),
        ("Wed 10:10:00", "rated", "0", "resident 0", 3),
    ]
    assert told.cases == [
        a_case(
            reported="Mon 09:00:00", registered="Mon 09:05:00", dispatched="Mon 09:05:00", responded="Mon 09:15:00",
            arrived="Mon 09:15:00", claimed="Tue 10:10:00", closed="Tue 10:10:00", limit="Thu+1 09:05:00",
            state="closed", unit="sweepers", level="street", dispatches=1, reopened=1, called_back=1, said_solved=1,
            satisfied=1, said_untrue=1,
        )
    ]  # fmt: skip
    assert [job[7:9] for job in told.jobs] == [("Mon 09:45:00", "0:40:00"), ("Tue 10:10:00", "0:25:00")]
    # half of the trust is lost at the first closing, a fifth of the rest of the way gained at the second
    assert told.trust[:2] == (1, 0.5)
    assert told.trust[2] == pytest.approx(0.25 + 0.2 * 0.75)


def test_a_case_opened_again_after_its_limit_is_overdue_at_once() -> None:
    litter = hazard("sweepers", "30 min", deadline="12 h")
    told = trace(
        {"hazards": {"litter": litter}, "mechanisms": {"ledger": {"false_claims": 0.5}}},
        Occurs("Mon 09:00:00", "litter", PLACE, FALSE_ONCE),
    )
    assert told.rows[9:] == [
        ("Mon 09:45:00", "closed", "0", "street 0", 0),  # the limit of 21:05 stands still
        ("Tue 09:45:00", "rated", "0", "resident 0", 0),
        ("Tue 09:45:00", "reopened", "0", "street 0", 0),
        ("Tue 09:45:00", "queued", "0", "street 0", "sweepers"),
        ("Tue 09:45:00", "set_out", "0", "sweepers", "handle"),
        ("Tue 09:45:00", "deadline_passed", "0", "supervisor", 1),  # the old limit, now that the case runs again
        ("Tue 09:55:00", "arrived", "0", "sweepers", "handle"),
        ("Tue 10:25:00", "claimed_done", "0", "street 0", 1),  # rework 1: as much as before
        ("Tue 10:25:00", "closed", "0", "street 0", 1),
        ("Wed 10:25:00", "rated", "0", "resident 0", 1),  # solved, late: not satisfied
    ]
    assert (told.cases[0]["overdue"], told.cases[0]["limit"]) == (1, "Mon 21:05:00")
    assert told.trust == (1, 0.5, 0.125)  # unsolved, then solved late


def test_the_desk_sends_back_at_once_and_an_overdue_limit_runs_once_more() -> None:
    litter = hazard("sweepers", "30 min", deadline="20 min")
    ledger = {"false_claims": 0.5, "desk_check": 1, "rework": 0.5}
    told = trace(
        quiet({"hazards": {"litter": litter}, "mechanisms": {"ledger": ledger}}),
        Occurs("Mon 09:00:00", "litter", PLACE, FALSE_ONCE),
    )
    assert told.rows == [
        *until_claimed("0:20:00")[:-1],
        ("Mon 09:25:00", "deadline_passed", "0", "supervisor", 1),  # 20 min after registration; again at 09:45
        ("Mon 09:45:00", "claimed_done", "0", "street 0", 0),  # what ends comes before limits
        ("Mon 09:45:00", "sent_back", "0", "street 0", 0),
        ("Mon 09:45:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 09:45:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 09:55:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 10:05:00", "deadline_passed", "0", "supervisor", 2),  # a limit that has passed runs anew from 09:45
        ("Mon 10:05:00", "escalated", "0", "supervisor", 0),
        ("Mon 10:10:00", "claimed_done", "0", "street 0", 1),
        ("Mon 10:10:00", "closed", "0", "street 0", 1),
    ]
    case = told.cases[0]
    assert (case["sent_back"], case["overdue"], case["limit"], case["level"]) == (1, 2, "Mon 09:25:00", "street")


WALK: dict[str, Any] = {"patrol": {"target": "7.5 h"}}
SEEN: dict[str, Any] = {"at_once": False, "seen_per_pass": 1}
FOUND_FALSE_ONCE = (Draw("claims_false", FOUND, 0.0, 0.5), Draw("claims_false", FOUND + 1, 0.5, 1.0))


def test_the_finder_sees_that_a_claim_is_false() -> None:
    """Half of what can be drawn is false, half checked: the draws say that the first claim is both."""
    litter = hazard("sweepers", "30 min", **SEEN)
    ledger = {
        "false_claims": 0.5,
        "checked": 0.5,
        "own_checks": 0.5,
        "own_detects": 1,
        "other_detects": 0,
        "rework": 0.5,
    }
    wishes = (
        *FOUND_FALSE_ONCE,
        Draw("checked", FOUND, 0.0, 0.5),  # the first claim is checked, by the finder
        Draw("checker", FOUND, 0.0, 0.5),
        Draw("checked", FOUND + 1, 0.5, 1.0),  # the second is not
    )
    told = trace(
        quiet({"hazards": {"litter": litter}, "staff": {"grid_workers": {"roster": "day", "count": 2}},
               "mechanisms": {**WALK, "ledger": ledger}}),
        Occurs("Mon 08:00:00", "litter", FAR_PLACE, wishes), beats=(0, 1, 0),
    )  # fmt: skip
    assert told.rows == [
        ("Mon 08:00:00", "occurred", "a", "world", FAR_PLACE),
        ("Mon 09:22:30", "found_on_patrol", "a", "worker 1", 0),  # three quarters of half a round
        ("Mon 09:22:30", "set_out", "0", "worker 1", "book"),
        ("Mon 09:22:30", "arrived", "0", "worker 1", "book"),
        ("Mon 09:26:30", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 09:26:30", "dispatched", "0", "street 0", "sweepers"),
        ("Mon 09:26:30", "accepted", "0", "street 0", "sweepers"),
        ("Mon 09:26:30", "queued", "0", "street 0", "sweepers"),
        ("Mon 09:26:30", "set_out", "0", "sweepers", "handle"),
        ("Mon 09:36:30", "arrived", "0", "sweepers", "handle"),
        ("Mon 10:06:30", "claimed_done", "0", "street 0", 0),
        ("Mon 10:06:30", "set_out", "0", "worker 1", "check"),  # the finder
        ("Mon 10:06:30", "arrived", "0", "worker 1", "check"),  # a walk in between does not move a worker
        ("Mon 10:12:30", "checked", "0", "worker 0", 0),  # 6 min: it is not done
        ("Mon 10:12:30", "sent_back", "0", "street 0", 0),
        ("Mon 10:12:30", "queued", "0", "street 0", "sweepers"),
        ("Mon 10:12:30", "set_out", "0", "sweepers", "handle"),
        ("Mon 10:22:30", "arrived", "0", "sweepers", "handle"),
        ("Mon 10:37:30", "claimed_done", "0", "street 0", 1),  # half of the work
        ("Mon 10:37:30", "closed", "0", "street 0", 1),
    ]
    assert (told.cases[0]["sent_back"], told.cases[0]["reopened"]) == (1, 0)


def test_a_colleague_overlooks_it_and_a_patrol_sees_it_anew() -> None:
    litter = hazard("sweepers", "30 min", **SEEN, fixed_on_the_spot=0.5)
    ledger = {"false_claims": 1, "checked": 1, "own_checks": 0, "own_detects": 1, "other_detects": 0}
    spot = (Draw("spot", 1, 0.5, 1.0), Draw("spot", 2, 0.0, 0.5))  # the first find is booked, the second fixed
    told = trace(
        quiet({"hazards": {"litter": litter}, "staff": {"grid_workers": {"roster": "day", "count": 2}},
               "mechanisms": {**WALK, "ledger": ledger}}),
        Occurs("Mon 08:00:00", "litter", FAR_PLACE, spot), beats=(0, 1, 0),
    )  # fmt: skip
    assert told.rows[10:] == [
        ("Mon 10:06:30", "claimed_done", "0", "street 0", 0),
        ("Mon 10:06:30", "set_out", "0", "worker 0", "check"),  # the colleague next in number, round the end
        ("Mon 10:26:30", "arrived", "0", "worker 0", "check"),  # 1,000 m x 1.2 at 1 m/s
        ("Mon 10:32:30", "checked", "0", "worker 0", 1),  # sees nothing wrong
        ("Mon 10:32:30", "closed", "0", "street 0", 0),
        # the odometer of worker 1 stands at 10:32:30 - 09:00 - 4 min = 1:28:30; the place is passed at 1:52:30
        ("Mon 10:56:30", "found_on_patrol", "a", "worker 1", 0),
        ("Mon 10:56:30", "set_out", "1", "worker 1", "spot"),
        ("Mon 10:56:30", "arrived", "1", "worker 1", "spot"),
        ("Mon 11:06:30", "registered", "1", "desk 0", "240:00:00"),
        ("Mon 11:06:30", "fixed_on_the_spot", "1", "worker 0", 0),  # a fix on the spot is no claim and never false
        ("Mon 11:06:30", "closed", "1", "street 0", 1),
    ]
    assert told.issues["a"]["fixed_by"] == "spot"
    assert told.hours["worker 0"]["busy"] == "0:26:00"


@pytest.mark.parametrize(("begun_first", "first"), [(True, "check"), (False, "handle")])
def test_what_was_begun_may_go_first(begun_first: bool, first: str) -> None:
    """A new case joined before the check, at 09:50 and 09:59: an hour for a class puts the check before it."""
    hazards = {
        "litter": hazard("sweepers", "30 min", **SEEN),
        "long": hazard("grid", "1 h"),
        "stall": hazard("grid", "5 min"),
    }
    queueing = {"ageing": "1 h", "begun_first": begun_first}
    told = trace(
        quiet({"hazards": hazards, "staff": {"grid_workers": {"roster": "day"}},
               "mechanisms": {**WALK, "ledger": {"checked": 1}, "queueing": queueing}}),
        Occurs("Mon 08:00:00", "litter", PLACE),  # found at 09:15, registered at 09:19, claimed done at 09:59
        Occurs("Mon 09:20:00", "long", PLACE),  # holds the worker from 09:25 to 10:25
        Occurs("Mon 09:45:00", "stall", PLACE),  # joins at 09:50
    )  # fmt: skip
    jobs = [(row[0], row[4]) for row in told.rows if row[1] == "set_out" and row[3] == "worker 0"]
    assert jobs[:3] == [("Mon 09:15:00", "book"), ("Mon 09:25:00", "handle"), ("Mon 10:25:00", first)]


@pytest.mark.parametrize(("begun_first", "second"), [(True, "0"), (False, "1")])
def test_handling_what_was_verified_goes_on_with_what_was_begun(begun_first: bool, second: str) -> None:
    """Verified at 09:37, with another case in line since 09:10: 09:37 + 2 h is before 09:10 + 3 h."""
    hazards = {"stall": hazard("grid", "5 min", verified_first=True), "plain": hazard("grid", "5 min")}
    told = trace(
        quiet({"hazards": hazards, "mechanisms": {"queueing": {"ageing": "1 h", "begun_first": begun_first}}}),
        Occurs("Mon 09:00:00", "stall", FAR_PLACE),
        Occurs("Mon 09:05:00", "plain", FAR_PLACE),
    )
    jobs = [row for row in told.rows if row[1] == "set_out"]
    assert jobs[0] == ("Mon 09:05:00", "set_out", "0", "worker 0", "verify")
    assert jobs[1] == ("Mon 09:37:00", "set_out", second, "worker 0", "handle")


def test_what_is_gone_when_the_crew_comes() -> None:
    """It heals while the case is open, and comes back long after; a look takes a minute and cannot be a false claim."""
    noise = hazard("sweepers", "30 min", heals={"share": 1, "after": "12 min"}, recurs={"share": 1, "after": "8 days"})
    told = trace(
        {"hazards": {"noise": noise}, "mechanisms": {"ledger": {"false_claims": 1}}},
        Occurs("Mon 09:00:00", "noise", PLACE),
    )
    first = [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 09:05:00", "dispatched", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "accepted", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 09:12:00", "healed", "a", "world", 0),  # 12 min after it occurred
        ("Mon 09:12:00", "recurs", "a", "world", "192:00:00"),  # its cause remains
        ("Mon 09:15:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 09:15:00", "found_gone", "0", "street 0", 0),
        ("Mon 09:16:00", "claimed_done", "0", "street 0", 1),
        ("Mon 09:16:00", "closed", "0", "street 0", 1),
        ("Tue 09:16:00", "rated", "0", "resident 0", 3),
    ]
    # all again 8 days after 09:12; what would come 8 days after that comes after the end
    times = [
        "Tue+1 09:12:00", "Tue+1 09:12:00", *["Tue+1 09:17:00"] * 5, "Tue+1 09:24:00", "Tue+1 09:24:00",
        "Tue+1 09:27:00", "Tue+1 09:27:00", "Tue+1 09:28:00", "Tue+1 09:28:00", "Wed+1 09:28:00",
    ]  # fmt: skip
    again = {"a": "a1", "0": "1"}
    assert told.rows == first + [
        (time, activity, again[about], *rest) for time, (_, activity, about, *rest) in zip(times, first, strict=True)
    ]
    assert told.cases[0] == a_case(
        reported="Mon 09:00:00", registered="Mon 09:05:00", dispatched="Mon 09:05:00", responded="Mon 09:15:00",
        arrived="Mon 09:15:00", claimed="Mon 09:16:00", closed="Mon 09:16:00", limit="Thu+1 09:05:00", state="closed",
        unit="sweepers", level="street", dispatches=1, called_back=1, said_solved=1, satisfied=1, found_gone=1,
    )  # fmt: skip
    assert told.issues["a"] == an_issue(
        hazard="noise", site=PLACE, occurred="Mon 09:00:00", state="healed", ended="Mon 09:12:00",
        detected="Mon 09:00:00", detected_by="resident", work="0:30:00", reports=1, cases=1,
    )  # fmt: skip
    assert told.trust[2] == pytest.approx(0.6)  # by the end of the window, one closing that was in time


def test_what_comes_back_and_what_is_absorbed() -> None:
    """One issue of a hazard is open at a place at a time; what is there already absorbs what comes."""
    litter = hazard("sweepers", "30 min", recurs={"share": 0.5, "after": "1 day"})
    back, gone = (Draw("recurs", 0, 0.0, 0.5),), (Draw("recurs", 0, 0.5, 1.0),)
    told = trace(
        quiet({"hazards": {"litter": litter}, "prevention": {"litter": 0.5}}),
        Occurs("Mon 09:00:00", "litter", PLACE, (*back, Draw("prevented", 0, 0.5, 1.0))),
        Occurs("Mon 09:30:00", "litter", PLACE, (*back, Draw("prevented", 0, 0.5, 1.0))),
        Occurs("Mon 09:40:00", "litter", PLACE, (*back, Draw("prevented", 0, 0.0, 0.5))),
        Occurs("Tue 09:10:00", "litter", PLACE, (*gone, Draw("prevented", 0, 0.5, 1.0))),
    )
    world = [row for row in told.rows if row[3] == "world" or row[1] in ("closed", "reported")]
    assert world == [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:30:00", "absorbed", "b", "world", 0),  # a is open
        ("Mon 09:40:00", "prevented", "c", "world", 0),  # before anybody asks whether there is room for it
        ("Mon 09:45:00", "recurs", "a", "world", "24:00:00"),  # truly fixed
        ("Mon 09:45:00", "closed", "0", "street 0", 1),
        ("Tue 09:10:00", "occurred", "d", "world", PLACE),
        ("Tue 09:10:00", "reported", "1", "resident 0", 0),
        ("Tue 09:45:00", "absorbed", "a1", "world", 0),  # a day after a ended, d is there
        ("Tue 09:55:00", "closed", "1", "street 0", 1),  # and does not come back
    ]
    assert {name: (issue["state"], issue["ended"], issue["cases"]) for name, issue in told.issues.items()} == {
        "a": ("fixed", "Mon 09:45:00", 1),
        "b": ("absorbed", "Mon 09:30:00", 0),
        "c": ("prevented", "Mon 09:40:00", 0),
        "d": ("fixed", "Tue 09:55:00", 1),
        "a1": ("absorbed", "Tue 09:45:00", 0),
    }


def test_a_recurrence_cannot_be_prevented_and_has_room_at_the_instant_its_place_is_free() -> None:
    """What ends comes before what occurs: b is fixed at the very moment at which a comes back."""
    litter = hazard("sweepers", "30 min", recurs={"share": 0.5, "after": "1 day"})
    come, stays, back = Draw("prevented", 0, 0.5, 1.0), Draw("recurs", 0, 0.5, 1.0), Draw("recurs", 0, 0.0, 0.5)
    then = (Draw("prevented", 0, 0.0, 0.5, generation=1), Draw("recurs", 0, 0.5, 1.0, generation=1))
    told = trace(
        quiet({"hazards": {"litter": litter}, "prevention": {"litter": 0.5}}),
        Occurs("Mon 09:00:00", "litter", PLACE, (come, back, *then)),
        Occurs("Tue 09:00:00", "litter", PLACE, (come, stays)),
    )
    assert [row[:4] for row in told.rows if row[1] in ("occurred", "closed", "absorbed")] == [
        ("Mon 09:00:00", "occurred", "a", "world"),
        ("Mon 09:45:00", "closed", "0", "street 0"),
        ("Tue 09:00:00", "occurred", "b", "world"),
        ("Tue 09:45:00", "closed", "1", "street 0"),
        ("Tue 09:45:00", "occurred", "a1", "world"),
        ("Tue 10:30:00", "closed", "2", "street 0"),
    ]


def test_hours_of_the_crews_that_only_look() -> None:
    noise = hazard("sweepers", "30 min", heals={"share": 1, "after": "12 min"})
    told = trace(quiet({"hazards": {"noise": noise}}), Occurs("Mon 09:00:00", "noise", FAR_PLACE))
    assert told.hours["sweepers"] == hours(busy="0:11:00")  # 10 min of travel and a look
