"""Reports in a real browser: they print on few pages, and open at once."""

from pathlib import Path

import pytest

from sim.show.pages.export.pdf import write_pdf
from sim.show.pages.report import write_report
from tests.browser import WITHOUT, found

pytestmark = [pytest.mark.long, pytest.mark.skipif(found() is None, reason=WITHOUT)]


def test_the_first_pages_alone_are_printed_unless_all_is_asked_for(result_folder: Path, tmp_path: Path) -> None:
    report = write_report(result_folder)
    write_pdf(report, tmp_path / "first.pdf", whole=False)
    write_pdf(report, tmp_path / "all.pdf", whole=True)
    first, whole = ((tmp_path / f"{name}.pdf").read_bytes().count(b"/Type /Page\n") for name in ("first", "all"))
    assert 0 < first <= 2 < whole
