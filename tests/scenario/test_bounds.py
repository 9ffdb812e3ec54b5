"""What a scenario may not say though its parts can be read: each is refused where it stands."""

from __future__ import annotations

import pytest

from sim.scenario.load import load
from sim.scenario.problems import ScenarioError
from sim.study.files.figures import refuse_unknown_figures
from tests.scenario.conftest import Write
from tests.scenario.test_contradictions import START, problems


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("run: {replications: true}", "2:21: run.replications: expected a whole number (found true)"),
        ("run: {replications: '3'}", "run.replications: expected a whole number (found '3')"),
        ("run: {replications: 3.0}", "run.replications: expected a whole number (found 3.0)"),
        ("run: {seed: 1234567890123456789}", "run.seed: must be less than 1,000,000,000,000,000,000"),
        (f"run: {{seed: {'9' * 300}}}", "run.seed: must be less than 1,000,000,000,000,000,000"),
        (f"run: {{seed: {'9' * 5000}}}", "run.seed: expected a whole number (found '9999"),
        ("run: {start: 20240501}", "run.start: expected a date such as 2026-01-31 (found 20240501)"),
        ("run: {start: '20240501'}", "run.start: expected a date such as 2026-01-31"),
        ("run: {start: 2023-02-29}", "2:14: run.start: there is no such day"),
        ("run: {start: 2023-13-01}", "2:14: run.start: there is no such day"),
        (
            "run: {start: 2023.2.8}",
            "run.start: expected a date such as 2026-01-31 (found '2023.2.8'); did you mean '2023-02-08'?",
        ),
        ("run: {start: ２０２３．２．８}", "did you mean '2023-02-08'?"),
        ("run: {seed: １２}", "run.seed: expected a whole number (found '１２'); did you mean '12'?"),
        ("run: {seed: 1 000}", "run.seed: expected a whole number (found '1 000'); did you mean '1000'?"),
        (f"run: {{replications: {10**300 - 1}}}", "must be at most 1,000,000,000,000,000"),
        (f"grids: {{count: {'9' * 5000}}}", "grids.count: expected a finite number (found '9999"),
        (f"population: {{trust: {{gamma: {{mean: {'9' * 5000}, cv: 1}}}}}}", "gamma.mean: expected a finite number"),
        (f"profiles: {{hours: {{flat: [{'9' * 5000}]}}}}", "profiles.hours.flat.0: expected a number (found '9999"),
        ("grids: {count: 4.000}", "grids.count: must be a whole number, without a point: 4000 or 4,000 (found 4.0)"),
        ("grids: {count: 1e400}", "grids.count: must be a whole number"),
        ("mechanisms: {patrol: {target: 10000 h}}", "2:31: mechanisms.patrol.target: must be at most 24 h"),
        (
            "mechanisms: {patrol: {target: {value: 2 h, high: 25 h}}}",
            "2:50: mechanisms.patrol.target.high: must be at most 24 h (found '25 h')",
        ),
        ("hazards: {litter: {seen_per_pass: 1e-20}}", "hazards.litter.seen_per_pass: must be 0 or at least 1e-9"),
        ("hazards: {litter: {hours: [day]}}", "hazards.litter.hours: expected a text (found a list)"),
        ("hazards: {litter: {place: [home]}}", "hazards.litter.place: not a word known here (found a list)"),
        ("profiles: {hours: {flat: [true]}}", "profiles.hours.flat.0: expected a number (found true)"),
        ("profiles: {hours: {flat: [1e300]}}", "profiles.hours.flat.0: expected a finite number"),
        ("field: {x: {low: .nan, high: 1, grade: E, source: x}}", "field.x.low: expected a finite number"),
        ("hazards: {}", "2:10: hazards: is empty and leaves what is inherited as it is; leave it out, or write null"),
        ("mechanisms: {whistle: {kinds: {}}}", "mechanisms.whistle.kinds: is empty and leaves what is inherited"),
    ],
)
def test_it_is_refused_where_it_stands(write: Write, written: str, said: str) -> None:
    found = problems(write("a.yaml", START + written))
    assert any(said in line for line in found), found


def test_an_empty_section_on_the_command_line_is_refused() -> None:
    with pytest.raises(ScenarioError, match=r"--set hazards=\{\}: hazards: is empty"):
        load("village-square", ["hazards={}"])


def test_figures_of_the_field_are_of_measures(write: Write) -> None:
    figure = "{low: 1, high: 2, grade: E, source: x}"
    known = load(write("a.yaml", START + f"field: {{closing_median_h: {figure}}}"))
    refuse_unknown_figures(known)
    unknown = load(write("b.yaml", START + f"field: {{closing_median: {figure}}}"))
    with pytest.raises(ScenarioError) as caught:
        refuse_unknown_figures(unknown)
    assert caught.value.render().endswith(
        "b.yaml:2:9: field.closing_median: no such measure (found 'closing_median'); did you mean 'closing_median_h'?"
    )
