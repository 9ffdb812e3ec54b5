"""Rules of mechanisms, one by one: their keys, limits and factors, and the corners of what their parameters say."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sim.chance.draws import uniform
from sim.chance.variates import UNIFORM
from sim.language.quantity import Duration, Number
from sim.lifecycle.things import Case, Issue, Station
from sim.mechanisms import (
    assessment,
    density,
    dispatch,
    inspection,
    ledger,
    party_members,
    patrol,
    petitions,
    queueing,
    reporting,
    whistle,
)
from sim.scenario.load import load

TOKEN, KEY = 1 << 20, 77


class Draws:
    """A stream for every purpose, each another."""

    def __getattr__(self, purpose: str) -> int:
        return sum(map(ord, purpose))


def plan(**own: Any) -> Any:
    """A plan whose one distribution gives the draw itself, in thousandths of a second."""
    spread = SimpleNamespace(kind=UNIFORM, a=0.0, b=1e6, c=0.0, first=0, count=0, upto=1.0, working=0)
    return SimpleNamespace(draw=Draws(), variates=[spread], **own)


def drawn(purpose: str, k: int) -> int:
    """Time (ms) that the draw of a purpose gives by that distribution."""
    return int(uniform(getattr(Draws(), purpose), KEY, k) * 1e6 + 0.5)


def case(**own: int) -> Case:
    return Case(key=KEY, token=TOKEN, **own)


TIMES: dict[str, tuple[Callable[[], int], str, int]] = {
    "procedure": (
        lambda: dispatch.procedure_time(plan(), case(attempt=3), 0),
        "procedure", TOKEN + 3,
    ),
    "contact": (lambda: dispatch.contact_time(plan(dispatch=SimpleNamespace(contact=0)), case()), "contact", TOKEN),
    "call back": (
        lambda: ledger.call_back_time(plan(ledger=SimpleNamespace(call_back=0)), case(attempt=2)),
        "call_back", TOKEN + 2,
    ),
    "patience": (
        lambda: reporting.patience(plan(reporting=SimpleNamespace(patience=0)), case(), 4), "patience", TOKEN + 4,
    ),
    "signature": (
        lambda: whistle.sign_time(plan(whistle=SimpleNamespace(sign_after=0)), case(whistles=2), 5),
        "sign", TOKEN + 2 * 64 + 5,
    ),
    "contact with the street": (
        lambda: whistle.whistle_contact_time(plan(whistle=SimpleNamespace(contact_after=0)), case(whistles=3), 5),
        "whistle_contact", TOKEN + 3 * 64 + 5,
    ),
    "a helper's work": (
        lambda: party_members.member_work(plan(), SimpleNamespace(work=0), case(attempt=1)),
        "member_work", TOKEN + 1,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TIMES)
def test_times_are_those_of_their_draw(name: str) -> None:
    time, purpose, k = TIMES[name]
    assert time() == drawn(purpose, k)


def chance(section: str, field: str, probability: float, **further: float) -> Any:
    return plan(**{section: SimpleNamespace(**{field: probability, **further})})


def unhurried(its: Any) -> Any:
    return plan(ledger=SimpleNamespace(**vars(its.ledger), hurried=0.0))


ASKED: dict[str, tuple[str, str, str, int, Callable[[Any], bool]]] = {
    "wrong dispatch": (
        "dispatch", "wrong_unit", "wrong_unit", TOKEN + 2,
        lambda p: dispatch.dispatched_wrongly(p, case(dispatches=2), 1.0),
    ),
    "extension": (
        "dispatch", "extension_asked", "extension", TOKEN, lambda p: dispatch.asks_extension(p, case()),
    ),
    "shelf": ("dispatch", "shelved", "shelved", TOKEN, lambda p: dispatch.is_shelved(p, case())),
    "false claim": (
        "ledger", "false_claims", "claims_false", TOKEN + 2,
        lambda p: ledger.claims_falsely(unhurried(p), case(attempt=2), SimpleNamespace(waiting=9, servers=1)),
    ),
    "desk check": ("ledger", "desk_check", "desk_check", TOKEN + 2, lambda p: ledger.desk_checks(p, case(attempt=2))),
    "check": ("ledger", "checked", "checked", TOKEN + 2, lambda p: ledger.checked_on_site(p, case(attempt=2))),
    "own check": ("ledger", "own_checks", "checker", TOKEN + 2, lambda p: ledger.checked_by_finder(p, case(attempt=2))),
    "reached": ("ledger", "reached", "reached", TOKEN + 2, lambda p: ledger.is_reached(p, case(attempt=2))),
    "paper": (
        "assessment", "paper", "on_paper", TOKEN + 2 + 3 * 64,
        lambda p: assessment.on_paper(p, Station(pressure=1.0), case(attempt=2, overdue=3), 1.0),
    ),
    "audit": ("inspection", "rate", "audited", TOKEN + 2, lambda p: inspection.is_audited(p, case(attempt=2))),
    "part returned": (
        "whistle", "part_returned", "part_returned", TOKEN + 2 * 64 + 5,
        lambda p: whistle.returns_part(p, case(attempt=2), 5, 1.0),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ASKED)
def test_a_chance_is_compared_with_its_own_mark(name: str) -> None:
    section, field, purpose, k, asks = ASKED[name]
    mark = uniform(getattr(Draws(), purpose), KEY, k)
    assert asks(chance(section, field, mark + 1e-9))
    assert not asks(chance(section, field, mark))
    assert not asks(chance(section, field, 0.0))


@pytest.mark.parametrize(("solved", "late", "which"), [(True, False, 0), (True, True, 1), (False, False, 2)])
def test_satisfaction_has_a_chance_for_each_end(solved: bool, late: bool, which: int) -> None:
    mark = uniform(Draws().satisfied, KEY, TOKEN + 1)
    fields = ("satisfied_solved", "satisfied_late", "satisfied_unsolved")
    for further in (1e-9, 0.0):
        chances = {field: mark + further if i == which else 0.0 for i, field in enumerate(fields)}
        rules = plan(ledger=SimpleNamespace(**chances))
        assert ledger.is_satisfied(rules, case(attempt=1), solved, late, 0.0) is (further > 0.0)


@pytest.mark.parametrize(("solved", "late"), [(True, False), (True, True), (False, False)])
@pytest.mark.parametrize(("heard", "chance"), [(0.0, 0.6), (0.25, 0.7), (1.0, 1.0)])
def test_an_answer_satisfies_a_part_of_those_who_would_not_be(
    solved: bool, late: bool, heard: float, chance: float
) -> None:
    """Six in ten are satisfied anyhow; of 4,000 cases, within four and a half standard errors."""
    fields = ("satisfied_solved", "satisfied_late", "satisfied_unsolved")
    rules = plan(ledger=SimpleNamespace(**dict.fromkeys(fields, 0.6)))
    pleased = [ledger.is_satisfied(rules, Case(key=key), solved, late, heard) for key in range(4000)]
    assert np.mean(pleased) == pytest.approx(chance, abs=4.5 * (chance * (1.0 - chance) / 4000) ** 0.5)


def test_a_reporter_petitions_from_a_chase_on_and_once() -> None:
    mark = uniform(Draws().petition, KEY, TOKEN + 3)
    ready = chance("petitions", "probability", mark + 1e-9, after=3)
    assert petitions.petitions(ready, case(chased=3))
    assert not petitions.petitions(ready, case(chased=3, petitioned=1))
    assert not petitions.petitions(chance("petitions", "probability", mark, after=3), case(chased=3))
    certain = chance("petitions", "probability", 1.0, after=3)
    assert [petitions.petitions(certain, case(chased=chased)) for chased in (1, 2, 3, 4)] == [False, False, True, True]


def test_a_district_with_one_unit_makes_no_mistakes() -> None:
    assert dispatch.wrong_unit(plan(base_units=1), case(), 0) == 0
    assert dispatch.wrong_unit(plan(base_units=2), case(), 0) == 1


def test_meetings_are_come_to_by_chance_until_escalated() -> None:
    rules = plan(whistle=SimpleNamespace(attempts=2))
    mark = uniform(Draws().comes, KEY, TOKEN + 64 + 3)
    assert whistle.comes_to_meeting(rules, case(whistles=1), 3, mark * 1.001)
    assert not whistle.comes_to_meeting(rules, case(whistles=1), 3, mark)
    assert whistle.comes_to_meeting(rules, case(whistles=3), 3, 0.0)


def test_fatigue_keeps_away_a_part_of_those_who_would_come() -> None:
    def willing(load: float, most: float) -> float:
        tiring = SimpleNamespace(comes=0.8, fatigue=0.5, fatigue_most=most, fatigue_memory=100.0)
        return whistle.willing(plan(whistle=tiring), Station(load=load), 0)

    assert willing(0.0, 1.0) == 0.8
    assert willing(2.0, 1.0) == pytest.approx(0.4)
    assert willing(1e12, 0.75) == pytest.approx(0.2)
    fading = plan(whistle=SimpleNamespace(fatigue_memory=100.0))
    assert whistle.faded_load(fading, Station(load=2.0), 100) == pytest.approx(2.0 / np.e)


@pytest.mark.parametrize(
    ("odometer", "reading"),
    [(0, 300), (299, 300), (300, 1300), (1299, 1300), (1300, 2300), (-1, 300), (-701, -700), (-700, 300)],
)
def test_the_next_pass_of_a_place(odometer: int, reading: int) -> None:
    assert patrol.next_reading(odometer, 300, 1000, 1) == reading
    assert patrol.next_reading(odometer, 300, 1000, 3) == reading + 2000


def test_passes_that_see_are_geometric_and_bounded() -> None:
    passes = [patrol.pass_that_sees(plan(), key, 0, 0.25) for key in range(4000)]
    assert min(passes) == 1 and np.mean(passes) == pytest.approx(4.0, abs=4.5 * 12**0.5 / 4000**0.5)
    assert patrol.pass_that_sees(plan(), 1, 0, 1.0) == 1
    assert patrol.pass_that_sees(plan(), 1, 0, 1e-12) == patrol.PASS_LIMIT


def test_paces_have_mean_one_and_the_spread_asked_for() -> None:
    rules = plan(queueing=SimpleNamespace(skill_cv=0.5))
    paces = np.array([queueing.pace(rules, key) for key in range(4000)])
    assert paces.mean() == pytest.approx(1.0, abs=4.5 * 0.5 / 4000**0.5)
    assert paces.std() == pytest.approx(0.5, rel=0.15)
    assert queueing.pace(plan(queueing=SimpleNamespace(skill_cv=0.0)), 3) == 1.0


@pytest.mark.parametrize("rank", [0, 4, 9])
def test_reporters_live_in_the_community(rank: int) -> None:
    rules = plan(reporting=SimpleNamespace(neighbourhood=6.0))
    area = SimpleNamespace(homes=10)
    homes = [reporting.reporter_household(rules, area, Issue(key=key), rank, 0) for key in range(2000)]
    assert set(homes) == set(range(10))
    assert np.bincount(homes).argmax() == rank


def test_a_report_follows_trust_habit_and_whether_somebody_reported() -> None:
    mark = uniform(Draws().reports, 5, 2)
    rules = {"trust_slope": 1.0, "trust_mean": 0.5, "after_first": 0.5, "highest": 2.0}
    rules |= {"neighbours_slope": 0.5, "after_fix": 1.5}
    person = SimpleNamespace(trust=0.5, inclination=2.0 * mark * 1.001, helped=0)
    told = plan(reporting=SimpleNamespace(**rules))
    assert reporting.accepts_to_report(told, Issue(key=5), person, person.trust, 0.0, 1.0, 2)
    assert not reporting.accepts_to_report(told, Issue(key=5, told=1), person, person.trust, 0.0, 1.0, 2)
    assert not reporting.accepts_to_report(told, Issue(key=5), person, person.trust, -0.1, 1.0, 2)
    person.trust = 0.4
    assert not reporting.accepts_to_report(told, Issue(key=5), person, person.trust, 0.0, 1.0, 2)
    assert reporting.accepts_to_report(told, Issue(key=5), person, person.trust, 0.23, 1.0, 2), "0.9 x 1.115 is above 1"
    person.helped = 1
    assert reporting.accepts_to_report(told, Issue(key=5), person, person.trust, 0.0, 1.0, 2), "0.9 x 1.5 is above 1"
    person.inclination /= 1.5
    assert not reporting.accepts_to_report(told, Issue(key=5), person, person.trust, 0.0, 1.0, 2), "0.9 is not"
    assert reporting.trust_after(plan(reporting=SimpleNamespace(trust_gain=0.5, trust_loss=0.5)), 0.4, True, 1.0) == 0.7
    assert (
        reporting.trust_after(plan(reporting=SimpleNamespace(trust_gain=0.5, trust_loss=0.5)), 0.4, False, 1.0) == 0.2
    )
    assert (
        reporting.trust_after(plan(reporting=SimpleNamespace(trust_gain=0.5, trust_loss=0.5)), 0.4, False, 0.0) == 0.4
    )


def test_familiarity_is_neutral_at_its_reference() -> None:
    assert density.familiarity_factor(density.REFERENCE_HOUSEHOLDS, 0.4) == pytest.approx(1.0)
    assert density.familiarity_factor(density.REFERENCE_HOUSEHOLDS / 4, 0.5) == pytest.approx(2.0)
    assert density.familiarity_factor(0.0, 0.5) == density.familiarity_factor(10.0, 0.0) == 1.0


# -- parameters ------------------------------------------------------------------------------------------------------


def test_switched_off_sections_say_nothing() -> None:
    sets = [
        "mechanisms.density.enabled=false", "mechanisms.density.cover=1", "mechanisms.density.familiarity=0.4",
        "mechanisms.density.split=same_round", "mechanisms.party_members.enabled=false",
    ]  # fmt: skip
    mechanisms = load("village-square", sets).scenario.mechanisms
    assert (mechanisms.density.covered(), mechanisms.density.exponent()) == (0.0, 0.0)
    assert not mechanisms.density.shares_round()
    assert mechanisms.party_members.active_members() == 0.0


def test_what_was_begun_goes_first_only_where_that_is_asked_for() -> None:
    section = load("village-square").scenario.mechanisms.queueing
    assert not section.begun_first
    assert queueing.rank(plan(queueing=SimpleNamespace(begun_first=0, ageing=10)), 100, 3, True) == 130
    assert queueing.rank(plan(queueing=SimpleNamespace(begun_first=1, ageing=10)), 100, 1, True) == 110


def test_members_may_be_all_residents() -> None:
    residents = load("village-square").scenario.population.residents.value
    scenario = load("village-square", [f"mechanisms.party_members.members={residents}"]).scenario
    assert not list(party_members.members_are_residents(scenario))


@pytest.mark.parametrize(("enabled", "wrong", "faults"), [(True, 0.1, 2), (True, 0.0, 0), (False, 0.1, 0)])
def test_returns_must_take_time_only_where_a_unit_can_be_wrong(enabled: bool, wrong: float, faults: int) -> None:
    at_once = {"return_after": Duration.of(0), "return_limit": Duration.of(0)}
    section = SimpleNamespace(enabled=enabled, wrong_unit=SimpleNamespace(value=wrong), **at_once)
    scenario = SimpleNamespace(mechanisms=SimpleNamespace(dispatch=section))
    assert len(list(dispatch.returns_take_time(scenario))) == faults


def joint(attempts: int, hold: float, **own: Any) -> Any:
    """A scenario with one hazard that may be joint and one that is not, as far as the check looks at it."""
    section = {"enabled": True, "way": "whistle", "for_overdue": False, **own}
    quantities = {"attempts": SimpleNamespace(value=attempts), "hold": SimpleNamespace(value=hold)}
    share = SimpleNamespace(share=SimpleNamespace(value=own.pop("share", 0.5)))
    section.pop("share", None)
    return SimpleNamespace(
        mechanisms=SimpleNamespace(whistle=SimpleNamespace(**section, **quantities)),
        hazards={"wall": SimpleNamespace(joint=share), "litter": SimpleNamespace(joint=None)},
    )


@pytest.mark.parametrize(
    ("scenario", "faults"),
    [
        (joint(1, 60_000.0), 0),
        (joint(0, 60_000.0), 1),
        (joint(0, 59_999.0), 2),
        (joint(0, 0.0, enabled=False), 0),
        (joint(0, 0.0, way="lead"), 0),
        (joint(0, 0.0, share=0.0), 0),
        (joint(0, 0.0, share=0.0, for_overdue=True), 2),
        (joint(0, 0.0, share=1.0), 2),
    ],
)
def test_whistles_end_where_they_are_blown(scenario: Any, faults: int) -> None:
    assert len(list(whistle.whistles_end(scenario))) == faults


def reporters(
    reports: float,
    highest: float,
    *,
    slope: float = 0.0,
    at_once: bool = False,
    on: bool = True,
    ratio: Any = None,
    heard: Any = None,
) -> Any:
    section = SimpleNamespace(
        enabled=on,
        highest_factor=lambda scenario: highest,
        trust_slope=SimpleNamespace(value=slope),
        neighbours=heard,
    )
    hazard = SimpleNamespace(
        reports=SimpleNamespace(value=reports), noticed=SimpleNamespace(value=10.0), at_once=at_once
    )
    return SimpleNamespace(
        mechanisms=SimpleNamespace(reporting=section),
        hazards={"noise": hazard},
        population=SimpleNamespace(trust=SimpleNamespace(mean=lambda: 0.5), inclination_ratio=ratio),
    )


@pytest.mark.parametrize(
    ("scenario", "faults"),
    [
        (reporters(0.5, 2.0), 0),
        (reporters(0.5, 2.1), 1),
        (reporters(0.5, 1.0, ratio=Number.of(2.1)), 1),
        (reporters(0.5, 2.1, at_once=True), 0),
        (reporters(0.5, 2.1, on=False), 0),
        (reporters(0.5, float("inf")), 0),
        (reporters(0.5, 1e4), 2),
    ],
)
def test_reports_stay_probabilities(scenario: Any, faults: int) -> None:
    assert len(list(reporting.reports_stay_probabilities(scenario))) == faults


@pytest.mark.parametrize(("slope", "faults"), [(0.0, 0), (2.0, 0), (2.1, 1)])
def test_reports_are_not_forbidden_by_lack_of_trust(slope: float, faults: int) -> None:
    heard = SimpleNamespace(slope=SimpleNamespace(value=slope))
    for scenario in (reporters(0.1, 1.0, slope=slope), reporters(0.1, 1.0, heard=heard)):
        assert len(list(reporting.trust_never_forbids_reports(scenario))) == faults


@pytest.mark.parametrize(
    ("waiting", "servers", "chance"), [(0, 1, 0.2), (1, 1, 0.4), (3, 1, 0.5), (4, 4, 0.4), (2, 0, 0.2 + 0.8 / 3)]
)
def test_a_line_makes_claims_false(waiting: int, servers: int, chance: float) -> None:
    """0.2 and, of the rest, half x w / (1 + w)."""
    its = plan(ledger=SimpleNamespace(false_claims=0.2, hurried=0.5))
    assert ledger.false_claims(its, SimpleNamespace(waiting=waiting, servers=servers)) == pytest.approx(chance)
