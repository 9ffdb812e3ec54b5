"""The words of mechanisms in Chinese."""

MECHANISMS: dict[str, str] = {
    "density": "网格划分、共走与顶岗",
    "patrol": "巡查、走访与当场处置",
    "reporting": "居民反映",
    "dispatch": "登记、分拨与派单",
    "whistle": "吹哨报到",
    "queueing": "办件次序与队伍快慢",
    "party_members": "在职党员业余承接",
    "ledger": "报结、核查与回访",
    "emergencies": "急险优先",
    "assessment": "考核及其压力下的行为",
    "inspection": "独立督查抽核",
    "petitions": "信访与无法满足的诉求",
    "explanation": "答复说明",
    "joint_team": "多员联动的常设小队",
    "street_powers": "赋权街道与街道评价权",
    "sunk_enforcement": "执法力量下沉街道",
    "all_purpose_grid": "全科网格：网格员代办小事",
    "prevention": "源头治理",
    "service_centres": "便民服务中心：家门口的窗口",
    "stewards": "楼门长与志愿巡查",
    "platform": "数字平台：分拣、便捷上报、摄像头、预警",
    "talks": "干部座谈与代办代述",
    "proxies": "上门代办、代述民情",
    "staff_quality": "人员流动、空缺、新手与缺勤",
    "admission": "社区与网格事项准入清单",
    "campaigns": "专项整治及其占用的工时",
    "funding": "经费收支与购买服务",
    "named_leader": "领导包案",
    "coverage": "新领域覆盖：哪些片区有人巡",
    "special_groups": "特殊群体服务站（军人之家等）",
    "property": "物业“三位一体”：先找物业",
    "co_building": "共驻共建协议",
    "councils": "居民议事协商",
    "committees": "各级委员会与兜底管理",
    "norms": "乡风民俗与邻里和睦（按假设直接输入）",
    "incentives": "志愿力量的去留与积分激励（爱心银行）",
    "roll_out": "试点与分步推开：在哪里、从何时起实施",
}
"""Mechanisms by their section."""

EVIDENCE: dict[str, str] = {
    "measured": "有实测",
    "structure only": "仅知结构：做法清楚，效应大小系假定",
    "none": "没有人测量过",
}
"""What is known of their effects."""
