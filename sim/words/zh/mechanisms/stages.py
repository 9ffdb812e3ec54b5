"""The words of stops and helpers on the way of a case, in Chinese."""

from sim.words.catalogue import MechanismWords

WORDS: dict[str, MechanismWords] = {
    "named_leader": MechanismWords(
        "领导包案",
        name="领导包案",
        settings={
            "district": "区级领导",
            "overdue": "逾期时",
            "shortens": "缩短程序的幅度",
            "slots": "同时包案数",
            "street": "街道领导",
        },
    ),
    "property": MechanismWords(
        "物业“三位一体”：先找物业",
        name="物业公司",
        settings={
            "asks_first": "先找物业的比例",
            "coordination": "覆盖小区余留的协调工作比例",
            "estates": "小区数量",
            "fixes": "真正解决的比例",
            "gives_up": "居民等待上限",
            "meetings": "每个小区每月占用社区工时",
        },
    ),
    "co_building": MechanismWords(
        "共驻共建协议",
        name="共驻共建",
        settings={
            "contract": "每份协议每月占用社区工时",
            "meeting": "例会间隔",
            "owner_first": "产权单位优先自用的比例",
            "parking": "错时停车所减少的类别",
            "parking_shared": "错时停车减少的比例",
            "rooms": "每月开放场地时间",
            "tasks": "每单位每年认领任务数",
        },
    ),
    "councils": MechanismWords(
        "居民议事协商",
        name="居民议事会",
        settings={
            "again_after": "再次协商的间隔",
            "agrees": "达成一致的概率",
            "carried_out": "落实协商结果的工作量系数",
            "lasting": "协商减少复发的比例",
            "quorum": "到会人数达标的比例",
            "rounds": "最多协商次数",
        },
    ),
    "committees": MechanismWords(
        "各级委员会与兜底管理",
        name="各级委员会",
        settings={
            "bounces": "转兜底前的退回次数",
            "decides": "作出决定的概率",
            "fallback": "兜底处置的工作量系数",
            "levels": "层级",
            "links": "部门对接系数",
            "others": "每次会议其他成员数",
        },
    ),
}
"""By section of a scenario."""
