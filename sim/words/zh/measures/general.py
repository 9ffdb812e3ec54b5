"""What measures, their themes and their units are called in Chinese, and what is said of each measure."""

from sim.words.catalogue import MeasureWords

_FILES = "案件多不等于情况差：可能是原本就有的问题如今被看见了。"
_SIGNAL = "诉求是需求的信号：诉求减少本身并不是成绩。"
_DETECTED = (
    "只含到运行结束时已被发现的问题：发现得越多、跟踪期越长，此值可能越高。只宜比较跟踪期相同的运行；"
    "一日内和一周内被发现的比例不受此影响。"
)
_WITHIN = "跟踪期须不短于该期限；在有人知晓之前已自行消除的，按未被发现计。"
_CLOSED_ONLY = "只计已结案件：需要部门的难案结得更晚。"
_VALID = "只有接通的人才作答；换一个分母，同一年的数字可相差 20 个百分点。"
_DUE = "未接通的居民按不满意计：是下限，不是估计。"
_FEW = "此类案件少而久，跟踪期结束时许多尚未结案，请看区间。"
_NAMED = (
    "包含情景写明费用者的全部人员开支，日常条线工作也在内，而办案只占其中一部分；不含材料、外包、车辆、热线、网格长，"
    "以及党员和居民的义务工时。各次重复相同。"
)

MEASURES: dict[str, MeasureWords] = {
    "severity_days_open": MeasureWords(
        "未解决问题天数（按严重程度加权）",
        "观察期内问题处于存续状态的天数，按严重程度加权，每千名居民每周；观察期之前发生的，计其在观察期内的天数。",
        "取决于情景中的严重程度权重；用于比较同一世界的不同组织方式，不用于比较城市。",
    ),
    "dangerous_open_after_24h": MeasureWords(
        "24 小时后仍存在的险情",
        "观察期内发生、存续超过 24 小时的险情，除以观察期内发生且至少跟踪 24 小时的险情。",
        "不只是火情：楼道堵塞、线缆、旧墙也计入且为数不少，见属一般类别的险情比例。险情数量少：比较之前先看置信区间。",
    ),
    "never_reported_share": MeasureWords(
        "从未入档（含自行消除）",
        "观察期内发生、到运行结束时仍无人发现或反映的问题，除以观察期内的全部问题。",
        "也计入几小时内自行消除的小事，以及居民注意到而未反映的：从未入档不等于从未被看见。以案卷为依据的统"
        "计完全看不到它们。",
    ),
    "stock_undetected": MeasureWords(
        "无人知晓的存量问题",
        "存续而未被发现或反映的问题数，在观察期内的时间平均。",
        "以隐蔽而缓慢的问题（渗漏、纠纷）为主；变化慢，需要足够长的预热期。",
    ),
    "truly_fixed_issues_share": MeasureWords(
        "真正解决的问题",
        "观察期内发生、到运行结束时被真正处置好的问题，除以观察期内的全部问题。",
        "自行消除的问题不算失败；须与未解决问题天数同看。",
    ),
    "recurrence_share": MeasureWords(
        "反复发生",
        "观察期内的问题中，属于先前问题再次发生的比例。",
        "问题结束之后才会复发：仅仅处置得快也会使这一比例上升。",
    ),
    "issues_per_year": MeasureWords(
        "问题总数",
        "观察期内发生的问题，含复发，不含被并入和被预防的，折算为一年。",
        "按情景自身的季节系数由观察期折算为 365 天：不含暴雨等冲击和趋势。",
    ),
    "cases_per_year": MeasureWords(
        "立案数",
        "观察期内上报并立案的案件，折算为一年。",
        _FILES,
    ),
    "cases_patrol_per_year": MeasureWords(
        "巡查发现的案件",
        "观察期内由巡查发现并立案的案件，折算为一年。",
        _FILES,
    ),
    "cases_visit_per_year": MeasureWords(
        "入户走访发现的案件",
        "观察期内由入户走访发现并立案的案件，折算为一年。",
        _FILES,
    ),
    "cases_resident_per_year": MeasureWords(
        "居民反映的案件",
        "观察期内由居民反映并立案的案件，重复反映已合并，折算为一年。",
        _SIGNAL,
    ),
    "tickets_per_resident_year": MeasureWords(
        "人均诉求",
        "观察期内由居民反映并立案的案件，加上并入观察期案件的全部重复反映，每人每年。",
        _SIGNAL,
    ),
    "repeats_per_case": MeasureWords(
        "重复反映",
        "并入观察期内立案案件的重复反映数，除以案件数。",
        "热线越受信任，来电也越多。",
    ),
    "detection_mean_h": MeasureWords(
        "发现用时，平均",
        "观察期内被发现的问题，从发生到首次被发现或反映的平均小时数。",
        _DETECTED,
    ),
    "detected_within_day": MeasureWords(
        "一日内被发现",
        "观察期内发生的问题中，发生后 24 小时内被发现或反映的，除以至少跟踪了 24 小时的问题。",
        _WITHIN,
    ),
    "detected_within_week": MeasureWords(
        "一周内被发现",
        "观察期内发生的问题中，发生后 7 天内被发现或反映的，除以至少跟踪了 7 天的问题。",
        _WITHIN,
    ),
    "mean_elapsed_street_order_h": MeasureWords(
        "街面秩序：派遣到结案，平均",
        "观察期内上报、经派遣并已结案的街面秩序案件，从首次派遣到最后结案的平均工作小时。",
        "未结和挂账的案件不计；当场处置的按零时长计入。",
    ),
    "mean_elapsed_requests_wd": MeasureWords(
        "诉求：派遣到结案，平均",
        "观察期内上报、经派遣并已结案的诉求案件，从首次派遣到最后结案的平均工作日（每日 7.5 小时）。",
        "未结案件不计。一个工作日为 7.5 工作小时。",
    ),
    "patrol_share_street_order": MeasureWords(
        "巡查发现占比（街面秩序）",
        "观察期内立案的街面秩序案件中，巡查发现的，除以巡查发现与居民反映之和。",
        "凡是专人巡查街面的地方都高；对无人看见的问题，它什么也没有说。",
    ),
    "patrol_share_all": MeasureWords(
        "巡查发现占比（全部案件）",
        "观察期内立案案件中巡查发现的比例。",
        "街面秩序案件单独统计的城市，以同一名称公布的是另一个比例。",
    ),
    "finds_per_patrol_hour": MeasureWords(
        "每巡查小时发现数",
        "观察期内巡查发现的案件，除以观察期内的巡查小时。",
        "是结果，不是能力：巡查越密，存量越少，数值越低。",
    ),
    "fixed_on_the_spot_share": MeasureWords(
        "当场处置率",
        "观察期内巡查发现并立案的案件中，当场处置的比例。",
        "多登记小事就会升高。",
    ),
    "street_level_share_street_order": MeasureWords(
        "街道及以下办结（街面秩序）",
        "观察期内已结的街面秩序案件中，当场、网格、社区、党员或街道办结的，除以有人办结的全部案件。",
        _CLOSED_ONLY,
    ),
    "street_level_share_all": MeasureWords(
        "街道及以下办结（全部）",
        "观察期内已结案件中，当场、网格、社区、党员或街道办结的，除以有人办结的全部案件。",
        _CLOSED_ONLY,
    ),
    "members_share": MeasureWords(
        "党员业余办结",
        "观察期内已结案件中，由报到党员业余办结的，除以有人办结的全部案件。",
        "业余时间有限：其价值在晚间和周末，不在数量。",
    ),
    "on_time_share_due": MeasureWords(
        "按期办结率（占全部到期）",
        "观察期内案件中在时限内报告办结并已结案的，除以期限（含延期）已到的全部案件。",
        "公开数字大多接近 100 %；不解决而结案也能提高它。",
    ),
    "on_time_share_due_not_shelved": MeasureWords(
        "按期办结率（扣除挂账）",
        "观察期内案件中在时限内报告办结并已结案的，除以期限已到且未挂账的案件。",
        "许多城市公布的分母：多挂账就会升高。",
    ),
    "truly_resolved_share": MeasureWords(
        "结案时真正解决",
        "观察期内已结案件中，结案时问题已真正处置好或已不存在的比例。",
        "只有仿真知道；没有城市能从案卷里读出它。",
    ),
    "premature_closing_share": MeasureWords(
        "未解决而结案",
        "观察期内已结案件中，结案时问题并未处置好的比例。",
        "限时结案的压力越大，它在暗处越多。",
    ),
    "found_gone_share": MeasureWords(
        "到场已不存在",
        "观察期内已结案件中，有人到场时问题已不存在的比例。",
        "不一定是浪费：问题已自行消除，或已随另一案件处置。",
    ),
    "sent_back_share": MeasureWords(
        "核查退回率",
        "观察期内至少被核查退回一次的案件，除以至少报称办结一次的案件。",
        "核查少了它也会降低。",
    ),
    "reopened_share": MeasureWords(
        "重开率",
        "观察期内至少重开一次的案件，除以至少结案一次的案件。",
        "回访少了它也会降低。",
    ),
    "returned_share": MeasureWords(
        "错派退回率",
        "观察期内已派遣案件中，至少被错派单位退回一次的比例。",
        "单位留下不属于自己的案件，也会使它降低。",
    ),
    "responded_within_24h_share": MeasureWords(
        "24 小时响应率",
        "观察期内居民案件中，立案后 24 小时（常用时限）内首次响应的，除以至少跟踪 24 小时的案件。",
        "打一个电话也算响应，不必办成任何事。",
    ),
    "said_solved_share_valid": MeasureWords(
        "解决率（占有效回访）",
        "观察期内居民案件中，最后一次有效回访称已解决的，除以有有效回访的案件。",
        _VALID,
    ),
    "said_solved_share_due": MeasureWords(
        "解决率（占全部到期）",
        "观察期内居民案件中，最后一次有效回访称已解决的，除以期限已到的全部居民案件。",
        _DUE,
    ),
    "satisfied_share_valid": MeasureWords(
        "满意率（占有效回访）",
        "观察期内居民案件中，最后一次有效回访表示满意的，除以有有效回访的案件。",
        _VALID,
    ),
    "satisfied_share_due": MeasureWords(
        "满意率（占全部到期）",
        "观察期内居民案件中，最后一次有效回访表示满意的，除以期限已到的全部居民案件。",
        _DUE,
    ),
    "chased_share": MeasureWords(
        "催办率",
        "观察期内居民案件中，反映人至少催办一次的比例。",
        "耐心与信任因人而异：沉默不是满意。",
    ),
    "mean_trust": MeasureWords(
        "全体居民的信任",
        "观察期结束时全体居民的平均信任；未参与者按其初始平均计。",
        "从不反映的居民保持初始的信任：它变动缓慢。",
    ),
    "trust_change_involved": MeasureWords(
        "参与者的信任变化",
        "到观察期结束时曾反映过的居民，其平均信任减去运行开始时的平均信任。",
        "反映问题的居民不是公平的样本：他们可能本来就更信任。",
    ),
    "whistles_per_1000_cases": MeasureWords(
        "吹哨数",
        "为观察期内立案案件吹响的哨声（含再次吹哨），每千件案件。",
        "多或少都不等于好：取决于有多少案件确实需要多个部门。",
    ),
    "closing_joint_median_h": MeasureWords(
        "结案用时，中位数（需多部门）",
        "观察期内确需多部门处置的案件，自立案起半数结案所用的小时数，不论以何种方式联合（Kaplan-Meier 估计，"
        "未完成者按删失处理；未达到则无值）。",
        _FEW,
    ),
    "closed_joint_share": MeasureWords(
        "跟踪期内已结案（需多部门）",
        "观察期内确需多部门处置的案件中，跟踪期结束时已结案的比例。",
        _FEW,
    ),
    "utilisation_department_max": MeasureWords(
        "最忙的部门，办案工时利用率",
        "各部门利用率的最大值：观察期内办案时间内的工作小时除以办案时间，不含被挤占的日常工作。",
        "若干个中最大的那个，部分出于偶然；要看是哪个部门。",
    ),
    "worker_day_share": MeasureWords(
        "网格员工作日占用",
        "网格员在观察期内用于案件、巡查、走访、案头和日常工作的小时，除以在岗小时。",
        "超过约 0.9 就有事情要让路；其余是余量，不是闲置。",
    ),
    "worker_case_h": MeasureWords(
        "网格员办案时间",
        "观察期内网格员的办案小时，每 7.5 小时在岗。",
        "含路途。一个工作日为 7.5 小时在岗。",
    ),
    "worker_patrol_h": MeasureWords(
        "网格员巡查时间",
        "观察期内网格员的巡查小时，每 7.5 小时在岗。",
        "是案件、走访、案头和日常工作之后剩下的巡查时间；目标不等于结果。",
    ),
    "displaced_h_per_week": MeasureWords(
        "被挤占的日常工作",
        "观察期内因吹哨和紧急事件被挤占的日常工作（条线工作）小时，所有单位合计，每周。",
        "吹哨和紧急处置的代价，结案时间里看不到。下班后的工时另计为加班。",
    ),
    "overtime_h_per_week": MeasureWords(
        "加班",
        "观察期内处置组和网格员下班后用于案件的小时，所有单位合计，每周。",
        "紧急事件以及约定时间或任何时段的会商不因下班而结束。模型没有为此安排补休。",
    ),
    "member_h_per_week": MeasureWords(
        "党员服务时间",
        "观察期内党员用于案件的小时，每周。",
        "不付报酬的时间并非没有代价：那是某些人的晚上。",
    ),
    "yearly_cost": MeasureWords(
        "年度费用",
        "网格员、处置队伍、网格和各项机制的年费用。",
        _NAMED,
    ),
    "cost_per_resident_year": MeasureWords(
        "人均成本",
        "网格员、处置队伍、网格和各项机制的年费用，除以居民数。",
        _NAMED,
    ),
    "cost_per_fixed_issue": MeasureWords(
        "每个真正解决的问题的成本",
        "观察期的费用，除以观察期内发生并真正解决的问题数。",
        "巡查增加小事时会下降：须与按严重程度加权的未解决问题天数同看。",
    ),
    "leader_h_per_week": MeasureWords(
        "网格长每周用时",
        "每位网格长每周用于网格的小时数：每格用时乘以格数，除以网格长人数。",
        "网格长由两委成员兼任，另有职责；模型中没有其排队。",
    ),
}
"""What is said of each measure; those that come in families stand in `measure_families`."""

THEMES: dict[str, str] = {
    "burden": "居民的处境",
    "danger": "险情与紧急事项",
    "volume": "发生与立案",
    "rhythm": "何时反映与发现",
    "duration": "时长",
    "finding": "谁发现，谁处置",
    "quality": "办结与质量",
    "assessment": "上报与实情",
    "residents": "居民的评价",
    "whistle": "吹哨报到",
    "authority": "谁来办",
    "load": "工作负荷",
    "fairness": "社区差异",
    "money": "成本",
}
"""What the themes of measures are called."""

UNITS: dict[str, str] = {
    "weighted days per 1,000 residents and week": "加权天数/千人·周",
    "share": "比例",
    "issues": "个",
    "per year": "每年",
    "days per year": "天/年",
    "per resident and year": "每人每年",
    "repeats per case": "次/件",
    "returns per case": "次/件",
    "h": "小时",
    "m": "米",
    "working h": "工作小时",
    "working days": "工作日",
    "finds per hour": "个/小时",
    "trust (0 to 1)": "信任（0 到 1）",
    "per 1,000 cases": "每千件",
    "per 10,000 residents and year": "件/万人·年",
    "cases": "件",
    "h per worker-day": "小时/人·日",
    "days": "天",
    "h per week": "小时/周",
    "Gini, 0 to 1": "基尼（0 到 1）",
    "ratio": "比值",
    "coefficient of variation": "变异系数",
    "times as often": "倍",
    "times the median": "倍中位数",
    "yuan per year": "元/年",
    "yuan per resident and year": "元/人·年",
    "yuan per issue": "元/个",
    "per 1,000 members and year": "件/千名成员·年",
    "d": "天",
    "yuan": "元",
    "yuan per case": "元/件",
}
"""What the units of measures are called."""
