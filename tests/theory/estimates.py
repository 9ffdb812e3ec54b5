"""What a run says of one station: means over the watched window, with standard errors from independent replications."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sim.kinds import JobKind
from sim.plan.lower import lower
from sim.plan.plan import Plan
from sim.record.outcome import Outcome
from sim.scenario.models import Scenario
from tests.engines.quickest import simulate

HOUR_MS = 3_600_000.0


class Estimate(NamedTuple):
    """A mean over replications and its standard error."""

    mean: float
    error: float


@dataclass(frozen=True)
class Sample:
    """What one replication has of a hazard: mean wait before the first work and mean time to closing (h), arrivals
    per hour, and the mean number of open cases."""

    wait_h: float
    sojourn_h: float
    per_hour: float
    open_cases: float


def sample(plan: Plan, outcome: Outcome, hazard: int) -> Sample:
    """Measure the cases of one hazard that were registered in the window; all of them must be closed."""
    opens, closes = plan.run.warmup, plan.run.window
    cases = outcome.cases_with_issues()
    own = cases["hazard"] == hazard
    counted = own & (cases["registered"] >= opens) & (cases["registered"] < closes)
    assert (cases["closed"][counted] > 0).all(), "the follow-up is too short: cases are still open"
    inside = np.minimum(cases["closed"], closes) - np.maximum(cases["registered"], opens)
    present = np.where(cases["closed"] > 0, inside, closes - np.maximum(cases["registered"], opens))[own]
    return Sample(
        wait_h=float(_first_waits(outcome)[counted].mean()) / HOUR_MS,
        sojourn_h=float((cases["closed"] - cases["registered"])[counted].mean()) / HOUR_MS,
        per_hour=float(counted.sum()) / ((closes - opens) / HOUR_MS),
        open_cases=float(np.maximum(present, 0).sum()) / (closes - opens),
    )


def _first_waits(outcome: Outcome) -> NDArray[np.int64]:
    """Wait (ms) of each case for its first work; 0 where there was none."""
    jobs = outcome.jobs
    handled = np.flatnonzero(jobs["kind"] == JobKind.HANDLE)
    first = handled[np.unique(jobs["case"][handled], return_index=True)[1]]
    waits = np.zeros(len(outcome.cases["issue"]), dtype=np.int64)
    waits[jobs["case"][first]] = (jobs["started"] - jobs["queued"])[first]
    return waits


def samples(scenario: Scenario) -> dict[str, list[Sample]]:
    """Samples of each hazard from all replications of a scenario, run one after the other."""
    found: dict[str, list[Sample]] = {name: [] for name in scenario.hazards}
    for replication in range(scenario.run.replications):
        plan, _, _ = lower(scenario, replication)
        outcome = simulate(plan, keep_log=False)
        for number, name in enumerate(found):
            found[name].append(sample(plan, outcome, number))
    return found


def estimate(values: list[float]) -> Estimate:
    """Mean of independent values with its standard error."""
    return Estimate(float(np.mean(values)), float(np.std(values, ddof=1)) / len(values) ** 0.5)
