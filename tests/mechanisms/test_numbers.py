"""Numbers that rules read: neutral where nothing is said or a mechanism is off, and what was written where it is on."""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest

from sim.chance.distribution_table import NONE, DistributionTable
from sim.kinds import NEVER, NOBODY
from sim.language.quantity import Number, Share, Whole
from sim.lifecycle.things import Case, Issue
from sim.mechanisms import emergencies, inspection
from sim.mechanisms.assessment import Assessment
from sim.mechanisms.contract import Lowered
from sim.mechanisms.emergencies import Emergencies
from sim.mechanisms.explanation import Explanation
from sim.mechanisms.inspection import Inspection
from sim.mechanisms.petitions import Petitions
from sim.mechanisms.queueing import EMERGENCY, URGENT
from sim.mechanisms.reporting import Neighbours
from sim.scenario.load import load
from tests.mechanisms.test_rules import plan

NEUTRAL: dict[Any, Lowered] = {
    Assessment: {
        "weight": 0.0, "start": 0.0, "target": NOBODY, "margin": 0, "of_due": 1,
        "on_time": 1.0, "said_solved": 0.0, "satisfied": 0.0,  # on time alone is scored
        "effort": 0.0, "keeps": 1.0, "paper": 0.0, "silent": 0.0, "quota": NONE, "trifles": 1.0, "slack": 1.0,
    },
    Emergencies: {
        "noticed": 1.0, "travel": 1.0, "any_hour": 0, "interrupts": 0, "comes": -1.0,
        **dict.fromkeys(("registration", "diagnosis", "procedure", "return_after", "call_out", "securing"), NONE),
    },
    Explanation: {"heard": 0.0, "trust_loss": 1.0},
    Inspection: {"rate": 0.0, "dares": 1.0, "feeds": 0.0},
    Petitions: {"probability": 0.0},
}  # fmt: skip
"""Of mechanisms that may be left out, what switching them on and saying nothing more does: nothing."""


def numbers(section: type[Any], **said: Any) -> Lowered:
    """What rules read of a mechanism that is on, with these parameters."""
    lowered: Lowered = section.model_validate({"enabled": True, **said}).lower(DistributionTable(), None)
    return lowered


@pytest.mark.parametrize("section", NEUTRAL, ids=lambda section: section.__name__)
def test_what_is_not_said_is_neutral(section: type[Any]) -> None:
    lowered = numbers(section)
    assert {name: lowered[name] for name in NEUTRAL[section]} == NEUTRAL[section]


BOLD: dict[Any, dict[str, Any]] = {
    Assessment: {"weight": 1, "start": 1, "quota": 9},
    Emergencies: {
        "noticed": 2, "travel": 0.5, "any_hour": True, "interrupts": True, "comes": 1,
        **dict.fromkeys(("registration", "diagnosis", "procedure", "return_after", "call_out", "securing"), "1 min"),
    },
    Explanation: {"dissatisfied": 0, "trust_loss": 0},
    Inspection: {"rate": 1, "crews": 3, "deters": 1},
    Petitions: {"probability": 1},
}  # fmt: skip


@pytest.mark.parametrize("section", BOLD, ids=lambda section: section.__name__)
def test_what_is_switched_off_is_neutral_whatever_is_said(section: type[Any]) -> None:
    on, off = numbers(section, **BOLD[section]), numbers(section, **BOLD[section], enabled=False)
    for name in set(NEUTRAL[section]) & {"heard" if name == "dissatisfied" else name for name in BOLD[section]}:
        assert off[name] == NEUTRAL[section][name] != on[name], name


@cache
def preset() -> Any:
    return load("village-square").scenario


def renumbered(section: str, **said: Any) -> Lowered:
    """What rules read of a mechanism of the preset, with these parameters."""
    its: Lowered = getattr(preset().mechanisms, section).model_copy(update=said).lower(DistributionTable(), preset())
    return its


@pytest.mark.parametrize(
    ("section", "said", "zero"),
    [
        ("dispatch", dict.fromkeys(("wrong_unit", "extension_asked", "shelved"), Share.of(0.1)), ("verifies",)),
        ("ledger", dict.fromkeys(("false_claims", "hurried", "checked", "desk_check", "reached"), Share.of(0.5)), ()),
        (
            "queueing",
            {"skill_cv": Number.of(1), "crew_cv": Number.of(1), "begun_first": True, "in_hand": "overtime"},
            ("ageing", "goes_on", "after_hours"),
        ),
        ("queueing", {"in_hand": "handed_over"}, ("hands_over",)),
        ("whistle", {"for_overdue": True}, ()),
    ],
)
def test_the_first_mechanisms_are_neutral_where_they_are_off(
    section: str, said: dict[str, Any], zero: tuple[str, ...]
) -> None:
    on, off = renumbered(section, **said), renumbered(section, **said, enabled=False)
    for name in (*zero, *(name for name in said if name != "in_hand")):
        assert on[name] != 0 == off[name], name


@pytest.mark.parametrize(
    ("in_hand", "goes_on", "after_hours", "hands_over"),
    [("stops", 0, 0, 0), ("goes_on", 1, 0, 0), ("overtime", 1, 1, 0), ("handed_over", 0, 0, 1)],
)
def test_what_happens_to_work_in_hand(in_hand: str, goes_on: int, after_hours: int, hands_over: int) -> None:
    its = renumbered("queueing", in_hand=in_hand)
    assert (its["goes_on"], its["after_hours"], its["hands_over"]) == (goes_on, after_hours, hands_over)


@pytest.mark.parametrize(("said", "after"), [(Whole.of(2), 2), (None, NEVER)])
def test_departments_meet_in_agreed_hours_only_where_that_is_said(said: Whole | None, after: int) -> None:
    assert renumbered("whistle", agreed_after=said)["agreed_after"] == after


def test_neighbours_are_heard_only_where_that_is_said() -> None:
    heard = Neighbours(gain=Share.of(0.1), slope=Number.of(0.6))
    said = renumbered("reporting", neighbours=heard, after_fix=None)
    assert (said["neighbours_gain"], said["neighbours_slope"]) == (0.1, 0.6)
    unsaid = renumbered("reporting", neighbours=None, company=None, regulars=None, after_fix=None)
    names = ("neighbours_gain", "neighbours_slope", "soon", "regulars", "after_fix")
    assert [unsaid[name] for name in names] == [0.0, 0.0, 0.0, 0.0, 1.0]
    room = 1.0 - preset().population.trust.mean()
    assert said["highest"] / unsaid["highest"] == pytest.approx(1.0 + 0.6 * room), "where all trust their neighbours"


# -- what is said, in the units of rules -----------------------------------------------------------------------------


def test_pressure_at_the_start_is_a_part_of_the_weight() -> None:
    its = numbers(Assessment, weight=0.5, start=0.4, target="93 %", margin="2 %", scale="5 %", paper=0.8, audit=0.25)
    assert (its["weight"], its["start"]) == (0.5, 0.2)
    assert (its["target"], its["margin"], its["scale"]) == (930, 20, 50), "per mille, like scores"
    assert its["paper"] == pytest.approx(0.6), "what units believe to be audited they do not dare"


@pytest.mark.parametrize(("fades", "keeps"), [("730 h", 0.5), ("365 h", 0.25), ("1460 h", 0.5**0.5), ("0 h", 1.0)])
def test_effort_wears_off_by_half_lives_in_a_month_of_730_hours(fades: str, keeps: float) -> None:
    assert numbers(Assessment, fades=fades)["keeps"] == pytest.approx(keeps)


def test_forms_take_hours_by_the_weight_of_the_assessment() -> None:
    said: dict[str, Any] = {"weight": 0.5, "paperwork": "1 h"}
    assert Assessment.model_validate({"enabled": True, **said}).forms_ms() == 1_800_000
    assert Assessment.model_validate(said).forms_ms() == 0


def test_auditors_deter_by_the_share_that_they_look_at() -> None:
    said: dict[str, Any] = {"rate": 0.4, "deters": 0.5, "feeds": 0.75}
    its = numbers(Inspection, crews=2, **said)
    assert (its["rate"], its["dares"], its["feeds"]) == (0.4, 0.8, 0.75)
    assert (numbers(Inspection, **said)["rate"], numbers(Inspection, **said)["dares"]) == (0.0, 1.0), "nobody looks"
    assert numbers(Inspection, crews=2)["rate"] == 0.0, "they are sent nothing"
    assert numbers(Inspection, crews=2, rate=0.4)["dares"] == 1.0, "nobody believes in them"


@pytest.mark.parametrize(
    ("said", "yuan"),
    [
        ({"enabled": True, "crews": 3, "cost": "200000 yuan"}, 600_000.0),
        ({"enabled": True, "crews": 3}, 0.0),
        ({"crews": 3, "cost": "200000 yuan"}, 0.0),
    ],
)
def test_auditors_cost_by_the_crew(said: dict[str, Any], yuan: float) -> None:
    mechanisms = SimpleNamespace(inspection=Inspection.model_validate(said))
    assert inspection.yearly_cost(SimpleNamespace(mechanisms=mechanisms)) == yuan


# -- emergencies -----------------------------------------------------------------------------------------------------


def lowered_emergencies(**said: Any) -> Any:
    return SimpleNamespace(**numbers(Emergencies, **said))


@pytest.mark.parametrize(("comes", "urgent", "chance"), [(0.9, 0, 0.9), (0, 0, 0.0), (None, 0, 0.3), (0.9, 1, 0.3)])
def test_who_comes_to_an_emergency_is_said_apart_or_as_for_others(
    comes: float | None, urgent: int, chance: float
) -> None:
    """Where a tired department would come with probability 0.3."""
    rules = plan(emergencies=lowered_emergencies(comes=comes))
    assert emergencies.willing(rules, Case(priority=URGENT if urgent else EMERGENCY), 0.3) == chance


def test_only_an_emergency_goes_straight_in_haste_and_calls_hands_from_other_work() -> None:
    rules = plan(emergencies=lowered_emergencies(travel=0.5, interrupts=True, noticed=3))
    danger, other = Case(priority=EMERGENCY), Case(priority=URGENT)
    assert [emergencies.goes_straight(rules, case) for case in (danger, other)] == [True, False]
    assert [emergencies.haste(rules, case) for case in (danger, other)] == [0.5, 1.0]
    assert [emergencies.interrupts(rules, case) for case in (danger, other)] == [True, False]
    assert [emergencies.noticed_more(rules, Issue(dangerous=dangerous)) for dangerous in (1, 0)] == [3.0, 1.0]


def test_a_time_of_its_own_is_that_of_emergencies_alone() -> None:
    assert emergencies.own_time(Case(priority=EMERGENCY), 7, 2) == 7
    assert emergencies.own_time(Case(priority=EMERGENCY), 0, 2) == 0
    assert emergencies.own_time(Case(priority=EMERGENCY), NONE, 2) == 2
    assert emergencies.own_time(Case(priority=URGENT), 7, 2) == 2
