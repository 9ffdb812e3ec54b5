"""Numbers with units, as a planner writes them: `20 min`, `6 %`, `160 per 1000 residents per year`.

A text is read as `number unit`, followed by any `per [count] unit`; `/` means `per`. Each dimension names
the units it takes in every place and its base unit; reading returns a float in the base unit. A unit that
could mean two things (a month) is refused rather than guessed. Chinese words mean what the English ones do:
`20 分钟`, `6％`, `每千人每年160件`, `1.7亿元/年`.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from sim.language.chinese import DIGITS, half_width, has_chinese, number_first, right_form
from sim.said import listed, said, sentence

Clock = Literal["calendar", "working"]
Grade = Literal["A", "B", "B-", "C", "D", "E"]

SECOND_MS = 1_000.0
MINUTE_MS = 60 * SECOND_MS
HOUR_MS = 60 * MINUTE_MS
DAY_MS = 24 * HOUR_MS
YEAR_MS = 365 * DAY_MS
WEEKS_PER_YEAR = YEAR_MS / (7 * DAY_MS)
MONTHS_PER_WEEK = 12 * 7 / 365.25
"""Months of the calendar in a week, in the mean of four years."""
WORKING_DAY_MS = 7.5 * HOUR_MS
"""A working day (ms): 7.5 hours on duty, the unit that scenarios may write limits in (assumed)."""

_NUMBER = re.compile(rf"{DIGITS}(?![\d.,:])")
_GAP = re.compile(r"(?<=\d)\s+(?=\d)")
"""A space between two digits."""
_TWO_NUMBERS = re.compile(r"[^\d\s]\s*\d+\s*[^\d\s]")
_RANGE = re.compile(r"[-~\u2013\u2014至到]\s*\d")
_MONTHS = ("month", "months", "月", "个月")


class QuantityError(ValueError):
    """A value that cannot be read: why, what was found, what is allowed, and the nearest right word."""

    def __init__(
        self,
        message: str,
        *,
        found: object = None,
        allowed: str | None = None,
        nearest: str | None = None,
        path: tuple[str | int, ...] = (),
    ) -> None:
        """Keep the parts; `path` leads to the fault inside the value, such as `("lognormal", "p90")`."""
        super().__init__(message)
        self.message, self.found, self.allowed = message, found, allowed
        self.nearest, self.path = nearest, path

    def __str__(self) -> str:
        """Return everything known in one or two sentences, for those who have no file at hand."""
        return str(self.told)

    @property
    def told(self) -> str:
        """Everything known in one or two sentences."""
        start = "" if self.found is None else said("{found!r}: ", found=self.found)
        hint = "" if self.nearest is None else said(", did you mean {nearest!r}?", nearest=self.nearest)
        end = (
            ""
            if self.allowed is None
            else said(" {allowed}" if hint else ". {allowed}", allowed=sentence(self.allowed))
        )
        return said("{start}{message}{hint}{end}", start=start, message=said(self.message), hint=hint, end=end)

    def inside(self, *outer: str | int) -> QuantityError:
        """Return the same fault seen from further out: `outer`, keys and positions in lists, leads from there to it."""
        path = (*outer, *self.path)
        return type(self)(self.message, found=self.found, allowed=self.allowed, nearest=self.nearest, path=path)


class UnknownKeyError(QuantityError):
    """A key that has no meaning where it stands; `path` ends with it."""


def counted(number: int, thing: str) -> str:
    """Return a number of things in words, of one or of many: `1 run`, `1,200 runs`."""
    return said(f"{{number:,}} {thing}" if number == 1 else f"{{number:,}} {thing}s", number=number)


def nearest_word(word: str, words: list[str]) -> str | None:
    """Return the one of `words` that looks most like `word`, capitals aside, or None if none comes close."""
    folded = {other.casefold(): other for other in reversed(words)}
    likely, cutoff = list(folded), 0.6
    if has_chinese(word):  # one character is wrong, of two maybe, more often than that one is missing
        likely, cutoff = [other for other in folded if len(other) == len(word)] or likely, 0.5
    matches = difflib.get_close_matches(word.casefold(), likely, n=1, cutoff=cutoff)
    return folded[matches[0]] if matches else None


@dataclass(frozen=True)
class Dimension:
    """One kind of number: the units it may carry, its base unit and its limits.

    `units` and each table of `per` map a word to its size in base units. `bare` accepts a number without a
    unit; the words of `ending` may follow after one more `per` and change nothing (yuan `per year`).
    A number is 0 or lies from `low` to `high`, in base units: more or less than any district has, and yet such that
    no sum of it leaves the range of the engines' numbers. `bounds` says the same to people.
    """

    name: str
    base: str
    units: Mapping[str, float]
    examples: tuple[str, ...]
    per: tuple[Mapping[str, float], ...] = ()
    ending: tuple[str, ...] = ()
    bare: bool = False
    whole: bool = False
    low: float = 0.0
    high: float = math.inf
    bounds: tuple[str, str] = ("", "")

    @cached_property
    def allowed(self) -> str:
        """Return how such a number is written, as a part of a message."""
        examples = listed(said("'{example}'", example=said(example)) for example in self.examples)
        return said("{name} is written like {examples}", name=said(self.name), examples=examples)

    @property
    def range(self) -> str:
        """Return between which bounds such a number lies, as a part of a sentence."""
        return f"0, or from {self.bounds[0]} to {self.bounds[1]}"

    def read(self, written: object) -> float:
        """Return `written` (a number or a text) in the base unit, or raise QuantityError."""
        if isinstance(written, bool) or not isinstance(written, int | float | str):
            raise self._error("expected a number" if self.bare else "expected a number with its unit", written)
        number, terms = _split(written) if isinstance(written, str) else (_as_float(written), ())
        if self.whole and (isinstance(written, float) or (isinstance(written, str) and "." in number_first(written))):
            raise self._error("must be a whole number, without a point: 4000 or 4,000", written)
        value = self._in_base_unit(number, terms, written)
        self._check(value, written)
        return value

    def _in_base_unit(self, number: float | None, terms: Sequence[str], written: object) -> float:
        if number is None:
            meant, numerals = right_form(written) if isinstance(written, str) else (None, False)
            how = said("in digits") if numerals else said("with a point for decimals")
            raise self._error(said("expected a number first, {how}", how=how), written, meant)
        if not terms:
            return self._bare(number, written)
        unit, *rest = terms
        value = number * self._size(unit, self.units, written)
        if rest and rest[-1] in self.ending:
            rest = rest[:-1]
        if len(rest) != len(self.per):
            raise self._error(said("expected a unit as in '{example}'", example=said(self.examples[0])), written)
        for term, table in zip(rest, self.per, strict=True):
            value /= self._divisor(term, table, written)
        return value

    def _bare(self, number: float, written: object) -> float:
        if not self.bare and number != 0:
            raise self._error(said("say the unit, e.g. '{example}'", example=said(self.examples[0])), written)
        return float(number)

    def _divisor(self, term: str, table: Mapping[str, float], written: object) -> float:
        """Return the size of `1000 residents`, or of `year`, in base units."""
        match = _NUMBER.match(term)
        count = _float(match) if match else 1.0
        if count == 0:
            raise self._error("divides by nothing", written)
        return count * self._size(term[match.end() :].strip() if match else term, table, written)

    def _size(self, word: str, table: Mapping[str, float], written: object) -> float:
        if word in table:
            return table[word]
        if word[:1].isdigit():
            raise self._error("has a space inside the number", written, _GAP.sub("", half_width(str(written))))
        if word in _MONTHS:
            raise self._error("a month has no fixed length; use days or weeks", written)
        if _RANGE.match(word):
            raise self._error("one number stands here; a range is {value: ..., low: ..., high: ...}", written)
        if _TWO_NUMBERS.search(word):
            raise self._error("has two numbers; write one number with one unit", written)
        if word == "%":
            raise self._error("a share of what was there before is not understood; write the number itself", written)
        words = [name for name in (*table, *self.ending) if name]
        counted_things = _NUMBER.match(number_first(str(written))) if self.whole else None
        nearest = counted_things[0] if counted_things else nearest_word(word, words)
        raise self._error(said("unknown unit '{word}'", word=word), written, nearest)

    def _check(self, value: float, written: object) -> None:
        if not math.isfinite(value):
            raise self._error("expected a finite number", written)
        if value < 0:
            raise self._error("must not be negative", written)
        if value > self.high:
            raise self._error(said("must be at most {most}", most=said(self.bounds[1])), written)
        if 0 < value < self.low:
            raise self._error(said("must be 0 or at least {least}", least=said(self.bounds[0])), written)
        if self.whole and value != math.floor(value):
            raise self._error("must be a whole number", written)

    def _error(self, message: str, found: object, nearest: str | None = None) -> QuantityError:
        return QuantityError(message, found=found, allowed=self.allowed, nearest=nearest)


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[float | None, tuple[str, ...]]:
    """Split a text into its number (None if it does not start with one) and the words between each `per`.

    What was split is kept: all points of a study are read from nearly the same texts.
    """
    text = number_first(text)
    match = _NUMBER.match(text)
    if match is None:
        return None, ()
    rest = text[match.end() :].lower().replace("²", "2").replace("^2", "2")
    terms = tuple(" ".join(part.split()) for part in re.split(r"\bper\b|[/每·]", rest))
    return _float(match), () if terms == ("",) else terms


def _float(match: re.Match[str]) -> float:
    return float(match.group().replace(",", ""))


def _as_float(number: float) -> float:
    """Return a number as a float, infinite if it has more digits than one holds."""
    try:
        return float(number)
    except OverflowError:
        return math.inf


def _named(sizes: Mapping[str, float]) -> dict[str, float]:
    """Return a table in which each word of a key has the size of the key (`_` stands for a space)."""
    return {word.replace("_", " "): size for words, size in sizes.items() for word in words.split(" ")}


_CALENDAR_MS = _named(
    {
        "ms 毫秒": 1.0,
        "s sec second seconds 秒 秒钟": SECOND_MS,
        "min minute minutes 分钟 分": MINUTE_MS,
        "h hour hours 小时 时 钟头": HOUR_MS,
        "d day days 天 日": DAY_MS,
        "week weeks 周 星期 礼拜": 7 * DAY_MS,
        "year years 年": YEAR_MS,
    }
)
_WORKING_MS = _named(
    {
        "working_minute working_minutes working_min 工作分钟": MINUTE_MS,
        "wh working_hour working_hours 工作小时": HOUR_MS,
        "wd working_day working_days 工作日": WORKING_DAY_MS,
    }
)
_PER_YEAR = {word: size / YEAR_MS for word, size in _CALENDAR_MS.items()}
_PER_DAY = {word: size / DAY_MS for word, size in _CALENDAR_MS.items()}
_PER_SECOND = {word: size / SECOND_MS for word, size in _CALENDAR_MS.items()}
_METRES = _named({"m metre metres meter meters 米": 1.0, "km kilometre kilometres 公里 千米": 1_000.0})
_SQUARE_METRES = _named({"m2 平方米": 1.0, "ha hectare hectares 公顷": 1e4, "km2 平方公里 平方千米": 1e6})
_COUNT = _named({"": 1.0, "event events issue issues time times 件 起 次 例": 1.0})

DURATION = Dimension(
    "a duration",
    "ms",
    {**_CALENDAR_MS, **_WORKING_MS},
    ("20 min", "4 working hours", "7 days"),
    low=1.0,
    high=100 * YEAR_MS,
    bounds=("1 ms", "100 years"),
)
"""From the tick of the clock to the longest run."""
SHARE = Dimension(
    "a share",
    "of 1",
    {"%": 0.01, "‰": 0.001},
    ("0.3", "30 %"),
    bare=True,
    low=1e-9,
    high=1.0,
    bounds=("1e-9", "1"),
)
"""From once in a thousand million times, which no run sees."""
NUMBER = Dimension("a number", "1", {}, ("1.5", "2"), bare=True, low=1e-9, high=1e9, bounds=("1e-9", "1e9"))
WHOLE = Dimension("a whole number", "1", {}, ("12", "800"), bare=True, whole=True, high=1e9, bounds=("1", "1e9"))
"""To more than live in any district."""
PER_RESIDENT = Dimension(
    "a rate per resident",
    "per resident and year",
    _COUNT,
    ("160 per 1000 residents per year", "0.9 per resident per year"),
    per=(_named({"resident residents person persons people 人 居民": 1.0}), _PER_YEAR),
    low=1e-9,
    high=10_000.0,
    bounds=("1e-9 per resident per year", "10,000 per resident per year"),
)
"""To more than one an hour for each."""
PER_HOUSEHOLD = Dimension(
    "a rate per household",
    "per household and year",
    _COUNT,
    ("4 per household per year", "20 per 100 households per week"),
    per=(_named({"household households 户 家": 1.0}), _PER_YEAR),
    low=1e-9,
    high=10_000.0,
    bounds=("1e-9 per household per year", "10,000 per household per year"),
)
"""To more than one an hour for each."""
PER_DAY = Dimension(
    "a rate",
    "per day",
    _COUNT,
    ("60 per day", "2 per hour", "14 per week", "5 per year"),
    per=(_PER_DAY,),
    low=1e-9,
    high=1e9,
    bounds=("1e-9 per day", "1e9 per day"),
)
"""From once in three million years to all of a large city, every moment."""
SPEED = Dimension(
    "a speed",
    "m/s",
    _METRES,
    ("4.5 km/h", "1.2 m/s"),
    per=(_PER_SECOND,),
    low=0.01,
    high=100.0,
    bounds=("0.01 m/s", "100 m/s"),
)
"""From a metre in two minutes to a fast train."""
LENGTH = Dimension("a length", "m", _METRES, ("300 m", "12 km"), low=0.001, high=1e7, bounds=("0.001 m", "10,000 km"))
AREA = Dimension(
    "an area", "m2", _SQUARE_METRES, ("55 km2", "10 ha", "5 m2"), low=1.0, high=1e12, bounds=("1 m2", "1,000,000 km2")
)
"""To twice the largest prefecture."""
ROUTE_DENSITY = Dimension(
    "a route density",
    "m per m2",
    _METRES,
    ("12 km/km2", "12 km per km2"),
    per=(_SQUARE_METRES,),
    low=1e-6,
    high=1.0,
    bounds=("0.001 km/km2", "1000 km/km2"),
)
"""To a lane every metre or two."""
MONEY = Dimension(
    "an amount of money",
    "yuan",
    _named({"yuan 元": 1.0, "thousand_yuan": 1e3, "million_yuan": 1e6}),
    ("60000 yuan", "60 thousand yuan", "17 million yuan per year"),
    ending=("year", "年"),
    low=0.01,
    high=1e12,
    bounds=("0.01 yuan", "1,000,000 million yuan"),
)


def clock_of(written: object) -> Clock:
    """Return the clock of a written duration: open time for working hours and days, else the calendar."""
    terms = _split(written)[1] if isinstance(written, str) else ()
    return "working" if terms and terms[0] in _WORKING_MS else "calendar"


class Amount(NamedTuple):
    """An amount of money in yuan, and whether it is said to be that of each year."""

    yuan: float
    each_year: bool


def amount_of(written: str) -> Amount | None:
    """Return the amount of money that a text says, None if it says none."""
    terms = _split(written)[1]
    if not terms or terms[0] not in MONEY.units:
        return None
    try:
        return Amount(MONEY.read(written), len(terms) > 1)
    except QuantityError:
        return None
