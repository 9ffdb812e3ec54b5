"""Durations and numbers that vary from one time to the next.

Written as a quantity (the same every time), or as a mapping with one key that names the family:
`{lognormal: {median: 25 min, p90: 60 min}}`. Beside that key may stand the grade and source, and a range
`low`, `high`: factors on the whole distribution, for the question how much the answer hangs on it.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from sim.language import units
from sim.language.family import FAMILIES, PURE_NUMBERS, Family
from sim.language.json_schema import distribution_schema
from sim.language.quantity import Clock, Grade
from sim.language.units import Dimension, QuantityError, UnknownKeyError, nearest_word
from sim.said import listed, said

KINDS = ("constant", *FAMILIES, "empirical", "mixture")
_KINDS = listed(KINDS)
_BESIDE = ("low", "high", "grade", "source")
_EMPIRICAL = "empirical takes {values, unit} or, in a scenario file, {file, column, unit}"
# Room for thirds written to nine digits.
_SHARE_TOLERANCE = 1e-8
_MIXED_CLOCKS = "mixes working time with calendar time"


class Distribution(BaseModel):
    """A distribution in base units: its kind, the parameters kept, and where it comes from.

    `parameters` are those of `sim.language.family`, or `{"value": x}` of a constant; `values` the sorted
    observations of an empirical one; `components` the shares and parts of a mixture (shares sum to 1).
    `low` and `high` are factors on the whole.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    dimension: ClassVar[Dimension] = units.NUMBER

    kind: str
    parameters: dict[str, float] = {}
    values: tuple[float, ...] = ()
    components: tuple[tuple[float, "Distribution"], ...] = ()
    clock: Clock = "calendar"
    low: float | None = None
    high: float | None = None
    grade: Grade | None = None
    source: str | None = None

    @classmethod
    def of(cls, written: object) -> Self:
        """Return the distribution that a scenario would write so, or raise pydantic's ValidationError."""
        return cls.model_validate(written)

    @model_validator(mode="before")
    @classmethod
    def _from_written(cls, written: object) -> object:
        return written if isinstance(written, Distribution) else _Reader(cls).whole(written)

    def mean(self) -> float:
        """Return the mean in the base unit."""
        if self.kind == "constant":
            return self.parameters["value"]
        if self.kind == "empirical":
            return math.fsum(self.values) / len(self.values)
        if self.kind == "mixture":
            return math.fsum(share * part.mean() for share, part in self.components)
        return FAMILIES[self.kind].mean(self.parameters)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of what may be written, not of what is kept."""
        return distribution_schema(cls.__name__, cls.dimension)


class DurationDistribution(Distribution):
    """A distribution of durations, in milliseconds on one clock."""

    dimension = units.DURATION


class NumberDistribution(Distribution):
    """A distribution of numbers without a unit."""

    dimension = units.NUMBER


class _Reader:
    """Reads one written distribution into the fields that are kept."""

    def __init__(self, kind_of: type[Distribution]) -> None:
        self.kind_of, self.dimension = kind_of, kind_of.dimension

    def whole(self, written: object) -> dict[str, Any]:
        """Return the fields of a distribution from a quantity or a mapping that names its family."""
        if not isinstance(written, Mapping) or "value" in written:
            return self._quantity(written)
        kind = self._kind(written)
        fields = {"kind": kind, **self._body(kind, written[kind])}
        origin = {key: written[key] for key in ("grade", "source") if key in written}
        return {**fields, **origin, **self._factors(written)}

    def _quantity(self, written: object) -> dict[str, Any]:
        """Return a constant; the range of a quantity becomes factors on its value."""
        fields = dict(written) if isinstance(written, Mapping) else {"value": written}
        _only(fields, ("value", *_BESIDE), self._allowed)
        value = self._number("value", fields["value"])
        given = {key: fields[key] for key in ("low", "high") if fields.get(key) is not None}
        bounds = {key: self._number(key, bound) for key, bound in given.items()}
        if bounds and value == 0:
            raise QuantityError("a value of zero has no range", path=(next(iter(bounds)),))
        factors = self._factors({key: bound / value for key, bound in bounds.items()})
        origin = {key: fields[key] for key in ("grade", "source") if key in fields}
        clock = _one_clock(fields["value"], *given.values())
        return {"kind": "constant", "parameters": {"value": value}, "clock": clock, **origin, **factors}

    def _kind(self, written: Mapping[str, Any]) -> str:
        named = [key for key in written if key not in _BESIDE]
        if not named:
            raise QuantityError("names no distribution", allowed=self._allowed)
        _only(written, (*KINDS, *_BESIDE), self._allowed)
        if len(named) > 1:
            raise QuantityError(
                said("names several distributions: {names}", names=listed(named)), allowed="one of them"
            )
        return named[0]

    def _body(self, kind: str, body: object) -> dict[str, Any]:
        with _inside(kind):
            if kind == "constant":
                return {"parameters": {"value": self.dimension.read(body)}, "clock": _one_clock(body)}
            if kind == "empirical":
                return self._empirical(body)
            return self._mixture(body) if kind == "mixture" else self._parametric(kind, body)

    def _parametric(self, kind: str, body: object) -> dict[str, Any]:
        family = FAMILIES[kind]
        forms = listed(("{" + ", ".join(form) + "}" for form in family.forms), " or ")
        allowed = said("{kind} takes {forms}", kind=kind, forms=forms)
        if not isinstance(body, Mapping):
            raise QuantityError("expected a mapping", found=body, allowed=allowed)
        _only(body, tuple({name for form in family.forms for name in form}), allowed)
        if not any(set(body) == set(form) for form in family.forms):
            raise QuantityError(
                said("cannot be given by {names}", names=listed(body) or said("nothing")), allowed=allowed
            )
        given = {name: self._number(name, value) for name, value in body.items()}
        clock = _one_clock(*(value for name, value in body.items() if name not in PURE_NUMBERS))
        return {"parameters": _kept(family, given), "clock": clock}

    def _empirical(self, body: object) -> dict[str, Any]:
        """Return the sorted observations; `unit` stands for values written as bare numbers."""
        if not isinstance(body, Mapping) or "values" not in body:
            raise QuantityError("needs values", found=body, allowed=_EMPIRICAL)
        _only(body, ("values", "unit"), _EMPIRICAL)
        written = body["values"]
        if not isinstance(written, Sequence) or isinstance(written, str) or not written:
            raise QuantityError("expected a list of at least one value", found=written, path=("values",))
        unit = body.get("unit")
        texts = [f"{value} {unit}" if unit and not isinstance(value, str) else value for value in written]
        values = tuple(sorted(self._number(i, text, "values") for i, text in enumerate(texts)))
        return {"values": values, "clock": _one_clock(*texts)}

    def _mixture(self, body: object) -> dict[str, Any]:
        allowed = "a mixture is a list of {share, of: distribution}"
        if not isinstance(body, Sequence) or isinstance(body, str) or not body:
            raise QuantityError("expected a list of parts", found=body, allowed=allowed)
        parts = [self._part(i, part, allowed) for i, part in enumerate(body)]
        total = math.fsum(share for share, _ in parts)
        if abs(total - 1) > _SHARE_TOLERANCE:
            raise QuantityError(said("the shares sum to {total:g}, not to 1", total=total))
        clocks = {part.clock for _, part in parts if part.mean() != 0}
        if len(clocks) > 1:
            raise QuantityError(_MIXED_CLOCKS)
        return {"components": tuple(parts), "clock": next(iter(clocks), "calendar")}

    def _part(self, index: int, part: object, allowed: str) -> tuple[float, Distribution]:
        with _inside(index):
            if not isinstance(part, Mapping) or set(part) != {"share", "of"}:
                raise QuantityError("expected share and of", found=part, allowed=allowed)
            share = self._number("share", part["share"], dimension=units.SHARE)
            with _inside("of"):
                fields = self.whole(part["of"])
                if fields["kind"] == "mixture":
                    raise QuantityError("a mixture cannot hold a mixture")
        return share, self.kind_of.model_construct(**fields)

    def _factors(self, written: Mapping[str, Any]) -> dict[str, float]:
        """Return the range as factors, which must hold 1, the base case."""
        given = {key: written[key] for key in ("low", "high") if written.get(key) is not None}
        factors = {key: self._number(key, value, dimension=units.NUMBER) for key, value in given.items()}
        if factors.get("low", 1.0) > 1 or factors.get("high", 1.0) < 1:
            raise QuantityError("the range does not hold the base case", allowed="factors with low <= 1 <= high")
        return factors

    def _number(self, name: str | int, written: object, *outer: str, dimension: Dimension | None = None) -> float:
        with _inside(*outer, name):
            return (units.NUMBER if name in PURE_NUMBERS else dimension or self.dimension).read(written)

    @property
    def _allowed(self) -> str:
        return said("a scalar ({allowed}) or one of {kinds}", allowed=self.dimension.allowed, kinds=_KINDS)


@contextmanager
def _inside(*outer: str | int) -> Iterator[None]:
    """Add the way to the part that is being read to the path of any fault in it."""
    try:
        yield
    except QuantityError as error:
        raise error.inside(*outer) from None


def _kept(family: Family, given: Mapping[str, float]) -> dict[str, float]:
    """Return the parameters that are kept, if they and the mean can be represented."""
    try:
        parameters = family.parameters(given)
        if not math.isfinite(family.mean(parameters)):
            raise OverflowError
    except OverflowError:
        raise QuantityError("the mean or the parameters are too large to compute") from None
    return parameters


def _only(written: Mapping[str, Any], known: Sequence[str], allowed: str) -> None:
    """Refuse the first key of `written` that is not `known`."""
    for key in written:
        if key not in known:
            nearest = nearest_word(str(key), list(known))
            raise UnknownKeyError(said("unknown key '{key}'", key=key), allowed=allowed, nearest=nearest, path=(key,))


def _one_clock(*written: object) -> Clock:
    """Return the clock that all durations share; nothing (0) runs on any."""
    clocks = {units.clock_of(value) for value in written if value}
    if len(clocks) > 1:
        raise QuantityError(_MIXED_CLOCKS, allowed="one clock for all")
    return next(iter(clocks), "calendar")
