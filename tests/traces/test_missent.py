"""Cases that were sent to a wrong unit whose crew looks at them before they are returned."""

from __future__ import annotations

from typing import Any

import pytest

from tests.traces.tracing import PLACE, REPORTED, Draw, Occurs, hazard, hours, quiet, trace

TO_THE_POLICE = (
    Draw("wrong_unit", REPORTED, 0.0, 0.5),  # the first dispatch is wrong,
    Draw("wrong_which", REPORTED, 0.75, 1.0),  # to the last of the four others,
    Draw("wrong_unit", REPORTED + 1, 0.5, 1.0),  # the second is right
)
TO_THE_WORKER = (TO_THE_POLICE[0], Draw("wrong_which", REPORTED, 0.0, 0.25), TO_THE_POLICE[2])


def missent(work: str | None = "30 min", busy: str | None = None, **more: Any) -> dict[str, Any]:
    """Changes of the square: half of all dispatches are wrong, kept for 2 h, at most 3, and looked at with this work;
    the police may be busy with a case of their own, of so much work from 08:25 on."""
    hazards = {"leak": hazard("fire", "1 h"), "big": hazard("police", busy or "1 h")}
    dispatch = {"wrong_unit": 0.5, "return_after": "2 h", "return_limit": "3 h", "return_work": work}
    return quiet({"hazards": hazards, "mechanisms": {"dispatch": dispatch}, **more})


BIG = Occurs("Mon 08:00:00", "big", PLACE, (Draw("wrong_unit", REPORTED, 0.5, 1.0),))
LEAK = Occurs("Mon 09:00:00", "leak", PLACE, TO_THE_POLICE)


def test_a_crew_of_the_wrong_unit_looks_at_a_case_while_it_is_kept() -> None:
    told = trace(missent(), LEAK)
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "reported", "0", "resident 0", 0),
        ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 09:05:00", "dispatched", "0", "street 0", "police"),
        ("Mon 09:05:00", "set_out", "0", "police", "missent"),  # no trip is drawn: ways are in the half hour
        ("Mon 09:05:00", "arrived", "0", "police", "missent"),
        ("Mon 11:05:00", "returned", "0", "street 0", "police"),
        ("Mon 11:05:00", "dispatched", "0", "street 0", "fire"),
        ("Mon 11:05:00", "accepted", "0", "street 0", "fire"),
        ("Mon 11:05:00", "queued", "0", "street 0", "fire"),
        ("Mon 11:05:00", "set_out", "0", "fire", "handle"),
        ("Mon 11:15:00", "arrived", "0", "fire", "handle"),
        ("Mon 12:15:00", "claimed_done", "0", "street 0", 1),
        ("Mon 12:15:00", "closed", "0", "street 0", 1),
    ]
    assert told.jobs[0] == (
        0, "police", 4, "missent", "Mon 09:05:00", "Mon 09:05:00", "Mon 09:05:00", "Mon 09:35:00", "0:30:00", "0:00:00",
    )  # fmt: skip
    assert told.hours["police"] == hours(busy="0:30:00")
    assert (told.cases[0]["arrived"], told.cases[0]["returns"]) == ("Mon 11:15:00", 1)


@pytest.mark.parametrize(
    ("busy", "looked", "returned"),
    [
        ("155 min", ["Mon 11:00:00 Mon 11:30:00 0:30:00"], "Mon 11:30:00"),  # under way when it has been kept for 2 h
        ("175 min", ["Mon 11:20:00 Mon 11:50:00 0:30:00"], "Mon 11:50:00"),  # begun later
        ("205 min", ["Mon 11:50:00 Mon 12:05:00 0:15:00"], "Mon 12:05:00"),  # broken off: it may be kept no longer
        ("10 h", [], "Mon 12:05:00"),  # nobody had time
    ],
)
def test_a_case_is_returned_once_it_was_looked_at_but_within_its_limit(
    busy: str, looked: list[str], returned: str
) -> None:
    told = trace(missent(busy=busy), BIG, LEAK)
    looks = [f"{job[5]} {job[7]} {job[8]}" for job in told.jobs if job[3] == "missent"]
    assert (looks, [row[0] for row in told.rows if row[1] == "returned"]) == (looked, [returned])
    assert told.hours["police"]["waiting"] == 0
    assert next(row[0] for row in told.rows if row[1:4] == ("queued", "1", "street 0")) == returned


def test_every_wrong_unit_looks() -> None:
    again = (*TO_THE_POLICE[:2], *(Draw(d.purpose, d.k + 1, d.low, d.high) for d in TO_THE_POLICE))
    told = trace(missent(), Occurs("Mon 09:00:00", "leak", PLACE, again))
    assert [job[5] for job in told.jobs if job[3] == "missent"] == ["Mon 09:05:00", "Mon 11:05:00"]


def test_no_work_is_no_job() -> None:
    assert trace(missent("0 h"), LEAK) == trace(missent(None), LEAK)
    assert not [job for job in trace(missent("0 h"), LEAK).jobs if job[3] == "missent"]


def test_an_emergency_is_passed_on_without() -> None:
    changes = missent()
    changes["hazards"]["leak"]["urgency"] = "emergency"
    changes["mechanisms"]["emergencies"] = {"enabled": True, "return_after": "10 min"}
    told = trace(changes, LEAK)
    assert [row[0] for row in told.rows if row[1] == "returned"] == ["Mon 09:15:00"]
    assert not [job for job in told.jobs if job[3] == "missent"]


def test_a_wrong_unit_is_neither_whistled_for_nor_does_it_report_the_case_done() -> None:
    """The limit passes twice while the case waits to be looked at; the wrong unit must return it by 19:05."""
    changes = missent(busy="20 h")
    changes["hazards"]["leak"]["deadline"] = "1 h"
    changes["mechanisms"]["dispatch"]["return_limit"] = "10 h"
    changes["mechanisms"]["assessment"] = {"enabled": True, "weight": 1, "start": 1, "paper": 1, "audit": 0}
    told = trace(changes, BIG, LEAK)
    rows = [row[:2] for row in told.rows if row[2] == "1"][3:]
    assert rows[:6] == [
        ("Mon 10:05:00", "deadline_passed"),
        ("Mon 11:05:00", "deadline_passed"),
        ("Mon 11:05:00", "escalated"),
        ("Mon 19:05:00", "returned"),
        ("Mon 19:05:00", "dispatched"),
        ("Mon 19:05:00", "accepted"),
    ]
    assert told.hours["police"]["waiting"] == 0


def test_a_worker_who_must_return_a_case_walks_on() -> None:
    """Looking for 3 h of the week, at the place where the worker is; all other time is walked."""
    changes = missent("5 h")
    changes["mechanisms"]["patrol"] = {"slack": 1}
    told = trace(changes, Occurs("Mon 09:00:00", "leak", PLACE, TO_THE_WORKER))
    assert told.hours["worker 0"] == hours(busy="3:00:00", patrolled="165:00:00")
