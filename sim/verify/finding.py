"""How issues are found, reported and repeated, end by themselves and come back."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

import numpy as np

from sim.verify.case import Known, Seen, mean_hours, stream

if TYPE_CHECKING:
    from sim.scenario.models import Scenario

FOUND = "mean time until found, h"
OPENS, DAY = 8.0, 24.0
"""When the shift of `patrol.yaml` begins."""


def _patrol(scenario: Scenario) -> dict[str, float]:
    """Mean time until a patrol sees an issue, whose hour and place are uniform.

    Patrol time needed: U lap until the first pass, and one lap more for each that does not see it. On a day a beat is
    walked for H hours from b on: with probability 1 - a by its own worker, from the opening; else, if the other worker
    is there, by that one after the own patrol. Days are alike and independent, so after the first one it takes a
    geometric number of days for each that is walked (renewal; Ross, Probability Models, 7). Numerically: midpoints of
    the hour and of U.
    """
    patrol, away = scenario.mechanisms.patrol, scenario.staff.grid_workers.absence.value
    hours = patrol.target.value / 3_600_000.0
    area = scenario.territory.area.value * scenario.territory.route_density.value
    lap = area / scenario.staff.grid_workers.count.value / patrol.speed.value / 3600.0
    covers = away * (1.0 - away) if scenario.mechanisms.density.covered() == 1.0 else 0.0
    kinds = ((1.0 - away, OPENS), (covers, OPENS + hours))
    walked = sum(share for share, _ in kinds)
    begins = sum(share * b for share, b in kinds) / walked
    sees = scenario.hazards["issue"].seen_per_pass.value
    passes = np.arange(80)
    chance = sees * (1.0 - sees) ** passes
    need = ((np.arange(400)[:, None] + 0.5) / 400 + passes[None, :]) * lap
    total = 0.0
    moments = (np.arange(480) + 0.5) / 480 * DAY
    for moment in moments:
        total += _from(moment, need, kinds, hours, walked, begins).mean(axis=0) @ chance
    return {FOUND: total / len(moments)}


def _from(
    moment: float, need: np.ndarray, kinds: tuple[tuple[float, float], ...], hours: float, walked: float, begins: float
) -> np.ndarray:
    """Mean time from a moment of a day until so much patrol has passed; `walked` is the probability of a day on
    which the beat is walked, `begins` the mean hour at which that begins."""

    def later(rest: np.ndarray) -> np.ndarray:
        days = np.maximum(np.ceil(rest / hours), 1.0)
        found: np.ndarray = days / walked * DAY - moment + begins + rest - (days - 1.0) * hours
        return found

    mean = (1.0 - walked) * later(need)
    for share, begin in kinds:
        left = min(max(begin + hours - moment, 0.0), hours)
        at_once = max(begin - moment, 0.0) + need
        mean = mean + share * np.where(need <= left, at_once, later(need - left))
    return mean


def _found(seen: Seen) -> dict[str, float]:
    issues = seen.inside("issues", "occurred_at")
    issues = issues[issues["state"] != "absorbed"]
    return {FOUND: mean_hours(issues["occurred_at"], issues["detected_at"])}


def _report_rate(scenario: Scenario) -> float:
    """Reports an hour of an open issue."""
    hazard = scenario.hazards["issue"]
    return float(hazard.noticed.value * hazard.reports.value / DAY)


REPORTED, SOONER = "share reported", "mean time until reported, of these, h"


def _or_healed(scenario: Scenario) -> dict[str, float]:
    """Healing after H: reported with probability 1 - E exp(-r H); of an exponential r / (r + h)."""
    rate, heals = _report_rate(scenario), scenario.hazards["issue"].heals
    if heals is None:
        raise ValueError("issues of this scenario do not heal")
    mean = heals.after.mean() / 3_600_000.0
    if heals.after.kind == "constant":
        share = 1.0 - exp(-rate * mean)
        return {REPORTED: share, SOONER: 1.0 / rate - mean * exp(-rate * mean) / share}
    return {REPORTED: rate * mean / (1.0 + rate * mean), SOONER: mean / (1.0 + rate * mean)}


def _reported(seen: Seen) -> dict[str, float]:
    issues = seen.inside("issues", "occurred_at")
    known = issues[issues["detected_at"].notna()]
    return {REPORTED: 1.0 - seen.measure("never_reported_share"),
            SOONER: mean_hours(known["occurred_at"], known["detected_at"])}  # fmt: skip


def _again(scenario: Scenario) -> dict[str, float]:
    expected = _report_rate(scenario) * scenario.mechanisms.reporting.after_first.value * stream(scenario).mean
    return {"mean repeats of a case": expected, "share without a repeat": exp(-expected),
            "variance of repeats": expected}  # fmt: skip


def _repeated(seen: Seen) -> dict[str, float]:
    repeats = seen.inside("cases", "reported_at")["repeats"]
    return {"mean repeats of a case": seen.measure("repeats_per_case"),
            "share without a repeat": float((repeats == 0).mean()),
            "variance of repeats": float(repeats.var(ddof=1))}  # fmt: skip


def _chains(scenario: Scenario) -> dict[str, float]:
    s, recurs = stream(scenario), scenario.hazards["issue"].recurs
    again = recurs.share.value if recurs else 0.0
    return {"issues an hour, recurrences included": s.lam, "share of recurrences": again,
            "mean length of a chain": 1.0 / (1.0 - again), "share of chains longer than two": again**2}  # fmt: skip


def _chained(seen: Seen) -> dict[str, float]:
    """Chains by their first issue in the period, followed to the end of the run."""
    issues = seen.inside("issues", "occurred_at")
    every = seen.tables["issues"]
    first = issues.loc[issues["generation"] == 0, "root"]
    lengths = every[every["root"].isin(first)].groupby("root").size()
    return {
        "issues an hour, recurrences included": len(issues) / seen.hours,
        "share of recurrences": seen.measure("recurrence_share"),
        "mean length of a chain": float(lengths.mean()),
        "share of chains longer than two": float((lengths > 2).mean()),
    }


def _asked(scenario: Scenario) -> dict[str, float]:
    """Each attempt is false with f and asked about with q, independently. A case is opened again while both are so."""
    ledger = scenario.mechanisms.ledger
    f, q = ledger.false_claims.value, ledger.reached.value
    late = q * (1.0 - f) / (1.0 - q * f)  # said solved in the end, after it was said not to be
    solved = 1.0 - f + f * late
    return {
        "reopened": q * f,
        "truly resolved": (1.0 - f) / (1.0 - q * f),
        "said solved, of those reached": solved,
        "said solved, of all": q * solved,
        "satisfied, of those reached": solved * ledger.satisfied_solved.value
        + (1.0 - solved) * ledger.satisfied_unsolved.value,
    }


def _answered(seen: Seen) -> dict[str, float]:
    cases = seen.inside("cases", "reported_at")
    return {
        "reopened": seen.measure("reopened_share"),
        "truly resolved": seen.measure("truly_resolved_share"),
        "said solved, of those reached": seen.measure("said_solved_share_valid"),
        "said solved, of all": float((cases["called_back"] & cases["said_solved"]).mean()),
        "satisfied, of those reached": seen.measure("satisfied_share_valid"),
    }


CASES = (
    Known("patrol", "patrol", "renewal: U lap + a lap for each pass that does not see it, in the hours of patrol",
         "Ross, Probability Models, 7; computed over hour and place", _patrol, _found),
    Known("patrol with absence", "patrol", "the same, days walked with probability 1 - a",
         "Ross, Probability Models, 7; computed over hour and place", _patrol, _found,
         ("staff.grid_workers.absence=0.25", "run.length=320 days")),
    Known("patrol with absence and cover", "patrol", "the same, days walked with probability 1 - a²",
         "Ross, Probability Models, 7; computed over hour and place", _patrol, _found,
         ("staff.grid_workers.absence=0.25", "mechanisms.density.cover=1")),
    Known("noticed or healed, exponential", "noticing", "share r / (r + h), time 1 / (r + h)",
         "competing risks; Ross, Probability Models, 5.2", _or_healed, _reported),
    Known("noticed or healed, constant", "noticing", "share 1 - exp(-r H)", "competing risks; Ross 5.2",
         _or_healed, _reported, ("hazards.issue.heals.after=12 h",)),
    Known("repeats while open", "repeats", "Poisson with mean r a T", "thinning; Lewis and Shedler 1979",
         _again, _repeated),
    Known("recurrence", "recurring", "chains geometric: P(longer than k) = p^k", "branching; Ross 4.7",
         _chains, _chained, short="20 days"),
    Known("call-backs", "call-backs", "cycles of claim and call, geometric", "absorbing chain; Kemeny, Snell 1960, 3",
         _asked, _answered),
)  # fmt: skip
