"""The first pages of a report as a document to write on in (.docx), by python-docx."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.show.pages.export.missing import MissingProgram
from sim.words import label

if TYPE_CHECKING:
    from sim.show.pages.brief.parts import Brief, BriefCell

FONT, CHINESE_FONT = "Arial", "Microsoft YaHei"
LANGUAGE_TAGS = {"en": "en-GB", "zh": "zh-CN"}
SMALL = 7.5
"""Size of the table's letters, in points."""
_TINTS = {"better": "E6F1EC", "worse": "F8E9E2", "neutral": "E9F0F5"}


def write_docx(brief: Brief, path: Path) -> None:
    """Write the first pages as a document; raises MissingProgram if python-docx is not installed."""
    try:
        from docx import Document
        from docx.shared import Mm, Pt
    except ImportError:
        raise MissingProgram("a .docx is written by python-docx, of the extra `office`: pip install 'gridgov[office]'"
                             ) from None  # fmt: skip
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(15)
    page.top_margin = page.bottom_margin = Mm(15)
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        _set_font(document.styles[name])
    document.styles["Normal"].font.size = Pt(10)
    document.core_properties.title = brief.title
    _describe(document, brief)
    document.add_paragraph(brief.kicker)
    document.add_heading(brief.title, 0)
    _add_text(document, brief)
    if brief.groups:
        document.add_page_break()
        document.add_heading(brief.table_title, 1)
        _add_table(document, brief)
    for text in brief.notes:
        _small(document.add_paragraph(text))
    document.save(str(path))


def _describe(document: Any, brief: Brief) -> None:
    """Say what the document is, when it was made and in which language, instead of what the library's own says."""
    from docx.oxml.ns import qn

    told = document.core_properties
    told.author, told.last_modified_by, told.comments, told.keywords = "gridgov", "gridgov", "", ""
    told.created = told.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    told.language = LANGUAGE_TAGS[brief.language]
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), told.language)
        lang.set(qn("w:eastAsia"), "zh-CN")


def _set_font(style: Any) -> None:
    from docx.oxml.ns import qn

    style.font.name = FONT
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), CHINESE_FONT)


def _add_text(document: Any, brief: Brief) -> None:
    document.add_heading(label("asked", brief.language), 1)
    for text in brief.asked:
        document.add_paragraph(text)
    joint = label("semicolon", brief.language)
    for variant in brief.variants:
        told = document.add_paragraph(style="List Bullet")
        told.add_run(variant.title).bold = True
        told.add_run(f"{joint}{variant.price}{joint}{joint.join(variant.changes)}")
    document.add_heading(brief.advice_title, 1)
    for text in brief.advice:
        document.add_paragraph(text, style="List Number")
    document.add_heading(label("read_first", brief.language), 1)
    for title, lines in brief.warnings:
        if title:
            document.add_paragraph().add_run(title).bold = True
        for line in lines:
            document.add_paragraph(line, style="List Bullet")
    if not brief.warnings:
        document.add_paragraph(label("warnings_none", brief.language))
    for name in ("caveat_assumptions", "caveat_people"):
        document.add_paragraph(label(name, brief.language))


def _add_table(document: Any, brief: Brief) -> None:
    table = document.add_table(rows=1, cols=len(brief.columns))
    table.style = "Table Grid"
    _fill(table.rows[0].cells, brief.columns, bold=True)
    for group in brief.groups:
        heading = table.add_row().cells
        heading[0].merge(heading[-1])
        _fill(heading[:1], [f"{group.arrow} {group.title}".strip()], bold=True)
        for row in group.rows:
            cells = table.add_row().cells
            _fill(cells, [f"{row.label} {row.unit}".rstrip(), row.base, *map(_cell_text, row.cells)])
            for cell, its in zip(cells[2:], row.cells, strict=True):
                if its.sure and its.sense in _TINTS:
                    _tint(cell, _TINTS[its.sense])


def _cell_text(cell: BriefCell) -> str:
    lines = (f"{cell.value} {cell.mark}".strip(), f"{cell.change} {cell.interval}".strip(), cell.tag)
    return "\n".join(filter(None, lines))


def _fill(cells: Any, texts: Any, *, bold: bool = False) -> None:
    for cell, text in zip(cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.add_run(text).bold = bold
        _small(paragraph)


def _small(paragraph: Any) -> None:
    from docx.shared import Pt

    paragraph.paragraph_format.space_after = Pt(0)
    for run in paragraph.runs:
        run.font.size = Pt(SMALL)


def _tint(cell: Any, colour: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)
