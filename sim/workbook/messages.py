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
NO_HEADING = Both("the first row lacks a heading", "第一行缺少列标题")
UNKNOWN_HEADING = Both("unknown heading", "未知的列标题")
TWICE = Both("stands twice", "重复出现")
UNKNOWN_ROW = Both("unknown row", "未知的行")
NO_KEY = Both("values in a row without a key", "这一行有数值而没有代码")
FORMULA = Both("a formula without a result: save the file in Excel first", "公式没有结果：请先在Excel中保存文件")
FAULTY = Both("an error of Excel", "Excel报错值")
ONE_OF_TWO = Both("crews in each place and in all: fill one of the two", "“每处处置组数”与“处置组总数”只填一个")
NOT_OF_WORKERS = Both("has no meaning for grid workers", "网格员没有这一项")
NO_HOURS = Both("says when without hours", "没有填工时")
YES_OR_NO = Both("expected yes or no", "应填“是”或“否”")
OFF_OR_WORKED = Both("expected holiday or worked", "应填“休”或“班”")
NO_DAY = Both("a day is missing", "缺少日期")
KNOWN = Both("known here are {}", "可用的有：{}")
