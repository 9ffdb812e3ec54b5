"""Reports on paper, as a browser prints them: how many pages they take, and that the decision is on the first two."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from sim.record import contents
from sim.study.files.load import load_study
from sim.study.files.variants import variants_from
from sim.study.kinds.comparison import compare
from sim.study.kinds.study import run_study
from tests.browser import WITHOUT, found, opened

pytestmark = [pytest.mark.long, pytest.mark.skipif(not found(), reason=WITHOUT)]

SHEETS, DECISION = 8, 2
"""Pages that a report takes at most, and those that hold what is to be decided and why."""
PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
SHORT = ["run.length=2 weeks", "run.replications=2"]
BEHIND = "section.summary ~ *"
"""What follows the one table that the decision rests on."""


def sheets(report: Path, hidden: str = "") -> int:
    """Return on how many pages a report is printed, without the parts that are hidden."""
    with opened(report) as page:
        if hidden:
            page.value(f"document.querySelectorAll('{hidden}').forEach((part) => part.remove())")
        printed = page.send("Page.printToPDF", preferCSSPageSize=True)["data"]
    return len(PAGE.findall(base64.b64decode(printed)))


@pytest.fixture(scope="module", params=["same money", "tenth"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place: Path = tmp_path_factory.mktemp("printed")
    if request.param == "tenth":
        variants = variants_from(["jiancaoping-tenth", ":staff.grid_workers.count=84", ":grids.count=52"], SHORT)
        compare(variants, place / "out")
    else:
        study = Path("experiments/same-money.yaml").read_text("utf-8")
        few = study.replace("replications: 8", "replications: 2").replace(
            "count: 552}", "count: 552, run.length: 2 weeks}", 1
        )
        (place / "study.yaml").write_text(few, encoding="utf-8")
        run_study(load_study(place / "study.yaml"), place / "out")
    return place / "out"


@pytest.mark.parametrize("name", contents.REPORTS.values())
def test_a_comparison_prints_on_few_pages_with_the_decision_on_the_first_two(folder: Path, name: str) -> None:
    assert DECISION <= sheets(folder / name) <= SHEETS
    assert sheets(folder / name, BEHIND) <= DECISION


def test_pages_are_counted_and_parts_hidden(tmp_path: Path) -> None:
    part = '<p style="break-after: page">On a page of its own.</p>'
    first = f"{part * SHEETS}<section class='summary'>The table.</section>"
    (tmp_path / "long.html").write_text(f"<!doctype html><body>{first}{part}{part}</body>")
    assert sheets(tmp_path / "long.html", BEHIND) == SHEETS + 1 < sheets(tmp_path / "long.html")
