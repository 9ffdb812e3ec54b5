"""How precisely a study is to know: the width of an interval, by measure, that is narrow enough."""

from typing import NamedTuple

from pydantic import Field

from sim.language.model import Model
from sim.language.units import DURATION, HOUR_MS, NUMBER, SHARE, QuantityError, nearest_word
from sim.measures.catalogue import MEASURES

_ALLOWED = "written like '5 %', '0.5 h', '2 points' (of a share), or '5 % or 0.5 h' where a mean may be near zero"


class Until(Model):
    """Replications until intervals are narrow enough."""

    until: dict[str, str] = Field(
        min_length=1,
        description="Half-width of the 95 % interval by measure: '5 %' of the mean, '0.5 h', or '5 % or 0.5 h',"
        " whichever is wider, for means that may be near zero.",
    )
    at_least: int = Field(3, ge=3, description="Replications before the first look.")
    at_most: int = Field(50, ge=3, description="The budget: no more replications than this.")
    look_ahead: int = Field(5, ge=0, description="Further replications for which an interval must stay narrow.")


class Target(NamedTuple):
    """The half-width that is narrow enough: the wider of a part of the mean and an amount in the measure's unit."""

    relative: float
    absolute: float

    def is_met(self, half_width: float, mean: float) -> bool:
        """Say whether a half-width is narrow enough beside a mean."""
        return half_width <= max(self.relative * abs(mean), self.absolute)


def target(measure: str, text: str) -> Target:
    """Return the target of a measure; QuantityError if there is no such measure or the text cannot be read."""
    if measure not in MEASURES:
        raise QuantityError("no such measure", found=measure, nearest=nearest_word(measure, list(MEASURES)))
    unit, relative, absolute = MEASURES[measure].unit, 0.0, 0.0
    for part in text.split(" or "):
        if part.strip().endswith("%"):
            relative = SHARE.read(part.strip())
        else:
            absolute = _amount(part.strip(), unit)
    if not relative and not absolute:
        raise QuantityError("expected how wide an interval may be", found=text, allowed=_ALLOWED)
    return Target(relative, absolute)


def _amount(text: str, unit: str) -> float:
    if unit == "h":
        return DURATION.read(text) / HOUR_MS
    if unit == "share":
        return NUMBER.read(text.removesuffix("points").strip()) / 100
    return NUMBER.read(text.removesuffix(unit).strip())
