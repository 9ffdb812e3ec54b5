"""Oversight of closed cases: auditors, petitions, what nobody can solve, and what an explained answer changes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.traces.tracing import FOUND, PLACE, REPORTED, Draw, Occurs, hazard, merged, quiet, trace

FALSE_ONCE = (Draw("claims_false", REPORTED, 0.0, 0.5), Draw("claims_false", REPORTED + 1, 0.5, 1.0))
FOUND_FALSE_ONCE = (Draw("claims_false", FOUND, 0.0, 0.5), Draw("claims_false", FOUND + 1, 0.5, 1.0))
AUDITED = {"enabled": True, "rate": 1, "crews": 1, "roster": "always", "trip": "20 min", "work": "10 min"}


def square(mechanisms: dict[str, Any], **own: Any) -> dict[str, Any]:
    return quiet({"hazards": {"litter": hazard("sweepers", "30 min", **own)}, "mechanisms": mechanisms})


def test_auditors_open_again_what_they_find_untrue() -> None:
    told = trace(
        square({"ledger": {"false_claims": 0.5}, "inspection": AUDITED}),
        Occurs("Mon 09:00:00", "litter", PLACE, FALSE_ONCE),
    )
    assert told.rows[8:] == [
        ("Mon 09:45:00", "claimed_done", "0", "street 0", 0),
        ("Mon 09:45:00", "closed", "0", "street 0", 0),
        ("Mon 09:45:00", "set_out", "0", "auditors", "audit"),
        ("Mon 10:05:00", "arrived", "0", "auditors", "audit"),
        ("Mon 10:15:00", "audited", "0", "auditors", 0),
        ("Mon 10:15:00", "reopened", "0", "street 0", 0),
        ("Mon 10:15:00", "queued", "0", "street 0", "sweepers"),
        ("Mon 10:15:00", "set_out", "0", "sweepers", "handle"),
        ("Mon 10:25:00", "arrived", "0", "sweepers", "handle"),
        ("Mon 10:55:00", "claimed_done", "0", "street 0", 1),
        ("Mon 10:55:00", "closed", "0", "street 0", 1),
        ("Mon 10:55:00", "set_out", "0", "auditors", "audit"),
        ("Mon 11:15:00", "arrived", "0", "auditors", "audit"),
        ("Mon 11:25:00", "audited", "0", "auditors", 1),
    ]
    case = told.cases[0]
    assert (case["audited"], case["found_untrue"], case["reopened"], case["state"]) == (1, 1, 1, "closed")
    assert told.hours["auditors"]["busy"] == "1:00:00"


def test_what_a_patrol_found_is_opened_again_though_nobody_waits_for_it() -> None:
    patrol = {"target": "7.5 h", "keep": "7.5 h"}
    told = trace(
        square(
            {"ledger": {"false_claims": 0.5}, "inspection": {**AUDITED, "trip": "1 min"}, "patrol": patrol},
            at_once=False,
            seen_per_pass=1,
        ),
        Occurs("Mon 09:00:00", "litter", PLACE, FOUND_FALSE_ONCE),
    )
    assert (told.cases[0]["reopened"], told.cases[0]["chased"], told.issues["a"]["fixed_by"]) == (1, 0, "street")


def test_a_reporter_petitions_once_from_the_second_chase_on_and_goes_first() -> None:
    """Patience lasts an hour and the crew is away till 15:15: chases from 11:00 on, and one petition."""
    petitions = {"enabled": True, "after": 2, "probability": 1}
    told = trace(
        merged(
            square({"petitions": petitions, "reporting": {"patience": "1 h"}}),
            {"hazards": {"long": hazard("sweepers", "6 h")}},
        ),
        Occurs("Mon 09:00:00", "long", PLACE),
        Occurs("Mon 09:30:00", "litter", PLACE),
        Occurs("Mon 10:00:00", "litter", 1),
    )
    asks = [(row[0], row[1], row[4]) for row in told.rows if row[2] == "1" and row[1] in ("chased", "petitioned")]
    assert asks[:4] == [
        ("Mon 10:30:00", "chased", 1),
        ("Mon 11:30:00", "chased", 2),
        ("Mon 11:30:00", "petitioned", 2),
        ("Mon 12:30:00", "chased", 3),
    ]
    assert [case["petitioned"] for case in told.cases[1:]] == [1, 1]


UNSOLVABLE = (Draw("unsolvable", 0, 0.0, 0.5),)


@pytest.mark.parametrize(("attempts", "claims"), [(1, 1), (2, 2), (3, 3)])
def test_what_nobody_can_solve_is_closed_for_good_after_so_many_attempts(attempts: int, claims: int) -> None:
    told = trace(
        {
            "hazards": {"litter": hazard("sweepers", "30 min", unsolvable=0.5)},
            "mechanisms": {"petitions": {"attempts": attempts}},
        },
        Occurs("Mon 09:00:00", "litter", PLACE, UNSOLVABLE),
    )
    assert [row[4] for row in told.rows if row[1] == "claimed_done"] == [0] * claims
    assert (told.cases[0]["state"], told.cases[0]["said_solved"], told.issues["a"]["state"]) == ("closed", 0, "open")


@pytest.mark.parametrize(("dissatisfied", "satisfied"), [(1, 0), (0, 1)])
def test_an_explained_answer_satisfies_and_costs_minutes_and_less_trust(dissatisfied: int, satisfied: int) -> None:
    """Unsolved, nobody is satisfied; trust 0.5 loses half of itself, or a quarter of that once."""
    explanation = {"enabled": True, "dissatisfied": dissatisfied, "trust_loss": 0.5, "minutes": "10 min"}
    told = trace(
        {
            "hazards": {"litter": hazard("sweepers", "30 min", unsolvable=0.5)},
            "mechanisms": {"petitions": {"attempts": 1}, "explanation": explanation},
        },
        Occurs("Mon 09:00:00", "litter", PLACE, UNSOLVABLE),
    )
    assert [row[0] for row in told.rows if row[1] == "claimed_done"] == ["Mon 09:55:00"]
    assert (told.cases[0]["satisfied"], told.cases[0]["said_solved"]) == (satisfied, 0)
    assert told.trust == (1, 0.5, 0.375)
