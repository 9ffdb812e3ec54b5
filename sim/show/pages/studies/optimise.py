"""The report of a search: the best of the finalists and how sure that is, or the front of two aims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

from sim.measures.studies import ChoiceFound, FrontFound, Trials
from sim.show.figures.front import draw_front
from sim.show.pages.studies.parts import StudyFigure, StudyPage, StudyTable, labels, settings_text
from sim.show.text.measure_text import measure_name, measure_unit
from sim.show.text.numbers import interval, number_text, with_unit
from sim.show.text.study_titles import factor_axis, value_text
from sim.words import Language, label


def choice_page(found: ChoiceFound, language: Language) -> StudyPage:
    """Return what the report of a search for one aim says."""
    if found.chosen.empty:
        return StudyPage(_none(found.trials, language))
    winner = [] if found.winner is None else [found.winner]
    return StudyPage(
        _choice_sentences(found, language),
        _figures(found.trials, winner, "tried_chosen", language),
        [_table("finalists_title", found.trials, found.chosen, language)],
    )


def front_page(found: FrontFound, language: Language) -> StudyPage:
    """Return what the report of a search for two aims says."""
    figures = _figures(found.trials, found.front, "tried_front", language)
    if not found.front:
        return StudyPage(_none(found.trials, language), figures)
    a, b = (measure_name(name, language) for name in found.aims)
    answer = label("front", language).format(front=len(found.front), n=found.trials.settings, a=a, b=b)
    return StudyPage([answer], figures, [_table("front_title", found.trials, found.chosen, language)])


def _none(trials: Trials, language: Language) -> list[str]:
    return [label("none_meets_targets", language).format(n=trials.settings)]


def _choice_sentences(found: ChoiceFound, language: Language) -> list[str]:
    if found.winner is None:
        return _none(found.trials, language)
    rows = {row["measure"]: row for row in found.chosen[found.chosen["point"] == found.winner].to_dict("records")}
    factors = found.trials.factors
    setting = settings_text(factors, [rows[found.measures[0]][name] for name in factors], language)
    aims = label("semicolon", language).join(
        f"{measure_name(name, language)} {_mean(rows[name], language)}" for name in found.measures
    )
    best = label("best", language).format(n=found.trials.settings, setting=setting, aims=aims)
    p, tolerance = number_text(found.confidence, "share"), number_text(found.tolerance, "share")
    return [best, label("best_sure", language).format(p=p, k=found.finalists, tolerance=tolerance)]


def _mean(row: Mapping[Any, Any], language: Language) -> str:
    unit = measure_unit(row["measure"])
    return f"{with_unit(row['mean'], unit, language)} ({interval(row['low'], row['high'], unit)})"


def _figures(trials: Trials, ringed: Sequence[int], what: str, language: Language) -> list[StudyFigure]:
    """Return the figure of all points over two measures, if there are two: aims, or the aim and the first target."""
    measures = trials.measures[:2]
    if len(measures) < 2 or trials.points.empty:
        return []
    note = label("tried_note", language).format(n=trials.replications, ringed=label(what, language))
    draw = partial(draw_front, trials.points, measures, trials.targets, ringed)
    return [StudyFigure("tried", label("tried_title", language), note, draw)]


def _table(title: str, trials: Trials, table: pd.DataFrame, language: Language) -> StudyTable:
    """Return a row for each point and measure."""
    rows = [
        (
            *(value_text(factor, row[name], language) for name, factor in trials.factors.items()),
            measure_name(row["measure"], language),
            with_unit(row["mean"], measure_unit(row["measure"]), language),
            interval(row["low"], row["high"], measure_unit(row["measure"])),
            str(row["replications"]),
        )
        for row in table.sort_values("point", kind="stable").to_dict("records")
    ]
    factors = [factor_axis(factor, language) for factor in trials.factors.values()]
    headings = (*factors, *labels(language, "measure", "mean", "interval", "times_run"))
    return StudyTable(label(title, language), headings, rows)
