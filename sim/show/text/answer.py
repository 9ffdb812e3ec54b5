"""The answer of a comparison in two sentences: what is better or worse and by how much, what it costs, what is open."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from sim.show.text.verdicts import DECIDED, NO_FINDING, Row, percent, sense, verdict_text
from sim.words import Language, label, words

NAMED = 3
"""Measures named in a sentence for each direction; the others are counted."""
COST = "yearly_cost"


def answer(
    differences: pd.DataFrame, measures: Sequence[str], titles: Mapping[str, str], language: Language
) -> list[tuple[str, str]]:
    """Return two sentences for each variant but the first: what differs, then what it costs and what is left open."""
    base, *others = titles
    result = []
    for name in others:
        rows = {row["measure"]: row for row in differences[differences["variant"] == name].to_dict("records")}
        key = [rows[measure] for measure in measures if measure in rows and measure != COST]
        found = _found(key, titles[base], titles[name], language)
        result.append((found, _cost_and_rest(rows.get(COST), key, language)))
    return result


def _found(key: Sequence[Row], base: str, other: str, language: Language) -> str:
    if any(row["verdict"] == "unmeasured" for row in key):
        return label("nobody_measured", language)
    parts = [
        label(f"answer_{meaning}", language).format(list=_listed(rows, language))
        for meaning in ("better", "worse")
        if (rows := [row for row in key if sense(row) == meaning])
    ]
    if not parts:
        n = max((row["pairs"] for row in key), default=0)
        nothing = label("answer_nothing" if n > 1 else "answer_single", language).format(n=n)
        return label("answer_same", language).format(base=base, other=other, found=nothing)
    joined = label("semicolon", language).join(parts)
    return label("answer_differs", language).format(base=base, other=other, found=joined)


def _listed(rows: Sequence[Row], language: Language) -> str:
    """Return the measures that differ most, the sure ones first, with how much, and how many there are more."""
    ordered = sorted(rows, key=lambda row: (row["verdict"] == "likely", -_size(row)))
    named = [f"{_name(row, language)} {_how(row, language)}" for row in ordered[:NAMED]]
    if len(rows) > NAMED:
        named.append(label("answer_more", language).format(n=len(rows) - NAMED))
    return label("comma", language).join(named)


def _size(row: Row) -> float:
    """Return how large a difference is beside others: as a part of the base's mean, of shares in points of 100."""
    return abs(float(row["difference"] if math.isnan(row["relative"]) else row["relative"]))


def _name(row: Row, language: Language) -> str:
    name = words(language).measures[row["measure"]].label
    return name[0].lower() + name[1:] if name[:2].istitle() else name


def _how(row: Row, language: Language) -> str:
    """Return the relative difference with its interval, or the verdict where there is none."""
    if math.isnan(row["relative"]) or row["relative_low"] == row["relative_high"]:
        return verdict_text(row, language)
    low, high = (percent(row[end]).removesuffix(" %") for end in ("relative_low", "relative_high"))
    return f"{percent(row['relative'])} ({low} … {high})"


def _cost_and_rest(cost: Row | None, key: Sequence[Row], language: Language) -> str:
    judged = [row for row in key if row["verdict"] not in NO_FINDING]
    undecided = sum(row["verdict"] not in DECIDED for row in judged)
    n = max((row["pairs"] for row in key), default=0)
    rest = label("answer_open", language).format(all=len(judged), undecided=undecided, n=n)
    if given := [_name(row, language) for row in key if row["verdict"] == "put_in"]:
        rest += label("answer_put_in", language).format(list=label("comma", language).join(given))
    return label("answer_cost", language).format(cost=_cost(cost, language), open=rest)


def _cost(row: Row | None, language: Language) -> str:
    if row is None or row["difference"] == 0:
        return label("cost_same", language)
    name = "cost_more" if row["difference"] > 0 else "cost_less"
    return label(name, language).format(yuan=f"{abs(row['difference']):,.0f}", percent=percent(row["relative"]))
