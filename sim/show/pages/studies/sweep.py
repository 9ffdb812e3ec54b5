"""The report of a sweep: how measures respond, what each factor does or where a measure is least and most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd

from sim.measures.statistics.turns import sign_turns
from sim.measures.studies import Extremes, Factors, SweepFound, Varied
from sim.show.figures.responses import IN_LINES, draw_responses
from sim.show.pages.studies.parts import StudyFigure, StudyPage, StudyTable, labels, settings_text
from sim.show.pages.studies.together import (
    interactions_figure,
    paid_sentence,
    pairs_table,
    ranked_sentences,
    ranking_figure,
)
from sim.show.text.labels import in_language
from sim.show.text.measure_text import measure_name, measure_unit
from sim.show.text.numbers import ABSENT, interval, number_text, with_unit
from sim.show.text.study_titles import factor_axis, value_text
from sim.show.text.verdicts import amount, percent, signed, signed_interval
from sim.words import Language, label

Row = Mapping[Any, Any]


def sweep_page(found: SweepFound, language: Language) -> StudyPage:
    """Return what the report of a sweep says."""
    note = "responses_lines_note" if len(found.factors) <= IN_LINES else "responses_effects_note"
    figure = StudyFigure(
        "responses",
        label("responses_title", language),
        label(note, language).format(n=found.replications),
        partial(draw_responses, found.responses, found.factors, found.measures),
    )
    if found.points == 1:
        return StudyPage([_one_point_sentence(found, language)], [figure], [_points_table(found, language)])
    paid = [] if found.paid is None else [paid_sentence(found.paid, language)]
    if found.effects is not None and found.pairs is not None:
        page = _full_page(found, found.effects, found.pairs, figure, language)
        return replace(page, answer=[*paid, *page.answer])
    answer = [_extremes_sentence(each, found, language) for each in found.extremes]
    notes = [label("extremes_note", language).format(n=found.points)]
    return StudyPage([*paid, *answer], [figure], [_points_table(found, language)], notes)


def _full_page(
    found: SweepFound,
    effects: pd.DataFrame,
    pairs: pd.DataFrame,
    figure: StudyFigure,
    language: Language,
) -> StudyPage:
    """Return what the report of a full design says; with many factors they are ranked for each measure."""
    tables = [_effects_table(effects, found.factors, language), _points_table(found, language)]
    if len(found.factors) > 1 and len(pairs):
        tables.insert(1, pairs_table(pairs, found.factors, language))
    figures = [figure, *interactions_figure(found, pairs, language)]
    if len(found.factors) <= IN_LINES:
        answer = effect_sentences(effects, found.factors, language)
    else:
        answer = ranked_sentences(found, language)
        figures.insert(0, ranking_figure(found, language))
    return StudyPage([*answer, *_turn_sentences(found, language)], figures, tables)


def _turn_sentences(found: SweepFound, language: Language) -> list[str]:
    """Return a sentence for each effect that turns its sign with another factor, which its mean would hide."""
    return [
        label("turns_sign", language).format(
            factor=in_language(found.factors[turn.factor].title, language),
            other=in_language(found.factors[turn.other].title, language),
            measure=measure_name(turn.measure, language),
            low=value_text(found.factors[turn.other], turn.low, language),
            high=value_text(found.factors[turn.other], turn.high, language),
            first=f"−{amount(turn.at_low, measure_unit(turn.measure), language)}",
            last=f"+{amount(turn.at_high, measure_unit(turn.measure), language)}",
        )
        for turn in sign_turns(found.responses, list(found.factors), found.measures)
    ]


def _one_point_sentence(found: SweepFound, language: Language) -> str:
    """Return what the measures are where a sweep has one point only, and that nothing is to be compared."""
    rows = found.responses.to_dict("records")
    values = [f"{measure_name(row['measure'], language)} {_numbers(row, language)[0]}" for row in rows]
    place = settings_text(found.factors, [rows[0][name] for name in found.factors], language)
    return label("one_point", language).format(place=place, values=label("semicolon", language).join(values))


def effect_sentences(effects: pd.DataFrame, factors: Factors, language: Language) -> list[str]:
    """Return a sentence for each factor on what its last value changes against the first."""
    average = label("all_else_averaged", language) if effects["factor"].nunique() > 1 else ""
    return [
        _effect_sentence(rows[rows["to"] == rows["to"].iloc[-1]], factors[str(factor)], average, language)
        for factor, rows in effects.groupby("factor", sort=False)
    ]


def _effect_sentence(rows: pd.DataFrame, factor: Varied, average: str, language: Language) -> str:
    put_in_there = (rows["origin"] == "put_in") & (rows["difference"] != 0.0)
    judged = rows[~put_in_there]
    sure = judged[judged["sure"]].to_dict("records")
    name = "moves_nothing" if not sure else "moves_all" if len(sure) == len(judged) else "moves"
    given = rows[put_in_there].to_dict("records")
    moved, put_in = (
        label("semicolon", language).join(
            f"{measure_name(row['measure'], language)} {_change(row, language)}" for row in its
        )
        for its in (sure, given)
    )
    told = label(name, language).format(
        factor=in_language(factor.title, language),
        first=value_text(factor, rows["from"].iloc[0], language),
        last=value_text(factor, rows["to"].iloc[0], language),
        average=average,
        moved=moved,
        rest=len(judged) - len(sure),
    )
    return told + label("moves_put_in", language).format(list=put_in) if put_in else told


def _change(row: Row, language: Language) -> str:
    """Return a difference with its sign, and in percent of the first value's mean, but for shares."""
    unit, sign = measure_unit(row["measure"]), "+" if row["difference"] > 0 else "−"
    change = f"{sign}{amount(row['difference'], unit, language)}"
    relative = unit != "share" and row["base"] != 0
    return f"{change} ({percent(row['difference'] / abs(row['base']))})" if relative else change


def _effects_table(effects: pd.DataFrame, factors: Factors, language: Language) -> StudyTable:
    ordered = effects.sort_values("factor", key=lambda names: names.map(list(factors).index), kind="stable")
    rows = [
        (
            in_language(factors[row["factor"]].title, language),
            _step(factors[row["factor"]], row, language),
            measure_name(row["measure"], language),
            signed(row["difference"], measure_unit(row["measure"])),
            signed_interval({**row, "unit": measure_unit(row["measure"])}),
            label("put_in", language) if row["origin"] == "put_in" else "●" if row["sure"] else "",
        )
        for row in ordered.to_dict("records")
    ]
    factor, *others = labels(language, "factor", "measure", "difference", "interval", "significant")
    title, note = labels(language, "effects_title", "effects_note")
    return StudyTable(title, (factor, "", *others), rows, note)


def _step(factor: Varied, row: Row, language: Language) -> str:
    return f"{value_text(factor, row['from'], language)} → {value_text(factor, row['to'], language)}"


def _extremes_sentence(each: Extremes, found: SweepFound, language: Language) -> str:
    """Return the sentence on where a measure is least and most, and how sure that difference is."""
    unit, (least, most) = measure_unit(each.measure), (each.least, each.most)
    name = (
        "extremes_put_in"
        if each.put_in
        else "extremes_same"
        if least.value == most.value
        else "extremes"
        if each.low > 0
        else "extremes_unclear"
    )
    rows = found.responses[found.responses["measure"] == each.measure].set_index("point")
    at_least, at_most = (_place(rows, end.point, found.factors, language) for end in (least, most))
    return label(name, language).format(
        measure=measure_name(each.measure, language),
        least=number_text(least.value, unit) if name == "extremes" else with_unit(least.value, unit, language),
        most=with_unit(most.value, unit, language),
        at_least=at_least,
        at_most=at_most,
        difference=amount(each.difference, unit, language),
        between=signed_interval({"low": each.low, "high": each.high, "unit": unit}),
        n=each.pairs,
    )


def _place(rows: pd.DataFrame, point: int, factors: Factors, language: Language) -> str:
    """Return the values of the factors at a point, of which `rows` has one."""
    row = rows[rows.index == point].iloc[0]
    return settings_text(factors, [row[name] for name in factors], language)


def _points_table(found: SweepFound, language: Language) -> StudyTable:
    rows = [
        (
            measure_name(row["measure"], language),
            *(value_text(factor, row[name], language) for name, factor in found.factors.items()),
            *_numbers(row, language),
        )
        for row in found.responses.to_dict("records")
    ]
    factors = [factor_axis(factor, language) for factor in found.factors.values()]
    measure, *others = labels(language, "measure", "mean", "interval", "difference")
    title, note = labels(language, "points_title", "points_note")
    return StudyTable(title, (measure, *factors, *others), rows, note)


def _numbers(row: Row, language: Language) -> tuple[str, str, str]:
    unit = measure_unit(str(row["measure"]))
    ends = {"low": row["difference_low"], "high": row["difference_high"], "unit": unit}
    change = f"{signed(row['difference'], unit)} ({signed_interval(ends)})" if row["difference"] else ABSENT
    between = interval(row["low"], row["high"], unit)
    if row["not_reached"]:
        all_of_them = row["replications"] + row["not_reached"]
        between = label("reached_in", language).format(reached=row["replications"], all=all_of_them)
    return with_unit(row["mean"], unit, language), between, change
