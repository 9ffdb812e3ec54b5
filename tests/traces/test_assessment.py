"""Assessment: what a limit does under pressure, what comes of it, and what patrols pass by."""

from __future__ import annotations

from typing import Any

from tests.traces.tracing import PLACE, Occurs, hazard, quiet, trace

PRESSED = {"enabled": True, "weight": 1, "start": 1, "target": 1, "paper": 1}
WHAT = ("claimed_done", "checked", "sent_back", "closed", "reopened", "queued", "deadline_passed", "set_out", "rated")


def told(changes: dict[str, Any], *issues: Occurs) -> list[tuple[Any, ...]]:
    rows = trace(changes, *issues).rows
    return [(row[0], row[1], row[2], row[4]) for row in rows if row[1] in WHAT]


def pressed(hazards: dict[str, Any], **own: Any) -> dict[str, Any]:
    return {"hazards": hazards, "mechanisms": {"dispatch": {"contact": "30 days"}, "assessment": {**PRESSED, **own}}}


def test_what_nobody_is_on_the_way_to_is_reported_done_at_its_limit_and_comes_back() -> None:
    """The second waits for the crew of the first when its limit passes; the resident says a day later that it is there.

    Done in time, it has no limit passed yet: that is noted as it comes back, and it is not closed on paper again.
    """
    slow = hazard("sweepers", "30 h", deadline="4 h")
    assert told(pressed({"slow": slow}), Occurs("Mon 09:00:00", "slow", PLACE), Occurs("Mon 10:00:00", "slow", 1))[
        2:
    ] == [
        ("Mon 10:05:00", "queued", "1", "sweepers"),
        ("Mon 13:05:00", "deadline_passed", "0", 1),  # they are on site: nobody says that it is done
        ("Mon 14:05:00", "claimed_done", "1", 0),
        ("Mon 14:05:00", "closed", "1", 0),
        ("Mon 17:05:00", "deadline_passed", "0", 2),
        ("Tue 14:05:00", "rated", "1", 0),
        ("Tue 14:05:00", "reopened", "1", 0),
        ("Tue 14:05:00", "queued", "1", "sweepers"),
        ("Tue 14:05:00", "deadline_passed", "1", 1),
        ("Tue 15:15:00", "claimed_done", "0", 1),
        ("Tue 15:15:00", "closed", "0", 1),
        ("Tue 15:15:00", "set_out", "1", "handle"),
        ("Tue 18:05:00", "deadline_passed", "1", 2),
        ("Wed 15:15:00", "rated", "0", 1),
        ("Wed 21:25:00", "claimed_done", "1", 1),
        ("Wed 21:25:00", "closed", "1", 1),
        ("Thu 21:25:00", "rated", "1", 1),
    ]


def test_a_procedure_that_was_not_over_is_run_when_a_case_comes_back() -> None:
    waits = hazard("sweepers", "1 h", procedure="6 h", deadline="4 h")
    rows = told(pressed({"waits": waits}), Occurs("Mon 09:00:00", "waits", PLACE))
    assert [row[:2] for row in rows[:6]] == [
        ("Mon 13:05:00", "claimed_done"),
        ("Mon 13:05:00", "closed"),
        ("Tue 13:05:00", "rated"),
        ("Tue 13:05:00", "reopened"),
        ("Tue 13:05:00", "deadline_passed"),
        ("Tue 17:05:00", "deadline_passed"),
    ]
    assert rows[6][:2] == ("Tue 19:05:00", "queued")


def test_nobody_dares_where_everything_is_audited() -> None:
    waits = hazard("sweepers", "1 h", procedure="6 h", deadline="4 h")
    rows = told(pressed({"waits": waits}, audit=1), Occurs("Mon 09:00:00", "waits", PLACE))
    assert [row[:2] for row in rows[:2]] == [("Mon 13:05:00", "deadline_passed"), ("Mon 15:05:00", "queued")]


def test_a_whistle_that_was_not_heard_yet_is_taken_back() -> None:
    """The limit passes while the departments are on the way to a meeting that then is not held."""
    joint = {"departments": {2: 1}, "among": ["fire", "police"], "share": 1, "work": "1 h", "hard": False}
    wall = hazard("fire", "1 h", joint=joint, deadline="1 h")
    rows = trace(pressed({"wall": wall}), Occurs("Mon 09:00:00", "wall", PLACE)).rows
    what = [(row[0], row[1]) for row in rows if row[1] in ("whistle_blown", "claimed_done", "summoned", "assembled")]
    assert what[:3] == [
        ("Mon 09:35:00", "whistle_blown"),
        ("Mon 10:05:00", "claimed_done"),
        ("Tue 10:05:00", "whistle_blown"),
    ]


def walked(**own: Any) -> dict[str, Any]:
    """A worker who walks an hour's round all day and sees whatever there is."""
    litter = hazard("grid", "10 min", at_once=False, seen_per_pass=1)
    patrol = {"target": "7.5 h", "keep": "7.5 h"}
    assessment = {**PRESSED, "silent": 1, **own}
    return quiet({"hazards": {"litter": litter}, "mechanisms": {"patrol": patrol, "assessment": assessment}})


def test_what_is_seen_and_not_booked_is_seen_again_on_each_round() -> None:
    """The round takes an hour; pressure stays as it was at the start until a month ends."""
    rows = trace(walked(), Occurs("Mon 01:00:00", "litter", PLACE)).rows
    seen = [row for row in rows if row[1] == "seen_not_booked"]
    assert len(seen) > 20
    assert seen[:2] == [
        ("Mon 01:15:00", "seen_not_booked", "a", "worker 0", 0),  # at a quarter of the round
        ("Mon 02:15:00", "seen_not_booked", "a", "worker 0", 0),
    ]
    assert not [row for row in rows if row[1] == "found_on_patrol"]
    assert trace(walked(), Occurs("Mon 01:00:00", "litter", PLACE)).issues["a"]["passed_by"] == len(seen)


def test_past_a_quota_finds_are_booked_with_slack() -> None:
    """The first find fills the quota of one; nothing is booked after it, until the next month."""
    issues = [Occurs("Mon 01:00:00", "litter", PLACE), Occurs("Mon 01:00:00", "litter", 1)]
    rows = trace(walked(silent=0, quota=1, slack=0), *issues).rows
    what = [row[1] for row in rows if row[1] in ("found_on_patrol", "seen_not_booked")]
    assert what[:3] == ["found_on_patrol", "seen_not_booked", "seen_not_booked"]
    assert what.count("found_on_patrol") == 1
