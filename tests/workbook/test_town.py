"""A town filled into a table is the scenario that is written of it; what is wrong is told by sheet and cell."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sim.scenario.load import Loaded, load
from sim.scenario.problems import ScenarioError
from sim.workbook.layout import SHEETS, Language
from sim.workbook.template import write_template
from sim.workbook.town import town_of

openpyxl = pytest.importorskip("openpyxl")

Command = Callable[..., tuple[int, str, str]]
Cells = dict[tuple[str, str, str], Any]
"""Values by sheet, key of the row (its number for holidays) and heading."""

FILLED: Cells = {
    ("town", "name", "value"): "linjiang",
    ("town", "title", "value"): "Linjiang",
    ("town", "title_zh", "value"): "临江区",
    ("town", "residents", "value"): "12万",
    ("town", "area", "value"): 14.5,
    ("town", "communities", "value"): 20,
    ("town", "grids", "value"): 200.0,
    ("town", "grid_workers", "value"): 210,
    ("town", "start", "value"): datetime.datetime(2024, 4, 22),
    ("town", "length", "value"): "4周",
    ("units", "grid_workers", "hours Monday to Friday"): "8:30-12:00 14:00-18:00",
    ("units", "sanitation", "crews in each place"): 6,
    ("units", "police", "crews in all"): 9,
    ("units", "police", "share of duty for cases"): 0.3,
    ("units", "police", "hours Monday to Friday"): "8:00至20:00",
    ("units", "police", "hours Saturday"): "9:00-12:00",
    ("units", "police", "on public holidays too"): "yes",
    ("prices", "police", "yuan a year"): 150000,
    ("prices", "grid", "yuan a year"): "0.4万元",
    ("holidays", "2", "day"): datetime.datetime(2024, 5, 1),
    ("holidays", "2", "holiday or worked"): "holiday",
    ("holidays", "3", "day"): 45424,
    ("holidays", "3", "holiday or worked"): "班",
}


def filled(path: Path, cells: Cells, language: Language = "en") -> Path:
    """Write the template with values in it; sheets and headings are named in English."""
    write_template(path, language)
    book = openpyxl.load_workbook(path)
    for (name, key, heading), value in cells.items():
        sheet = next(its for its in SHEETS if its.name.en == name)
        page = book[sheet.name.of(language)]
        at = next(i for i, column in enumerate(sheet.columns, start=1) if column.heading.en == heading)
        row = int(key) if key.isdecimal() else next(cell.row for cell in page["A"] if cell.value == key)
        page.cell(row, at).value = value
    book.save(path)
    return path


@pytest.fixture(scope="module", name="english")
def _english(tmp_path_factory: pytest.TempPathFactory) -> tuple[Loaded, str]:
    """The scenario of a filled table, and its text."""
    return town_of(filled(tmp_path_factory.mktemp("tables") / "town.xlsx", FILLED), None, "en")


def test_the_scenario_written_is_the_scenario_read(english: tuple[Loaded, str], tmp_path: Path) -> None:
    (tmp_path / "linjiang.yaml").write_text(english[1], encoding="utf-8")
    again = load(tmp_path / "linjiang.yaml")
    assert again.scenario == english[0].scenario
    assert again.document == english[0].document


def test_a_table_in_chinese_says_values_that_are_read_back_as_they_were(tmp_path: Path) -> None:
    filled(tmp_path / "表.xlsx", {}, "zh")
    book = openpyxl.load_workbook(tmp_path / "表.xlsx")
    for name in ("城区", "价格"):
        page = book[name]
        for row in range(2, page.max_row + 1):
            written = page.cell(row, page.max_column).value
            assert (name == "城区" and row < 4) or not re.search("[A-Za-z]", str(written)), "Chinese, but for names"
            page.cell(row, page.max_column - 1).value = written
    book.save(tmp_path / "表.xlsx")
    loaded, text = town_of(tmp_path / "表.xlsx", "again", "zh")
    assert text.startswith("# 由表格 表.xlsx 生成。")
    assert "source: 推算：" in text
    before, again = load("village-square").scenario, loaded.scenario
    assert again.territory.area.value == before.territory.area.value
    assert again.run.length == before.run.length
    assert [its.cost.value for its in again.departments.values()] == [
        its.cost.value for its in before.departments.values()
    ]


def test_what_is_filled_in_is_said_and_the_rest_scaled(english: tuple[Loaded, str]) -> None:
    town = english[0].scenario
    police, before = town.departments["police"], load("village-square").scenario
    assert (town.name, town.title.zh, town.territory.area.value) == ("linjiang", "临江区", 14.5e6)
    assert (town.population.residents.value, town.grids.count.value) == (120_000, 200)
    assert (town.staff.street_teams["sanitation"].crews.value, police.total.value) == (6, 9)
    assert (police.cost.value, town.grids.cost.value, police.share.value) == (150_000, 4_000, 0.3)
    assert town.rosters[police.roster].shifts[0].week == {"mon-fri": "8:00至20:00", "sat": "9:00-12:00"}
    assert town.rosters[police.roster].shifts[0].holidays
    assert [str(day) for day in town.calendar.holidays] == ["2024-05-01"]
    assert [str(day) for day in town.calendar.workdays] == ["2024-05-12"]
    assert town.population.households.value == round(10_000 * 120_000 / 26_000)
    assert town.departments["utilities"].crews.value > before.departments["utilities"].crews.value


def test_an_empty_template_is_the_teaching_case(tmp_path: Path) -> None:
    town = town_of(filled(tmp_path / "town.xlsx", {}), None, "en")[0].scenario
    named = {"name", "title"}
    assert town.name == "town"
    assert town.model_dump(exclude=named) == load("village-square").scenario.model_dump(exclude=named)


WRONG: list[tuple[Cells, list[str]]] = [
    (
        {
            ("town", "residents", "value"): "many",
            ("town", "grids", "value"): 42.5,
            ("units", "police", "crews in each place"): -1,
            ("units", "grid_workers", "crews in each place"): 3,
            ("units", "housing", "hours Saturday"): "morning",
            ("prices", "grid", "yuan a year"): "dear",
            ("holidays", "2", "day"): "soon",
            ("holidays", "3", "holiday or worked"): "holiday",
        },
        [
            "town!C5: population.residents: expected a number first",
            "town!C11: grids.count: must be a whole number",
            "units!C12: departments.police.crews: must not be negative (found -1)",
            "units!C2: has no meaning for grid workers (found 3)",
            "units!G9: rosters.housing_of_the_table.shifts.0.week.sat",
            "prices!C2: grids.cost: expected a number first",
            "holidays!A2: calendar.holidays.0: expected a date such as 2026-01-31 (found 'soon')",
            "holidays!A3: a day is missing",
        ],
    ),
    (
        {
            ("units", "police", "key"): "polise",
            ("units", "emergency", "key"): "housing",
            ("units", "planning", "crews in all"): 1,
            ("units", "planning", "key"): None,
            ("units", "culture", "crews in all"): 1,
            ("units", "culture", "crews in each place"): 1,
            ("units", "health", "on public holidays too"): "yes",
            ("units", "education", "on public holidays too"): "maybe",
            ("town", "grids", "value"): "=6*7",
            ("holidays", "2", "day"): 45424,
            ("holidays", "2", "holiday or worked"): "x",
        },
        [
            "units!A12: unknown row (found 'polise')",
            "did you mean 'police'?",
            "units!A15: stands twice (found 'housing')",
            "units!A16: values in a row without a key",
            "units!D17: crews in each place and in all: fill one of the two",
            "says when without hours",
            "expected yes or no (found 'maybe')",
            "town!C11: a formula without a result",
            "holidays!B2: expected holiday",
        ],
    ),
]


@pytest.mark.parametrize(("cells", "said"), WRONG, ids=[said[0].partition(":")[0] for _, said in WRONG])
def test_all_that_is_wrong_is_told_by_sheet_and_cell(cells: Cells, said: list[str], tmp_path: Path) -> None:
    with pytest.raises(ScenarioError) as caught:
        town_of(filled(tmp_path / "town.xlsx", cells), None, "en")
    told = str(caught.value)
    assert not [part for part in said if part not in told], told


def test_misspelt_sheets_and_headings_are_not_passed_over(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(filled(tmp_path / "town.xlsx", {}))
    book["units"].title, book["prices"]["C1"] = "unitts", "yuan per year"
    book.save(tmp_path / "town.xlsx")
    with pytest.raises(ScenarioError) as caught:
        town_of(tmp_path / "town.xlsx", None, "en")
    assert "unitts: unknown sheet; did you mean 'units'?" in str(caught.value)
    assert "prices!C1: unknown heading (found 'yuan per year'); did you mean 'yuan a year'?" in str(caught.value)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("no workbook")
    with pytest.raises(ScenarioError, match="not a workbook of Excel"):
        town_of(tmp_path / "a.xlsx", None, "en")


def test_from_template_to_scenario_by_commands(
    gridgov: Command, english: tuple[Loaded, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert gridgov("new", "--template", "town.xlsx", "--lang", "zh")[0] == 0
    assert gridgov("new", "--template", "town.xlsx")[0] != 0
    filled(tmp_path / "filled.xlsx", FILLED, "zh")
    told = gridgov("new", "--from-excel", "filled.xlsx")[1]
    assert told == "linjiang.yaml written; try: gridgov check linjiang.yaml, then: gridgov run linjiang.yaml\n"
    chinese = (tmp_path / "linjiang.yaml").read_text(encoding="utf-8")
    assert chinese.partition("\n")[2] == english[1].partition("\n")[2]
    filled(tmp_path / "wrong.xlsx", {("units", "police", "key"): "polise"}, "zh")
    code, _, err = gridgov("new", "mine", "--from-excel", "wrong.xlsx", "--lang", "zh")
    assert (code, "单位!A12：未知的行（填的是 'polise'）" in err, "是否应为 'police'？" in err) == (2, True, True)
    assert not (tmp_path / "mine.yaml").exists()
