"""Who may: streets that act for departments, and what a department makes of their rating."""

from __future__ import annotations

from typing import Any

from tests.traces.tracing import PLACE, Draw, Occurs, hazard, quiet, trace
from tests.traces.wall import UP_TO_THE_WHISTLE, coming, joint

POWERS = {"enabled": True, "team": "sweepers", "exercised": 1}


def delegated(*powers: str, **own: Any) -> dict[str, Any]:
    return {"street_powers": {**POWERS, "powers": list(powers), **own}}


def test_the_street_does_what_falls_to_a_department() -> None:
    told = trace(
        quiet({"hazards": {"fire": hazard("fire", "30 min")}, "mechanisms": delegated("fire")}),
        Occurs("Mon 09:00:00", "fire", PLACE),
    )
    assert told.rows[3:] == [
        ("Mon 09:05:00", "dispatched", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "accepted", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "taken_over", "0", "street 0", "fire"),
        ("Mon 09:05:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 09:05:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 09:15:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 09:45:00", "claimed_done", "0", "street 0", 1),
        ("Mon 09:45:00", "closed", "0", "street 0", 1),
    ]
    assert (told.cases[0]["unit"], told.cases[0]["level"], told.cases[0]["moved_by"]) == ("sweepers", "street", 10)


def test_what_is_taken_over_at_a_share_is_so_at_a_larger_one() -> None:
    mark = Draw("authority", 10, 0.3, 0.5)
    for share, by in ((0.2, "fire"), (0.6, "sweepers")):
        told = trace(
            quiet({"hazards": {"fire": hazard("fire", "30 min")}, "mechanisms": delegated("fire", exercised=share)}),
            Occurs("Mon 09:00:00", "fire", PLACE, (mark,)),
        )
        assert told.cases[0]["unit"] == by


def test_where_the_street_has_all_powers_nobody_is_whistled_for() -> None:
    told = trace(
        quiet({"hazards": joint(), "mechanisms": delegated("fire", "police")}), Occurs("Mon 09:00:00", "wall", PLACE)
    )
    assert told.rows == [
        *UP_TO_THE_WHISTLE[:4],
        ("Mon 09:35:00", "taken_over", "0", "street 0", "fire"),
        ("Mon 09:35:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 09:35:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 09:45:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 10:45:00", "claimed_done", "0", "street 0", 1),  # the hour of joint work
        ("Mon 10:45:00", "closed", "0", "street 0", 1),
    ]
    assert (told.cases[0]["whistles"], told.cases[0]["unit"], told.cases[0]["level"]) == (0, "sweepers", "street")


def test_the_street_does_its_part_before_it_calls_the_others() -> None:
    told = trace(quiet({"hazards": joint(), "mechanisms": delegated("fire")}), Occurs("Mon 09:00:00", "wall", PLACE))
    assert told.rows[5:] == [
        ("Mon 09:35:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 09:35:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 09:45:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 10:45:00", "whistle_blown", "0", "street 0", 1),
        ("Mon 11:05:00", "signed", "0", "police", "0:20:00"),
        ("Mon 12:05:00", "summoned", "0", "police", 0),
        ("Mon 12:05:00", "set_out", "0", "police", "part"),
        ("Mon 12:25:00", "arrived", "0", "police", "part"),
        ("Mon 12:25:00", "assembled", "0", "street 0", "1:40:00"),
        ("Mon 13:25:00", "part_done", "0", "police", 0),
        ("Mon 13:25:00", "claimed_done", "0", "street 0", 1),
        ("Mon 13:25:00", "closed", "0", "street 0", 1),
    ]


def test_a_department_that_failed_to_come_feels_the_rating_and_signs_sooner() -> None:
    """The police miss one of two meetings of January and nothing else is rated: half of a half is felt, and a response
    of 4 makes 20 minutes to sign 20 x exp(-4 x 0.125)."""
    missed = coming((1, 0, True), (1, 1, False), (2, 0, True), (2, 1, True))
    told = trace(
        quiet(
            {
                "run": {"length": "35 days"},
                "hazards": joint(),
                "mechanisms": {
                    "whistle": {"comes": 0.5},
                    "street_powers": {"enabled": True, "weight": 0.5, "response": 4},
                },
            }
        ),
        Occurs("Mon 09:00:00", "wall", PLACE, missed),
        Occurs("Thu+4 09:00:00", "wall", PLACE, coming((1, 0, True), (1, 1, True))),
    )
    felt = [row for row in told.rows if row[1] == "felt_rating"]
    assert felt == [
        ("Thu+4 00:00:00", "felt_rating", "-", "supervisor 3", 0),
        ("Thu+4 00:00:00", "felt_rating", "-", "supervisor 4", 125),
    ]
    signed = [row[3:] for row in told.rows if row[1] == "signed" and row[2] == "1"]
    assert signed == [("police", "0:12:07.837"), ("fire", "0:20:00")]


def test_what_is_beyond_a_worker_goes_on_to_its_unit_after_one_job_more() -> None:
    grid = {"enabled": True, "units": ["fire"], "taken_over": 1, "work_factor": 2, "beyond": 1}
    told = trace(
        quiet(
            {
                "hazards": {"small": hazard("fire", "30 min", small=True, procedure="1 h")},
                "mechanisms": {"all_purpose_grid": grid},
            }
        ),
        Occurs("Mon 09:00:00", "small", PLACE),
    )
    assert told.rows[3:] == [
        ("Mon 09:05:00", "dispatched", "0", "street 0", "grid"),
        ("Mon 09:05:00", "accepted", "0", "street 0", "grid"),
        ("Mon 09:05:00", "taken_over", "0", "street 0", "fire"),
        ("Mon 10:05:00", "queued", "0", "street 0", "worker 0"),
        ("Mon 10:05:00", "set_out", "0", "worker 0", "handle"),
        ("Mon 10:05:00", "arrived", "0", "worker 0", "handle"),
        ("Mon 11:05:00", "passed_on", "0", "street 0", "fire"),  # twice the work, for nothing
        ("Mon 11:05:00", "dispatched", "0", "street 0", "fire"),
        ("Mon 11:05:00", "accepted", "0", "street 0", "fire"),
        ("Mon 11:05:00", "queued", "0", "street 0", "fire"),  # the procedure was run
        ("Mon 11:05:00", "set_out", "0", "fire", "handle"),
        ("Mon 11:15:00", "arrived", "0", "fire", "handle"),
        ("Mon 11:45:00", "claimed_done", "0", "street 0", 1),
        ("Mon 11:45:00", "closed", "0", "street 0", 1),
    ]
    case = told.cases[0]
    assert (case["unit"], case["moved_by"], case["passed_on"], case["dispatches"]) == ("fire", 6, 1, 2)


def test_what_comes_back_comes_no_more_once_its_cause_is_repaired() -> None:
    """It comes back a day after each end; the repair takes an hour of procedure and twice the work, and then the third
    does not come."""
    litter = hazard("sweepers", "30 min", recurs={"share": 1, "after": "1 day"})
    roots = {"hazards": ["litter"], "after": 2, "effort": 2, "takes": "1 h", "cut": 1}
    told = trace(
        quiet({"hazards": {"litter": litter}, "mechanisms": {"prevention": {"enabled": True, "roots": roots}}}),
        Occurs("Mon 09:00:00", "litter", PLACE),
    )
    ends = [row for row in told.rows if row[1] in ("closed", "recurs", "root_done", "prevented")]
    assert ends == [
        ("Mon 09:45:00", "recurs", "a", "world", "24:00:00"),
        ("Mon 09:45:00", "closed", "0", "street 0", 1),
        ("Tue 10:30:00", "recurs", "a1", "world", "24:00:00"),
        ("Tue 10:30:00", "closed", "1", "street 0", 1),
        ("Tue 12:40:00", "root_done", "1", "street 0", 0),  # an hour of procedure, 10 min of travel, an hour of work
        ("Wed 10:30:00", "prevented", "a2", "world", 0),
    ]
    assert [job[3] for job in told.jobs] == ["handle", "handle", "root"]


def test_a_cause_removed_spares_its_share_from_a_day_on() -> None:
    spared = Draw("prevented", 0, 0.2, 0.5)
    removed = {"enabled": True, "removes": {"litter": 0.5}, "since": "2024-01-02", "cost": "1 yuan"}
    told = trace(
        quiet({"hazards": {"litter": hazard("sweepers", "30 min")}, "mechanisms": {"prevention": removed}}),
        Occurs("Mon 23:59:00", "litter", PLACE, (spared,)),
        Occurs("Tue 10:00:00", "litter", PLACE, (spared,)),
        Occurs("Tue 12:00:00", "litter", PLACE, (Draw("prevented", 0, 0.5, 1.0),)),
    )
    assert [told.issues[name]["state"] for name in "abc"] == ["fixed", "prevented", "fixed"]


def test_the_joint_team_takes_a_joint_case_at_its_next_session_and_nobody_is_whistled_for() -> None:
    team = {"enabled": True, "roles": ["fire", "police"], "roster": "late", "trip": "10 min"}  # from 14:00 on
    told = trace(quiet({"hazards": joint(), "mechanisms": {"joint_team": team}}), Occurs("Mon 09:00:00", "wall", PLACE))
    assert told.rows[4:] == [
        ("Mon 09:35:00", "taken_over", "0", "street 0", "fire"),
        ("Mon 09:35:00", "queued", "0", "street 0", "joint_team"),
        ("Mon 14:00:00", "set_out", "0", "joint_team", "handle"),
        ("Mon 14:10:00", "arrived", "0", "joint_team", "handle"),
        ("Mon 15:10:00", "claimed_done", "0", "street 0", 1),
        ("Mon 15:10:00", "closed", "0", "street 0", 1),
    ]
    assert (told.cases[0]["level"], told.cases[0]["moved_by"], told.cases[0]["whistles"]) == ("joint", 11, 0)


def test_the_joint_team_leaves_to_the_whistle_what_needs_others_or_is_an_emergency() -> None:
    for roles, urgency in ((["fire"], "normal"), (["fire", "police"], "emergency")):
        team = {"enabled": True, "roles": roles, "roster": "always"}
        told = trace(
            quiet({"hazards": joint(urgency=urgency), "mechanisms": {"joint_team": team}}),
            Occurs("Mon 09:00:00", "wall", PLACE),
        )
        assert (told.cases[0]["whistles"], told.cases[0]["moved_by"]) == (1, -1)
