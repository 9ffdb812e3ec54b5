"""The engines against theory: every case of `gridgov verify` on short runs, some to a hundredth; faults are seen."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from sim.engines.reference.run import simulate as reference
from sim.verify import run
from sim.verify.case import Known, Seen
from sim.verify.run import CASES, Engine, Row, Task, rows, run_task
from tests.engines import quickest

ENGINE: Engine = "reference" if quickest.simulate is reference else "compiled"
REPLICATIONS = 3
PRECISE = ("M/D/1", "noticed or healed, constant", "call-backs")
"""Cases that reach a standard error of a hundredth in a second or two."""
PRECISE_REPLICATIONS = 10

compiled_only = pytest.mark.skipif(ENGINE == "reference", reason="too slow without the compiled engine")


def names(case: Known) -> str:
    return case.name


@cache
def figures(case: Known, replications: int, short: bool) -> list[dict[str, float]]:
    number = CASES.index(case)
    return [run_task(Task(number, ENGINE, r, short, beside=False, seed=1)) for r in range(replications)]


def named(name: str) -> Known:
    return next(case for case in CASES if case.name == name)


def differing(found: list[Row]) -> list[str]:
    return [f"{row.figure}: {row.simulated:g} +- {row.error:g}, theory {row.theory:g}" for row in found]


@pytest.mark.parametrize("case", CASES, ids=names)
def test_short_runs_do_not_differ_from_theory(case: Known) -> None:
    """Coarse ones: a long run is judged by `gridgov verify`."""
    found = rows(case, ENGINE, figures(case, REPLICATIONS, short=True))
    assert not differing([row for row in found if row.verdict == "differs"])


@compiled_only
@pytest.mark.parametrize("name", PRECISE)
def test_long_runs_agree_to_a_hundredth(name: str) -> None:
    found = rows(named(name), ENGINE, figures(named(name), PRECISE_REPLICATIONS, short=False))
    assert not differing([row for row in found if row.verdict != "agrees"])
    assert all(row.error <= 0.01 * row.theory for row in found)


@compiled_only
@pytest.mark.parametrize("name", PRECISE)
@pytest.mark.parametrize("factor", [0.9, 1.1])
def test_a_wrong_formula_is_noticed(name: str, factor: float) -> None:
    """Planted: a tenth too little or too much, in all figures."""
    case = named(name)
    wrong = replace(case, theory=lambda scenario: {k: factor * v for k, v in case.theory(scenario).items()})
    values = figures(case, PRECISE_REPLICATIONS, short=False)
    found = [
        run.judged(wrong, ENGINE, figure, theory, [v[figure] for v in values], False)
        for figure, theory in wrong.theory(run.loaded_for(CASES.index(case), False, 1).scenario).items()
    ]
    assert {row.verdict for row in found} == {"differs"}


def test_one_start_that_differs_is_noticed() -> None:
    case = named("replay, ageing")
    values = figures(case, REPLICATIONS, short=True)
    moved = [{**values[0], "starts that differ": 1.0}, *values[1:]]
    assert [row.verdict for row in rows(case, ENGINE, moved)] == ["differs", "agrees"]


def test_a_replay_by_another_rule_differs() -> None:
    """Priorities matter in the run that is replayed: worked out without them, starts differ."""
    number = CASES.index(named("replay, ageing"))
    loaded = run.loaded_for(number, True, 1)
    tables = run.ENGINES[ENGINE](loaded, 0)
    queueing = loaded.scenario.mechanisms.queueing.model_copy(update={"enabled": False})
    mechanisms = loaded.scenario.mechanisms.model_copy(update={"queueing": queueing})
    other = loaded.scenario.model_copy(update={"mechanisms": mechanisms})
    assert CASES[number].measured(Seen(other, tables))["starts that differ"] > 0


def test_what_is_lost_is_noticed() -> None:
    """A case taken out of the tables, a job without its case, an end taken away."""
    case = named("nothing is lost")
    loaded = run.loaded_for(CASES.index(case), True, 1)
    tables = run.ENGINES[ENGINE](loaded, 0)
    issues = tables["issues"].copy()
    issues.loc[issues["state"] == "fixed", "ended_at"] = None
    bent = {**tables, "cases": tables["cases"].iloc[:-1], "issues": issues}
    found = {name for name, count in case.measured(Seen(loaded.scenario, bent)).items() if count}
    assert found >= {
        "issues whose cases are not all there", "ended issues without an end, and others with one",
    }  # fmt: skip


def test_a_standard_error_that_lets_too_much_pass_is_no_agreement() -> None:
    case = named("M/M/1")
    assert run.judged(case, "compiled", "wait", 1.0, [0.9, 1.1, 1.0], False).verdict == "too coarse"
    assert run.judged(case, "compiled", "wait", 1.0, [0.999, 1.001, 1.0], False).verdict == "agrees"
    assert run.judged(case, "compiled", "wait", 1.0, [float("nan")] * 3, False).verdict == "differs"


def test_deviates_are_those_of_equal_probability() -> None:
    """A t of 12.706 with one degree of freedom is as improbable as a normal deviate of 1.96."""
    assert run.deviate(12.7062, 1) == pytest.approx(1.95996, abs=1e-4)
    assert run.deviate(-12.7062, 1) == pytest.approx(-1.95996, abs=1e-4)
    assert run.deviate(float("inf"), 5) == run.FARTHEST
