"""Corners of oversight: with all of a weight, a rate, a share or a factor runs are as they must be."""

from __future__ import annotations

from functools import cache

import pandas as pd
import pytest

from sim.engines import simulate_compiled
from sim.scenario.load import load
from sim.study.execution.measuring import measured
from tests.mechanisms.specimen import of
from tests.plain import PLAIN

PERIOD = ("run.length=4 weeks", "run.warmup=2 weeks", "run.followup=3 weeks")
PLENTY = "mechanisms.inspection.crews=60"
pytestmark = pytest.mark.usefixtures("kernel")


def pressed(**values: object) -> tuple[str, ...]:
    """Full pressure from the start, and all that it may do, unless a number says otherwise."""
    plain = {"weight": 1, "start": 1, "target": 1, "effort": 0.2, "paper": 0.8, "silent": 0.5}
    return of("assessment", **{**plain, **values})


@cache
def tables(*sets: str) -> dict[str, pd.DataFrame]:
    return simulate_compiled(load("village-square", [*PLAIN, *PERIOD, *sets]), 0, events=True)


@cache
def of_tenth(load_of: float, *sets: str) -> dict[str, float]:
    """Measures of twelve weeks of the tenth at so many times its demand, under a target that is not met."""
    plain = load("jiancaoping-tenth").scenario.hazards
    rates = [f"hazards.{n}.rate={1000 * load_of * h.rate.value} per 1000 residents per year" for n, h in plain.items()]
    period = ("run.length=12 weeks", "run.warmup=6 weeks", "run.followup=6 weeks")
    loaded = load("jiancaoping-tenth", [*PLAIN, *period, *rates, *sets])
    found = measured(loaded.scenario, simulate_compiled(loaded, 0)).set_index("measure")["value"]
    return {str(name): float(value) for name, value in found.items()}


def value(name: str, *sets: str) -> float:
    scenario = load("village-square", [*PLAIN, *PERIOD, *sets]).scenario
    return float(measured(scenario, tables(*sets)).set_index("measure")["value"][name])


def test_without_effort_more_is_reported_in_time_and_less_of_it_is_true() -> None:
    gamed = pressed(effort=0, silent=0)
    assert value("said_in_time_share_due", *gamed) > value("said_in_time_share_due") + 0.02
    assert value("true_when_said_share", *gamed) < value("true_when_said_share") - 0.02
    assert value("reported_minus_true_in_time", *gamed) > value("reported_minus_true_in_time") + 0.02
    assert value("closing_at_limit_share", *gamed) > value("closing_at_limit_share") + 0.02


def test_effort_alone_makes_work_a_little_quicker() -> None:
    """Of 20 % quicker hands residents feel little: work is a small part of the way of a case."""
    worked = pressed(paper=0, silent=0)
    assert value("paper_closing_share", *worked) == 0.0
    gained = value("truly_in_time_share_due", *worked) - value("truly_in_time_share_due")
    assert 0.0 <= gained < 0.05
    assert value("utilisation_street", *worked) < value("utilisation_street")


def test_where_all_is_audited_nothing_is_closed_on_paper() -> None:
    assert value("paper_closing_share", *pressed()) > 0.05
    assert value("paper_closing_share", *pressed(audit=1)) == 0.0
    assert value("paper_closing_share", *pressed(), *of("inspection", rate=1, deters=1), PLENTY) == 0.0


def test_auditors_of_everything_find_what_was_closed_on_paper() -> None:
    """Whatever was reported on paper and is still there when they come is reopened, and mended in the end."""
    all_seen = (*pressed(silent=0), *of("inspection", rate=1, deters=0), PLENTY)
    cases = tables(*all_seen)["cases"]
    on_paper = cases[cases["on_paper"] & (cases["state"] == "closed")]
    assert len(on_paper) > 50 and on_paper["audited"].mean() > 0.95
    assert (on_paper["outcome"] != "not_fixed").mean() > 0.9
    assert value("truly_resolved_share", *all_seen) > value("truly_resolved_share", *pressed(silent=0)) + 0.02


def test_found_untrue_lowers_the_score() -> None:
    """Scores of the one month's end, in both runs of the same units, by the first digits of what the log says."""
    seen = (*pressed(), *of("inspection", rate=1, deters=0), PLENTY)
    fed = (*seen, "mechanisms.inspection.feeds=1")
    seen = (*seen, "mechanisms.inspection.feeds=0")
    scores = [
        tables(*sets)["events"].query("activity == 'state_moved'").groupby("agent")["value"].first() // 10_000
        for sets in (seen, fed)
    ]
    assert (scores[1] <= scores[0]).all() and (scores[1] < scores[0]).any()


def test_silence_hides_issues() -> None:
    silent = pressed(paper=0, effort=0, silent=1)
    assert value("seen_not_booked_share", *silent) > 0.4
    assert value("never_reported_share", *silent) > value("never_reported_share")
    assert value("cases_patrol_per_year", *silent) < value("cases_patrol_per_year")


def test_a_quota_bunches_finds_at_it() -> None:
    """Beyond a quota that all reach nothing is booked, so each worker books just that in a month."""
    sets = (*pressed(weight=0, quota=5, slack=0), "run.warmup=1 week", "run.length=8 weeks")
    found = tables(*sets)["events"].query("activity == 'found_on_patrol'")
    months = found.groupby(["agent", found["local_time"].astype(str).str[:7]], observed=True).size()
    assert months.max() == 5
    assert (months == 5).mean() > 0.5


def test_paperwork_takes_hours_of_the_field() -> None:
    with_forms = tables(*pressed(paperwork="1 h", paper=0, silent=0, effort=0))["stations"]
    field = [part[part["kind"] == "worker"]["open_h"].sum() for part in (with_forms, tables()["stations"])]
    assert field[0] < field[1] - 100


def test_explained_answers_satisfy_more_and_resolve_what_was_resolved() -> None:
    told = of("explanation", dissatisfied=0.5, trust_loss=0.5)
    flat = "mechanisms.reporting.trust_slope=0"
    assert value("satisfied_share_valid", *told, flat) > value("satisfied_share_valid", flat) + 0.03
    assert value("truly_resolved_share", *told, flat) == value("truly_resolved_share", flat)
    assert value("mean_trust", *told, flat) > value("mean_trust", flat)


def test_what_nobody_can_solve_hurts_rates_that_count_it() -> None:
    hard = ("hazards.estate.unsolvable=0.3", "hazards.consumer.unsolvable=0.3")
    assert value("truly_resolved_share", *hard) < value("truly_resolved_share_solvable", *hard) - 0.01
    assert value("satisfied_share_valid", *hard) < value("satisfied_share_valid_solvable", *hard)
    issues = tables(*hard)["issues"]
    assert not (issues["unsolvable"] & (issues["state"] == "fixed")).any()


RATED = pressed(
    target=0.95, margin=0.02, on_time=0.3, said_solved=0.35, satisfied=0.35, effort=0.1, paper=0.8, silent=0.2
)
HONEST = (*RATED, "mechanisms.assessment.weight=0")


def test_what_is_closed_stays_near_all_while_what_is_true_falls_with_the_load() -> None:
    """Closing rates near 100 % whatever the load, resolution ten points lower (Gaohang, Tianmen: 80 and 76 %)."""
    half, twice = of_tenth(0.5, *RATED), of_tenth(2.0, *RATED)
    assert min(half["closed_share_due"], twice["closed_share_due"]) > 0.97
    assert twice["true_when_said_share"] < half["true_when_said_share"] - 0.1
    assert twice["reported_minus_true_in_time"] > half["reported_minus_true_in_time"] + 0.05
    honest = [of_tenth(load_of, *HONEST)["true_when_said_share"] for load_of in (0.5, 2.0)]
    assert abs(honest[0] - honest[1]) < 0.02


def test_halved_limits_make_more_premature_closing_where_units_are_assessed() -> None:
    limits = load("jiancaoping-tenth").scenario.hazards
    halved = [
        f"hazards.{name}.deadline={hazard.deadline.value / 7.2e6} {'wh' if hazard.deadline.clock == 'working' else 'h'}"
        for name, hazard in limits.items()
    ]
    more = {sets: of_tenth(1.0, *sets, *halved)["premature_closing_share"] for sets in (RATED, HONEST)}
    assert more[RATED] > of_tenth(1.0, *RATED)["premature_closing_share"] + 0.02
    assert abs(more[HONEST] - of_tenth(1.0, *HONEST)["premature_closing_share"]) < 0.01


def test_more_audit_lowers_what_is_reported_and_raises_what_is_true() -> None:
    audits = (*of("inspection", rate=0.3, deters=0.5, feeds=1, crews=12, trip="20 min"),)
    seen, unseen = of_tenth(1.5, *RATED, *audits), of_tenth(1.5, *RATED)
    assert seen["said_in_time_share_due"] < unseen["said_in_time_share_due"]
    assert seen["truly_resolved_share"] > unseen["truly_resolved_share"] + 0.01
    assert seen["true_when_said_share"] > unseen["true_when_said_share"]
