"""Emergencies: what is a danger takes a crew from line duty, is seen through at once, and is passed on in minutes."""

from __future__ import annotations

from typing import Any

import pytest

from sim.scenario.merge import merged
from tests.traces.tracing import FAR_PLACE, PLACE, REPORTED, Draw, Occurs, cases_from, hazard, hours, quiet, trace

DANGER, NONE = Draw("dangerous", 0, 0.0, 0.5), Draw("dangerous", 0, 0.5, 1.0)


def district(**emergencies: Any) -> dict[str, Any]:
    """A fire service with half of its day for cases, from 11:00; half of the issues are dangerous."""
    return quiet(
        {
            "hazards": {"wall": hazard("fire", "1 h", dangerous=0.5)},
            "departments": {"fire": {"roster": "day", "share": 0.5}},
            "mechanisms": {"emergencies": {"enabled": True, **emergencies}},
        }
    )


def test_a_dangerous_issue_is_an_emergency_whatever_its_hazard() -> None:
    told = trace(
        district(),
        Occurs("Mon 09:10:00", "wall", PLACE, (NONE,)),
        Occurs("Mon 09:25:00", "wall", FAR_PLACE, (DANGER,)),
        by_hand=[cases_from(3, "Mon 11:00:00")],
    )
    assert [row[:3] for row in told.rows if row[1] in ("set_out", "claimed_done")] == [
        ("Mon 09:30:00", "set_out", "1"),  # on duty since 09:00, taken from line duty
        ("Mon 10:40:00", "claimed_done", "1"),
        ("Mon 11:00:00", "set_out", "0"),  # it was there first, in the line of those who wait for the time for cases
        ("Mon 12:10:00", "claimed_done", "0"),
    ]


def test_danger_alone_moves_nothing_where_it_does_not_count() -> None:
    told = trace(
        district(dangerous_first=False),
        Occurs("Mon 09:25:00", "wall", PLACE, (DANGER,)),
        by_hand=[cases_from(3, "Mon 11:00:00")],
    )
    assert [row[:3] for row in told.rows if row[1] == "set_out"] == [("Mon 11:00:00", "set_out", "0")]


JOINT = {"departments": {2: 1}, "among": ["fire", "police"], "share": 1, "work": "1 h", "hard": False}


@pytest.mark.parametrize(
    ("danger", "diagnosed"),
    [(DANGER, "Mon 09:10:00"), (NONE, "Mon 09:35:00")],  # 5 min, or half an hour, after the report is on the desk
    ids=["danger", "none"],
)
def test_who_is_needed_for_an_emergency_is_seen_at_once(danger: Draw, diagnosed: str) -> None:
    wall = hazard("fire", "1 h", dangerous=0.5, joint=JOINT)
    emergencies = {"enabled": True, "diagnosis": "5 min"}
    told = trace(
        quiet({"hazards": {"wall": wall}, "mechanisms": {"emergencies": emergencies}}),
        Occurs("Mon 09:00:00", "wall", PLACE, (danger,)),
    )
    assert [row[0] for row in told.rows if row[1] == "diagnosed"] == [diagnosed]


@pytest.mark.parametrize(
    ("danger", "returned"), [(DANGER, "Mon 09:15:00"), (NONE, "Mon 11:05:00")], ids=["danger", "none"]
)
def test_a_wrong_unit_passes_an_emergency_on_in_minutes(danger: Draw, returned: str) -> None:
    """Every dispatch is wrong; a case that is none is kept for 2 h."""
    told = trace(
        quiet(
            {
                "hazards": {"wall": hazard("fire", "1 h", dangerous=0.5)},
                "mechanisms": {
                    "dispatch": {"wrong_unit": 1},
                    "emergencies": {"enabled": True, "return_after": "10 min"},
                },
                "run": {"length": "1 day", "followup": "0 days"},
            }
        ),
        Occurs("Mon 09:00:00", "wall", PLACE, (danger,)),
    )
    assert next(row[0] for row in told.rows if row[1] == "returned") == returned


def at_work(told: Any) -> list[tuple[str, str, str]]:
    """What crews do, and when a danger is made safe."""
    return [
        row[:3] for row in told.rows if row[1] in ("set_out", "arrived", "interrupted", "made_safe", "claimed_done")
    ]


def test_a_crew_leaves_other_work_for_an_emergency_and_goes_on_after_it() -> None:
    told = trace(
        quiet(
            {
                "hazards": {"mend": hazard("fire", "2 h"), "wall": hazard("fire", "30 min", dangerous=1)},
                "mechanisms": {"emergencies": {"enabled": True, "interrupts": True}},
            }
        ),
        Occurs("Mon 09:00:00", "mend", PLACE),
        Occurs("Mon 09:30:00", "wall", FAR_PLACE),
    )
    assert at_work(told) == [
        ("Mon 09:05:00", "set_out", "0"),
        ("Mon 09:15:00", "arrived", "0"),
        ("Mon 09:35:00", "interrupted", "0"),  # after 20 min of work
        ("Mon 09:35:00", "set_out", "1"),
        ("Mon 09:45:00", "arrived", "1"),
        ("Mon 10:15:00", "claimed_done", "1"),
        ("Mon 10:15:00", "set_out", "0"),
        ("Mon 10:25:00", "arrived", "0"),
        ("Mon 12:05:00", "claimed_done", "0"),  # 1:40 h were left
    ]
    assert [job[8] for job in told.jobs] == ["0:30:00", "0:40:00", "1:50:00"]


def test_an_emergency_is_no_reason_to_leave_another() -> None:
    told = trace(
        quiet(
            {
                "hazards": {"wall": hazard("fire", "1 h", dangerous=1)},
                "mechanisms": {"emergencies": {"enabled": True, "interrupts": True}},
            }
        ),
        Occurs("Mon 09:00:00", "wall", PLACE),
        Occurs("Mon 09:30:00", "wall", FAR_PLACE),
    )
    assert [row for row in at_work(told) if row[1] == "interrupted"] == []


def test_at_night_a_crew_is_called_out_and_stays_until_it_is_done() -> None:
    """Reported at 21:00; the fire service is on duty from 09:00 to 16:30."""
    told = trace(
        district(any_hour=True, call_out="20 min", securing="15 min"),
        Occurs("Mon 21:00:00", "wall", PLACE, (DANGER,)),
        by_hand=[cases_from(3, "Tue 11:00:00")],
    )
    assert at_work(told) == [
        ("Mon 21:05:00", "set_out", "0"),
        ("Mon 21:35:00", "arrived", "0"),  # 20 min to be called out, 10 of way
        ("Mon 21:50:00", "made_safe", "0"),
        ("Mon 22:35:00", "claimed_done", "0"),
    ]
    assert told.hours["fire"] == hours(busy="1:30:00", overtime="1:30:00")
    assert told.cases[0]["safe"] == "Mon 21:50:00"


def test_on_duty_nobody_is_called_out_and_work_goes_on_after_duty() -> None:
    told = trace(
        district(any_hour=True, call_out="20 min"),
        Occurs("Mon 15:45:00", "wall", PLACE, (DANGER,)),
        by_hand=[cases_from(3, "Mon 11:00:00")],
    )
    assert at_work(told) == [
        ("Mon 15:50:00", "set_out", "0"),
        ("Mon 16:00:00", "arrived", "0"),
        ("Mon 17:00:00", "claimed_done", "0"),
    ]
    assert told.hours["fire"] == hours(busy="1:10:00", displaced="0:40:00", overtime="0:30:00")


def test_what_is_repaired_sooner_than_secured_is_safe_then() -> None:
    told = trace(district(securing="3 h"), Occurs("Mon 09:25:00", "wall", PLACE, (DANGER,)))
    assert [row for row in at_work(told) if row[1] in ("made_safe", "claimed_done")] == [
        ("Mon 10:40:00", "made_safe", "0"),
        ("Mon 10:40:00", "claimed_done", "0"),
    ]


def test_a_crew_that_says_it_is_done_and_leaves_makes_nothing_safe_any_more() -> None:
    """The first claim is false and seen at the desk; only the second crew stays long enough."""
    ledger = {"false_claims": 0.5, "desk_check": 1}
    first = Draw("claims_false", REPORTED, 0.0, 0.5)
    second = Draw("claims_false", REPORTED + 1, 0.5, 1.0)
    told = trace(
        merged(district(securing="100 min"), {"mechanisms": {"ledger": ledger}}),
        Occurs("Mon 09:25:00", "wall", PLACE, (DANGER, first, second)),
    )
    assert [row for row in at_work(told) if row[1] != "set_out"] == [
        ("Mon 09:40:00", "arrived", "0"),
        ("Mon 10:40:00", "claimed_done", "0"),  # it would have been safe at 11:20
        ("Mon 10:50:00", "arrived", "0"),
        ("Mon 11:50:00", "made_safe", "0"),
        ("Mon 11:50:00", "claimed_done", "0"),
    ]


def test_an_emergency_is_quicker_on_its_way() -> None:
    """Filed in 1 min instead of 5, half the time of 10 min for the way, nothing waited for."""
    wall = hazard("fire", "1 h", dangerous=0.5, procedure="1 h")
    quick = {"enabled": True, "registration": "1 min", "procedure": "0 min", "travel": 0.5}
    told = trace(
        quiet({"hazards": {"wall": wall}, "mechanisms": {"emergencies": quick}}),
        Occurs("Mon 09:00:00", "wall", PLACE, (DANGER,)),
        Occurs("Mon 12:00:00", "wall", FAR_PLACE, (NONE,)),
    )
    assert [row for row in at_work(told) if row[1] == "arrived"] == [
        ("Mon 09:06:00", "arrived", "0"),
        ("Mon 13:15:00", "arrived", "1"),
    ]
