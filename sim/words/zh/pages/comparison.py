"""The words of comparisons, in Chinese: verdicts, the report, timelines, the check of the warm-up."""

LABELS: dict[str, str] = {
    # verdicts
    "sooner": "更早",
    "later": "更晚",
    "lower": "更低",
    "higher": "更高",
    "points": "个百分点",
    "by_direction": "{direction} {amount}",
    "verdict_sure": "{direction} {amount}（{least} 至 {most}）",
    "verdict_likely": "可能{direction} {amount}（{least} 至 {most}）",
    "verdict_exact": "每次重复均{direction} {amount}",
    "verdict_same": "每次重复均相同",
    "verdict_none": "无显著差异（± {bound}）",
    "verdict_unclear": "尚无定论：{fall}～{rise}",
    "verdict_single": "仅一次重复：{direction} {amount}，可能出于偶然",
    "verdict_single_same": "仅一次重复：两者相同，可能出于偶然",
    "verdict_censored": "无法判断：{n} 次重复中有 {not_reached} 次在跟踪期内未达到",
    "verdict_undefined": "无从比较：两者之中至少有一方未出现这种情况",
    "verdict_put_in": "{direction} {amount}：设定所致，不算发现",
    "verdict_put_in_same": "不作结论：所改数值本身就计入该指标",
    "verdict_unmeasured": "不作结论：所改之处没有人测量过",
    "a_and_b": "甲：{base}；乙：{other}。",
    "absorbed": "未单独存续：同处已有同类问题",
    "prevented": "被预防",
    "better": "更好",
    "worse": "更差",
    "neutral": "有变化",
    "open": "不显著",
    "put_in": "设定所致",
    "unmeasured": "假设",
    # the report of a comparison
    "compare_kicker": "方案比较（仿真）",
    "against": "{base}：与“{other}”比较",
    "against_several": "{base}：{n} 个备选方案比较",
    "answer_differs": "与“{base}”相比，“{other}”{found}。",
    "answer_better": "改善的有：{list}",
    "answer_worse": "变差的有：{list}",
    "answer_single": "仅一次重复，差异可能出于偶然",
    "answer_nothing": "{n} 次重复中没有一项主要指标有显著差异",
    "answer_same": "与“{base}”相比，“{other}”：{found}。",
    "answer_put_in": "；属设定所致而非推演结果的有：{list}",
    "nobody_measured": "没有人测量过这一效应；图中只是假设成立时的推论。",
    "answer_more": "另有 {n} 项",
    "answer_cost": "每年费用{cost}；{open}。",
    "cost_more": "多 {yuan} 元（{percent}）",
    "cost_less": "少 {yuan} 元（{percent}）",
    "cost_same": "相同",
    "answer_open": "{all} 项主要指标中有 {undecided} 项在 {n} 次重复中无显著差异或尚无定论",
    "variant_changed": "{scenario}，{changes}",
    "variant": "方案",
    "cost_a_year": "每年费用",
    "what_differs": "不同之处",
    "nothing_differs": "无",
    "equal_cost_note": "等费用比较：“{variant}”的 {path} 由 {before} 改为 {after}；取整后每年相差 {left}。",
    "base_column": "甲",
    "other_column": "乙",
    "difference": "差值",
    "verdict": "判断",
    "gain": "区间缩窄",
    "differences_note": (
        "{n} 次重复的平均值，各方案面对同样的世界。区间为配对 95 % 区间（t 分布）。“可能”表示单独看显著；"
        "不加此词者，在同时看 {m} 个差值时仍显著（经霍尔姆法校正）。比例之差以百分点计。"
        "“设定所致”指所改数值本身就计入该指标，不作结论；其余差异均由排队、工时和存量推演而来。"
    ),
    "gain_note": (
        "“区间缩窄”即公共随机数的方差缩减：若各方案用各自的随机种子，区间会宽多少倍；方差缩减的倍数为其平方。"
        "这里各指标的中位数为 {median}；发现用时为 {detection}，结案用时为 {closing}。"
    ),
    "unmet_note": "重复次数用尽时，以下指标仍未达到要求的精度：{names}。",
    "forest_title": "差别一览",
    "forest_note": (
        "相对“{base}”的差别及配对 95 % 区间（粗线），灰色为独立运行时的区间。空心表示可能、不显著或尚无定论；"
        "箭头表示超出图幅。"
    ),
    "relative_axis": "与 {base} 的差别（比例按百分点）",
    "causes_title": "差别从何而来",
    "causes_note": (
        "观察期内未解决问题天数（按严重程度加权）的变化，每次重复；原发问题连同其复发。向左表示天数减少。"
        "线段为配对 95 % 区间。仅列变化最大的社区。"
    ),
    "weighted_days": "未解决问题天数（按严重程度加权，每次重复）",
    "by_hazard": "按类别",
    "by_community": "按社区",
    "by_stream": "按案件类型",
    "community_n": "社区 {n}",
    "quantity_open": "未解决问题天数（按严重程度加权）",
    "quantity_unseen": "发现前的天数",
    "quantity_closing": "立案到结案的天数",
    "same_issues": "两者共有的问题，平均",
    "change_days": "变化（天）",
    "share_of_change": "占比",
    "in_both": "两者均有",
    "less": "减少",
    "more": "增加",
    "only_base": "仅甲",
    "only_other": "仅乙",
    "pairs_note": (
        "按原发问题配对：每次重复中两者观察期内均存续的有 {paired} 个，仅“{base}”有 {only_base} 个，"
        "仅“{other}”有 {only_other} 个（在另一方案中被并入、被预防或在观察期之前已处置）；"
        "复发分别为 {recurrences_base} 和 {recurrences_other} 个。"
    ),
    "timelines_title": "变化最大的问题",
    "timelines_note": "同一问题在两个方案中的经过，自发生起；每类至多两个，不计复发，改善的在前。",
    "days_since": "发生后的天数",
    "span_unknown": "无人知晓",
    "span_waiting": "已知，等待",
    "span_handled": "已有人到场",
    "mark_closed": "结案",
    "mark_open": "仍存续",
    "issue_n": "{hazard}，社区 {community}，第 {replication} 次重复",
    "moment": "时刻",
    "occurred_at": "发生",
    "detected_at": "被发现或反映",
    "reported_at": "本案上报",
    "registered_at": "立案",
    "dispatched_at": "派遣",
    "whistled_at": "吹哨",
    "arrived_at": "首次到场",
    "claimed_at": "报称办结",
    "closed_at": "结案",
    "ended_at": "问题消除",
    "warmup_title": "预热期是否足够",
    "warmup_note": (
        "自运行开始的无人知晓的存续问题数和在办案件数（各次重复平均）。虚线：预热期结束；点线："
        "边际标准误法则建议截去的长度。季节变化也会使曲线移动。"
    ),
    "warmup_days": "开始后的天数",
    "state_unseen": "无人知晓的存续问题",
    "state_open_cases": "在办案件",
    "warmup_enough": "预热期 {given} 天已足够：边际标准误法则建议截去 {cut} 天。",
    "warmup_short": "预热期 {given} 天偏短：边际标准误法则建议截去 {cut} 天。结果可能仍受运行初始状态影响。",
    "warmup_too_short": (
        "预热期 {given} 天偏短（约需 {cut} 天）：数字可能仍受运行初始状态影响，那时积存的问题与后来的不同。"
    ),
    "warmup_doubtful": (
        "无法判断 {given} 天的预热期是否足够：数字可能仍受运行初始状态影响。延长预热期或观察期可以判明。"
    ),
    "warmup_unsettled": (
        "尚无定论：边际标准误法则无法说明 {given} 天的预热期是否足够，"
        "因为运行的前一半内尚未平稳，或运行跨越多个季节。请看曲线。"
    ),
    "assumptions_of": "“{base}”的假设",
}
"""What stands in the report of a comparison and in its figures, by name."""
