"""The words of whose hours and money go where, in Chinese."""

from sim.words.catalogue import MechanismWords

WORDS: dict[str, MechanismWords] = {
    "staff_quality": MechanismWords(
        "人员流动、空缺、新手与缺勤",
        name="队伍缺勤",
        settings={
            "crew_absence": "处置组缺勤",
            "learning": "熟悉期",
            "newcomer": "新手多用的时间",
            "recruiting": "每次补缺费用",
            "turnover": "每年离岗比例",
            "unseeing": "新手漏看比例",
            "vacancy": "岗位空缺时间",
        },
    ),
    "admission": MechanismWords(
        "社区与网格事项准入清单",
        name="准入清单",
        settings={
            "creep": "事项回潮的快慢",
            "felt": "见效程度",
            "handed_back": "退回比例",
        },
    ),
    "campaigns": MechanismWords(
        "专项整治及其占用的工时",
        name="专项整治",
        settings={
            "borrowed": "抽调人员",
            "planned": "计划的整治",
        },
    ),
    "funding": MechanismWords(
        "经费收支与购买服务",
        name="经费",
        settings={
            "buys": "购买的服务",
            "deficit": "允许超支",
            "formula": "分配办法",
            "further": "区级其他经费",
            "per_1000_households": "每千户经费",
            "per_community": "每社区经费",
            "tender": "招标时间",
            "yuan": "拨付金额",
        },
    ),
}
"""By section of a scenario."""
