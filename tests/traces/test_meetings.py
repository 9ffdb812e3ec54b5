"""The meeting: how long crews wait for each other, on whose hours, and what they see when all are there."""

from __future__ import annotations

from tests.traces.tracing import FAR_PLACE, PLACE, Occurs, hazard, hours, quiet, trace
from tests.traces.wall import UP_TO_THE_WHISTLE, coming, joint


def test_the_wait_for_the_first_crew_is_never_shorter_than_the_hold() -> None:
    """With 1 h to arrive since the whistle and a meeting 1:20 h after it, the meeting lasts for the hold of 1 h."""
    kinds = {"ordinary": {"arrive": "1 h"}}
    told = trace(
        quiet({"hazards": joint(), "mechanisms": {"whistle": {"comes": 0, "kinds": kinds}}}),
        Occurs("Mon 09:00:00", "wall", PLACE),
    )
    left = [row for row in told.rows if row[1] == "crews_left"]
    assert left[0] == ("Mon 11:55:00", "crews_left", "0", "street 0", 0)


def test_a_meeting_goes_on_when_all_are_on_duty_together() -> None:
    """The fire brigade has a break from 12:00 to 14:00: the police, there at 12:05, wait for its end."""
    broken = {"shifts": [{"share": 1, "week": {"mon-sun": "08:00-12:00 14:00-18:00"}}]}
    told = trace(
        quiet(
            {
                "hazards": joint(),
                "rosters": {"broken": broken},
                "departments": {"fire": {"roster": "broken"}},
                "mechanisms": {"whistle": {"notice": "110 min", "hold": "3 h"}},
            }
        ),
        Occurs("Mon 09:00:00", "wall", PLACE),
    )
    assert told.rows[len(UP_TO_THE_WHISTLE) :] == [
        ("Mon 11:45:00", "summoned", "0", "fire", 0),
        ("Mon 11:45:00", "summoned", "0", "police", 0),
        ("Mon 11:45:00", "set_out", "0", "fire", "part"),
        ("Mon 11:45:00", "set_out", "0", "police", "part"),
        ("Mon 11:55:00", "arrived", "0", "fire", "part"),  # would leave at 14:55
        ("Mon 12:05:00", "arrived", "0", "police", "part"),
        ("Mon 12:05:00", "assembled", "0", "street 0", "2:30:00"),  # they will be on duty together from 14:00
        ("Mon 15:00:00", "part_done", "0", "fire", 0),
        ("Mon 15:00:00", "part_done", "0", "police", 0),
        ("Mon 15:00:00", "claimed_done", "0", "street 0", 1),
        ("Mon 15:00:00", "closed", "0", "street 0", 1),
    ]
    assert [(job[1], job[8]) for job in told.jobs] == [("fire", "1:15:00"), ("police", "3:15:00")]


def test_joint_work_stops_and_goes_on_for_all() -> None:
    """The fire brigade has breaks: 45 min of work before 12:00, 4 h from 14:00, the last 15 min on Tuesday at 08:00."""
    broken = {"shifts": [{"share": 1, "week": {"mon-sun": "08:00-12:00 14:00-18:00"}}]}
    changes = {"hazards": joint("5 h"), "rosters": {"broken": broken}, "departments": {"fire": {"roster": "broken"}}}
    told = trace(quiet(changes), Occurs("Mon 09:00:00", "wall", PLACE))
    assert told.rows[len(UP_TO_THE_WHISTLE) + 4 :] == [
        ("Mon 11:05:00", "arrived", "0", "fire", "part"),
        ("Mon 11:15:00", "arrived", "0", "police", "part"),
        ("Mon 11:15:00", "assembled", "0", "street 0", "1:40:00"),
        ("Tue 08:15:00", "part_done", "0", "fire", 0),
        ("Tue 08:15:00", "part_done", "0", "police", 0),
        ("Tue 08:15:00", "claimed_done", "0", "street 0", 1),
        ("Tue 08:15:00", "closed", "0", "street 0", 1),
    ]
    assert [(job[1], job[8]) for job in told.jobs] == [("fire", "5:20:00"), ("police", "21:20:00")]


def test_crews_that_are_never_on_duty_together_leave() -> None:
    """Fire is on duty till 12:00, the police from 14:00: both come to the site, and cannot work together."""
    told = trace(
        quiet(
            {
                "hazards": joint(),
                "departments": {"fire": {"roster": "early"}, "police": {"roster": "late"}},
                "mechanisms": {"whistle": {"hold": "3 h", "notice": "95 min", "attempts": 1}},
            }
        ),
        Occurs("Mon 09:00:00", "wall", PLACE),
    )
    assert told.rows[len(UP_TO_THE_WHISTLE) :] == [
        ("Mon 11:30:00", "summoned", "0", "fire", 0),
        ("Mon 11:30:00", "summoned", "0", "police", 0),
        ("Mon 11:30:00", "set_out", "0", "fire", "part"),
        ("Mon 11:40:00", "arrived", "0", "fire", "part"),  # waits until 14:40, after its shift too
        ("Mon 14:00:00", "set_out", "0", "police", "part"),  # on duty
        ("Mon 14:20:00", "arrived", "0", "police", "part"),  # fire is on duty again on Tuesday at 06:00: too late
        ("Mon 14:40:00", "crews_left", "0", "street 0", 2),
        ("Mon 14:40:00", "escalated", "0", "supervisor 0", 0),
        ("Mon 14:40:00", "whistle_blown", "0", "street 0", 2),
        ("Mon 15:00:00", "signed", "0", "fire", "0:20:00"),
        ("Mon 15:00:00", "signed", "0", "police", "0:20:00"),
        ("Mon 16:35:00", "summoned", "0", "fire", 0),
        ("Mon 16:35:00", "summoned", "0", "police", 0),
        ("Mon 16:35:00", "set_out", "0", "fire", "part"),  # any hour will do now
        ("Mon 16:35:00", "set_out", "0", "police", "part"),
        ("Mon 16:45:00", "arrived", "0", "fire", "part"),
        ("Mon 16:55:00", "arrived", "0", "police", "part"),
        ("Mon 16:55:00", "assembled", "0", "street 0", "7:20:00"),
        ("Mon 17:55:00", "part_done", "0", "fire", 0),
        ("Mon 17:55:00", "part_done", "0", "police", 0),
        ("Mon 17:55:00", "claimed_done", "0", "street 0", 1),
        ("Mon 17:55:00", "closed", "0", "street 0", 1),
    ]
    assert told.hours["fire"] == hours(busy="1:50:00", overtime="1:20:00")  # 11:30 to 12:00 on duty, 1:20 h not
    assert told.hours["police"] == hours(busy="2:00:00")  # 14:00 to 14:40 and 16:35 to 17:55


def test_those_never_on_duty_together_meet_in_agreed_hours() -> None:
    """Office hours are 08:30 to 12:00 and 14:00 to 18:00. The meeting called for 12:35 waits until 14:00; fire is off
    duty then, and stays until it is done."""
    told = trace(
        quiet(
            {
                "hazards": joint(),
                "departments": {"fire": {"roster": "early"}, "police": {"roster": "late"}},
                "mechanisms": {"whistle": {"hold": "3 h", "notice": "160 min", "agreed_after": 0}},
            }
        ),
        Occurs("Mon 09:00:00", "wall", PLACE),
    )
    assert told.rows[len(UP_TO_THE_WHISTLE) :] == [
        ("Mon 12:35:00", "summoned", "0", "fire", 0),
        ("Mon 12:35:00", "summoned", "0", "police", 0),
        ("Mon 14:00:00", "set_out", "0", "fire", "part"),
        ("Mon 14:00:00", "set_out", "0", "police", "part"),
        ("Mon 14:10:00", "arrived", "0", "fire", "part"),
        ("Mon 14:20:00", "arrived", "0", "police", "part"),
        ("Mon 14:20:00", "assembled", "0", "street 0", "4:45:00"),
        ("Mon 15:20:00", "part_done", "0", "fire", 0),
        ("Mon 15:20:00", "part_done", "0", "police", 0),
        ("Mon 15:20:00", "claimed_done", "0", "street 0", 1),
        ("Mon 15:20:00", "closed", "0", "street 0", 1),
    ]
    assert told.hours["fire"] == hours(busy="1:20:00", overtime="1:20:00")
    assert told.hours["police"] == hours(busy="1:20:00")


def test_what_is_gone_is_seen_when_all_are_there() -> None:
    told = trace(
        quiet({"hazards": joint(heals={"share": 1, "after": "125 min"})}), Occurs("Mon 09:00:00", "wall", PLACE)
    )
    assert told.rows[len(UP_TO_THE_WHISTLE) + 4 :] == [
        ("Mon 11:05:00", "arrived", "0", "fire", "part"),
        ("Mon 11:05:00", "healed", "a", "world", 0),
        ("Mon 11:15:00", "arrived", "0", "police", "part"),
        ("Mon 11:15:00", "assembled", "0", "street 0", "1:40:00"),
        ("Mon 11:15:00", "found_gone", "0", "street 0", 0),
        ("Mon 11:16:00", "part_done", "0", "fire", 0),  # a look
        ("Mon 11:16:00", "part_done", "0", "police", 0),
        ("Mon 11:16:00", "claimed_done", "0", "street 0", 1),
        ("Mon 11:16:00", "closed", "0", "street 0", 1),
    ]


def test_who_comes_at_the_moment_the_others_leave_comes_too_late() -> None:
    """Arrivals come first, but there is no moment left in which both could work."""
    told = trace(
        quiet({"hazards": joint(), "mechanisms": {"whistle": {"hold": "10 min"}}}),
        Occurs("Mon 09:00:00", "wall", PLACE),
    )
    assert told.rows[len(UP_TO_THE_WHISTLE) + 4 :][:4] == [
        ("Mon 11:05:00", "arrived", "0", "fire", "part"),
        ("Mon 11:15:00", "arrived", "0", "police", "part"),
        ("Mon 11:15:00", "crews_left", "0", "street 0", 2),
        ("Mon 11:15:00", "whistle_blown", "0", "street 0", 2),
    ]


def test_crews_that_leave_take_what_waits_for_them() -> None:
    """The whistle is blown again before the crew, free at last, takes its next job."""
    hazards = {**joint(), "leak": hazard("fire", "30 min")}
    told = trace(
        quiet({"hazards": hazards, "mechanisms": {"whistle": {"comes": 0.5}}}),
        Occurs("Mon 09:00:00", "wall", PLACE, coming((1, 0, True), (1, 1, False), (2, 0, True), (2, 1, True))),
        Occurs("Mon 11:30:00", "leak", FAR_PLACE),  # joins at 11:35, when fire waits for the police
    )
    assert [row[:4] for row in told.rows if row[0] >= "Mon 12:00:00"] == [
        ("Mon 12:05:00", "crews_left", "0", "street 0"),
        ("Mon 12:05:00", "whistle_blown", "0", "street 0"),
        ("Mon 12:05:00", "set_out", "1", "fire"),
        ("Mon 12:15:00", "arrived", "1", "fire"),
        ("Mon 12:25:00", "signed", "0", "fire"),
        ("Mon 12:25:00", "signed", "0", "police"),
        ("Mon 12:45:00", "claimed_done", "1", "street 0"),
        ("Mon 12:45:00", "closed", "1", "street 0"),
        ("Mon 13:25:00", "summoned", "0", "fire"),
        ("Mon 13:25:00", "summoned", "0", "police"),
        ("Mon 13:25:00", "set_out", "0", "fire"),
        ("Mon 13:25:00", "set_out", "0", "police"),
        ("Mon 13:35:00", "arrived", "0", "fire"),
        ("Mon 13:45:00", "arrived", "0", "police"),
        ("Mon 13:45:00", "assembled", "0", "street 0"),
        ("Mon 14:45:00", "part_done", "0", "fire"),
        ("Mon 14:45:00", "part_done", "0", "police"),
        ("Mon 14:45:00", "claimed_done", "0", "street 0"),
        ("Mon 14:45:00", "closed", "0", "street 0"),
    ]
