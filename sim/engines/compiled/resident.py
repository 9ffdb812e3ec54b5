"""Residents: they come to be when first involved."""

from __future__ import annotations

from typing import Any

from sim.engines.compiled.part import part
from sim.lifecycle import hooks
from sim.mechanisms import reporting


@part
def enter(sim: Any, number: int) -> None:
    """A resident comes to be."""
    plan = sim.plan
    resident = sim.residents[number]
    sim.met[sim.involved] = number
    sim.involved += 1
    resident.met = 1
    resident.first_trust = reporting.first_trust(plan, number)
    resident.trust = resident.first_trust
    resident.inclination = reporting.inclination(plan, number)
    resident.channel = hooks.channel(plan, number)


@part
def decides_to_report(sim: Any, resident: Any, issue: Any) -> bool:
    """Whether a resident, having noticed an issue, reports it."""
    return hooks.reports(sim.plan, sim.plan.hazards[issue.hazard], issue, resident)


@part
def learns(sim: Any, resident: Any, solved: bool) -> None:
    """Trust grows with an issue solved and shrinks with one that was not."""
    resident.trust = hooks.trust_after(sim.plan, resident.trust, solved)


@part
def chases(sim: Any, resident: Any, case: Any) -> None:
    """Patience has ended: the resident asks what became of the case."""
    case.chased += 1
    learns(sim, resident, False)
