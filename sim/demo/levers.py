"""What can be moved on the page: levers with numbers, a switch for each mechanism, and what both mean in a scenario."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from sim.language.units import HOUR_MS
from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Mechanism, is_on
from sim.scenario.models import Scenario

TEACHING_CASE = Path(__file__).with_name("teaching-case.yaml")
"""What is shown unless another scenario is named."""
DEPARTMENT_CREWS = "crews"
"""The lever that moves the crews of all departments together, in percent of the hours for cases that the scenario gives
them."""
ALL = 100.0
MOST_LIMITS = 2.0
"""As many limits as may pass before a whistle is blown for a single case; the scenario allows no more."""


class Lever(NamedTuple):
    """A slider: the name by which words know it, its ends, its step, where it stands in the scenario, and its unit."""

    name: str
    low: float
    high: float
    step: float
    value: float
    unit: str = ""


class Policy(NamedTuple):
    """Where the levers (by name) and the switches of mechanisms (by section) of one side stand."""

    levers: Mapping[str, float]
    switches: Mapping[str, bool]


def levers(scenario: Scenario) -> dict[str, Lever]:
    """Return the levers that a scenario has, by name; grids that are drawn on a map of its own cannot be moved."""
    found = {}
    workers = scenario.staff.grid_workers.count.value
    if scenario.grids.count is not None:
        communities = int(scenario.territory.communities.value)
        found["grids"] = _whole("grids", communities, 3 * scenario.grids.count.value, scenario.grids.count.value)
    found["workers"] = _whole("workers", max(1, workers // 3), 2 * workers, workers)
    found[DEPARTMENT_CREWS] = Lever(DEPARTMENT_CREWS, 10, 200, 10, ALL, "%")
    whistle, assessment = scenario.mechanisms.whistle, scenario.mechanisms.assessment
    hold, after, weight = whistle.hold.value / HOUR_MS, whistle.single_after.value, 100 * assessment.weight.value
    found["hold"] = Lever("hold", min(0.25, hold), max(8, hold), 0.25, hold, "h")
    found["threshold"] = Lever("threshold", min(0.25, after), MOST_LIMITS, 0.25, after)
    found["pressure"] = Lever("pressure", 0, 100, 5, weight, "%")
    return found


def _whole(name: str, low: int, high: int, value: int) -> Lever:
    """Return a lever of whole numbers that `value` lies on, in at most a hundred or so steps."""
    step = max(1, (high - low) // 100)
    return Lever(name, value - (value - low) // step * step, high, step, value)


def as_it_is(scenario: Scenario) -> Policy:
    """Return the policy that a scenario has."""
    stands = {name: lever.value for name, lever in levers(scenario).items()}
    return Policy(stands, {mechanism.section: is_on(mechanism, scenario) for mechanism in MECHANISMS})


def assignments(policy: Policy, scenario: Scenario) -> tuple[str, ...]:
    """Return what a policy changes of a scenario, as assignments (`path=value`); nothing if it is as it is."""
    own = as_it_is(scenario)
    moved = {name: value for name, value in policy.levers.items() if value != own.levers[name]}
    changed = [text for name, value in moved.items() for text in _of_lever(name, value, scenario)]
    return (
        *changed,
        *(
            f"mechanisms.{section}.enabled={str(on).lower()}"
            for section, on in policy.switches.items()
            if on != own.switches[section]
        ),
    )


def _of_lever(name: str, value: float, scenario: Scenario) -> list[str]:
    """Return the assignments that put a lever at a value in its unit."""
    if name == DEPARTMENT_CREWS:
        return [text for unit in scenario.departments for text in _of_crews(unit, value, scenario)]
    path, text = {
        "grids": ("grids.count", f"{value:.0f}"),
        "workers": ("staff.grid_workers.count", f"{value:.0f}"),
        "hold": ("mechanisms.whistle.hold", f"{value:g} h"),
        "threshold": ("mechanisms.whistle.single_after", f"{value:g}"),
        "pressure": ("mechanisms.assessment.weight", f"{value / 100:g}"),
    }[name]
    return [f"{path}={text}"]


def _of_crews(unit: str, percent: float, scenario: Scenario) -> list[str]:
    """Return the assignments that give a department so many percent of its hours for cases: crews are whole, so what
    they have too much is taken from the part of their time that is for cases."""
    its = scenario.departments[unit]
    if its.crews is None or its.crews.value == 0:
        return []
    count = crews_at(percent, its.crews.value)
    left = min(percent / ALL * its.crews.value / count, 1.0)
    share = [] if left == 1.0 else [f"departments.{unit}.share={its.share.value * left:.6g}"]
    return [f"departments.{unit}.crews={count}", *share]


def crews_at(percent: float, count: int) -> int:
    """Return the crews (number) of a department that has `count`, at so many percent of them: at least one of any."""
    return max(1, int(count * percent / ALL + 0.5)) if count else 0


def has_numbers(mechanism: Mechanism, scenario: Scenario) -> bool:
    """Say whether a scenario gives a mechanism numbers of its own; without any, a switch for it may change nothing."""
    section = getattr(scenario.mechanisms, mechanism.section)
    return mechanism.required or bool(set(section.model_fields_set) - {"enabled"})
