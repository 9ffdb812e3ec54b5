"""The words of the report of a study and of its figures, in Chinese."""

LABELS: dict[str, str] = {
    "study_kicker": "网格组织仿真研究",
    "kind_sweep": "参数扫描",
    "kind_sensitivity": "敏感性分析：影响最大的输入",
    "kind_assumptions": "假设检验",
    "kind_optimise": "优化",
    "answer": "结论",
    "laid_over": "在其上修改：{changes}",
    "notes": "须知",
    "failures": "失败的运行",
    "failures_note": "{n} 次运行没有结果，上文不含其信息。",
    "point": "参数点",
    "replication": "重复",
    "error": "错误",
    "end_low": "低端",
    "end_high": "高端",
    "factor": "因素",
    "significant": "显著",
    "times_run": "重复次数",
    # sweeps
    "responses_title": "各指标的变化",
    "responses_lines_note": (
        "各点为 {n} 次重复的平均；误差线为单点的 95 % 区间。各点共用随机数，因此点间差异比误差线所示更可靠，"
        "见下表。坐标轴不从零开始。"
    ),
    "responses_effects_note": (
        "每个圆点为一个参数点在 {n} 次重复中的平均；折线为该因素取该值的所有点的平均。"
        "坐标轴不从零开始：效应的大小与可靠程度见下表。"
    ),
    "points_title": "全部参数点",
    "points_note": "差值相对第一个点，按重复配对，附 95 % 区间。",
    "effects_title": "各因素的作用",
    "effects_note": (
        "各取值相对该因素首个取值的差，对其他因素取平均并按重复配对，附 95 % 区间。"
        "“显著”：即使考虑本表全部行仍显著（经霍尔姆法校正，5 %）；"
        "“设定所致”者除外：该因素本身就计入该指标。"
    ),
    "ranking_title": "各指标受什么影响最大",
    "ranking_note": (
        "各因素从首个取值到末个取值的作用（对其他因素取平均），以及两个因素的相互作用（×）："
        "后者取末值时，前者的作用比后者取首值时多多少。按重复配对，附 95 % 区间；每项指标只列最大的几项。"
        "实心：即使考虑表中全部行仍显著（经霍尔姆法校正，5 %）。灰色：设定所致。"
    ),
    "ranked": "{measure}，由大到小：{list}。其余均不显著。",
    "ranked_none": "{measure}：没有任何因素或因素组合带来显著差异。",
    "ranked_put_in": "设定所致：{list}。",
    "pairs_effects_title": "两个因素的相互作用",
    "pairs_effects_note": (
        "第一个因素从首值到末值带来的变化：第二个因素取首值时 → 取末值时；以及两者之差，按重复配对，附 95 % 区间。"
        "差为零表示两者的作用只是相加。“显著”的含义同上。"
    ),
    "pair_effects": "无 → 有时的作用",
    "paid": (
        "各点费用相同：由{number}（{least} 至 {most}）抵付所启用的措施，取整后每年相差至多 {left} 元。"
        "因此每项作用都是该因素的作用减去同样的钱用在那里的作用。"
    ),
    "moves": "{factor}从 {first} 到 {last}{average}：{moved}。其余 {rest} 项指标无显著差异。",
    "moves_all": "{factor}从 {first} 到 {last}{average}：{moved}。",
    "moves_nothing": "{factor}从 {first} 到 {last}{average}：{rest} 项指标均无显著差异。",
    "moves_put_in": "设定所致：{list}。",
    "all_else_averaged": "（其余取平均）",
    "extremes": "{measure}：{least}（{at_least}）至 {most}（{at_most}），相差 {difference}（95 % 区间 {between}）。",
    "extremes_unclear": "{measure}：{least} 至 {most}；{n} 次重复中任何两点间均无显著差异。",
    "one_point": "只有一个点（{place}）：{values}。再给一个取值，才有可比较的。",
    "extremes_same": "{measure}：各点均为 {least}。",
    "extremes_put_in": "{measure}：{least}（{at_least}）至 {most}（{at_most}）；设定所致：因素本身就计入该指标。",
    "extremes_note": "两端点是从 {n} 个点中因相距最远而选出的，在受偶然性影响时差值会略偏大。",
    # sensitivity
    "influential_title": "影响最大的输入",
    "morris_note": (
        "因素在其范围内变动的平均绝对效应（条形，附 95 % 自助区间），单位同指标；"
        "圆点为效应的离散程度，越大说明存在交互或非线性。"
        "不予排序：区间比效应更宽。"
    ),
    "sobol_note": (
        "因素在其范围内引起的指标方差占比：总效应（条形，附 95 % 自助区间）含与其他因素的共同作用，"
        "一阶效应（圆点）仅为单独作用。接近零的估计值可能为负。"
        "不予排序：区间比指数更宽、一阶大于总效应、不大于重复间的偶然性，或一阶指数之和大于一。"
    ),
    "most_influential": "对{measure}影响最大的是{factors}。",
    "cannot_rank": "无法排序：需要更多采样点或重复",
    "cannot_rank_grey": "灰色：无法排序，偶然性不小于影响；需要更多采样点或重复",
    "ranks_nothing": "{measure}：{why}。偶然性不小于最大的指数。",
    "ranking": "排序",
    "indices_undefined": "{measure}：在 {all} 个点中的 {n} 个无定义，故无敏感性指数。",
    "noise": "{measure}：点间方差中有 {share} 来自重复间的偶然性。",
    "noise_unknown": "只有一次重复，无法区分偶然性与效应；请增加重复次数。",
    "indices_title": "敏感性指数",
    "index_mu_star": "平均绝对效应（μ*）",
    "index_mu": "平均效应（μ）",
    "index_sigma": "效应标准差（σ）",
    "index_first": "一阶指数",
    "index_total": "总效应指数",
    "index_second": "二阶指数",
    "factor_pairs_title": "因素两两作用",
    "with_factor": "与",
    # assumptions
    "tornado_title": "影响最大的假设",
    "tornado_note": (
        "各带范围的数值取低端和高端时对 {n} 次重复均值的影响，附配对 95 % 区间；"
        "共 {all} 个，列出影响最大的 {listed} 个。"
        "灰色：区间含零，或比影响本身更宽。若无影响的数值很多，约有二十分之一会因偶然而显现。"
        "“设定所致”：该数值本身就计入该指标。"
    ),
    "widest_title": "影响最大者",
    "decides": "{measure}：基准为 {base}，影响最大的是{unknowns}。",
    "decides_difference": "{measure}：基准下“{b}”减“{a}”为 {base}；对该差异影响最大的是{unknowns}。",
    "nothing_decides": "{measure}：没有任何数值在其范围端点上的影响超出偶然性；{why}。",
    "turns": "{measure}：差异的正负会因{unknowns}而改变。",
    "never_turns": "{measure}：任何单个数值在其范围内都不会使差异反转。",
    "ranged_number": "数值",
    "set_to": "取值",
    "difference_from_base": "与基准之差",
    # optimisation
    "tried_title": "已尝试的参数点",
    "tried_note": "每点为一组参数，取搜索阶段 {n} 次重复的平均。实心：达到目标。带圈：{ringed}。",
    "tried_chosen": "选中者",
    "tried_front": "前沿",
    "finalists_title": "入围者",
    "front_title": "前沿",
    "best": "在 {n} 组参数中最好的是：{setting}。{aims}。",
    "best_sure": (
        "此选择为 {k} 个入围者中最好且达到目标的概率至少为 {p}（不计小于 {tolerance} 的差异与偏离）；"
        "对未入围的参数不作断言。"
    ),
    "none_meets_targets": "在 {n} 组参数中没有一组达到目标；入围者最为接近。",
    "front": "{n} 组参数中有 {front} 组位于前沿：在{a}与{b}两方面均无更优者。区间重叠之处可能出于偶然。",
}
"""What stands in the report of a study and in its figures, by name."""
