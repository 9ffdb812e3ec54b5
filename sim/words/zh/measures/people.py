"""What is said in Chinese of measures of zones and of groups of residents."""

from sim.words.catalogue import MeasureWords

_BOTH = "人少的地方本来也少有人发现：要看各片区之间的差距，不要只看一个片区。"
_SIGNAL = "这是需求的信号，不是过错，也不说明任何个人。"

MEASURES: dict[str, MeasureWords] = {
    "never_reported_share_zones": MeasureWords(
        "片区内从未入档",
        "观察期内发生在各片区、到运行结束时仍无人发现或反映的问题，除以观察期内各片区的全部问题。",
        _BOTH,
    ),
    "never_reported_share_no_zone": MeasureWords(
        "片区外从未入档",
        "观察期内发生在片区之外、到运行结束时仍无人发现或反映的问题，除以观察期内片区之外的全部问题。",
        _BOTH,
    ),
    "never_reported_spread_zones": MeasureWords(
        "片区之间从未入档的差距",
        "观察期内问题到运行结束时仍无人发现或反映的比例，最高的片区减去最低的片区；片区之外也算一个。",
        "各片区同样差时，差距也小。",
    ),
    "found_by_service_per_year": MeasureWords(
        "特殊群体服务站走访发现",
        "观察期内特殊群体服务站在走访中得知并立案的案件数，折合一年。",
        "发现多不等于变差：其中不少本来没有人会说。",
    ),
    "never_reported_share_groups": MeasureWords(
        "群体家中从未入档",
        "观察期内发生在群体成员家中、到运行结束时仍无人发现或反映的问题，除以观察期内其家中的全部问题。",
        _SIGNAL,
    ),
    "never_reported_gap_groups": MeasureWords(
        "群体从未入档的差距",
        "观察期内问题到运行结束时仍无人发现或反映的比例，群体成员家中减去其他人家中；只计两者都有的问题类别。",
        _SIGNAL,
    ),
    "contact_mean_d_groups": MeasureWords(
        "群体得到联系用时",
        "观察期内群体成员家中的案件，从反映或发现到首次响应的平均天数；没有响应的计到结案或运行结束。",
        "打一个电话也算联系，不必办成任何事。",
    ),
    "contact_gap_d_groups": MeasureWords(
        "群体得到联系用时的差距",
        "观察期内诉求从反映或发现到首次响应的平均天数，群体成员家中减去其他全部诉求。",
        "群体的事项与其他人不同：有差距不等于有偏向。",
    ),
    "closing_mean_d_groups": MeasureWords(
        "群体办结用时",
        "观察期内群体成员家中的案件，从反映或发现到结案的平均天数；未结的计到运行结束。",
        "结案不等于解决。",
    ),
    "petitions_per_1000_members": MeasureWords(
        "群体信访",
        "观察期内群体成员家中案件的信访件数，折合一年，每千名成员。",
        "按假定，信访只在多次催问无果之后发生：等待减少多少，它才减少多少。" + _SIGNAL,
    ),
    "petitions_gap_groups": MeasureWords(
        "群体信访的差距",
        "观察期内案件的信访件数，折合一年，每千名群体成员的减去每千名其他居民的。",
        _SIGNAL,
    ),
}
