"""Which mutant a number stands for: the same one for a seed, whatever was tried before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random


@dataclass(frozen=True)
class Draw:
    """The random numbers of one mutant; of its damages, which are independent, only those in `kept` are done."""

    seed: int
    kind: str
    number: int
    kept: frozenset[int] | None = None

    def rng(self, purpose: str) -> Random:
        """Return the random numbers for a purpose."""
        return Random(f"{self.seed}/{self.kind}/{self.number}/{purpose}")

    def damages(self) -> Iterator[Random]:
        """Yield random numbers for each damage: one mostly, at times two or three."""
        for index in range(self.count()):
            if self.kept is None or index in self.kept:
                yield self.rng(f"damage {index}")

    def count(self) -> int:
        """Return how many damages the mutant has."""
        return self.rng("count").choice((1, 1, 1, 2, 2, 3))

    def only(self, index: int) -> Draw:
        """Return the same mutant with one of its damages."""
        return replace(self, kept=frozenset({index}))


@dataclass(frozen=True)
class Mutant:
    """Something damaged: what was done to it, a file that shows it (if one does), and the attempt to use it."""

    story: tuple[str, ...]
    attempt: Callable[[], object]
    file: Path | None = None


Make = Callable[[Draw, Path], Mutant]
"""Makes the mutant of a draw, with its files in a folder that belongs to the process."""
