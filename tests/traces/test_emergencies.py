"""Emergencies: what is a danger takes a crew from line duty, is seen through at once, and is passed on in minutes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.traces.tracing import FAR_PLACE, PLACE, Draw, Occurs, cases_from, hazard, quiet, trace

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
