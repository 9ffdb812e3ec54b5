"""Targets of an optimisation: `at most 72 h`, `at least 60 %`, in the unit of their measure."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from sim.language import units
from sim.language.units import HOUR_MS, QuantityError
from sim.measures.catalogue import MEASURES

_FORM = re.compile(r"\s*(at most|at least)\s+(.+?)\s*")
_ALLOWED = "written like 'at most 72 h' or 'at least 60 %'"


class Limit(NamedTuple):
    """What a measure's mean must not pass: `value` in the measure's unit."""

    measure: str
    sense: Literal["at most", "at least"]
    value: float

    def excess(self, mean: float) -> float:
        """Return by how much a mean fails it, negative if it is met with room to spare; in the measure's unit."""
        return mean - self.value if self.sense == "at most" else self.value - mean


def limit(measure: str, text: str) -> Limit:
    """Return the target of a measure; QuantityError if it cannot be read."""
    found = _FORM.fullmatch(text)
    if not found:
        raise QuantityError("not a target", found=text, allowed=_ALLOWED)
    sense: Literal["at most", "at least"] = "at most" if found[1] == "at most" else "at least"
    return Limit(measure, sense, _read(found[2], MEASURES[measure].unit))


def _read(text: str, unit: str) -> float:
    """Return a number in a measure's unit: hours and shares with theirs, all else with none or that very unit."""
    if unit == "h":
        return units.DURATION.read(text) / HOUR_MS
    if unit == "share":
        return units.SHARE.read(text)
    return units.NUMBER.read(text.removesuffix(unit).strip())
