"""One line of waiting jobs: crews, works, priorities, hours, and a world too small for two of a kind."""

from __future__ import annotations

from math import erfc, log, sqrt
from typing import TYPE_CHECKING

import numpy as np

from sim.verify import formulas
from sim.verify.case import Known, Numbers, Seen, stream

if TYPE_CHECKING:
    from sim.scenario.models import Scenario

URGENT, NORMAL = "urgent", "normal"
WAIT, CLOSING, OPEN = "mean wait, h", "mean time to closing, h", "mean number open"
ONE_WORK = "hazards.issue.handled_by.community.work"


def _one_crew(scenario: Scenario) -> dict[str, float]:
    s = stream(scenario)
    wait = formulas.wait_of_any_work(s.lam, s.mean, s.scv)
    return {WAIT: wait, CLOSING: wait + s.mean, OPEN: s.lam * (wait + s.mean)}


def _crews(scenario: Scenario) -> dict[str, float]:
    s = stream(scenario)
    wait = formulas.wait_with_servers(scenario.staff.community_desks.in_all(1), s.lam, s.mean)
    return {WAIT: wait, CLOSING: wait + s.mean, OPEN: s.lam * (wait + s.mean)}


def _counters(scenario: Scenario) -> dict[str, float]:
    """Each counter has a part of the issues, and one crew."""
    s, counters = stream(scenario), len(scenario.departments)
    wait = formulas.wait_with_servers(1, s.lam / counters, s.mean)
    return {WAIT: wait, CLOSING: wait + s.mean, OPEN: s.lam * (wait + s.mean)}


def _line(seen: Seen) -> dict[str, float]:
    cases = seen.tables["cases"]
    present = seen.present(cases["registered_at"], cases["closed_at"]).mean()
    return {WAIT: seen.wait(), CLOSING: seen.time_to_close(), OPEN: float(present)}


def _strict(scenario: Scenario) -> dict[str, float]:
    first, second = (stream(scenario, name) for name in (URGENT, NORMAL))
    crews = scenario.staff.community_desks.in_all(1)
    waits = formulas.waits_by_class(crews, [first.lam, second.lam], first.mean)
    return dict(zip((f"{URGENT}: {WAIT}", f"{NORMAL}: {WAIT}"), waits, strict=True))


def _in_order_of_arrival(scenario: Scenario) -> dict[str, float]:
    first, second = (stream(scenario, name) for name in (URGENT, NORMAL))
    wait = formulas.wait_with_servers(scenario.staff.community_desks.in_all(1), first.lam + second.lam, first.mean)
    return {f"{URGENT}: {WAIT}": wait, f"{NORMAL}: {WAIT}": wait}


def _waits_by_class(seen: Seen) -> dict[str, float]:
    return {f"{name}: {WAIT}": seen.wait(hazard=name) for name in (URGENT, NORMAL)}


def _conserved(scenario: Scenario) -> dict[str, float]:
    return {"mean wait of all, h": _in_order_of_arrival(scenario)[f"{NORMAL}: {WAIT}"]}


def _wait_of_all(seen: Seen) -> dict[str, float]:
    return {"mean wait of all, h": seen.wait()}


def _by_shift(scenario: Scenario) -> dict[str, float]:
    s = stream(scenario)
    present = formulas.present_by_shift(s.lam, s.mean, 8.0)
    return {OPEN: present, CLOSING: present / s.lam, "utilisation": s.lam * s.mean * 3.0}


def _shift(seen: Seen) -> dict[str, float]:
    cases = seen.tables["cases"]
    present = seen.present(cases["registered_at"], cases["closed_at"]).mean()
    closing = seen.time_to_close()
    return {OPEN: float(present), CLOSING: closing, "utilisation": seen.measure("utilisation_community")}


def _few(scenario: Scenario) -> dict[str, float]:
    s, homes = stream(scenario), int(scenario.population.households.value)
    each = s.lam / homes
    present, closing = formulas.open_with_few_homes(homes, each, s.mean)
    return {OPEN: present, CLOSING: closing, "share absorbed": present / homes}


def _few_seen(seen: Seen) -> dict[str, float]:
    issues = seen.inside("issues", "occurred_at")
    cases = seen.tables["cases"]
    return {
        OPEN: float(seen.present(cases["registered_at"], cases["closed_at"]).mean()),
        CLOSING: seen.time_to_close(),
        "share absorbed": float((issues["state"] == "absorbed").mean()),
    }


HOURS_ASKED = {"Monday 8 h": 8, "Wednesday 16 h": 64, "Saturday 0 h": 120, "Friday 12 h": 108}


def _by_the_hour(scenario: Scenario) -> dict[str, float]:
    """A lognormal work W lasts longer than x with probability erfc((ln x - ln median) / (sigma sqrt 2)) / 2."""
    work = scenario.hazards["issue"].handled_by["community"].work.parameters
    hours = np.array(scenario.profiles.hours["flat"]) / np.mean(scenario.profiles.hours["flat"])
    days = np.array(scenario.profiles.weekdays["work"]) / np.mean(scenario.profiles.weekdays["work"])
    rate = stream(scenario).lam * np.outer(days, hours).ravel()

    def survives(ages: Numbers) -> Numbers:
        scaled = (np.log(ages * 3_600_000.0) - log(work["median"])) / (work["sigma"] * sqrt(2.0))
        return np.array([erfc(x) / 2.0 for x in scaled])

    numbers = formulas.open_at(rate, survives)
    return {f"open on {name}": float(numbers[hour]) for name, hour in HOURS_ASKED.items()}


def _open_by_the_hour(seen: Seen) -> dict[str, float]:
    """The scenario begins on a Monday and its warm-up lasts whole weeks, so hour 0 of the period is Monday's first."""
    cases = seen.tables["cases"]
    numbers = seen.present(cases["registered_at"], cases["closed_at"])
    return {f"open on {name}": float(numbers[hour::168].mean()) for name, hour in HOURS_ASKED.items()}


CASES = (
    Known("M/M/1", "one-desk", "wait = rho m / (1 - rho)", "Erlang 1909; Kleinrock I, 3.2", _one_crew, _line),
    Known("M/D/1", "one-desk", "wait = lam m² / (2 (1 - rho))", "Pollaczek 1930; Kleinrock I, 5", _one_crew, _line,
         (f"{ONE_WORK}=20 min",)),
    Known("M/G/1", "one-desk", "wait = lam E[S²] / (2 (1 - rho))", "Khinchine 1932; Kleinrock I, 5", _one_crew, _line,
         (f"{ONE_WORK}={{lognormal: {{mean: 20 min, cv: 1}}}}", "run.length=900 days")),
    Known("M/M/3, pooled", "three-crews", "wait = C(c, a) m / (c - a)", "Erlang 1917; Kleinrock I, 3.5", _crews, _line),
    Known("the same, split: three times M/M/1", "three-counters", "wait = rho m / (1 - rho) at each counter",
         "Smith and Whitt 1981; Kleinrock I, 3.2", _counters, _line),
    Known("strict priorities, M/M/2", "two-classes", "wait k = (C m / c) / ((1 - s(k-1)) (1 - s(k)))",
         "Cobham 1954; Kleinrock II, 3.6", _strict, _waits_by_class),
    Known("ageing of nothing: first come, first served", "two-classes", "both classes wait C m / (c - a)",
         "Kleinrock II, 3.7, limit of equal priorities", _in_order_of_arrival, _waits_by_class,
         ("mechanisms.queueing.ageing=0 h",)),
    Known("ageing of an hour: waits are conserved", "two-classes", "sum of rho k wait k as first come, first served",
         "Kleinrock 1965; Kleinrock II, 3.4", _conserved, _wait_of_all, ("mechanisms.queueing.ageing=1 h",)),
    Known("finite population, M/M/1//6", "few-homes", "p(k) ~ 6! / (6 - k)! (g m)^k; time = L / (g (6 - L))",
         "Palm 1947; Kleinrock I, 3.8", _few, _few_seen, short="20 days"),
    Known("eight hours of twenty-four", "day-shift", "Markov chain embedded at opening, solved numerically",
         "Stewart 1994, 1 and 8; Little 1961", _by_shift, _shift, short="20 days"),
    Known("M(t)/G/infinity", "busy-mornings", "open(t) = integral of lam(t - u) P(S > u) du",
         "Eick, Massey and Whitt 1993, theorem 1", _by_the_hour, _open_by_the_hour, short="3 weeks"),
)  # fmt: skip
