"""The report of a study of assumptions: which ranged numbers move a measure, or turn a difference round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import pandas as pd

from sim.measures.studies import AssumptionsFound
from sim.show.figures.tornado import draw_tornado
from sim.show.pages.studies.parts import StudyFigure, StudyPage, StudyTable, difference_unit, labels
from sim.show.text.labels import in_language
from sim.show.text.measure_text import measure_name, measure_unit
from sim.show.text.numbers import with_unit
from sim.show.text.settings import written_text
from sim.show.text.verdicts import signed, signed_interval
from sim.words import Language, label

NAMED = 3
"""Numbers named in a sentence."""

LISTED = 15
"""Numbers of each measure in the report's table and figure; all of them are in the file."""

ENDS = 2
"""Rows of a number: its low and its high end."""


def assumptions_page(found: AssumptionsFound, language: Language) -> StudyPage:
    """Return what the report of a study of assumptions says."""
    note = label("tornado_note", language).format(
        n=found.replications, listed=LISTED, all=found.effects["path"].nunique()
    )
    titles = {path: in_language(found.title(path), language) for path in found.effects["path"].unique()}
    called = found.effects.assign(path=found.effects["path"].map(titles))
    draw = partial(draw_tornado, called, found.measures, LISTED)
    figure = StudyFigure("tornado", label("tornado_title", language), note, draw)
    answer = [text for measure in found.measures for text in _sentences(found, measure, language)]
    return StudyPage(answer, [figure], [_table(found, language)])


def _sentences(found: AssumptionsFound, measure: str, language: Language) -> Iterator[str]:
    """Yield what moves a measure, and, of a difference, whether anything turns it round."""
    leading = found.leading[measure]
    name, comma = measure_name(measure, language), label("semicolon", language)
    if not leading:
        yield label("nothing_decides", language).format(measure=name, why=label("cannot_rank", language))
        return
    base = _base(found, measure, language)
    unknowns = comma.join(_told(found, measure, path, language) for path in leading[:NAMED])
    if not found.variants:
        yield label("decides", language).format(measure=name, base=base, unknowns=unknowns)
        return
    a, b = (in_language(title, language) for title in found.variants)
    yield label("decides_difference", language).format(measure=name, a=a, b=b, base=base, unknowns=unknowns)
    turning = comma.join(
        label("with_value", language).format(
            title=in_language(found.title(path), language), value=written_text(value, language)
        )
        for path, value in found.turns[measure][:NAMED]
    )
    name_of = "turns" if turning else "never_turns"
    yield label(name_of, language).format(measure=name, unknowns=turning)


def _told(found: AssumptionsFound, measure: str, path: str, language: Language) -> str:
    """Return what a number is called, marked where it enters the measure itself, and where chance may rank it."""
    title = in_language(found.title(path), language)
    rows = found.effects[(found.effects["measure"] == measure) & (found.effects["path"] == path)]
    marks = [label("put_in", language)] if (rows["origin"] == "put_in").any() else []
    marks += [] if rows["ranked"].any() else [label("cannot_rank", language)]
    if not marks:
        return title
    return label("with_value", language).format(title=title, value=label("comma", language).join(marks))


def _base(found: AssumptionsFound, measure: str, language: Language) -> str:
    """Return the base case: of a measure with its unit, of a difference with its sign too."""
    rows, unit = found.effects[(found.effects["measure"] == measure) & found.effects["sure"]], measure_unit(measure)
    base = float(rows["base"].iloc[0])
    if not found.variants:
        return with_unit(base, unit, language)
    return f"{signed(base, unit)} {difference_unit(unit, language)}".rstrip()


def _table(found: AssumptionsFound, language: Language) -> StudyTable:
    top = [group.head(ENDS * LISTED) for _, group in found.effects.groupby("measure", sort=False)]
    rows = [_row(row, found, language) for row in pd.concat(top).to_dict("records")]
    headings = labels(language, "measure", "ranged_number", "set_to", "difference_from_base", "interval")
    return StudyTable(label("widest_title", language), headings, rows)


def _row(row: Mapping[Any, Any], found: AssumptionsFound, language: Language) -> tuple[str, ...]:
    unit = measure_unit(row["measure"])
    change = f"{signed(row['difference'], unit)} {difference_unit(unit, language)}"
    return (
        measure_name(row["measure"], language),
        _told(found, row["measure"], row["path"], language),
        written_text(row["value"], language),
        change,
        signed_interval({**row, "unit": unit}),
    )
