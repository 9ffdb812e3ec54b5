"""The large cases: what each asks of gridgov, as a scenario laid over a preset."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sim.scenario.load import Loaded, load, read, resolved

CATEGORIES, DEPARTMENTS = 200, 60
"""Categories and departments of the case of many kinds; departments as many as the bits of one integer allow."""
CREWS = 12
"""Crews of each of its departments."""


class Large(NamedTuple):
    """A large case: what it is, and its scenario."""

    title: str
    loaded: Callable[[], Loaded]


def rates_times(preset: str, factor: float, *sets: str) -> Loaded:
    """Return a preset in which every category of issues occurs so many times as often."""
    hazards = load(preset).scenario.hazards
    rates = (
        f"hazards.{name}.rate={hazard.rate.value * factor:.9f} per resident per year"
        for name, hazard in hazards.items()
    )
    return load(preset, [*rates, *sets])


def many_kinds() -> Loaded:
    """Return the district with its categories and departments repeated, rates as much lower, for half a year."""
    draft = read("jiancaoping-800")
    data = draft.document.data
    departments = dict(_repeated(data["departments"], DEPARTMENTS))
    for unit in departments.values():
        unit["crews"] = CREWS
    hazards = {}
    share = len(data["hazards"]) / CATEGORIES
    kinds = len(departments) // len(data["departments"])
    for number, (name, hazard) in enumerate(_repeated(data["hazards"], CATEGORIES)):
        hazards[name] = _of_copy(hazard, number // len(data["hazards"]) % kinds, data["departments"], share)
    data["departments"], data["hazards"], data["field"] = departments, hazards, {}
    data["shocks"] = []
    return resolved(draft, ["run.length=26 weeks"])


def _repeated(section: Mapping[str, Any], count: int) -> list[tuple[str, dict[str, Any]]]:
    """Return so many entries of a section, each with a name of its own: those of the section again and again."""
    names = list(section)
    copies = ((names[number % len(names)], number // len(names)) for number in range(count))
    return [(_copy_name(name, copy), dict(section[name])) for name, copy in copies]


def _copy_name(name: str, copy: int) -> str:
    return f"{name}_{copy}" if copy else name


def _of_copy(hazard: dict[str, Any], copy: int, departments: Mapping[str, Any], share: float) -> dict[str, Any]:
    """Return a category of one copy: by the departments of that copy, at a share of its rate."""

    def own(name: str) -> str:
        return _copy_name(name, copy) if name in departments else name

    rate = hazard["rate"]["value"] if isinstance(hazard["rate"], Mapping) else hazard["rate"]
    number, _, unit = str(rate).partition(" ")
    changed = {**hazard, "rate": f"{float(number) * share:.9f} {unit}"}
    changed["handled_by"] = {own(name): unit for name, unit in hazard["handled_by"].items()}
    if hazard.get("joint"):
        changed["joint"] = {**hazard["joint"], "among": [own(name) for name in hazard["joint"]["among"]]}
    return changed


CASES: Mapping[str, Large] = {
    "overload": Large(
        "ten times the issues that the tenth is staffed for, a year",
        lambda: rates_times("jiancaoping-tenth", 10, "run.length=52 weeks", "run.replications=1"),
    ),
    "grids": Large(
        "100,000 grids, ten weeks",
        lambda: load("jiancaoping-800", ["grids.count=100000", "run.length=10 weeks", "run.replications=1"]),
    ),
    "residents": Large(
        "five million residents, ten weeks",
        lambda: load(
            "weihai",
            [
                "population.residents=5000000",
                "population.households=1700000",
                "run.warmup=1 week",
                "run.followup=1 week",
                "run.length=10 weeks",
                "run.replications=1",
            ],
        ),
    ),
    "kinds": Large(f"{CATEGORIES} categories and {DEPARTMENTS} departments, half a year", many_kinds),
    "decade": Large("ten years of weihai", lambda: load("weihai", ["run.length=520 weeks", "run.replications=1"])),
}
"""The large cases by name."""
YARDSTICK = Large(
    "ten weeks of jiancaoping-800",
    lambda: load("jiancaoping-800", ["run.length=10 weeks", "run.replications=1"]),
)
"""What tells how fast this machine is just now: its time over what is stated for it."""
