"""What is said in Chinese of measures of hearings before councils and committees."""

from sim.words.catalogue import MeasureWords

MEASURES: dict[str, MeasureWords] = {
    "contested_settled_share": MeasureWords(
        "有争议案件议定率",
        "观察期内有争议问题的立案案件中，由议事会议定的占比。",
        "由达成一致的概率和轮次直接设定；议定只是决定，不是办成：请看结案时间。",
    ),
    "closing_contested_median_h": MeasureWords(
        "结案用时：一半（有争议）",
        "观察期内有争议问题的案件，从立案起有一半结案所需的小时数（未结案件按截尾处理；达不到则无值）。",
        "结案不等于解决；议定之事在现实中延续的时间比结案所示更长。",
    ),
    "closing_contested_p90_h": MeasureWords(
        "结案用时：九成（有争议）",
        "观察期内有争议问题的案件，从立案起有九成结案所需的小时数（未结案件按截尾处理；达不到则无值）。",
        "随会议间隔增大；来件多于会议容量时无止境地增长。",
    ),
    "waiting_for_hearings_end": MeasureWords(
        "等待上会的案件",
        "观察期结束时等待议事会或委员会开会的案件数。",
        "只是一个时点的存量，距上次会议越久越多；请看更长的运行中是否增长。",
    ),
    "council_h_per_settlement": MeasureWords(
        "每议定一件的人工时",
        "观察期内议事会全体到会者的工时，除以期内议定的案件数。",
        "居民的时间与工作人员同样计入；没有议题的会议也计入。",
    ),
    "unclear_decided_share": MeasureWords(
        "权属不清案件裁定率",
        "观察期内单一单位、权属不清的立案案件中，由委员会裁定的占比。",
        "由各级裁定概率和退单次数直接设定；未裁定的由社区兜底。",
    ),
    "returns_per_unclear_case": MeasureWords(
        "权属不清案件退单次数",
        "观察期内单一单位、权属不清的立案案件的退单次数，按件平均。",
        "没有委员会裁定时由退单次数上限直接设定；退单少也可能是等得更久。",
    ),
    "orphan_days_per_unclear_case": MeasureWords(
        "无人认领的天数",
        "观察期内单一单位、权属不清的案件，从立案到首次受理（或运行结束）的天数，按件平均。",
        "社区兜底即结束无人认领：请同时看社区的负荷。",
    ),
    "committee_h_per_decision": MeasureWords(
        "每裁定一件的委员工时",
        "观察期内各级委员会全体委员的会议工时，除以期内裁定的案件数。",
        "会议还有案件之外的议题：工时按整场会议计算。",
    ),
}
"""What is said of each."""
