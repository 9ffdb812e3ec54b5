"""What Chinese writers put otherwise: full-width signs, 万 and 亿, 每 before the number, quotes, days of Excel.

The words of units stand in `sim.language.units`, beside the English ones.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from sim.said import listed, said

DIGITS = r"[-+]?(?:\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
"""A number as people type it: with a point for decimals, commas between thousands or none."""

_HALF_WIDTH = {0xFF01 + sign: 0x21 + sign for sign in range(94)} | {0x3000: 0x20}
"""Full-width forms of the signs of ASCII, and the space as wide (Unicode, Halfwidth and Fullwidth Forms)."""
_ONE_SIGN = {ord("㎡"): "m2", ord("㎢"): "km2", ord("㎞"): "km"}
_QUOTES = "“”‘’「」『』"
_POWERS = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8}
_POWER = "|".join(sorted(_POWERS, key=len, reverse=True))
_EACH_FIRST = re.compile(rf"((?:每\s*(?:{DIGITS}\s*)?[^\d每]+)+)({DIGITS}.*)", re.DOTALL)
_WITH_POWER = re.compile(rf"(^|每|/|·|\bper\b)\s*({DIGITS})?\s*({_POWER})")
_MEASURE_WORD = re.compile(r"(?<=[\d\s每/])[个名]\s*(?=\S)")
_NUMERAL = re.compile(r"[约近]?[零〇一二两三四五六七八九十百千万半]")
_COUNTED = re.compile(
    rf"({DIGITS}\s*[百千万亿]*)\s*(?:[个名]?(?:人|居民|网格员|社区|街道|网格|处置组)|[个名组户条处家所支队件]|"
    r"people|persons|residents|households|workers|crews|grids|communities|streets)",
    re.IGNORECASE,
)
_PART = re.compile(rf"([百千])分之\s*({DIGITS})")
_SIGN_OF_MONEY = re.compile(rf"[¥￥]\s*({DIGITS}.*)")
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|/([0-9]{1,2})/([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)")
_LIKE_A_DAY = re.compile(
    r"([0-9]{4})[-/.年]?\s*([0-9]{1,2})[-/.月]?\s*([0-9]{1,2})[日号]?(?:[T\s]+00:00(?::00(?:\.0*)?)?)?"
)
_FIRST_OF_EXCEL, _EXCEL = date(1899, 12, 30), range(20_000, 80_000)
"""Day 0 of Excel's calendar as it holds since March 1900, and its numbers of the years 1954 to 2119."""
_SYNTAX = {"：": ": ", "，": ", ", "［": "[", "］": "]", "｛": "{", "｝": "}", "＃": "#", "－": "- ", "\u3000": " "}
"""Full-width signs, and those of YAML that they are typed for."""


def half_width(text: str) -> str:
    """Return a text with the full-width signs of Chinese keyboards as plain ones: `３０％` as `30%`."""
    return text.translate(_HALF_WIDTH)


def unquoted(text: str) -> str:
    """Return a text without Chinese quotation marks around it, which are no signs of YAML."""
    return text.strip().strip(_QUOTES).strip()


def has_chinese(text: str) -> bool:
    """Say whether there is a Chinese character in a text."""
    return re.search("[\u4e00-\u9fff]", text) is not None


def number_first(text: str) -> str:
    """Return a written quantity with its number first and in digits: `每千人每年1.6万件` as `16000件 每1000人每年`.

    What is written in English stays as it is but for full-width signs and the space around it.
    """
    plain = unquoted(half_width(text).translate(_ONE_SIGN))
    if plain.isascii():
        return plain
    if each := _EACH_FIRST.fullmatch(plain):
        plain = f"{each[2]} {each[1]}"
    return _MEASURE_WORD.sub("", _WITH_POWER.sub(_in_digits, plain))


def _in_digits(found: re.Match[str]) -> str:
    """Return a number times a power of ten in digits, exactly; a power alone counts if something is divided by it."""
    before, number, power = found.groups()
    if not number and not before:
        return found[0]
    scaled = format(Decimal((number or "1").replace(",", "")).scaleb(_POWERS[power]), "f")
    if "." in scaled:
        scaled = scaled.rstrip("0").rstrip(".")
    return f"{before} {scaled}" if before else scaled


def without_counted(text: str) -> str:
    """Return the number of a text without what it counts (`12万` of `12万人`), where the place of it says that already;
    any other text as it is."""
    found = _COUNTED.fullmatch(half_width(text).strip())
    return found[1].strip() if found else text


def right_form(text: str) -> tuple[str | None, bool]:
    """Return how a number that does not stand in front would be written, None if that is not known.

    And whether it is written in Chinese numerals.
    """
    plain = number_first(text)
    if part := _PART.fullmatch(plain):
        return f"{part[2]} {'%' if part[1] == '百' else '‰'}", False
    if money := _SIGN_OF_MONEY.fullmatch(plain):
        return number_first(money[1]).removesuffix("元").strip() + " yuan", False
    return None, _NUMERAL.match(plain) is not None


def day_of(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a date, year first: 2024-03-04, 2024/3/4, 2024年3月4日; None if it is none."""
    found = _DAY.fullmatch(unquoted(half_width(text)))
    year, month, day = (part for part in found.groups() if part) if found else ("", "", "")
    return (int(year), int(month), int(day)) if found else None


def day_meant(written: object) -> date | None:
    """Return the day that may be meant by what is no date: 2024.3.4, 20240304, with a time, or a day of Excel."""
    plain = unquoted(half_width(written)) if isinstance(written, str) else str(written)
    if re.fullmatch(r"[0-9]{5}(\.0+)?", plain) and int(float(plain)) in _EXCEL:
        return day_of_excel(int(float(plain)))
    found = _LIKE_A_DAY.fullmatch(plain)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def day_of_excel(number: int) -> date:
    """Return the day that Excel counts so; OverflowError if no calendar has it."""
    return _FIRST_OF_EXCEL + timedelta(days=number)


def signs_of_yaml(written: str) -> str | None:
    """Say which full-width signs in a line or text stand where YAML has signs of its own; None if there are none."""
    meant = {sign: plain for sign, plain in _SYNTAX.items() if sign in written}
    if not meant and not (set(_QUOTES) & set(written)):
        return None
    wide = said("a wide space for a plain one")
    told = [
        said("'{sign}' for '{plain}'", sign=sign, plain=plain) if sign.strip() else wide
        for sign, plain in meant.items()
    ]
    if set(_QUOTES) & set(written):
        told.append(said('“ ” for "'))
    return said("full-width signs are text in YAML: {signs}", signs=listed(told))
