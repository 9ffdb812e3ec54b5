"""The report of a study: one HTML page that needs nothing else, with the answer first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from sim.language.quantity import Label
from sim.measures.studies import StudyFound
from sim.record.store import write_text
from sim.show.figures.style import as_svg, style_for
from sim.show.pages.assumptions import assumptions
from sim.show.pages.page import FIGURES, REPORT, environment, inline, resource
from sim.show.pages.studies.page import study_page
from sim.show.pages.studies.parts import StudyFigure
from sim.show.text.labels import in_language
from sim.words import Language, label

FAILURES_SHOWN = 12
"""Failed runs named in the report; all of them are in the table of runs."""


class Heading(NamedTuple):
    """What stands above the findings: title, question and kind of the study, its scenario's title, what was laid over
    it in every run, and the resolved document whose assumptions are listed."""

    title: Label
    about: str
    kind: str
    scenario: Label
    sets: Sequence[str]
    document: Mapping[str, Any]


def write_study_report(
    folder: Path, heading: Heading, found: StudyFound, failures: pd.DataFrame, language: Language
) -> Path:
    """Write `report.html` and `figures/*.svg` into the folder of a study; return the path of the report."""
    style = style_for(language)
    (folder / FIGURES).mkdir(exist_ok=True)
    parts = study_page(found, language)
    figures = {figure.name: as_svg(figure.draw(style)) for figure in parts.figures}
    for name, svg in figures.items():
        write_text(folder / FIGURES / f"{name}.svg", svg)
    assumed = assumptions(heading.document)
    page = (
        environment()
        .get_template("study.html.j2")
        .render(
            language=language,
            say=partial(label, language=language),
            css=Markup(resource("report.css")),
            heading=heading,
            title=in_language(heading.title, language),
            scenario=in_language(heading.scenario, language),
            answer=parts.answer,
            notes=parts.notes,
            figures=[_figure(figure, figures[figure.name]) for figure in parts.figures],
            tables=parts.tables,
            figures_in_english=style.language != language,
            failed=len(failures),
            failures=failures.head(FAILURES_SHOWN).to_dict("records"),
            assumptions=[(section, list(rows)) for section, rows in groupby(assumed, key=lambda row: row.section)],
            assumed=len(assumed),
        )
    )
    write_text(folder / REPORT, page)
    return folder / REPORT


def _figure(figure: StudyFigure, svg: str) -> dict[str, Any]:
    return {"name": figure.name, "title": figure.title, "note": figure.note, "svg": Markup(inline(svg))}
