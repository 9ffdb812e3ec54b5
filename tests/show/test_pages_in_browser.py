"""Reports in a real browser without any network: nothing is asked for or wrong, and they are short on paper."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sim.record import contents
from sim.show.pages.comparison import write_comparison_report
from sim.show.pages.report import write_report
from tests.browser import WITHOUT, Page, found, opened
from tests.show.compared import write_compared

Command = Callable[..., tuple[int, str, str]]
pytestmark = [pytest.mark.long, pytest.mark.skipif(not found(), reason=WITHOUT)]

PAGES = 8
"""Printed pages at most of the report of a study with six plans."""


@pytest.fixture(scope="module")
def folders(result_folder: Path, document: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    compared = tmp_path_factory.mktemp("browsed")
    write_compared(compared, document, {"before": "Before", "after": "After"})
    write_report(result_folder)
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


def test_what_is_folded_opens_and_shows_figures(page: Page) -> None:
    figure = "document.querySelector('details.behind figure svg')"
    assert not page.value(f"{figure}.checkVisibility()")
    page.value("document.querySelectorAll('details.behind').forEach((part) => { part.open = true; })")
    assert page.value(f"{figure}.checkVisibility()")
    assert page.value(f"{figure}.getBoundingClientRect().height") > 100
    assert page.value("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.faults == []


def test_the_report_of_six_plans_is_short_on_paper(gridgov: Command, tmp_path: Path) -> None:
    text = Path("experiments/same-money.yaml").read_text("utf-8")
    few = "set: {run.warmup: 2 days, run.length: 2 days, run.followup: 2 days, "
    text = re.sub(r"(?m)^replications: .*$", "replications: 2", text.replace("set: {", few, 1))
    (tmp_path / "money.yaml").write_text(text, encoding="utf-8")
    assert gridgov("study", tmp_path / "money.yaml", "--out", tmp_path / "out")[0] == 0
    assert gridgov("report", tmp_path / "out", "--pdf")[0] == 0
    printed = (tmp_path / "out" / "report.pdf").read_bytes()
    assert 0 < len(re.findall(rb"/Type\s*/Page\b", printed)) <= PAGES
