"""What is said in Chinese of measures of dangers and emergencies, and of when things are reported and found."""

from sim.words.catalogue import MeasureWords

_ON_SITE = "有人到场不等于处置完毕：须与仍存续的问题同看。期限内自行消除的按已脱险计。"
_HOURS = "只按首次反映的时刻计；数据表不保存重复反映的时刻，而重复多发生在他人也反映之时。"

MEASURES: dict[str, MeasureWords] = {
    "dangerous_not_safe_2h_share": MeasureWords(
        "险情反映后 2 小时内未脱险",
        "观察期内的险情中，首次反映或发现后 2 小时内既未结束、也未控制住的（情景未设此步骤时：也无处置人员到场的），"
        "除以已被反映或发现且此后至少跟踪 2 小时的险情。",
        "自反映起计，不自发生起计：无人反映的不在其内。险情数量少，须看置信区间。",
    ),
    "emergency_on_site_30min_share": MeasureWords(
        "紧急事项：30 分钟内到场",
        "观察期内的紧急事项（险情，以及属紧急类别的问题）中，首次反映或发现后 30 分钟内有处置人员到场或已结"
        "束的，除以已被反映或发现且跟踪足够时间的。",
        _ON_SITE,
    ),
    "emergency_on_site_2h_share": MeasureWords(
        "紧急事项：2 小时内到场",
        "观察期内的紧急事项（险情，以及属紧急类别的问题）中，首次反映或发现后 2 小时内有处置人员到场或已结"
        "束的，除以已被反映或发现且跟踪足够时间的。",
        _ON_SITE,
    ),
    "joint_emergency_complete_30min_share": MeasureWords(
        "联合紧急事项：30 分钟内到齐",
        "观察期内确需多个部门且已吹哨的紧急案件中，首次吹哨后 30 分钟内各部门到齐的，除以跟踪足够时间的。",
        "自吹哨起计：街道吹哨之前所用的时间不在其内。案件极少，须看置信区间。",
    ),
    "dangerous_never_on_file_share": MeasureWords(
        "从未入档的险情",
        "观察期内的险情中，到运行结束时仍无人发现或反映的，除以观察期内的全部险情。",
        "以案卷为依据的统计完全看不到它们。",
    ),
    "dangerous_no_emergency_share": MeasureWords(
        "属一般类别的险情",
        "观察期内的险情中，其类别不属紧急类别的，除以观察期内的全部险情。",
        "楼道堵塞、线缆、旧墙的危险可持续数日；看险情各项数字时须想到这一比例，它们不是消防队的数字。",
    ),
    "day_variation_reports": MeasureWords(
        "反映量逐日波动",
        "观察期内相邻工作日之间居民案件数的变异系数，扣除各日相同时偶然性本身所致的部分（按逐日差值，减去均值）。",
        "季节、周末和节假日不在其内。波动偏小，会使人手看起来比实际从容。",
    ),
    "largest_hour_share_reports": MeasureWords(
        "反映最集中一小时的比例",
        "观察期内的居民案件中，在一日之内反映最多的那一小时反映的比例。",
        _HOURS,
    ),
    "largest_hour_share_finds": MeasureWords(
        "巡查发现最集中一小时的比例",
        "观察期内巡查的发现中，在一日之内发现最多的那一小时发现的比例。",
        "发现随巡查时间而定：比例高说明大家同时上街，不说明问题多在那时发生。",
    ),
    "reports_night_share": MeasureWords(
        "22 时至次日 2 时的反映",
        "观察期内的居民案件中，在 22 时至次日 2 时反映的比例。",
        _HOURS,
    ),
    "reports_morning_share": MeasureWords(
        "8 时至 12 时的反映",
        "观察期内的居民案件中，在 8 时至 12 时反映的比例。",
        _HOURS,
    ),
}
"""What is said of these measures, by name."""
