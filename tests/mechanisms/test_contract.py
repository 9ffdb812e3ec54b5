"""Every mechanism keeps the contract: it says what it is, where it comes from and whom it costs, and is neutral if off.

That neutral sections leave the logs as they are is held by the golden logs, whose scenarios do not name them.
"""

from __future__ import annotations

import inspect
import sys
from dataclasses import replace
from functools import cache
from pkgutil import walk_packages
from types import SimpleNamespace

import numpy as np
import pytest
from pydantic import ValidationError

from sim.chance.distribution_table import DistributionTable
from sim.kinds import Performer, Source
from sim.language.quantity import Duration, Share
from sim.language.units import HOUR_MS
from sim.lifecycle.things import Issue
from sim.measures.catalogue import MEASURES
from sim.measures.eyes import channels
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Evidence, Mechanism, is_on
from sim.mechanisms.eyes.channel import FindingChannel, Places, finding_rate
from sim.record.activities import ACTIVITIES
from sim.scenario.load import load
from sim.scenario.models import Mechanisms, Scenario
from sim.scenario.presets import preset_folder
from tests.mechanisms.specimen import place_of, specimens, with_specimen

SECTIONS = [mechanism.section for mechanism in MECHANISMS]

each_mechanism = pytest.mark.parametrize("mechanism", MECHANISMS, ids=SECTIONS)


@cache
def presets() -> list[Scenario]:
    return [load(file.stem).scenario for file in sorted(preset_folder().glob("*.yaml"))]


def off(mechanism: Mechanism) -> str:
    return f"mechanisms.{mechanism.section}.enabled=false"


def test_each_mechanism_has_a_specimen() -> None:
    """Without one it is not tried: see `Specimen` for what to write into it, and a neighbour's."""
    missing = [place_of(mechanism).replace(".", "/") for mechanism in MECHANISMS if mechanism not in with_specimen()]
    assert not missing, f"add {', '.join(f'{place}.py' for place in missing)} with SPECIMEN = Specimen(...)"


def test_each_specimen_is_of_a_mechanism() -> None:
    import tests.mechanisms.specimens as folder

    files = {module.name for module in walk_packages(folder.__path__, f"{folder.__name__}.") if not module.ispkg}
    assert files - {place_of(mechanism) for mechanism in MECHANISMS} == set()


def test_sections_codes_draws_and_activities_are_distinct() -> None:
    draws = [name for mechanism in MECHANISMS for name in mechanism.draws.run + mechanism.draws.territory]
    names = [activity.name for activity in ACTIVITIES]
    codes = [mechanism.code for mechanism in MECHANISMS]
    for words in (SECTIONS, codes, draws, names):
        assert len(set(words)) == len(words)


@each_mechanism
def test_it_says_where_it_comes_from_and_whom_it_costs(mechanism: Mechanism) -> None:
    text = inspect.cleandoc(sys.modules[mechanism.parameters.__module__].__doc__ or "")
    assert text.startswith(mechanism.code)
    assert "Sources:" in text and "Side effects:" in text
    assert mechanism.evidence in Evidence


@each_mechanism
def test_it_can_be_switched_off_and_every_number_has_a_meaning(mechanism: Mechanism) -> None:
    fields = mechanism.parameters.model_fields
    assert fields["enabled"].annotation is bool
    nested = {name for name, field in fields.items() if hasattr(field.annotation, "model_fields")}
    assert all(field.description for name, field in fields.items() if name not in nested)


@each_mechanism
def test_it_says_which_measures_its_parameters_put_in(mechanism: Mechanism) -> None:
    """Names that exist; and who takes cases over, keeps issues from occurring or acts at a find puts that in."""
    for path, measures in mechanism.puts_in.items():
        assert path.split(".")[0] in mechanism.parameters.model_fields
        assert path != "enabled" and measures
        assert set(measures) <= set(MEASURES)
    counted = {measure for measures in mechanism.puts_in.values() for measure in measures}
    assert not mechanism.authority or "taken_over_share" in counted
    assert not mechanism.removals or "issues_per_year" in counted
    assert not mechanism.eyes or any(measure.name in counted for measure in channels.MEASURES)


@each_mechanism
def test_it_names_the_measures_that_say_most(mechanism: Mechanism) -> None:
    assert mechanism.headline and set(mechanism.headline) <= set(MEASURES)
    assert len(set(mechanism.headline)) == len(mechanism.headline)


@pytest.mark.parametrize("mechanism", with_specimen(), ids=lambda mechanism: mechanism.section)
def test_what_it_compares_with_a_mark_is_put_in_or_said_to_come_out(mechanism: Mechanism) -> None:
    """Every share is a probability, which is declared, or a part of hours, crews or helpers, as its specimen says."""
    fields = mechanism.parameters.model_fields.items()
    shares = {name for name, field in fields if field.annotation in (Share, Share | None)}
    come_out = specimens()[mechanism.section].comes_out
    assert come_out <= shares
    assert not come_out & set(mechanism.puts_in)
    assert shares == come_out | (shares & set(mechanism.puts_in))


@each_mechanism
def test_a_new_one_is_off_and_neutral_unless_a_scenario_names_it(mechanism: Mechanism) -> None:
    """The first eight have numbers that every scenario must give; all others may be left out."""
    if mechanism.required:
        with pytest.raises(ValidationError):
            mechanism.parameters()
    else:
        assert not mechanism.parameters().enabled  # type: ignore[attr-defined]
        assert Mechanisms.model_fields[mechanism.section].default == mechanism.parameters()


@each_mechanism
def test_its_rules_read_single_numbers_and_lists(mechanism: Mechanism) -> None:
    for sets in ((), (off(mechanism),)):
        scenario = load("village-square", sets).scenario
        lowered = getattr(scenario.mechanisms, mechanism.section).lower(DistributionTable(), scenario)
        for value in lowered.values():
            assert isinstance(value, int | float | list | tuple)


@each_mechanism
def test_its_checks_and_costs_hold_for_every_preset(mechanism: Mechanism) -> None:
    for scenario in presets():
        assert not [found for check in mechanism.checks for found in check(scenario)]
        assert all(cost(scenario) >= 0.0 for cost in mechanism.costs.values())
        assert is_on(mechanism, scenario) is getattr(scenario.mechanisms, mechanism.section).enabled


def test_the_contract_is_kept_by_a_mechanism_that_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    """What drives schema, lowering and draws is the one tuple: a namesake of a draw is refused there."""
    from sim.plan import lower

    twice = SimpleNamespace(draws=MECHANISMS[1].draws)
    monkeypatch.setattr(lower, "MECHANISMS", (*MECHANISMS, twice))
    with pytest.raises(ValueError, match="same number"):
        lower.draws_of(load("village-square").scenario, 0)


def test_other_eyes_thin_the_stock_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eyes that pass once in 12 open hours, open half of the time, and act on half, are in the rate by which what is
    there at the start was found before."""
    from sim.plan import eyes
    from sim.plan.lower import lower

    def watch(scenario: Scenario, places: Places) -> FindingChannel:
        gaps = np.full((len(scenario.hazards), len(places.residents)), 12 * HOUR_MS)
        return FindingChannel(
            Source.STEWARD, Performer.STEWARDS, "halves", gaps, 0.5, 0.0, Duration.of("1 min"), verified=False
        )

    halves = "rosters.halves={shifts: [{share: 1, week: {mon-sun: '00:00-12:00'}, holidays: true}]}"
    scenario = load("village-square", [halves, "hazards.estate.at_once=true"]).scenario
    monkeypatch.setattr(eyes, "MECHANISMS", (replace(MECHANISMS[0], eyes=watch),))
    plan = lower(scenario, 0)[0].readable()
    hazards = list(scenario.hazards)
    litter, estate = (Issue(hazard=hazards.index(name)) for name in ("litter", "estate"))
    assert finding_rate(plan, litter) == pytest.approx(1.0 / (48 * HOUR_MS), rel=1e-3)
    assert finding_rate(plan, estate) == 0.0, "what is reported as it occurs is found by nobody else"
