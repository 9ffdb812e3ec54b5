"""A town filled into a table is the scenario that is written of it; what is wrong is told by sheet and cell."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sim.scenario.load import load
from sim.scenario.problems import ScenarioError
from sim.words import tell_in
from sim.workbook.layout import HOLIDAYS, SHEETS, Both, Kind, Language, SheetColumn
from sim.workbook.template import write_template
from sim.workbook.town import FilledTown, town_of
from sim.workbook.typed import plain

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
    if any(name == "holidays" for name, *_ in cells):
        holidays = book[HOLIDAYS.name.of(language)]
        holidays.delete_rows(2, holidays.max_row)
    for (name, key, heading), value in cells.items():
        sheet = next(its for its in SHEETS if its.name.en == name)
        page = book[sheet.name.of(language)]
        at = next(i for i, column in enumerate(sheet.columns, start=1) if column.heading.en == heading)
        row = int(key) if key.isdecimal() else next(cell.row for cell in page["A"] if cell.value == key)
        page.cell(row, at).value = value
    book.save(path)
    return path


@pytest.fixture(scope="module", name="english")
def _english(tmp_path_factory: pytest.TempPathFactory) -> FilledTown:
    """The scenario of a filled table, and its text."""
    return town_of(filled(tmp_path_factory.mktemp("tables") / "town.xlsx", FILLED), None, "en")


def test_the_scenario_written_is_the_scenario_read(english: FilledTown, tmp_path: Path) -> None:
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
    loaded, text, _ = town_of(tmp_path / "表.xlsx", "again", "zh")
    assert text.startswith("# 由表格 表.xlsx 生成。")
    assert "source: 推算：" in text
    before, again = load("village-square").scenario, loaded.scenario
    assert again.territory.area.value == before.territory.area.value
    assert again.run.length == before.run.length
    assert [its.cost.value for its in again.departments.values()] == [
        its.cost.value for its in before.departments.values()
    ]


def test_what_is_filled_in_is_said_and_the_rest_scaled(english: FilledTown) -> None:
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


@pytest.mark.parametrize("said", ["title", "title_zh"])
def test_a_title_in_one_language_is_that_of_both(said: str, tmp_path: Path) -> None:
    town = town_of(filled(tmp_path / "town.xlsx", {("town", said, "value"): "长河区"}), None, "zh")[0].scenario
    assert (town.title.en, town.title.zh) == ("长河区", "长河区")


def test_it_says_what_it_is_made_of_and_which_name_holds(english: FilledTown, tmp_path: Path) -> None:
    about = english.loaded.scenario.about
    assert "120,000 residents" in about.en and "120,000 人" in about.zh
    assert not any("not used" in line for line in english.noted)
    table = filled(tmp_path / "town.xlsx", {("town", "name", "value"): "linjiang"})
    other = town_of(table, "changhe", "zh")
    assert other.loaded.scenario.name == "changhe"
    assert other.noted[0] == "情景名称以命令中的 changhe 为准；表格中的名称 linjiang 没有采用"
    assert "四个社区的教学案例" in load_text(other, tmp_path).about.zh


def load_text(town: FilledTown, folder: Path) -> Any:
    """Return the scenario that the written file says."""
    file = folder / "written.yaml"
    file.write_text(town.text, encoding="utf-8")
    return load(str(file)).scenario


def test_an_empty_template_is_the_teaching_case(tmp_path: Path) -> None:
    town = town_of(filled(tmp_path / "town.xlsx", {}), None, "en")[0].scenario
    named, before = {"name", "title", "about", "calendar"}, load("village-square").scenario
    assert town.name == "town"
    assert town.model_dump(exclude=named) == before.model_dump(exclude=named)
    assert {*town.calendar.holidays} > {*before.calendar.holidays}
    assert {*town.calendar.workdays} > {*before.calendar.workdays}


def test_a_template_shows_the_teaching_case_and_offers_what_may_be_chosen(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(filled(tmp_path / "town.xlsx", {}, "zh"))
    shown = {row[0].value: row[-1].value for row in book["单位"].iter_rows(min_row=2)}
    assert shown["grid_workers"].startswith("共 44 人；60%：周一至周五 08:30-12:00 14:00-18:00；20%：周二至周六")
    assert shown["market_supervision"] == "每处 3 组；办案工时占 0.5；周一至周五 08:30-12:00 14:00-18:00"
    offered = {
        name: [its.formula1 for its in book[name].data_validations.dataValidation] for name in ("单位", "节假日")
    }
    assert offered == {"单位": ['"是,否"'], "节假日": ['"休,班"']}


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
            "town!C5 (residents): expected a number first",
            "town!C11 (grids): must be a whole number",
            "units!C12 (Police stations, crews in each place): must not be negative (found -1)",
            "units!C2 (grid workers, crews in each place): has no meaning for grid workers (found 3)",
            "units!G9 (Housing, hours Saturday): 'morning' is not a period",
            "prices!C2 (setting up and running a grid): expected a number first",
            "holidays!A2 (day): expected a date such as 2026-01-31 (found 'soon')",
            "holidays!B2 (holiday or worked): say whether it is a holiday or worked",
            "holidays!A3: a day is missing",
        ],
    ),
    (
        {
            ("units", "police", "key"): "polise",
            ("units", "emergency", "key"): "housing",
            ("units", "planning", "crews in all"): 1,
            ("units", "planning", "name"): None,
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
            "units!A15: stands twice (found 'Housing')",
            "units!A16: values in a row without a key",
            "units!D17 (Culture, crews in all): crews in each place and in all: fill one of the two",
            "says when without hours",
            "expected yes or no (found 'maybe')",
            "town!C11 (grids): a formula without a result",
            "holidays!B2 (holiday or worked): expected holiday",
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


def told_of(path: Path, change: Callable[[Any], None], language: Language = "zh") -> list[str]:
    """Return what is said of a template that was changed, a line for each problem, without the name of the file."""
    book = openpyxl.load_workbook(filled(path / "城区表.xlsx", {}, language))
    change(book)
    book.save(path / "城区表.xlsx")
    with pytest.raises(ScenarioError) as caught:
        town_of(path / "城区表.xlsx", None, language)
    return (
        caught.value.render(tell_in(language))
        .replace(f"{path / '城区表.xlsx'}", "")
        .replace("\n ", "\n")
        .strip()
        .split("\n")
    )


def renamed(book: Any) -> None:
    book["单位"].title = "各单位"
    del book["价格"]


def retitled(book: Any) -> None:
    book["单位"]["F1"], book["价格"]["A1"] = None, "何物"
    for row in book["节假日"]["A1:C1"]:
        for cell in row:
            cell.value = None


def twice(book: Any) -> None:
    book["城区"]["C12"], book["单位"]["D2"] = 210, 220
    book["城区"]["C6"] = 50_000
    book["单位"]["A20"], book["单位"]["C20"] = "公安", 3
    book["单位"]["A21"], book["单位"]["C21"] = "园林", 3
    book["节假日"]["A2"], book["节假日"]["B2"] = "2026年2月30日", "放假"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (renamed, ["：缺少工作表“价格”", "各单位：未知的工作表；是否应为 '单位'？"]),
        (
            retitled,
            ["单位!F1：缺少列标题“周一至周五工时”", "价格!A1：缺少列标题“代码”（填的是 '何物'）", "节假日：没有列标题"],
        ),
        (
            twice,
            [
                "城区!C5（常住人口）：空着，而填了户数",
                "单位!D2（网格员，处置组总数）：网格员人数在这里和 城区!C12（网格员人数） 都填了",
                "单位!A20：未知的行（填的是 '公安'）；可用的有：网格员、社区",
                "单位!A21：教学案例中没有这个单位；表格不能增加单位",
                "节假日!A2（日期）：没有这一天（填的是 '2026年2月30日'）",
            ],
        ),
    ],
)
def test_what_planners_do_to_tables_is_told_in_their_words(
    change: Callable[[Any], None], said: list[str], tmp_path: Path
) -> None:
    lines = told_of(tmp_path, change)
    assert [line[: len(part)] for line, part in zip(lines, said, strict=True)] == said
    assert not [line for line in lines if "departments." in line or "rosters." in line]


def test_a_title_above_the_headings_is_passed_over(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(filled(tmp_path / "town.xlsx", {("town", "residents", "value"): "12万人"}))
    book["town"].insert_rows(1)
    book["town"]["A1"] = "A table of our town"
    book.save(tmp_path / "town.xlsx")
    assert town_of(tmp_path / "town.xlsx", None, "en").loaded.scenario.population.residents.value == 120_000


@pytest.mark.parametrize(
    ("written", "kind", "read"),
    [
        ("210人", "number", "210"),
        ("19个", "number", "19"),
        ("24 组", "number", "24"),
        ("12万人", "number", "12万"),
        ("1,200 residents", "number", "1,200"),
        ("210台", "number", "210台"),
        ("20万", "money", "20万元"),
        ("６万", "money", "6万元"),
        ("60000", "money", "60000 yuan"),
        ("3.14", "area", "3.14 km2"),
        ("3公顷", "area", "3公顷"),
        (3.5, "area", "3.5 km2"),
    ],
)
def test_numbers_are_read_with_what_is_counted(written: Any, kind: Kind, read: str) -> None:
    assert plain(written, SheetColumn("x", Both("x", "x"), kind)) == read


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("no workbook")
    with pytest.raises(ScenarioError, match="not a workbook of Excel"):
        town_of(tmp_path / "a.xlsx", None, "en")


def test_from_template_to_scenario_by_commands(
    gridgov: Command, english: FilledTown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert gridgov("new", "--template", "town.xlsx", "--lang", "zh")[0] == 0
    assert gridgov("new", "--template", "town.xlsx")[0] != 0
    filled(tmp_path / "filled.xlsx", FILLED, "zh")
    _, told, noted = gridgov("new", "--from-excel", "filled.xlsx")
    assert "left empty, and scaled to 120,000 residents: households 46,154, street offices 5" in noted
    assert "Community desks 56" in noted and "null" not in noted
    assert told == "linjiang.yaml written; try: gridgov check linjiang.yaml, then: gridgov run linjiang.yaml\n"
    chinese = (tmp_path / "linjiang.yaml").read_text(encoding="utf-8")
    assert chinese.partition("\n")[2] == english[1].partition("\n")[2]
    filled(tmp_path / "wrong.xlsx", {("units", "police", "key"): "polise"}, "zh")
    code, _, err = gridgov("new", "mine", "--from-excel", "wrong.xlsx", "--lang", "zh")
    assert (code, "单位!A12：未知的行（填的是 'polise'）" in err, "是否应为 'police'？" in err) == (2, True, True)
    assert not (tmp_path / "mine.yaml").exists()
