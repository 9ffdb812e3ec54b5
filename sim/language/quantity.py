"""Numbers of a scenario: each has a value in the base unit and may carry its range, grade and source.

Written as a plain scalar (`20 min`, `0.3`, `6 %`) or as a mapping
`{value: 20 min, low: 10 min, high: 40 min, grade: E, source: "..."}`, of which only `value` is needed.
"""

from collections.abc import Mapping
from typing import ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from sim.language import units
from sim.language.json_schema import quantity_schema
from sim.language.units import WORKING_DAY_MS, Clock, Dimension, Grade, QuantityError, UnknownKeyError

__all__ = [
    "WORKING_DAY_MS",
    "Area",
    "Clock",
    "Duration",
    "Grade",
    "Label",
    "Length",
    "Money",
    "Number",
    "PerDay",
    "PerHousehold",
    "PerResident",
    "Quantity",
    "RouteDensity",
    "Share",
    "Speed",
    "Whole",
    "value_or",
]


class Quantity(BaseModel):
    """A number in the base unit of its dimension, with its range (same unit), grade and source if known.

    Grades: A official, B seen in a text, B- a weak page, C arithmetic from A or B, D background knowledge,
    E assumed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    dimension: ClassVar[Dimension]

    value: float
    low: float | None = None
    high: float | None = None
    grade: Grade | None = None
    source: str | None = None

    @classmethod
    def of(cls, written: object) -> Self:
        """Return the quantity that a scenario would write so, or raise pydantic's ValidationError."""
        return cls.model_validate(written)

    @model_validator(mode="before")
    @classmethod
    def _from_scalar(cls, written: object) -> object:
        return written if isinstance(written, Mapping | Quantity) else {"value": written}

    @field_validator("value", "low", "high", mode="before")
    @classmethod
    def _in_base_unit(cls, written: object, info: ValidationInfo) -> float | None:
        absent = written is None and info.field_name != "value"
        return None if absent else cls.dimension.read(written)

    @model_validator(mode="after")
    def _range_holds_value(self) -> Self:
        if self.low is not None and self.low > self.value:
            raise QuantityError("low lies above the value", path=("low",))
        if self.high is not None and self.high < self.value:
            raise QuantityError("high lies below the value", path=("high",))
        return self

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of what may be written, not of what is kept."""
        return quantity_schema(cls.__name__, cls.dimension)


def value_or(written: Quantity | None, unsaid: float) -> float:
    """Return the value of a quantity in its base unit, or `unsaid` where a scenario says nothing of it."""
    return unsaid if written is None else written.value


class Duration(Quantity):
    """A length of time in milliseconds, on the clock of the calendar or of working time.

    One working day is 7.5 working hours, one year 365 days.
    """

    dimension = units.DURATION
    clock: Clock = "calendar"

    @model_validator(mode="before")
    @classmethod
    def _on_its_clock(cls, written: object) -> object:
        if isinstance(written, Quantity):
            return written
        fields = dict(written) if isinstance(written, Mapping) else {"value": written}
        if "clock" in fields:
            raise UnknownKeyError("unknown key 'clock'; the unit says it", path=("clock",))
        clocks = {key: units.clock_of(fields[key]) for key in ("value", "low", "high") if fields.get(key)}
        if len(set(clocks.values())) > 1:
            raise QuantityError("value and range mix working time with calendar time")
        return {**fields, "clock": next(iter(clocks.values()), "calendar")}


class Share(Quantity):
    """A part of a whole, from 0 to 1."""

    dimension = units.SHARE


class Number(Quantity):
    """A number without a unit, such as a factor; not negative."""

    dimension = units.NUMBER


class Whole(Quantity):
    """A whole number of things; not negative."""

    dimension = units.WHOLE
    value: int


class PerResident(Quantity):
    """Events per resident and year."""

    dimension = units.PER_RESIDENT


class PerHousehold(Quantity):
    """Events per household and year."""

    dimension = units.PER_HOUSEHOLD


class PerDay(Quantity):
    """Events per day."""

    dimension = units.PER_DAY


class Speed(Quantity):
    """A speed in metres per second."""

    dimension = units.SPEED


class Length(Quantity):
    """A length in metres."""

    dimension = units.LENGTH


class Area(Quantity):
    """An area in square metres."""

    dimension = units.AREA


class RouteDensity(Quantity):
    """Metres of walkable route per square metre."""

    dimension = units.ROUTE_DENSITY


class Money(Quantity):
    """An amount in yuan (for costs: yuan a year)."""

    dimension = units.MONEY


class Label(BaseModel):
    """A title for people, in English and Chinese; written as one text, or as `{en: ..., zh: ...}`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    en: str = Field(min_length=1)
    zh: str = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, written: object) -> object:
        fields = {"en": written} if isinstance(written, str) else written
        # Chinese readers get the English title rather than none.
        return {"zh": fields.get("en"), **fields} if isinstance(fields, Mapping) else fields

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Return the schema of what may be written: a text or both languages."""
        written = handler.resolve_ref_schema(handler(core_schema))
        return {"title": "Label", "anyOf": [{"type": "string", "minLength": 1}, written]}
