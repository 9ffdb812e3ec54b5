"""The report of a study: one HTML page that needs nothing else, with the answer first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from markupsafe import Markup

from sim.language.quantity import Label
from sim.measures.studies import StudyFound
from sim.scenario.models import Scenario
from sim.show.figures.style import Style
from sim.show.pages.brief.parts import Brief
from sim.show.pages.page import environment, inline, resource, write_pages
from sim.show.pages.read_first import doubt_lines
from sim.show.pages.studies.page import study_page
from sim.show.pages.studies.parts import StudyFigure
from sim.show.pages.told_assumptions import told_assumptions
from sim.show.text.labels import about_text, in_language
from sim.show.text.settings import assignment_text
from sim.words import Language, label

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FAILURES_SHOWN = 12
"""Failed runs named in the report; all of them are in the table of runs."""
ANSWERED = 6
"""Sentences of the answer on the first page; the others are folded behind it."""
ROWS_FIRST = 20
"""A table with more rows than this is folded."""


class Heading(NamedTuple):
    """What stands above the findings: title, question and kind of the study, its scenario's title, what was laid over
    it in every run, and the resolved document whose assumptions are listed."""

    title: Label
    about: str | Mapping[str, str]
    kind: str
    scenario: Label
    sets: Sequence[str]
    document: Mapping[str, Any]


def write_study_report(
    folder: Path, heading: Heading, found: StudyFound, failures: pd.DataFrame, language: Language
) -> Path:
    """Write the report in both languages and `figures/*.svg` into the folder of a study; return its path in one."""

    def draw(style: Style) -> dict[str, Figure]:
        return {figure.name: figure.draw(style) for figure in study_page(found, style.language).figures}

    return write_pages(folder, language, draw, partial(_render, heading, found, failures))


def study_brief(heading: Heading, found: StudyFound, language: Language) -> Brief:
    """Return the first pages: what was asked, the answer, what must be known first, and no table of variants."""
    about = about_text(heading.about, language)
    kind = label(f"kind_{heading.kind}", language)
    asked = label("asked_study", language).format(
        kind=f"{kind[:1].upper()}{kind[1:]}", scenario=in_language(heading.scenario, language)
    )
    sets = [assignment_text(given, heading.document, language) for given in heading.sets]
    laid = [label("laid_over", language).format(changes=label("comma", language).join(sets))] if sets else []
    factors = [in_language(factor.title, language) for factor in getattr(found, "factors", {}).values()]
    varied = (
        [label("asked_factors", language).format(factors=label("comma", language).join(factors))] if factors else []
    )
    warned = doubt_lines(Scenario.model_validate(heading.document), heading.document, language)
    answer = list(study_page(found, language).answer)
    return Brief(
        language,
        label("study_kicker", language),
        in_language(heading.title, language),
        [*([about] if about else []), asked, *varied, *laid],
        (),
        label("answer", language),
        answer,
        [("", warned)] if warned else [],
        "",
        (),
        (),
        (),
    )


def _render(
    heading: Heading,
    found: StudyFound,
    failures: pd.DataFrame,
    figures: Mapping[str, str],
    style: Style,
    language: Language,
) -> str:
    parts, brief = study_page(found, language), study_brief(heading, found, language)
    assumed = told_assumptions(heading.document, language)
    template = environment().get_template("study.html.j2")
    return template.render(
        language=language,
        say=partial(label, language=language),
        css=Markup(resource("report.css")),
        title=brief.title,
        brief=replace(brief, advice=brief.advice[:ANSWERED]),
        answered=brief.advice[ANSWERED:],
        notes=parts.notes,
        figures=[_figure(figure, figures[figure.name]) for figure in parts.figures],
        tables=parts.tables,
        rows_first=ROWS_FIRST,
        figures_in_english=style.language != language,
        failed=len(failures),
        failures=failures.head(FAILURES_SHOWN).to_dict("records"),
        assumptions=assumed.sections,
        assumed=assumed.number,
        reasons_elsewhere=assumed.reasons_elsewhere,
    )


def _figure(figure: StudyFigure, svg: str) -> dict[str, Any]:
    return {"name": figure.name, "title": figure.title, "note": figure.note, "svg": Markup(inline(svg))}
