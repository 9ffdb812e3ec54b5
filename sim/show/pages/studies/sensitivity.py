"""The report of a sensitivity study: the most influential inputs of each measure, and how much of it is chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
import pandas as pd

from sim.measures.studies import Factors, SensitivityFound
from sim.show.figures.indices import draw_indices
from sim.show.pages.studies.parts import StudyFigure, StudyPage, StudyTable, labels, number
from sim.show.text.labels import in_language
from sim.show.text.measure_text import measure_name
from sim.show.text.numbers import number_text
from sim.words import Language, label


def sensitivity_page(found: SensitivityFound, language: Language) -> StudyPage:
    """Return what the report of a sensitivity study says."""
    figure = StudyFigure(
        "indices",
        label("influential_title", language),
        label(f"{found.method}_note", language),
        partial(draw_indices, found.indices, found.factors, list(found.undefined), found.main),
    )
    tables = [_table("indices_title", found.indices, ["factor"], found.factors, language)]
    if len(found.pairs):
        tables.append(_table("factor_pairs_title", found.pairs, ["factor", "with"], found.factors, language))
    return StudyPage(list(_answer(found, language)), [figure], tables, _noise_notes(found, language))


def _answer(found: SensitivityFound, language: Language) -> Iterator[str]:
    """Yield a sentence for each measure: which one or two factors lead, that chance leaves no order, or at how many
    points it is undefined; none where nothing moves it."""
    for measure, lacking in found.undefined.items():
        name = measure_name(measure, language)
        if lacking:
            yield label("indices_undefined", language).format(measure=name, n=lacking, all=found.points)
        elif leading := found.leading[measure]:
            titles = [in_language(found.factors[factor].title, language) for factor in leading]
            factors = label("comma", language).join(titles)
            yield label("most_influential", language).format(measure=name, factors=factors)
        elif not found.indices.loc[found.indices["measure"] == measure, "ranked"].all():
            yield label("ranks_nothing", language).format(measure=name, why=label("cannot_rank", language))


def _noise_notes(found: SensitivityFound, language: Language) -> list[str]:
    if all(np.isnan(share) for share in found.noise.values()):
        return [label("noise_unknown", language)]
    return [
        label("noise", language).format(measure=measure_name(measure, language), share=number_text(share, "share"))
        for measure, share in found.noise.items()
        if share > 0
    ]


def _table(title: str, table: pd.DataFrame, names: Sequence[str], factors: Factors, language: Language) -> StudyTable:
    """Return a table of indices; `names` are the columns that say of which factors they are."""
    titles = {name: in_language(factor.title, language) for name, factor in factors.items()}
    said = {True: "", False: label("cannot_rank", language)}
    columns = [str(column) for column in table if column not in ("measure", "ranked", *names)]
    rows = [
        (
            measure_name(row["measure"], language),
            *(titles[row[name]] for name in names),
            *(number(row[it]) for it in columns),
            said[bool(row["ranked"]) or bool(np.isnan(row[columns[0]]))],
        )
        for row in table.to_dict("records")
    ]
    indices = ["±" if column.endswith("_half") else label(f"index_{column}", language) for column in columns]
    beside = labels(language, "factor", "with_factor")[: len(names)]
    headings = (label("measure", language), *beside, *indices, label("ranking", language))
    if table["ranked"].all():  # nothing to be said in the last column
        headings, rows = headings[:-1], [row[:-1] for row in rows]
    return StudyTable(label(title, language), headings, rows)
