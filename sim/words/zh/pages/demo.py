"""The words of the demonstration, in Chinese."""

LABELS: dict[str, str] = {
    "demo_title": "同一世界，两种方案",
    "demo_lever_grids": "网格数",
    "demo_lever_workers": "网格员数",
    "demo_lever_crews": "部门办案工时（%）",
    "demo_lever_hold": "吹哨：到场后最多等候（小时）",
    "demo_lever_threshold": "单部门吹哨：过几个时限后吹",
    "demo_lever_pressure": "考核压力：计分权重（%）",
    "demo_policy_a": "方案甲（A）",
    "demo_policy_b": "方案乙（B）",
    "demo_mechanisms": "机制",
    "demo_no_numbers": "本情景未给出数值的机制",
    "demo_worlds": "世界数",
    "demo_worlds_note": "世界越多，结论越可靠，但越慢。",
    "demo_measure": "指标",
    "demo_difference": "乙与甲相比，有多可靠（95 %）",
    "demo_uncertainty": (
        "{n} 个世界的平均值，两种方案面对同样的世界。括号内：差值在 95 % 置信度下的范围。“可能”：单独看显著。"
    ),
    "demo_same": "两种方案相同。请移动乙的滑块。",
    "demo_queue": "在办案件（实线）与无人知晓的存续问题（虚线）",
    "demo_waiting": "等待部门班组的案件（逐周）",
    "demo_warmup": "预热期",
    "demo_weeks": "开始后的周数；阴影：观察期",
    "demo_map": "问题存续天数",
    "demo_unknown": "存续，无人知晓",
    "demo_known": "存续，已立案",
    "demo_not_fixed": "已结案，问题仍在",
    "demo_people": "此处的人均为虚构。结果取决于假设，不能证明任何真实政策有效。",
    "demo_refused": "无法模拟：",
}
