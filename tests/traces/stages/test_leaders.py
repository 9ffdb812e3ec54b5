"""Named leaders: who they take, what becomes quicker, and who comes next."""

from __future__ import annotations

from typing import Any

from tests.traces.tracing import FAR_PLACE, PLACE, Occurs, hazard, quiet, trace
from tests.traces.wall import coming, joint


def leaders(street: int = 1, district: int = 0, **own: Any) -> dict[str, Any]:
    return {"named_leader": {"enabled": True, "slots": {"street": street, "district": district}, "overdue": 1, **own}}


def led(rows: list[Any]) -> list[tuple[Any, ...]]:
    """When leaders took cases, which, and who."""
    return [(row[0], row[2], row[3]) for row in rows if row[1] == "led"]


def test_a_leader_takes_a_case_at_its_limit_and_halves_what_is_left_of_its_procedure() -> None:
    slow = hazard("sweepers", "30 min", procedure="6 h", deadline="3 h")
    told = trace(
        quiet({"hazards": {"slow": slow}, "mechanisms": leaders(shortens=0.5, hours="8 h")}),
        Occurs("Mon 09:00:00", "slow", PLACE),
    )
    assert told.rows[5:] == [
        ("Mon 12:05:00", "deadline_passed", "0", "supervisor", 1),
        ("Mon 12:05:00", "led", "0", "street leader", "3:05:00"),
        ("Mon 13:35:00", "queued", "0", "street 0", "sweepers"),  # of the 3 h until 15:05 half
        ("Mon 13:35:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 13:45:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 14:15:00", "claimed_done", "0", "street 0", 1),
        ("Mon 14:15:00", "closed", "0", "street 0", 1),
    ]
    assert told.cases[0]["led"] == 1


def test_a_slot_that_is_free_takes_what_weighs_most_by_severity_and_age() -> None:
    """One slot: the first case has it, of those that wait the younger one weighs three times its age."""
    slow = {"procedure": "6 h", "deadline": "1 h"}
    light, heavy = hazard("sweepers", "30 min", **slow), hazard("sweepers", "30 min", severity=3, **slow)
    told = trace(
        quiet({"hazards": {"light": light, "heavy": heavy}, "mechanisms": leaders()}),
        Occurs("Mon 09:00:00", "light", PLACE),
        Occurs("Mon 09:10:00", "light", FAR_PLACE),
        Occurs("Mon 11:00:00", "heavy", PLACE),
    )
    closed = {row[2]: row[0] for row in told.rows if row[1] == "closed"}
    assert closed["0"] == "Mon 15:45:00"
    assert led(told.rows) == [("Mon 10:05:00", "0", "street leader"), ("Mon 15:45:00", "2", "street leader")]
    assert closed["1"] < closed["2"], "the one that was waiting for a leader has ended without one"


def test_the_district_takes_what_its_street_cannot() -> None:
    slow = hazard("sweepers", "30 min", procedure="6 h", deadline="1 h")
    told = trace(
        quiet({"hazards": {"slow": slow}, "mechanisms": leaders(street=1, district=1)}),
        Occurs("Mon 09:00:00", "slow", PLACE),
        Occurs("Mon 09:10:00", "slow", FAR_PLACE),
    )
    assert led(told.rows) == [("Mon 10:05:00", "0", "street leader"), ("Mon 10:15:00", "1", "district leader")]


def test_a_case_may_be_led_for_its_age_alone() -> None:
    slow = hazard("sweepers", "30 min", procedure="6 h")
    for after, at in (("2 h", "Mon 11:00:00"), ("3 wh", "Mon 12:00:00")):
        told = trace(
            quiet({"hazards": {"slow": slow}, "mechanisms": leaders(overdue=None, after=after)}),
            Occurs("Mon 09:00:00", "slow", PLACE),
        )
        assert led(told.rows) == [(at, "0", "street leader")]


def test_departments_come_to_a_case_that_is_led_as_if_it_had_been_escalated() -> None:
    """Half of those who are asked come, and these would not; but a leader has it since 10:00."""
    nobody = coming((1, 0, False), (1, 1, False))
    for street, failed in ((1, 0), (0, 2)):
        mechanisms = {**leaders(street, overdue=None, after="1 h"), "whistle": {"comes": 0.5}}
        told = trace(
            quiet({"hazards": joint(), "mechanisms": mechanisms}), Occurs("Mon 09:00:00", "wall", PLACE, nobody)
        )
        assert len([row for row in told.rows if row[1] == "failed_to_come"]) >= failed
        assert led(told.rows) == [("Mon 10:00:00", "0", "street leader")] * street
        assert failed or not [row for row in told.rows if row[1] == "failed_to_come"]
