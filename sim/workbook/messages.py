"""What is said of a workbook that cannot be read, in English and Chinese."""

from __future__ import annotations

from sim.workbook.layout import Both

NO_LIBRARY = Both(
    "workbooks need openpyxl: install gridgov with its extra 'excel'",
    "读写Excel文件需要 openpyxl：请安装 gridgov 的附加组件 excel",
)
NO_WORKBOOK = Both("not a workbook of Excel (.xlsx)", "不是Excel工作簿（.xlsx）")
TOO_LARGE = Both("larger than any such table", "文件过大")
NO_SHEETS = Both("none of its sheets is one of the template", "没有一张工作表属于模板")
UNKNOWN_SHEET = Both("unknown sheet", "未知的工作表")
NO_SHEET = Both(
    "the sheet '{sheet}' is missing; keep it, empty if you have nothing to say there",
    "缺少工作表“{sheet}”；没有要填的也请保留，空着即可",
)
NO_HEADING = Both("the heading '{heading}' is missing", "缺少列标题“{heading}”")
NO_HEADINGS = Both("no row of headings", "没有列标题")
UNKNOWN_HEADING = Both("unknown heading", "未知的列标题")
TWICE = Both("stands twice", "重复出现")
UNKNOWN_ROW = Both("unknown row", "未知的行")
UNKNOWN_UNIT = Both(
    "no unit of the teaching case; a table cannot add units: add them to the file that `gridgov new` makes of it, as "
    "docs/scenarios.md shows (departments, staff.street_teams)",
    "教学案例中没有这个单位；表格不能增加单位：请在 `gridgov new` 生成的文件中增加，"
    "写法见 docs/zh/scenarios.md（departments、staff.street_teams）",
)
NO_KEY = Both("values in a row without a key", "这一行有数值而没有代码")
FORMULA = Both("a formula without a result: save the file in Excel first", "公式没有结果：请先在Excel中保存文件")
FAULTY = Both("an error of Excel", "Excel报错值")
ONE_OF_TWO = Both("crews in each place and in all: fill one of the two", "“每处处置组数”与“处置组总数”只填一个")
WORKERS_TWICE = Both(
    "grid workers are filled in here and at {other}: fill in one of the two",
    "网格员人数在这里和 {other} 都填了：只填一处",
)
NO_RESIDENTS = Both(
    "is empty while the households are filled in: fill in the residents too",
    "空着，而填了户数：请把常住人口也填上",
)
NOT_OF_WORKERS = Both("has no meaning for grid workers", "网格员没有这一项")
NO_HOURS = Both("says when without hours", "没有填工时")
YES_OR_NO = Both("expected yes or no", "应填“是”或“否”")
OFF_OR_WORKED = Both("expected holiday or worked", "应填“休”或“班”")
UNSAID_OFF_OR_WORKED = Both("say whether it is a holiday or worked", "请填“休”或“班”")
NO_DAY = Both("a day is missing", "缺少日期")
KNOWN = Both("known here are {}", "可用的有：{}")
ABOUT = Both(" ({})", "（{}）")
COMMA = Both(", ", "，")
ENUMERATED = Both(", ", "、")
QUOTED = Both("'{}'", "“{}”")
SCALED = Both(
    "left empty, and scaled to {residents} residents: {numbers}. All else that is empty is as in the teaching case.",
    "空着、按常住人口 {residents} 人折算的：{numbers}。其余空着的沿用教学案例。",
)
NOT_SCALED = Both(
    "residents are left empty, so all that is empty is as in the teaching case, which has {residents}",
    "常住人口空着，因此其余空着的都沿用教学案例（{residents} 人）",
)
NAMED = Both(
    "the scenario is called {name}, as the command says; the name in the table, {written}, is not used",
    "情景名称以命令中的 {name} 为准；表格中的名称 {written} 没有采用",
)
ABOUT_TOWN = Both(
    "A town of {residents} residents, written from a table that was filled in; what the table leaves empty is scaled "
    "or taken from a teaching case with the rates and rules of Jiancaoping.",
    "常住人口 {residents} 人，数字来自填好的表格；表格中空着的，由教学案例按比例折算或沿用，发生率与规则沿用尖草坪。",
)
ABOUT_TABLE = Both(
    "Written from a table that was filled in; what the table leaves empty is as in a teaching case of four communities "
    "with the rates and rules of Jiancaoping. Not a real place unless its own figures were put in.",
    "数字来自填好的表格；表格中空着的沿用四个社区的教学案例，发生率与规则沿用尖草坪。未填入本地数字之前，并非真实地点。",
)
CREWS = Both("crews: {units}", "处置组：{units}")
