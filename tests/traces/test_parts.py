"""Parts of joint cases: several crews of a department, and work of its own for each department."""

from __future__ import annotations

from typing import Any

import pytest

from tests.traces.test_turns import UP_TO_THE_DIAGNOSIS
from tests.traces.tracing import FAR_PLACE, ONE, OTHER, PLACE, Draw, Occurs, hazard, ms, quiet, trace
from tests.traces.wall import UP_TO_THE_WHISTLE, joint

WAYS = ("whistle", "sequence", "lead")
EITHER = {"empirical": {"values": [1, 3], "unit": "h"}}
SECOND_CREW = 1 << 32
"""Where the draws of work of the second crew of each department begin, without a whistle."""


def wall(parts: dict[str, Any], work: Any = "1 h", way: str = "whistle", **departments: Any) -> dict[str, Any]:
    """Changes of the square: a wall to be taken down by fire brigade and police, with parts of their own."""
    hazards = joint(work)
    hazards["wall"]["joint"]["parts"] = parts
    return quiet({"hazards": hazards, "departments": departments, "mechanisms": {"whistle": {"way": way}}})


def test_a_meeting_is_complete_with_all_crews() -> None:
    told = trace(wall({"police": {"crews": 2}}, police={"crews": 3}), Occurs("Mon 09:00:00", "wall", PLACE))
    assert told.rows == [
        *UP_TO_THE_WHISTLE,  # each department signs once
        ("Mon 10:55:00", "summoned", "0", "fire", 0),
        ("Mon 10:55:00", "summoned", "0", "police", 0),
        ("Mon 10:55:00", "summoned", "0", "police", 0),
        ("Mon 10:55:00", "set_out", "0", "fire", "part"),
        ("Mon 10:55:00", "set_out", "0", "police", "part"),
        ("Mon 10:55:00", "set_out", "0", "police", "part"),
        ("Mon 11:05:00", "arrived", "0", "fire", "part"),
        ("Mon 11:15:00", "arrived", "0", "police", "part"),
        ("Mon 11:15:00", "arrived", "0", "police", "part"),
        ("Mon 11:15:00", "assembled", "0", "street 0", "1:40:00"),
        ("Mon 12:15:00", "part_done", "0", "fire", 0),
        ("Mon 12:15:00", "part_done", "0", "police", 0),
        ("Mon 12:15:00", "part_done", "0", "police", 0),
        ("Mon 12:15:00", "claimed_done", "0", "street 0", 1),
        ("Mon 12:15:00", "closed", "0", "street 0", 1),
    ]
    assert [job[1:4] for job in told.jobs] == [("fire", 3, "part"), ("police", 4, "part"), ("police", 5, "part")]


def test_one_crew_of_two_is_no_meeting() -> None:
    """One of the two police crews is busy; when all leave, the other does not go back for the part that waits."""
    changes = wall({"police": {"crews": 2}}, police={"crews": 2})
    changes["hazards"]["big"] = hazard("police", "290 min")
    told = trace(changes, Occurs("Mon 08:00:00", "big", PLACE), Occurs("Mon 09:00:00", "wall", PLACE))
    assert [row for row in told.rows if row[2] == "1" and row[1] not in ("signed", "occurred")][4:] == [
        ("Mon 10:55:00", "summoned", "1", "fire", 0),
        ("Mon 10:55:00", "summoned", "1", "police", 0),
        ("Mon 10:55:00", "summoned", "1", "police", 0),
        ("Mon 10:55:00", "set_out", "1", "fire", "part"),
        ("Mon 10:55:00", "set_out", "1", "police", "part"),
        ("Mon 11:05:00", "arrived", "1", "fire", "part"),  # and waits for an hour
        ("Mon 11:15:00", "arrived", "1", "police", "part"),
        ("Mon 12:05:00", "crews_left", "1", "street 0", 2),
        ("Mon 12:05:00", "whistle_blown", "1", "street 0", 2),
        ("Mon 13:25:00", "summoned", "1", "fire", 0),
        ("Mon 13:25:00", "summoned", "1", "police", 0),
        ("Mon 13:25:00", "summoned", "1", "police", 0),
        ("Mon 13:25:00", "set_out", "1", "fire", "part"),
        ("Mon 13:25:00", "set_out", "1", "police", "part"),  # the other crew is back since 13:15
        ("Mon 13:25:00", "set_out", "1", "police", "part"),
        ("Mon 13:35:00", "arrived", "1", "fire", "part"),
        ("Mon 13:45:00", "arrived", "1", "police", "part"),
        ("Mon 13:45:00", "arrived", "1", "police", "part"),
        ("Mon 13:45:00", "assembled", "1", "street 0", "4:10:00"),
        ("Mon 14:45:00", "part_done", "1", "fire", 0),
        ("Mon 14:45:00", "part_done", "1", "police", 0),
        ("Mon 14:45:00", "part_done", "1", "police", 0),
        ("Mon 14:45:00", "claimed_done", "1", "street 0", 1),
        ("Mon 14:45:00", "closed", "1", "street 0", 1),
    ]
    assert told.hours["police"]["waiting"] == 0


def test_a_department_of_two_crews_is_twice_as_tired() -> None:
    """Its load rises by 1 for each crew of it that is whistled for, and it is 1 for the only crew of the others: at the
    second whistle the chance is 1/2 for both, as of 2 whistles over 2 crews and of 1 over 1; as of 1 over 2 it is
    2/3."""
    whistle = {"fatigue": 1, "attempts": 1}
    answers = {}
    for crews in (1, 2):
        changes = wall({"police": {"crews": crews}}, "10 min", police={"crews": 2})
        changes["mechanisms"]["whistle"] |= whistle
        wishes = (Draw("comes", (3 << 36) + 64, 0.0, 0.4), Draw("comes", (3 << 36) + 65, 0.55, 0.65))
        told = trace(changes, Occurs("Mon 09:00:00", "wall", PLACE), Occurs("Mon 13:00:00", "wall", PLACE, wishes))
        answers[crews] = [row[1] for row in told.rows if row[2:4] == ("1", "police") and row[0] == "Mon 14:55:00"]
    assert answers[1][0] == "summoned"
    assert answers[2] == ["failed_to_come"]


def test_who_has_done_the_own_part_leaves() -> None:
    """Fire has 1 h, the police 3: together while both are at work, in the hours common to both, then alone."""
    told = trace(
        wall({"police": {"work": "3 h"}}, fire={"roster": "early"}),  # until 12:00
        Occurs("Mon 09:00:00", "wall", PLACE),
    )
    assert told.rows[len(UP_TO_THE_WHISTLE) + 4 :] == [
        ("Mon 11:05:00", "arrived", "0", "fire", "part"),
        ("Mon 11:15:00", "arrived", "0", "police", "part"),
        ("Mon 11:15:00", "assembled", "0", "street 0", "1:40:00"),
        ("Tue 06:15:00", "part_done", "0", "fire", 0),  # 45 min, and 15 the next morning
        ("Tue 08:15:00", "part_done", "0", "police", 0),  # two hours more
        ("Tue 08:15:00", "claimed_done", "0", "street 0", 1),
        ("Tue 08:15:00", "closed", "0", "street 0", 1),
    ]


def test_without_a_whistle_no_crew_has_two_parts() -> None:
    """The first police crew is away until 18:25. The second does one part and passes over the other, for another case
    that waits behind it."""
    changes = wall({"police": {"crews": 2}}, way="sequence", police={"crews": 2})
    changes["hazards"] |= {"big": hazard("police", "10 h"), "plain": hazard("police", "5 min")}
    told = trace(
        changes,
        Occurs("Mon 08:00:00", "big", PLACE),
        Occurs("Mon 09:00:00", "wall", PLACE),
        Occurs("Mon 11:00:00", "plain", PLACE),
    )
    rows = [row for row in told.rows if row[1] in ("queued", "set_out", "part_done", "claimed_done")]
    assert rows[2:] == [
        ("Mon 09:35:00", "queued", "1", "street 0", "fire"),
        ("Mon 09:35:00", "set_out", "1", "fire", "part"),
        ("Mon 10:45:00", "part_done", "1", "fire", 0),
        ("Mon 10:45:00", "queued", "1", "street 0", "police"),  # once
        ("Mon 10:45:00", "set_out", "1", "police", "part"),
        ("Mon 11:05:00", "queued", "2", "street 0", "police"),
        ("Mon 12:05:00", "part_done", "1", "police", 0),  # the department is not done yet
        ("Mon 12:05:00", "set_out", "2", "police", "handle"),
        ("Mon 12:30:00", "claimed_done", "2", "street 0", 1),
        ("Mon 18:25:00", "claimed_done", "0", "street 0", 1),
        ("Mon 18:25:00", "set_out", "1", "police", "part"),
        ("Mon 19:45:00", "part_done", "1", "police", 0),
        ("Mon 19:45:00", "claimed_done", "1", "street 0", 1),
    ]
    assert [(job[1], job[2]) for job in told.jobs if job[0] == 1] == [("fire", 3), ("police", 5), ("police", 4)]


def test_a_part_that_waits_for_another_crew_wakes_nobody_who_had_one() -> None:
    """The police crew that has done a part is off duty when another case comes: it takes that up as its duty begins."""
    changes = wall({"police": {"crews": 2}}, way="sequence", police={"crews": 2, "roster": "early"})
    changes["hazards"] |= {"big": hazard("police", "10 h"), "plain": hazard("police", "5 min")}
    told = trace(
        changes,
        Occurs("Mon 08:00:00", "big", PLACE),  # its crew: 3 h 35 min on Monday, 6 h on Tuesday, 25 min on Wednesday
        Occurs("Mon 09:00:00", "wall", PLACE),  # the part of the other crew ends on Tuesday at 06:05
        Occurs("Tue 13:00:00", "plain", PLACE),
    )
    rows = [(row[0], row[2], row[4]) for row in told.rows if row[1] == "set_out" and row[3] == "police"]
    assert rows == [
        ("Mon 08:05:00", "0", "handle"),
        ("Mon 10:45:00", "1", "part"),
        ("Wed 06:00:00", "2", "handle"),
        ("Wed 06:25:00", "1", "part"),
    ]


def test_the_lead_goes_last_with_all_its_crews() -> None:
    told = trace(wall({"fire": {"crews": 2}}, way="lead", fire={"crews": 2}), Occurs("Mon 09:00:00", "wall", PLACE))
    assert told.rows == [
        *UP_TO_THE_DIAGNOSIS,
        ("Mon 09:35:00", "diagnosed", "0", "street 0", 3),
        ("Mon 09:35:00", "queued", "0", "street 0", "police"),
        ("Mon 09:35:00", "set_out", "0", "police", "part"),
        ("Mon 09:55:00", "arrived", "0", "police", "part"),
        ("Mon 10:55:00", "part_done", "0", "police", 0),
        ("Mon 10:55:00", "queued", "0", "street 0", "fire"),
        ("Mon 10:55:00", "set_out", "0", "fire", "part"),
        ("Mon 10:55:00", "set_out", "0", "fire", "part"),
        ("Mon 11:05:00", "arrived", "0", "fire", "part"),
        ("Mon 11:05:00", "arrived", "0", "fire", "part"),
        ("Mon 12:05:00", "part_done", "0", "fire", 0),
        ("Mon 12:05:00", "part_done", "0", "fire", 0),
        ("Mon 12:05:00", "claimed_done", "0", "street 0", 1),
        ("Mon 12:05:00", "closed", "0", "street 0", 1),
    ]


@pytest.mark.parametrize("way", ["sequence", "lead"])
def test_each_crew_has_a_draw_of_its_own(way: str) -> None:
    """Without a whistle: fire 3 h, the first crew of the police 1 h, the second 3 h."""
    wishes = (
        Draw("joint_work", 0, *OTHER),
        Draw("joint_work", 1, *ONE),
        Draw("joint_work", 1 + SECOND_CREW, *OTHER),
    )
    told = trace(
        wall({"police": {"crews": 2}}, EITHER, way, police={"crews": 2}), Occurs("Mon 09:00:00", "wall", PLACE, wishes)
    )
    worked = {job[2]: (ms(str(job[7])) - ms(str(job[6]))) // 3_600_000 for job in told.jobs}
    assert worked == {3: 3, 4: 1, 5: 3}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("half", [ONE, OTHER])
def test_the_work_of_all_written_for_each_changes_nothing(way: str, half: tuple[float, float]) -> None:
    each: dict[str, Any] = {"fire": {"crews": 1, "work": EITHER}, "police": {"work": EITHER}}
    wall_of = Occurs("Mon 09:00:00", "wall", PLACE, (Draw("joint_work", 0, *half),))
    assert trace(wall(each, EITHER, way), wall_of) == trace(wall({}, EITHER, way), wall_of)


def test_a_single_case_needs_one_crew() -> None:
    """Whistled for because it is late: what joint work would need of its department does not count."""
    changes = wall({"fire": {"crews": 2}}, fire={"crews": 2})
    changes["hazards"]["wall"]["joint"]["share"] = 0.5
    changes["hazards"]["wall"]["deadline"] = "1 h"
    changes["hazards"]["big"] = hazard("fire", "10 h")
    big, single = Occurs("Mon 08:00:00", "big", PLACE), (Draw("joint", 0, *OTHER),)
    other = Occurs("Mon 08:00:00", "big", FAR_PLACE)
    told = trace(changes, big, other, Occurs("Mon 09:00:00", "wall", PLACE, single))
    rows = [row for row in told.rows if row[2] == "2" and row[1] in ("set_out", "assembled", "part_done")]
    assert [row[1] for row in rows] == ["set_out", "assembled", "part_done"]
