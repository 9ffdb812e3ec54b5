"""The world: the ground, and the primary issues that occur on it. No organisation has a part in it.

Scenarios that differ in their organisation alone share it, and runs of one scenario share its ground. So the last world
that was built is kept, and built anew only when something is asked for that it depends on; where small ones are asked
for in turns, several may be (`keep_worlds`).
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sim.chance.draws import streams
from sim.language.model import Of, marked
from sim.scenario.models import Scenario
from sim.world.ground import Ground, build_ground
from sim.world.occurrences import Occurrences, draw_occurrences

T = TypeVar("T")

OF_GROUND, OF_WORLD = marked(Scenario, Of.GROUND), marked(Scenario, Of.GROUND, Of.OCCURRENCES)
"""What the ground and the occurrences on it depend on; what these are, and who deals with them, is decided later."""

_kept: dict[str, OrderedDict[object, Any]] = {"ground": OrderedDict(), "occurrences": OrderedDict()}
_room = {"ground": 1, "occurrences": 1}


@dataclass(frozen=True)
class World:
    """The ground, and the primary issues of one replication."""

    ground: Ground
    occurrences: Occurrences


def build_world(scenario: Scenario, replication: int) -> World:
    """The world of a replication (from 0) of a scenario: the last one built if it is the same."""
    ground = _last("ground", ground_key(scenario), lambda: build_ground(scenario))
    draw = streams(scenario.territory.seed, scenario.run.seed, replication)
    end = int(scenario.run.warmup.value) + int(scenario.run.length.value) + int(scenario.run.followup.value)
    key = (world_key(scenario), replication)
    return World(ground, _last("occurrences", key, lambda: draw_occurrences(scenario, ground, draw, end)))


def ground_key(scenario: Scenario) -> str:
    """All of a scenario that its ground depends on, as text."""
    return scenario.model_dump_json(include=OF_GROUND)


def world_key(scenario: Scenario) -> str:
    """All of a scenario that its worlds depend on, as text: scenarios with the same one share each replication's."""
    return scenario.model_dump_json(include=OF_WORLD)


def keep_worlds(count: int) -> None:
    """Keep the occurrences of so many replications (a number of them) in this process, instead of one."""
    _room["occurrences"] = count


def _last(what: str, key: object, build: Callable[[], T]) -> T:
    kept = _kept[what]
    if key not in kept:
        while len(kept) >= _room[what]:
            kept.popitem(last=False)  # old ones go before the new one comes: no more than there is room for
        kept[key] = build()
    kept.move_to_end(key)
    value: T = kept[key]
    return value
