"""Facts that show in seconds on the tenth, in fewer and shorter runs than in `make facts`; how verdicts are made."""

import math

import pytest

from tests.facts import runs
from tests.facts.catalogue import FACTS
from tests.facts.claims import Claim, Estimate, Found, estimate, verdict
from tests.facts.page import Judged, page, summary
from tests.facts.runs import STUDIES, NotInTheModel, experiment

BRIEF = ("run.length=6 weeks", "run.followup=4 weeks")
QUICK = ("F2", "F3")
"""Facts tried here, by the means of two replications."""


def fact(name):
    return next(each for each in FACTS if each.name == name)


def claim(low, high, figure=(1.0, 0.9, 1.1)):
    return Claim("", Estimate(*figure), low, high, "")


def test_there_are_24_facts_and_every_study_belongs_to_one() -> None:
    assert [each.name for each in FACTS] == [f"F{number}" for number in range(1, 25)]
    assert {each.study for each in FACTS if each.study} == {file.stem for file in STUDIES.glob("*.yaml")}


@pytest.mark.parametrize("name", [each.name for each in FACTS if each.study])
def test_studies_load_or_say_what_the_model_lacks(name: str) -> None:
    try:
        arms = experiment(fact(name).study).arms
    except NotInTheModel as missing:
        assert str(missing).startswith(("mechanisms.", "hazards.", "population.", "profiles.")), missing
    else:
        assert len(arms) >= 2


@pytest.mark.parametrize("name", QUICK)
def test_a_fact_that_holds_is_seen_in_brief_runs(name: str) -> None:
    its = fact(name)
    found = runs.run(experiment(its.study, 2, BRIEF), its.probes)
    assert its.judge is not None
    for each in its.judge(found):
        assert each.low <= each.figure.mean <= each.high, each


def test_a_claim_holds_if_the_whole_interval_lies_inside() -> None:
    assert claim(0.5, 1.5).holds is True
    assert claim(1.2, 2.0).holds is False
    assert claim(0.0, 0.8).holds is False
    assert claim(1.0, 2.0).holds is None
    assert claim(0.5, 1.5, (math.nan, math.nan, math.nan)).holds is None


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([(0.5, 1.5), (0.0, 2.0)], "holds"),
        ([(0.5, 1.5), (1.2, 2.0)], "in part"),
        ([(1.2, 2.0)], "does not hold"),
        ([(1.2, 2.0), (1.0, 2.0)], "does not hold"),
        ([(0.5, 1.5), (1.0, 2.0)], "cannot be said"),
    ],
)
def test_verdicts(ranges, expected) -> None:
    assert verdict([claim(*each) for each in ranges]) == expected


def test_figures_are_made_in_each_replication() -> None:
    found = Found({"a": {"x": [1.0, 2.0]}, "b": {"x": [2.0, 6.0]}})
    figure = found.figure(lambda at: at("b", "x") / at("a", "x"))
    assert figure.mean == 2.5
    assert figure.low == pytest.approx(2.5 - 12.706 * 0.5, abs=1e-3)


def test_what_is_undefined_once_is_not_averaged_over_the_rest() -> None:
    assert math.isnan(estimate([1.0, math.nan, 2.0]).mean)
    assert math.isnan(estimate([1.0]).mean)


def test_the_page_says_first_what_holds_and_gives_reasons_for_the_rest() -> None:
    done = [Judged(fact("F2"), [claim(0.5, 1.5)]), Judged(fact("F24"), (), "no rewards")]
    assert summary(done).startswith("Of 2 facts 1 hold (F2)")
    text = page(done)
    assert "| F24 |" in text and "**F24**, reward can outperform punishment: no rewards." in text
    assert "- **F2**" not in text


def test_what_was_run_is_not_run_again(tmp_path, monkeypatch) -> None:
    its = experiment(None, 2, BRIEF)
    calls = []
    monkeypatch.setattr(runs, "_row", lambda loaded, replication, probes: calls.append(replication) or {"x": 1.0})
    for _ in range(2):
        assert runs.run(its, (), tmp_path / "kept.json").values == {"base": {"x": [1.0, 1.0]}}
    assert calls == [0, 1]
    runs.run(experiment(None, 3, (*BRIEF, "run.seed=2")), (), tmp_path / "kept.json")
    assert calls == [0, 1, 0, 1, 2], "another scenario is run anew"
