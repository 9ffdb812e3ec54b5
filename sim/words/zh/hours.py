"""What is said in Chinese of measures of whose time is there, and of the money that buys it."""

from sim.words.catalogue import MeasureWords

MEASURES: dict[str, MeasureWords] = {
    "vacancy_days_per_year": MeasureWords(
        "岗位空缺天数",
        "观察期内网格员与社区工作台人员岗位空缺的天数，全部岗位合计，折算为每年。",
        "由流动率和补缺时间设定；模拟要看的是这期间谁在等待。",
    ),
    "newcomer_work_share": MeasureWords(
        "新手承担的工时比例",
        "观察期内任职短于熟悉期的网格员与社区工作台人员的办件工时，除以其全部办件工时。",
        "新手办得慢，其工时占比高于办件占比。",
    ),
}
"""What is said of each."""
