"""What a workbook of a town holds: its sheets, their headings and rows, in English and Chinese.

Both languages are read, whichever the workbook was written in: a heading or row is known by its key or by either name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sim.language.contradiction import Path
from sim.scenario.checks.parts import crews
from sim.scenario.models import Scenario

Language = Literal["en", "zh"]
Kind = Literal["text", "number", "area", "money", "day", "hours", "yes"]
"""What a cell holds: a bare number of an `area` is square kilometres, of `money` yuan."""


class Both(NamedTuple):
    """A text in English and in Chinese."""

    en: str
    zh: str

    def of(self, language: Language) -> str:
        """Return the text in a language."""
        return self.en if language == "en" else self.zh

    def with_values(self, **values: object) -> Both:
        """Return the text with values in it; one that is in both languages is said in each."""
        english = {name: its.en if isinstance(its, Both) else its for name, its in values.items()}
        chinese = {name: its.zh if isinstance(its, Both) else its for name, its in values.items()}
        return Both(self.en.format(**english), self.zh.format(**chinese))


@dataclass(frozen=True)
class SheetColumn:
    """A column of a sheet: its key, its heading, and what its cells hold."""

    key: str
    heading: Both
    kind: Kind = "text"


@dataclass(frozen=True)
class SheetRow:
    """A row that a sheet has from the start: its key, its name, and the path of what it says.

    Of a row of the town `kind` is what it holds.
    """

    key: str
    name: Both
    path: Path
    kind: Kind = "number"


@dataclass(frozen=True)
class Sheet:
    """A sheet: its key, its name, its columns, and what is said of it to those who fill it in."""

    key: str
    name: Both
    columns: tuple[SheetColumn, ...]
    about: Both


KEY = SheetColumn("key", Both("key", "代码"))
NAME = SheetColumn("name", Both("name", "名称"))
BEFORE = SheetColumn("before", Both("as in the teaching case", "教学案例的数值"))

TOWN = Sheet(
    "town",
    Both("town", "城区"),
    (KEY, NAME, SheetColumn("value", Both("value", "数值")), BEFORE),
    Both(
        "Town: who lives there, on what ground, with how many grids and workers. With residents given, whatever you "
        "leave empty is scaled to them. Names of communities have no place here: they come with a map (GeoJSON, see "
        "territory in docs/scenarios.md), for without one communities are invented.",
        "城区：人口、面积、网格和网格员。填了常住人口，其余空着的数按人口折算。社区名称不在此填写：它随地图而来"
        "（GeoJSON，见 docs/zh/scenarios.md 的 territory 一节），没有地图时社区为虚构。",
    ),
)
UNITS = Sheet(
    "units",
    Both("units", "单位"),
    (
        KEY,
        NAME,
        SheetColumn("crews", Both("crews in each place", "每处处置组数"), "number"),
        SheetColumn("total", Both("crews in all", "处置组总数"), "number"),
        SheetColumn("share", Both("share of duty for cases", "办案工时占比"), "number"),
        SheetColumn("weekdays", Both("hours Monday to Friday", "周一至周五工时"), "hours"),
        SheetColumn("saturday", Both("hours Saturday", "周六工时"), "hours"),
        SheetColumn("sunday", Both("hours Sunday", "周日工时"), "hours"),
        SheetColumn("holidays", Both("on public holidays too", "节假日上班"), "yes"),
        BEFORE,
    ),
    Both(
        "Units: crews in each place (community, street office, district) or in all, not both; hours such as "
        "08:30-12:00 14:00-18:00, all day 0:00-24:00. Of grid workers only how many in all, and hours.",
        "单位：填“每处处置组数”（每个社区、每个街道、全区）或“处置组总数”，不要都填；工时写成 8:30-12:00 14:00-18:00，"
        "全天写成 0:00-24:00。"
        "网格员只填总数和工时。",
    ),
)
PRICES = Sheet(
    "prices",
    Both("prices", "价格"),
    (KEY, NAME, SheetColumn("cost", Both("yuan a year", "每年（元）"), "money"), BEFORE),
    Both(
        "Prices: what one crew, worker or grid costs in a year, in yuan.",
        "价格：一个处置组、一名网格员或一个网格每年的费用，单位为元，也可写成 6万元。",
    ),
)
HOLIDAYS = Sheet(
    "holidays",
    Both("holidays", "节假日"),
    (
        SheetColumn("day", Both("day", "日期"), "day"),
        SheetColumn("what", Both("holiday or worked", "休或班")),
    ),
    Both(
        "Holidays: each day off, and each weekend day worked instead. Filled in are those of China as far as they are "
        "announced; what is here holds, and nothing besides. Emptied, those of 2024 and 2025.",
        "节假日：逐日填写，放假写“休”，周末调休上班写“班”。国家已公布的各年安排已经填好；以本表为准，表中没有的不算；整张清空则用2024年和2025年的安排。",
    ),
)
SHEETS = (TOWN, UNITS, PRICES, HOLIDAYS)
README = Both("read me", "说明")

OFF, WORKED = Both("holiday", "休"), Both("worked", "班")
YES, NO = Both("yes", "是"), Both("no", "否")

WORKERS = SheetRow("grid_workers", Both("grid workers", "网格员"), ("staff", "grid_workers"))
TOWN_ROWS = (
    SheetRow("name", Both("name of the scenario, one word", "情景名称（一个词）"), ("name",), "text"),
    SheetRow("title", Both("title", "标题"), ("title", "en"), "text"),
    SheetRow("title_zh", Both("title in Chinese", "中文标题"), ("title", "zh"), "text"),
    SheetRow("residents", Both("residents", "常住人口"), ("population", "residents")),
    SheetRow("households", Both("households", "户数"), ("population", "households")),
    SheetRow("area", Both("built-up area, km2", "建成区面积（平方公里）"), ("territory", "area"), "area"),
    SheetRow("streets", Both("street offices", "街道数"), ("territory", "streets")),
    SheetRow("communities", Both("communities", "社区数"), ("territory", "communities")),
    SheetRow("places", Both("public places", "公共点位数"), ("territory", "places")),
    SheetRow("grids", Both("grids", "网格数"), ("grids", "count")),
    SheetRow("grid_workers", Both("grid workers", "网格员人数"), ("staff", "grid_workers", "count")),
    SheetRow("grid_leaders", Both("grid leaders", "网格长人数"), ("staff", "grid_leaders", "count")),
    SheetRow(
        "members", Both("party members who help", "参加双报到的党员数"), ("mechanisms", "party_members", "members")
    ),
    SheetRow("start", Both("first day, warm-up included", "起始日期（含预热）"), ("run", "start"), "day"),
    SheetRow("length", Both("observation period", "观察期"), ("run", "length"), "text"),
    SheetRow("replications", Both("replications", "重复次数"), ("run", "replications")),
)
"""Rows of the town; `name` and what is no number of the scenario scaled stay as they are."""


def unit_rows(scenario: Scenario) -> Iterator[SheetRow]:
    """Yield a row for each unit of a scenario: grid workers, desks, teams, departments."""
    yield WORKERS
    for path, unit in crews(scenario):
        yield SheetRow(str(path[-1]), Both(unit.title.en, unit.title.zh), path)


def price_rows(scenario: Scenario) -> Iterator[SheetRow]:
    """Yield a row for everything that has a price in a scenario."""
    yield SheetRow("grid", Both("setting up and running a grid", "设立并运行一个网格"), ("grids", "cost"))
    for row in unit_rows(scenario):
        yield SheetRow(row.key, row.name, (*row.path, "cost"))


def rows_of(sheet: Sheet, scenario: Scenario) -> tuple[SheetRow, ...]:
    """Return the rows that a sheet has from the start."""
    if sheet is TOWN:
        return TOWN_ROWS
    return tuple(unit_rows(scenario) if sheet is UNITS else price_rows(scenario) if sheet is PRICES else ())
