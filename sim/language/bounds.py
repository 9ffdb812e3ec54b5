"""Bounds of single fields: what a number of a scenario may be where its unit alone allows more than makes sense.

Written like the number itself, `Annotated[Duration, Within("0 h", "24 h")]`, so that messages and the schema tell them
in the words of the scenario.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from sim.language.chinese import day_meant, day_of, signs_of_yaml
from sim.language.quantity import Quantity
from sim.language.units import QuantityError
from sim.said import said

Written = str | float | int


@dataclass(frozen=True)
class Within:
    """A mark on a field that holds a quantity: its number and range lie from `least` to `most`, both as written."""

    least: Written = 0
    most: Written | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return the schema of the field with the check behind it."""
        return core_schema.no_info_after_validator_function(self._held, handler(source))

    @property
    def told(self) -> str:
        """Return the bounds as a part of a sentence."""
        if self.most is None:
            return f"at least {self.least}"
        return f"at most {self.most}" if self.least == 0 else f"from {self.least} to {self.most}"

    def _held(self, number: Quantity | None) -> Quantity | None:
        """Return the quantity as it is, or raise QuantityError at that of its numbers which lies outside."""
        if number is None:
            return None
        low = number.dimension.read(self.least)
        high = math.inf if self.most is None else number.dimension.read(self.most)
        for key in ("value", "low", "high"):
            value = getattr(number, key)
            if value is not None and not low <= value <= high:
                least, most = (
                    said("must be at least {least}", least=said(str(self.least))),
                    said("must be at most {most}", most=said(str(self.most))),
                )
                raise QuantityError(least if value < low else most, path=(key,))
        return number


def told_bounds(marks: Iterable[object]) -> str:
    """Return the bounds among the marks of a field as a sentence, nothing if there are none."""
    return " ".join(f"{mark.told[0].upper()}{mark.told[1:]}." for mark in marks if isinstance(mark, Within))


def _a_date(written: object) -> object:
    """Refuse what is no date as people write it, year first; a number would be read as seconds since 1970."""
    if isinstance(written, date):
        return written
    found = day_of(written) if isinstance(written, str) else None
    if found is None:
        meant = day_meant(written)
        why, signs = "expected a date such as 2026-01-31", signs_of_yaml(str(written))
        raise QuantityError(why, found=written, allowed=signs, nearest=meant.isoformat() if meant else None)
    try:
        return date(*found)
    except ValueError:
        raise QuantityError("there is no such day", found=written) from None


def _a_number(written: object) -> object:
    """Refuse truth values and texts where a bare number stands."""
    if isinstance(written, bool) or not isinstance(written, int | float):
        raise QuantityError("expected a number", found=written, allowed=signs_of_yaml(str(written)))
    if not abs(written) <= MOST:
        raise QuantityError("expected a finite number", found=written)
    return written


MOST = 1e12
"""Largest bare number, without a unit or in that of a measure: weights, and figures of the field."""
Date = Annotated[date, BeforeValidator(_a_date)]
"""A date, written 2026-01-31, 2026/1/31 or 2026年1月31日."""
Bare = Annotated[float, BeforeValidator(_a_number)]
"""A number without unit and range."""
Count = Annotated[int, Field(strict=True, le=10**15)]
"""A whole number without range: no truth value, no text, no decimals; to more than can ever be."""
Seed = Annotated[int, Field(strict=True, ge=0, lt=10**18)]
"""A seed: a whole number of at most 18 digits."""
