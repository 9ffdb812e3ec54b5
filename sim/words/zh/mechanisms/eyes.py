"""The words of other eyes on issues, in Chinese."""

from sim.words.catalogue import MechanismWords

WORDS: dict[str, MechanismWords] = {
    "stewards": MechanismWords(
        "楼门长与志愿巡查",
        name="志愿巡查",
        settings={
            "do_now": "随手处置比例",
            "notes": "每小时记录数",
            "verified": "核实比例",
        },
    ),
    "platform": MechanismWords(
        "数字平台：分拣、便捷上报、摄像头、预警",
        name="数字平台",
        settings={
            "alarms": "误报",
            "camera_cost": "每个摄像头的年费用",
            "ease": "上报便捷程度",
            "finds": "发现",
            "look": "查看用时",
            "looked_at_by": "由谁查看",
            "repeats": "重复",
            "sees": "识别的内容",
            "warns": "预警后治本",
            "within": "范围",
        },
        activities={
            "warned": "该处多次重复，发出预警",
        },
    ),
    "talks": MechanismWords(
        "干部座谈与代办代述",
        name="座谈",
        settings={
            "cadres": "干部人数",
            "present": "到会居民",
            "sessions": "场次",
            "together": "一同参加",
        },
    ),
    "proxies": MechanismWords(
        "上门代办、代述民情",
        name="代办员",
        settings={
            "calls": "每周上门户数",
            "hours_of": "占用工时的人员",
        },
    ),
    "coverage": MechanismWords(
        "新领域覆盖：哪些片区有人巡",
        name="片区覆盖",
    ),
}
"""By section of a scenario."""
