"""The words of the first two pages of reports, of settings and of money, in Chinese."""

LABELS: dict[str, str] = {
    # money and settings, in words
    "day_written": "{year}年{month}月{day}日",
    "yuan_billion": "{amount} 十亿元",
    "yuan_million": "{amount} 百万元",
    "yuan_hundred_million": "{amount} 亿元",
    "yuan_ten_thousand": "{amount} 万元",
    "yuan": "{amount} 元",
    "with_value": "{title}（{value}）",
    "setting_of": "{entry}：{title}",
    "nth": "第 {n} 项",
    "named_otherwise": "另一项",
    "entries": "{n} 项",
    "one_entry": "一项",
    "as_it_is": "现状",
    "and_settings": "{told}等 {n} 项设置",
    "none_said": "无",
    "yes": "是",
    "no": "否",
    "crews_each_street": "每个街道的处置组数",
    "crews_each_community": "每个社区的处置组数",
    "in_all_places": "{change}（全区合计 {base} → {other}）",
    "setting_new": "新增{title}",
    "in_points": "差值为百分点",
    "setting_change": "{title} {base} → {other}",
    # the first two pages
    "asked": "要回答的问题",
    "asked_place": (
        "{title}：{communities} 个社区的 {residents} 名居民，{grids} 个网格、{workers} 名网格员，"
        "部门处置组 {crews} 个。"
    ),
    "asked_compare": (
        "如果按下列方案改变“{base}”，结果会怎样？各方案面对完全相同的问题（同一时间、同一地点发生）："
        "{first_day} 至 {last_day}，{replications} 次重复，每次的偶然情况不同。"
    ),
    "asked_run": (
        "{communities} 个社区的 {residents} 名居民，{grids} 个网格、{workers} 名网格员，部门处置组 {crews} "
        "个：{first_day} 至 {last_day}，跟踪至 {followed_to}，{replications} 次重复。"
    ),
    "asked_study": "{kind}，以“{scenario}”为基准。",
    "asked_factors": "改变的因素：{factors}。",
    "comes_first": "首要指标：“{measure}”。{definition}",
    "as_base": "其他方案的对照",
    "what_to_do": "怎么办",
    "what_it_shows": "结果说明什么",
    "warnings_none": "没有持续增长的队列，情景检查也没有警告。",
    "table_title": "变化与费用",
    "table_title_run": "主要数字",
    "row_lower": "越低越好",
    "row_higher": "越高越好",
    "row_neutral": "本身无好坏之分",
    "row_money": "费用",
    "row_cost": "年度费用",
    "row_cost_resident": "每名居民的年度费用",
    "row_benefit": "每年每多投入一百万元，{name}的变化",
    "cell_sure": "确定",
    "cell_likely": "可能",
    "cell_none": "差别不大",
    "cell_same": "相同",
    "cell_open": "未定",
    "cell_single": "仅一次重复",
    "cell_undefined": "无从比较",
    "same_price": "费用相同",
    "saves": "费用更低",
    "table_note": (
        "每格：{n} 次重复的平均值；其下为与“{base}”的差值及其 95 % 区间，以“{base}”的百分比计，行名注明者以百分点计。"
        "着色：即使考虑到整份报告共看了 {m} 个差值，差别仍然成立；“可能”：只看这一项时成立。"
        "“差别不大”：无论多少，不超过“{base}”的十分之一；“未定”：可能超过十分之一，且无法判断方向。"
        "“确定”：该项由启用或停用决定。"
    ),
    "table_note_run": "{n} 次重复的平均值及 95 % 区间。箭头表示哪个方向更好。",
    "few_replications": ("{n} 次重复的区间很宽，可能超出实际可能的范围（例如利用率远高于 100 %）；请重复十次以上。"),
    "behind_note": "其余内容折叠在下面；在屏幕上展开的部分也会打印。",
    "rows_chosen": "行的选取：每份报告首先要看的指标，加上所改设定直接影响的指标。",
    "quoted": "“{text}”",
    # what to do
    "do_best": "若以{measure}为先，选“{best}”：{how}，{price}{tied}。",
    "do_for_each_yuan": "按每元钱的作用计，“{variant}”最大。",
    "do_tied": "；“{names}”与之无法区分",
    "do_none": "没有一个方案被证明能改善首要指标（{measure}）：就此而言，维持“{base}”。",
    "do_each": "各方案对{measure}的影响：{list}。",
    "do_each_item": "“{variant}”{how}，{price}",
    "do_worse_for": "选“{best}”会变差的有：{list}{open}。",
    "do_not_worse": "选“{best}”时，表中没有一项被证明变差{open}。",
    "do_undetermined": "；尚无法判断的有：{list}",
    "do_instead": "若更看重别的方面：{list}。",
    "do_instead_item": "{measure}：“{variant}”，{how}",
    "do_no_instead": "在其他各行中，没有被证明更好的方案。",
    "do_sure": (
        "把握有多大：区间（95 %）反映 {n} 次重复中的偶然性；表中 {all} 个差值有 {open} 个未能证实；区间不包"
        "含假定数字的误差，基准方案有 {assumed} 个假定数字，一切结论都取决于它们{growing}。"
    ),
    "do_growing": "；{names}有队列持续增长，其数字取决于运行时长",
    "price_more": "每年多花 {money}",
    "price_less": "每年少花 {money}",
    "price_same": "费用相同",
    "price_about": "费用基本相同",
    "price_base": "每年 {money}",
    "how_none": "差别不大（{interval}）",
    "how_open": "未定（{interval}）",
    "how_interval": "{change}（{low} … {high}）",
    "how_probably": "可能 {how}",
    "found_true": "有 {never} 的问题从未入档；入档的问题发现用时中位数为 {found}。",
    "found_said": "到期案件中 {on_time} 按期办结；已结案件中 {truly} 真正解决。",
    "found_sure": "把握有多大：区间反映 {n} 次重复中的偶然性，不包含 {assumed} 个假定数字的误差。{field}",
    "found_sure_one": "把握有多大：只有一次重复，单凭偶然每个数字都可能变动；另有 {assumed} 个数字系假定。{field}",
    # other formats
    "sheet_text": "问题与结论",
    "yuan_a_year": "元/年",
    "change_unit": "差值单位",
    "lower_end": "下限（95 %）",
    "upper_end": "上限（95 %）",
    "end_of_range_low": "下限",
    "end_of_range_high": "上限",
    "sheet_table": "比较表",
    # behind them
    "trace_case": "全部经过：“{variant}”的 {case} 号案件，重复编号 {replication}。",
    "reasons_elsewhere": "各项依据见情景文件。",
    "invented_communities": "情况最差的虚构社区",
    "invented_note": "这些社区是按情景中的数字虚构的：此表只说明各处差别有多大，不指任何真实社区。",
    "origin_program": "程序",
    "origin_scenario_mark": "情景的 SHA-256 前几位",
    "origin_rest": "其余见结果文件夹中的清单。",
    "engine_reference": "参考引擎",
    "engine_compiled": "编译引擎",
}
"""What stands on the first pages, by name."""
