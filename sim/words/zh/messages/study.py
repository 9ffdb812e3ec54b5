"""What is said of studies and comparisons: their files, their sizes, the machines they run on, in Chinese."""

MESSAGES: dict[str, str] = {
    # study files
    "missing 'kind'": "缺少 'kind'",
    "no such kind of study": "没有这种研究",
    "use {names}": "可用 {names}",
    "{message} (at {point})": "{message}（在参数点 {point}）",
    "no such measure": "没有这个指标",
    "`gridgov run` writes them all to summary.csv": "`gridgov run` 会把全部指标写入 summary.csv",
    "is named before": "前面已经写过",
    "is less than at_least": "小于 at_least",
    "is no value of a scenario that can be set here": "不是此处可以设置的情景数值",
    "the study says `replications`": "研究文件中写 `replications`",
    "a search needs a number; `select` decides how often finalists are run": (
        "寻优须给出一个数；入围方案运行多少次由 `select` 决定"
    ),
    "a full design has the points that its factors' values make": "全因子设计的参数点由各因素的取值组成",
    "how many points? {kind} needs points": "没有写明点数：{kind} 需要 points",
    "Sobol points are balanced only by powers of two": "Sobol 点数为 2 的幂时才均衡",
    "e.g. {lower} or {upper}": "例如 {lower} 或 {upper}",
    "Morris' grid needs an even number of levels": "Morris 方法的水平数应为偶数",
    "needs two variants, whose difference is asked about, or none": "应写两个方案（考察二者之差），或不写",
    "needs one or two different measures to minimise or maximise": "应写一个或两个不同的指标，使其最小或最大",
    "must lie between 0 and 1, such as 95 %": "应在 0 与 1 之间，例如 95 %",
    "needs a name": "需要一个名称",
    "needs one of path, paths and levels": "应写 path、paths、levels 三者之一",
    "needs values or a range, or levels that say what they set": "应写 values 或 range，或写明设置内容的 levels",
    "relative values are numbers without a unit": "相对值应为不带单位的数",
    "is a column of the result tables already": "与结果表中已有的列同名",
    "another name than {names}": "请用 {names} 以外的名称",
    "is the same as an earlier value": "与前面的取值相同",
    "sets the same as the level {level!r}": "与水平 {level!r} 的设置相同",
    "is moved by the factor {factor!r} already": "已由因素 {factor!r} 改变",
    "expected two numbers with their unit, such as [3 km/h, 5 km/h]": "应填两个带单位的数，例如 [3 km/h, 5 km/h]",
    "expected two finite numbers": "应填两个有限的数",
    "both ends need the same unit; relative ones have none": "两端的单位应相同；相对值不带单位",
    "the first end must be less than the second": "第一端必须小于第二端",
    "a range on a log scale must lie above zero": "对数尺度的范围必须大于零",
    "the ends of a range on a log scale lie too far apart": "对数尺度的范围两端相距太远",
    "{path}: the scenario says nothing there of which there could be a multiple": (
        "{path}：情景中此处没有写值，无从取其倍数"
    ),
    "is too large a number": "数值太大",
    "is a section, not a number": "是一节，不是一个数",
    "is not a number": "不是一个数",
    "not a target": "不是目标",
    "written like 'at most 72 h' or 'at least 60 %'": "写法如 'at most 72 h' 或 'at least 60 %'",
    "written like '5 %', '0.5 h', '2 points' (of a share), or '5 % or 0.5 h' where a mean may be near zero": (
        "写法如 '5 %'、'0.5 h'、'2 points'（百分点），平均值可能接近零时可写 '5 % or 0.5 h'"
    ),
    "no number with a range stands at or under this path": "这一路径及其下没有带范围的数",
    "leaves no number with a range to be varied": "没有留下可变动的带范围的数",
    # comparisons
    "variants can be paired only in one world: the same seed, period, territory, people and hazards": (
        "只有同一世界中的方案才能配对：随机种子、时期、地域、人口和问题类别都须相同"
    ),
    "{told}; {one_world}": "{told}；{one_world}",
    "  {name}: {told}": "  {name}：{told}",
    "{path} is {other}, in {name} {base}": "{path} 为 {other}，在 {name} 中为 {base}",
    "in the order {names}": "顺序为 {names}",
    "a comparison needs two scenarios or more, e.g. {example}": "比较至少需要两个情景，例如 {example}",
    "--until {wrong}: expected MEASURE=WIDTH, e.g. 'closing_median_h=2 %'": (
        "--until {wrong}：应写成 指标=宽度，例如 'closing_median_h=2 %'"
    ),
    "--until: {why}": "--until：{why}",
    "{path} has no cost in {name}: changing it leaves the cost of a year as it is": (
        "{path} 在 {name} 中没有费用：改变它不影响年费用"
    ),
    "{name} costs {now:,.0f} yuan a year and is to cost {yuan:,.0f}, but {path} is only {there:,.0f}": (
        "{name} 每年费用为 {now:,.0f} 元，应为 {yuan:,.0f} 元，但 {path} 只有 {there:,.0f}"
    ),
    "no number at {path} makes the costs equal: {why}": "{path} 取任何数都不能使费用相等：{why}",
    "the cost of {name} is not in proportion to {path}; name a number that is counted or paid": (
        "{name} 的费用与 {path} 不成比例；请另选一个计数或计价的数"
    ),
    "{name} has no number at {path!r}{hint}": "{name} 在 {path!r} 处没有数{hint}",
    ", such as staff.grid_workers.count": "，可用的如 staff.grid_workers.count",
    "{name} would need {path}={text}, which it does not allow: {reasons}": (
        "{name} 需要 {path}={text}，但不允许：{reasons}"
    ),
    "{name} differs from {first} in nothing but {path}, and at equal cost not in that either": (
        "{name} 与 {first} 只有 {path} 不同，费用相等后连它也相同"
    ),
    "{told}; name another number that costs": "{told}；请另选一个有费用的数",
    "mechanisms.{section}: nobody has measured this, so it is shown only in a sweep": (
        "mechanisms.{section}：尚无人测量过其效果，因此只能用参数扫描展示"
    ),
    "mechanisms.{section}: nobody has measured this, so it is shown only from its neutral value on; {where} must have"
    " it off or neutral": (
        "mechanisms.{section}：尚无人测量过其效果，因此只能从中性值开始展示；{where}须停用它或取中性值"
    ),
    "{name}, the first variant,": "第一个方案 {name} ",
    "the first value of each factor": "各因素的第一个取值",
    # size
    "{runs:,.0f} runs would take about {seconds} on {processes}, and at most {most:.0f} days are begun: ask for fewer"
    " replications, fewer points or a shorter run.length": (
        "{runs:,.0f} 次运行在 {processes} 上约需 {seconds}，而最多只接受 {most:.0f} 天：请减少重复次数或参数点，"
        "或缩短 run.length"
    ),
    "this takes about {seconds} on {processes}": "在 {processes} 上约需 {seconds}",
    "about {seconds} on {processes}, {bytes} GB of memory": "{processes}，约需 {seconds}，{bytes} GB 内存",
    "one process": "1 个进程",
    "{number} processes": "{number} 个进程",
    "{count} {unit}": "{count} {unit}",
    "years": "年",
    "days": "天",
    "h": "小时",
    "min": "分钟",
    "s": "秒",
    "this needs about {bytes} GB of memory, and {free} GB are free{less}": (
        "约需 {bytes} GB 内存，而空闲的有 {free} GB{less}"
    ),
    "; {option} needs less": "；{option} 所需较少",
    "this needs about {bytes} GB of memory ({processes}), and this machine has {total} GB: {remedy}": (
        "约需 {bytes} GB 内存（{processes}），而本机有 {total} GB：{remedy}"
    ),
    "a shorter run.length, lower rates or fewer residents": "请缩短 run.length、降低发生率或减少居民",
    "ask for fewer replications or fewer points": "请减少重复次数或参数点",
    "add {option}": "请加上 {option}",
    "workers={number} to the options": "workers={number}",
    "the design has {points:,} points, and at most {most:,} can be checked and run: fewer steps or factors, or a"
    " design that spreads points (latin_hypercube or sobol)": (
        "设计有 {points:,} 个参数点，而最多只能检查和运行 {most:,} 个：请减少取值或因素，"
        "或改用分散布点的设计（latin_hypercube 或 sobol）"
    ),
    # at work
    "starting": "开始",
    "simulating": "仿真中",
    "writing": "写入中",
    "simulating {total} times": "仿真 {total} 次",
    "checking {points:,} points": "检查 {points:,} 个参数点",
    "{finished:,} of {total:,} runs{bad}": "已完成 {finished:,} / {total:,} 次运行{bad}",
    ", {failed:,} failed": "，{failed:,} 次失败",
    "a process ended early, most likely for lack of memory": "一个进程提前结束，多半是内存不足",
    "every worker process ended early, most likely for lack of memory; try {option} (from a script: it must run its"
    " study under `if __name__ == '__main__':`)": (
        "所有工作进程都提前结束，多半是内存不足；请试 {option}（在脚本中须把研究写在 "
        "`if __name__ == '__main__':` 之下）"
    ),
    "{why}; try {option}": "{why}；请试 {option}",
    "a worker on {node} has other code than the study was begun with": "{node} 上的工作进程与研究开始时的代码不同",
    "point {number} is not what it was when the study began": "参数点 {number} 与研究开始时不同",
    "not enough memory": "内存不足",
    "no more is known": "没有更多信息",
    # clusters
    "{option} is for this machine, {other} for a cluster with workers of its own: name one": (
        "{option} 用于本机，{other} 用于自带工作进程的集群：只能选一个"
    ),
    "a cluster needs Dask: install gridgov with its extra 'dask'": (
        "使用集群需要 Dask：请安装 gridgov 的附加组件 'dask'"
    ),
    "no Dask scheduler answers at {address} ({why})": "{address} 上没有 Dask 调度器应答（{why}）",
    "the Dask scheduler at {address} was lost": "与 {address} 上的 Dask 调度器失去联系",
    "the result folder must be one that all machines of the cluster share: {folder}: {why}": (
        "结果文件夹须为集群所有机器共享：{folder}：{why}"
    ),
    "{node} does not have it": "{node} 上没有它",
    "what {host} wrote there does not appear here": "{host} 写在那里的内容在此处看不到",
}
"""Messages by their English."""
