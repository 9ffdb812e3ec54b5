"""Cases that pass several stations: in turn, back again, and at two at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.verify import formulas
from sim.verify.case import Known, Seen, mean_hours, stream

if TYPE_CHECKING:
    import pandas as pd

    from sim.scenario.models import Scenario

CLOSING = "mean time to closing, h"
FIRE, POLICE = "fire", "police"


def _time_at(name: str) -> str:
    return f"{name}: mean time there, h"


def _number_at(name: str) -> str:
    return f"{name}: number there over rate x time"


def _back_in_line(scenario: Scenario) -> dict[str, float]:
    s, again = stream(scenario), scenario.mechanisms.ledger.false_claims.value
    return {CLOSING: s.mean / (1.0 - again - s.lam * s.mean)}


def _closing(seen: Seen) -> dict[str, float]:
    return {CLOSING: seen.time_to_close()}


def _in_turn(scenario: Scenario) -> dict[str, float]:
    """Each station is an M/M/c on its own at the rate lam / (1 - p), whatever comes back."""
    s, again = stream(scenario), scenario.mechanisms.ledger.false_claims.value
    found: dict[str, float] = {}
    for name in (FIRE, POLICE):
        crews = scenario.departments[name].in_all(1)
        found[_time_at(name)] = s.mean + formulas.wait_with_servers(crews, s.lam / (1.0 - again), s.mean)
    found[CLOSING] = sum(found.values()) / (1.0 - again)
    return found | {_number_at(name): 1.0 for name in (FIRE, POLICE)}


def _stations(seen: Seen) -> dict[str, float]:
    """Times from those who came in the period; numbers from who is there at each full hour, the rate from arrivals."""
    found: dict[str, float] = {}
    jobs = seen.inside("jobs", "queued_at")
    for name in (FIRE, POLICE):
        number = seen.station(name)
        own, every = jobs[jobs["station"] == number], seen.tables["jobs"]
        time = mean_hours(own["queued_at"], own["finished_at"])
        there = seen.present(*(every.loc[every["station"] == number, c] for c in ("queued_at", "finished_at"))).mean()
        found |= {_time_at(name): time, _number_at(name): float(there) / (len(own) / seen.hours * time)}
    return found | {CLOSING: seen.time_to_close()}


def _both(scenario: Scenario) -> dict[str, float]:
    s = stream(scenario)
    return {"mean time until both are done, h": formulas.both_of_two(s.lam, s.mean),
            _time_at(FIRE): s.mean / (1.0 - s.lam * s.mean)}  # fmt: skip


def _both_seen(seen: Seen) -> dict[str, float]:
    fire, police = (_parts(seen, name) for name in (FIRE, POLICE))
    later = fire["finished_at"].combine(police["finished_at"], max)
    return {
        "mean time until both are done, h": mean_hours(fire["queued_at"], later),
        _time_at(FIRE): mean_hours(fire["queued_at"], fire["finished_at"]),
    }


def _parts(seen: Seen, name: str) -> pd.DataFrame:
    return seen.jobs("part", name).set_index("case").sort_index()


def _later_of_two(scenario: Scenario) -> dict[str, float]:
    mean = scenario.mechanisms.whistle.sign_after.mean() / 3_600_000.0
    return {"mean time until both have signed, h": 1.5 * mean, "mean of its square, h²": 3.5 * mean**2}


def _signed(seen: Seen) -> dict[str, float]:
    cases = seen.cases()
    hours = (cases["signed_at"] - cases["whistled_at"]).dt.total_seconds() / 3600.0
    return {"mean time until both have signed, h": float(hours.mean(skipna=False)),
            "mean of its square, h²": float((hours**2).mean(skipna=False))}  # fmt: skip


CASES = (
    Known("M/M/1 with feedback", "rework", "time = m / (1 - p - rho)", "Jackson 1957; Kleinrock I, 4.8",
         _back_in_line, _closing),
    Known("tandem", "in-turn", "each station an M/M/c at the same rate", "Burke 1956; Kleinrock I, 4.8",
         _in_turn, _stations),
    Known("Jackson network with feedback", "in-turn", "each station an M/M/c at lam / (1 - p)",
         "Jackson 1957; Little 1961; Kleinrock I, 4.8", _in_turn, _stations,
         ("mechanisms.ledger.false_claims=0.2",)),
    Known("fork and join of two departments", "two-departments", "time = (12 - rho) / 8 x m / (1 - rho)",
         "Flatto and Hahn 1984; Nelson and Tantawi 1988", _both, _both_seen),
    Known("the later of two signatures", "signatures", "mean 3/2 m, mean of the square 7/2 m²",
         "maximum of two exponentials; Ross, Probability Models, 5.2", _later_of_two, _signed),
)  # fmt: skip
