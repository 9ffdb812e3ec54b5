"""What all reports share: templates and style, figures set into pages, both languages, other formats."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup, escape

from sim.record import contents
from sim.record.store import write_text
from sim.show.figures.style import Style, as_svg, style_for
from sim.words import LANGUAGES, Language

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from sim.show.pages.brief.parts import Brief

REPORT = contents.REPORT
FIGURES = contents.FIGURES

_WHOLE = re.compile(r"(\d{4}-\d\d-\d\d|[\d.,]+ %)")

Draw = Callable[[Style], Mapping[str, "Figure"]]
"""Draws all figures of a report in a style, which has a language."""
Render = Callable[[Mapping[str, str], Style, Language], str]
"""Makes the page of figures (SVG by name) in a language."""


def environment() -> jinja2.Environment:
    """Return the environment of the templates that lie in this folder."""
    loader = jinja2.FunctionLoader(resource)
    made = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    made.filters["unbroken"] = unbroken
    return made


def unbroken(text: str) -> Markup:
    """Return a text of which no line ends within a date or before the sign of a percentage."""
    parts = _WHOLE.split(text)
    told = [f'<span class="whole">{part}</span>' if index % 2 else escape(part) for index, part in enumerate(parts)]
    return Markup("").join(map(Markup, told))


def resource(name: str) -> str:
    """Return the text of a file of this folder."""
    return (resources.files("sim.show.pages") / name).read_text(encoding="utf-8")


def inline(svg: str) -> str:
    """Return the SVG element alone, without the heading of a file of its own."""
    return svg[svg.index("<svg") :]


def write_pages(folder: Path, language: Language, draw: Draw, render: Render) -> Path:
    """Write the report in every language, and `figures/*.svg` in one; return the path of the report in that one."""
    (folder / FIGURES).mkdir(exist_ok=True)
    drawn: dict[Language, Mapping[str, str]] = {}
    for each in LANGUAGES:
        style = style_for(each)
        if style.language not in drawn:
            drawn[style.language] = {name: as_svg(figure) for name, figure in draw(style).items()}
        if each == language:
            for name, svg in drawn[style.language].items():
                write_text(folder / FIGURES / f"{name}.svg", svg)
        write_text(folder / contents.REPORTS[each], render(drawn[style.language], style, each))
    return folder / contents.REPORTS[language]


def write_formats(report: Path, brief: Brief, formats: Sequence[str], *, whole: bool = False) -> list[Path]:
    """Write a report, that is there, in other formats beside it, and return the paths.

    `formats` are some of `pdf`, of all pages if `whole`, else of the first ones; `docx` and `xlsx`, of the first pages.
    Raises MissingProgram for what is not installed.
    """
    written = []
    for name in formats:
        path = report.with_suffix(contents.WHOLE if whole and name == "pdf" else f".{name}")
        if name == "pdf":
            from sim.show.pages.export.pdf import write_pdf

            write_pdf(report, path, whole=whole)
        elif name == "docx":
            from sim.show.pages.export.docx import write_docx

            write_docx(brief, path)
        else:
            from sim.show.pages.export.xlsx import write_xlsx

            write_xlsx(brief, path)
        written.append(path)
    return written
