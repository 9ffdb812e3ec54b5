"""The words of figures and of the report of a run, in Chinese."""

LABELS: dict[str, str] = {
    "joint_team": "联勤小队",
    "service_station": "特殊群体服务站",
    "in_streets": "（下沉街道）",
    # between the parts of a list
    "comma": "、",
    "semicolon": "；",
    # streams, sources and levels, as the tables name them
    "street_order": "街面秩序",
    "request": "居民诉求",
    "spot": "当场",
    "grid": "网格",
    "community": "社区",
    "members": "党员",
    "street": "街道",
    "department": "部门",
    "joint": "多部门联合",
    "partners": "共建单位",
    # figures
    "map_title": "空间分布",
    "map_note": (
        "每块为一个网格。单个网格案件很少：个别深色块多出于偶然，成片相近才说明问题。"
        "小号数字为社区编号（不超过 100 个社区时）。"
    ),
    "closing_mean_h": "平均结案用时",
    "never_reported_share": "未被发现的问题比例（含自行消除）",
    "hours": "小时",
    "cases": "立案数",
    "issues": "问题数",
    "curves_title": "案件多久结案",
    "curves_note": (
        "到该时刻已结案的立案案件比例，已计入未结案件（Kaplan-Meier 估计）。括号内：半数结案所需时间。"
        "起点处的台阶为当场处置的案件。"
    ),
    "curves_undrawn": "各次重复合计不足 {least} 件、故未画曲线：{names}。",
    "time_since_registration": "立案后的时间",
    "share_closed": "已结案",
    "min": "分",
    "h": "时",
    "d": "天",
    "wk": "周",
    "backlog_title": "在办案件的变化",
    "backlog_note": "已立案未结的案件；为各次重复的平均及其范围。阴影为观察期，之前为预热。",
    "open_cases": "在办案件",
    "window": "观察期",
    "levels_title": "谁来处置",
    "levels_note": (
        "观察期内已结案件按办结层级，上为街面秩序，下为居民诉求；右侧为件数，{n} 次重复合计。"
        "到场时问题已不存在的不计；未真正解决即结案的计入。"
    ),
    "figures_in_english": "本机没有中文字体，图中文字为英文。",
    # report
    "kicker": "网格组织仿真",
    "caveat_assumptions": "这里的每个数字都以完整报告所列的假设及其范围为条件，都不是任何现实政策有效的证据。",
    "caveat_people": (
        "仿真的是一个由虚构人物组成的组织，不得用于对任何真实的工作人员、居民、家庭或信访人打分、排名或预测。"
    ),
    "key_figures": "主要指标",
    "figures": "图",
    "all_measures": "全部指标",
    "intervals_note": (
        "{n} 次重复的平均值及 95 % 置信区间。区间只反映本情景内的偶然性，不反映假设本身的不确定性。"
        "区间按 t 分布计算，并截于指标的界限：比例截于 0 和 1，数量和时间截于 0。"
        "重复少于十次时，繁忙单位的中位数、分位数、比例和积压量的区间包含真值的机会低于 95 %。"
    ),
    "one_replication_note": "只有一次重复，没有置信区间。仅偶然性就能使这些数字变动；比较之前请增加重复次数。",
    "measure": "指标",
    "mean": "平均",
    "interval": "95 % 区间",
    "reached_in": "{all} 次重复中 {reached} 次达到",
    "unit": "单位",
    "caution": "读数须知",
    "definitions": "定义",
    "field": "与实际对照",
    "field_note": (
        "{sentence}各城市口径不同；范围是查到的数字的范围，不是所有可能的数字。吻合说明情景合理，不说明它正确。"
    ),
    "field_published_outside": "{all} 项公布的数字中有 {outside} 项在范围之外：{names}。",
    "field_published_inside": "{all} 项公布的数字均在范围之内。",
    "field_by_hand_outside": "{all} 项手工推算或假定的数字中有 {outside} 项超出允许范围：{names}。",
    "field_by_hand_inside": "{all} 项手工推算或假定的数字均在允许范围之内。",
    "indicators": "指标体系",
    "indicators_note": (
        "{title}：已公布的名称，以及本次运行中与之对应的模型指标。此处无从测量的留空；没有名称的行是放入的模型指标，并非原体系的指标。"
    ),
    "indicator": "体系中的条目",
    "not_measured": "未测量",
    "indicator_level_named": "{title}{count}个，名称均已列出。",
    "indicator_level_partly": "{title}{count}个，其中{named}个列有名称。",
    "indicator_level_unnamed": "{title}{count}个，名称未公布。",
    "simulated": "仿真",
    "expected": "预期",
    "range": "范围",
    "source": "来源",
    "grade": "等级",
    "grades_note": "等级：A 官方；B 见于文本；B- 来源较弱；C 由 A、B 推算；D 背景知识；E 假设。",
    "inside": "范围内",
    "outside": "范围外",
    "worst": "处境最差的社区",
    "worst_note": "按各次重复的平均。案件少的社区可能只是出于偶然而列于其中；虚构的社区不代表任何真实地方。",
    "slowest": "结案最慢",
    "most_unseen": "未被发现的问题最多（含自行消除）",
    "district": "全区",
    "assumptions": "假设",
    "assumptions_note": (
        "本情景有 {n} 个量为假设（等级 E）。带 × 的范围是对整个分布的倍数。均可在情景中或单次运行时修改。"
    ),
    "assumed": "假设取值",
    "ungraded": "未注明来源",
    "ungraded_note": "本情景有 {n} 处数字没有等级，无从得知其可靠程度。0 和 1 以及运行的起止不列。",
    "quantity": "量",
    "value": "取值",
    "reason": "理由",
    "mechanisms_on": "启用的机制",
    "mechanism": "机制",
    "evidence": "对其效应的了解",
    "provenance": "来源记录",
    "followed_to": "跟踪至",
    "changed": "命令行修改：",
    "residents": "居民",
    "workers": "网格员",
    "grids": "网格",
    "communities": "社区",
    "replications": "重复次数",
    "seed": "随机种子",
    # where a result comes from: entries of its manifest
    "origin_seed": "随机种子",
    "origin_replications": "重复次数",
    "origin_engine": "引擎",
    "origin_finished": "完成时间",
    "origin_window_from": "观察期首日",
    "origin_window_to": "观察期末日",
    "origin_warmup_days": "预热天数",
}
"""What stands in figures and in the report of a run, by name."""
