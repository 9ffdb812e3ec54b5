"""Stops on the way: what comes before a council, what nobody owns, and when it is heard, settled and caught."""

from __future__ import annotations

from typing import Any

from tests.traces.tracing import PLACE, REPORTED, Draw, Occurs, hazard, quiet, trace

COUNCIL = {"enabled": True, "roster": "evening", "item": "30 min", "agrees": 1, "carried_out": 0.5}  # from 19:00
HEARINGS = 64
HALF_LOW, HALF_HIGH = (0.0, 0.5), (0.5, 1.0)


def contested(**own: Any) -> dict[str, Any]:
    return {"row": hazard("fire", "1 h", contested=1, procedure="2 days", **own)}


def unclear(**own: Any) -> dict[str, Any]:
    return {"gap": hazard("fire", "1 h", unclear=1, **own)}


def level(place: str, roster: str, decides: float = 1) -> dict[str, Any]:
    return {"place": place, "roster": roster, "decides": decides}


def test_what_the_council_agrees_on_the_desk_carries_out_without_the_procedure() -> None:
    told = trace(
        quiet({"hazards": contested(), "mechanisms": {"councils": COUNCIL}}), Occurs("Mon 09:00:00", "row", PLACE)
    )
    assert told.rows[2:] == [
        ("Mon 09:05:00", "registered", "0", "desk 0", "240:00:00"),
        ("Mon 09:05:00", "staged", "0", "street 0", "council"),
        ("Mon 19:00:00", "set_out", "0", "council", "stage"),
        ("Mon 19:00:00", "arrived", "0", "council", "stage"),
        ("Mon 19:30:00", "decided", "0", "council", 0),
        ("Mon 19:30:00", "dispatched", "0", "street 0", "community"),
        ("Mon 19:30:00", "accepted", "0", "street 0", "community"),
        ("Mon 19:30:00", "taken_over", "0", "street 0", "fire"),
        ("Mon 19:30:00", "queued", "0", "street 0", "community"),
        ("Mon 19:30:00", "set_out", "0", "community", "handle"),
        ("Mon 19:40:00", "arrived", "0", "community", "handle"),
        ("Mon 20:10:00", "claimed_done", "0", "street 0", 1),  # half of the hour
        ("Mon 20:10:00", "closed", "0", "street 0", 1),
    ]
    case = told.cases[0]
    assert (case["settled_by"], case["moved_by"], case["hearings"], case["level"]) == (14, 14, 1, "community")


def test_without_agreement_it_is_heard_again_and_then_goes_the_ordinary_way() -> None:
    council = {**COUNCIL, "agrees": 0, "rounds": 2}
    told = trace(
        quiet({"hazards": contested(), "mechanisms": {"councils": council}}), Occurs("Mon 09:00:00", "row", PLACE)
    )
    assert [row for row in told.rows[3:] if row[1] not in ("set_out", "arrived")] == [
        ("Mon 09:05:00", "staged", "0", "street 0", "council"),
        ("Mon 19:30:00", "not_decided", "0", "council", 1),
        ("Tue 19:30:00", "staged", "0", "street 0", "council"),  # a day later, in the session
        ("Tue 20:00:00", "not_decided", "0", "council", 0),
        ("Tue 20:00:00", "dispatched", "0", "street 0", "fire"),
        ("Tue 20:00:00", "accepted", "0", "street 0", "fire"),
        ("Thu 20:00:00", "queued", "0", "street 0", "fire"),  # the procedure of two days
        ("Thu 21:10:00", "claimed_done", "0", "street 0", 1),
        ("Thu 21:10:00", "closed", "0", "street 0", 1),
    ]


def test_what_a_session_does_not_hold_is_gone_on_with_in_the_next() -> None:
    """Two hearings of 80 minutes in sessions of two hours: the second has 40 of them in each; no item goes on beyond a
    session though crews would."""
    council = {**COUNCIL, "item": "80 min"}
    told = trace(
        quiet(
            {
                "hazards": contested(place="public"),
                "mechanisms": {"councils": council, "queueing": {"in_hand": "overtime"}},
            }
        ),
        Occurs("Mon 09:00:00", "row", PLACE),
        Occurs("Mon 10:00:00", "row", 1),
    )
    settled = [(row[0], row[2]) for row in told.rows if row[1] == "decided"]
    assert settled == [("Mon 20:20:00", "0"), ("Tue 19:40:00", "1")]
    assert [job for job in told.jobs if job[3] == "stage"][1][-2:] == ("1:20:00", "0:00:00")


def test_emergencies_and_joint_cases_do_not_wait_for_a_council() -> None:
    told = trace(
        quiet({"hazards": contested(urgency="emergency"), "mechanisms": {"councils": COUNCIL}}),
        Occurs("Mon 09:00:00", "row", PLACE),
    )
    assert told.cases[0]["hearings"] == 0 and told.cases[0]["unit"] == "fire"


def test_an_agreement_lasts() -> None:
    """It would come back with probability 0.8; an agreement that lasts in half of the cases leaves 0.4."""
    for lasting, back in ((0, True), (0.5, False)):
        council = {**COUNCIL, "lasting": lasting}
        again = {"recurs": {"share": 0.8, "after": "20 days"}}
        told = trace(
            quiet({"hazards": contested(**again), "mechanisms": {"councils": council}}),
            Occurs("Mon 09:00:00", "row", PLACE, (Draw("recurs", 0, 0.5, 0.7),)),
        )
        assert any(row[1] == "recurs" for row in told.rows) is back


def test_what_nobody_owns_is_sent_about_until_the_community_catches_it() -> None:
    told = trace(
        quiet({"hazards": unclear(), "mechanisms": {"committees": {"bounces": 2, "fallback": 2}}}),
        Occurs("Mon 09:00:00", "gap", PLACE),
    )
    rows = told.rows[3:]
    assert rows[:2] == [
        ("Mon 09:05:00", "dispatched", "0", "street 0", "fire"),  # whose it is, who denies it
        ("Mon 11:05:00", "returned", "0", "street 0", "fire"),
    ]
    assert rows[2][1] == "dispatched" and rows[2][4] != "fire"  # then somebody else
    assert rows[3][1] == "returned" and rows[3][4] == rows[2][4]
    assert rows[4:] == [
        ("Mon 13:05:00", "caught", "0", "street 0", 2),
        ("Mon 13:05:00", "dispatched", "0", "street 0", "community"),
        ("Mon 13:05:00", "accepted", "0", "street 0", "community"),
        ("Mon 13:05:00", "taken_over", "0", "street 0", "fire"),
        ("Mon 13:05:00", "queued", "0", "street 0", "community"),
        ("Mon 13:05:00", "set_out", "0", "community", "handle"),
        ("Mon 13:15:00", "arrived", "0", "community", "handle"),
        ("Mon 15:15:00", "claimed_done", "0", "street 0", 1),  # twice the hour
        ("Mon 15:15:00", "closed", "0", "street 0", 1),
    ]
    assert (told.cases[0]["caught"], told.cases[0]["moved_by"], told.cases[0]["returns"]) == (1, 13, 2)


def test_what_one_level_does_not_decide_goes_up() -> None:
    levels = {"low": level("community", "late", 0), "high": level("street", "evening")}  # 14 to 20, 19 to 21
    told = trace(
        quiet(
            {
                "hazards": unclear(),
                "mechanisms": {"committees": {"enabled": True, "levels": levels, "item": "10 min"}},
            }
        ),
        Occurs("Mon 09:00:00", "gap", PLACE),
    )
    assert [row for row in told.rows[4:] if row[1] not in ("set_out", "arrived")][:8] == [
        ("Mon 11:05:00", "returned", "0", "street 0", "fire"),
        ("Mon 11:05:00", "staged", "0", "street 0", "committee_low"),
        ("Mon 14:10:00", "not_decided", "0", "committee_low", 2),
        ("Mon 14:10:00", "staged", "0", "street 0", "committee_high"),
        ("Mon 19:10:00", "decided", "0", "committee_high", 0),
        ("Mon 19:10:00", "dispatched", "0", "street 0", "fire"),
        ("Mon 19:10:00", "accepted", "0", "street 0", "fire"),
        ("Mon 19:10:00", "queued", "0", "street 0", "fire"),
    ]
    assert (told.cases[0]["settled_by"], told.cases[0]["hearings"], told.cases[0]["caught"]) == (13, 2, 0)


def test_what_no_level_decides_is_sent_about_and_caught() -> None:
    levels = {"low": level("district", "always", 0)}
    told = trace(
        quiet({"hazards": unclear(), "mechanisms": {"committees": {"enabled": True, "levels": levels, "bounces": 2}}}),
        Occurs("Mon 09:00:00", "gap", PLACE),
    )
    told_of = [row[1] for row in told.rows if row[1] in ("staged", "not_decided", "returned", "caught")]
    assert told_of == ["returned", "staged", "not_decided", "returned", "caught"]


def test_a_hearing_settles_by_its_own_mark() -> None:
    """The first hearing's mark is above one half, the second's below."""
    marks = tuple(
        Draw("settled", REPORTED + 14 * HEARINGS + number, *half) for number, half in ((1, HALF_HIGH), (2, HALF_LOW))
    )
    council = {**COUNCIL, "agrees": 0.5}
    told = trace(
        quiet({"hazards": contested(), "mechanisms": {"councils": council}}),
        Occurs("Mon 09:00:00", "row", PLACE, marks),
    )
    assert [row[1] for row in told.rows if "decided" in row[1]] == ["not_decided", "decided"]


def test_links_shorten_contact_and_returns_of_a_department() -> None:
    for factor, returned in ((1, "Mon 11:05:00"), (0.5, "Mon 10:05:00")):
        told = trace(
            quiet(
                {"hazards": unclear(), "mechanisms": {"committees": {"enabled": True, "links": {"fire": factor}}}},
            ),
            Occurs("Mon 09:00:00", "gap", PLACE),
        )
        assert next(row[0] for row in told.rows if row[1] == "returned") == returned
