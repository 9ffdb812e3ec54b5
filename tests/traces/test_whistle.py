"""The whistle: departments that are brought to one place, and all that can go wrong with it."""

from __future__ import annotations

from tests.traces.tracing import FAR_PLACE, PLACE, REPORTED, Draw, Occurs, a_case, an_issue, hazard, hours, quiet, trace
from tests.traces.wall import OF_WHISTLE, UP_TO_THE_WHISTLE, coming, joint


def test_departments_meet_and_end_together() -> None:
    told = trace({"hazards": joint(procedure="1 h")}, Occurs("Mon 09:00:00", "wall", FAR_PLACE))
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", FAR_PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 09:35:00", "diagnosed", "0", "street 0", 3),
        ("Mon 10:35:00", "whistle_blown", "0", "street 0", 1),  # 1 h of procedure
        ("Mon 10:35:00", "contacted", "0", "street 0", 0),  # 1 h after the diagnosis; steps come first
        ("Mon 10:55:00", "signed", "0", "fire", "0:20:00"),
        ("Mon 10:55:00", "signed", "0", "police", "0:20:00"),  # and they contact the street at once
        ("Mon 11:55:00", "summoned", "0", "fire", 0),  # 1 h of notice
        ("Mon 11:55:00", "summoned", "0", "police", 0),
        ("Mon 11:55:00", "set_out", "0", "fire", "part"),
        ("Mon 11:55:00", "set_out", "0", "police", "part"),
        ("Mon 12:05:00", "arrived", "0", "fire", "part"),  # 10 min of travel; it waits
        ("Mon 12:15:00", "arrived", "0", "police", "part"),  # 20 min
        ("Mon 12:15:00", "assembled", "0", "street 0", "1:40:00"),  # since the whistle
        ("Mon 13:15:00", "part_done", "0", "fire", 0),  # 1 h of joint work
        ("Mon 13:15:00", "part_done", "0", "police", 0),
        ("Mon 13:15:00", "claimed_done", "0", "street 0", 1),
        ("Mon 13:15:00", "closed", "0", "street 0", 1),
        ("Tue 13:15:00", "rated", "0", "resident 0", 3),
    ]
    assert told.cases == [
        a_case(
            reported="Mon 09:00:00", registered="Mon 09:05:00", dispatched="Mon 09:35:00", responded="Mon 10:35:00",
            arrived="Mon 12:05:00", claimed="Mon 13:15:00", closed="Mon 13:15:00", limit="Thu+1 09:05:00",
            state="closed", unit="fire", level="joint", dispatches=1, called_back=1, said_solved=1, satisfied=1,
            whistles=1, first_whistle="Mon 10:35:00", signed="Mon 10:55:00", assembled="Mon 12:15:00",
        )
    ]  # fmt: skip
    assert told.issues["a"] == an_issue(
        hazard="wall", site=FAR_PLACE, occurred="Mon 09:00:00", state="fixed", ended="Mon 13:15:00",
        detected="Mon 09:00:00", detected_by="resident", fixed_by="joint", joint=1, needs=3, work="0:05:00",
        reports=1, cases=1,
    )  # fmt: skip
    assert told.jobs == [
        (0, "fire", 3, "part", "Mon 11:55:00", "Mon 11:55:00", "Mon 12:05:00", "Mon 13:15:00", "1:20:00", "0:00:00"),
        (0, "police", 4, "part", "Mon 11:55:00", "Mon 11:55:00", "Mon 12:15:00", "Mon 13:15:00", "1:20:00", "0:00:00"),
    ]


def test_failed_meetings_are_repeated_and_at_last_escalated() -> None:
    """The police do not come, then nobody does; the third whistle is escalated: all come, off duty too."""
    wishes = coming((1, 0, True), (1, 1, False), (2, 0, False), (2, 1, False))
    told = trace(
        quiet(
            {
                "hazards": joint(),
                "departments": {"police": {"roster": "early"}},  # until 12:00
                "mechanisms": {"whistle": {"comes": 0.5}},
            }
        ),
        Occurs("Mon 09:00:00", "wall", PLACE, wishes),
    )
    assert told.rows == [
        *UP_TO_THE_WHISTLE,
        ("Mon 10:55:00", "summoned", "0", "fire", 0),
        ("Mon 10:55:00", "failed_to_come", "0", "police", 0),
        ("Mon 10:55:00", "set_out", "0", "fire", "part"),
        ("Mon 11:05:00", "arrived", "0", "fire", "part"),  # the first on site waits for an hour
        ("Mon 12:05:00", "crews_left", "0", "street 0", 1),
        ("Mon 12:05:00", "whistle_blown", "0", "street 0", 2),
        ("Mon 12:25:00", "signed", "0", "fire", "0:20:00"),
        ("Mon 12:25:00", "signed", "0", "police", "0:20:00"),
        ("Mon 13:25:00", "failed_to_come", "0", "fire", 0),
        ("Mon 13:25:00", "failed_to_come", "0", "police", 0),
        ("Mon 15:05:00", "crews_left", "0", "street 0", 0),  # nobody within the 3 h since the whistle
        ("Mon 15:05:00", "escalated", "0", "supervisor 0", 0),  # two attempts are over
        ("Mon 15:05:00", "whistle_blown", "0", "street 0", 3),
        ("Mon 15:25:00", "signed", "0", "fire", "0:20:00"),
        ("Mon 15:25:00", "signed", "0", "police", "0:20:00"),
        ("Mon 16:25:00", "summoned", "0", "fire", 0),
        ("Mon 16:25:00", "summoned", "0", "police", 0),
        ("Mon 16:25:00", "set_out", "0", "fire", "part"),
        ("Mon 16:25:00", "set_out", "0", "police", "part"),  # off duty since 12:00
        ("Mon 16:35:00", "arrived", "0", "fire", "part"),
        ("Mon 16:45:00", "arrived", "0", "police", "part"),
        ("Mon 16:45:00", "assembled", "0", "street 0", "7:10:00"),  # since the first whistle
        ("Mon 17:45:00", "part_done", "0", "fire", 0),
        ("Mon 17:45:00", "part_done", "0", "police", 0),
        ("Mon 17:45:00", "claimed_done", "0", "street 0", 1),
        ("Mon 17:45:00", "closed", "0", "street 0", 1),
    ]
    case = told.cases[0]
    assert (case["whistles"], case["first_whistle"]) == (3, "Mon 09:35:00")
    assert (case["assembled"], case["assembled_late"]) == ("Mon 16:45:00", 1)
    assert (case["arrived"], case["responded"]) == ("Mon 11:05:00", "Mon 11:05:00")
    assert told.jobs == [
        (0, "fire", 3, "part", "Mon 10:55:00", "Mon 10:55:00", "Mon 11:05:00", "Mon 12:05:00", "1:10:00", "0:00:00"),
        (0, "fire", 3, "part", "Mon 16:25:00", "Mon 16:25:00", "Mon 16:35:00", "Mon 17:45:00", "1:20:00", "0:00:00"),
        (
            0,
            "police",
            4,
            "part",
            "Mon 16:25:00",
            "Mon 16:25:00",
            "Mon 16:45:00",
            "Mon 17:45:00",
            "1:20:00",
            "0:00:00",
            "1:20:00",
        ),
    ]
    assert told.hours["police"] == hours(busy="1:20:00", overtime="1:20:00")


def test_an_emergency_has_no_notice_and_no_hours() -> None:
    """Both departments are off duty at night and come at once; signing takes the limit of 10 min instead of 20."""
    day = {"roster": "day"}
    told = trace(
        quiet({"hazards": joint(urgency="emergency"), "departments": {"fire": day, "police": day}}),
        Occurs("Tue 02:00:00", "wall", PLACE),
    )
    assert told.rows[3:] == [
        ("Tue 02:35:00", "diagnosed", "0", "street 0", 3),
        ("Tue 02:35:00", "whistle_blown", "0", "street 0", 1),
        ("Tue 02:45:00", "signed", "0", "fire", "0:10:00"),
        ("Tue 02:45:00", "signed", "0", "police", "0:10:00"),
        ("Tue 02:45:00", "summoned", "0", "fire", 0),  # neither contact nor notice
        ("Tue 02:45:00", "summoned", "0", "police", 0),
        ("Tue 02:45:00", "set_out", "0", "fire", "part"),
        ("Tue 02:45:00", "set_out", "0", "police", "part"),
        ("Tue 02:55:00", "arrived", "0", "fire", "part"),
        ("Tue 03:05:00", "arrived", "0", "police", "part"),
        ("Tue 03:05:00", "assembled", "0", "street 0", "0:30:00"),  # just within the limit of 30 min
        ("Tue 04:05:00", "part_done", "0", "fire", 0),
        ("Tue 04:05:00", "part_done", "0", "police", 0),
        ("Tue 04:05:00", "claimed_done", "0", "street 0", 1),
        ("Tue 04:05:00", "closed", "0", "street 0", 1),
    ]
    assert told.cases[0]["assembled_late"] == 0
    assert told.hours["fire"] == hours(busy="1:20:00", overtime="1:20:00")


def test_an_emergency_goes_before_what_waits() -> None:
    """Of three jobs that wait for the only crew, the part of an emergency is first, then the summons, then the case."""
    hazards = {
        "big": hazard("fire", "4 h"),
        "plain": hazard("fire", "5 min", urgency="urgent"),
        **joint("10 min"),
        "blast": joint("10 min", urgency="emergency")["wall"],
    }
    changes = {
        "hazards": hazards,
        "departments": {"police": {"crews": 2}},
        "mechanisms": {"whistle": {"hold": "5 h", "sign_after": "5 min"}},
    }
    told = trace(
        quiet(changes),
        Occurs("Mon 08:00:00", "big", PLACE),  # the crew is busy from 08:05 to 12:15
        Occurs("Mon 09:00:00", "plain", PLACE),  # waits from 09:05
        Occurs("Mon 09:00:00", "wall", PLACE),  # blown at 09:35, signed at 09:40, an hour of notice
        Occurs("Mon 11:00:00", "blast", PLACE),  # blown at 11:35, signed at 11:40
    )
    jobs = [row[:3] for row in told.rows if row[3] == "fire" and row[1] in ("summoned", "set_out")]
    assert jobs == [
        ("Mon 08:05:00", "set_out", "0"),
        ("Mon 10:40:00", "summoned", "2"),
        ("Mon 11:40:00", "summoned", "3"),
        ("Mon 12:15:00", "set_out", "3"),  # 10 min of travel, 10 of work: the police are there
        ("Mon 12:35:00", "set_out", "2"),  # the same
        ("Mon 12:55:00", "set_out", "1"),
    ]


def test_hard_cases_have_longer_to_arrive() -> None:
    """Nobody comes: the meeting breaks up 5 h after the whistle, and with one attempt it is escalated at once."""
    told = trace(
        quiet({"hazards": joint(hard=True), "mechanisms": {"whistle": {"comes": 0, "attempts": 1}}}),
        Occurs("Mon 09:00:00", "wall", PLACE),
    )
    assert told.rows[len(UP_TO_THE_WHISTLE) : -8] == [
        ("Mon 10:55:00", "failed_to_come", "0", "fire", 0),
        ("Mon 10:55:00", "failed_to_come", "0", "police", 0),
        ("Mon 14:35:00", "crews_left", "0", "street 0", 0),
        ("Mon 14:35:00", "escalated", "0", "supervisor 0", 0),
        ("Mon 14:35:00", "whistle_blown", "0", "street 0", 2),
        ("Mon 14:55:00", "signed", "0", "fire", "0:20:00"),
        ("Mon 14:55:00", "signed", "0", "police", "0:20:00"),
        ("Mon 15:55:00", "summoned", "0", "fire", 0),
        ("Mon 15:55:00", "summoned", "0", "police", 0),
        ("Mon 15:55:00", "set_out", "0", "fire", "part"),
    ]


def test_departments_whistled_for_of_late_come_less() -> None:
    """The second whistle within weeks finds a load of nearly 1: the chance falls from 1 to 1/2."""
    strength = {"fatigue": 1, "attempts": 1}
    wishes = (
        Draw("comes", REPORTED + OF_WHISTLE, 0.0, 0.49),  # comes at a chance of 1 / (1 + 0.997)
        Draw("comes", REPORTED + OF_WHISTLE + 1, 0.51, 1.0),  # does not
    )
    tired = (Draw("comes", REPORTED + OF_WHISTLE, 0.51, 1.0), Draw("comes", REPORTED + OF_WHISTLE + 1, 0.51, 1.0))
    told = trace(
        quiet({"hazards": joint("10 min"), "mechanisms": {"whistle": strength}}),
        Occurs("Mon 09:00:00", "wall", PLACE, tired),  # the first whistle of all: rested departments come
        Occurs("Mon 13:00:00", "wall", PLACE, wishes),
    )
    answers = [row[:4] for row in told.rows if row[1] in ("summoned", "failed_to_come")]
    assert answers == [
        ("Mon 10:55:00", "summoned", "0", "fire"),
        ("Mon 10:55:00", "summoned", "0", "police"),
        ("Mon 14:55:00", "summoned", "1", "fire"),
        ("Mon 14:55:00", "failed_to_come", "1", "police"),
        ("Mon 17:25:00", "summoned", "1", "fire"),  # left at 16:05; escalated: tired or not
        ("Mon 17:25:00", "summoned", "1", "police"),
    ]


def test_a_joint_case_sent_back_is_whistled_for_at_once() -> None:
    wishes = (Draw("claims_false", REPORTED, 0.0, 0.5), Draw("claims_false", REPORTED + 1, 0.5, 1.0))
    ledger = {"false_claims": 0.5, "desk_check": 1, "rework": 0.5}
    told = trace(
        quiet({"hazards": joint(procedure="1 h"), "mechanisms": {"ledger": ledger}}),
        Occurs("Mon 09:00:00", "wall", PLACE, wishes),
    )
    assert told.rows[-18:] == [
        ("Mon 13:15:00", "part_done", "0", "fire", 0),
        ("Mon 13:15:00", "part_done", "0", "police", 0),
        ("Mon 13:15:00", "claimed_done", "0", "street 0", 0),
        ("Mon 13:15:00", "sent_back", "0", "street 0", 0),
        ("Mon 13:15:00", "whistle_blown", "0", "street 0", 2),  # neither diagnosis nor procedure
        ("Mon 13:35:00", "signed", "0", "fire", "0:20:00"),
        ("Mon 13:35:00", "signed", "0", "police", "0:20:00"),
        ("Mon 14:35:00", "summoned", "0", "fire", 0),
        ("Mon 14:35:00", "summoned", "0", "police", 0),
        ("Mon 14:35:00", "set_out", "0", "fire", "part"),
        ("Mon 14:35:00", "set_out", "0", "police", "part"),
        ("Mon 14:45:00", "arrived", "0", "fire", "part"),
        ("Mon 14:55:00", "arrived", "0", "police", "part"),
        ("Mon 14:55:00", "assembled", "0", "street 0", "4:20:00"),  # since the first whistle, of 10:35
        ("Mon 15:25:00", "part_done", "0", "fire", 0),  # half of the work
        ("Mon 15:25:00", "part_done", "0", "police", 0),
        ("Mon 15:25:00", "claimed_done", "0", "street 0", 1),
        ("Mon 15:25:00", "closed", "0", "street 0", 1),
    ]
    assert (told.cases[0]["whistles"], told.cases[0]["first_whistle"]) == (2, "Mon 10:35:00")
    assert told.cases[0]["assembled"] == "Mon 12:15:00"  # the first time


TWO_SIGNATURES = {
    "sign_after": {"mixture": [{"share": 0.5, "of": "10 min"}, {"share": 0.5, "of": "40 min"}]},
    "contact_after": "1 wh",
    "kinds": {"ordinary": {"sign": "30 min", "contact": "80 min"}},
}
SLOW_FIRE = (Draw("sign", REPORTED + OF_WHISTLE, 0.5, 1.0), Draw("sign", REPORTED + OF_WHISTLE + 1, 0.0, 0.5))
AFTER_THE_SIGNATURES = [
    ("Mon 11:55:00", "summoned", "0", "fire", 0),  # 1 h after the last contact
    ("Mon 11:55:00", "summoned", "0", "police", 0),
    ("Mon 11:55:00", "set_out", "0", "fire", "part"),
    ("Mon 11:55:00", "set_out", "0", "police", "part"),
    ("Mon 12:05:00", "arrived", "0", "fire", "part"),
    ("Mon 12:15:00", "arrived", "0", "police", "part"),
    ("Mon 12:15:00", "assembled", "0", "street 0", "2:40:00"),
    ("Mon 13:15:00", "part_done", "0", "fire", 0),
    ("Mon 13:15:00", "part_done", "0", "police", 0),
    ("Mon 13:15:00", "claimed_done", "0", "street 0", 1),
    ("Mon 13:15:00", "closed", "0", "street 0", 1),
]


def test_the_meeting_follows_the_last_contact() -> None:
    """The police sign in 10 min and are in contact at 10:45; fire signs in the 30 min it has at most, at 10:05, and
    would be in contact at 11:05, an office hour later, but for the limit of 80 min since the whistle: 10:55."""
    told = trace(
        quiet({"hazards": joint(), "mechanisms": {"whistle": TWO_SIGNATURES}}),
        Occurs("Mon 09:00:00", "wall", PLACE, SLOW_FIRE),
    )
    unsigned = [row for row in told.rows if row[1] != "signed"]
    assert unsigned == UP_TO_THE_WHISTLE[:-2] + AFTER_THE_SIGNATURES
    assert {row[3:] for row in told.rows if row[1] == "signed"} == {("fire", "0:30:00"), ("police", "0:10:00")}


def test_each_department_signs_at_its_own_moment() -> None:
    told = trace(
        quiet({"hazards": joint(), "mechanisms": {"whistle": TWO_SIGNATURES}}),
        Occurs("Mon 09:00:00", "wall", PLACE, SLOW_FIRE),
    )
    assert told.rows == [
        *UP_TO_THE_WHISTLE[:-2],
        ("Mon 09:45:00", "signed", "0", "police", "0:10:00"),  # 10 min after the whistle of 09:35
        ("Mon 10:05:00", "signed", "0", "fire", "0:30:00"),  # not 40 min: the limit to sign
        *AFTER_THE_SIGNATURES,
    ]
