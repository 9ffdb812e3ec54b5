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
    "income_of_mechanisms": MeasureWords(
        "机制可用经费",
        "社区按规则及另行获得、可用于各项机制的经费，元/年。",
        "由参数设定。网格员与队伍的人员经费另有来源。",
    ),
    "unspent_money": MeasureWords(
        "未支出经费",
        "可用经费减去各项机制第一年的支出；购买的服务在招标结束后才开始。",
        "负值即超支。结余不是节约：钱没有办成事。",
    ),
    "communities_short_of_money": MeasureWords(
        "经费不足的社区比例",
        "分摊的机制支出超过收入的社区，除以全部社区。",
        "购买服务按分配办法分摊，其余按户数分摊。",
    ),
    "mechanisms_cost_per_fixed_issue": MeasureWords(
        "每解决一个问题的机制支出",
        "机制支出除以观察期内发生且真正解决的问题。",
        "每解决一个问题的成本中其余部分是人员经费，另有来源。",
    ),
    "services_cost_per_case": MeasureWords(
        "购买服务每件成本",
        "观察期内购买服务的支出，除以其办结且真正解决的案件。",
        "待命的工时同样付费；开始得晚的服务显得贵。",
    ),
    "given_h_per_week": MeasureWords(
        "志愿工时",
        "志愿者巡查与党员业余认领任务的每周小时数。",
        "单独列出，不计为节约：没有人因此少拿工资。",
    ),
    "helpers_active_share": MeasureWords(
        "志愿力量在岗比例",
        "设定的志愿者、党员与共建单位中仍在参与者的比例，观察期内各月平均。",
        "由去留设定直接得出，属输入。",
    ),
}
"""What is said of each."""
