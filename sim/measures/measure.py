"""What a measure is: a number of one replication, with its unit and the direction that is better. What people read of
it, its label, definition and caution, stands in `sim.words`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from sim.measures.tables import Watched

Better = Literal["lower", "higher"] | None
Function = Callable[[Watched], float]


@dataclass(frozen=True)
class Measure:
    """A measure; `function` gives its value in one replication, NaN where it is undefined.

    `unit` is `h`, `share` (0 to 1) and so on; `better` is the direction that is better if nothing else
    changes, None where there is none.
    """

    name: str
    unit: str
    better: Better
    function: Function

    def __call__(self, watched: Watched) -> float:
        """Return its value in one replication."""
        return self.function(watched)


def measure(unit: str, better: Better) -> Callable[[Function], Measure]:
    """Make a function a measure of the same name; its docstring says what is computed."""

    def named(function: Function) -> Measure:
        return Measure(function.__name__, unit, better, function)

    return named
