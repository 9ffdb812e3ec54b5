"""Put in or came out: what was changed itself gets no verdict, nor what nobody has measured."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pandas as pd
import pytest

from sim.mechanisms.contract import Evidence, Mechanism
from sim.scenario.load import load
from sim.study.files.load import load_study
from sim.study.files.refused import Refused
from sim.study.files.variants import variants_from
from sim.study.kinds import assumptions, origins
from sim.study.kinds.effects import main_effects
from sim.study.kinds.pairs import differences
from sim.study.kinds.sweep import planned
from tests.study.kinds.test_pairs import frame

RATING = ("street_powers.enabled=true", "street_powers.team=sanitation")


def changed_by(*sets: str) -> list[str]:
    base = load("village-square", ["staff.grid_workers.absence=0.05"])
    return origins.changed(base, load("village-square", ["staff.grid_workers.absence=0.05", *sets]))


@pytest.mark.parametrize(
    ("sets", "put_in", "came_out"),
    [
        (["mechanisms.dispatch.wrong_unit=0.3"], "returned_share", "closing_median_h"),
        (
            ["mechanisms.stewards={enabled: true, count: 2, notes: 0.5, roster: off_hours}"],
            "found_by_stewards_per_year",
            "mean_trust",
        ),
        (["staff.grid_workers.count=12"], "yearly_cost", "found_by_stewards_per_year"),
        (["hazards.litter.deadline=8 h"], "on_time_share_due", "severity_days_open"),
        (["prevention.litter=0.1"], "issues_per_year", "closing_median_h"),
        (["mechanisms.ledger.enabled=false"], "premature_closing_share", "detection_median_h"),
    ],
)
def test_what_is_put_in_is_what_the_changed_number_enters(sets: list[str], put_in: str, came_out: str) -> None:
    found = origins.put_in(changed_by(*sets))
    assert put_in in found
    assert came_out not in found


def test_of_a_mechanism_switched_on_only_what_is_not_neutral_is_put_in() -> None:
    base = ("mechanisms.all_purpose_grid.enabled=true", "mechanisms.all_purpose_grid.units=[community]")
    sorting = origins.put_in(changed_by(*base, "mechanisms.all_purpose_grid.sorting=0.5"))
    assert {"returned_share", "taken_over_share"} <= sorting
    assert "returned_share" not in origins.put_in(changed_by(*base, "mechanisms.all_purpose_grid.taken_over=0.2"))


def test_campaigns_put_in_what_they_deter_and_nothing_by_their_hours() -> None:
    campaign = "{title: {en: a, zh: a}, since: 2024-05-06, until: 2024-05-13, hazards: [litter]"
    hours = changed_by(f"mechanisms.campaigns={{enabled: true, planned: [{campaign}, patrol: 1 h}}]}}")
    deters = changed_by(f"mechanisms.campaigns={{enabled: true, planned: [{campaign}, deters: 0.2}}]}}")
    assert "issues_per_year" not in origins.put_in(hours)
    assert "issues_per_year" in origins.put_in(deters)


def test_differences_put_in_get_no_verdict_and_are_not_among_those_looked_at() -> None:
    measures = {"A": frame(returned_share=[0.1, 0.11, 0.1]), "B": frame(returned_share=[0.2, 0.21, 0.21])}
    assert differences(measures).loc[0, ["origin", "verdict"]].tolist() == ["came_out", "sure"]
    found = differences(measures, {"B": {"returned_share"}})
    assert found.loc[0, ["origin", "verdict"]].tolist() == ["put_in", "put_in"]
    assert found["adjusted_p"].isna().all()
    assert differences({"A": measures["A"], "B": measures["A"]}, {"B": {"returned_share"}}).loc[0, "verdict"] == "same"
    assert differences(measures, {}, ["B"]).loc[0, "verdict"] == "unmeasured"


def unmeasured_talks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Talks as a mechanism of which nobody has measured anything."""

    def as_none(mechanism: Mechanism) -> Mechanism:
        return dataclasses.replace(mechanism, evidence=Evidence.NONE) if mechanism.section == "talks" else mechanism

    monkeypatch.setattr(origins, "MECHANISMS", tuple(map(as_none, origins.MECHANISMS)))


def test_what_nobody_has_measured_is_compared_with_its_neutral_value_only(monkeypatch: pytest.MonkeyPatch) -> None:
    on = "mechanisms.talks={enabled: true, cadres: 2, roster: off_hours, tells: %s}"
    variants = variants_from(["village-square", f":{on % 0.1}"])
    assert origins.of_variants(variants)[1] == []
    unmeasured_talks(monkeypatch)
    assert origins.of_variants(variants)[1] == [variants[1].name]
    with pytest.raises(Refused, match=r"mechanisms.talks: nobody has measured this"):
        origins.of_variants(variants_from([f"village-square:{on % 0.1}", f":{on % 0.2}"]))


SWEEP = """name: one
title: {{en: One, zh: 一}}
about: one
kind: {kind}
scenario: village-square
set: {{mechanisms.talks.enabled: {on}, mechanisms.talks.cadres: 2, mechanisms.talks.roster: off_hours}}
factors:
  told: {{levels: {{none: {{mechanisms.talks.enabled: false}}, some: {{mechanisms.talks.enabled: true}}}}}}
  mistakes: {{path: mechanisms.dispatch.wrong_unit, values: [0.1, 0.2]}}
replications: 2
measures: [returned_share, closing_median_h]
"""


def test_sweeps_begin_at_the_neutral_value_and_searches_leave_it_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unmeasured_talks(monkeypatch)
    (tmp_path / "one.yaml").write_text(SWEEP.format(kind="sweep", on="true"), encoding="utf-8")
    sweep = load_study(tmp_path / "one.yaml")
    origins.refuse_unmeasured(sweep)
    assert origins.unmeasured_of(sweep) == ["talks"]
    turned = SWEEP.replace("enabled: false}}, some: {{mechanisms.talks.enabled: true", "tells: 0.2}}, some: {{")
    (tmp_path / "two.yaml").write_text(
        turned.format(kind="sweep", on="true").replace("some: {}", "some: {mechanisms.talks.tells: 0.3}"),
        encoding="utf-8",
    )
    with pytest.raises(Refused, match="the first value of each factor must have it off or neutral"):
        origins.refuse_unmeasured(load_study(tmp_path / "two.yaml"))
    (tmp_path / "three.yaml").write_text(
        SWEEP.format(kind="optimise", on="true") + "minimise: [yearly_cost]\n", encoding="utf-8"
    )
    with pytest.raises(Refused, match="only in a sweep"):
        origins.refuse_unmeasured(load_study(tmp_path / "three.yaml"))


def test_a_factor_is_not_significant_in_what_it_puts_in(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(SWEEP.format(kind="sweep", on="true"), encoding="utf-8")
    points = planned(load_study(tmp_path / "one.yaml"))
    rows = [
        (point.number, replication, measure, float(dict(point.factors)["mistakes"]) + 0.001 * replication)
        for point in points
        for replication in (0, 1)
        for measure in ("returned_share", "closing_median_h")
    ]
    results = pd.DataFrame(rows, columns=["point", "replication", "measure", "value"])
    sweep = load_study(tmp_path / "one.yaml")
    given = {axis.name: origins.put_in(origins.factor_paths(axis)) for axis in sweep.axes}
    found = main_effects(points, results, ["returned_share", "closing_median_h"], given)
    mistakes = found[found["factor"] == "mistakes"].set_index("measure")
    assert mistakes["sure"].to_dict() == {"returned_share": False, "closing_median_h": True}
    assert mistakes.loc["returned_share", "origin"] == "put_in"


ENDS = """name: ends
title: {en: Ends, zh: 两端}
about: ends
kind: assumptions
scenario: village-square
set:
  mechanisms.talks.tells: {value: 0.1, low: 0, high: 0.5}
  mechanisms.dispatch.wrong_unit: {value: 0.1, low: 0, high: 0.3}
only: [mechanisms]
replications: 1
measures: [returned_share]
"""


def test_ends_of_numbers_nobody_has_measured_are_not_varied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ends.yaml").write_text(ENDS, encoding="utf-8")
    file = load_study(tmp_path / "ends.yaml")
    varied = {name.split(" ")[1] for name in (point.name for point in assumptions.planned(file))}
    unmeasured_talks(monkeypatch)
    left = {name.split(" ")[1] for name in (point.name for point in assumptions.planned(file))}
    assert varied - left == {"mechanisms.talks.tells"}
