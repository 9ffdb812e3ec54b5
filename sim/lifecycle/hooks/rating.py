"""Hooks of rating: what a unit's month scores, the pressure that follows, and what pressure makes it do with a case."""

from __future__ import annotations

from typing import Any

from sim.chance.rule import rule
from sim.mechanisms import assessment, inspection


@rule
def is_assessed(plan: Any, now: int) -> bool:
    """Whether units are scored at the end of a month (ms)."""
    return assessment.is_assessed(plan, now)


@rule
def score(plan: Any, unit: Any) -> int:
    """Score (per mille) of a unit's month, NOBODY if there was nothing to score."""
    return assessment.score(plan, unit, inspection.untrue(plan, unit))


@rule
def pressure_after(plan: Any, unit: Any, benchmark: int) -> float:
    """Pressure (0 to 1) that a unit feels after a month, by its score and the benchmark (per mille)."""
    return assessment.pressure_after(plan, unit, benchmark)


@rule
def novelty_after(plan: Any, unit: Any) -> float:
    """What is left of the effort that pressure brings (0 to 1) after a month."""
    return assessment.novelty_after(plan, unit)


@rule
def on_paper(plan: Any, unit: Any, case: Any) -> bool:
    """Whether a unit reports a case done whose limit passes and that nobody is on the way for."""
    return assessment.on_paper(plan, unit, case, inspection.dares(plan, case))
