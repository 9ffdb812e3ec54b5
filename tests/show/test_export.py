"""The first pages as a document and as a workbook: what is said is in them, and numbers are numbers."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sim.show.pages.brief.parts import AskedVariant, Brief, BriefCell, BriefRow, Figures, RowGroup
from sim.show.pages.page import write_formats

CELL = BriefCell("12.5", "−2.5", "−3.1 – −1.9", "▲", "better", True, "certain", Figures(12.46, -2.54, -3.1, -1.9))
BRIEF = Brief(
    "en",
    "A comparison",
    "More workers?",
    ["Is it worth it?"],
    [AskedVariant("Ten more", "+1.2 million yuan a year", ["Grid workers: number 54"])],
    "What to do",
    ["Take ten more."],
    [("Ten more", ["A queue grows."])],
    "One table",
    ["Measure", "As it is", "Ten more"],
    [RowGroup("Lower is better", "↓", [BriefRow("Closing, median", "hours", "15", [CELL], "hours", "%", 15.02)])],
    ["=HYPERLINK is a text here."],
)


def test_a_document_holds_text_and_table(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    (path,) = write_formats(tmp_path / "report.html", BRIEF, ["docx"])
    document = docx.Document(str(path))
    told = [paragraph.text for paragraph in document.paragraphs]
    for text in ("More workers?", "Is it worth it?", "Take ten more.", "A queue grows.", *BRIEF.notes):
        assert text in told
    (table,) = document.tables
    assert [cell.text for cell in table.rows[0].cells] == BRIEF.columns
    assert [cell.text for cell in table.rows[2].cells] == [
        "Closing, median hours",
        "15",
        "12.5 ▲\n−2.5 −3.1 – −1.9\ncertain",
    ]


def test_a_document_says_what_it_is_and_in_which_language(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    chinese = Brief(*["zh" if name == "language" else getattr(BRIEF, name) for name in Brief.__dataclass_fields__])
    (path,) = write_formats(tmp_path / "report.html", chinese, ["docx"])
    document = docx.Document(str(path))
    told = document.core_properties
    assert (told.title, told.comments, told.language) == ("More workers?", "", "zh-CN")
    assert abs(told.created - datetime.now(UTC).replace(tzinfo=told.created.tzinfo)) < timedelta(days=1)
    assert "en-US" not in document.styles.element.xml


def test_a_workbook_holds_numbers_as_numbers_and_no_formulas(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    (path,) = write_formats(tmp_path / "report.html", BRIEF, ["xlsx"])
    text, table = openpyxl.load_workbook(path)
    told = {cell.value: cell.data_type for row in text for cell in row if cell.value}
    assert {"More workers?", "Take ten more.", "A queue grows."} <= told.keys()
    assert told["=HYPERLINK is a text here."] == "s"
    (row,) = (row for row in table.iter_rows(values_only=True) if row[0] == "Closing, median")
    assert row == ("Closing, median", "hours", 15.02, "%", 12.46, -2.54, -3.1, -1.9, "▲ certain")
    heads = [cell.value for cell in table[1]]
    assert heads[3:6] == ["unit of differences", "Ten more", "Ten more: Difference"]
    formats = {head: cell.number_format for head, cell in zip(heads, table[3], strict=True)}
    assert formats["Ten more: Difference"].startswith("+") and formats["Ten more"] == "0.0;-0.0"


def test_a_study_without_a_table_has_none_in_either_format(tmp_path: Path) -> None:
    docx, openpyxl = pytest.importorskip("docx"), pytest.importorskip("openpyxl")
    plain = Brief(*[() if name == "groups" else getattr(BRIEF, name) for name in Brief.__dataclass_fields__])
    document, workbook = write_formats(tmp_path / "report.html", plain, ["docx", "xlsx"])
    assert not docx.Document(str(document)).tables
    assert len(openpyxl.load_workbook(workbook).sheetnames) == 1
