"""The words of comparisons in English and Chinese: verdicts, the report, timelines, the check of the warm-up."""

from sim.measures.measure import Text

COMPARE_LABELS: dict[str, Text] = {
    # verdicts
    "sooner": Text("sooner", "更早"),
    "later": Text("later", "更晚"),
    "lower": Text("lower", "更低"),
    "higher": Text("higher", "更高"),
    "points": Text("points", "个百分点"),
    "by_direction": Text("{amount} {direction}", "{direction} {amount} 之多"),
    "verdict_sure": Text("{direction} by {amount} ({least} to {most})", "{direction} {amount}（{least} 至 {most}）"),
    "verdict_likely": Text(
        "probably {direction} by {amount} ({least} to {most})", "可能{direction} {amount}（{least} 至 {most}）"
    ),
    "verdict_exact": Text("{direction} by {amount} in every replication", "每次重复均{direction} {amount}"),
    "verdict_same": Text("the same in every replication", "每次重复均相同"),
    "verdict_none": Text(
        "no difference that {n} replications can show; at most {bound} either way",
        "{n} 次重复看不出差别；任一方向至多 {bound}",
    ),
    "verdict_unclear": Text("cannot tell: from {fall} to {rise}", "无法判断：{fall} 至 {rise}"),
    "verdict_single": Text(
        "{direction} by {amount} in the only replication; it may be chance",
        "仅一次重复：{direction} {amount}，可能出于偶然",
    ),
    "verdict_undefined": Text("not defined in both", "并非两者都有定义"),
    "a_and_b": Text("A is {base}, B is {other}.", "甲（A）：{base}；乙（B）：{other}。"),
    "absorbed": Text("not open: the same was open there", "未单独存续：同处已有同类问题"),
    "prevented": Text("prevented", "被预防"),
    "better": Text("better", "更好"),
    "worse": Text("worse", "更差"),
    "neutral": Text("different", "有变化"),
    "open": Text("open", "未定"),
    # the report of a comparison
    "compare_kicker": Text("Comparison in the same worlds", "同一世界中的比较"),
    "against": Text("{other} against {base}", "{other} 对比 {base}"),
    "and_others": Text("{n} others", "另外 {n} 个方案"),
    "answer_differs": Text("Against “{base}”, “{other}” is {found}.", "与“{base}”相比，“{other}”{found}。"),
    "answer_better": Text("better in {list}", "改善的有：{list}"),
    "answer_worse": Text("worse in {list}", "变差的有：{list}"),
    "answer_nothing": Text(
        "no key figure differs by more than chance could explain in {n} replications",
        "{n} 次重复中没有一项主要指标的差别超出偶然",
    ),
    "answer_same": Text("Against “{base}”, for “{other}” {found}.", "与“{base}”相比，“{other}”：{found}。"),
    "answer_more": Text("and {n} more", "另有 {n} 项"),
    "answer_cost": Text("It costs {cost} a year; {open}.", "每年费用{cost}；{open}。"),
    "cost_more": Text("{yuan} yuan ({percent}) more", "多 {yuan} 元（{percent}）"),
    "cost_less": Text("{yuan} yuan ({percent}) less", "少 {yuan} 元（{percent}）"),
    "cost_same": Text("the same", "相同"),
    "answer_open": Text(
        "of the {all} key figures, {undecided} show no difference or leave it open with {n} replications",
        "{all} 项主要指标中有 {undecided} 项在 {n} 次重复中看不出差别或未定",
    ),
    "variant": Text("Variant", "方案"),
    "cost_a_year": Text("Cost a year, yuan", "每年费用（元）"),
    "what_differs": Text("What differs", "不同之处"),
    "nothing_differs": Text("nothing", "无"),
    "equal_cost_note": Text(
        "At equal cost: {path} of “{variant}” was changed from {before} to {after};"
        " rounding leaves {left} yuan a year.",
        "等费用比较：“{variant}”的 {path} 由 {before} 改为 {after}；取整后相差 {left} 元/年。",
    ),
    "base_column": Text("A", "甲（A）"),
    "other_column": Text("B", "乙（B）"),
    "difference": Text("Difference", "差值"),
    "verdict": Text("Verdict", "判断"),
    "gain": Text("Gain", "配对增益"),
    "differences_note": Text(
        "Means over {n} replications, each variant in the same worlds. The interval is the paired one (Student, 95 %). "
        "“Probably” marks what would be significant if it were looked at alone; without it, it is so even among"
        " all {m} differences looked at (Holm). Shares differ by points of a percentage.",
        "{n} 次重复的平均值，各方案面对同样的世界。区间为配对 95 % 区间（t 分布）。“可能”表示单独看显著；"
        "不加此词者，在同时看 {m} 个差值时仍显著（Holm）。比例之差以百分点计。",
    ),
    "gain_note": Text(
        "Gain: how many times wider the interval would be if the variants had been run with seeds of their own. "
        "The median over the measures here is {median}; for detection times {detection}, for closing times {closing}.",
        "配对增益：若各方案用各自的随机种子，区间会宽多少倍。这里各指标的中位数为 {median}；"
        "发现用时为 {detection}，结案用时为 {closing}。",
    ),
    "unmet_note": Text(
        "The budget of replications was spent before these were as precise as asked: {names}.",
        "重复次数用尽时，以下指标仍未达到要求的精度：{names}。",
    ),
    "forest_title": Text("Differences at a glance", "差别一览"),
    "forest_note": Text(
        "Relative difference from “{base}” with its paired 95 % interval (thick) and the one that independent runs"
        " would have had (grey). Hollow marks are probable or open; arrows run beyond the figure.",
        "相对“{base}”的差别及配对 95 % 区间（粗线），灰色为独立运行时的区间。空心表示可能或未定；箭头表示超出图幅。",
    ),
    "relative_axis": Text("difference from {base}", "与 {base} 的差别"),
    "causes_title": Text("What made the difference", "差别从何而来"),
    "causes_note": Text(
        "Change of the days that issues were open in the window, weighted by severity, per replication; primary"
        " issues with their recurrences. Bars to the left: fewer days open. Lines are paired 95 % intervals. Of"
        " communities, those with the largest change.",
        "观察期内问题存续天数（按严重程度加权）的变化，每次重复；原发问题连同其复发。向左表示天数减少。"
        "线段为配对 95 % 区间。仅列变化最大的社区。",
    ),
    "weighted_days": Text("weighted issue-days per replication", "加权问题天数（每次重复）"),
    "by_hazard": Text("by category", "按类别"),
    "by_community": Text("by community", "按社区"),
    "by_stream": Text("by stream", "按案件类型"),
    "community_n": Text("community {n}", "社区 {n}"),
    "quantity_open": Text("Days open, weighted by severity", "存续天数（加权）"),
    "quantity_unseen": Text("Days until found or reported", "发现前的天数"),
    "quantity_closing": Text("Days from registration to closing", "立案到结案的天数"),
    "same_issues": Text("The same issues in both, mean", "两者共有的问题，平均"),
    "change_days": Text("Change, days", "变化（天）"),
    "share_of_change": Text("Share", "占比"),
    "in_both": Text("In both", "两者均有"),
    "less": Text("less", "减少"),
    "more": Text("more", "增加"),
    "only_base": Text("only in A", "仅 A"),
    "only_other": Text("only in B", "仅 B"),
    "pairs_note": Text(
        "Pairs are made by primary issue: per replication {paired} were open in the window of both, {only_base} only"
        " of “{base}” and {only_other} only of “{other}” (absorbed, prevented or dealt with before the window in the"
        " other); recurrences number {recurrences_base} and {recurrences_other}.",
        "按原发问题配对：每次重复中两者观察期内均存续的有 {paired} 个，仅“{base}”有 {only_base} 个，"
        "仅“{other}”有 {only_other} 个；复发分别为 {recurrences_base} 和 {recurrences_other} 个。",
    ),
    "timelines_title": Text("The issues that changed most", "变化最大的问题"),
    "timelines_note": Text(
        "Each issue in both variants, from its occurrence on: at most two of a category, recurrences apart. Better"
        " ones come first.",
        "同一问题在两个方案中的经过，自发生起；每类至多两个，不计复发，改善的在前。",
    ),
    "days_since": Text("days since it occurred", "发生后的天数"),
    "span_unknown": Text("nobody knows", "无人知晓"),
    "span_waiting": Text("known, waiting", "已知，等待"),
    "span_handled": Text("somebody was there", "已有人到场"),
    "mark_closed": Text("case closed", "结案"),
    "mark_open": Text("still open", "仍存续"),
    "issue_n": Text(
        "{hazard}, community {community}, replication {replication}",
        "{hazard}，社区 {community}，第 {replication} 次重复",
    ),
    "moment": Text("Moment", "时刻"),
    "occurred_at": Text("occurred", "发生"),
    "detected_at": Text("found or reported", "被发现或反映"),
    "reported_at": Text("this case reported", "本案上报"),
    "registered_at": Text("registered", "立案"),
    "dispatched_at": Text("dispatched", "派遣"),
    "whistled_at": Text("whistle", "吹哨"),
    "arrived_at": Text("first on site", "首次到场"),
    "claimed_at": Text("claimed done", "报称办结"),
    "closed_at": Text("case closed", "结案"),
    "ended_at": Text("issue ended", "问题消除"),
    "explain_with": Text("All of it:", "完整经过："),
    "warmup_title": Text("Was the warm-up long enough?", "预热期是否足够"),
    "warmup_note": Text(
        "Open issues that nobody knows of, and open registered cases, from the start of the run (mean of the"
        " replications). Dashed: end of the warm-up. Dotted: what MSER-5 would cut. Seasons move these lines too.",
        "自运行开始的无人知晓的存续问题数和在办案件数（各次重复平均）。虚线：预热期结束；点线：MSER-5 建议截去的长度。"
        "季节变化也会使曲线移动。",
    ),
    "warmup_days": Text("days since the start", "开始后的天数"),
    "state_unseen": Text("open issues nobody knows of", "无人知晓的存续问题"),
    "state_open_cases": Text("open registered cases", "在办案件"),
    "warmup_enough": Text(
        "The warm-up of {given} days is long enough: MSER-5 would cut {cut} days.",
        "预热期 {given} 天已足够：MSER-5 建议截去 {cut} 天。",
    ),
    "warmup_short": Text(
        "The warm-up of {given} days is too short: MSER-5 would cut {cut} days. Figures may still carry the"
        " start of the run.",
        "预热期 {given} 天偏短：MSER-5 建议截去 {cut} 天。结果可能仍受运行初始状态影响。",
    ),
    "warmup_unsettled": Text(
        "MSER-5 cannot tell whether the warm-up of {given} days is long enough: the district did not become steady in"
        " the first half of the run, or the run goes through seasons. Look at the lines.",
        "MSER-5 无法判断 {given} 天的预热期是否足够：运行的前一半内尚未平稳，或运行跨越多个季节。请看曲线。",
    ),
    # the story of one case
    "case_n": Text("case {n}", "案件 {n}"),
    "it_is_not_true": Text("it is not", "不属实"),
    "agent_resident": Text("resident", "居民"),
    "agent_worker": Text("worker", "网格员"),
    "agent_leader": Text("grid leader", "网格长"),
    "agent_community": Text("community", "社区"),
    "agent_street": Text("street", "街道"),
    "agent_department": Text("department", "部门"),
    "agent_members": Text("party members", "党员"),
    "agent_supervisor": Text("supervisor", "督办"),
    "agent_desk": Text("desk", "受理台"),
    "when": Text("when", "时间"),
    "after": Text("after", "历时"),
    "what": Text("what", "经过"),
    "who": Text("who", "承办"),
    "explain_title": Text(
        "{hazard} in community {community} (root {root}, recurrence {generation}), severity {severity}",
        "社区 {community} 的{hazard}（编号 {root}，第 {generation} 次复发），严重程度 {severity}",
    ),
    "explain_work": Text("It holds {work} min of work for {unit}", "所需工作：{unit} {work} 分钟"),
    "explain_needs": Text("and truly needs {needs}", "实需部门：{needs}"),
    "explain_absent": Text(
        "{result} does not have this issue: there it was dealt with before the start, or did not recur.",
        "{result} 中没有这一问题：开始之前已处置，或未再发生。",
    ),
    "assumptions_of": Text("Assumptions of “{base}”", "“{base}”的假设"),
}
