"""Values that stand where others belong: of other types, out of all proportion, in other units, with hostile names."""

from __future__ import annotations

import re
from random import Random
from typing import Any

NUMBERS: tuple[Any, ...] = (
    *(0, 1, -1, 2, 0.5, -0.0, 1e-20, 1e-300, 5e-324, 1e20, 1e300, 1e308, -1e308, float("inf"), float("-inf")),
    *(float("nan"), 10**17, 10**18, 10**19, 2**31, 2**53 + 1, 2**63, 10**400, "1e400"),
    *("0x1f", "0o17", "1_000", "٣"),
    *("1,000", "12,5", "4.000", "1.2.3", "--5", "+3", ".5", "5.", "1e", "1e-9 h", "１２"),
)
TYPES: tuple[Any, ...] = (
    *(None, True, False, "", " ", "x", "true", "yes", "~", "null", [], {}, [[]], [{}], [None], {"value": None}),
    *({"value": {}}, {"value": [1]}, {"a": 1}, [1, 2, 3], ["a", "a"]),
    *({"value": 1, "low": 2}, {"value": "1 h", "low": 1}),
    *({"constant": 1}, {"constant": "1 h"}, {"mixture": []}, {"mixture": [{}]}, {"empirical": {"values": []}}),
    *({"gamma": {"mean": "1 h", "cv": 1e9}}, {"weibull": {"mean": "1 h", "shape": 1e-9}}, {"uniform": [3, 1]}),
    *({"lognormal": {"median": "1 h", "p90": "1 min"}}, {"lognormal": None}),
    *({"lognormal": {"mean": 1}}, {"exponential": []}),
    *({"empirical": {"file": "x.csv", "column": "y"}}, {"empirical": {"file": "../../etc/passwd", "column": 1}}),
    *({"file": "/etc/passwd"}, "2026-02-30", "2024-04-22", 20240422, "12:30", "25:00-26:00", "mon-fri"),
)  # fmt: skip
UNITS = (
    *("h", "min", "ms", "s", "days", "d", "weeks", "working days", "working hours", "years", "month", "fortnight"),
    *("%", "km/h", "m/s", "km2", "m2", "ha", "km", "m", "yuan", "yuan per year", "thousand yuan", "per day"),
    *("per year", "per resident per year", "per 1000 residents per year"),
    *("per 0 residents per year", "per per", "/"),
    *("per household per year", "km/km2", "points", "×", "小时", "per 1e-300 residents per year", "of 1"),
)
NAMES = (
    *("../../x", "/abs/x", "a/b", "a\\b", "..", ".", "", " ", "C:\\x", "CON", "x\x00y", "x\ny", "\t", "a" * 300),
    *("=1+1", "+1", "@x", "[/x]", "[bold]x", "$x_$", "<b>x</b>", "{0}", "{name}", "%s"),
    *("r[1]", "*", "?", "~", "#x"),
    *("网格", "é", "e\u0301", "\u202eabc", "\ufeffx", "😀", "a b", "__class__", "model_fields", "value", "null", "0"),
    *("-1", "1e3", "True", "None", "self", "grid", "extends", "<<", "x'y", 'x"y'),
    *("x;drop table", "point", "Mean", "."*40),
)  # fmt: skip

_QUANTITY = re.compile(r"\s*([-+]?[\d.,]+(?:[eE][-+]?\d+)?)\s*(.*)")


def hostile(rng: Random, old: Any) -> Any:
    """Return a value that may not belong where `old` stood: often one that looks like it."""
    if isinstance(old, bool):
        return rng.choice((*TYPES, "maybe", 2))
    choice = rng.randrange(6)
    if choice < 3 and isinstance(old, int | float):
        return rng.choice((*NUMBERS, old * 10**9, -old, f"{old} {rng.choice(UNITS)}", str(old), bool(old)))
    if choice < 4 and isinstance(old, str) and (found := _QUANTITY.fullmatch(old)):
        return _other_quantity(rng, *found.groups())
    if choice < 4 and isinstance(old, str):
        return rng.choice((typo(rng, old), old.upper(), old + " ", old * 50, [old], {old: 1}, *NAMES))
    return rng.choice(rng.choice((NUMBERS, TYPES, NAMES, ("x" * 100_000, "y" * 5_000))))


def _other_quantity(rng: Random, number: str, unit: str) -> Any:
    """Return a number with a unit of which one is another, or none."""
    other = str(rng.choice(NUMBERS))
    quantities = (
        f"{other} {unit}",
        f"{number} {rng.choice(UNITS)}",
        f"{number}",
        f"{number}{unit}",
        f"-{number} {unit}",
    )
    extreme = (f"0 {unit}", f"{number}e30 {unit}", f"{number}e-30 {unit}", f"{unit} {number}")
    return rng.choice((*quantities, *extreme, {"value": f"{number} {unit}"}))


def typo(rng: Random, word: str) -> str:
    """Return a word with a letter lost, doubled, changed or swapped with the next."""
    if not word:
        return "x"
    at = rng.randrange(len(word))
    before, letter, after = word[:at], word[at], word[at + 1 :]
    return rng.choice(
        (before + after, before + letter * 2 + after, before + "q" + after, before + after[:1] + letter + after[1:])
    )
