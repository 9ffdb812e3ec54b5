"""Reports, from the call to the closing, and what may come between: verification, wrong units, shelves, impatience."""

from __future__ import annotations

import pytest

from tests.traces.tracing import (
    FAR_PLACE,
    PLACE,
    QUESTION,
    REPORTED,
    Draw,
    Occurs,
    a_case,
    an_issue,
    hazard,
    hours,
    noticed_after,
    quiet,
    trace,
)


def test_a_plain_report() -> None:
    litter = hazard("sweepers", "30 min", procedure="1 h")
    told = trace({"hazards": {"litter": litter}}, Occurs("Mon 09:00:00", "litter", FAR_PLACE))
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", FAR_PLACE),  # by hand
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),  # at once; by channel 0
        ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),  # 5 min to register; the limit is 10 days
        ("Mon 09:05:00", "dispatched", "0", "street 0", "sweepers"),  # with no time lost
        ("Mon 09:05:00", "accepted", "0", "street 0", "sweepers"),  # it is the right unit
        ("Mon 10:05:00", "queued", "0", "street 0", "sweepers"),  # 1 h of procedure; steps come before contacts
        ("Mon 10:05:00", "set_out", "0", "sweepers", "handle"),  # the crew is free
        ("Mon 10:05:00", "contacted", "0", "street 0", 0),  # 1 h after acceptance
        ("Mon 10:15:00", "arrived", "0", "sweepers", "handle"),  # 10 min of travel
        ("Mon 10:45:00", "claimed_done", "0", "street 0", 1),  # 30 min of work, truly done
        ("Mon 10:45:00", "closed", "0", "street 0", 1),  # a resident's case is closed on the claim
        ("Tue 10:45:00", "rated", "0", "resident 0", 3),  # called back a day later: solved (1) and satisfied (2)
    ]
    assert told.cases == [
        a_case(
            reported="Mon 09:00:00", registered="Mon 09:05:00", dispatched="Mon 09:05:00", responded="Mon 10:05:00",
            arrived="Mon 10:15:00", claimed="Mon 10:45:00", closed="Mon 10:45:00", limit="Thu+1 09:05:00",
            state="closed", unit="sweepers", level="street", dispatches=1, called_back=1, said_solved=1, satisfied=1,
        )
    ]  # fmt: skip
    assert told.issues == {
        "a": an_issue(
            hazard="litter", site=FAR_PLACE, occurred="Mon 09:00:00", state="fixed", ended="Mon 10:45:00",
            detected="Mon 09:00:00", detected_by="resident", fixed_by="street", work="0:30:00", reports=1, cases=1,
        )
    }  # fmt: skip
    assert told.jobs == [
        (
            0,
            "sweepers",
            2,
            "handle",
            "Mon 10:05:00",
            "Mon 10:05:00",
            "Mon 10:15:00",
            "Mon 10:45:00",
            "0:40:00",
            "0:00:00",
        )
    ]
    assert told.hours["sweepers"] == hours(busy="0:40:00")  # travel and work
    assert told.trust == (1, 0.5, 0.5 + 0.2 * 0.5)  # a fifth of the way to full trust


def test_some_things_are_noticed_at_night_only() -> None:
    """Noticed from 18:00 to 02:00 only: nine hours of that after 17:00 have passed at 19:00 of the next day."""
    noise = hazard("sweepers", "90 min", at_once=False, noticed="1 per day", reports=1, awake="18:00-02:00")
    told = trace(
        {"hazards": {"noise": noise}},
        Occurs("Mon 17:00:00", "noise", PLACE),
        by_hand=[noticed_after(0, 0, hours=9)],
    )
    assert told.rows[1] == ("Tue 19:00:00", "reported", "0", "resident 0", 0)


def test_a_report_of_what_a_patrol_finds_at_the_same_instant_is_merged() -> None:
    """Workers come before what residents notice, so the find opens the case and the report joins it."""
    litter = hazard("sweepers", "90 min", at_once=False, seen_per_pass=1, noticed="1 per day", reports=1)
    walk = {"staff": {"grid_workers": {"roster": "day"}}, "mechanisms": {"patrol": {"target": "7.5 h"}}}
    told = trace(
        {"hazards": {"litter": litter}, **walk},
        Occurs("Mon 08:00:00", "litter", PLACE),
        by_hand=[noticed_after(0, 0, hours=1.25)],
    )
    assert told.rows == [
        ("Mon 08:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:15:00", "found_on_patrol", "a", "worker 0", 0),  # on duty at 09:00, a quarter of a round of 1 h
        ("Mon 09:15:00", "set_out", "0", "worker 0", "book"),  # to where they stand
        ("Mon 09:15:00", "arrived", "0", "worker 0", "book"),
        ("Mon 09:15:00", "reported", "0", "resident 0", 0),  # 1.25 waking hours after 08:00
        ("Mon 09:15:00", "merged", "0", "desk 0", 0),
        ("Mon 09:19:00", "registered", "0", "desk 0", "240:00:00"),  # 4 min of booking; no registration time
        ("Mon 09:19:00", "dispatched", "0", "street 0", "sweepers"),
        ("Mon 09:19:00", "accepted", "0", "street 0", "sweepers"),  # nobody to contact: a patrol found it
        ("Mon 09:19:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 09:19:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 09:29:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 10:59:00", "claimed_done", "0", "street 0", 1),  # and at 10:19 nobody was contacted
        ("Mon 10:59:00", "closed", "0", "street 0", 1),  # nothing is checked here, and nobody called back
    ]
    assert told.cases == [
        a_case(
            source="patrol", channel=-1, reported="Mon 09:15:00", registered="Mon 09:19:00",
            dispatched="Mon 09:19:00", responded="Mon 09:29:00", arrived="Mon 09:29:00", claimed="Mon 10:59:00",
            closed="Mon 10:59:00", limit="Thu+1 09:19:00", state="closed", unit="sweepers", level="street",
            dispatches=1, repeats=1,
        )
    ]  # fmt: skip
    issue = told.issues["a"]
    assert (issue["detected"], issue["detected_by"], issue["reports"]) == ("Mon 09:15:00", "patrol", 1)
    assert told.trust == (1, 0.5, 0.5)  # involved, but a repeat moves no trust
    assert told.hours["worker 0"] == hours(busy="0:04:00", patrolled="37:26:00")  # 5 days of 7.5 h less the booking


CHECKED = {"ledger": {"checked": 1}, "dispatch": {"contact": "1 h"}}


def test_a_report_is_verified_on_site_handled_and_checked_by_the_same_worker() -> None:
    stall = hazard("grid", "20 min", verified_first=True)
    told = trace({"hazards": {"stall": stall}, "mechanisms": CHECKED}, Occurs("Mon 09:00:00", "stall", FAR_PLACE))
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", FAR_PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "set_out", "0", "worker 0", "verify"),  # on the desk; the worker goes first
        ("Mon 09:25:00", "arrived", "0", "worker 0", "verify"),  # 1,000 m x 1.2 at 1 m/s: 20 min
        ("Mon 09:37:00", "verified", "0", "worker 0", 0),  # 12 min to look
        ("Mon 09:37:00", "registered", "0", "desk 0", "240:00:00"),  # now it is filed
        ("Mon 09:37:00", "dispatched", "0", "street 0", "grid"),
        ("Mon 09:37:00", "accepted", "0", "street 0", "grid"),
        ("Mon 09:37:00", "queued", "0", "street 0", "worker 0"),
        ("Mon 09:37:00", "set_out", "0", "worker 0", "handle"),
        ("Mon 09:37:00", "arrived", "0", "worker 0", "handle"),  # already there
        ("Mon 09:57:00", "claimed_done", "0", "street 0", 1),  # 20 min of work
        ("Mon 09:57:00", "set_out", "0", "worker 0", "check"),  # verified reports are checked like finds
        ("Mon 09:57:00", "arrived", "0", "worker 0", "check"),
        ("Mon 10:03:00", "checked", "0", "worker 0", 1),  # 6 min: in order
        ("Mon 10:03:00", "closed", "0", "street 0", 1),  # before the contact due at 10:37, which falls away
        ("Tue 10:03:00", "rated", "0", "resident 0", 3),
    ]
    assert told.cases == [
        a_case(
            reported="Mon 09:00:00", registered="Mon 09:37:00", dispatched="Mon 09:37:00", responded="Mon 09:37:00",
            arrived="Mon 09:37:00", claimed="Mon 09:57:00", closed="Mon 10:03:00", limit="Thu+1 09:37:00",
            state="closed", unit="grid", level="grid", dispatches=1, called_back=1, said_solved=1, satisfied=1,
        )
    ]  # fmt: skip
    assert told.hours["worker 0"] == hours(busy="0:58:00")  # 32 min to verify, 20 of work, 6 to check


def test_a_report_that_is_not_found_on_site_is_cancelled() -> None:
    stall = hazard("grid", "20 min", verified_first=True, heals={"share": 1, "after": "20 min"})
    told = trace({"hazards": {"stall": stall}}, Occurs("Mon 09:00:00", "stall", FAR_PLACE))
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", FAR_PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "set_out", "0", "worker 0", "verify"),
        ("Mon 09:20:00", "healed", "a", "world", 0),  # 20 min after it occurred
        ("Mon 09:25:00", "arrived", "0", "worker 0", "verify"),
        ("Mon 09:37:00", "cancelled", "0", "worker 0", 0),  # a look takes as long, whatever it sees
    ]
    assert told.cases == [a_case(reported="Mon 09:00:00", closed="Mon 09:37:00", state="cancelled", unit="-")]
    assert told.issues["a"] == an_issue(
        hazard="stall", site=FAR_PLACE, occurred="Mon 09:00:00", state="healed", ended="Mon 09:20:00",
        detected="Mon 09:00:00", detected_by="resident", work="0:20:00", reports=1, cases=1,
    )  # fmt: skip
    assert told.trust == (1, 0.5, 0.5)  # nothing was closed, nothing learnt


def test_without_workers_reports_are_filed_unverified_and_the_desk_does_what_falls_to_the_grid() -> None:
    stall = hazard("grid", "20 min", verified_first=True)
    nobody = {"staff": {"grid_workers": {"count": 0}}, "mechanisms": {"ledger": {"checked": 1}}}
    told = trace({"hazards": {"stall": stall}, **nobody}, Occurs("Mon 09:00:00", "stall", PLACE))
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),  # nobody to verify it
        ("Mon 09:05:00", "dispatched", "0", "street 0", "grid"),
        ("Mon 09:05:00", "accepted", "0", "street 0", "grid"),
        ("Mon 09:05:00", "queued", "0", "street 0", "community"),  # the desk, for want of a worker
        ("Mon 09:05:00", "set_out", "0", "community", "handle"),
        ("Mon 09:15:00", "arrived", "0", "community", "handle"),  # 10 min of travel, drawn for each trip
        ("Mon 09:35:00", "claimed_done", "0", "street 0", 1),
        ("Mon 09:35:00", "closed", "0", "street 0", 1),  # not verified, so not checked
        ("Tue 09:35:00", "rated", "0", "resident 0", 3),
    ]
    assert (told.cases[0]["unit"], told.cases[0]["level"]) == ("grid", "community")


def test_wrong_units_return_a_case_in_office_hours_and_within_their_limit() -> None:
    """Two wrong units keep it 1.5 working hours each: they would take 2, but that is the longest they may."""
    litter = hazard("sweepers", "30 min")
    dispatch = {"wrong_unit": 0.5, "return_after": "2 wh", "return_limit": "1.5 wh"}
    wishes = (
        Draw("wrong_unit", REPORTED, 0.0, 0.5),  # the first dispatch is wrong,
        Draw("wrong_which", REPORTED, 0.25, 0.5),  # to the second of the four others: the community
        Draw("wrong_unit", REPORTED + 1, 0.0, 0.5),  # so is the second,
        Draw("wrong_which", REPORTED + 1, 0.5, 0.75),  # to the third of them, beyond the sweepers: the fire brigade
        Draw("wrong_unit", REPORTED + 2, 0.5, 1.0),  # the third is right
    )
    told = trace(
        {"hazards": {"litter": litter}, "mechanisms": {"dispatch": dispatch}},
        Occurs("Mon 09:00:00", "litter", PLACE, wishes),
    )
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 09:05:00", "dispatched", "0", "street 0", "community"),
        ("Mon 10:35:00", "returned", "0", "street 0", "community"),  # 1.5 office hours after 09:05
        ("Mon 10:35:00", "dispatched", "0", "street 0", "fire"),
        ("Mon 14:05:00", "returned", "0", "street 0", "fire"),  # 85 min until 12:00, 5 min from 14:00
        ("Mon 14:05:00", "dispatched", "0", "street 0", "sweepers"),
        ("Mon 14:05:00", "accepted", "0", "street 0", "sweepers"),
        ("Mon 14:05:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 14:05:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 14:15:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 14:45:00", "claimed_done", "0", "street 0", 1),
        ("Mon 14:45:00", "closed", "0", "street 0", 1),  # the contact was due at 15:05
        ("Tue 14:45:00", "rated", "0", "resident 0", 3),
    ]
    case = told.cases[0]
    assert (case["dispatches"], case["returns"], case["unit"]) == (3, 2, "sweepers")
    assert (case["dispatched"], case["responded"]) == ("Mon 09:05:00", "Mon 14:15:00")  # the first dispatch


def test_a_shelved_case_has_no_limit_and_no_procedure() -> None:
    estate = hazard("sweepers", "30 min", procedure="5 h", deadline="10 h")
    told = trace(
        {"hazards": {"estate": estate}, "mechanisms": {"dispatch": {"shelved": 1}}},
        Occurs("Mon 09:00:00", "estate", PLACE),
    )
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "registered", "0", "desk 0", "10:00:00"),
        ("Mon 09:05:00", "dispatched", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "accepted", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "shelved", "0", "street 0", 0),
        ("Mon 10:05:00", "contacted", "0", "street 0", 0),  # the resident hears of it all the same
        ("Tue 09:05:00", "resumed", "0", "street 0", 0),  # a day on the shelf; nothing at 19:05, when the limit was
        ("Tue 09:05:00", "queued", "0", "street 0", "sweepers"),  # handled at once: no procedure
        ("Tue 09:05:00", "set_out", "0", "sweepers", "handle"),
        ("Tue 09:15:00", "arrived", "0", "sweepers", "handle"),
        ("Tue 09:45:00", "claimed_done", "0", "street 0", 1),
        ("Tue 09:45:00", "closed", "0", "street 0", 1),
        ("Wed 09:45:00", "rated", "0", "resident 0", 1),  # solved, but late: not satisfied
    ]
    case = told.cases[0]
    assert (case["shelved"], case["overdue"], case["limit"]) == (1, 0, "Mon 19:05:00")
    assert told.trust == (1, 0.5, 0.25)  # solved after the limit: half of the trust is lost


def test_a_reporter_who_loses_patience_moves_the_case_forward() -> None:
    """A chase lifts to class 2: with 8 h for a class, the chased case goes before one that joined an hour earlier."""
    hazards = {
        "long": hazard("sweepers", "6 h"),
        "slow": hazard("sweepers", "1 h", procedure="90 min"),
        "plain": hazard("sweepers", "30 min"),
    }
    told = trace(
        quiet({"hazards": hazards, "mechanisms": {"reporting": {"patience": "150 min"}}}),
        Occurs("Mon 08:00:00", "long", PLACE),
        Occurs("Mon 11:30:00", "slow", FAR_PLACE),
        Occurs("Mon 12:00:00", "plain", PLACE),
    )
    assert told.rows == [
        ("Mon 08:00:00", "occurred", "a", "world", PLACE),
        ("Mon 08:00:00", "reported", "0", "resident 0", 0),
        ("Mon 08:05:00", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 08:05:00", "dispatched", "0", "street 0", "sweepers"),
        ("Mon 08:05:00", "accepted", "0", "street 0", "sweepers"),
        ("Mon 08:05:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 08:05:00", "set_out", "0", "sweepers", "handle"),  # holds the crew until 14:15
        ("Mon 08:15:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 10:30:00", "chased", "0", "resident 0", 1),  # patience of 2.5 h
        ("Mon 11:30:00", "occurred", "b", "world", FAR_PLACE),
        ("Mon 11:30:00", "reported", "1", "resident 0", 0),
        ("Mon 11:35:00", "registered", "1", "desk 0", "240:00:00"),
        ("Mon 11:35:00", "dispatched", "1", "street 0", "sweepers"),
        ("Mon 11:35:00", "accepted", "1", "street 0", "sweepers"),
        ("Mon 12:00:00", "occurred", "c", "world", PLACE),
        ("Mon 12:00:00", "reported", "2", "resident 0", 0),
        ("Mon 12:05:00", "registered", "2", "desk 0", "240:00:00"),
        ("Mon 12:05:00", "dispatched", "2", "street 0", "sweepers"),
        ("Mon 12:05:00", "accepted", "2", "street 0", "sweepers"),
        ("Mon 12:05:00", "queued", "2", "street 0", "sweepers"),  # rank 12:05 + 3 x 8 h
        ("Mon 13:00:00", "chased", "0", "resident 0", 2),  # patience starts anew after each chase
        ("Mon 13:05:00", "queued", "1", "street 0", "sweepers"),  # procedure over; rank 13:05 + 3 x 8 h
        ("Mon 14:00:00", "chased", "1", "resident 0", 1),  # rank 13:05 + 2 x 8 h from now on
        ("Mon 14:15:00", "claimed_done", "0", "street 0", 1),
        ("Mon 14:15:00", "closed", "0", "street 0", 1),
        ("Mon 14:15:00", "set_out", "1", "sweepers", "handle"),  # overtakes case 2
        ("Mon 14:25:00", "arrived", "1", "sweepers", "handle"),
        ("Mon 14:30:00", "chased", "2", "resident 0", 1),
        ("Mon 15:25:00", "claimed_done", "1", "street 0", 1),
        ("Mon 15:25:00", "closed", "1", "street 0", 1),
        ("Mon 15:25:00", "set_out", "2", "sweepers", "handle"),
        ("Mon 15:35:00", "arrived", "2", "sweepers", "handle"),
        ("Mon 16:05:00", "claimed_done", "2", "street 0", 1),
        ("Mon 16:05:00", "closed", "2", "street 0", 1),  # before the chase that was due at 17:00
    ]
    assert [case["chased"] for case in told.cases] == [2, 1, 1]
    # three chases: 0.5 / 8 = 0.0625; a closing: 0.25; a chase: 0.125; two closings: 0.3 and 0.44
    assert told.trust[:2] == (1, 0.5)
    assert told.trust[2] == pytest.approx(0.44)


def test_questions_are_answered_at_once_and_counted_in_the_window() -> None:
    """The window is open from its first moment and shut at its last."""
    run = {"run": {"warmup": "10 h", "length": "2 h", "followup": "2 h"}}
    times = ("Mon 09:59:59.999", "Mon 10:00:00", "Mon 11:59:59.999", "Mon 12:00:00")
    told = trace(run, *(Occurs(time, QUESTION, PLACE) for time in times))
    assert told.rows == [
        (time, "consulted", issue, "desk", 0)
        for time, issue in zip(times, "abcd", strict=True)  # of community 0
    ]
    assert told.consultations == 2
    assert told.issues == {}
