"""Reports in a real browser without any network: nothing is asked for, and nothing is wrong."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sim.record import contents
from sim.show.pages.comparison import write_comparison_report
from tests.browser import WITHOUT, Page, found, opened
from tests.show.compared import write_compared

pytestmark = [pytest.mark.long, pytest.mark.skipif(not found(), reason=WITHOUT)]


@pytest.fixture(scope="module")
def folders(
    report_pages: dict[str, str],
    result_folder: Path,
    document: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Path]:
    compared = tmp_path_factory.mktemp("browsed")
    write_compared(compared, document, {"before": "Before", "after": "After"})
    write_comparison_report(compared)
    return {"run": result_folder, "comparison": compared}


@pytest.fixture(params=[(kind, name) for kind in ("run", "comparison") for name in contents.REPORTS.values()])
def page(request: pytest.FixtureRequest, folders: dict[str, Path]) -> Iterator[Page]:
    kind, name = request.param
    with opened(folders[kind] / name) as opened_page:
        yield opened_page


def test_a_report_asks_for_nothing_and_nothing_is_wrong(page: Page) -> None:
    elsewhere = [asked for asked in page.asked_for if not asked.startswith("data:")]
    assert len(elsewhere) == 1, "the page itself and what it holds, nothing else"
    assert elsewhere[0].startswith("file:")
    assert page.faults == []
    assert page.value("document.querySelectorAll('details.behind').length") > 4


def test_on_a_telephone_nothing_is_cut_and_nothing_overlaps(page: Page) -> None:
    page.resize(390, 800)
    assert page.value("document.documentElement.scrollWidth") <= 390, "tables are moved sideways, the page is not"
    parts = "document.querySelectorAll('table.summary .between, table.summary .own')"
    beyond = "part.getBoundingClientRect().right > part.closest('td').getBoundingClientRect().right + 1"
    assert page.value(f"[...{parts}].filter((part) => {beyond}).length") == 0
    last = "document.querySelector('table.summary tbody tr:nth-child(2)').lastElementChild.getBoundingClientRect()"
    assert page.value(f"{last}.width") > 60


def test_what_is_folded_opens_and_shows_figures(page: Page) -> None:
    figure = "document.querySelector('details.behind figure svg')"
    assert not page.value(f"{figure}.checkVisibility()")
    page.value("document.querySelectorAll('details.behind').forEach((part) => { part.open = true; })")
    assert page.value(f"{figure}.checkVisibility()")
    assert page.value(f"{figure}.getBoundingClientRect().height") > 100
    assert page.value("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.faults == []
