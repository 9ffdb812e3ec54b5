"""What a measure is: a number of one replication, with its unit, its definition and how not to misread
it."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sim.measures.chinese import CHINESE
from sim.measures.tables import Watched

Better = Literal["lower", "higher"] | None
Function = Callable[[Watched], float]


class Text(NamedTuple):
    """A text in English and in Chinese."""

    en: str
    zh: str


@dataclass(frozen=True)
class Measure:
    """A measure; `function` gives its value in one replication, NaN where it is undefined.

    `unit` is `h`, `share` (0 to 1) and so on; `better` is the direction that is better if nothing else
    changes, None where there is none; `caution` is what a planner must know before reading it.
    """

    name: str
    unit: str
    better: Better
    label: Text
    definition: Text
    caution: Text
    function: Function

    def __call__(self, watched: Watched) -> float:
        """Return its value in one replication."""
        return self.function(watched)


def define(
    name: str, unit: str, better: Better, function: Function, *, label: str, definition: str, caution: str
) -> Measure:
    """Return a measure from its English texts; the Chinese ones stand in `sim.measures.chinese`."""
    zh = CHINESE[name]
    return Measure(
        name,
        unit,
        better,
        Text(label, zh.label),
        Text(definition, zh.definition),
        Text(caution, zh.caution),
        function,
    )


def measure(unit: str, better: Better, *, label: str, caution: str) -> Callable[[Function], Measure]:
    """Make a function a measure of the same name; its docstring is the definition."""

    def named(function: Function) -> Measure:
        definition = " ".join((inspect.getdoc(function) or "").split())
        return define(function.__name__, unit, better, function, label=label, definition=definition, caution=caution)

    return named
