"""What stands between the rows of a log is told: rows written by hand, and what must be said beside them."""

from __future__ import annotations

from typing import Any

from sim.show.text.waits import Note, note_told, notes_on

HOUR = 3_600_000
NAMES = {3: ("department", "Housing"), 4: ("department", "Police"), 5: ("department", "Gas")}


def log(*rows: tuple[float, str, int]) -> list[dict[Any, Any]]:
    """Rows of case 7: hour, activity, agent."""
    return [{"time_ms": round(at * HOUR), "activity": what, "agent": agent, "case": 7} for at, what, agent in rows]


def test_an_accepted_case_waits_for_its_procedure_until_it_is_queued() -> None:
    rows = log((0, "accepted", 0), (1, "contacted", 0), (50, "queued", 0), (50.2, "set_out", 3))
    assert notes_on(rows) == {0: Note("waits_procedure", 50 * HOUR)}
    assert notes_on(rows[:2]) == {0: Note("waits_procedure_still")}


def test_what_else_may_explain_the_gap_is_no_procedure() -> None:
    for other in ("shelved", "returned", "taken_over", "staged", "closed"):
        assert notes_on(log((0, "accepted", 0), (1, other, 0), (50, "queued", 0), (50, "set_out", 3))) == {}
    assert notes_on(log((0, "accepted", 0), (0.5, "queued", 0), (0.6, "set_out", 3))) == {}


def test_a_queued_case_waits_for_hands() -> None:
    rows = log((0, "queued", 0), (15, "set_out", 3), (15.3, "arrived", 3))
    assert notes_on(rows) == {0: Note("waits_line", 15 * HOUR)}
    assert notes_on(rows[:1]) == {0: Note("waits_line_still")}
    assert notes_on(log((0, "queued", 0), (15, "claimed_done", 3))) == {}


def test_a_long_way_was_interrupted() -> None:
    rows = log((0, "set_out", 3), (0, "set_out", 4), (0.3, "arrived", 4), (2.3, "arrived", 3))
    assert notes_on(rows) == {3: Note("long_way", round(2.3 * HOUR))}


def test_rows_of_other_cases_do_not_mix() -> None:
    first, second = log((0, "queued", 0)), log((15, "set_out", 3))
    second[0]["case"] = 8
    assert notes_on([*first, *second]) == {0: Note("waits_line_still")}


def test_who_did_not_come_is_named_as_crews_leave() -> None:
    rows = log(
        *((0, "whistle_blown", 0), (0, "failed_to_come", 5)),
        *((1, "whistle_blown", 0), (2, "summoned", 3), (2, "summoned", 4), (2, "failed_to_come", 5)),
        *((2.3, "arrived", 3), (4.3, "arrived", 4), (4.3, "crews_left", 0)),
    )
    note = notes_on(rows)[8]
    assert note.stations == (("sent_nobody", (5,)), ("came_too_late", (4,)))
    told = note_told(note, NAMES, "", "en")
    assert "nobody was sent: Gas" in told
    assert "in this minute: Police" in told
    assert "Housing" not in told
    assert "未派人：Gas" in note_told(note, NAMES, "", "zh")
    on_the_way = notes_on([row for row in rows if row["activity"] != "arrived" or row["agent"] == 3])[7]
    assert on_the_way.stations[-1] == ("not_there_yet", (4,))
