"""What is said of parts of a scenario that contradict each other, and of names that it does not know, in Chinese."""

MESSAGES: dict[str, str] = {
    # names
    "no such {kind}": "没有这样的{kind}",
    "must name a {kind}": "须写明{kind}",
    "known here are {names}": "可用的有：{names}",
    "none is known here": "此处没有可用的",
    "{name} stands here twice": "{name} 在此出现两次",
    "channel": "渠道",
    "department": "部门",
    "group": "居民群体",
    "hazard": "问题类别",
    "roster": "排班",
    "street team": "街道队伍",
    "unit": "单位",
    "zone": "片区",
    "profile of {key}": "{key}分布",
    "hours": "时段",
    "weekdays": "星期",
    "months": "月份",
    "no such hazard": "没有这样的问题类别",
    "no such unit": "没有这样的单位",
    "no such place": "没有这个地点",
    "`{kind} 0` to `{kind} {count}`": "`{kind} 0` 至 `{kind} {count}`",
    "{allowed}, or the name of a community": "{allowed}，或社区的名称",
    "the name stands for another unit already": "这个名称已被另一单位使用",
    "nothing calls it, and the name is almost that of {nearest!r}": "没有地方用到它，而其名称与 {nearest!r} 很相近",
    "another unit is called {name}": "另有单位名为 {name}",
    "is named twice": "出现了两次",
    # counts and room
    "at most {most:,}": "最多 {most:,}",
    "at most {hours}": "最多 {hours}",
    "at most {hours:,.4g} h": "最多 {hours:,.4g} 小时",
    "at most {highest:.3g}": "最多 {highest:.3g}",
    "{count:,} are too many": "{count:,} 太多",
    "more than {whole}, which is {most:,}": "多于 {whole}，后者为 {most:,}",
    "more than population.residents, which is {most:,}": "多于 population.residents，后者为 {most:,}",
    "more than fit in memory": "太多，内存放不下",
    "too small for {residents:,} residents": "面积太小，容不下 {residents:,} 名居民",
    "1 m2 for each": "每人至少 1平方米",
    "says {many} of `count` and `households_per_grid`": "`count` 与 `households_per_grid` {many}",
    "says {many} of `crews` and `total`": "`crews` 与 `total` {many}",
    "neither": "都没有写",
    "both": "都写了",
    "say one; null takes an inherited one away": "只写其中一个；null 可去掉继承来的",
    "must lie between 1 and population.households, which is {households:,}": (
        "应在 1 与 population.households 之间，后者为 {households:,}"
    ),
    "fewer than the {total:,.0f} workers and crews of staff, departments and mechanisms": (
        "少于 staff、departments 和 mechanisms 中合计 {total:,.0f} 名工作人员和处置组"
    ),
    # hours
    "is never open": "没有任何在岗时间",
    "says both `always` and `shifts`; say one of them": "同时写了 `always` 和 `shifts`，只能写其中一个",
    "say `always: true` or give shifts": "请写 `always: true`，或写明 shifts",
    "write like {mon-fri: '08:30-12:00 14:00-18:00'}": "写法如 {mon-fri: '08:30-12:00 14:00-18:00'}",
    "not after `since`, so nobody ever works": "不晚于 `since`，因此没有人上班",
    "after {since}": "晚于 {since}",
    "give {days} hours in `week`, or name another day": "请在 `week` 中写明 {days} 的时段，或改用另一天",
    "falls on {days}, which has no hours": "落在 {days}，而这一天没有时段",
    "periods overlap": "时段重叠",
    "must end by midnight; say another shock for the days after": "须在午夜前结束；之后的日子请另写一次突发事件",
    "roster {roster!r} is open {hours} a week": "排班 {roster!r} 每周只有 {hours}",
    "{hours:g} h": "{hours:g} 小时",
    "is a holiday too; take it out of one list": "同时列为节假日；请从其中一个列表中删去",
    "has {weights} weights": "有 {weights} 个权重",
    "give {length}": "应为 {length} 个",
    "a weight is a number from 0": "权重应为不小于 0 的数",
    "all weights are 0": "所有权重都为 0",
    "'{part}' is no day of a month; write it like 'first thu' or 'last fri'": (
        "'{part}' 不是每月的某一天；写法如 'first thu' 或 'last fri'"
    ),
    "'{part}' is not a period; write it like '08:30-12:00', all day '0:00-24:00'": (
        "'{part}' 不是时段；写法如 '08:30-12:00'，全天写 '0:00-24:00'"
    ),
    "'{part}' names a time that no clock shows": "'{part}' 中有不存在的钟点",
    "'{part}' is not a day or a range of days; days are {days}": "'{part}' 不是星期几或其范围；可用 {days}",
    "desk and line": "desk 与 line",
    "desk, line and mechanisms.assessment.paperwork": "desk、line 与 mechanisms.assessment.paperwork",
    "{parts} come to {hours:g} h, more than the {day:g} h of a duty day": (
        "{parts} 合计 {hours:g} 小时，超过每个工作日的 {day:g} 小时"
    ),
    # hours that mechanisms take, and money
    "takes hours of '{unit}', which has none": "要占用 '{unit}' 的工时，而该单位没有工时",
    "{of} of {unit} has {part:,.4g} h a week charged{since}": "{since}{unit} 的{of}每周被占用 {part:,.4g} 小时",
    " from {day}": "自 {day} 起，",
    "cases": "办案工时",
    "line": "条线工作",
    "desk": "案头工作",
    "patrol": "巡查",
    "field": "外勤",
    "{unit} is given more hours than are taken from it": "{unit} 得到的工时多于被占用的工时",
    "mechanisms cost {wanted:,.0f} yuan a year ({told}), but there are {income:,.0f} yuan": (
        "各机制每年需 {wanted:,.0f} 元（{told}），而经费只有 {income:,.0f} 元"
    ),
    "{item} {yuan:,.0f}": "{item} {yuan:,.0f}",
    "auditors": "督查组",
    "cameras": "摄像头",
    "centres": "服务中心",
    "leaders": "包案领导",
    "meetings": "专委会会议",
    "points": "积分",
    "prevention": "源头预防",
    "proxies": "代办员",
    "purchased services": "购买服务",
    "recruiting": "招聘",
    "service_stations": "特殊群体服务站",
    "sessions": "会议",
    "stewards": "街巷长",
    "services granted": "核拨的服务经费",
    "less cost, more income, or `deficit: true`": "请减少费用、增加收入，或写 `deficit: true`",
    # staff and joint work
    "hazards need grid workers; must be below 1": "有些问题需要网格员处置，缺勤比例必须小于 1",
    "leaves no time for cases; must be above zero": "没有留下办案时间；必须大于零",
    "nobody would ever come; take the unit out or give it a crew": "永远不会有人到场；请去掉该单位，或为其配处置组",
    "fewer than the {places} places of the unit, so nobody would ever come in some": (
        "少于该单位的 {places} 处，因此有的地方永远不会有人到场"
    ),
    "{places} or more": "{places} 或更多",
    "says both `time` and `speed`": "同时写了 `time` 和 `speed`",
    "would never arrive; leave it out for no travel": "永远到不了；不计路途请删去",
    "a way is not shorter than the straight line; must be at least 1": "路程不会短于直线距离；不能小于 1",
    "no department is in charge: none stands in handled_by": "没有主责部门：handled_by 中没有部门",
    "is never needed: it stands neither in `among` nor in `handled_by`": (
        "从不需要它：它既不在 `among` 中，也不在 `handled_by` 中"
    ),
    "more crews than {department} has; a crew has one part of a case at most": (
        "多于 {department} 的处置组数；一个处置组在一个案件中最多承担一部分"
    ),
    "joint work needs two departments at least": "联合处置至少需要两个部门",
    "only {most} departments are named, those in charge included": "连同主责部门在内，只列出了 {most} 个部门",
    # maps, zones and groups
    "the file named in territory.geojson holds {outlines:,}": "territory.geojson 所指的文件中有 {outlines:,} 个社区",
    "the communities of territory.geojson cover {area:.3g} km2": (
        "territory.geojson 中各社区的面积合计 {area:.3g} 平方公里"
    ),
    "; with longitude and latitude exchanged they would agree: longitude comes first": (
        "；若经度和纬度互换则相符：经度应写在前面"
    ),
    "a file is read only where a scenario file names it": "只有在情景文件中写明，才会读取文件",
    "to within {tolerance:.0%}{hint}": "相差不超过 {tolerance:.0%}{hint}",
    "of places": "（公共场所）",
    "of communities": "（社区）",
    "of homes": "（住户）",
    "of homes in the zone {zone}": "（片区 {zone} 的住户）",
    "the shares {what} sum to {total:.7g}; at most 1": "各比例{what}之和为 {total:.7g}；最多为 1",
    "a zone of whole communities has all their homes": "由整个社区组成的片区包含其全部住户",
    "leave it out": "请删去",
    "what befalls a group is at its homes": "涉及某一群体的问题发生在其住处",
    "home": "请写 home",
    "it befalls the group {group}: how often in each zone follows from who lives there": (
        "它涉及群体 {group}：各片区的发生率由当地住户构成决定"
    ),
    # reporting
    "has no upper bound": "没有上限",
    "use uniform, triangular or empirical": "请用 uniform、triangular 或 empirical",
    "has the mean {mean:.3g}; must be 1": "平均值为 {mean:.3g}，应为 1",
    "reaches {highest:g}": "最高达 {highest:g}",
    "{reaches}; must stay between 0 and 1": "{reaches}；应在 0 与 1 之间",
    # the run
    "warmup, length and followup are longer than {most} years together": (
        "warmup、length 与 followup 合计超过 {most} 年"
    ),
    "must lie in the years {first} to {last}": "应在 {first} 年至 {last} 年之间",
    "leaves hardly an issue that is the first; must be at most {most:g}": "几乎没有首次发生的问题；不能大于 {most:g}",
    "about {needed} GB of memory for a replication, where at most {most} GB can be had": (
        "每次重复运行约需 {needed} GB 内存，而最多只有 {most} GB 可用"
    ),
    "hours of {staff:,.0f} workers and crews would be kept for {days:,.0f} days": (
        "须记录 {staff:,.0f} 名工作人员和处置组在 {days:,.0f} 天内的工时"
    ),
    "{issues:,.0f} of them by this rate and its shocks": "其中 {issues:,.0f} 个来自这一发生率及其突发事件",
    "{issues:,.0f} issues would occur in a run, {part}": "一次运行中会发生 {issues:,.0f} 个问题，{part}",
    "that takes {memory}: fewer crews, or a shorter run.length": "{memory}：请减少处置组，或缩短 run.length",
    "that takes {memory}: lower rates, population.residents or run.length": (
        "{memory}：请降低发生率，或减小 population.residents 或 run.length"
    ),
    # indicators
    "no such entry of the tree": "指标体系中没有这一项",
    "has neither a title nor a measure": "既没有名称，也没有指标",
    "is of an entry that others stand in; give it to one of these": "该项下另有分项；请写在某个分项上",
    "stands in itself by way of others, or more than {most} levels deep": "经由其他项归入了自身，或深度超过 {most} 级",
    "is less than the {number} entries that are named at this level": "少于这一级写出的 {number} 项",
    # warnings
    "{where}: {path}: warning: {told}{advice}": "{where}：{path}：提示：{told}{advice}",
    "`gridgov holidays {years}` writes China's, for Excel with --table": (
        "`gridgov holidays {years}` 可写出我国的节假日，加 --table 则可粘贴进 Excel"
    ),
    "China's of {years} are not announced or not known": "我国 {years} 年的节假日尚未公布或尚不清楚",
    "{where}: warning: {told}{advice}": "{where}：提示：{told}{advice}",
}
"""Messages by their English."""
