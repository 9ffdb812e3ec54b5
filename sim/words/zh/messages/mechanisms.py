"""What mechanisms say of their own settings that contradict each other, in Chinese."""

MESSAGES: dict[str, str] = {
    "on_time, said_solved and satisfied all weigh nothing; one must be above 0": (
        "on_time、said_solved 和 satisfied 的权重都为 0；至少一个须大于 0"
    ),
    "there is no grid worker to take anything over": "没有网格员可以承接",
    "costs nothing: a free lunch; say `cost`, if it be 0": "没有写费用，而投入不会无偿；请写明 `cost`，即使为 0",
    "must come after `since`": "必须晚于 `since`",
    "more centres than communities, of which there are {communities}": "服务中心多于社区，社区只有 {communities} 个",
    "at most {communities}": "最多 {communities}",
    "is the only way to report; there must be another for the rest": "是唯一的反映渠道；其余的须另有渠道",
    "there is no community desk to do it": "没有社区窗口可以办理",
    "visits take {hours:,.0f} h a week, all that the crews have": (
        "走访每周需 {hours:,.0f} 小时，占用了处置组的全部工时"
    ),
    "fewer visits, or more crews": "请减少走访，或增加处置组",
    "powers without crews: this team has none, and cases would wait for ever": (
        "有权限而无人手：该队伍没有处置组，案件会永远等下去"
    ),
    "its crews in the streets would be called {name}, as another unit is": (
        "其下沉到街道的处置组会与另一单位同名：{name}"
    ),
    "{moved} of its {crews} crews for {streets} streets; each must get {least}": (
        "其 {crews} 个处置组中下沉 {moved} 个，分给 {streets} 个街道；每个街道须有 {least} 个"
    ),
    "all its crews move; nobody is left for the cases and summons that stay with it": (
        "其处置组全部下沉，没有人办理仍归它的案件和吹哨"
    ),
    "must be in {clock} time, as `return_after` is": "须用{clock}，与 `return_after` 一致",
    "calendar": "日历时间",
    "working": "工作时间",
    "a case may be sent to wrong units again and again": "案件可能一再派错单位",
    "must be in calendar time: emergencies do not wait for office hours": "须用日历时间：紧急情况不等上班",
    "no cause is ever repaired: mechanisms.prevention must be on, with `roots.hazards` and a `cut`": (
        "成因永远得不到整治：须启用 mechanisms.prevention，并写明 `roots.hazards` 和 `cut`"
    ),
    "is a hazard of homes, into which no camera looks": "是发生在住户家中的问题，摄像头看不到",
    "in which hours homes are called on is not said": "没有写明在哪些时段上门",
    "in which hours stewards walk is not said": "没有写明街巷长在哪些时段巡走",
    "in which hours sessions are held is not said": "没有写明在哪些时段开会",
    "say the name of a roster": "请写明一个排班的名称",
    "no department has line duty for it; must be 0, or their `share` below 1": (
        "没有部门为此承担条线工作；须为 0，或部门的 `share` 小于 1"
    ),
    "{day} or later": "{day} 或更晚",
    "`community`, or a street team or department of this scenario": "可用 `community`，或本情景中的街道队伍或部门",
    "no such unit with line duty": "没有这样承担条线工作的单位",
    "lies before `since`": "早于 `since`",
    "its crews would be called {name}, as another unit is": "其处置组会与另一单位同名：{name}",
    "pays {count} crews at {price:,.0f} yuan a year each, for {streets} streets": (
        "可购买 {count} 个处置组，每个每年 {price:,.0f} 元，而街道有 {streets} 个"
    ),
    "at least {price:,} yuan, or 0": "至少 {price:,} 元，或为 0",
    "its crews have no time for the cases that they take over": "其处置组没有时间办理所承接的案件",
    "newcomers know all at once": "新人一来就什么都会",
    "above 0, or `newcomer` and `unseeing` 0": "应大于 0，或 `newcomer` 和 `unseeing` 为 0",
    "nobody looks at the sample; must be above 0": "没有人检查抽样；必须大于 0",
    "work is done again after a false claim": "虚报后须重新处置",
    "at least {least:.3g}, so that the shortest work takes 1 min": "至少 {least:.3g}，使最短的工作不少于 1分钟",
    "members would come forward {a_day:,.0f} times a day": "党员每天会报到 {a_day:,.0f} 次",
    "units would come forward {a_day:,.0f} times a day": "共建单位每天会认领 {a_day:,.0f} 次",
    "at most {most:,} times in each community": "每个社区最多 {most:,} 次",
    "more than mechanisms.patrol.target": "大于 mechanisms.patrol.target",
    "how soon people come in company is not said": "没有写明多快结伴反映",
    "say mechanisms.reporting.company too": "请同时写明 mechanisms.reporting.company",
    "the factor on reporting falls below zero without {what}": "没有{what}时，反映系数会小于零",
    "at most {most:.3g}, one over the mean of population.trust": "最多 {most:.3g}，即 population.trust 平均值的倒数",
    "trust": "信任",
    "confidence": "信心",
    "trust and inclination lift it to {reports:.3g}": "信任和反映倾向会使它升至 {reports:.3g}",
    "one open issue could be reported {value:,.0f} times a day": "一个未解决的问题每天可能被反映 {value:,.0f} 次",
    "a case is chased again and again": "案件会被反复催办",
    "helpers take up what is small; {name} is not": "共建单位只承接小问题，{name} 不是",
    "more than {most} levels": "超过 {most} 级",
    "more than the leaders are on duty in a week": "多于包案领导每周的在岗时间",
    "no case is ever stuck": "永远不会有卡住的案件",
    "say `overdue` or `after`": "请写明 `overdue` 或 `after`",
    "how many estates there are is not said; their meetings take hours of the desks": (
        "没有写明有多少个小区；其会议占用社区窗口的工时"
    ),
    "a number above 0, and `meetings`, if it be 0": "应填大于 0 的数，并写明 `meetings`，即使为 0",
    "points cost nothing: a free lunch; say what an hour costs": ("积分没有费用，而投入不会无偿；请写明每小时的费用"),
    "what is put in costs nothing: a free lunch; say the hours it takes": (
        "投入没有占用工时，而投入不会无偿；请写明所需工时"
    ),
    "{name} cannot be placed: there is no such mechanism": "{name} 不能限定范围：没有这个机制",
    "{name} cannot be placed: {why}": "{name} 不能限定范围：{why}",
    "its lines are those of cases from all communities": "它的队列里是所有社区的案件",
    "crews of teams and departments come from all communities": "队伍和部门的班组面向所有社区",
    "is arranged before the start: it can have places, and no day": "在开始之前就已安排好：可以限定范围，不能限定日期",
    "from which day on is not said": "没有写明从哪一天起",
    "say `since` too": "请同时写明 `since`",
    "crews would leave before the next can come": "处置组会在下一组到达之前离开",
    "the whistle needs an attempt; must be above zero": "吹哨至少须有一次；必须大于零",
}
"""Messages by their English."""
