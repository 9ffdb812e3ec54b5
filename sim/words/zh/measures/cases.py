"""What is said in Chinese of measures of residents' reports, of how cases close, and of whistles."""

from sim.words.catalogue import MeasureWords

_REPEATS = "指案件在办期间的重复反映；未解决而结案后再次反映，另立一案，不在其内。"
_LONG = "每一天都计入：由久拖的案件决定，也须看分位数。结案不等于解决。"
_RESOLVED = "只有模拟器知道；任何城市都无法从案卷中读出。"
_WAITING = "仍在等待的哨声按等待计；吹哨案件不多，须看置信区间。"
_SINGLE = "单部门的哨声与联合的哨声是两回事：不可相加。"
_SAME_DAY = "须与中位数同看：半数案件恰好错过当日时，中位数会跳变。"
_BEFORE_WHISTLE = "这是居民等待的时间：吹哨之前的时间也在其内，自吹哨起计的到齐用时则不含。"

MEASURES: dict[str, MeasureWords] = {
    "never_on_file_severity_share": MeasureWords(
        "从未入档（按严重程度）",
        "观察期内的问题到运行结束时的存续天数，按严重程度加权：其中到结束时仍无人发现或反映的问题所占比例。",
        "从未入档的多为轻微而短暂的问题：按数量计，比例要高得多。",
    ),
    "contacts_per_resident_year": MeasureWords(
        "人均来电来件",
        "观察期内当即答复的来电来件，加上居民的诉求（立案的案件与重复反映），每人每年。",
        "各城市口径不同：合并了多条热线，也含辖区以外的来电。",
    ),
    "consultation_share": MeasureWords(
        "当即答复",
        "观察期内当即答复的来电来件，除以其与居民诉求之和。",
        "由情景设定：不说明答复的质量。",
    ),
    "repeat_share_tickets": MeasureWords(
        "诉求中的重复反映",
        "并入观察期内立案案件的重复反映，除以居民的全部诉求：居民立案的案件与这些重复反映之和。",
        "热线公布的是这一比例。" + _REPEATS,
    ),
    "repeats_per_resident_case": MeasureWords(
        "每件居民案件的重复反映",
        "并入观察期内由居民反映立案的案件的重复反映数，除以此类案件数。",
        _REPEATS,
    ),
    "repeats_per_patrol_case": MeasureWords(
        "每件巡查案件的居民反映",
        "并入观察期内由巡查发现立案的案件的居民反映数，除以此类案件数。",
        "居民反映的是已经入档的问题：并非巡查之失。",
    ),
    "same_day_duplicates_share": MeasureWords(
        "同地同类同日的重复",
        "居民对观察期内问题的反映中，当日已有居民反映过同一问题的，除以对这些问题的全部反映。",
        "重复带有信息：重复越多，涉及的人越多。",
    ),
    "busiest_reporters_share": MeasureWords(
        "最活跃百分之一居民的反映",
        "到观察期结束时反映过的居民中，最活跃的百分之一所作的反映，除以自运行开始到那时的全部反映。",
        "运行越长，此值越高：只宜比较时间长度相同的运行。",
    ),
    "report_again_after_fix_ratio": MeasureWords(
        "首次及时解决后再次反映之比",
        "首次反映按时结案且真正解决的居民，到观察期结束时又反映过别的问题的比例，除以首次未如此解决的居民的"
        "同一比例；只含首次反映早于结束 28 天的居民。",
        "得到良好服务的人反映得更多：诉求上升可能正是成功的代价。",
    ),
    "closed_same_day": MeasureWords(
        "当日结案",
        "观察期内立案的案件中，在立案当日结案的比例。",
        _SAME_DAY,
    ),
    "closed_same_day_street_order": MeasureWords(
        "当日结案（街面秩序）",
        "观察期内立案的街面秩序案件中，在立案当日结案的比例。",
        _SAME_DAY,
    ),
    "closed_same_day_request": MeasureWords(
        "当日结案（诉求）",
        "观察期内立案的诉求案件中，在立案当日结案的比例。",
        _SAME_DAY,
    ),
    "closing_residents_mean_h": MeasureWords(
        "结案用时，平均（居民反映）",
        "观察期内由居民反映的案件，从立案到结案的平均小时数；未结的计到运行结束。",
        _LONG,
    ),
    "closing_residents_mean_to_median": MeasureWords(
        "结案用时，平均与中位数之比（居民反映）",
        "观察期内由居民反映的案件，从立案到结案小时数的平均值除以中位数；未结的计到运行结束。",
        "长尾越长，此值越大；各城市公布的为 3 至 5。",
    ),
    "closed_within_week_residents_share": MeasureWords(
        "一周内结案（居民反映）",
        "观察期内由居民反映的案件中，立案后 7 天内结案的，除以跟踪足够时间的。",
        "结案不等于解决；各类案件的时限长短不一。",
    ),
    "closed_share_due": MeasureWords(
        "结案率（全部到期）",
        "观察期内时限（含延期）已到的案件中，到运行结束时已结案的比例，不论是否按期。",
        "凡公布之处都接近百分之百：它分不出好坏。",
    ),
    "truly_resolved_share_due": MeasureWords(
        "真正解决（全部到期）",
        "观察期内时限（含延期）已到的案件中，已结案且问题真正解决或已消除的比例。",
        _RESOLVED,
    ),
    "responded_within_24h_share_patrol": MeasureWords(
        "24 小时内到场（巡查发现）",
        "观察期内由巡查发现的案件中，立案后 24 小时内有首批处置人员到场的，除以至少跟踪 24 小时的。",
        "这里无人等待来电：不可与对居民的响应相比。",
    ),
    "whistle_signed_median_h": MeasureWords(
        "吹哨签收用时，中位数",
        "观察期内确需多个部门且已吹哨的案件，半数从首次吹哨到所有部门签收所用的小时数（Kaplan-Meier 估计，"
        "未完成者按删失处理；未达到则无值）。",
        "签收很快，但并不保证到场：请与联合到场用时一起看。",
    ),
    "joint_arrival_median_h": MeasureWords(
        "自吹哨起的部门到齐用时，中位数",
        "观察期内确需多个部门且已吹哨的案件，半数从首次吹哨到所有部门到场所用的小时数（Kaplan-Meier 估计，"
        "未完成者按删失处理；未达到则无值）。",
        _WAITING,
    ),
    "joint_arrival_p90_h": MeasureWords(
        "自吹哨起的部门到齐用时，90 分位",
        "观察期内确需多个部门且已吹哨的案件，九成从首次吹哨到所有部门到场所用的小时数（Kaplan-Meier 估计，"
        "未完成者按删失处理；未达到则无值）。",
        _WAITING,
    ),
    "assembled_in_time_share": MeasureWords(
        "按时到齐率",
        "观察期内确需多个部门且已吹哨的案件中，所有部门在时限内到场的比例。",
        "部门可以按时到场而什么也没有解决：须与结案用时同看。",
    ),
    "joint_arrival_registered_median_h": MeasureWords(
        "自立案起的部门到齐用时，中位数",
        "观察期内确需多个部门的案件，半数在立案后多少小时内各部门到齐，不论以何种方式召集（Kaplan-Meier 估"
        "计，未完成者按删失处理；未达到则无值）。",
        _BEFORE_WHISTLE,
    ),
    "joint_arrival_registered_p90_h": MeasureWords(
        "自立案起的部门到齐用时，90 分位",
        "观察期内确需多个部门的案件，九成在立案后多少小时内各部门到齐，不论以何种方式召集（Kaplan-Meier 估"
        "计，未完成者按删失处理；未达到则无值）。",
        _BEFORE_WHISTLE,
    ),
    "three_whistles_share": MeasureWords(
        "三次及以上吹哨",
        "观察期内确需多个部门且已吹哨的案件中，吹哨三次及以上的比例。",
        "每次吹哨都挤占工时；难案的长尾处处都有。",
    ),
    "truly_resolved_joint_share": MeasureWords(
        "真正解决（多部门）",
        "观察期内确需多个部门的案件中，已结案且问题真正解决或已消除的比例。",
        _RESOLVED + "跟踪期结束时仍未结的按未解决计。",
    ),
    "single_whistle_share": MeasureWords(
        "为单个部门吹哨",
        "观察期内已吹哨的案件中，实际只需一个部门的比例。",
        _SINGLE,
    ),
    "single_arrival_median_h": MeasureWords(
        "单个部门到场用时，中位数",
        "观察期内已吹哨而实际只需一个部门的案件，半数在首次吹哨后多少小时内该部门到场（Kaplan-Meier 估计，"
        "未完成者按删失处理；未达到则无值）。",
        _SINGLE,
    ),
    "assembled_in_time_single_share": MeasureWords(
        "单个部门按时到场",
        "观察期内已吹哨而实际只需一个部门的案件中，该部门在时限内到场的比例。",
        _SINGLE,
    ),
}
"""What is said of these measures, by name."""
