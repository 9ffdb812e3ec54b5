"""A specimen of each mechanism: what the tests must know of it, in one file that lies where the mechanism lies.

That of `sim/mechanisms/FOLDER/NAME.py` is `SPECIMEN` in `tests/mechanisms/specimens/FOLDER/test_NAME.py`, beside the
tests of what only this mechanism does. No list names them: they are found by the mechanisms' own places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from sim.mechanisms import MECHANISMS
from sim.mechanisms.contract import Mechanism

UP, DOWN = 1, -1
SHARES = (0, 0.3, 1)
"""Values that the generator draws of a share."""
DEPARTMENTS = (
    *("urban_management", "utilities", "market_supervision", "housing", "municipal_works", "civil_affairs", "police"),
    *("traffic_police", "environment", "emergency", "planning", "culture", "agriculture", "education", "health"),
)
"""Departments of the teaching case."""
ALL_DEPARTMENTS = f"[{', '.join(DEPARTMENTS)}]"
"""All of them, as an assignment names them."""
Told = tuple[str, str]
"""What a scenario file says after `extends`, and a part of the line that refuses it."""


def of(section: str, **values: object) -> tuple[str, ...]:
    """Assignments that switch a mechanism on with these numbers."""
    return tuple(f"mechanisms.{section}.{name}={value}" for name, value in {"enabled": "true", **values}.items())


@dataclass(frozen=True)
class Specimen:
    """What is tried with one mechanism in the teaching case, `village-square`.

    - `on`: assignments that let it act.
    - `moves` is the measure it is for and `side_effect` one that shows whose time or trouble it is, each with the
      direction in which it goes when the mechanism is switched on.
    - `drawn`: values of its parameters that the generator of scenarios draws, the plainest first, by path in its
      section (`enabled` is drawn of all); `drawn_beside`: of what else it needs, by whole path.
    - `nothing`: corners, by name, in which it is on and no row of the log is other than without; `given` holds in both.
    - `contradictions`: what its checks refuse, a case at least for each check; `faults`: what the model of its section
      refuses by itself.
    - `comes_out`: its shares of hours, of crews and of places: what they do arises through hours, queues and stocks,
      and is not put in (`sim.mechanisms.put_in`).
    """

    moves: tuple[str, int]
    side_effect: tuple[str, int]
    on: tuple[str, ...] = ()
    drawn: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    drawn_beside: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    nothing: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    given: tuple[str, ...] = ()
    contradictions: Sequence[Told] = ()
    faults: Sequence[Told] = ()
    comes_out: frozenset[str] = frozenset()


def place_of(mechanism: Mechanism) -> str:
    """The module in which the specimen of a mechanism is looked for."""
    *folders, name = mechanism.parameters.__module__.split(".")[2:]
    return ".".join(("tests.mechanisms.specimens", *folders, f"test_{name}"))


@cache
def specimens() -> dict[str, Specimen]:
    """All specimens that there are, by section: a mechanism without one is missed by `test_contract` only."""
    places = {mechanism.section: place_of(mechanism) for mechanism in MECHANISMS}
    return {section: import_module(place).SPECIMEN for section, place in places.items() if find_spec(place)}


def with_specimen() -> list[Mechanism]:
    """The mechanisms that have a specimen."""
    return [mechanism for mechanism in MECHANISMS if mechanism.section in specimens()]


def drawn() -> dict[str, Sequence[Any]]:
    """Values that the generator draws of all mechanisms and of what they need, by whole path."""
    found: dict[str, Sequence[Any]] = {}
    for mechanism in with_specimen():
        path, its = f"mechanisms.{mechanism.section}", specimens()[mechanism.section]
        found[f"{path}.enabled"] = (True, False) if mechanism.required else (False, True)
        found |= {f"{path}.{name}": values for name, values in its.drawn.items()}
        found |= its.drawn_beside
    return found
