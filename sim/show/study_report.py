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
from sim.record.store import write_text
from sim.show.assumptions import assumptions
from sim.show.findings import Chart, Findings, Listing
from sim.show.labels import said
from sim.show.page import FIGURES, REPORT, environment, inline, resource
from sim.show.style import as_svg, style_for
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
    folder: Path, heading: Heading, findings: Findings, failures: pd.DataFrame, language: Language
) -> Path:
    """Write `report.html` and `figures/*.svg` into the folder of a study; return the path of the report."""
    style = style_for(language)
    (folder / FIGURES).mkdir(exist_ok=True)
    figures = {chart.name: as_svg(chart.draw(style)) for chart in findings.charts}
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
            title=_in(heading.title, language),
            scenario=_in(heading.scenario, language),
            answer=[said(text, language) for text in findings.answer],
            notes=[said(text, language) for text in findings.notes],
            charts=[_chart(chart, figures[chart.name], language) for chart in findings.charts],
            listings=[_listing(listing, language) for listing in findings.listings],
            figures_in_english=style.language != language,
            failed=len(failures),
            failures=failures.head(FAILURES_SHOWN).to_dict("records"),
            assumptions=[(section, list(rows)) for section, rows in groupby(assumed, key=lambda row: row.section)],
            assumed=len(assumed),
        )
    )
    write_text(folder / REPORT, page)
    return folder / REPORT


def _in(title: Label, language: Language) -> str:
    return title.zh if language == "zh" else title.en


def _chart(chart: Chart, svg: str, language: Language) -> dict[str, Any]:
    return {
        "name": chart.name,
        "title": said(chart.title, language),
        "note": said(chart.note, language),
        "svg": Markup(inline(svg)),
    }


def _listing(listing: Listing, language: Language) -> dict[str, Any]:
    return {
        "name": listing.name,
        "title": said(listing.title, language),
        "note": said(listing.note, language),
        "headings": [said(text, language) for text in listing.headings],
        "rows": listing.rows(language),
    }
