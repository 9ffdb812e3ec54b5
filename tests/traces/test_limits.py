"""Limits: extensions, reminders, escalation, and the whistle for one department that lets a case wait."""

from __future__ import annotations

import pytest

from tests.traces.tracing import FAR_PLACE, PLACE, Occurs, a_case, hazard, hours, quiet, trace

EXTENDS = {"mechanisms": {"dispatch": {"extension_asked": 1, "extension_when": 0.25, "contact": "30 days"}}}


def test_an_extension_is_granted_while_nobody_has_begun() -> None:
    """It is asked for when a quarter of the 4 h has passed, and the limit runs once more; then it is a limit."""
    slow = hazard("sweepers", "6 h", procedure="3 h", deadline="4 h")
    told = trace({"hazards": {"slow": slow}, **EXTENDS}, Occurs("Mon 09:00:00", "slow", PLACE))
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "registered", "0", "desk 0", "4:00:00"),  # until 13:05
        ("Mon 09:05:00", "dispatched", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "accepted", "0", "street 0", "sweepers"),
        ("Mon 10:05:00", "extended", "0", "supervisor", "7:00:00"),  # until 17:05
        ("Mon 12:05:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 12:05:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 12:15:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 17:05:00", "deadline_passed", "0", "supervisor", 1),  # asked for once only
        ("Mon 18:15:00", "claimed_done", "0", "street 0", 1),
        ("Mon 18:15:00", "closed", "0", "street 0", 1),
        ("Tue 18:15:00", "rated", "0", "resident 0", 1),
    ]
    assert told.cases == [
        a_case(
            reported="Mon 09:00:00", registered="Mon 09:05:00", dispatched="Mon 09:05:00", responded="Mon 12:15:00",
            arrived="Mon 12:15:00", claimed="Mon 18:15:00", closed="Mon 18:15:00", limit="Mon 17:05:00",
            state="closed", unit="sweepers", level="street", dispatches=1, overdue=1, extended=1, called_back=1,
            said_solved=1, said_late=1,
        )
    ]  # fmt: skip


def test_no_extension_once_somebody_is_on_site() -> None:
    long = hazard("sweepers", "6 h", deadline="2 h")
    told = trace(quiet({"hazards": {"long": long}, **EXTENDS}), Occurs("Mon 09:00:00", "long", PLACE))
    assert told.rows[7:] == [
        ("Mon 09:15:00", "arrived", "0", "sweepers", "handle"),
        # asked for at 09:35, and refused: they are on site
        ("Mon 11:05:00", "deadline_passed", "0", "supervisor", 1),  # the limit
        ("Mon 13:05:00", "deadline_passed", "0", "supervisor", 2),  # as long again
        ("Mon 13:05:00", "escalated", "0", "supervisor", 0),  # and nothing more after it: no whistle for a team
        ("Mon 15:15:00", "claimed_done", "0", "street 0", 1),
        ("Mon 15:15:00", "closed", "0", "street 0", 1),
    ]
    case = told.cases[0]
    assert (case["extended"], case["overdue"], case["limit"]) == (0, 2, "Mon 11:05:00")


def test_what_is_done_at_the_limit_is_done_in_time() -> None:
    """Work ends before a limit of the same instant is looked at; the resident is answered in time."""
    quick = hazard("sweepers", "30 min", deadline="40 min")
    told = trace({"hazards": {"quick": quick}}, Occurs("Mon 09:00:00", "quick", PLACE))
    assert told.rows[7:] == [
        ("Mon 09:15:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 09:45:00", "claimed_done", "0", "street 0", 1),
        ("Mon 09:45:00", "closed", "0", "street 0", 1),
        ("Tue 09:45:00", "rated", "0", "resident 0", 3),
    ]
    assert (told.cases[0]["claimed"], told.cases[0]["limit"]) == ("Mon 09:45:00", "Mon 09:45:00")
    assert (told.cases[0]["overdue"], told.trust) == (0, (1, 0.5, 0.6))


def test_a_limit_in_working_time_runs_in_office_hours() -> None:
    """3 working hours from Friday 16:05 are 1:55 h until 18:00 and 1:05 h from Monday 08:30; then 3 h more."""
    long = hazard("sweepers", "100 h", deadline="3 wh")
    told = trace(quiet({"hazards": {"long": long}}), Occurs("Fri 16:00:00", "long", PLACE))
    assert [(row[0], row[1], row[4]) for row in told.rows if row[1] in ("registered", "deadline_passed")] == [
        ("Fri 16:05:00", "registered", "65:30:00"),
        ("Mon+1 09:35:00", "deadline_passed", 1),
        ("Mon+1 14:35:00", "deadline_passed", 2),  # 2:25 h until 12:00, 35 min from 14:00
    ]


def test_an_overdue_case_rises_in_the_line_where_it_waits() -> None:
    """From class 3 to 2 at the reminder: rank 09:05 + 2 x 1 h, before 08:35 + 3 x 1 h of one that joined earlier."""
    hazards = {
        "long": hazard("sweepers", "4 h"),
        "calm": hazard("sweepers", "10 min"),
        "short": hazard("sweepers", "10 min", deadline="2 h"),
    }
    told = trace(
        quiet({"hazards": hazards, "mechanisms": {"queueing": {"ageing": "1 h"}}}),
        Occurs("Mon 08:00:00", "long", PLACE),
        Occurs("Mon 08:30:00", "calm", PLACE),
        Occurs("Mon 09:00:00", "short", PLACE),
    )
    assert [row[:3] for row in told.rows[20:]] == [
        ("Mon 11:05:00", "deadline_passed", "2"),
        ("Mon 12:15:00", "claimed_done", "0"),
        ("Mon 12:15:00", "closed", "0"),
        ("Mon 12:15:00", "set_out", "2"),
        ("Mon 12:25:00", "arrived", "2"),
        ("Mon 12:35:00", "claimed_done", "2"),
        ("Mon 12:35:00", "closed", "2"),
        ("Mon 12:35:00", "set_out", "1"),
        ("Mon 12:45:00", "arrived", "1"),
        ("Mon 12:55:00", "claimed_done", "1"),
        ("Mon 12:55:00", "closed", "1"),
    ]


def test_a_department_that_lets_a_case_wait_is_whistled_for() -> None:
    """Reminded at the limit, escalated as long after it, and then the street whistles for the one department.

    Its only crew is at a long job until 18:15, so the first meeting breaks up; the second it can make.
    """
    hazards = {"big": hazard("fire", "10 h"), "leak": hazard("fire", "1 h", deadline="2 h")}
    told = trace({"hazards": hazards}, Occurs("Mon 08:00:00", "big", PLACE), Occurs("Mon 09:00:00", "leak", FAR_PLACE))
    assert told.rows == [
        ("Mon 08:00:00", "occurred", "a", "world", PLACE),
        ("Mon 08:00:00", "reported", "0", "resident 0", 0),
        ("Mon 08:05:00", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 08:05:00", "dispatched", "0", "street 0", "fire"),
        ("Mon 08:05:00", "accepted", "0", "street 0", "fire"),
        ("Mon 08:05:00", "queued", "0", "street 0", "fire"),
        ("Mon 08:05:00", "set_out", "0", "fire", "handle"),
        ("Mon 08:15:00", "arrived", "0", "fire", "handle"),
        ("Mon 09:00:00", "occurred", "b", "world", FAR_PLACE),
        ("Mon 09:00:00", "reported", "1", "resident 0", 0),
        ("Mon 09:05:00", "registered", "1", "desk 0", "2:00:00"),  # a step, before the contact of the same instant
        ("Mon 09:05:00", "dispatched", "1", "street 0", "fire"),
        ("Mon 09:05:00", "accepted", "1", "street 0", "fire"),
        ("Mon 09:05:00", "queued", "1", "street 0", "fire"),  # and waits
        ("Mon 09:05:00", "contacted", "0", "street 0", 0),
        ("Mon 10:05:00", "contacted", "1", "street 0", 0),
        ("Mon 11:05:00", "deadline_passed", "1", "supervisor", 1),
        ("Mon 13:05:00", "deadline_passed", "1", "supervisor", 2),
        ("Mon 13:05:00", "escalated", "1", "supervisor", 0),
        ("Mon 13:05:00", "whistle_blown", "1", "street 0", 1),  # the case is taken out of the line
        ("Mon 13:25:00", "signed", "1", "fire", "0:20:00"),
        ("Mon 14:25:00", "summoned", "1", "fire", 0),  # notice of 1 h; the crew is still busy
        ("Mon 16:05:00", "crews_left", "1", "street 0", 0),  # none came within 3 h of the whistle
        ("Mon 16:05:00", "whistle_blown", "1", "street 0", 2),
        ("Mon 16:25:00", "signed", "1", "fire", "0:20:00"),
        ("Mon 17:25:00", "summoned", "1", "fire", 0),
        ("Mon 18:15:00", "claimed_done", "0", "street 0", 1),  # 10 h of work
        ("Mon 18:15:00", "closed", "0", "street 0", 1),
        ("Mon 18:15:00", "set_out", "1", "fire", "part"),
        ("Mon 18:25:00", "arrived", "1", "fire", "part"),
        ("Mon 18:25:00", "assembled", "1", "street 0", "5:20:00"),  # alone, all are there
        ("Mon 19:25:00", "part_done", "1", "fire", 0),  # its own work, 1 h
        ("Mon 19:25:00", "claimed_done", "1", "street 0", 1),
        ("Mon 19:25:00", "closed", "1", "street 0", 1),
        ("Tue 18:15:00", "rated", "0", "resident 0", 3),
        ("Tue 19:25:00", "rated", "1", "resident 0", 1),
    ]
    assert told.cases[1] == a_case(
        issue="b", reported="Mon 09:00:00", registered="Mon 09:05:00", dispatched="Mon 09:05:00",
        responded="Mon 10:05:00", arrived="Mon 18:25:00", claimed="Mon 19:25:00", closed="Mon 19:25:00",
        limit="Mon 11:05:00", state="closed", unit="fire", level="department", dispatches=1, overdue=2, called_back=1,
        said_late=1, said_solved=1, whistles=2, first_whistle="Mon 13:05:00", signed="Mon 13:25:00",
        assembled="Mon 18:25:00",
        assembled_late=1,
    )  # fmt: skip
    assert told.issues["b"]["fixed_by"] == "department"  # one alone is no joint work
    assert (told.issues["b"]["joint"], told.issues["b"]["needs"]) == (0, 1)  # the bit of the fire brigade
    assert told.jobs == [
        (0, "fire", 3, "handle", "Mon 08:05:00", "Mon 08:05:00", "Mon 08:15:00", "Mon 18:15:00", "10:10:00", "0:00:00"),
        (1, "fire", 3, "part", "Mon 17:25:00", "Mon 18:15:00", "Mon 18:25:00", "Mon 19:25:00", "1:10:00", "0:00:00"),
    ]
    assert told.hours["fire"] == hours(busy="11:20:00")


@pytest.mark.parametrize(
    ("after", "blown"), [(0.5, "Mon 10:05:00"), (1, "Mon 11:05:00"), (1.5, "Mon 13:05:00"), (2, "Mon 13:05:00")]
)
def test_the_street_blows_for_a_waiting_case_when_so_many_limits_have_passed(after: float, blown: str) -> None:
    """The limit of 2 h is looked at when half of it has passed, and whenever it passes: 11:05 and 13:05."""
    hazards = {"big": hazard("fire", "10 h"), "leak": hazard("fire", "1 h", deadline="2 h")}
    told = trace(
        {"hazards": hazards, "mechanisms": {"whistle": {"single_after": after}}},
        Occurs("Mon 08:00:00", "big", PLACE),
        Occurs("Mon 09:00:00", "leak", FAR_PLACE),
    )
    assert next(row[0] for row in told.rows if row[1] == "whistle_blown") == blown


def test_the_street_blows_for_urgent_cases_alone_if_it_says_so() -> None:
    hazards = {"big": hazard("fire", "10 h"), "leak": hazard("fire", "1 h", deadline="2 h")}
    whistle = {"single_after": 0.5, "single_class": "urgent"}

    def whistles(urgency: str) -> int:
        leak = hazard("fire", "1 h", deadline="2 h", urgency=urgency)
        issues = (Occurs("Mon 08:00:00", "big", PLACE), Occurs("Mon 09:00:00", "leak", FAR_PLACE))
        told = trace({"hazards": hazards | {"leak": leak}, "mechanisms": {"whistle": whistle}}, *issues)
        return [row[0] for row in told.rows if row[1] == "whistle_blown"].count("Mon 10:05:00")

    assert (whistles("urgent"), whistles("normal")) == (1, 0)


def test_no_whistle_for_overdue_cases_where_it_is_off_or_they_do_not_wait() -> None:
    hazards = {"big": hazard("fire", "10 h", deadline="3 h"), "leak": hazard("fire", "1 h", deadline="2 h")}
    off = {"hazards": hazards, "mechanisms": {"whistle": {"for_overdue": False}}}
    told = trace(quiet(off), Occurs("Mon 08:00:00", "big", PLACE), Occurs("Mon 09:00:00", "leak", FAR_PLACE))
    assert [(row[0], row[1], row[2]) for row in told.rows if row[3] == "supervisor" or row[1] == "set_out"] == [
        ("Mon 08:05:00", "set_out", "0"),
        ("Mon 11:05:00", "deadline_passed", "0"),  # both limits fall on one instant: by number of the case
        ("Mon 11:05:00", "deadline_passed", "1"),
        ("Mon 13:05:00", "deadline_passed", "1"),
        ("Mon 13:05:00", "escalated", "1"),  # it stays in the line
        ("Mon 14:05:00", "deadline_passed", "0"),
        ("Mon 14:05:00", "escalated", "0"),  # it is under way
        ("Mon 18:15:00", "set_out", "1"),
    ]
    assert [case["level"] for case in told.cases] == ["department", "department"]
    on = {"hazards": {"big": hazards["big"]}}
    alone = trace(quiet(on), Occurs("Mon 08:00:00", "big", PLACE))
    assert not [row for row in alone.rows if row[1] == "whistle_blown"]  # it does not wait in a line


def test_departments_are_rated_at_the_end_of_each_month() -> None:
    """Per mille of what they closed in the month in time; a month without closings is not rated."""
    hazards = {
        "quick": hazard("fire", "30 min"),
        "late": hazard("fire", "1 h", deadline="30 min"),
        "other": hazard("sweepers", "30 min"),
    }
    run = {"start": "2024-01-29", "length": "60 days", "followup": "10 days"}
    told = trace(
        quiet({"run": run, "hazards": hazards}),
        Occurs("Mon 09:00:00", "quick", PLACE),
        Occurs("Mon 09:00:00", "late", PLACE),
        Occurs("Mon 09:00:00", "other", PLACE),
        Occurs("Tue 09:00:00", "quick", PLACE),
        Occurs("Wed 23:15:00", "quick", PLACE),  # closed on Thursday at 00:00, the first moment of February
        Occurs("Fri 09:00:00", "late", PLACE),
    )
    rated = [row for row in told.rows if row[1] == "unit_rated"]
    assert rated == [
        # January ends on Wednesday at midnight: 3 of 4 in time, since what ends at an instant ends before the month
        ("Thu 00:00:00", "unit_rated", "-", "supervisor of fire", 750),
        ("Fri+4 00:00:00", "unit_rated", "-", "supervisor of fire", 0),  # February: 1, late; in March nothing
    ]
