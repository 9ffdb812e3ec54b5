"""Property companies: asked first, they settle a matter, fail, or take too long."""

from __future__ import annotations

from typing import Any

from tests.traces.tracing import HOME, ONE, OTHER, PLACE, Draw, Occurs, hazard, quiet, trace


def estate(unit: str = "community", **own: Any) -> dict[str, Any]:
    return {"estate": hazard(unit, "30 min", **own)}


def parties(**own: Any) -> dict[str, Any]:
    plain = {"hazards": ["estate"], "covered": 1, "asks_first": 1, "roster": "always", "estates": 1, "meetings": "0 h"}
    return {"property": {"enabled": True, **plain, **own}}


def test_what_the_company_fixes_is_never_on_file() -> None:
    told = trace(
        quiet({"hazards": estate(), "mechanisms": parties(trip="10 min")}), Occurs("Mon 09:00:00", "estate", PLACE)
    )
    assert told.rows == [
        ("Mon 09:00:00", "occurred", "a", "world", PLACE),
        ("Mon 09:00:00", "asked_company", "0", "resident 0", 1),
        ("Mon 09:00:00", "set_out", "0", "company", "outside"),
        ("Mon 09:10:00", "arrived", "0", "company", "outside"),
        ("Mon 09:40:00", "settled", "0", "companies 0", "0:40:00"),
    ]
    case, issue = told.cases[0], told.issues["a"]
    assert (case["state"], case["asked"], case["registered"]) == ("settled", "Mon 09:00:00", "-")
    assert (issue["fixed_by"], issue["reports"], issue["asks"]) == ("company", 0, 1)
    assert told.trust[2] > told.trust[1]


def test_what_it_does_not_fix_is_reported_at_once_and_trust_is_lost() -> None:
    told = trace(quiet({"hazards": estate(), "mechanisms": parties(fixes=0)}), Occurs("Mon 09:00:00", "estate", PLACE))
    assert told.rows[3:6] == [
        ("Mon 09:00:00", "arrived", "0", "company", "outside"),
        ("Mon 09:30:00", "reported", "0", "resident 0", 0),
        ("Mon 09:35:00", "registered", "0", "desk 0", "240:00:00"),
    ]
    case = told.cases[0]
    assert (case["asked"], case["reported"], case["state"]) == ("Mon 09:00:00", "Mon 09:30:00", "closed")
    assert (told.issues["a"]["fixed_by"], told.issues["a"]["reports"]) == ("community", 1)


def test_who_waits_too_long_reports_it_after_all() -> None:
    told = trace(
        quiet({"hazards": estate(), "mechanisms": parties(crews=0, gives_up="2 h")}),
        Occurs("Mon 09:00:00", "estate", PLACE),
    )
    assert [row[:3] for row in told.rows[1:4]] == [
        ("Mon 09:00:00", "asked_company", "0"),
        ("Mon 11:00:00", "reported", "0"),
        ("Mon 11:05:00", "registered", "0"),
    ]


def test_what_needs_departments_is_beyond_a_company_and_danger_is_reported_at_once() -> None:
    joint = {"share": 1, "departments": {2: 1}, "among": ["fire", "police"], "work": "1 h", "hard": False}
    wall = trace(
        quiet({"hazards": estate("fire", joint=joint), "mechanisms": parties()}),
        Occurs("Mon 09:00:00", "estate", PLACE),
    )
    assert [row[1] for row in wall.rows[1:5]] == ["asked_company", "set_out", "arrived", "reported"]
    first = {"emergencies": {"enabled": True}, **parties()}
    fire = trace(quiet({"hazards": estate(dangerous=1), "mechanisms": first}), Occurs("Mon 09:00:00", "estate", PLACE))
    assert "asked_company" not in [row[1] for row in fire.rows]


def test_sites_are_covered_by_a_mark_of_their_own_and_asking_by_one_of_the_issue() -> None:
    half = parties(asks_first=0.5)
    for mark, asked in ((ONE, True), (OTHER, False)):
        told = trace(
            quiet({"hazards": estate(), "mechanisms": half}),
            Occurs("Mon 09:00:00", "estate", PLACE, (Draw("asks_first", 0, *mark),)),
        )
        assert (told.rows[1][1] == "asked_company") is asked


def test_the_desk_has_less_to_coordinate_where_a_site_is_covered() -> None:
    for covered, done in ((1, "Mon 09:24:00"), (0, "Mon 09:45:00")):
        own = parties(covered=covered, asks_first=0, coordination=0.3)
        told = trace(
            quiet({"hazards": estate(place="home"), "mechanisms": own}), Occurs("Mon 09:00:00", "estate", HOME)
        )
        assert told.cases[0]["claimed"] == done
