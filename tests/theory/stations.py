"""Scenarios that reduce the model to one station, each beside the closed form that its mean must meet.

Times are in hours and rates per hour. `lam` is the rate of arrivals, `mean` the mean work, `rho` = lam mean / servers.
Every theory reads its rates from the scenario that is run, so no number is written twice.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from sim.scenario.load import read
from sim.scenario.merge import merged
from sim.scenario.models import Scenario

HOURS_OF_A_YEAR = 365.0 * 24.0
HOUR_MS = 3_600_000.0
FOREVER = "90 years"
STATION = Path(__file__).with_name("station.yaml")
ISSUE: dict[str, Any] = {
    "title": "Issue", "stream": "request", "place": "home", "hours": "flat", "seen_per_pass": 0, "noticed": "0 per day",
    "reports": 0, "revealed_per_visit": 0, "at_once": True, "dangerous": 0, "severity": 1, "fixed_on_the_spot": 0,
    "deadline": FOREVER,
}  # fmt: skip


@dataclass(frozen=True)
class Theory:
    """A scenario, and what a closed form says of each hazard's cases: mean wait for work, mean time to closing."""

    name: str
    source: str
    scenario: Scenario
    wait_h: dict[str, float]
    sojourn_h: dict[str, float]


@dataclass(frozen=True)
class Stream:
    """Arrivals of one class: rate per hour, mean work (h), and the squared coefficient of variation of work."""

    lam: float
    mean: float
    scv: float

    @property
    def rho(self) -> float:
        """Offered load."""
        return self.lam * self.mean

    @property
    def second_moment(self) -> float:
        """Mean of the square of work, h2."""
        return self.mean * self.mean * (1.0 + self.scv)


def issue(per_day: float, work: Any, **own: Any) -> dict[str, Any]:
    """A hazard with so many issues a day in the whole district, each holding some work for the desk."""
    yearly = f"{per_day * 365.0 / 20_000:.9f} per resident per year"
    return {**ISSUE, "rate": yearly, "handled_by": {"community": {"share": 1, "work": work}}, **own}


def one_station(hazards: dict[str, Any], **own: Any) -> Scenario:
    """The scenario of one station that these hazards arrive at, with further sections laid over it."""
    document = read("village-square").document.data
    bare = {**document, "hazards": {}, "channels": {}, "departments": {}, "field": {}}
    bare["staff"] = {**bare["staff"], "street_teams": {}}
    layer = merged(YAML(typ="safe").load(STATION.read_text("utf-8")), own)
    return Scenario.model_validate({**merged(bare, layer), "hazards": hazards})


def streams(scenario: Scenario) -> dict[str, Stream]:
    """Each hazard as a stream of arrivals."""
    found = {}
    for name, hazard in scenario.hazards.items():
        lam = hazard.rate.value * scenario.population.residents.value / HOURS_OF_A_YEAR
        work = hazard.handled_by["community"].work
        scv = {"exponential": 1.0, "constant": 0.0}.get(work.kind)
        if scv is None:
            scv = math.exp(work.parameters["sigma"] ** 2) - 1.0
        found[name] = Stream(lam, work.mean() / HOUR_MS, scv)
    return found


def single_server() -> Theory:
    """M/M/1 at 0.6: mean wait rho mean / (1 - rho), mean time to closing mean / (1 - rho).

    Source: Erlang 1909; Kleinrock, Queueing Systems I, section 3.2.
    """
    scenario = one_station({"issue": issue(57.6, {"exponential": {"mean": "15 min"}})})
    s = streams(scenario)["issue"]
    sojourn = s.mean / (1.0 - s.rho)
    return Theory("M/M/1", "Kleinrock I, 3.2", scenario, {"issue": sojourn - s.mean}, {"issue": sojourn})


def three_servers() -> Theory:
    """M/M/3 at 0.7: mean wait C(3, a) mean / (3 (1 - rho)), C being Erlang's probability of waiting.

    Source: Erlang 1917; Kleinrock, Queueing Systems I, section 3.5.
    """
    crews = 3
    scenario = one_station(
        {"issue": issue(201.6, {"exponential": {"mean": "15 min"}})},
        staff={"community_desks": {"crews": crews}},
        run={"length": "20 days"},
    )
    s = streams(scenario)["issue"]
    rho = s.rho / crews
    tail = s.rho**crews / math.factorial(crews) / (1.0 - rho)
    waits = tail / (sum(s.rho**k / math.factorial(k) for k in range(crews)) + tail)
    wait = waits * s.mean / (crews * (1.0 - rho))
    return Theory("M/M/3", "Kleinrock I, 3.5", scenario, {"issue": wait}, {"issue": wait + s.mean})


def lognormal_work() -> Theory:
    """M/G/1 at 0.6 with lognormal work of cv 0.6: mean wait lam E[S2] / (2 (1 - rho)).

    Source: Pollaczek 1930, Khinchine 1932; Kleinrock, Queueing Systems I, section 5.6.
    """
    scenario = one_station({"issue": issue(57.6, {"lognormal": {"mean": "15 min", "cv": 0.6}})})
    s = streams(scenario)["issue"]
    wait = s.lam * s.second_moment / (2.0 * (1.0 - s.rho))
    return Theory("M/G/1", "Pollaczek-Khinchine", scenario, {"issue": wait}, {"issue": wait + s.mean})


def two_priorities() -> Theory:
    """M/M/1 at 0.65 with two classes, no interruption: with W0 = sum lam E[S2] / 2 the first class waits
    W0 / (1 - rho1), the second W0 / ((1 - rho1) (1 - rho)).

    Ageing of 30 years makes priorities strict.
    Source: Cobham 1954; Kleinrock, Queueing Systems II, section 3.3.
    """
    work = {"exponential": {"mean": "15 min"}}
    hazards = {"urgent": issue(24.0, work, urgency="urgent"), "normal": issue(38.4, work)}
    strict = {"enabled": True, "ageing": "30 years", "skill_cv": 0}
    scenario = one_station(hazards, mechanisms={"queueing": strict})
    both = streams(scenario)
    residual = sum(s.lam * s.second_moment for s in both.values()) / 2.0
    first, rho = 1.0 - both["urgent"].rho, sum(s.rho for s in both.values())
    wait = {"urgent": residual / first, "normal": residual / (first * (1.0 - rho))}
    return Theory("priorities", "Cobham", scenario, wait, {name: w + both[name].mean for name, w in wait.items()})


def feedback() -> Theory:
    """M/M/1 with feedback: a quarter of all work is not done and goes to the tail of the line with new work.

    The line is that of an M/M/1 with lam / (1 - p), so by Little's law the mean time to closing is
    mean / (1 - p - lam mean). Source: Jackson 1957; Kleinrock, Queueing Systems I, section 4.8.
    """
    again = 0.25
    ledger = {"enabled": True, "false_claims": again, "desk_check": 1, "checked": 0, "reached": 0, "rework": 1}
    scenario = one_station({"issue": issue(43.2, {"exponential": {"mean": "15 min"}})}, mechanisms={"ledger": ledger})
    s = streams(scenario)["issue"]
    return Theory("feedback", "Jackson", scenario, {}, {"issue": s.mean / (1.0 - again - s.rho)})


THEORIES: tuple[Callable[[], Theory], ...] = (single_server, three_servers, lognormal_work, two_priorities, feedback)
"""All of them, as builders."""
