"""What the report of a full design says of factors side by side and in pairs: ranked effects, and what two do together
that each alone does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pandas as pd

from sim.measures.studies import Factors, Paid, SweepFound
from sim.show.figures.interactions import MOST, draw_interactions
from sim.show.figures.ranking import draw_ranking
from sim.show.pages.studies.parts import StudyFigure, StudyTable, labels
from sim.show.text.labels import in_language
from sim.show.text.measure_text import measure_name, measure_unit
from sim.show.text.numbers import number_text
from sim.show.text.settings import written_text
from sim.show.text.verdicts import amount, percent, signed, signed_interval
from sim.words import Language, label

Row = Mapping[Any, Any]


def ranked_sentences(found: SweepFound, language: Language) -> list[str]:
    """Return a sentence for each measure on the factors and pairs that surely move it, the largest effect first."""
    ranked = ranked_effects(found, language)
    return [
        _ranked_sentence(measure, ranked[ranked["measure"] == measure], language)
        for measure in found.measures
        if (ranked["measure"] == measure).any()
    ]


def ranked_effects(found: SweepFound, language: Language) -> pd.DataFrame:
    """Return the effects of all factors, from their first value to their last one, and of all pairs, the largest first.

    A row for each: measure, title, whether it is a `pair`, base, difference, low, high, sure, put_in.
    """
    assert found.effects is not None and found.pairs is not None
    last = found.effects.drop_duplicates(["measure", "factor"], keep="last")
    alone = [in_language(found.factors[name].title, language) for name in last["factor"]]
    pairs = found.pairs
    both = [
        pair_title(found.factors, factor, other, language)
        for factor, other in zip(pairs["factor"], pairs["other"], strict=True)
    ]
    rows = pd.concat([last.assign(title=alone, pair=False), pairs.assign(title=both, pair=True)], ignore_index=True)
    rows["put_in"] = rows["origin"] == "put_in"
    order = rows["difference"].abs().sort_values(ascending=False, kind="stable").index
    return rows.loc[order, ["measure", "title", "pair", "base", "difference", "low", "high", "sure", "put_in"]]


def pair_title(factors: Factors, factor: str, other: str, language: Language) -> str:
    """Return what a pair of factors is called: `Stewards × Cameras`."""
    return " × ".join(in_language(factors[name].title, language) for name in (factor, other))


def _ranked_sentence(measure: str, rows: pd.DataFrame, language: Language) -> str:
    told = [f"{row['title']} {_change(row, language)}" for row in rows[rows["sure"]].to_dict("records")]
    given = [str(title) for title in rows.loc[rows["put_in"] & ~rows["pair"] & (rows["difference"] != 0.0), "title"]]
    text = label("ranked" if told else "ranked_none", language).format(
        measure=measure_name(measure, language), list=label("semicolon", language).join(told)
    )
    return text + label("ranked_put_in", language).format(list=label("comma", language).join(given)) if given else text


def _change(row: Row, language: Language) -> str:
    """Return an effect with its sign; that of a factor also in percent of the first value's mean, but for shares."""
    unit, sign = measure_unit(row["measure"]), "+" if row["difference"] > 0 else "−"
    change = f"{sign}{amount(row['difference'], unit, language)}"
    relative = unit != "share" and row["base"] != 0 and not row["pair"]
    return f"{change} ({percent(row['difference'] / abs(row['base']))})" if relative else change


def ranking_figure(found: SweepFound, language: Language) -> StudyFigure:
    """Return the figure of ranked effects."""
    title, note = labels(language, "ranking_title", "ranking_note")
    ranked = partial(ranked_effects, found)
    return StudyFigure(
        "ranking", title, note, lambda style: draw_ranking(ranked(style.language), found.measures, style)
    )


def interactions_figure(found: SweepFound, pairs: pd.DataFrame, language: Language) -> Iterator[StudyFigure]:
    """Yield the maps of pairs of factors: all of them if they can be read, else of those that surely act together."""
    pairs = pairs[pairs["replications"] > 0]
    if len(pairs) > MOST:
        order = (pairs["difference"].abs() / (pairs["high"] - pairs["low"])).sort_values(ascending=False).index
        pairs = pairs.loc[order][pairs.loc[order, "sure"]][:MOST]
    panels = [(row["measure"], (row["factor"], row["other"])) for row in pairs.to_dict("records")]
    if panels:
        title, note = labels(language, "interactions_title", "interactions_note")
        draw = partial(draw_interactions, found.responses, found.factors, panels)
        yield StudyFigure("interactions", title, note, draw)


def pairs_table(pairs: pd.DataFrame, factors: Factors, language: Language) -> StudyTable:
    """Return the table of what two factors do together."""
    rows = [_pair_row(row, factors, language) for row in pairs.to_dict("records")]
    headings = labels(language, "factor", "measure", "pair_effects", "difference", "interval", "significant")
    title, note = labels(language, "pairs_effects_title", "pairs_effects_note")
    return StudyTable(title, headings, rows, note)


def _pair_row(row: Row, factors: Factors, language: Language) -> tuple[str, ...]:
    unit = measure_unit(row["measure"])
    return (
        pair_title(factors, row["factor"], row["other"], language),
        measure_name(row["measure"], language),
        f"{signed(row['base'], unit)} → {signed(row['mean'], unit)}",
        signed(row["difference"], unit),
        signed_interval({**row, "unit": unit}),
        label("put_in", language) if row["origin"] == "put_in" else "●" if row["sure"] else "",
    )


def paid_sentence(paid: Paid, language: Language) -> str:
    """Return in a sentence what made all points cost the same, and by how much they still differ."""
    after, left = paid.points["after"], paid.points["left_over_yuan"].abs()
    return label("paid", language).format(
        number=in_language(paid.title, language),
        least=written_text(float(after.min()), language),
        most=written_text(float(after.max()), language),
        left=number_text(float(left.max()), ""),
    )
